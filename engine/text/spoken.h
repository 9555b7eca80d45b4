#pragma once
// A text as a voice says it: cut where the language changes, for speech synthesis that has one voice a language.

#include "base/rich_text.h"
#include "base/spoken.h"

#include <string>
#include <vector>

namespace liubai {

/// The parts of a text in `language`, in order. What its author marked (<en>, <zh> …) is said in that language. Else Han
/// is Chinese (or the text's own, when that is Japanese), kana Japanese, Hangul Korean, and Latin letters are the text's
/// own language, or English where that is none of the Latin script's. Digits, marks and signs go with the word that they
/// touch. Each gap is a silence of its own; a text of marks alone ("……") is one silence. Empty for an empty text.
std::vector<SpokenPart> spoken_parts(const RichText& text, const std::string& language);

} // namespace liubai
