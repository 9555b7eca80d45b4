#pragma once
// Inside update(): the screens of saves. Their buttons' options are 0…59 for the numbered slots, then the two that the
// program writes.

#include "game/game.h"
#include "game/show.h"

#include <cstddef>
#include <string>
#include <vector>

namespace liubai {

inline constexpr std::size_t kSlotPages = 10;
inline constexpr std::size_t kSlotsOnPage = 6;

/// "1"…"60", "auto", "quick".
std::string slot_of(std::size_t option);

/// On the present screen's page: six, and on the first one of loading before them the two that the program writes.
std::vector<std::size_t> options_on_page(ScreenKind screen, std::size_t page);

/// Draws ScreenKind::kSave or kLoad.
void show_slots(const GameState& state, const Content& content, const ScreenContext& c, Showing& out);

/// A slot was chosen: it is saved into, perhaps after a question and a name, or loaded.
void choose_slot(GameState& state, std::size_t option, std::vector<Request>& requests);
/// Asks before what it holds is gone. Nothing where it holds nothing.
void ask_to_delete(GameState& state, std::size_t option);
/// Yes to the present question.
void answer_yes(GameState& state, const Content& content, std::vector<Request>& requests);
/// The present question is taken back.
void take_question_back(GameState& state);

} // namespace liubai
