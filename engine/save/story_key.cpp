#include "base/hash.h"
#include "save/saved_game.h"

namespace liubai {

std::string story_key(const Story& story) {
    constexpr std::size_t kMostLetters = 24;
    const std::string title = in_language(story.title, story.language);
    std::string letters;
    for (const char c : title) {
        const bool is_large = c >= 'A' && c <= 'Z';
        const bool is_small = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letters.size() == kMostLetters) break;
        if (is_large || is_small) letters += is_large ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return (letters.empty() ? "story" : letters) + "-" + hex8(hash32(title));
}

} // namespace liubai
