#include "tools/terminal_words.h"

#include "base/utf8.h"
#include "text/search.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace liubai::terminal_words {
namespace {

struct Word {
    std::string_view word;
    Verb verb;
};
constexpr std::array kWords{
    Word{"?", Verb::kHelp},            Word{"help", Verb::kHelp},         Word{"帮助", Verb::kHelp},
    Word{"b", Verb::kBack},            Word{"back", Verb::kBack},         Word{"返回", Verb::kBack},
    Word{"f", Verb::kForward},         Word{"forward", Verb::kForward},   Word{"前进", Verb::kForward},
    Word{"log", Verb::kLog},           Word{"记录", Verb::kLog},          Word{"mode", Verb::kMode},
    Word{"阅读", Verb::kMode},         Word{"lang", Verb::kLanguage},     Word{"语言", Verb::kLanguage},
    Word{"chapters", Verb::kChapters}, Word{"章节", Verb::kChapters},     Word{"go", Verb::kGo},
    Word{"去", Verb::kGo},             Word{"save", Verb::kSave},         Word{"存", Verb::kSave},
    Word{"load", Verb::kLoad},         Word{"读", Verb::kLoad},           Word{"读档", Verb::kLoad},
    Word{"saves", Verb::kSaves},       Word{"存档", Verb::kSaves},        Word{"continue", Verb::kContinue},
    Word{"继续", Verb::kContinue},     Word{"begin", Verb::kBegin},       Word{"从头", Verb::kBegin},
    Word{"quit", Verb::kQuit},         Word{"q", Verb::kQuit},            Word{"退出", Verb::kQuit},
};

/// Without the spaces around it. A Chinese input method gives full-width spaces too.
std::string trimmed(std::string_view text) {
    const std::u32string_view spaces = U" \t\r\u3000";
    std::u32string out = to_utf32(text);
    while (!out.empty() && spaces.find(out.back()) != spaces.npos) out.pop_back();
    out.erase(0, std::min(out.find_first_not_of(spaces), out.size()));
    return to_utf8(out);
}

} // namespace

Typed read_typed(std::string_view row) {
    const std::string input = trimmed(row);
    if (input.empty()) return {};
    for (const std::string_view slash : {"/", "／"}) {
        if (input.starts_with(slash)) return {Verb::kSearch, trimmed(input.substr(slash.size()))};
    }
    if (number_in(input)) return {Verb::kNumber, input};
    const std::u32string all = to_utf32(input);
    const std::size_t space = std::min(all.find_first_of(U" \t\u3000"), all.size());
    const std::string word = to_utf8(all.substr(0, space));
    const auto known = std::find_if(kWords.begin(), kWords.end(), [&](const Word& w) { return is_same(w.word, word); });
    if (known == kWords.end()) return {Verb::kUnknown, input};
    return {known->verb, trimmed(to_utf8(all.substr(space)))};
}

std::optional<std::size_t> number_in(std::string_view text) {
    const std::string digits = half_width(text);
    std::size_t number = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return result.ec == std::errc() && result.ptr == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

std::string half_width(std::string_view text) {
    constexpr char32_t kFirst = U'！';
    constexpr char32_t kLast = U'～';
    std::u32string out = to_utf32(text);
    for (char32_t& c : out) {
        if (c >= kFirst && c <= kLast) c = c - kFirst + U'!';
    }
    return to_utf8(out);
}

bool is_same(std::string_view a, std::string_view b) { return search_key(a) == search_key(b); }

} // namespace liubai::terminal_words
