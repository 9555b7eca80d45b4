#pragma once
// Which part of a frame looks as it did in the last one, so that it need not be drawn again. For compose().

#include "base/frame.h"

#include <compare>
#include <cstddef>
#include <optional>
#include <vector>

namespace liubai {

/// A place between two items of a frame: after that many whole layers and that many items of the next one.
struct Cut {
    std::size_t layers = 0;
    std::size_t items = 0;
    auto operator<=>(const Cut&) const = default;
};

/// What a frame shows, without its sounds and requests.
struct Shown {
    Canvas canvas;
    Color paper;
    std::vector<Layer> layers;
};

/// After everything.
Cut end_of(const Frame& frame);

/// How far both show the same. Never inside a layer that fades.
Cut common_start(const Shown& last, const Frame& frame);

/// The part of the canvas outside which both look the same; nothing when that is not known, as where layers fade.
/// Rounded outwards generously: a turned picture and a glyph reach beyond their places.
std::optional<Rect> changed_area(const Shown& last, const Frame& frame);

/// True when the item draws that picture.
bool shows(const DrawItem& item, ImageId image);

/// What comes before the first item that draws it; everything when none does.
Cut first_showing(const Shown& shown, ImageId image);

/// True where the layer is drawn by way of a picture of its own. A single picture or fill is not: its own alpha does.
bool fades(const Layer& layer);

/// What the layer's items may change, canvas units, rounded outwards generously.
Rect reach_of(const Layer& layer);

} // namespace liubai
