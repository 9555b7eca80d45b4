#pragma once
// Puts a picture into another one without any renderer: what never moves is laid together once, on the worker's thread.

#include "base/frame.h"
#include "render/picture.h"

namespace liubai {

/// Blends `layer`, stretched to `to` (pixels of `ground`; what lies outside is cut off) and multiplied by `tint`, into
/// an opaque picture. Stretching is bilinear.
void lay_over(Pixels& ground, const Pixels& layer, const Rect& to, Color tint, Blend blend);

} // namespace liubai
