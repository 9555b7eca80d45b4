#pragma once
// The saves as they are told and meant in a terminal. Inside tools/.

#include "game/game.h"

#include <cstdint>
#include <string>
#include <vector>

namespace liubai {

/// "its chapter, when: the words". `now`: see LocalTime.
std::string save_place(const ListedSave& save, std::int64_t now, Language reader);

/// "  3. its name, " and that, or why it cannot be used.
std::string save_row(const ListedSave& save, std::int64_t now, Language reader);

/// As the window has them, without files that are in no slot of it.
std::vector<ListedSave> in_order(const std::vector<ListedSave>& all);

/// What the slot holds; nullptr = nothing.
const ListedSave* save_in(const std::string& slot, const std::vector<ListedSave>& all);

/// `name` means that slot by its number or by what the program calls it.
bool is_slot_name(const std::string& name, const std::string& slot);

/// The slot that is meant so, or that holds the save with that name; "" = there is none.
std::string slot_called(const std::string& name, const std::vector<ListedSave>& all);

/// The first numbered slot that holds nothing; "" = they are full.
std::string free_slot(const std::vector<ListedSave>& all);

} // namespace liubai
