#pragma once
// Inside update(): what a reader types into a TextField, by keyboard, input method or the keyboard on the screen.

#include "base/frame.h"
#include "game/game.h"
#include "ui/draw.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace liubai {

inline constexpr std::size_t kMostTyped = 60;       ///< grapheme clusters in a field
inline constexpr std::size_t kMostTypedBytes = 200;

/// Takes what belongs to an active field: text, compositions, and the keys that move and delete. False for everything
/// else, which the screen may take: also Enter and Escape, but not while an input method is composing.
bool take_text_input(TextField& field, const InputEvent& input);

/// A press on the keyboard on the screen: kLetter (`option`: its code point) or kErase. False for every other command.
bool take_letter(TextField& field, Command command, std::size_t option);

/// The keyboard on the screen is there: a field takes text, and the reader has a pad or a finger.
bool shows_keyboard(const Ui& ui);
/// What a pad's button does on that keyboard beside walking over it: kErase or kTyped.
std::optional<Command> keyboard_command(PadButton button);
/// The letter that is in focus when it comes.
inline constexpr std::size_t kFirstLetter = 'q';

/// Puts text in at the caret, as much of it as there is room for, without what is no text (controls, ill-formed bytes).
void type_text(TextField& field, std::string_view text);

/// An active field that holds `text`, the caret at its end.
TextField field_with(std::string_view text);

/// Text input begins, follows the caret (`at`, canvas units) or ends (empty); `told` is what was last asked for.
void ask_for_text_input(Rect& told, Rect at, std::vector<Request>& requests);

} // namespace liubai
