#pragma once
// The forms in which a story is written out. Each is the whole file, and the same for the same story.

#include "tools/export_story.h"

#include "text/fonts.h"

#include <string>

namespace liubai {

/// Plain text of at most 72 cells a row: as spoken first, the other languages under it, branches further in.
std::string export_txt(const PrintedStory& story);

/// Subtitles (SubRip): a cue a line, a row a language. A cue lasts as long as the typewriter and a reader at nine Han
/// characters a second need; pauses of the story part them.
std::string export_srt(const PrintedStory& story, const Fonts& fonts);

/// One page without scripts that fetches nothing: two columns, one under another where it is narrow.
std::string export_html(const PrintedStory& story);

/// A4 in two columns; text can be selected and copied. Throws Error when the program was built without cairo.
std::string export_pdf(const PrintedStory& story, const Fonts& fonts);

} // namespace liubai
