#include "ui/slots.h"

#include "ui/column.h"
#include "ui/heading.h"
#include "ui/keyboard.h"
#include "ui/one_row.h"
#include "ui/page_marks.h"
#include "ui/scroll.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kEndless = 100000;
constexpr float kTop = 40;      // above the heading
constexpr float kBetween = 28;  // thumbnail and words
constexpr float kApart = 56;    // two columns
constexpr float kStrokeRoom = 22; // below a thumbnail, for the focus
constexpr float kMostWidth = 1500;
constexpr float kRows = 4;      // of words beside a thumbnail

/// How the words of every slot are set.
struct SlotStyle {
    TextStyle first; ///< the name, or the chapter
    TextStyle text;
    TextStyle time;
    float row = 0;   ///< pitch
};

SlotStyle slot_style(const ScreenContext& c, float height) {
    constexpr float kPitch = 1.36f;   // em
    constexpr float kTightest = 1.2f; // where four rows have less room
    SlotStyle style;
    style.text = small_style(c.metrics, tag(c.reader));
    style.row = std::min(style.text.size * kPitch, height / kRows);
    style.text.size = std::max(kLeastText, std::min(style.text.size, style.row / kTightest));
    style.text.color = theme::kBrushInk;
    style.first = style.text;
    style.first.size = std::max(style.text.size, std::min(style.text.size * 1.16f, style.row / kTightest));
    style.time = style.text;
    style.time.size = std::max(style.text.size * 0.9f, std::min(style.text.size, 18 / c.canvas.scale));
    return style;
}

class Sheet {
public:
    Sheet(Items& items, const ScreenContext& c, const SlotsView& view) : items_(items), c_(c), view_(view) {}

    SlotsShown put() {
        const Vec2 size = c_.canvas.size;
        const bool tall = c_.canvas.form == Form::kTall;
        const float margin = kScrollMounting + (tall ? 34 : 54);
        const float width = std::min(kMostWidth, size.x - 2 * margin);
        put_scroll(items_, c_, std::min(width, size.x - 2 * kScrollInside));
        const Rect room{(size.x - width) / 2, 0, width, size.y};
        const float top = put_heading(items_, c_, view_.heading, kTop, width);
        const float foot = size.y - page_marks_height(c_, view_.pages) - 10;
        const std::size_t columns = tall ? 1 : 2;
        const std::size_t rows = std::max<std::size_t>(1, (view_.rows.size() + columns - 1) / columns);
        const float high = (foot - top) / static_cast<float>(rows);
        const float wide = (width - kApart * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        style_ = slot_style(c_, high - kStrokeRoom);
        is_asking_ = std::any_of(view_.rows.begin(), view_.rows.end(), [](const SlotRow& r) { return !r.question.empty(); });
        for (std::size_t i = 0; i < view_.rows.size(); ++i) {
            const auto column = static_cast<float>(i % columns);
            const auto row = static_cast<float>(i / columns);
            cells_.push_back({room.x + column * (wide + kApart), top + row * high, wide, high});
            put_slot(view_.rows[i], cells_.back());
        }
        if (is_asking_) return std::move(out_);
        for (std::size_t i = 0; i < view_.rows.size(); ++i) put_delete(view_.rows[i], cells_[i]);
        const auto marks = put_page_marks(items_, c_, view_.page, view_.pages, room, out_.buttons.size());
        out_.buttons.insert(out_.buttons.end(), marks.begin(), marks.end());
        return std::move(out_);
    }

private:
    [[nodiscard]] bool is_focused() const { return c_.show_focus && c_.focus == out_.buttons.size(); }

    static Rect picture_in(Rect cell) {
        const float h = std::min(cell.h - kStrokeRoom - 8, cell.w * 0.45f * 9 / 16);
        return {cell.x, cell.y, h * 16 / 9, h};
    }
    /// As high as the picture, or as its four rows.
    [[nodiscard]] Rect words_in(Rect cell) const {
        const Rect picture = picture_in(cell);
        const float x = picture.x + picture.w + kBetween;
        return {x, cell.y, cell.x + cell.w - x, std::max(picture.h, style_.row * kRows)};
    }

    void put_row(const std::string& text, const TextStyle& style, float alpha, Rect at) {
        if (text.empty()) return;
        TextStyle shown = style;
        if (!c_.metrics.choice.high_contrast) shown.color = faded(shown.color, alpha);
        const Layout& layout = c_.layouts.get(one_row(c_, text, shown, at.w), shown, kEndless);
        put_text(items_, layout, {at.x, at.y + (at.h - layout.size.y) / 2});
    }

    void put_slot(const SlotRow& row, Rect cell) {
        const Rect picture = picture_in(cell);
        const Rect words = words_in(cell);
        const bool has_picture = row.is_filled && row.message.empty();
        if (has_picture) put_fill(items_, inflated(picture, 2), faded(theme::kBrushInk, 0.55f));
        constexpr Color kWash{196, 189, 175, 255}; // until the picture is there
        put_fill(items_, picture, has_picture ? kWash : faded(theme::kBrushInk, row.is_filled ? 0.18f : 0.06f));
        out_.thumbnails.push_back(has_picture ? picture : Rect{});
        if (!has_picture) {
            TextStyle number = style_.first;
            number.size = std::min(picture.h * 0.4f, number.size * 1.5f);
            number.color = faded(theme::kBrushInk, row.is_filled ? 0.5f : 0.34f);
            put_centered(items_, c_.layouts, view_.waits ? "…" : row.label, number, picture.center(), picture.w);
        }
        if (!row.question.empty()) return ask(row, words);
        if (row.is_filled) put_words(row, words);
        if (is_asking_ || !row.can_press) return;
        if (is_focused()) {
            const float high = 18;
            put_stroke(items_, c_.look.ui, {picture.x - 6, picture.y + picture.h + 3, picture.w * 1.02f + 12, high}, theme::kVermilion);
        }
        out_.buttons.push_back({Command::kSlot, row.option, {cell.x, cell.y, cell.w, std::max(picture.h + kStrokeRoom, words.h)}, spoken(row)});
    }

    static std::string spoken(const SlotRow& row) {
        std::string all = row.label;
        for (const std::string* part : {&row.name, &row.chapter, &row.words, &row.time}) {
            if (!part->empty()) all += "  " + *part;
        }
        return all;
    }

    void put_words(const SlotRow& row, Rect at) {
        const float pitch = style_.row;
        if (!row.message.empty()) {
            TextStyle style = style_.text;
            style.row_pitch = 1.3f;
            const float room = at.h - pitch - 6;
            while (c_.layouts.get(row.message, style, at.w).size.y > room && style.size > kLeastText)
                style.size = std::max(kLeastText, style.size * 0.94f);
            put_text(items_, c_.layouts.get(row.message, style, at.w), {at.x, at.y});
            return put_row(row.label, style_.time, 0.72f, {at.x, at.y + at.h - pitch, at.w - delete_width() - 16, pitch});
        }
        float y = at.y;
        const auto next = [&](const std::string& text, const TextStyle& style, float alpha) {
            if (text.empty()) return;
            put_row(text, style, alpha, {at.x, y, at.w, pitch});
            y += pitch;
        };
        next(row.name, style_.first, 1);
        next(row.chapter, row.name.empty() ? style_.first : style_.text, row.name.empty() ? 1 : 0.86f);
        next(row.words, style_.text, 0.86f);
        const bool is_named = row.name == row.label; // above
        const std::string when = is_named ? row.time : row.label + (row.time.empty() ? "" : "  ·  " + row.time);
        const float room = at.w - delete_width() - 16;
        // Where both have no room the time is what tells two saves apart.
        const bool fits = is_named || c_.layouts.get(when, style_.time, kEndless).size.x <= room;
        put_row(fits ? when : row.time, style_.time, 0.72f, {at.x, at.y + at.h - pitch, room, pitch});
    }

    [[nodiscard]] float delete_width() const {
        return c_.layouts.get(strings::kDelete.in(c_.reader), style_.time, kEndless).size.x;
    }

    void put_delete(const SlotRow& row, Rect cell) {
        if (!row.is_filled) return;
        const Rect at = words_in(cell);
        const float width = delete_width();
        ButtonLook look{style_.time, at.w, c_.metrics.mark, 1, is_focused()};
        look.style.color = faded(theme::kBrushInk, c_.metrics.choice.high_contrast ? 1 : 0.8f);
        const std::string& word = strings::kDelete.in(c_.reader);
        Button button = put_button(items_, c_.layouts, c_.look.ui, word, look,
                                   {at.x + at.w - width / 2, at.y + at.h - style_.row / 2}, Command::kDeleteSlot, row.option);
        button.at = {at.x + at.w - std::max(width, c_.metrics.mark), at.y + at.h - style_.row / 2 - c_.metrics.mark / 2,
                     std::max(width, c_.metrics.mark), c_.metrics.mark};
        button.label = word + "  " + row.label;
        out_.buttons.push_back(std::move(button));
    }

    /// The question, and its answers where no second press of a hasty finger says yes.
    void ask(const SlotRow& row, Rect at) {
        TextStyle style = fitted(c_, row.question, style_.first, at.w);
        const Layout& layout = c_.layouts.get(row.question, style, kEndless);
        const float middle = at.y + at.h * 0.3f;
        put_text(items_, layout, {at.x, middle - layout.size.y / 2});
        const float answers = at.y + at.h * 0.72f;
        const std::string& no = strings::kCancel.in(c_.reader);
        style = style_.first;
        const auto widths = [&] {
            return c_.layouts.get(row.yes, style, kEndless).size.x + c_.layouts.get(no, style, kEndless).size.x;
        };
        while (widths() + 60 > at.w && style.size > kLeastText) style.size = std::max(kLeastText, style.size * 0.94f);
        const float yes_width = c_.layouts.get(row.yes, style, kEndless).size.x;
        const float no_width = c_.layouts.get(no, style, kEndless).size.x;
        const auto put = [&](const std::string& word, float x, Command command) {
            const ButtonLook look{style, at.w, c_.metrics.mark, 1, is_focused()};
            Button button = put_button(items_, c_.layouts, c_.look.ui, word, look, {x, answers}, command, row.option);
            button.label = row.question + "  " + word;
            out_.buttons.push_back(std::move(button));
        };
        put(row.yes, at.x + yes_width / 2, Command::kYes);
        put(no, at.x + at.w - no_width / 2 - 10, Command::kNo);
    }

    Items& items_;
    const ScreenContext& c_;
    const SlotsView& view_;
    SlotStyle style_;
    bool is_asking_ = false;
    std::vector<Rect> cells_;
    SlotsShown out_;
};

} // namespace

SlotsShown put_slots_screen(Items& items, const ScreenContext& c, const SlotsView& view) {
    return Sheet(items, c, view).put();
}

std::vector<Button> put_naming(Items& items, const ScreenContext& c, const TextField& field, bool with_keyboard,
                               Rect& caret) {
    const Vec2 size = c.canvas.size;
    put_shade(items, c, 0.55f);
    const float foot = with_keyboard ? keyboard_area(c).y : size.y;
    TextStyle style = button_style(c.metrics, tag(c.reader));
    style.size = std::min(style.size, 56.0f);
    style.color = theme::kBrushInk;
    const float width = std::min(size.x - 40, 1100.0f);
    const float inside = width - 120;
    const float em = style.size;
    const float buttons_high = std::max(c.metrics.mark, em * 1.5f);
    const float high = 44 + em * 1.4f + 20 + em * 1.9f + 34 + buttons_high + 26;
    const Rect paper{(size.x - width) / 2, std::max(0.0f, (foot - high) * 0.5f), width, high};
    put_fill(items, inflated(paper, 10), {0, 0, 0, 60});
    put_paper(items, c.look, inflated(paper, 8), theme::kSilk);
    put_paper(items, c.look, paper, theme::kPaper);
    float y = paper.y + 44;
    const std::string& title = strings::kNameSave.in(c.reader);
    put_centered(items, c.layouts, title, fitted(c, title, style, inside), {size.x / 2, y + em * 0.7f}, kEndless);
    y += em * 1.4f + 20;
    caret = put_text_field(items, c, field, {paper.x + 60, y, inside, em * 1.9f}, strings::kNameOptional.in(c.reader));
    y += em * 1.9f + 34;
    std::vector<Button> buttons;
    const auto put = [&](const Bilingual& word, float x, Command command) {
        const ButtonLook look{style, inside / 2, c.metrics.mark, 1, c.show_focus && c.focus == buttons.size()};
        buttons.push_back(put_button(items, c.layouts, c.look.ui, word.in(c.reader), look, {x, y + buttons_high / 2}, command));
    };
    put(strings::kSave, size.x / 2 - inside * 0.2f, Command::kYes);
    put(strings::kCancel, size.x / 2 + inside * 0.2f, Command::kNo);
    if (!with_keyboard) return buttons;
    const auto keys = put_keyboard(items, c, buttons.size());
    buttons.insert(buttons.end(), keys.begin(), keys.end());
    return buttons;
}

} // namespace liubai
