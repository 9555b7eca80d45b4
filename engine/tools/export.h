#pragma once
// `liubai export`: a project back to the text that it was made from.

#include "base/diagnostic.h"
#include "files/folder.h"

#include <string>

namespace liubai {

/// The transcript, from the scenes alone: `[A]: …` turns, paragraphs divided by a blank line, in the order in which the
/// steps are written (both sides of a branch). Lines as spoken, silences as nothing, markup gone. A speaker is named by
/// their id, or by the name that import made the id of; narration is [旁白] or [narration]. Ends with a line feed.
/// `file`: this scene alone, as AuthorPath names it; "" = all.
/// Throws Error when a scene cannot be read without errors, naming the first.
std::string export_transcript(const Folder& project, const std::string& file = "");

/// Throws Error with the first error among the findings.
void refuse_errors(const Diagnostics& findings);

} // namespace liubai
