#include "ui/column.h"
#include "ui/film_title.h"
#include "ui/scroll.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr float kEndless = 100000;
constexpr float kLeastPixels = 18; // of a row's text
constexpr float kSmaller = 0.96f;
constexpr float kTop = 34;         // above the tabs
constexpr float kTallTop = 0.05f;  // of a tall canvas's height, more
constexpr float kFoot = 56;        // below the way back, where mist lies on the paper
constexpr float kPaperMargin = 44; // beside the text of a scroll as wide as the canvas
constexpr float kMostHint = 42;      // units: a sentence by the way
constexpr float kMostSample = 0.33f; // of the canvas's height
constexpr float kSampleWidth = 15;   // em of the line: two rows of the sample in any size

struct Tabs {
    TextStyle style;
    std::vector<float> widths;
    std::vector<std::size_t> row_ends; ///< the tabs stand in one row or in two
    float between = 0;
    float row = 0; ///< height of one
    [[nodiscard]] float height() const { return row * static_cast<float>(row_ends.size()); }
};

/// Where everything stands.
struct Plan {
    Tabs tabs;
    TextStyle style; ///< of the rows
    float between = 0; ///< from the axis to either side
    float label_width = 0;
    float value_width = 0;
    float row = 0;
    float above = kTop; ///< the tabs
    float top = 0;  ///< of the list
    float room = 0; ///< its height
    TextStyle hint;
    float hint_width = 0;
    float hint_top = 0;
    float back = 0; ///< its middle
    Rect sample{};
    [[nodiscard]] float whole() const { return label_width + value_width + 2 * between; }
};

float widest_paper(const ScreenContext& c) { return c.canvas.size.x - 2 * (kScrollMounting + kPaperMargin); }
float least_text(const ScreenContext& c) { return std::max(kLeastText, kLeastPixels / c.canvas.scale); }

float row_width(const Tabs& tabs, std::size_t begin, std::size_t end) {
    float width = -tabs.between;
    for (std::size_t i = begin; i < end; ++i) width += tabs.widths[i] + tabs.between;
    return width;
}

Tabs plan_tabs(const ScreenContext& c, const SettingsView& view) {
    Tabs tabs;
    tabs.style = film_style(std::max(46.0f, c.metrics.small), tag(c.reader));
    const std::size_t count = view.tabs.size();
    while (true) {
        tabs.between = tabs.style.size * 1.5f;
        tabs.widths.clear();
        for (const std::string& tab : view.tabs) tabs.widths.push_back(c.layouts.get(tab, tabs.style, kEndless).size.x);
        const bool one = row_width(tabs, 0, count) <= widest_paper(c);
        const std::size_t half = (count + 1) / 2;
        tabs.row_ends = one ? std::vector{count} : std::vector{half, count};
        const bool fits = one || std::max(row_width(tabs, 0, half), row_width(tabs, half, count)) <= widest_paper(c);
        if (fits || tabs.style.size <= least_text(c)) break;
        tabs.style.size = std::max(least_text(c), tabs.style.size * kSmaller);
    }
    tabs.row = std::max(tabs.style.size * 1.9f, c.metrics.mark + 6);
    return tabs;
}

/// Values of a row with their pad's buttons behind them.
float between_values(const TextStyle& style) { return style.size * 0.9f; }

float value_width(const ScreenContext& c, const TextStyle& style, const SettingRow& row) {
    const float value = c.layouts.get(row.value, style, kEndless).size.x;
    if (row.pad.empty()) return value;
    const float pad = c.layouts.get(row.pad, style, kEndless).size.x;
    return value > 0 ? value + between_values(style) + pad : pad;
}

void measure_rows(Plan& plan, const ScreenContext& c, const SettingsView& view) {
    plan.between = plan.style.size * 0.8f;
    plan.label_width = plan.value_width = 0;
    for (const SettingRow& row : view.rows) {
        plan.label_width = std::max(plan.label_width, c.layouts.get(row.label, plan.style, kEndless).size.x);
        plan.value_width = std::max(plan.value_width, value_width(c, plan.style, row));
    }
    plan.row = std::max(plan.style.size * 1.9f, c.metrics.mark + 6);
}

/// The metrics under which the sample is laid out: a column of its own.
Metrics sample_metrics(const ScreenContext& c) {
    Metrics m = c.metrics;
    const float width = std::min(widest_paper(c), m.text * kSampleWidth);
    const float most = c.canvas.size.y * kMostSample;
    m.column = {(c.canvas.size.x - width) / 2, 0, width, most - m.text * 0.9f};
    m.highest = m.page_top = 0;
    return m;
}

float sample_height(const ScreenContext& c, const SettingsView& view) {
    if (view.sample.empty()) return 0;
    return lay_out_dialogue(view.sample, 0, sample_metrics(c), c.layouts, {}).block.h + c.metrics.text * 0.9f;
}

Plan plan_of(const ScreenContext& c, const SettingsView& view) {
    const Vec2 size = c.canvas.size;
    Plan plan;
    plan.tabs = plan_tabs(c, view);
    plan.style = button_style(c.metrics, tag(c.reader));
    plan.style.color = theme::kBrushInk;
    const float least = std::max(c.metrics.small, least_text(c)); // for height; wide rows may ask for less
    plan.style.size = std::max(plan.style.size, least);
    measure_rows(plan, c, view);

    const float sample = sample_height(c, view);
    plan.sample = {0, size.y - sample, size.x, sample};
    const float back = std::max(c.metrics.text * 1.5f, c.metrics.mark + 6);
    plan.back = plan.sample.y - back / 2 - (sample > 0 ? 2.0f : kFoot);
    plan.hint_top = plan.back - back / 2;
    if (!view.hint.empty()) {
        plan.hint = small_style(c.metrics, tag(c.reader));
        plan.hint.size = std::max(least_text(c), std::min(plan.hint.size, kMostHint));
        plan.hint.row_pitch = 1.3f;
        plan.hint.mode = FitMode::kBalance;
        plan.hint.align = Align::kCenter;
        plan.hint.color = faded(theme::kBrushInk, 0.72f);
        plan.hint_width = std::min(widest_paper(c), plan.hint.size * 34);
        plan.hint_top -= c.layouts.get(view.hint, plan.hint, plan.hint_width).size.y + 8;
    }
    plan.above = kTop + (c.canvas.form == Form::kTall ? kTallTop * size.y : 0);
    plan.top = plan.above + plan.tabs.height() + 22;
    plan.room = plan.hint_top - plan.top - 8;

    const auto height = [&] { return plan.row * static_cast<float>(view.rows.size()); };
    while (height() > plan.room && plan.style.size > least) {
        plan.style.size = std::max(least, plan.style.size * kSmaller);
        measure_rows(plan, c, view);
    }
    // In a very narrow window rows that end are worth more than 18 pixels.
    while (plan.whole() > widest_paper(c) && plan.style.size > kLeastText) {
        plan.style.size = std::max(kLeastText, plan.style.size * kSmaller);
        measure_rows(plan, c, view);
    }
    // Where the rows leave room, the way back stands under them.
    const float higher = std::max(0.0f, plan.room - height() - back * 0.4f);
    plan.back -= higher;
    plan.hint_top -= higher;
    return plan;
}

std::size_t rows_that_fit(const Plan& plan) { return static_cast<std::size_t>(std::max(1.0f, plan.room / plan.row)); }

float last_scroll(const Plan& plan, const SettingsView& view) {
    const std::size_t fit = rows_that_fit(plan);
    return view.rows.size() <= fit ? 0 : static_cast<float>(view.rows.size() - fit) * plan.row;
}

float scroll_in(const Plan& plan, const ScreenContext& c, const SettingsView& view) {
    float scroll = std::clamp(view.scroll, 0.0f, last_scroll(plan, view));
    if (!c.show_focus || c.focus >= view.rows.size()) return scroll;
    const float top = static_cast<float>(c.focus) * plan.row;
    const float room = static_cast<float>(rows_that_fit(plan)) * plan.row;
    return std::clamp(scroll, std::max(0.0f, top + plan.row - room), top);
}

class Screen {
public:
    Screen(Items& items, const ScreenContext& c, const SettingsView& view)
        : items_(items), c_(c), view_(view), plan_(plan_of(c, view)) {}

    std::vector<Button> put() {
        // As wide on each sheet, so that turning to another moves nothing.
        const float usual = c_.metrics.text * 27;
        const Rect paper = put_scroll(items_, c_, std::max(plan_.whole(), std::min(usual, widest_paper(c_))));
        put_rows();
        if (!view_.hint.empty()) {
            const Layout& hint = c_.layouts.get(view_.hint, plan_.hint, plan_.hint_width);
            put_text(items_, hint, {(c_.canvas.size.x - plan_.hint_width) / 2, plan_.hint_top});
        }
        ButtonLook back{plan_.style, kEndless, c_.metrics.mark, 1, has_focus(view_.rows.size())};
        back.style.size = std::max(c_.metrics.small, least_text(c_));
        buttons_.push_back(put_button(items_, c_.layouts, c_.look.ui, strings::kBack.in(c_.reader), back,
                                      {c_.canvas.size.x / 2, plan_.back}, Command::kBack));
        put_tabs();
        put_more(paper);
        put_sample(paper);
        return std::move(buttons_);
    }

private:
    [[nodiscard]] bool has_focus(std::size_t index) const { return c_.show_focus && c_.focus == index; }

    /// The axis stands a little to the left, where labels and values leave it.
    [[nodiscard]] float axis() const {
        const float middle = c_.canvas.size.x / 2;
        const float room = widest_paper(c_) / 2;
        const float least = middle - room + plan_.label_width + plan_.between;
        const float most = middle + room - plan_.value_width - plan_.between;
        return std::max(least, std::min(most, middle - plan_.style.size * 1.6f));
    }

    void put_rows() {
        const float scroll = scroll_in(plan_, c_, view_);
        const auto first = static_cast<std::size_t>(scroll / plan_.row + 0.5f);
        const std::size_t end = first + rows_that_fit(plan_);
        for (std::size_t i = 0; i < view_.rows.size(); ++i) {
            const SettingRow& row = view_.rows[i];
            Button button{row.command, row.option, {}, row.label + "  " + row.value + "  " + row.pad};
            if (i >= first && i < end) {
                const float middle = plan_.top + (static_cast<float>(i - first) + 0.5f) * plan_.row;
                button.at = touch_area(put_row(row, middle, has_focus(i)), c_.metrics.mark);
                button.at.h = std::min(button.at.h, plan_.row); // no row takes what is meant for the next
                button.at.y = middle - button.at.h / 2;
            }
            buttons_.push_back(std::move(button));
        }
    }

    /// Answers what it covers.
    Rect put_row(const SettingRow& row, float middle, bool focused) {
        const float x = axis();
        TextStyle style = plan_.style;
        const auto put_at = [&](const std::string& text, float left, Color color) {
            style.color = color;
            const float width = c_.layouts.get(text, style, kEndless).size.x;
            return put_centered(items_, c_.layouts, text, style, {left + width / 2, middle}, kEndless);
        };
        const float label = c_.layouts.get(row.label, style, kEndless).size.x;
        const Rect left = put_at(row.label, x - plan_.between - label, faded(theme::kBrushInk, 0.78f));
        Rect right = put_at(row.value, x + plan_.between, row.waits ? theme::kVermilion : theme::kBrushInk);
        if (!row.pad.empty()) {
            const float at = row.value.empty() ? right.x : right.x + right.w + between_values(style);
            const Rect pad = put_at(row.pad, at, theme::kIndigo);
            right.w = pad.x + pad.w - right.x;
        }
        const bool nothing = right.w <= 0; // an action without a key
        if (focused) put_focus(items_, c_.look.ui, nothing ? left : right, style.size);
        return {left.x, left.y, std::max(right.x + right.w, left.x + left.w) - left.x, std::max(left.h, right.h)};
    }

    void put_tabs() {
        const Tabs& tabs = plan_.tabs;
        float middle = plan_.above + tabs.row / 2;
        std::size_t i = 0;
        for (const std::size_t end : tabs.row_ends) {
            float x = (c_.canvas.size.x - row_width(tabs, i, end)) / 2;
            for (; i < end; ++i) {
                const bool picked = i == view_.tab;
                const bool focused = has_focus(view_.rows.size() + 1 + i);
                TextStyle style = tabs.style;
                style.color = faded(theme::kBrushInk, picked ? 1.0f : focused ? 0.86f : 0.58f);
                const Vec2 center{x + tabs.widths[i] / 2, middle};
                const Rect at = put_centered(items_, c_.layouts, view_.tabs[i], style, center, kEndless);
                const Color ink = focused ? theme::kVermilion : theme::kBrushInk;
                const Rect stroke{at.x - 10, at.y + at.h - 2, at.w + 24, style.size * (focused ? 0.28f : 0.16f)};
                if (picked || focused) put_stroke(items_, c_.look.ui, stroke, ink);
                buttons_.push_back({Command::kSettingsTab, i, touch_area(at, c_.metrics.mark), view_.tabs[i]});
                x += tabs.widths[i] + tabs.between;
            }
            middle += tabs.row;
        }
    }

    /// Marks at the paper's side that there is more above and below, which can be pressed.
    void put_more(const Rect& paper) {
        const float last = last_scroll(plan_, view_);
        if (last <= 0) return;
        const float scroll = scroll_in(plan_, c_, view_);
        const float reach = c_.metrics.mark / 2;
        const float x = paper.x + paper.w - reach - 4;
        const float bottom = plan_.top + plan_.room;
        const auto put = [&](float y, std::size_t down, bool there) {
            const float side = 26;
            const Color color = faded(theme::kVermilion, there ? 0.9f : 0.18f);
            ImageItem drop{c_.look.ui.drop, {x - side / 2, y - side / 2, side, side}, {0, 0, 1, 1}, color};
            drop.pivot = {x, y};
            drop.turn = down != 0 ? 180.0f : 0.0f;
            if (c_.look.ui.drop != ImageId::kNone) items_.emplace_back(drop);
            const Bilingual& label = down != 0 ? strings::kMoreBelow : strings::kMoreAbove;
            buttons_.push_back({Command::kMore, down, {x - reach, y - reach, 2 * reach, 2 * reach}, label.in(c_.reader)});
        };
        put(plan_.top + reach, 0, scroll > 0);
        put(bottom - reach, 1, scroll < last);
        const float from = plan_.top + 2 * reach;
        const float length = std::max(0.0f, bottom - 2 * reach - from);
        put_fill(items_, {x - 1, from, 2, length}, faded(theme::kBrushInk, 0.25f));
        const float share = plan_.room / (plan_.room + last);
        put_fill(items_, {x - 2, from + length * (1 - share) * scroll / last, 4, length * share}, faded(theme::kBrushInk, 0.6f));
    }

    /// On the dark of the story's picture, as lines stand there.
    void put_sample(const Rect& paper) {
        if (view_.sample.empty()) return;
        Metrics m = sample_metrics(c_);
        m.stage = paper;
        const Rect ground{paper.x, plan_.sample.y, paper.w, plan_.sample.h};
        const bool clear = c_.metrics.choice.high_contrast;
        put_fill(items_, ground, clear ? theme::kStrip : faded(theme::kInk, 0.9f));
        m.column.y = m.highest = m.page_top = plan_.sample.y + m.text * 0.4f;
        DialogueView shown;
        shown.reader = c_.reader;
        shown.elapsed = kNever;
        const Dialogue dialogue = lay_out_dialogue(view_.sample, 0, m, c_.layouts, {});
        put_dialogue(items_, dialogue, shown, m, c_.look.ui, c_.layouts, {});
    }

    Items& items_;
    const ScreenContext& c_;
    const SettingsView& view_;
    Plan plan_;
    std::vector<Button> buttons_;
};

} // namespace

std::vector<Button> put_settings_screen(Items& items, const ScreenContext& c, const SettingsView& view) {
    return Screen(items, c, view).put();
}

float settings_scroll(const ScreenContext& c, const SettingsView& view) { return scroll_in(plan_of(c, view), c, view); }

float settings_scrolled(const ScreenContext& c, const SettingsView& view, int by) {
    const Plan plan = plan_of(c, view);
    return std::clamp(view.scroll + static_cast<float>(by) * plan.row, 0.0f, last_scroll(plan, view));
}

} // namespace liubai
