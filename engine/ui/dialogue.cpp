#include "ui/dialogue.h"

#include "base/utf8.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kBetweenTexts = 10;
constexpr float kNameAbove = 14;

const RichText* find_text(const Texts& texts, const std::string& language) {
    const auto found = texts.find(language);
    return found == texts.end() ? nullptr : &found->second;
}

/// The other of the two languages that a bilingual reader reads.
std::string partner(const Line& line, const std::string& mine) {
    if (line.language != mine) return line.language;
    for (const auto& [language, text] : line.others) {
        if (language != mine) return language;
    }
    return "";
}

std::string first_character(const std::string& text) {
    const std::u32string characters = to_utf32(text);
    return characters.empty() ? "" : to_utf8(characters.substr(0, 1));
}

/// The light that stands in a silence, as wide as the gap and a little beyond.
void put_gap_light(std::vector<DrawItem>& items, const UiPictures& ui, Rect gap, float alpha) {
    const Rect halo{gap.x - gap.w * 0.30f, gap.y - gap.h * 0.55f, gap.w * 1.6f, gap.h * 2.1f};
    put_picture(items, ui.glow, halo, faded(theme::kLight, 0.35f * alpha), Blend::kAdd);
    // A row of small glows: as bright at its ends as in the middle, like a lamp behind paper.
    constexpr int kGlows = 5;
    for (int i = 0; i < kGlows; ++i) {
        const float middle = gap.x + gap.w * (0.16f + 0.17f * static_cast<float>(i));
        const Rect glow{middle - gap.h * 1.1f, gap.y - gap.h * 0.2f, gap.h * 2.2f, gap.h * 1.4f};
        put_picture(items, ui.glow, glow, faded(theme::kLight, 0.26f * alpha), Blend::kAdd);
    }
}

void put_revealed(std::vector<DrawItem>& items, const DialogueText& text, const DialogueView& view, const UiPictures& ui,
                  const Rhythm& rhythm) {
    GlyphsItem item;
    const Layout& layout = *text.layout;
    for (std::size_t i = 0; i < layout.clusters.size(); ++i) {
        const Cluster& cluster = layout.clusters[i];
        const float alpha = cluster_alpha(text.reveal, i, view.elapsed, rhythm) * view.alpha;
        if (alpha <= 0) continue;
        if (cluster.kind == ClusterKind::kGap) {
            Rect gap = cluster_rect(layout, i);
            gap.x += text.origin.x;
            gap.y += text.origin.y;
            put_gap_light(items, ui, gap, alpha);
        }
        for (std::uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) {
            PlacedGlyph glyph = layout.glyphs[g];
            glyph.at = {glyph.at.x + text.origin.x, glyph.at.y + text.origin.y};
            glyph.color = faded(glyph.color, alpha);
            item.glyphs.push_back(glyph);
        }
    }
    if (!item.glyphs.empty()) items.emplace_back(std::move(item));
}

void put_name(std::vector<DrawItem>& items, const Dialogue& dialogue, const DialogueView& view, const Metrics& m,
              const UiPictures& ui, Layouts& layouts) {
    const Speaker& speaker = *view.speaker;
    const std::string mine = tag(view.reader);
    const std::string other = mine == "zh" ? "en" : "zh";
    const std::string name = in_language(speaker.name, mine);
    const std::string seal = speaker.seal.empty() ? first_character(name) : speaker.seal;
    const Vec2 top{dialogue.block.x, dialogue.block.y - kNameAbove};

    constexpr float kEndless = 100000;
    const Layout& shown = layouts.get(name, name_style(m, mine), kEndless);
    const float baseline = top.y - m.name * 0.42f;
    const auto origin = [&](const Layout& layout, float x) {
        return Vec2{x, baseline - (layout.rows.empty() ? 0 : layout.rows[0].baseline)};
    };
    const float name_width = shown.size.x;
    put_text(items, shown, origin(shown, top.x), view.alpha);
    const auto translated = speaker.name.find(other);
    if (translated != speaker.name.end() && translated->second != name) {
        TextStyle style = small_style(m, other);
        style.italic = other == "en";
        const Layout& second = layouts.get(translated->second, style, kEndless);
        put_text(items, second, origin(second, top.x + name_width + m.name * 0.6f), view.alpha);
    }
    const Rect stamp{top.x - m.seal - 26, dialogue.block.y + 4, m.seal, m.seal};
    if (stamp.x > 0) put_seal(items, layouts, ui, stamp, speaker.color, seal, view.alpha);
}

std::vector<ShownText> chosen_texts(const Line& line, ReadingMode mode, Language reader) {
    const std::string mine = tag(reader);
    const bool is_mine = line.language == mine;
    const RichText* in_mine = find_text(line.others, mine);
    const ShownText spoken{line.text, line.language, true};
    switch (mode) {
    case ReadingMode::kAsSpoken: return {spoken};
    case ReadingMode::kMine: return {in_mine ? ShownText{*in_mine, mine, true} : spoken};
    case ReadingMode::kBothVoices:
        // A speaker who switches language inside their line gets the reader's version of it under it.
        if (is_mine) return in_mine ? std::vector<ShownText>{spoken, {*in_mine, mine, false}} : std::vector{spoken};
        if (!in_mine) return {spoken};
        return {{line.text, line.language, false}, {*in_mine, mine, true}};
    case ReadingMode::kTwoAlways: {
        if (!is_mine && in_mine) return {{line.text, line.language, false}, {*in_mine, mine, true}};
        const std::string other = partner(line, mine);
        const RichText* in_other = find_text(line.others, other);
        if (!is_mine || !in_other) return {spoken};
        return {spoken, {*in_other, other, false}};
    }
    }
    return {spoken};
}

} // namespace

std::vector<ShownText> reading_texts(const Line& line, ReadingMode mode, Language reader) {
    std::vector<ShownText> texts = chosen_texts(line, mode, reader);
    for (ShownText& text : texts) text.text = with_curly_quotes(text.text);
    return texts;
}

Dialogue lay_out_dialogue(const std::vector<ShownText>& texts, const Metrics& m, Layouts& layouts, const Rhythm& rhythm) {
    Dialogue dialogue;
    float height = 0;
    for (const ShownText& text : texts) {
        const TextStyle style = text.large ? line_style(m, text.language) : small_style(m, text.language);
        const Layout& layout = layouts.get(text.text, style, m.column.w);
        if (height > 0) height += kBetweenTexts;
        DialogueText placed;
        placed.layout = &layout;
        placed.origin = {m.column.x, height};
        placed.reveal = dialogue.texts.empty()
                            ? make_reveal(text.text, layout, rhythm)
                            : keep_step(text.text, layout, dialogue.texts[0].reveal, texts[0].text,
                                        *dialogue.texts[0].layout, rhythm);
        height += layout.size.y;
        dialogue.texts.push_back(std::move(placed));
    }
    // The block stands at the column's top; a long one starts as much higher as it needs.
    const float top = std::min(m.column.y, m.column.y + m.column.h - height);
    for (DialogueText& text : dialogue.texts) text.origin.y += top;
    dialogue.block = {m.column.x, top, m.column.w, height};
    return dialogue;
}

void put_dialogue(std::vector<DrawItem>& items, const Dialogue& dialogue, const DialogueView& view, const Metrics& m,
                  const UiPictures& ui, Layouts& layouts, const Rhythm& rhythm) {
    for (const DialogueText& text : dialogue.texts) put_revealed(items, text, view, ui, rhythm);
    if (view.speaker) put_name(items, dialogue, view, m, ui, layouts);
    if (view.waits) {
        const float side = m.text * 0.5f;
        const Rect at{m.column.x + m.column.w + 8, m.column.y + m.column.h - side - 12, side, side};
        put_picture(items, ui.drop, at, faded(theme::kName, 0.9f * view.alpha));
    }
}

} // namespace liubai
