#pragma once
// One frame of a story as a picture, without a window.

#include "game/game.h"
#include "game/replay.h"
#include "render/renderer.h"
#include "tools/opened_story.h"

#include <functional>
#include <optional>
#include <string>

namespace liubai {

struct ShootOptions {
    std::string scene;  ///< "" = the story's first
    std::string line;   ///< a line of its file or an id; "" = the first
    std::string screen; ///< as `shoot --screen` names it; "" = the reading
    std::optional<ReplayLog> log; ///< played first, instead of `scene` and `line`
    std::optional<double> seconds; ///< after the line began; none = typed to its end
    Vec2 size{1280, 720};
    float points = 1; ///< pixels a point: 3 on a phone
    Settings settings;
};

/// The state and the frame asked for; of the workshop, which is no part of a story, the frame only. Throws Error when there is
/// no such place.
struct Shot {
    GameState state;
    Frame frame;
};
Shot take_shot(OpenedStory& story, Layouts& layouts, const ShootOptions& options);

/// Decodes every picture that the frame needs now and draws it.
Pixels render_shot(const OpenedStory& story, const Frame& frame, Vec2 size);

/// Decodes and gives the renderer what the frame needs now. For tools without a worker.
void fetch_pictures(const OpenedStory& story, const Frame& frame, Renderer& renderer);

/// What ShootOptions::screen may be: "title, menu, …".
std::string screen_names();

/// The factor by which a picture is decoded for a canvas. A GPU enlarges while it draws.
float decode_scale(const WantedPicture& wanted, const Look& look, const Canvas& canvas, bool accelerated);

/// Plays a log to its end and hands each frame to `see`. Scenes that a frame wants are loaded at once.
GameState play_log(OpenedStory& story, Layouts& layouts, const ReplayLog& log,
                   const std::function<void(const Frame&)>& see);

} // namespace liubai
