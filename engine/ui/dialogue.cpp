#include "ui/dialogue.h"

#include "base/utf8.h"
#include "stage/motion.h"
#include "ui/gap_light.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kBetweenTexts = 10;
constexpr float kNameAbove = 14;
constexpr float kNameRow = 1.3f; // em of the name
constexpr Millis kOpens = 900; // the light of a gap
constexpr float kAnnotatedPitch = 1.9f; // em: the Han and half of it above for pinyin, its marks and what hangs down

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

/// How far the light of a gap has opened: a point first, that rests as long as the typing does. 1 without a rest.
float opening(const Reveal& reveal, std::size_t cluster, Millis elapsed) {
    const auto stop = std::find_if(reveal.stops.begin(), reveal.stops.end(), [&](const Stop& s) {
        return s.kind == StopKind::kUnsaid && s.cluster == cluster;
    });
    if (stop == reveal.stops.end()) return 1;
    const Millis since = std::clamp<Millis>(elapsed - stop->begin, 0, kOpens);
    return Fade{since, kOpens}.eased();
}

/// The words of a gap that the reader knows from before.
std::string remembered_word(const DialogueText& text, const Cluster& gap, const std::vector<std::string>& keys) {
    for (const Cue& cue : text.text.cues) {
        const auto* unsaid = cue.at == gap.byte_begin ? std::get_if<Unsaid>(&cue.kind) : nullptr;
        if (unsaid && std::find(keys.begin(), keys.end(), unsaid->key) != keys.end()) return unsaid->shown;
    }
    return "";
}

/// The light must reach under a word's first and last letter.
Rect widened(Rect r, float by) { return {r.x - r.w * (by - 1) / 2, r.y, r.w * by, r.h}; }

/// The part of a text that is spoken as the answer to a silence.
bool is_heard(const RichText& text, std::size_t byte) {
    return std::any_of(text.spans.begin(), text.spans.end(), [&](const Span& span) {
        return std::holds_alternative<Heard>(span.kind) && span.begin <= byte && byte < span.end;
    });
}

void put_revealed(std::vector<DrawItem>& items, const DialogueText& text, const DialogueView& view,
                  const UiPictures& ui, Layouts& layouts, const Rhythm& rhythm) {
    GlyphsItem item;
    const Layout& layout = *text.layout;
    for (std::size_t i = 0; i < layout.clusters.size(); ++i) {
        const Cluster& cluster = layout.clusters[i];
        const float alpha = cluster_alpha(text.reveal, i, view.elapsed, rhythm) * view.alpha;
        if (alpha <= 0) continue;
        if (cluster.kind == ClusterKind::kGap && !(view.is_left && text.large)) {
            Rect gap = cluster_rect(layout, i);
            gap.x += text.origin.x;
            gap.y += text.origin.y;
            const float open = opening(text.reveal, i, view.elapsed);
            const std::string word = remembered_word(text, cluster, view.remembered);
            put_lamp(items, ui, word.empty() ? gap : widened(gap, 1.2f), open, alpha);
            if (!word.empty()) put_faint_word(items, layouts, word, gap, alpha * open);
        }
        const bool gold = !text.text.spans.empty() && is_heard(text.text, cluster.byte_begin);
        for (std::uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) {
            PlacedGlyph glyph = layout.glyphs[g];
            glyph.at = {glyph.at.x + text.origin.x, glyph.at.y + text.origin.y};
            glyph.color = faded(gold ? theme::kGold : glyph.color, alpha);
            item.glyphs.push_back(glyph);
        }
    }
    if (!item.glyphs.empty()) items.emplace_back(std::move(item));
}

/// High contrast: what stands behind the words, from above the name down to the canvas's foot.
void put_strip(std::vector<DrawItem>& items, const Dialogue& dialogue, const DialogueView& view, const Metrics& m) {
    constexpr float kAbove = 18;
    const float name = view.speaker ? kNameAbove + m.name * kNameRow : 0;
    const float top = dialogue.block.y - name - kAbove;
    put_fill(items, {m.stage.x, top, m.stage.w, m.foot - top}, faded(theme::kStrip, view.alpha));
}

/// The text in one row no wider than `width`: smaller where it must be.
const Layout& in_one_row(const std::string& text, TextStyle style, float width, Layouts& layouts) {
    constexpr float kEndless = 100000;
    const Layout& shown = layouts.get(text, style, kEndless);
    if (shown.size.x <= width) return shown;
    style.size *= width / shown.size.x * 0.99f; // advances are rounded: a little room
    return layouts.get(text, style, kEndless);
}

void put_name(std::vector<DrawItem>& items, const Dialogue& dialogue, const DialogueView& view, const Metrics& m,
              const UiPictures& ui, Layouts& layouts) {
    const Speaker& speaker = *view.speaker;
    const std::string mine = tag(view.reader);
    const std::string other = mine == "zh" ? "en" : "zh";
    const std::string name = in_language(speaker.name, mine);
    const std::string seal = seal_of(speaker, mine);
    const Vec2 top{dialogue.block.x, dialogue.block.y - kNameAbove};

    const Layout& shown = in_one_row(name, name_style(m, mine), dialogue.block.w, layouts);
    const float baseline = top.y - m.name * 0.42f;
    const auto origin = [&](const Layout& layout, float x) {
        return Vec2{x, baseline - (layout.rows.empty() ? 0 : layout.rows[0].baseline)};
    };
    const float name_width = shown.size.x;
    put_text(items, shown, origin(shown, top.x), view.alpha);
    const auto translated = speaker.name.find(other);
    const float second_x = top.x + name_width + m.name * 0.6f;
    const float left = top.x + dialogue.block.w - second_x;
    if (translated != speaker.name.end() && translated->second != name && left > m.name * 2) {
        TextStyle style = small_style(m, other);
        style.italic = other == "en" && style.size >= m.least_slanted && !style.bold; // no face is both
        const Layout& second = in_one_row(translated->second, style, left, layouts);
        put_text(items, second, origin(second, second_x), view.alpha);
    }
    const Rect stamp{top.x - m.seal - 26, dialogue.block.y + 4, m.seal, m.seal};
    if (stamp.x > 0) put_seal(items, layouts, ui, stamp, speaker.color, seal, view.alpha);
}

/// A drop beside the column's foot; three small ones, one below the other, when the line has another page.
void put_continue_mark(std::vector<DrawItem>& items, bool has_more, float alpha, const Metrics& m,
                       const UiPictures& ui) {
    const float side = m.text * 0.5f;
    const Rect at{m.column.x + m.column.w + 8, m.column.y + m.column.h - side - 12, side, side};
    if (!has_more) {
        put_picture(items, ui.drop, at, faded(theme::kName, 0.9f * alpha));
        return;
    }
    constexpr int kDrops = 3;
    const float small = side * 0.5f;
    for (int i = 0; i < kDrops; ++i) {
        const float above = small * 1.15f * static_cast<float>(kDrops - 1 - i);
        const Rect drop{at.x + (side - small) / 2, at.y + at.h - small - above, small, small};
        put_picture(items, ui.drop, drop, faded(theme::kName, 0.9f * alpha));
    }
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

TextStyle style_of(const ShownText& text, const Metrics& m) {
    const TextStyle style = spoken_style(m, text.language, text.large);
    return text.book ? book_style(style) : style;
}

} // namespace

std::vector<ShownText> reading_texts(const Line& line, ReadingMode mode, Language reader) {
    std::vector<ShownText> texts = chosen_texts(line, mode, reader);
    for (ShownText& text : texts) text.text = with_curly_quotes(text.text);
    return texts;
}

Dialogue lay_out_dialogue(const std::vector<ShownText>& texts, std::size_t page, const Metrics& m, Layouts& layouts,
                          const Rhythm& rhythm) {
    Dialogue dialogue;
    std::vector<PageText> whole;
    for (const ShownText& text : texts) {
        whole.push_back({text.text, style_of(text, m)});
        TextStyle& style = whole.back().style;
        const float further = style.row_pitch * (1 - 100 / m.choice.row_spacing);
        if (text.annotated) style.row_pitch = kAnnotatedPitch + further;
    }
    const float bottom = m.column.y + m.column.h;
    const bool book = std::all_of(texts.begin(), texts.end(), [](const ShownText& text) { return text.book; });
    const float highest = book ? m.page_top : m.highest;
    dialogue.pages = layouts.pages(whole, {m.column.w, bottom - highest, kBetweenTexts});
    dialogue.page = std::min(page, dialogue.pages.size() - 1);
    float height = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        DialogueText placed;
        placed.large = texts[i].large;
        placed.text = dialogue.pages[dialogue.page].texts[i];
        TextStyle style = whole[i].style;
        if (dialogue.page > 0) style.first_indent_em = 0; // the paragraph goes on
        placed.layout = &layouts.get(placed.text, style, m.column.w);
        if (height > 0 && !placed.layout->rows.empty()) height += kBetweenTexts;
        placed.origin = {m.column.x, height};
        if (i == 0) {
            placed.reveal = make_reveal(placed.text, *placed.layout, rhythm);
        } else {
            const DialogueText& lead = dialogue.texts[0];
            placed.reveal = keep_step(placed.text, *placed.layout, lead.reveal, lead.text, *lead.layout, rhythm);
        }
        height += placed.layout->size.y;
        dialogue.texts.push_back(std::move(placed));
    }
    const float top = std::min(m.column.y, bottom - height);
    for (DialogueText& text : dialogue.texts) text.origin.y += top;
    dialogue.block = {m.column.x, top, m.column.w, height};
    return dialogue;
}

const DialogueText& large_text(const Dialogue& dialogue) {
    const auto large = std::find_if(dialogue.texts.begin(), dialogue.texts.end(),
                                    [](const DialogueText& text) { return text.large; });
    return large == dialogue.texts.end() ? dialogue.texts.front() : *large;
}

std::vector<Rect> gap_rects(const DialogueText& text) {
    std::vector<Rect> rects;
    for (std::size_t i = 0; i < text.layout->clusters.size(); ++i) {
        if (text.layout->clusters[i].kind != ClusterKind::kGap) continue;
        Rect gap = cluster_rect(*text.layout, i);
        gap.x += text.origin.x;
        gap.y += text.origin.y;
        rects.push_back(gap);
    }
    return rects;
}

std::optional<Rect> heard_rect(const DialogueText& text, const std::string& key) {
    std::optional<Rect> whole;
    std::uint32_t row = 0;
    for (const Span& span : text.text.spans) {
        const auto* heard = std::get_if<Heard>(&span.kind);
        if (!heard || heard->key != key) continue;
        for (std::size_t i = 0; i < text.layout->clusters.size(); ++i) {
            const Cluster& cluster = text.layout->clusters[i];
            if (cluster.byte_begin < span.begin || cluster.byte_begin >= span.end) continue;
            Rect at = cluster_rect(*text.layout, i);
            at.x += text.origin.x;
            at.y += text.origin.y;
            if (!whole) {
                whole = at;
                row = cluster.row;
            } else if (cluster.row == row) {
                whole->w = at.x + at.w - whole->x;
            }
        }
        return whole;
    }
    return whole;
}

bool is_gap_opening(const Dialogue& dialogue, Millis elapsed) {
    return std::any_of(dialogue.texts.begin(), dialogue.texts.end(), [&](const DialogueText& text) {
        return std::any_of(text.reveal.stops.begin(), text.reveal.stops.end(), [&](const Stop& stop) {
            return stop.kind == StopKind::kUnsaid && elapsed >= stop.begin && elapsed < stop.begin + kOpens;
        });
    });
}

void put_dialogue(std::vector<DrawItem>& items, const Dialogue& dialogue, const DialogueView& view, const Metrics& m,
                  const UiPictures& ui, Layouts& layouts, const Rhythm& rhythm) {
    if (m.choice.high_contrast) put_strip(items, dialogue, view, m);
    for (const DialogueText& text : dialogue.texts) put_revealed(items, text, view, ui, layouts, rhythm);
    if (view.speaker) put_name(items, dialogue, view, m, ui, layouts);
    if (view.waits) put_continue_mark(items, dialogue.has_more(), view.alpha * view.mark, m, ui);
}

} // namespace liubai
