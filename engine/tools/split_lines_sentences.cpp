#include "tools/split_lines_sentences.h"

#include "tools/import_characters.h"

#include <algorithm>
#include <array>
#include <string>

namespace liubai {
namespace {

constexpr std::u32string_view kHanEnds = U"。！？";
constexpr std::u32string_view kLatinEnds = U".!?\u2026";
constexpr std::u32string_view kPairs = U"\u201C\u201D\u2018\u2019「」『』《》〈〉（）()[]【】{}«»［］";

// A full stop after one of these ends a word, not a sentence.
constexpr std::array<std::u32string_view, 25> kAbbreviations{
    U"mr",  U"mrs", U"ms", U"dr", U"prof", U"st",     U"sr",  U"jr",  U"vs",  U"e.g", U"i.e",  U"cf",  U"no",
    U"fig", U"vol", U"p",  U"pp", U"ca",   U"approx", U"gen", U"rev", U"hon", U"mt",  U"dept", U"est",
};

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
bool is_end_mark(char32_t c) { return is_one_of(kHanEnds, c) || is_one_of(kLatinEnds, c); }
char32_t at(std::u32string_view text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }
bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }

/// ' between letters, or after a letter with nothing open.
bool is_apostrophe(std::u32string_view text, std::size_t i) {
    return i > 0 && is_letter(text[i - 1]) && is_letter(at(text, i + 1));
}

char32_t closer_of(char32_t open) {
    if (open == U'"' || open == U'\'') return open;
    const std::size_t i = kPairs.find(open);
    return i != std::u32string_view::npos && i % 2 == 0 ? kPairs[i + 1] : U'\0';
}

bool may_open(std::u32string_view text, std::size_t i) {
    const char32_t c = text[i];
    if (closer_of(c) == U'\0') return false;
    if (c != U'\'' && c != U'"') return true;
    return (i == 0 || !is_word(text[i - 1])) && i + 1 < text.size() && !is_space(text[i + 1]);
}

/// "No. 5", "J. R. R. Tolkien", "Dr. Li", and numbers of a list.
bool is_abbreviated(std::u32string_view text, std::size_t stop, std::size_t sentence_begin) {
    std::size_t begin = stop;
    while (begin > sentence_begin && (is_word(text[begin - 1]) || text[begin - 1] == U'.')) --begin;
    std::u32string word(text.substr(begin, stop - begin));
    if (word.empty()) return false;
    if (begin == sentence_begin && std::all_of(word.begin(), word.end(), is_digit)) return true;
    if (word.size() == 1 && word[0] >= U'A' && word[0] <= U'Z' && word[0] != U'I') return true;
    for (char32_t& c : word) {
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    }
    const bool number_follows = is_digit(at(text, stop + 2));
    if (word == U"no" || word == U"p" || word == U"pp" || word == U"fig" || word == U"vol") return number_follows;
    return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

/// What may follow a sentence that ended with a Latin mark.
bool starts_latin_sentence(std::u32string_view text, std::size_t next) {
    const char32_t c = at(text, next);
    return !is_lower_case(c) && !is_dash(c) && !is_one_of(U",.;:!?)]}\u2026", c);
}

struct Sentences {
    std::u32string_view text;
    const std::vector<int>& depths;
    std::size_t begin = 0; ///< of the sentence being read

    std::size_t skip_spaces(std::size_t i) const {
        while (i < text.size() && is_space(text[i])) ++i;
        return i;
    }

    /// The marks `mark`…`end` end a sentence if what follows agrees. `quoted`: they stand inside the quote that closes
    /// right after them, whose opening mark is at `open`.
    bool ends_here(std::size_t mark, std::size_t end, bool quoted, std::size_t open) const {
        const std::size_t next = skip_spaces(end);
        if (next == text.size()) return true;
        const char32_t last = text[quoted ? mark : end - 1];
        const bool spaced = next > end;
        if (is_emoji(text[next])) return true;
        if (quoted && !spaced) {
            // 他说：“好。”| then more; but “好。”他说 and 'city还是country？'这个话题 go on.
            if (is_opening_mark(text[next])) return true;
            const bool introduced = open > begin && is_one_of(U"：:，,—", text[open - 1]);
            return introduced && is_one_of(kHanEnds, last) && !is_one_of(U"，、；：。！？,.;:!?", text[next]);
        }
        if (is_one_of(kHanEnds, last)) return !is_closing_mark(text[next]) || spaced;
        if (is_cjk(text[next]))
            return last != U'\u2026' && !(last == U'.' && at(text, mark + 1) == U'.') && !only_digits(mark);
        if (!spaced || !starts_latin_sentence(text, next)) return false;
        return !(last == U'.' && end == mark + 1 && is_abbreviated(text, mark, begin));
    }

    bool only_digits(std::size_t end) const {
        const auto head = text.substr(begin, end - begin);
        return !head.empty() && is_digit(head.back());
    }

    std::size_t with_emoji(std::size_t end) const {
        std::size_t next = skip_spaces(end);
        while (next < text.size() && is_emoji(text[next])) {
            while (next < text.size() && is_emoji(text[next])) ++next;
            end = next;
            next = skip_spaces(end);
        }
        return end;
    }
};

} // namespace

std::vector<int> quote_depths(std::u32string_view text) {
    struct Open {
        std::size_t at;
        char32_t closer;
    };
    std::vector<Open> open;
    std::vector<int> change(text.size() + 1, 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const auto partner = std::find_if(open.rbegin(), open.rend(), [&](const Open& o) { return o.closer == c; });
        const bool curly_or_straight = c == U'\'' || c == U'\u2019';
        if (partner != open.rend() && !(curly_or_straight && is_apostrophe(text, i))) {
            ++change[partner->at + 1];
            --change[i + 1];
            open.erase(partner.base() - 1, open.end());
        } else if (may_open(text, i)) {
            open.push_back({i, closer_of(c)});
        }
    }
    std::vector<int> depths(text.size() + 1, 0);
    int depth = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        depth += change[i];
        depths[i] = depth;
    }
    return depths;
}

std::vector<std::size_t> sentence_ends(std::u32string_view text, const std::vector<int>& depths) {
    std::vector<std::size_t> ends;
    Sentences s{text, depths};
    std::size_t quote_opened = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (depths[i] == 0 && depths[i + 1] > 0) quote_opened = i;
        // An opening mark raises the depth after itself, so a closing one still stands inside.
        const bool closes = depths[i] > 0 && depths[i + 1] == 0;
        if (!is_end_mark(text[i]) && !closes) continue;
        if (!closes && depths[i] > 0) continue;
        std::size_t mark = i;
        std::size_t end = i + 1;
        if (closes) {
            while (mark > 0 && is_closing_mark(text[mark])) --mark;
            if (!is_end_mark(text[mark])) continue;
        } else {
            while (end < text.size() && depths[end] == 0 && is_end_mark(text[end])) ++end;
        }
        if (s.ends_here(mark, end, closes, quote_opened)) {
            end = s.with_emoji(end);
            ends.push_back(end);
            s.begin = s.skip_spaces(end);
        }
        i = end - 1;
    }
    if (ends.empty() || s.skip_spaces(ends.back()) < text.size()) ends.push_back(text.size());
    return ends;
}

} // namespace liubai
