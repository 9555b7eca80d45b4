// How a translation without timing of its own takes over the rhythm of its original.
#include "base/utf8.h"
#include "script/markup.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr double kNear = 0.2; ///< share of a line in which a better place is looked for

bool is_timing(const Cue& cue) { return !std::holds_alternative<Unsaid>(cue.kind); }

bool has_timing(const RichText& text) {
    const auto slow = [](const Span& span) { return std::holds_alternative<Slow>(span.kind); };
    return std::any_of(text.cues.begin(), text.cues.end(), is_timing) ||
           std::any_of(text.spans.begin(), text.spans.end(), slow);
}

/// The borders between code points, as bytes; the last is the text's end.
std::vector<std::size_t> borders_of(std::string_view text) {
    std::vector<std::size_t> out{0};
    for (std::size_t at = 0; at < text.size();) {
        next_code_point(text, at);
        out.push_back(at);
    }
    return out;
}

enum class Quality { kInsideWord, kWordEnd, kClauseEnd };

Quality quality_at(std::string_view text, std::size_t at) {
    if (at == 0 || at == text.size()) return Quality::kClauseEnd;
    std::size_t last = at - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t from = last;
    const char32_t before = next_code_point(text, from);
    from = at;
    const char32_t after = next_code_point(text, from);
    constexpr std::u32string_view kStops = U",.;:!?，。；：！？、…—";
    const auto is_stop = [&](char32_t c) { return kStops.find(c) != std::u32string_view::npos; };
    if (after == U' ' || is_stop(after) || display_width(text.substr(at, from - at)) == 0) return Quality::kInsideWord;
    if (is_stop(before)) return Quality::kClauseEnd;
    if (before == U' ') {
        std::size_t stop = last;
        while (stop > 0 && (static_cast<unsigned char>(text[stop - 1]) & 0xC0) == 0x80) --stop;
        std::size_t read = stop > 0 ? stop - 1 : 0;
        return stop > 0 && is_stop(next_code_point(text, read)) ? Quality::kClauseEnd : Quality::kWordEnd;
    }
    return is_han(before) && is_han(after) ? Quality::kWordEnd : Quality::kInsideWord;
}

class Shares {
public:
    Shares(const RichText& from, const RichText& to)
        : from_(borders_of(from.text)), to_(borders_of(to.text)), original_(from.text), text_(to.text) {}

    /// The byte of the translation that stands for this byte of the original.
    [[nodiscard]] std::size_t moved(std::size_t at) const {
        if (from_.size() < 2) return 0;
        const auto index = std::lower_bound(from_.begin(), from_.end(), at) - from_.begin();
        const std::size_t count = to_.size() - 1;
        const auto exact = static_cast<std::size_t>(index) * count / (from_.size() - 1);
        if (exact == 0 || exact == count) return to_[exact];
        // A pause behind a clause looks for the end of one; words are not broken where there is another place.
        const bool clause = quality_at(original_, at) == Quality::kClauseEnd;
        std::size_t best = exact;
        double least = 1e9;
        for (std::size_t i = 1; i <= count; ++i) {
            const double distance = static_cast<double>(i > exact ? i - exact : exact - i) / static_cast<double>(count);
            if (distance > kNear) continue;
            const Quality quality = quality_at(text_, to_[i]);
            const bool wished = quality == Quality::kClauseEnd || (!clause && quality == Quality::kWordEnd);
            const double cost = distance + (wished ? 0 : quality == Quality::kWordEnd ? kNear : 2 * kNear);
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        return to_[best];
    }

private:
    std::vector<std::size_t> from_;
    std::vector<std::size_t> to_;
    std::string_view original_;
    std::string_view text_;
};

} // namespace

void inherit_timing(const RichText& original, RichText& translation) {
    if (!has_timing(original) || has_timing(translation)) return;
    const Shares shares(original, translation);
    for (const Cue& cue : original.cues) {
        if (is_timing(cue)) translation.cues.push_back({shares.moved(cue.at), cue.kind});
    }
    for (const Span& span : original.spans) {
        if (!std::holds_alternative<Slow>(span.kind)) continue;
        const Span slow{shares.moved(span.begin), shares.moved(span.end), Slow{}};
        // A slow part that would cross another span is left out: spans may nest, never cross.
        const bool crosses = std::any_of(translation.spans.begin(), translation.spans.end(), [&](const Span& s) {
            return (s.begin < slow.begin && slow.begin < s.end && s.end < slow.end) ||
                   (slow.begin < s.begin && s.begin < slow.end && slow.end < s.end);
        });
        if (slow.begin < slow.end && !crosses) translation.spans.push_back(slow);
    }
    std::stable_sort(translation.cues.begin(), translation.cues.end(),
                     [](const Cue& a, const Cue& b) { return a.at < b.at; });
    std::stable_sort(translation.spans.begin(), translation.spans.end(), [](const Span& a, const Span& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
}

} // namespace liubai
