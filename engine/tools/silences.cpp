#include "tools/silences.h"

#include "tools/import_characters.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace liubai {
namespace {

constexpr std::u32string_view kStops = U".,;:!?";
constexpr std::u32string_view kSentenceEnds = U".!?\u2026:";

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// A double space after the end of a sentence is how typists of the last century were taught.
bool ends_sentence(std::u32string_view before) {
    while (!before.empty() && is_closing_mark(before.back())) before.remove_suffix(1);
    return !before.empty() && is_in(kSentenceEnds, before.back());
}

bool is_double_space(std::u32string_view text, std::size_t i) {
    if (i == 0 || i + 2 >= text.size() || text[i] != U' ' || text[i + 1] != U' ') return false;
    const char32_t before = text[i - 1];
    const char32_t after = text[i + 2];
    if (is_space(before) || is_space(after) || is_cjk(before) || is_cjk(after)) return false;
    const auto head = text.substr(0, i);
    return !ends_sentence(head) && std::any_of(head.begin(), head.end(), is_letter);
}

/// A space at `i` and a stop after it that ends a clause: not `.5`, ` ...`, `:)`.
bool is_spaced_stop(std::u32string_view text, std::size_t i) {
    if (i == 0 || i + 1 >= text.size() || text[i] != U' ' || !is_in(kStops, text[i + 1])) return false;
    const char32_t before = text[i - 1];
    if (is_cjk(before) || !(is_letter(before) || is_digit(before) || is_closing_mark(before))) return false;
    if (i + 2 == text.size()) return true;
    const char32_t after = text[i + 2];
    const bool bracket = after == U')' || after == U']' || after == U'}';
    return is_space(after) || is_dash(after) || (is_closing_mark(after) && !bracket);
}

} // namespace

SpacingHabits spacing_habits(const std::vector<std::u32string>& paragraphs) {
    int doubles = 0;
    int singles = 0;
    std::map<char32_t, int> spaced;
    std::map<char32_t, int> close;
    for (const std::u32string& text : paragraphs) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (is_double_space(text, i)) ++doubles;
            if (text[i] == U' ') ++singles;
            if (is_spaced_stop(text, i)) ++spaced[text[i + 1]];
            if (i > 0 && is_in(kStops, text[i]) && !is_space(text[i - 1])) ++close[text[i]];
        }
    }
    SpacingHabits habits;
    habits.double_spaces = doubles >= 2 && doubles * 6 > singles;
    const auto total = [](const std::map<char32_t, int>& counts) {
        return std::accumulate(counts.begin(), counts.end(), 0, [](int sum, const auto& c) { return sum + c.second; });
    };
    if (total(spaced) >= 2 && total(spaced) >= total(close)) habits.spaced_stops = kStops;
    for (const auto& [stop, count] : spaced) {
        // French sets a space before ; : ! ? by rule, so for those a single one is a habit already.
        const int enough = is_in(U".,", stop) ? 2 : 1;
        if (count >= enough && count >= close[stop]) habits.spaced_stops.push_back(stop);
    }
    return habits;
}

std::vector<std::size_t> find_silences(std::u32string_view text, const SpacingHabits& habits) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool lost = (is_double_space(text, i) && !habits.double_spaces) ||
                          (is_spaced_stop(text, i) && !is_in(habits.spaced_stops, text[i + 1]));
        if (lost) places.push_back(i + 1);
    }
    return places;
}

} // namespace liubai
