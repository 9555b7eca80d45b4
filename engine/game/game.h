#pragma once
// The whole game as one function of state, content, input and time. No clock, file, thread, SDL or libm in it.

#include "base/input.h"
#include "game/content.h"
#include "game/settings.h"
#include "game/silences.h"
#include "stage/stage.h"
#include "text/layouts.h"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace liubai {

/// What the reading rests on, and for how long.
enum class MomentKind : std::uint8_t { kNone, kLine, kPause, kCard, kChoice, kMissingScene };

struct Moment {
    MomentKind kind = MomentKind::kNone;
    Place place;        ///< of the step shown (not the next one)
    Millis elapsed = 0; ///< since it began; in a line: since its page did
    Millis total = 0;   ///< kPause and kCard: when it ends by itself
    int waits = 0;      ///< <wait> marks of the page that a click has passed
    std::size_t page = 0; ///< of a line that is too long for its column
    bool operator==(const Moment&) const = default;
};

enum class ScreenKind : std::uint8_t { kLanguage, kTitle, kReading, kMenu, kSettings, kEnd };

struct Ui {
    ScreenKind screen = ScreenKind::kTitle;
    ScreenKind under_menu = ScreenKind::kReading; ///< and under the settings
    std::size_t focus = 0;
    bool by_pointer = false; ///< the last input was a pointer: no focus ring unless it is on something
    bool on_button = false;  ///< and it is
    Vec2 pointer;
    Fade veil;               ///< a screen fades in from the dark
    Millis clock = 0;        ///< since the title or the end came: what moves there, and what comes there one by one
    std::size_t page = 0;    ///< of the end
    Millis page_clock = 0;   ///< since that page came
    bool operator==(const Ui&) const = default;
};

/// Where the window is.
struct Surroundings {
    Canvas canvas;
    float points = 1;
    bool accelerated = false;
    bool reduced_motion = false;
    bool fullscreen = false;
    bool focused = true;
    bool operator==(const Surroundings&) const = default;
};

/// Enough to go back: the ids of the lines shown, and a reading at each scene's start to run again from.
struct History {
    struct SceneStart {
        std::size_t line = 0; ///< index in `lines` of the scene's first line
        Reading reading;
        WantedStage stage;
        bool operator==(const SceneStart&) const = default;
    };
    std::vector<std::string> lines;
    std::vector<SceneStart> scenes;
    bool operator==(const History&) const = default;
};

struct GameState {
    Reading reading;
    Moment moment;
    Place card;       ///< the last chapter card,
    Fade card_leaves; ///< which uncovers what came after it
    Stage stage;
    Silences silences;
    int turn = 0; ///< of the conversation, from 1
    std::string turn_speaker; ///< whose turn it is; "" = the next line begins one
    bool under_way = false; ///< a reading has begun and not ended
    Ui ui;
    Surroundings surroundings;
    Settings settings;
    std::vector<std::string> sounds; ///< begun since the last frame, which takes them: empty between updates
    std::set<std::string> seen; ///< ids of lines read to their end, in any reading
    History history;
    bool operator==(const GameState&) const = default;
};

/// A state before its first frame: asks for the language, or shows the title.
GameState new_game(const Content& content, const Settings& settings, std::uint64_t seed);

/// Starts the reading at once, at a scene's start, a file's line or a line's id ("" = the first scene's first line).
/// Runs everything before it in that scene without time. False when there is no such place. The scene must be loaded.
bool start_at(GameState& state, const Content& content, const std::string& scene, const std::string& line);

/// One step of the game: inputs happen first, then `dt` passes. The frame shows the state after it. Requests and cues
/// are in this frame only. update(a + b) leaves the same state as update(a) and update(b).
Frame update(GameState& state, Layouts& layouts, const Content& content, std::span<const InputEvent> inputs, Millis dt);

/// The reader, or their system, wants nothing to move: every change is at once.
bool is_motion_reduced(const GameState& state);
/// Scenery, breathing and blinks may run while nothing else happens.
bool is_ambient(const GameState& state);

/// The names of the beds and short sounds that the next steps may need, for the mixer to have them ready.
std::vector<std::string> sounds_soon(const GameState& state, const Content& content);

/// The line that the reading rests on, or nullptr.
const Line* current_line(const GameState& state, const Content& content);

} // namespace liubai
