#pragma once
// What a story looks like: the pictures there are, how figures are put together, how a background lights them.
// script/look reads it from YAML; stage/ and ui/ draw with it.

#include "base/color.h"
#include "base/geometry.h"
#include "base/frame.h"
#include "base/ids.h"
#include "base/millis.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace liubai {

struct Picture {
    std::string path;       ///< in its folder
    bool from_stock = true; ///< of the engine's own folder, else of the project's
    Vec2 size;              ///< pixels
    bool is_mask = false;   ///< only its grey values are used
    std::string flat_of = {}; ///< not a file: that background with its layers, as it stands at rest
    bool operator==(const Picture&) const = default;
};

/// How a background lights what stands before it.
struct Light {
    Color strip{18, 22, 29, 255};     ///< the ink wash under the text
    Color figures{255, 255, 255, 255}; ///< multiplies the figures
    Color rim{255, 255, 255, 255};     ///< tints the rim light; alpha is its strength
    Color ambient{128, 128, 128, 255}; ///< what the listener recedes into
    float recede = 0.28f;              ///< how far, 0…1
};

/// A picture laid over a background that may move by itself. Positions and ways are stage units (1920×1080).
struct SceneryLayer {
    ImageId image = ImageId::kNone;
    Rect at;              ///< at rest
    float depth = 0;      ///< how it follows the camera: 0 = as the background, 1 = as the figures
    bool front = false;   ///< before the figures
    Blend blend = Blend::kOver;
    float alpha = 1;
    Vec2 drift;           ///< a second. Repeats side by side along its way, unless `again`
    Millis again = 0;     ///< it starts anew so often; 0 = it is a seamless band
    Vec2 sway;            ///< to either side
    float turn = 0;       ///< degrees to either side, about its middle
    float breathe = 0;    ///< the share of alpha that comes and goes
    Millis every = 8000;  ///< period of sway, turn and breathe
    float phase = 0;      ///< 0…1 of that period
    bool waits = false;   ///< comes when a reader lingers at a silence
    bool ambient = false; ///< left out on a stage at rest
};

struct Background {
    ImageId image = ImageId::kNone; ///< none: `color` fills the stage
    Color color{0, 0, 0, 255};
    Light light;
    std::optional<Vec2> light_at; ///< its one light (a sun, a lit window), stage units
    std::vector<SceneryLayer> layers; ///< back to front
    ImageId flat = ImageId::kNone; ///< all of it behind the figures in one picture; none = there are no layers
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
    std::optional<Vec2> pivot;      ///< what the head turns about, figure pixels
    std::map<std::string, float> tilt; ///< of the head by mood, degrees clockwise
};

/// The pictures of the interface.
struct UiPictures {
    ImageId wash = ImageId::kNone; ///< the ink wash, white, tinted by the light's strip colour
    ImageId seal = ImageId::kNone;
    ImageId glow = ImageId::kNone; ///< the light of a silence
    ImageId drop = ImageId::kNone; ///< the continue mark
    ImageId bird = ImageId::kNone; ///< a word that was found, at the story's end
    ImageId stroke = ImageId::kNone; ///< a brush's stroke from left to right: rules, and what has the focus
    ImageId paper = ImageId::kNone;  ///< grain, for a card to be printed on
};

struct Look {
    std::vector<Picture> pictures; ///< ImageId is the index + 1
    std::map<std::string, Background> backgrounds;
    std::map<std::string, std::vector<SceneryLayer>> weathers;
    std::map<std::string, ImageId> masks; ///< of transitions
    std::map<std::string, Figure> figures;
    UiPictures ui;

    [[nodiscard]] const Picture* picture(ImageId id) const {
        const std::size_t index = index_of(id);
        return index == 0 || index > pictures.size() ? nullptr : &pictures[index - 1];
    }
};

} // namespace liubai
