#include "text/divide_words.h"

#include <hb.h>

#include <algorithm>
#include <string_view>

namespace liubai {
namespace {

bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }

bool is_letter(char32_t c) { return is_upper(c) || (c >= U'a' && c <= U'z'); }

class Divider {
public:
    Divider(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped)
        : s_(source), runs_(runs), shaped_(shaped) {}

    /// Calls `take` with the first unit and the length of each word that may be divided.
    template <typename Take>
    void for_each_word(Take take) const {
        const auto count = static_cast<std::uint32_t>(shaped_.units.size());
        for (std::uint32_t begin = 0; begin < count;) {
            std::uint32_t end = begin;
            while (end < count && in_token(end)) ++end;
            if (is_plain(begin, end)) {
                for (std::uint32_t u = begin; u < end;) {
                    std::uint32_t stop = u;
                    while (stop < end && is_letter(character(stop))) ++stop;
                    if (is_word(u, stop)) take(u, stop - u);
                    u = std::max(stop, u + 1);
                }
            }
            begin = std::max(end, begin + 1);
        }
    }

private:
    char32_t character(std::uint32_t u) const { return s_.chars[shaped_.units[u].begin]; }

    /// What stands between spaces, Han characters and silences.
    bool in_token(std::uint32_t u) const {
        const Run& run = runs_[shaped_.units[u].run];
        return run.kind == RunKind::kText && run.side == FaceSide::kLatin && run.level % 2 == 0 &&
               shaped_.units[u].kind == ClusterKind::kText;
    }

    /// False for addresses, numbers, words with a hyphen of their own and letters that the patterns do not know.
    bool is_plain(std::uint32_t begin, std::uint32_t end) const {
        constexpr std::u32string_view kNever = U"-/\\@_#\u00AD\u2010\u2011’'";
        for (std::uint32_t u = begin; u < end; ++u) {
            const char32_t c = character(u);
            const CharInfo info = s_.info[shaped_.units[u].begin];
            const bool strange = info.is(Flag::kLetter) && !is_letter(c);
            if (strange || info.is(Flag::kNumber) || kNever.find(c) != kNever.npos) return false;
            if (shaped_.units[u].end - shaped_.units[u].begin != 1) return false;
            const bool joins = (c == U'.' || c == U':') && u + 1 < end && is_letter(character(u + 1));
            if (joins) return false;
        }
        return true;
    }

    bool is_word(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t u = begin; u < end; ++u) {
            if (u > begin && is_upper(character(u))) return false;
            const char* language = hb_language_to_string(runs_[shaped_.units[u].run].language);
            if (language == nullptr || !std::string_view(language).starts_with("en")) return false;
        }
        const std::uint32_t first = begin < end ? shaped_.units[begin].begin : 0;
        const std::uint32_t last = begin < end ? shaped_.units[end - 1].begin : 0;
        return begin < end && std::none_of(s_.rubies.begin(), s_.rubies.end(), [&](const RubySpan& ruby) {
                   return ruby.begin <= last && ruby.end > first;
               });
    }

    const TextSource& s_;
    const std::vector<Run>& runs_;
    const Shaped& shaped_;
};

} // namespace

void divide_words(const TextSource& source, const std::vector<Run>& runs, const Shaped& shaped, const TextStyle& style,
                  Fonts::Impl& fonts, std::vector<Break>& breaks, Spacing& spacing) {
    const Hyphenator* hyphenator = fonts.english();
    if (hyphenator == nullptr) return;
    Divider(source, runs, shaped).for_each_word([&](std::uint32_t first, std::uint32_t length) {
        std::string word;
        for (std::uint32_t u = first; u < first + length; ++u) {
            const char32_t c = source.chars[shaped.units[u].begin];
            word += static_cast<char>(is_upper(c) ? c - U'A' + U'a' : c);
        }
        for (const std::size_t at : hyphenator->points(word)) {
            const std::uint32_t u = first + static_cast<std::uint32_t>(at);
            Break& place = breaks[shaped.units[u].begin];
            if (place != Break::kNo) continue;
            place = Break::kMay;
            spacing[u - 1].row_end = -hyphen(runs[shaped.units[u - 1].run], style, fonts).advance;
        }
    });
}

} // namespace liubai
