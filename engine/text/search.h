#pragma once
// Finding words in what was read: accents, case, width and the shape of quotes do not matter, and pinyin finds Han.

#include "text/pinyin.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace liubai {

/// A text folded for searching: made once for each line that is searched often. Letters are in small case without
/// accents, full-width ones narrow (NFKD, case folding), quotes and dashes straight, spaces one.
std::u32string search_key(std::string_view text);

/// The bytes [begin, end) of a text.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const ByteRange&) const = default;
};

/// What a reader looks for. Han is found by itself or by its pinyin: "luzhu", "lu zhu" and "lùzhū" find 露珠. Any reading
/// of a character counts, tones do not, and ü is u or v. Letters that are no whole syllables also find two or more Han
/// of which they are the beginnings ("lz", "luzh"), but not in a line that has the letters themselves.
class SearchQuery {
public:
    /// Without `pinyin` only Han finds Han. It is not kept. Of what is wanted the first 256 characters count.
    explicit SearchQuery(std::string_view wanted, const Pinyin* pinyin = nullptr);

    /// True when there is nothing to look for; then nothing is found.
    [[nodiscard]] bool empty() const { return wanted_.empty(); }

    /// Whether the text of this key has it.
    [[nodiscard]] bool matches(std::u32string_view key) const;

    /// Where a text has it, rising, none over another, each from one border of a grapheme cluster to one.
    [[nodiscard]] std::vector<ByteRange> find(std::string_view text) const;

private:
    /// How Han may be spelt.
    enum class Spelling : std::uint8_t { kWhole, kShort };

    struct Match {
        std::size_t begin = 0; ///< characters of a key
        std::size_t end = 0;
    };

    void learn(const Pinyin& pinyin);
    [[nodiscard]] Match find_in(std::u32string_view key, std::size_t from, Spelling spelling) const;
    [[nodiscard]] std::size_t end_of_match(std::u32string_view key, std::size_t at, std::size_t from, std::size_t spelt,
                                           Spelling spelling) const;

    std::u32string wanted_;
    bool may_be_short_ = false;                                        ///< its letters are no whole syllables
    std::unordered_map<char32_t, std::vector<std::u32string>> spelt_; ///< of the Han that it may mean, without tones
    std::array<std::uint64_t, 1024> begins_{};                        ///< the BMP: a match may begin with it
};

} // namespace liubai
