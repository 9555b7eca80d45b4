#pragma once
// What a story looks like: the pictures there are, how figures are put together, how a background lights them.
// script/look reads it from YAML; stage/ and ui/ draw with it.

#include "base/color.h"
#include "base/geometry.h"
#include "base/ids.h"

#include <map>
#include <string>
#include <vector>

namespace liubai {

struct Picture {
    std::string path;       ///< in its folder
    bool from_stock = true; ///< of the engine's own folder, else of the project's
    Vec2 size;              ///< pixels
};

/// How a background lights what stands before it.
struct Light {
    Color strip{18, 22, 29, 255};     ///< the ink wash under the text
    Color figures{255, 255, 255, 255}; ///< multiplies the figures
    Color rim{255, 255, 255, 255};     ///< tints the rim light; alpha is its strength
    Color ambient{128, 128, 128, 255}; ///< what the listener recedes into
    float recede = 0.28f;              ///< how far, 0…1
};

struct Background {
    ImageId image = ImageId::kNone; ///< none: `color` fills the stage
    Color color{0, 0, 0, 255};
    Light light;
};

/// A layer of a figure: its picture, where it lies on the figure's canvas, and its enlargement there.
struct FigurePart {
    ImageId image = ImageId::kNone;
    Rect at; ///< figure pixels
};

struct Figure {
    Vec2 size; ///< of its canvas, pixels
    std::map<std::string, FigurePart> parts;
    std::vector<std::string> moods; ///< the first is what an unknown mood shows
};

/// The pictures of the interface.
struct UiPictures {
    ImageId wash = ImageId::kNone; ///< the ink wash, white, tinted by the light's strip colour
    ImageId seal = ImageId::kNone;
    ImageId glow = ImageId::kNone; ///< the light of a silence
    ImageId drop = ImageId::kNone; ///< the continue mark
};

struct Look {
    std::vector<Picture> pictures; ///< ImageId is the index + 1
    std::map<std::string, Background> backgrounds;
    std::map<std::string, Figure> figures;
    UiPictures ui;

    [[nodiscard]] const Picture* picture(ImageId id) const {
        const auto index = static_cast<std::size_t>(id);
        return index == 0 || index > pictures.size() ? nullptr : &pictures[index - 1];
    }
};

} // namespace liubai
