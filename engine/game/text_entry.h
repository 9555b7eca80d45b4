#pragma once
// What is typed into a row of text.

#include "base/input.h"
#include "ui/text_field.h"

namespace liubai {

/// Takes what is typed, composed and corrected while the field is active. True when the input was one of those.
bool take_text_input(TextField& field, const InputEvent& input);

} // namespace liubai
