#include "base/utf8.h"
#include "text/graphemes.h"
#include "text/source.h"

#include <hb.h>

#include <algorithm>

namespace liubai {
namespace {

bool is_space(char32_t c) { return c == U' ' || c == U'\t'; }

void decode(TextSource& source, std::string_view text) {
    source.chars.resize(text.size());
    source.byte_at.resize(text.size() + 1);
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        source.byte_at[count] = static_cast<std::uint32_t>(at);
        const char32_t c = next_code_point(text, at);
        source.chars[count] = c == U'\t' ? U' ' : c;
    }
    source.chars.resize(count);
    source.byte_at.resize(count + 1);
    source.byte_at.back() = static_cast<std::uint32_t>(text.size());
}

std::uint32_t char_index(const TextSource& source, std::size_t byte) {
    const auto found = std::lower_bound(source.byte_at.begin(), source.byte_at.end(), byte);
    const auto index = static_cast<std::uint32_t>(found - source.byte_at.begin());
    return std::min(index, source.size());
}

std::uint16_t index_of(std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    const auto index = static_cast<std::uint16_t>(found - names.begin());
    if (found == names.end()) names.push_back(name);
    return index;
}

std::uint16_t index_of(std::vector<CharStyle>& styles, const CharStyle& style) {
    const auto found = std::find(styles.begin(), styles.end(), style);
    const auto index = static_cast<std::uint16_t>(found - styles.begin());
    if (found == styles.end()) styles.push_back(style);
    return index;
}

/// Changes the style of every character of a span, later spans (the inner ones) last.
template <typename Change>
void restyle(TextSource& source, std::uint32_t begin, std::uint32_t end, Change change) {
    for (std::uint32_t i = begin; i < end; ++i) {
        CharStyle style = source.styles[source.style_of[i]];
        change(style);
        source.style_of[i] = index_of(source.styles, style);
    }
}

void apply_spans(TextSource& source, const RichText& text, const TextStyle& style) {
    source.languages.emplace_back();
    source.styles.push_back({style.bold, style.italic, false, 0});
    source.style_of.assign(source.size(), 0);
    for (const Span& span : text.spans) {
        const std::uint32_t begin = char_index(source, span.begin);
        const std::uint32_t end = char_index(source, span.end);
        if (begin >= end) continue;
        if (std::holds_alternative<Emphasis>(span.kind)) {
            restyle(source, begin, end, [](CharStyle& s) { s.emphasis = s.italic = true; });
        } else if (std::holds_alternative<Bold>(span.kind)) {
            restyle(source, begin, end, [](CharStyle& s) { s.bold = true; });
        } else if (const auto* language = std::get_if<InLanguage>(&span.kind)) {
            const std::uint16_t index = index_of(source.languages, language->tag);
            restyle(source, begin, end, [&](CharStyle& s) { s.language = index; });
        } else if (const auto* tinted = std::get_if<Tinted>(&span.kind)) {
            if (source.color.empty()) source.color.assign(source.size(), style.color);
            std::fill(source.color.begin() + begin, source.color.begin() + end, tinted->color);
        } else if (const auto* ruby = std::get_if<Ruby>(&span.kind)) {
            source.rubies.push_back({begin, end, ruby->annotation});
        }
    }
}

/// L9: of several spaces one is kept; before or after a hard break none is.
void hide(TextSource& source) {
    source.hidden.assign(source.size(), false);
    bool after_space = true;
    for (std::uint32_t i = 0; i < source.size(); ++i) {
        const char32_t c = source.chars[i];
        if ((c > 0x20 && c < 0x7F) || c > 0x2029) {
            after_space = false;
        } else if (is_hard_break(c)) {
            source.hidden[i] = true;
            after_space = true;
        } else if (is_space(c)) {
            source.hidden[i] = after_space;
            after_space = true;
        } else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            source.hidden[i] = true;
        } else {
            after_space = false;
        }
    }
}

/// A Han character says about as much as three Latin letters.
bool mostly_han(const TextSource& source, const TextStyle& style) {
    std::size_t han = 0;
    std::size_t latin = 0;
    for (const Script s : source.script) {
        if (s == Script::kHan || s == Script::kKana) ++han;
        if (s == Script::kLatin || s == Script::kOther) ++latin;
    }
    if (han == 0 && latin == 0) {
        return style.language.starts_with("zh") || style.language.starts_with("ja") || style.language.empty();
    }
    return han * 3 >= latin;
}

} // namespace

Script coarse_script(char32_t c) {
    if (c < 0x80) return (c | 0x20) >= U'a' && (c | 0x20) <= U'z' ? Script::kLatin : Script::kCommon;
    if (c >= 0x4E00 && c <= 0x9FFF) return Script::kHan;
    if ((c >= 0x2010 && c <= 0x2060) || (c >= 0xFF01 && c <= 0xFF20)) return Script::kCommon;
    if (c >= 0x3001 && c <= 0x3020 && c != U'々' && c != U'〇') return Script::kCommon;
    switch (hb_unicode_script(hb_unicode_funcs_get_default(), c)) {
    case HB_SCRIPT_HAN: return Script::kHan;
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_BOPOMOFO: return Script::kKana;
    case HB_SCRIPT_HANGUL: return Script::kHangul;
    case HB_SCRIPT_LATIN: return Script::kLatin;
    case HB_SCRIPT_COMMON:
    case HB_SCRIPT_INHERITED:
    case HB_SCRIPT_UNKNOWN: return Script::kCommon;
    default: return Script::kOther;
    }
}

TextSource collect(const RichText& text, const TextStyle& style) {
    TextSource source;
    decode(source, text.text);
    source.info = char_infos(source.chars);
    source.script.resize(source.size());
    std::transform(source.chars.begin(), source.chars.end(), source.script.begin(), coarse_script);
    source.graphemes = grapheme_borders(source.chars);
    apply_spans(source, text, style);
    hide(source);
    source.mostly_han = mostly_han(source, style);
    return source;
}

} // namespace liubai
