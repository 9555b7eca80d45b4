#include "text/rhythm.h"

#include "base/utf8.h"
#include "text/graphemes.h"
#include "text/source.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

// Rests in Han ticks (requirement T4).
constexpr float kEnumerationRest = 3; // 、
constexpr float kCommaRest = 4;
constexpr float kColonRest = 5; // and semicolons, dashes, ellipses
constexpr float kStopRest = 8;
constexpr float kParagraphRest = 10;
constexpr float kEmojiRest = 4;

constexpr std::array<std::u32string_view, 14> kAbbreviations{U"mr", U"mrs", U"ms", U"dr", U"st", U"vs",   U"prof",
                                                             U"no", U"fig", U"jr", U"sr", U"al", U"dept", U"approx"};

bool is_closing(char32_t c) {
    constexpr std::u32string_view kClosing = U"”’》〉」』】）〕〗］｝)]}\"'";
    return kClosing.find(c) != kClosing.npos;
}

bool is_letter(char32_t c) { return char_info(c).is(Flag::kLetter); }
bool is_digit(char32_t c) { return char_info(c).is(Flag::kNumber); }

/// The first characters of the clusters, so that neighbours can be asked for.
class Reader {
public:
    Reader(std::string_view text, const std::vector<Cluster>& clusters, const Rhythm& rhythm)
        : clusters_(clusters), rhythm_(rhythm) {
        for (const Cluster& cluster : clusters) {
            std::size_t at = cluster.byte_begin;
            chars_.push_back(next_code_point(text, at));
        }
    }

    Beat beat(std::size_t i) const {
        const ClusterKind kind = clusters_[i].kind;
        const char32_t c = chars_[i];
        Beat beat;
        if (kind == ClusterKind::kBreak) beat.rest = kParagraphRest;
        if (kind != ClusterKind::kText) {
            beat.hangs_on = kind != ClusterKind::kGap;
            return beat;
        }
        const Script script = coarse_script(c);
        const CharInfo info = char_info(c);
        const bool han = script == Script::kHan || script == Script::kKana || script == Script::kHangul;
        const bool emoji = info.is(Flag::kEmojiPresentation);
        if (han || emoji) {
            beat.units = 1;
        } else if (info.is(Flag::kLetter) || info.is(Flag::kNumber)) {
            beat.units = rhythm_.latin;
        }
        const bool wide = info.width() == Width::kWide || (info.width() == Width::kAmbiguous && beside_han(i));
        beat.ticks = han || emoji || wide ? 1 : rhythm_.latin;
        beat.rest = emoji ? kEmojiRest : rest(i);
        if (hangs_on(i)) {
            beat.hangs_on = true;
            beat.ticks = 0;
        }
        return beat;
    }

private:
    /// A dash, ellipsis or quote is one of Chinese text when it is doubled or touches a Han character.
    bool beside_han(std::size_t i) const {
        const auto han = [&](char32_t c) { return c == chars_[i] || coarse_script(c) == Script::kHan; };
        return (i > 0 && han(chars_[i - 1])) || han(at(i + 1));
    }

    char32_t at(std::size_t i) const { return i < chars_.size() ? chars_[i] : U' '; }

    /// A closing mark appears with what it closes; so does a stop after one.
    bool hangs_on(std::size_t i) const {
        if (i == 0) return false;
        const char32_t c = chars_[i];
        if (c == U'\'' || c == U'’' || c == U'"') return is_closing_here(i);
        const bool mark = is_closing(c) || rest(i) > 0;
        return is_closing(c) || (mark && is_closing(at(i - 1)) && c != U'—' && c != U'…');
    }

    /// ' ’ and " close when nothing of a word follows and something stands before.
    bool is_closing_here(std::size_t i) const {
        const char32_t before = at(i - 1);
        const char32_t after = at(i + 1);
        return before != U' ' && !is_letter(after) && !is_digit(after);
    }

    /// The character after `i` and the closing marks that follow it.
    char32_t after_closing(std::size_t i) const {
        do {
            ++i;
        } while (i < chars_.size() && is_closing(chars_[i]));
        return at(i);
    }

    float rest(std::size_t i) const {
        const char32_t c = chars_[i];
        switch (c) {
        case U'、': return kEnumerationRest;
        case U'，': return kCommaRest;
        case U'；':
        case U'：': return kColonRest;
        case U'。':
        case U'？':
        case U'！': return kStopRest;
        case U'…': return kColonRest;
        case U'—': return at(i + 1) == U'—' ? 0 : kColonRest;
        case U',': return ends_phrase(i) ? kCommaRest : 0;
        case U';':
        case U':': return ends_phrase(i) ? kColonRest : 0;
        case U'?':
        case U'!': return ends_phrase(i) ? kStopRest : 0;
        case U'.': return full_stop(i);
        default: return 0;
        }
    }

    /// ASCII marks rest only where a space, a Han character or nothing follows: not in 3.14, 10:30 or an address.
    bool ends_phrase(std::size_t i) const {
        const char32_t next = after_closing(i);
        return next == U' ' || next == U'\n' || next == U'—' || next == kGapChar || coarse_script(next) == Script::kHan;
    }

    float full_stop(std::size_t i) const {
        if (at(i + 1) == U'.') return 0;
        if (i > 0 && at(i - 1) == U'.') return kColonRest;
        if (!ends_phrase(i)) return 0;
        if (i + 1 >= chars_.size()) return kStopRest;
        std::u32string word;
        std::size_t begin = i;
        while (begin > 0 && (is_letter(chars_[begin - 1]) || chars_[begin - 1] == U'.')) --begin;
        for (std::size_t k = begin; k < i; ++k) word.push_back(chars_[k] | (chars_[k] < 0x80 ? 0x20 : 0));
        const bool initial =
            word.size() == 1 && chars_[begin] >= U'A' && chars_[begin] <= U'Z' && chars_[begin] != U'I';
        const bool dotted = word.find(U'.') != word.npos; // e.g. i.e. U.S.
        const bool known = std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
        return initial || dotted || known ? 0 : kStopRest;
    }

    const std::vector<Cluster>& clusters_;
    const Rhythm& rhythm_;
    std::vector<char32_t> chars_;
};

} // namespace

std::vector<Beat> beats(std::string_view text, const std::vector<Cluster>& clusters, const Rhythm& rhythm) {
    const Reader reader(text, clusters, rhythm);
    std::vector<Beat> beats;
    beats.reserve(clusters.size());
    for (std::size_t i = 0; i < clusters.size(); ++i) beats.push_back(reader.beat(i));
    return beats;
}

float reading_units(std::string_view text, const Rhythm& rhythm) {
    const std::u32string chars = to_utf32(text);
    float units = 0;
    const std::vector<std::uint32_t> borders = grapheme_borders(chars);
    for (std::size_t g = 0; g + 1 < borders.size(); ++g) {
        const char32_t c = chars[borders[g]];
        const Script script = coarse_script(c);
        const CharInfo info = char_info(c);
        const bool han = script == Script::kHan || script == Script::kKana || script == Script::kHangul;
        if (han || info.is(Flag::kEmojiPresentation)) {
            units += 1;
        } else if (info.is(Flag::kLetter) || info.is(Flag::kNumber)) {
            units += rhythm.latin;
        }
    }
    return units;
}

} // namespace liubai
