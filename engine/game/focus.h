#pragma once
// Inside update(): arrows on a screen whose buttons stand in rows and columns.

#include "base/geometry.h"
#include "base/input.h"
#include "ui/draw.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace liubai {

/// The button that an arrow leads to from the one with index `from`: the nearest that way, nearer to straight ahead
/// first; from itself when there is none. `way` is (±1, 0) or (0, ±1). Sideways only within a row.
std::size_t focus_towards(const std::vector<Button>& buttons, std::size_t from, Vec2 way);

/// The way of an arrow key or of a pad's cross.
std::optional<Vec2> arrow_of(Key key);
std::optional<Vec2> arrow_of(PadButton button);

} // namespace liubai
