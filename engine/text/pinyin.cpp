#include "text/pinyin.h"

#include "base/error.h"
#include "base/utf8.h"

#include <algorithm>
#include <iterator>

namespace liubai {
namespace {

constexpr std::size_t kLongestWord = 16; // more is no word, and would make matching slow

Error damaged() {
    return Error({"拼音表已损坏（assets/pinyin.txt）。请重新安装，或者关掉拼音。",
                  "the table of pinyin is damaged (assets/pinyin.txt). Install it again, or switch pinyin off."});
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    while (true) {
        const std::size_t space = text.find(' ');
        parts.emplace_back(text.substr(0, space));
        if (space == std::string_view::npos) return parts;
        text.remove_prefix(space + 1);
    }
}

/// Bytes that no pinyin is written over.
std::vector<bool> kept_bytes(const RichText& text) {
    std::vector<bool> kept(text.text.size(), false);
    for (const Span& span : text.spans) {
        const auto* language = std::get_if<InLanguage>(&span.kind);
        const bool foreign = language && !language->tag.starts_with("zh");
        if (!foreign && !std::holds_alternative<Ruby>(span.kind)) continue;
        for (std::size_t i = span.begin; i < span.end && i < kept.size(); ++i) kept[i] = true;
    }
    return kept;
}

struct ReadWord {
    std::string text;
    std::vector<Span> rubies; ///< over those of its characters that are not kept
};

/// The words of a text over which pinyin may be written.
std::vector<ReadWord> read_words(const RichText& text, const Pinyin& pinyin) {
    const std::vector<bool> kept = kept_bytes(text);
    std::vector<ReadWord> words;
    std::size_t at = 0;
    for (const std::vector<std::string>& piece : pinyin.pieces(to_utf32(text.text))) {
        ReadWord word;
        const std::size_t word_begin = at;
        for (const std::string& reading : piece) {
            const std::size_t begin = at;
            next_code_point(text.text, at);
            if (!reading.empty() && !kept[begin]) word.rubies.push_back({begin, at, Ruby{reading}});
        }
        if (word.rubies.empty()) continue;
        word.text = text.text.substr(word_begin, at - word_begin);
        words.push_back(std::move(word));
    }
    return words;
}

} // namespace

Pinyin::Pinyin(const Blob& table) {
    std::string_view text = table.text();
    if (text.empty() || text.back() != '\n' || !is_utf8(text)) throw damaged(); // cut short, or not a text
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end > 0 && text[0] != '#') take_line(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    if (characters_.empty()) throw damaged();
}

void Pinyin::take_line(std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) throw damaged();
    const std::u32string word = to_utf32(line.substr(tab + 1));
    std::vector<std::string> said = split(line.substr(0, tab));
    const bool has_empty = std::any_of(said.begin(), said.end(), [](const std::string& one) { return one.empty(); });
    if (word.empty() || has_empty) throw damaged();
    if (said.size() == 1) {
        for (const char32_t c : word) characters_.emplace(c, said[0]);
        return;
    }
    if (said.size() != word.size() || word.size() > kLongestWord) throw damaged();
    longest_ = std::max(longest_, word.size());
    words_.emplace(word, std::move(said));
}

std::vector<std::vector<std::string>> Pinyin::pieces(std::u32string_view text) const {
    struct Best {
        std::size_t pieces = 0; ///< from here to the end
        std::size_t length = 1; ///< of the piece that begins here
        const std::vector<std::string>* word = nullptr;
    };
    std::vector<Best> best(text.size() + 1);
    for (std::size_t i = text.size(); i-- > 0;) {
        best[i] = {best[i + 1].pieces + 1, 1, nullptr};
        if (!characters_.contains(text[i])) continue;
        for (std::size_t length = 2; length <= std::min(longest_, text.size() - i); ++length) {
            const auto found = words_.find(std::u32string(text.substr(i, length)));
            if (found == words_.end() || best[i + length].pieces + 1 > best[i].pieces) continue;
            best[i] = {best[i + length].pieces + 1, length, &found->second};
        }
    }
    std::vector<std::vector<std::string>> result;
    result.reserve(best[0].pieces);
    for (std::size_t i = 0; i < text.size(); i += best[i].length) {
        if (best[i].word) {
            result.push_back(*best[i].word);
        } else {
            const auto found = characters_.find(text[i]);
            result.emplace_back(1, found == characters_.end() ? "" : found->second);
        }
    }
    return result;
}

std::vector<std::string> Pinyin::readings(std::u32string_view text) const {
    std::vector<std::string> result;
    result.reserve(text.size());
    for (auto& piece : pieces(text)) std::move(piece.begin(), piece.end(), std::back_inserter(result));
    return result;
}

void Pinyin::each_reading(const std::function<void(char32_t, const std::string&)>& take) const {
    for (const auto& [c, reading] : characters_) take(c, reading);
    for (const auto& [word, said] : words_) {
        for (std::size_t i = 0; i < word.size(); ++i) take(word[i], said[i]);
    }
}

RichText with_pinyin(const RichText& text, const Pinyin& pinyin,
                     const std::function<bool(const std::string&)>& is_met) {
    RichText result = text;
    for (const ReadWord& word : read_words(text, pinyin)) {
        if (!is_met || !is_met(word.text)) result.spans.insert(result.spans.end(), word.rubies.begin(), word.rubies.end());
    }
    // Stable: a span of the author's that begins at the same place holds ours.
    std::stable_sort(result.spans.begin(), result.spans.end(),
                     [](const Span& a, const Span& b) { return a.begin < b.begin; });
    return result;
}

std::set<std::string> words_of(const RichText& text, const Pinyin& pinyin) {
    std::set<std::string> words;
    for (ReadWord& word : read_words(text, pinyin)) words.insert(std::move(word.text));
    return words;
}

} // namespace liubai
