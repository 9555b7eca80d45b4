#include "tools/export_formats.h"

#include "text/paragraph.h"
#include "tools/pdf_parts.h"
#include "ui/strings.h"
#include "ui/theme.h"

#include <algorithm>
#include <array>
#include <utility>

namespace liubai {
namespace {

// Points.
constexpr float kTop = 66;
constexpr float kBottom = 770; // no row below
constexpr float kFoot = 800;   // the page's number
constexpr float kLeft = 62;
constexpr float kWidth = kA4.x - 2 * kLeft;
constexpr float kBetweenColumns = 24;
constexpr float kText = 10.4f;
constexpr float kPitch = 1.62f;          // em
constexpr float kAnnotatedPitch = 2.05f; // with small letters over the row
constexpr float kBetweenLines = 3.2f;
constexpr float kBeforeParagraph = 10;
constexpr float kBeforeTurn = 20;
constexpr float kHeadHeight = 23;
constexpr float kSeal = 15;
constexpr float kDeeper = 14;
constexpr int kDeepest = 6;
constexpr std::size_t kKeptRows = 10; // a line of no more rows is not parted

constexpr Color kRule{222, 211, 190, 255};
constexpr Color kHeardInk{150, 96, 12, 255};

/// The words that answer a silence are gold, as on the screen.
RichText with_heard_tinted(RichText text) {
    std::vector<Span> tinted;
    for (const Span& span : text.spans) {
        if (std::holds_alternative<Heard>(span.kind)) tinted.push_back({span.begin, span.end, Tinted{kHeardInk}});
    }
    for (Span& span : tinted) {
        const auto after = std::upper_bound(text.spans.begin(), text.spans.end(), span,
                                            [](const Span& a, const Span& b) { return a.begin < b.begin; });
        text.spans.insert(after, std::move(span));
    }
    return text;
}

bool is_annotated(const PrintedItem& item) {
    return std::any_of(item.texts.begin(), item.texts.end(), [](const PrintedText& text) {
        return std::any_of(text.text.spans.begin(), text.text.spans.end(),
                           [](const Span& span) { return std::holds_alternative<Ruby>(span.kind); });
    });
}

TextStyle text_style(const std::string& language, Color color, float pitch) {
    TextStyle style;
    style.size = kText;
    style.row_pitch = pitch;
    style.language = language;
    style.color = color;
    style.optical_margins = true;
    return style;
}

class PdfWriter {
public:
    PdfWriter(const PrintedStory& story, const Fonts& fonts)
        : story_(story), fonts_(fonts), pdf_(fonts, joined_texts(story.title)) {}

    std::string run() {
        put_title_page(sheet(), story_, kWidth);
        pdf_.end_page();
        for (const PrintedItem& item : story_.items) add(item);
        the_end();
        end_page();
        return pdf_.finish();
    }

private:
    struct Columns {
        std::array<std::vector<TypesetText>, 2> of;
        float row_height = kText * kPitch; ///< the same in both
        [[nodiscard]] std::size_t rows() const { return std::max(rows(0), rows(1)); }
        [[nodiscard]] std::size_t rows(std::size_t column) const {
            std::size_t rows = 0;
            for (const TypesetText& text : of[column]) rows += text.layout.rows.size();
            return rows;
        }
    };

    void end_page() {
        const std::string number = std::to_string(page_);
        const TextStyle style = standing_style(Family::kSerif, 8.6f, "en", pdf_ink::kSoft);
        pdf_.fill({kA4.x / 2 - 5, kFoot - 14, 10, 0.6f}, theme::kVermilion);
        put_centered_rows(sheet(), kFoot - 8, number, style, kWidth);
        pdf_.end_page();
        ++page_;
        y_ = kTop;
    }

    /// Goes to a new page when less than `height` is left.
    void need(float height) {
        if (y_ + height > kBottom && y_ > kTop) end_page();
    }

    void space(float height) {
        if (y_ > kTop) y_ += height;
    }

    void add(const PrintedItem& item) {
        const PrintedKind before = std::exchange(last_, item.kind);
        const float from = y_;
        const int from_page = page_;
        const bool under_heading = before == PrintedKind::kChapter || before == PrintedKind::kScene;
        if (item.rest >= kSeenRest && !under_heading) space(item.rest >= kLongRest ? kBeforeTurn : kBeforeParagraph);
        switch (item.kind) {
        case PrintedKind::kChapter:
        case PrintedKind::kScene: return add_heading(item, before == PrintedKind::kChapter);
        case PrintedKind::kLine: break;
        case PrintedKind::kPrompt:
        case PrintedKind::kOption:
        case PrintedKind::kCondition:
        case PrintedKind::kJump: space(kBeforeParagraph); break;
        }
        const Columns columns = set_columns(item);
        const std::size_t rows = columns.rows();
        const float kept = static_cast<float>(std::min(rows, kKeptRows)) * columns.row_height;
        if (item.begins_turn) {
            if (!under_heading) space(kBeforeTurn);
            if (item.speaker) {
                need(kHeadHeight + kept);
                add_head(*item.speaker, indent_of(item));
            }
        } else if (item.begins_paragraph) {
            space(kBeforeParagraph);
        }
        need(kept);
        put_rules(item, page_ == from_page ? from : kTop, y_);
        put_columns(item, columns);
    }

    /// One at the left of each branch that the item is in.
    void put_rules(const PrintedItem& item, float from, float to) {
        for (int depth = 1; depth <= std::min(item.depth, kDeepest); ++depth) {
            pdf_.fill({kLeft + kDeeper * (static_cast<float>(depth) - 0.6f), from, 0.6f, to - from}, kRule);
        }
    }

    static float indent_of(const PrintedItem& item) { return kDeeper * static_cast<float>(std::min(item.depth, kDeepest)); }

    void add_heading(const PrintedItem& item, bool under_card) {
        const bool card = item.kind == PrintedKind::kChapter;
        constexpr float kThread = 34;
        constexpr float kKept = 170; // with the first lines under it
        if (!under_card) {
            space(card ? 64 : 46);
            need(kThread + (card ? kKept + kBeforeTurn * 3 : kKept));
        }
        pdf_.mark_chapter(joined_texts(item.texts), y_);
        if (!under_card) {
            pdf_.thread({kA4.x / 2 - 0.4f, y_, 0.8f, kThread}, pdf_ink::kPage, theme::kVermilion);
            y_ += kThread + 9;
        }
        bool first = true;
        for (const PrintedText& text : item.texts) {
            const float size = first ? (card ? 25.0f : 18.0f) : 11.5f;
            const TextStyle style =
                standing_style(Family::kTitle, size, text.language, first ? pdf_ink::kText : pdf_ink::kSoft, !first);
            y_ += put_centered_rows(sheet(), y_, plain_row(text), style, kWidth) + 1;
            first = false;
        }
        y_ += card ? 14 : 24;
    }

    void add_head(const Speaker& speaker, float indent) {
        put_speaker_seal(sheet(), {kLeft + indent, y_, kSeal, kSeal}, speaker, story_.languages.front());
        put_speaker_names(sheet(), {kLeft + indent + kSeal + 7, y_ + kSeal * 0.74f}, speaker, story_,
                          readable_on(speaker.color, pdf_ink::kPage), 9.6f);
        y_ += kHeadHeight;
    }

    Columns set_columns(const PrintedItem& item) const {
        Columns columns;
        const float width = column_width(item);
        const float pitch = is_annotated(item) ? kAnnotatedPitch : kPitch;
        columns.row_height = kText * pitch;
        for (const PrintedText& text : item.texts) {
            const auto language = std::find(story_.languages.begin(), story_.languages.end(), text.language);
            const auto column = static_cast<std::size_t>(language - story_.languages.begin()) % count();
            columns.of[column].push_back(set_text(fonts_, words_of(item, text), text_style(text.language, ink_of(item, text), pitch), width));
        }
        return columns;
    }

    static RichText words_of(const PrintedItem& item, const PrintedText& text) {
        if (item.kind != PrintedKind::kOption) return with_heard_tinted(text.text);
        const std::string number = std::to_string(item.number) + ". ";
        RichText numbered = text.text;
        numbered.text.insert(0, number);
        for (Span& span : numbered.spans) {
            span.begin += number.size();
            span.end += number.size();
        }
        for (Cue& cue : numbered.cues) cue.at += number.size();
        numbered.spans.insert(numbered.spans.begin(), {0, number.size(), Tinted{theme::kVermilion}});
        return numbered;
    }

    /// As spoken at full strength; what translates it is softer.
    static Color ink_of(const PrintedItem& item, const PrintedText& text) {
        if (item.kind == PrintedKind::kCondition || item.kind == PrintedKind::kJump) return pdf_ink::kSoft;
        if (item.kind != PrintedKind::kLine) return pdf_ink::kText;
        return is_as_spoken(item, text) ? pdf_ink::kText : pdf_ink::kSoft;
    }

    PdfSheet sheet() { return {pdf_, fonts_}; }

    [[nodiscard]] std::size_t count() const { return std::min<std::size_t>(2, story_.languages.size()); }

    [[nodiscard]] float column_width(const PrintedItem& item) const {
        const float width = kWidth - indent_of(item);
        return count() == 1 ? width : (width - kBetweenColumns) / 2;
    }

    /// Both columns go on to the next page together. On a page one stands in the file after the other, for whoever copies.
    void put_columns(const PrintedItem& item, const Columns& columns) {
        const float left = kLeft + indent_of(item);
        const float step = column_width(item) + kBetweenColumns;
        const std::size_t rows = columns.rows();
        for (std::size_t begin = 0; begin < rows;) {
            need(columns.row_height);
            const auto room = static_cast<std::size_t>((kBottom - y_) / columns.row_height);
            const std::size_t end = std::min(rows, begin + std::max<std::size_t>(1, room));
            const float height = columns.row_height * static_cast<float>(end - begin);
            put_rules(item, y_, y_ + height + kBetweenLines);
            for (std::size_t column = 0; column < columns.of.size(); ++column) {
                const float x = left + step * static_cast<float>(column);
                for (std::size_t row = begin; row < end; ++row) {
                    put_column_row(columns.of[column], row, {x, y_ + columns.row_height * static_cast<float>(row - begin)});
                }
            }
            y_ += height;
            begin = end;
        }
        y_ += kBetweenLines;
    }

    void put_column_row(const std::vector<TypesetText>& texts, std::size_t row, Vec2 at) {
        for (const TypesetText& text : texts) {
            const Layout& layout = text.layout;
            if (row >= layout.rows.size()) {
                row -= layout.rows.size();
                continue;
            }
            const Vec2 origin{at.x, at.y - layout.row_pitch * static_cast<float>(row)};
            for (std::uint32_t i = layout.rows[row].cluster_begin; i < layout.rows[row].cluster_end; ++i) {
                if (layout.clusters[i].kind != ClusterKind::kGap) continue;
                const Rect gap = cluster_rect(layout, i);
                const float high = kText * 1.35f;
                pdf_.light({origin.x + gap.x, origin.y + gap.y + (gap.h - high) / 2, gap.w, high}, pdf_ink::kLight, pdf_ink::kPage);
            }
            pdf_.put_row(text.text, layout, row, origin);
            return;
        }
    }

    void the_end() {
        constexpr float kRows = 38;
        need(kRows + kBeforeParagraph);
        space(std::clamp(kBottom - y_ - kRows, kBeforeParagraph, 3 * kBeforeTurn)); // rather close than on a page of its own
        for (const std::string& language : story_.languages) {
            const std::string end = strings::kTheEnd.in(language.starts_with("zh") ? Language::kZh : Language::kEn);
            y_ += put_centered_rows(sheet(), y_, end, standing_style(Family::kTitle, 12, language, pdf_ink::kSoft, true), kWidth) + 2;
        }
    }

    const PrintedStory& story_;
    const Fonts& fonts_;
    PdfCanvas pdf_;
    float y_ = kTop;
    int page_ = 1;
    PrintedKind last_ = PrintedKind::kLine;
};

} // namespace

std::string export_pdf(const PrintedStory& story, const Fonts& fonts) { return PdfWriter(story, fonts).run(); }

} // namespace liubai
