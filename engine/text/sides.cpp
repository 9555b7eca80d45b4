#include "text/sides.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace liubai {
namespace {

constexpr std::u32string_view kRepeated = U"—…⸺⋯‥―";

bool is_han_like(const TextSource& s, std::uint32_t i) {
    return s.script[i] == Script::kHan || s.script[i] == Script::kKana || s.script[i] == Script::kHangul;
}

bool is_wide(const TextSource& s, std::uint32_t i) {
    const CharInfo info = s.info[i];
    return info.width() == Width::kWide && !info.is(Flag::kEmojiPresentation);
}

bool is_latin_letter(const TextSource& s, std::uint32_t i) {
    return s.script[i] == Script::kLatin || s.script[i] == Script::kOther;
}

bool is_latin_word(const TextSource& s, std::uint32_t i) {
    return is_latin_letter(s, i) || s.info[i].is(Flag::kNumber);
}

/// The FaceSide an author's <en>, <zh> … asks for.
std::optional<FaceSide> asked(const TextSource& s, std::uint32_t i) {
    const std::string& tag = s.languages[s.styles[s.style_of[i]].language];
    if (tag.empty()) return {};
    const bool han = tag.starts_with("zh") || tag.starts_with("ja") || tag.starts_with("ko");
    return han ? FaceSide::kHan : FaceSide::kLatin;
}

class Resolver {
public:
    explicit Resolver(const TextSource& source) : s_(source), n_(source.size()) {
        sides_.of.reserve(n_);
        marks_.reserve(n_ / 8 + 8);
        for (std::uint32_t i = 0; i < n_; ++i) {
            sides_.of.push_back(is_han_like(s_, i) || is_wide(s_, i) ? FaceSide::kHan : FaceSide::kLatin);
            if (s_.script[i] == Script::kCommon && is_asked_for(i)) marks_.push_back(i);
        }
        sides_.apostrophe.assign(n_, false);
    }

    Sides run() {
        resolve_repeated();
        resolve_interpuncts();
        resolve_quotes();
        for (const std::uint32_t i : marks_) {
            if (!is_ambiguous(i) || sides_.apostrophe[i]) continue;
            if (const auto side = asked(s_, i)) sides_.of[i] = *side;
        }
        return std::move(sides_);
    }

private:
    struct Pair {
        std::uint32_t open = 0;
        std::uint32_t close = 0; ///< equal to `open` when it has no partner
    };

    enum class Neighbour : std::uint8_t { kEdge, kSpace, kHan, kLatin, kOther };

    bool is_ambiguous(std::uint32_t i) const { return s_.info[i].width() == Width::kAmbiguous; }

    /// True for what the rules below look for; ⸺ and ⋯ are the only ones of those that East_Asian_Width has as narrow.
    bool is_asked_for(std::uint32_t i) const {
        const char32_t c = s_.chars[i];
        return is_ambiguous(i) || is_hard_break(c) || c == U'⸺' || c == U'⋯';
    }

    FaceSide own_language() const { return s_.mostly_han ? FaceSide::kHan : FaceSide::kLatin; }

    /// The nearest character in a direction, over gaps and marks of no width; `skip` says what else to step over.
    template <typename Skip>
    std::optional<std::uint32_t> look(std::uint32_t from, int step, Skip skip) const {
        for (std::int64_t i = std::int64_t{from} + step; i >= 0 && i < n_; i += step) {
            const auto at = static_cast<std::uint32_t>(i);
            if (is_hard_break(s_.chars[at])) return {};
            if (s_.chars[at] == kGapChar || s_.info[at].is(Flag::kIgnorable) || skip(at)) continue;
            return at;
        }
        return {};
    }

    bool is_quote(std::uint32_t i) const { return s_.chars[i] >= 0x2018 && s_.chars[i] <= 0x201D; }

    /// I3.4: two or more go with a Han neighbour, over spaces and quotes; one only when a Han character touches it.
    void resolve_repeated() {
        std::uint32_t end = 0;
        for (const std::uint32_t i : marks_) {
            if (i < end || kRepeated.find(s_.chars[i]) == kRepeated.npos) continue;
            end = i + 1;
            while (end < n_ && s_.chars[end] == s_.chars[i]) ++end;
            const bool single = end - i == 1;
            const auto skip = [&](std::uint32_t at) { return !single && (s_.chars[at] == U' ' || is_quote(at)); };
            const auto before = look(i, -1, skip);
            const auto after = look(end - 1, 1, skip);
            const auto is_han = [&](std::optional<std::uint32_t> at) { return at && sides_.of[*at] == FaceSide::kHan; };
            bool han = is_han(before) || is_han(after);
            if (!before && !after) han = own_language() == FaceSide::kHan;
            std::fill(sides_.of.begin() + i, sides_.of.begin() + end, han ? FaceSide::kHan : FaceSide::kLatin);
        }
    }

    /// I3.5.
    void resolve_interpuncts() {
        for (const std::uint32_t i : marks_) {
            if (s_.chars[i] != U'·' && s_.chars[i] != U'‧') continue;
            const bool han = (i > 0 && is_han_like(s_, i - 1)) || (i + 1 < n_ && is_han_like(s_, i + 1));
            sides_.of[i] = han ? FaceSide::kHan : FaceSide::kLatin;
        }
    }

    /// I5: between Latin letters or digits, or after one when no ‘ is open. Also in front of one after a space (’90s).
    bool is_apostrophe(std::uint32_t i, bool single_open) const {
        const bool after = i > 0 && is_latin_word(s_, i - 1);
        const bool before = i + 1 < n_ && is_latin_word(s_, i + 1);
        if (after && before) return true;
        return !single_open && (after || before);
    }

    void resolve_quotes() {
        std::vector<Pair> pairs;
        std::vector<std::uint32_t> open;
        pairs.reserve(marks_.size());
        const auto close_with = [&](std::uint32_t i, char32_t opener) {
            for (std::size_t k = open.size(); k-- > 0;) {
                if (s_.chars[open[k]] != opener) continue;
                for (std::size_t lost = k + 1; lost < open.size(); ++lost) pairs.push_back({open[lost], open[lost]});
                pairs.push_back({open[k], i});
                open.resize(k);
                return;
            }
            pairs.push_back({i, i});
        };
        const auto is_open = [&](char32_t opener) {
            return std::any_of(open.begin(), open.end(), [&](std::uint32_t at) { return s_.chars[at] == opener; });
        };
        const auto leave_open = [&] {
            for (const std::uint32_t at : open) pairs.push_back({at, at});
            open.clear();
        };
        for (const std::uint32_t i : marks_) {
            const char32_t c = s_.chars[i];
            if (c == U'“' || c == U'‘') open.push_back(i);
            if (c == U'”') close_with(i, U'“');
            if (c == U'’') {
                sides_.apostrophe[i] = is_apostrophe(i, is_open(U'‘'));
                if (!sides_.apostrophe[i]) close_with(i, U'‘');
            }
            if (is_hard_break(c)) leave_open();
        }
        leave_open();
        std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.open < b.open; });
        for (const Pair& pair : pairs) {
            const FaceSide side = side_of(pair);
            sides_.of[pair.open] = side;
            sides_.of[pair.close] = side;
        }
    }

    Neighbour neighbour(std::optional<std::uint32_t> at) const {
        if (!at) return Neighbour::kEdge;
        if (s_.chars[*at] == U' ') return Neighbour::kSpace;
        if (sides_.of[*at] == FaceSide::kHan) return Neighbour::kHan;
        return is_latin_word(s_, *at) ? Neighbour::kLatin : Neighbour::kOther;
    }

    /// I3.3, and where outside there are only edges: what stands inside.
    FaceSide side_of(const Pair& pair) const {
        const auto none = [](std::uint32_t) { return false; };
        const auto over_marks = [&](std::uint32_t at) {
            return s_.chars[at] == U' ' || (s_.script[at] == Script::kCommon && !s_.info[at].is(Flag::kNumber));
        };
        const bool alone = pair.open == pair.close;
        const bool closes = alone && s_.info[pair.open].is(Flag::kFinalQuote);
        const bool opens = alone && !closes;
        const Neighbour left = neighbour(closes ? std::nullopt : look(pair.open, -1, none));
        const Neighbour right = neighbour(opens ? std::nullopt : look(pair.close, 1, none));
        if (left == Neighbour::kHan || right == Neighbour::kHan) return FaceSide::kHan;
        if (left == Neighbour::kLatin || right == Neighbour::kLatin) return FaceSide::kLatin;
        const auto first = closes ? look(pair.close, -1, over_marks) : look(pair.open, 1, over_marks);
        const auto last = opens ? first : look(pair.close, -1, over_marks);
        const bool latin_inside = first && last && is_latin_word(s_, *first) && is_latin_word(s_, *last);
        const bool han_inside = first && last && is_han_like(s_, *first) && is_han_like(s_, *last);
        if (latin_inside) return FaceSide::kLatin;
        if (han_inside) return FaceSide::kHan;
        return own_language();
    }

    const TextSource& s_;
    std::uint32_t n_;
    Sides sides_;
    std::vector<std::uint32_t> marks_; ///< of the text: the only characters that need a second look
};

} // namespace

Sides resolve_sides(const TextSource& source) { return Resolver(source).run(); }

} // namespace liubai
