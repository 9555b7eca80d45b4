#include "text/search.h"

#include "base/utf8.h"
#include "text/graphemes.h"

#include <utf8proc.h>

#include <algorithm>

namespace liubai {
namespace {

constexpr std::size_t kNowhere = std::u32string_view::npos;
constexpr std::size_t kLongestQuery = 256;

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_between(char32_t c) { return c == U' ' || c == U'\''; } // syllables, as in xi'an

/// What quotes and dashes are typed as; other characters are themselves.
char32_t straight(char32_t c) {
    switch (c) {
    case U'“': case U'”': case U'„': case U'‟': case U'″': return U'"';
    case U'‘': case U'’': case U'‚': case U'‛': case U'′': return U'\'';
    case U'‐': case U'‑': case U'‒': case U'–': case U'—': case U'―': return U'-';
    default: return c;
    }
}

struct Folded {
    std::u32string key;
    std::vector<std::uint32_t> byte_at; ///< of the character of the text from which each of the key's comes
};

void fold_character(char32_t c, std::u32string& out) {
    c = straight(c);
    if (c < 0x80) {
        out += c >= U'A' && c <= U'Z' ? c + 32 : c;
        return;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
        out += c;
        return;
    }
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                             UTF8PROC_IGNORE | UTF8PROC_STRIPMARK);
    constexpr std::size_t kMost = 32; // U+FDFA takes 18
    std::array<utf8proc_int32_t, kMost> parts{};
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), kMost, kOptions, nullptr);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, kMost); ++i) {
        out += straight(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]));
    }
}

Folded fold(std::string_view text, bool with_bytes) {
    Folded folded;
    folded.key.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const std::size_t before = folded.key.size();
        const char32_t c = next_code_point(text, at);
        const bool space = c == U'\t' || (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
        fold_character(space ? U' ' : c, folded.key);
        const bool doubled = folded.key.size() == before + 1 && before > 0 && folded.key.back() == U' ' &&
                             folded.key[before - 1] == U' ';
        if (doubled) folded.key.pop_back();
        if (with_bytes) folded.byte_at.resize(folded.key.size(), static_cast<std::uint32_t>(begin));
    }
    return folded;
}

/// The byte borders of the text's grapheme clusters, the text's end with them.
std::vector<std::size_t> cluster_borders(std::string_view text) {
    std::vector<std::size_t> bytes;
    for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) bytes.push_back(at);
    bytes.push_back(text.size());
    std::vector<std::size_t> borders;
    for (const std::uint32_t character : grapheme_borders(to_utf32(text))) borders.push_back(bytes[character]);
    return borders;
}

/// The spellings without tones of a reading: with u for ü, and with v.
std::vector<std::u32string> spellings_of(const std::string& reading) {
    std::vector<std::u32string> spellings{search_key(reading)};
    std::string with_v;
    for (std::size_t at = 0; at < reading.size();) {
        const char32_t c = next_code_point(reading, at);
        append_utf8(with_v, std::u32string_view(U"üǖǘǚǜ").find(c) == kNowhere ? c : U'v');
    }
    std::u32string second = search_key(with_v);
    if (second != spellings[0]) spellings.push_back(std::move(second));
    return spellings;
}

/// Whether the letters are syllables from end to end.
bool is_divided(std::u32string_view letters, const std::vector<std::u32string>& syllables) {
    std::vector<bool> reached(letters.size() + 1, false);
    reached[0] = true;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!reached[i]) continue;
        for (const std::u32string& syllable : syllables) {
            if (letters.substr(i).starts_with(syllable)) reached[i + syllable.size()] = true;
        }
    }
    return reached.back();
}

/// The letters that stand for a syllable of which only the first is written: one, or zh, ch, sh.
std::size_t initial_length(std::u32string_view spelling) {
    return spelling.size() > 1 && spelling[1] == U'h' ? 2 : 1;
}

} // namespace

std::u32string search_key(std::string_view text) { return fold(text, false).key; }

SearchQuery::SearchQuery(std::string_view wanted, const Pinyin* pinyin) : wanted_(search_key(wanted)) {
    wanted_.resize(std::min(wanted_.size(), kLongestQuery));
    while (!wanted_.empty() && wanted_.back() == U' ') wanted_.pop_back();
    if (!wanted_.empty() && wanted_.front() == U' ') wanted_.erase(0, 1);
    if (wanted_.empty()) return;
    if (pinyin && std::any_of(wanted_.begin(), wanted_.end(), is_letter)) learn(*pinyin);
    if (wanted_[0] <= 0xFFFF) begins_[wanted_[0] >> 6] |= std::uint64_t{1} << (wanted_[0] & 63);
}

void SearchQuery::learn(const Pinyin& pinyin) {
    std::unordered_map<std::string, std::vector<std::u32string>> known; // by reading: what the query may have of it
    std::vector<std::u32string> syllables;
    pinyin.each_reading([&](char32_t c, const std::string& reading) {
        const auto [found, is_new] = known.try_emplace(reading);
        if (is_new) {
            for (std::u32string& spelling : spellings_of(reading)) {
                if (wanted_.find(spelling) != kNowhere) syllables.push_back(spelling);
                if (wanted_.find(spelling[0]) != kNowhere) found->second.push_back(std::move(spelling));
            }
        }
        for (const std::u32string& spelling : found->second) {
            auto& of = spelt_[c];
            if (std::find(of.begin(), of.end(), spelling) == of.end()) of.push_back(spelling);
            if (c <= 0xFFFF && spelling[0] == wanted_[0]) begins_[c >> 6] |= std::uint64_t{1} << (c & 63);
        }
    });
    std::u32string letters;
    for (const char32_t c : wanted_) {
        if (is_letter(c)) letters += c;
    }
    may_be_short_ = !is_divided(letters, syllables);
}

/// The end of what begins at `at` and has the query from its character `from` on, or kNowhere. `spelt` = the Han that
/// stand before it by their pinyin.
std::size_t SearchQuery::end_of_match(std::u32string_view key, std::size_t at, std::size_t from, std::size_t spelt,
                                      Spelling spelling) const {
    if (from == wanted_.size()) return spelling == Spelling::kWhole || spelt >= 2 ? at : kNowhere;
    if (at == key.size()) return kNowhere;
    const auto go_on = [&](std::size_t to, std::size_t next, std::size_t by) {
        return end_of_match(key, to, next, spelt + by, spelling);
    };
    if (key[at] == wanted_[from]) {
        const std::size_t end = go_on(at + 1, from + 1, 0);
        if (end != kNowhere) return end;
    }
    const auto found = spelt_.find(key[at]);
    const bool is_spelt = found != spelt_.end();
    if (from > 0 && is_between(wanted_[from]) && (is_spelt || is_han(key[at - 1]))) {
        const std::size_t end = go_on(at, from + 1, 0);
        if (end != kNowhere) return end;
    }
    if (!is_spelt) return kNowhere;
    const std::u32string_view rest = std::u32string_view(wanted_).substr(from);
    for (const std::u32string& whole : found->second) {
        const std::size_t end = rest.starts_with(whole) ? go_on(at + 1, from + whole.size(), 1) : kNowhere;
        if (end != kNowhere) return end;
        if (spelling == Spelling::kWhole) continue;
        if (whole.starts_with(rest)) return go_on(at + 1, wanted_.size(), 1);
        for (std::size_t length = initial_length(whole); length > 0; --length) {
            if (!rest.starts_with(whole.substr(0, length))) continue;
            const std::size_t short_end = go_on(at + 1, from + length, 1);
            if (short_end != kNowhere) return short_end;
        }
    }
    return kNowhere;
}

SearchQuery::Match SearchQuery::find_in(std::u32string_view key, std::size_t from, Spelling spelling) const {
    for (std::size_t i = from; i < key.size(); ++i) {
        const char32_t c = key[i];
        const bool may_begin = c > 0xFFFF || (begins_[c >> 6] >> (c & 63) & 1) != 0;
        if (!may_begin) continue;
        const std::size_t end = end_of_match(key, i, 0, 0, spelling);
        if (end != kNowhere) return {i, end};
    }
    return {kNowhere, kNowhere};
}

bool SearchQuery::matches(std::u32string_view key) const {
    if (empty()) return false;
    if (find_in(key, 0, Spelling::kWhole).begin != kNowhere) return true;
    return may_be_short_ && find_in(key, 0, Spelling::kShort).begin != kNowhere;
}

std::vector<ByteRange> SearchQuery::find(std::string_view text) const {
    std::vector<ByteRange> ranges;
    if (empty()) return ranges;
    const Folded folded = fold(text, true);
    Spelling spelling = Spelling::kWhole;
    Match match = find_in(folded.key, 0, spelling);
    if (match.begin == kNowhere && may_be_short_) {
        spelling = Spelling::kShort;
        match = find_in(folded.key, 0, spelling);
    }
    if (match.begin == kNowhere) return ranges;
    const std::vector<std::size_t> borders = cluster_borders(text);
    while (match.begin != kNowhere) {
        const std::size_t last = folded.byte_at[match.end - 1];
        const auto begin = std::upper_bound(borders.begin(), borders.end(), folded.byte_at[match.begin]);
        const auto end = std::upper_bound(borders.begin(), borders.end(), last);
        ranges.push_back({*std::prev(begin), *end});
        const auto next = std::lower_bound(folded.byte_at.begin(), folded.byte_at.end(), ranges.back().end);
        match = find_in(folded.key, static_cast<std::size_t>(next - folded.byte_at.begin()), spelling);
    }
    return ranges;
}

} // namespace liubai
