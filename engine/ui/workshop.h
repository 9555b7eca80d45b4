#pragma once
// What an author sees who started the program without a story: drop a conversation here, read it, pack it.

#include "base/bilingual.h"
#include "ui/screens.h"

#include <vector>

namespace liubai {

/// In both languages: nobody has been asked yet.
struct WorkshopView {
    Bilingual heading;
    std::vector<Bilingual> lines; ///< what happened, or what to do
    std::vector<Bilingual> buttons;
};

/// What the author sees first. The buttons: an example, when there is one, and quit.
WorkshopView first_workshop_view(bool has_example);

/// On paper, with the pictures that it needs and a kOption button for each of the view's.
struct WorkshopScreen {
    Frame frame;
    std::vector<Button> buttons;
};
WorkshopScreen workshop_screen(const ScreenContext& c, const WorkshopView& view);

} // namespace liubai
