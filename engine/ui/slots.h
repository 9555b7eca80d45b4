#pragma once
// The screens of saves: a sheet of slots, each with a thumbnail and a few words; and the strip on which a save is named.

#include "ui/screens.h"
#include "ui/text_field.h"

#include <cstddef>
#include <string>
#include <vector>

namespace liubai {

/// A slot as it shows. Texts are in the reader's language.
struct SlotRow {
    std::size_t option = 0; ///< of its buttons
    std::string label;      ///< its number or its name
    bool is_filled = false;
    bool can_press = true;  ///< chosen: saved into, or loaded
    std::string name;       ///< the reader's own, or that of a slot that has no number
    std::string chapter;
    std::string words;
    std::string time;
    std::string message;    ///< why it cannot be used; shown in place of the other words
    std::string question;   ///< asked in their place, with two answers: `yes` and to cancel
    std::string yes;
    bool operator==(const SlotRow&) const = default;
};

struct SlotsView {
    std::string heading;
    std::vector<SlotRow> rows; ///< of the present page
    bool waits = false;        ///< what there is is not known yet
    std::size_t page = 0;
    std::size_t pages = 1;
};

struct SlotsShown {
    std::vector<Button> buttons;   ///< kSlot and kDeleteSlot, or kYes and kNo; kPage, kBack
    std::vector<Rect> thumbnails; ///< of each row; empty where it has none
};

SlotsShown put_slots_screen(Items& items, const ScreenContext& c, const SlotsView& view);

/// A strip of paper with a field for a save's name (kYes, kNo), over a screen; with the keyboard under it if that is
/// asked for. `caret`: the field's.
std::vector<Button> put_naming(Items& items, const ScreenContext& c, const TextField& field, bool with_keyboard,
                               Rect& caret);

} // namespace liubai
