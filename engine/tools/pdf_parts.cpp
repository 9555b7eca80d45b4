#include "tools/pdf_parts.h"

#include "base/utf8.h"
#include "ui/draw.h"
#include "ui/theme.h"

namespace liubai {
namespace {

constexpr float kEndless = 100000;
constexpr float kBetweenNames = 8;

/// One row, its baseline at the point. Answers its width.
float put_on(const PdfSheet& sheet, Vec2 at, const std::string& words, const TextStyle& style) {
    const TypesetText set = set_text(sheet.fonts, {words, {}, {}}, style, kEndless);
    if (set.layout.rows.empty()) return 0;
    sheet.canvas.put_row(set.text, set.layout, 0, {at.x, at.y - set.layout.rows[0].baseline});
    return set.layout.size.x;
}

/// Large, the characters of a short Han title apart, and the light between two. Answers its height.
float put_film_letters(const PdfSheet& sheet, float y, const PrintedText& title, Color ground, float width) {
    constexpr float kSize = 62;
    const std::string words = plain_row(title);
    const std::u32string chars = to_utf32(words);
    const bool apart = stands_apart(words);
    const float size = apart ? kSize : kSize * 0.72f;
    const TextStyle style = standing_style(Family::kTitle, size, title.language, theme::kText);
    if (!apart) return put_centered_rows(sheet, y, words, style, width);
    const float step = kSize * (chars.size() == 2 ? 3.4f : 1.9f);
    float x = kA4.x / 2 - (step * static_cast<float>(chars.size() - 1) + kSize) / 2;
    if (chars.size() == 2) {
        const Rect light{kA4.x / 2 - kSize * 1.2f, y + kSize * 0.1f, kSize * 2.4f, kSize * 1.1f};
        sheet.canvas.light(light, mix(ground, pdf_ink::kLight, 0.8f), ground);
    }
    for (const char32_t c : chars) {
        put_on(sheet, {x, y + kSize}, to_utf8(std::u32string_view(&c, 1)), style);
        x += step;
    }
    return kSize * style.row_pitch;
}

void put_voices(const PdfSheet& sheet, const PrintedStory& story, float y) {
    const std::vector<const Speaker*> voices = voices_of(story);
    constexpr std::size_t kMost = 4;
    if (voices.empty() || voices.size() > kMost) return;
    constexpr float kApart = 38;
    constexpr float kStamp = 22;
    constexpr float kAfterStamp = 8;
    const auto names = [&](const Speaker& voice, float x, bool draw) {
        return put_speaker_names(sheet, {x, y + kStamp * 0.68f}, voice, story, theme::kSecondary, 11, draw);
    };
    float width = kApart * static_cast<float>(voices.size() - 1);
    for (const Speaker* voice : voices) width += kStamp + kAfterStamp + names(*voice, 0, false);
    float x = (kA4.x - width) / 2;
    for (const Speaker* voice : voices) {
        put_speaker_seal(sheet, {x, y, kStamp, kStamp}, *voice, story.languages.front());
        x += kStamp + kAfterStamp;
        x += names(*voice, x, true) + kApart;
    }
}

} // namespace

TypesetText set_text(const Fonts& fonts, RichText text, const TextStyle& style, float width) {
    Layout layout = lay_out(text, style, width, fonts);
    return {std::move(text.text), std::move(layout)};
}

TextStyle standing_style(Family family, float size, const std::string& language, Color color, bool slanted) {
    TextStyle style;
    style.family = family;
    style.italic = slanted && !is_east_asian(language);
    style.size = size;
    style.row_pitch = 1.3f;
    style.language = language;
    style.color = color;
    return style;
}

float put_centered_rows(const PdfSheet& sheet, float y, const std::string& words, TextStyle style, float width) {
    style.align = Align::kCenter;
    style.mode = FitMode::kBalance;
    const TypesetText set = set_text(sheet.fonts, {words, {}, {}}, style, width);
    for (std::size_t row = 0; row < set.layout.rows.size(); ++row) {
        sheet.canvas.put_row(set.text, set.layout, row, {(kA4.x - width) / 2, y});
    }
    return set.layout.size.y;
}

void put_speaker_seal(const PdfSheet& sheet, Rect at, const Speaker& speaker, const std::string& language) {
    const std::string& own = speaker.language.empty() ? language : speaker.language;
    const Color on = readable_on(theme::kPaper, speaker.color);
    sheet.canvas.fill(at, speaker.color, at.w * 0.1f);
    sheet.canvas.frame(inflated(at, -at.w * 0.075f), mix(speaker.color, on, 0.6f), at.w * 0.025f, at.w * 0.06f);
    TextStyle style = standing_style(Family::kSerif, at.w * 0.66f, is_east_asian(own) ? own : "zh", on);
    style.bold = true;
    const TypesetText set = set_text(sheet.fonts, {seal_of(speaker, own), {}, {}}, style, kEndless);
    if (set.layout.rows.empty()) return;
    const Vec2 size = set.layout.size;
    sheet.canvas.put_row(set.text, set.layout, 0, {at.x + (at.w - size.x) / 2, at.y + (at.h - size.y) / 2});
}

float put_speaker_names(const PdfSheet& sheet, Vec2 baseline, const Speaker& speaker, const PrintedStory& story,
                        Color color, float size, bool draw) {
    float width = -kBetweenNames;
    for (const PrintedName& name : names_of(story, speaker)) {
        const bool first = width < 0;
        width += kBetweenNames;
        const TextStyle style = standing_style(Family::kSerif, size, name.language, color, !first);
        width += draw ? put_on(sheet, {baseline.x + width, baseline.y}, name.text, style)
                      : set_text(sheet.fonts, {name.text, {}, {}}, style, kEndless).layout.size.x;
    }
    return width;
}

void put_title_page(const PdfSheet& sheet, const PrintedStory& story, float width) {
    constexpr Color kGround{13, 17, 25, 255};
    constexpr Color kBar{6, 8, 12, 255};
    constexpr float kBarHeight = 96;
    sheet.canvas.fill({0, 0, kA4.x, kA4.y}, kGround);
    sheet.canvas.fill({0, 0, kA4.x, kBarHeight}, kBar);
    sheet.canvas.fill({0, kA4.y - kBarHeight, kA4.x, kBarHeight}, kBar);
    float y = 290;
    bool first = true;
    for (const PrintedText& text : story.title) {
        if (first) {
            y += put_film_letters(sheet, y, text, kGround, width) + 26;
        } else {
            const TextStyle style = standing_style(Family::kTitle, 19, text.language, theme::kSecondary, true);
            y += put_centered_rows(sheet, y, plain_row(text), style, width) + 8;
        }
        first = false;
    }
    put_voices(sheet, story, kA4.y - kBarHeight - 110);
}

std::string joined_texts(const std::vector<PrintedText>& texts) {
    std::string all;
    for (const PrintedText& text : texts) all += (all.empty() ? "" : " · ") + plain_row(text);
    return all;
}

} // namespace liubai
