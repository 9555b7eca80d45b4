#pragma once
// What a voice says, in the order it says it.

#include <string>

namespace liubai {

/// A run of words in one language; without words it is a pause.
struct SpokenPart {
    std::string text;
    std::string language; ///< BCP 47 tag: it picks the voice
    bool operator==(const SpokenPart&) const = default;
};

} // namespace liubai
