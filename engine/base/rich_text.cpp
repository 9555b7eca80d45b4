#include "base/rich_text.h"

#include "base/utf8.h"

#include <algorithm>

namespace liubai {
namespace {

bool is_heard(const Unsaid& gap, const std::vector<std::string>& keys) {
    return !gap.key.empty() && std::find(keys.begin(), keys.end(), gap.key) != keys.end();
}

bool is_latin_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x250);
}

bool is_space(char32_t c) { return c == U' ' || c == U'\n' || c == 0x3000; }

/// Replaces `length` bytes at `at` and moves every offset behind them.
void replace_at(RichText& text, std::size_t at, std::size_t length, std::string_view by) {
    text.text.replace(at, length, by);
    const auto move = [&](std::size_t& offset) {
        if (offset > at) offset = offset - length + by.size();
    };
    for (Cue& cue : text.cues) move(cue.at);
    for (Span& span : text.spans) {
        move(span.begin);
        move(span.end);
    }
}

} // namespace

RichText with_curly_quotes(const RichText& text) {
    RichText out = text;
    bool single_open = false;
    bool double_open = false;
    char32_t before = U' ';
    for (std::size_t at = 0; at < out.text.size();) {
        const std::size_t start = at;
        const char32_t c = next_code_point(out.text, at);
        if (c != U'\'' && c != U'"') {
            before = c;
            continue;
        }
        std::size_t next = at;
        const char32_t after = at < out.text.size() ? next_code_point(out.text, next) : U' ';
        std::string_view curled;
        if (c == U'"') {
            curled = double_open ? "”" : "“";
            double_open = !double_open;
        } else {
            const bool apostrophe = is_latin_letter(before) && (is_latin_letter(after) || !single_open);
            const bool elision = !single_open && is_space(before) && after >= U'0' && after <= U'9';
            const bool closes = single_open && !apostrophe;
            curled = apostrophe || elision || closes ? "’" : "‘";
            if (!apostrophe && !elision) single_open = !single_open;
        }
        replace_at(out, start, 1, curled);
        at = start + curled.size();
        before = c;
    }
    return out;
}

std::string plain(const RichText& text, std::string_view gap) {
    std::string out = text.text;
    for (std::size_t at = out.find(kGapUtf8); at != std::string::npos; at = out.find(kGapUtf8, at + gap.size())) {
        out.replace(at, kGapUtf8.size(), gap);
    }
    return out;
}

RichText with_gaps_filled(const RichText& text, const std::vector<std::string>& keys) {
    RichText out = text;
    for (std::size_t i = 0; i < out.cues.size();) {
        const auto* gap = std::get_if<Unsaid>(&out.cues[i].kind);
        if (!gap || !is_heard(*gap, keys)) {
            ++i;
            continue;
        }
        const std::size_t at = out.cues[i].at;
        const std::string shown = gap->shown;
        out.cues.erase(out.cues.begin() + static_cast<std::ptrdiff_t>(i));
        replace_at(out, at, kGapUtf8.size(), shown);
    }
    return out;
}

} // namespace liubai
