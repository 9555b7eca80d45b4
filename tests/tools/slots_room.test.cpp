// The screens of saves in every window and at every text size: nothing overflows, everything can be pressed.
#include "tools/overflow_flaws.h"
#include "ui/slots.h"

#include "support/test_fonts.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

SlotsView sample(bool loads, bool asks) {
    SlotsView view;
    view.heading = "存档";
    view.pages = 10;
    for (std::size_t i = 0; i < (loads ? 8u : 6u); ++i) {
        SlotRow row;
        row.option = i;
        row.label = i < 2 && loads ? "Quick save" : std::to_string(i + 1);
        row.is_filled = i != 3;
        if (i % 3 == 0) row.name = "A name that is much longer than any slot has room for, as readers will have it";
        row.chapter = "雨夜的窗 与一个很长很长的、怎么也放不下的场景标题";
        row.words = "Nothing in this row may run over the picture beside it, nor over the edge of the paper.";
        row.time = "27 Nov 2025, 18:05";
        if (i == 4) row.message = "This save is damaged: it was cut off or changed by another program.";
        if (asks && i == 1) {
            row.question = "Overwrite this save?";
            row.yes = "Overwrite";
        }
        view.rows.push_back(std::move(row));
    }
    return view;
}

} // namespace

TEST_CASE("saves fit every window at every text size", "[slots]") {
    const Fonts& fonts = test_fonts();
    Layouts layouts(fonts);
    const Story story;
    const Look look;
    for (const Window& window : windows()) {
        for (const float size : {80.0f, 100.0f, 140.0f, 200.0f}) {
            for (const Language reader : {Language::kZh, Language::kEn}) {
                ReadingRoom where{&window, size, canvas_for(window.pixels), {}, {}};
                where.metrics = metrics(where.canvas, window.points, size);
                const ScreenContext c{story, look, where.canvas, where.metrics, layouts, reader};
                const auto flaw_in = [&](const auto& put) {
                    Items items;
                    const auto buttons = put(items);
                    const auto flaw = flaw_of_screen(fonts, items, buttons, where);
                    return flaw ? words_of(*flaw).en : "";
                };
                INFO(window.shape.en << " at " << size);
                for (const bool loads : {false, true}) {
                    for (const bool asks : {false, true}) {
                        INFO((loads ? "loading" : "saving") << (asks ? ", asking" : ""));
                        const SlotsView view = sample(loads, asks);
                        CHECK(flaw_in([&](Items& items) { return put_slots_screen(items, c, view).buttons; }) == "");
                    }
                }
                TextField field;
                field.active = true;
                field.text = "A name of which only a part can be seen at once, whatever is done";
                field.caret = field.text.size();
                Rect caret;
                CHECK(flaw_in([&](Items& items) { return put_naming(items, c, field, false, caret); }) == "");
                CHECK(caret.x + caret.w <= where.canvas.size.x);
            }
        }
    }
}
