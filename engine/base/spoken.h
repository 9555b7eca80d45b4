#pragma once
// What a voice says, in the order it says it.

#include <string>

namespace liubai {

/// A run of words in one language.
struct SpokenPart {
    std::string text;     ///< without markup; empty = a pause
    std::string language; ///< BCP 47 tag: it picks the voice
    bool operator==(const SpokenPart&) const = default;
};

} // namespace liubai
