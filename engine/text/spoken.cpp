#include "text/spoken.h"

#include "base/utf8.h"
#include "text/source.h"

#include <algorithm>

namespace liubai {
namespace {

bool is_in(const std::string& language, std::string_view primary) {
    return language == primary || language.starts_with(std::string(primary) + "-");
}

/// The characters between two gaps.
class Stretch {
public:
    Stretch(const TextSource& source, std::uint32_t begin, std::uint32_t end, const std::string& own)
        : s_(source), begin_(begin), end_(end), own_(own) {}

    /// Adds its parts; nothing when there is no word in it.
    void add_to(std::vector<SpokenPart>& parts) {
        const bool has_word = find_languages();
        if (!has_word) return;
        std::vector<SpokenPart> mine;
        for (std::uint32_t i = begin_; i < end_; ++i) {
            const char32_t c = is_hard_break(s_.chars[i]) ? U' ' : s_.chars[i];
            if (s_.hidden[i] && c != U' ') continue;
            const std::string& language = of_[i - begin_];
            if (mine.empty() || mine.back().language != language) mine.push_back({"", language});
            std::string& text = mine.back().text;
            if (c != U' ' || (!text.empty() && text.back() != ' ')) append_utf8(text, c);
        }
        for (SpokenPart& part : mine) {
            while (part.text.ends_with(' ')) part.text.pop_back();
            if (!part.text.empty()) parts.push_back(std::move(part));
        }
    }

private:
    /// The language that a character has of itself; "" for one that goes with its neighbours.
    [[nodiscard]] std::string own_language(std::uint32_t i) const {
        const std::string& asked = s_.languages[s_.styles[s_.style_of[i]].language];
        if (!asked.empty()) return asked;
        switch (s_.script[i]) {
        case Script::kHan: return is_in(own_, "zh") || is_in(own_, "ja") ? own_ : "zh";
        case Script::kKana: return "ja";
        case Script::kHangul: return "ko";
        case Script::kLatin: return is_in(own_, "zh") || is_in(own_, "ja") || is_in(own_, "ko") ? "en" : own_;
        case Script::kOther: return own_;
        case Script::kCommon: break;
        }
        return "";
    }

    [[nodiscard]] bool is_space(std::uint32_t i) const { return s_.chars[i] == U' ' || is_hard_break(s_.chars[i]); }
    [[nodiscard]] bool opens(std::uint32_t i) const {
        return s_.info[i].line() == LineClass::kOP || s_.info[i].is(Flag::kInitialQuote);
    }

    /// True for what goes with the word after it: an opening mark, and a digit before a Latin letter (3D) or after a
    /// space and before any letter.
    [[nodiscard]] bool goes_on(std::uint32_t i) const {
        if (opens(i)) return true;
        if (!s_.info[i].is(Flag::kNumber) || i + 1 >= end_) return false;
        std::uint32_t next = i + 1;
        while (next < end_ && s_.info[next].is(Flag::kNumber)) ++next;
        if (next == end_ || s_.script[next] == Script::kCommon) return false;
        std::uint32_t first = i;
        while (first > begin_ && s_.info[first - 1].is(Flag::kNumber)) --first;
        return s_.script[next] == Script::kLatin || first == begin_ || is_space(first - 1);
    }

    bool find_languages() {
        of_.resize(end_ - begin_);
        bool has_word = false;
        for (std::uint32_t i = begin_; i < end_; ++i) {
            of_[i - begin_] = own_language(i);
            has_word = has_word || s_.script[i] != Script::kCommon || s_.info[i].is(Flag::kNumber);
        }
        std::string after;
        for (std::uint32_t i = end_; i-- > begin_;) {
            if (of_[i - begin_].empty() && goes_on(i)) of_[i - begin_] = after;
            if (!of_[i - begin_].empty()) after = of_[i - begin_];
        }
        std::string before = after.empty() ? own_ : after; // what stands before the first word goes with it
        for (std::string& language : of_) {
            if (language.empty()) language = before;
            before = language;
        }
        return has_word;
    }

    const TextSource& s_;
    std::uint32_t begin_;
    std::uint32_t end_;
    const std::string& own_;
    std::vector<std::string> of_; ///< the language of each character
};

} // namespace

std::vector<SpokenPart> spoken_parts(const RichText& text, const std::string& language) {
    TextStyle style;
    style.language = language;
    const TextSource source = collect(text, style);
    std::vector<SpokenPart> parts;
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i <= source.size(); ++i) {
        if (i < source.size() && source.chars[i] != kGapChar) continue;
        Stretch(source, begin, i, language).add_to(parts);
        if (i < source.size()) parts.push_back({"", language});
        begin = i + 1;
    }
    if (parts.empty() && source.size() > 0) parts.push_back({"", language});
    return parts;
}

} // namespace liubai
