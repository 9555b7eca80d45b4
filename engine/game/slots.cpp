#include "game/slots.h"

#include "game/play.h"
#include "game/saving.h"
#include "game/text_entry.h"
#include "game/thumbnail.h"
#include "ui/date.h"
#include "ui/slots.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::size_t kAutoOption = kSlotPages * kSlotsOnPage;
constexpr std::size_t kQuickOption = kAutoOption + 1;

const ListedSave* save_in(const GameState& state, std::size_t option) {
    if (!state.saving.listed) return nullptr;
    const auto& all = *state.saving.listed;
    const std::string slot = slot_of(option);
    const auto found = std::find_if(all.begin(), all.end(), [&](const ListedSave& save) { return save.slot == slot; });
    return found == all.end() ? nullptr : &*found;
}

bool is_usable(const ListedSave* save) { return save != nullptr && save->message.en.empty(); }

std::string label_of(std::size_t option, Language reader) {
    if (option == kAutoOption) return strings::kAutoSlotName.in(reader);
    if (option == kQuickOption) return strings::kQuickSlotName.in(reader);
    return slot_of(option);
}

SlotRow row_of(const GameState& state, std::size_t option) {
    const Language reader = state.settings.reader;
    const ListedSave* save = save_in(state, option);
    SlotRow row;
    row.option = option;
    row.label = label_of(option, reader);
    row.is_filled = save != nullptr;
    row.can_press = state.saving.listed && (state.ui.screen == ScreenKind::kSave || is_usable(save));
    if (!save) return row;
    row.message = save->message.in(reader);
    row.name = option < kAutoOption ? save->head.name : row.label;
    row.chapter = in_language(save->head.chapter, tag(reader));
    row.words = in_language(save->head.words, tag(reader));
    row.time = date_and_time(save->head.saved_at, state.saving.minutes, reader);
    if (state.ui.asked != option) return row;
    if (state.ui.question == SlotQuestion::kDelete) {
        row.question = strings::kAskDelete.in(reader);
        row.yes = strings::kDelete.in(reader);
    }
    if (state.ui.question == SlotQuestion::kOverwrite) {
        row.question = strings::kAskOverwrite.in(reader);
        row.yes = strings::kOverwrite.in(reader);
    }
    return row;
}

void ask_for_name(GameState& state) {
    const ListedSave* save = save_in(state, state.ui.asked);
    state.ui.question = SlotQuestion::kName;
    state.ui.field = field_with(is_usable(save) ? save->head.name : "");
}

} // namespace

std::string slot_of(std::size_t option) {
    if (option == kAutoOption) return kAutoSlot;
    if (option == kQuickOption) return kQuickSlot;
    return std::to_string(option + 1);
}

std::vector<std::size_t> options_on_page(ScreenKind screen, std::size_t page) {
    std::vector<std::size_t> options;
    if (screen == ScreenKind::kLoad && page == 0) options = {kAutoOption, kQuickOption};
    for (std::size_t i = 0; i < kSlotsOnPage; ++i) options.push_back(page * kSlotsOnPage + i);
    return options;
}

void show_slots(const GameState& state, const Content& content, const ScreenContext& c, Showing& out) {
    const Ui& ui = state.ui;
    const bool saves = ui.screen == ScreenKind::kSave;
    SlotsView view;
    view.heading = (saves ? strings::kSave : strings::kLoad).in(c.reader);
    view.waits = !state.saving.listed;
    view.page = ui.picked;
    view.pages = kSlotPages;
    for (const std::size_t option : options_on_page(ui.screen, ui.picked)) view.rows.push_back(row_of(state, option));
    ScreenContext below = c;
    const bool names = ui.question == SlotQuestion::kName;
    if (names) below.show_focus = false;
    const SlotsShown shown = put_slots_screen(out.frame.layers.back().items, below, view);
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const ListedSave* save = save_in(state, view.rows[i].option);
        if (save && !shown.thumbnails[i].empty())
            show_thumbnail(state, content, c.layouts, save->head.stage, shown.thumbnails[i], out);
    }
    out.buttons = shown.buttons;
    if (!names) return;
    Layer& strip = out.frame.layers.emplace_back();
    strip.clip = {0, 0, c.canvas.size.x, c.canvas.size.y};
    out.buttons = put_naming(strip.items, c, ui.field, shows_keyboard(ui), out.caret);
}

void choose_slot(GameState& state, std::size_t option, std::vector<Request>& requests) {
    const ListedSave* save = save_in(state, option);
    if (state.ui.screen == ScreenKind::kLoad) {
        if (is_usable(save)) requests.emplace_back(LoadRequest{slot_of(option)});
        return;
    }
    if (option >= kAutoOption || !state.saving.listed) return;
    if (!state.under_way) return tell(state, strings::kNothingToSave);
    state.ui.asked = option;
    if (save) {
        state.ui.question = SlotQuestion::kOverwrite;
    } else {
        ask_for_name(state);
    }
}

void ask_to_delete(GameState& state, std::size_t option) {
    if (!save_in(state, option)) return;
    state.ui.asked = option;
    state.ui.question = SlotQuestion::kDelete;
}

void answer_yes(GameState& state, const Content& content, std::vector<Request>& requests) {
    const std::string slot = slot_of(state.ui.asked);
    switch (state.ui.question) {
    case SlotQuestion::kNone: return;
    case SlotQuestion::kOverwrite: return ask_for_name(state);
    case SlotQuestion::kDelete:
        requests.emplace_back(DeleteSaveRequest{slot});
        if (state.saving.listed) std::erase_if(*state.saving.listed, [&](const ListedSave& save) { return save.slot == slot; });
        break;
    case SlotQuestion::kName:
        tell(state, save_into(state, content, slot, state.ui.field.text, requests) ? strings::kSaved : strings::kNothingToSave);
        break;
    }
    take_question_back(state);
}

void take_question_back(GameState& state) {
    state.ui.question = SlotQuestion::kNone;
    state.ui.field = {};
}

} // namespace liubai
