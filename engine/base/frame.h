#pragma once
// What update() answers: a picture as data, the sounds wanted now, and requests to the world. render/ draws it,
// audio/ plays it, app/ carries out the requests. Positions are canvas units; glyphs stand on baselines.

#include "base/canvas.h"
#include "base/color.h"
#include "base/ids.h"
#include "base/millis.h"
#include "base/spoken.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace liubai {

enum class Blend : std::uint8_t { kOver, kAdd };

/// A picture, stretched from `part` of it (0…1 of its width and height) to `to` and turned about `pivot`. The colour
/// multiplies it.
struct ImageItem {
    ImageId image = ImageId::kNone;
    Rect to;
    Rect part{0, 0, 1, 1};
    Color tint;
    Blend blend = Blend::kOver;
    float turn = 0; ///< degrees clockwise
    Vec2 pivot{};   ///< canvas units
    bool operator==(const ImageItem&) const = default;
};

struct PlacedGlyph {
    FontId font = FontId::kNone;
    std::uint32_t glyph = 0;
    Vec2 at;          ///< on the baseline
    float size = 0;   ///< em, units
    Color color;      ///< a colour glyph (emoji) takes only the alpha
    bool operator==(const PlacedGlyph&) const = default;
};

struct GlyphsItem {
    std::vector<PlacedGlyph> glyphs;
    bool operator==(const GlyphsItem&) const = default;
};

/// A rectangle; a gradient from `top` to `bottom` when they differ.
struct FillItem {
    Rect to;
    Color top;
    Color bottom;
    bool operator==(const FillItem&) const = default;
};

using DrawItem = std::variant<ImageItem, GlyphsItem, FillItem>;

enum class LayerKind : std::uint8_t { kStage, kDialogue, kUi };

/// Uncovers a layer bit by bit, first where a grey picture is darkest.
struct Mask {
    ImageId picture = ImageId::kNone; ///< one of Look::masks; none = all is uncovered
    Rect to{};                        ///< where it lies
    float level = 1;                  ///< 0 = nothing is uncovered yet, 1 = everything
    bool operator==(const Mask&) const = default;
};

/// Drawn as one picture: an `alpha` below 1 fades what is inside as a whole, never item by item.
struct Layer {
    LayerKind kind = LayerKind::kUi;
    Rect clip; ///< nothing is drawn outside
    float alpha = 1;
    std::vector<DrawItem> items; ///< back to front
    Mask mask{};
    bool complete = false; ///< drawn when all of its pictures are there, and not before
    bool operator==(const Layer&) const = default;
};

struct WantedSound {
    std::string music;     ///< "" = none
    std::string ambience;  ///< "" = none
    Millis music_fade = 2000; ///< of the change to it
    Millis ambience_fade = 2000;
    float music_volume = 1;
    float ambience_volume = 1;
    bool mono = false;   ///< both ears hear the same
    bool paused = false; ///< everything holds, and goes on where it was
    bool operator==(const WantedSound&) const = default;
};

struct SoundCue { std::string sound; float volume = 1; bool operator==(const SoundCue&) const = default; };

struct SaveRequest { std::string slot; std::string text; bool operator==(const SaveRequest&) const = default; };
struct LoadRequest { std::string slot; bool operator==(const LoadRequest&) const = default; };
struct DeleteSaveRequest { std::string slot; bool operator==(const DeleteSaveRequest&) const = default; };
struct ListSavesRequest { bool operator==(const ListSavesRequest&) const = default; };
struct CopyRequest { std::string text; bool operator==(const CopyRequest&) const = default; };
/// No parts = be silent. `interrupt`: what is being said stops first; else these follow it.
struct SpeakRequest { std::vector<SpokenPart> parts; bool interrupt = true; bool operator==(const SpeakRequest&) const = default; };
struct ScreenshotRequest { bool operator==(const ScreenshotRequest&) const = default; };
struct FullscreenRequest { bool on = true; bool operator==(const FullscreenRequest&) const = default; };
/// Text input with its rectangle (for the candidate window); an empty rectangle ends it.
struct TextInputRequest { Rect at; bool operator==(const TextInputRequest&) const = default; };
/// Settings changed: remember them. `text` is "key=value" lines.
struct KeepSettingsRequest { std::string text; bool operator==(const KeepSettingsRequest&) const = default; };
/// Lines were read for the first time: add these rows to what is remembered of the story.
struct KeepSeenRequest { std::string text; bool operator==(const KeepSeenRequest&) const = default; };
struct QuitRequest { bool operator==(const QuitRequest&) const = default; };

using Request = std::variant<SaveRequest, LoadRequest, DeleteSaveRequest, ListSavesRequest, CopyRequest, SpeakRequest,
                             ScreenshotRequest, FullscreenRequest, TextInputRequest, KeepSettingsRequest,
                             KeepSeenRequest, QuitRequest>;

/// A picture to have, decoded for `scale` canvas units a pixel of it.
struct WantedPicture {
    ImageId image = ImageId::kNone;
    float scale = 1;
    bool operator==(const WantedPicture&) const = default;
};

/// What must be there now, and what soon.
struct Wanted {
    std::vector<std::string> scenes_now; ///< while one is missing, the app passes dt = 0
    std::vector<std::string> scenes_soon;
    std::vector<WantedPicture> pictures_now; ///< likewise
    std::vector<WantedPicture> pictures_soon;
    bool pinyin = false; ///< its table: something is annotated or looked for
    bool operator==(const Wanted&) const = default;
};

struct Frame {
    Canvas canvas;
    Color paper{0, 0, 0, 255}; ///< behind everything, and on the bars
    std::vector<Layer> layers; ///< back to front
    WantedSound sound;
    std::vector<SoundCue> cues;
    std::vector<Request> requests;
    Wanted wanted;
    Millis wake_after = kNever; ///< until the picture changes by itself; the app sleeps that long
    bool operator==(const Frame&) const = default;
};

/// True when both look the same on the screen (sound, requests and wake-up apart).
bool same_picture(const Frame& a, const Frame& b);

} // namespace liubai
