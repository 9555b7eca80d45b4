#pragma once
// The key of a line of dialogue: `A`, `A (mood)`, `A (mood, left)`, and the full-width forms `A（笑）`, `A：…`.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace liubai {

struct SpeakerKey {
    std::string id;
    std::string mood;
    std::string position;
    std::size_t mood_at = 0; ///< bytes in the key
    std::size_t position_at = 0;
    bool tidy = true; ///< written as `A (mood, left)`
};

/// Nothing when the brackets are wrong or something stands behind them.
std::optional<SpeakerKey> parse_speaker_key(std::string_view key);

/// `A (mood, left)`.
std::string tidy_key(const SpeakerKey& key);

/// A colon in a string, ASCII or full-width, outside brackets.
struct ColonSplit {
    std::string_view head;
    std::size_t at = 0;      ///< of the colon
    std::size_t text_at = 0; ///< behind it and any spaces, also wide ones
    bool wide = false;
};
std::optional<ColonSplit> split_at_colon(std::string_view text);

} // namespace liubai
