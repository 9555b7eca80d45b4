#pragma once
// The whole game as one function of state, content, input and time. No clock, file, thread, SDL or libm in it.

#include "base/input.h"
#include "game/book.h"
#include "game/content.h"
#include "game/settings.h"
#include "game/silences.h"
#include "save/saved_game.h"
#include "stage/stage.h"
#include "text/layouts.h"
#include "ui/text_field.h"

#include <cstdint>
#include <optional>
#include <map>
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
    Millis rested = 0;    ///< of a page: since it stood there to its end
    bool is_said = false; ///< of a page: a voice has come to its end
    bool operator==(const Moment&) const = default;
};

enum class ScreenKind : std::uint8_t {
    kLanguage, kTitle, kReading, kMenu, kSettings, kEnd, kBacklog, kDocument, kSave, kLoad, kChapters,
};

/// Pages that turn by themselves, and lines that are passed over.
struct Pace {
    bool automatic = false;
    bool skips = false;     ///< until told otherwise, or something stops it
    bool skips_held = false; ///< while a key is held
    Millis clock = 0;       ///< since the last line was passed over
    std::multiset<std::string> sounding; ///< short sounds of the story that are heard now: pages wait for them
    bool operator==(const Pace&) const = default;
};

/// A finger or the left button that is down on the reading screen.
struct Press {
    bool down = false;
    std::int64_t finger = 0;
    Vec2 from;
    Vec2 at;
    Millis held = 0;
    bool spent = false; ///< it was a long press or a swipe already: lifting it does nothing
    bool operator==(const Press&) const = default;
};

/// What a screen of saves asks before it does it.
enum class SlotQuestion : std::uint8_t { kNone, kDelete, kOverwrite, kName };

/// A sentence that shows for a while.
struct Notice {
    Bilingual text;
    Millis left = 0;
    bool operator==(const Notice&) const = default;
};

struct Ui {
    ScreenKind screen = ScreenKind::kTitle;
    std::vector<ScreenKind> below; ///< what it was opened over, the lowest first
    std::size_t focus = 0;
    bool by_pointer = false; ///< the last input was a pointer: no focus ring unless it is on something
    bool on_button = false;  ///< and it is
    Vec2 pointer;
    Fade veil;               ///< a screen fades in from the dark
    Millis clock = 0;        ///< since the title or the end came: what moves there, and what comes there one by one
    std::size_t page = 0;    ///< of the end
    Millis page_clock = 0;   ///< since that page came
    bool hidden = false;     ///< nothing but the picture, until the next input
    bool peeks = false;      ///< the line in the other language, while a key is held or a press is long
    TextField field;         ///< of the present screen: a save's name, what is searched for
    float scroll = 0;        ///< of the present screen's list, canvas units from its top
    std::size_t picked = 0;  ///< of the present screen: a tab, a page of slots
    Book book;               ///< the backlog and the two columns
    SlotQuestion question = SlotQuestion::kNone; ///< asked on the present screen,
    std::size_t asked = 0;   ///< about that slot's option
    std::optional<Action> rebinding; ///< on the settings screen: what the next key will do
    bool panel = false;      ///< an author's: variables, scene, file and line
    std::vector<Bilingual> findings; ///< what is wrong with the story's files, for its author
    Press press;
    Notice notice;
    PadKind pad = PadKind::kUnknown; ///< whose labels are shown
    bool by_pad = false;             ///< the last input was a pad's
    bool by_finger = false;          ///< or a finger's, which was lifted
    Rect typing_at;                  ///< the caret that text input was last asked for; empty = there is none
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

/// A save that a list shows.
struct ListedSave {
    std::string slot;
    SaveHead head;
    Bilingual message; ///< why it cannot be used; empty = it can
    bool operator==(const ListedSave&) const = default;
};

/// What goes to the disk and comes from there.
struct Saving {
    std::optional<std::vector<ListedSave>> listed; ///< nothing until the list has come
    Millis unsaved = 0;      ///< since the last change that no autosave holds
    bool is_changed = false; ///< there is one
    std::optional<SavedGame> waiting; ///< a save whose scene is still to come
    std::int64_t minutes = 0; ///< local time, as last told; 0 = never told
    bool operator==(const Saving&) const = default;
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
    std::set<std::string> reached; ///< scenes come to, in any reading
    std::vector<std::string> newly_seen; ///< rows for KeepSeenRequest: "s line's id", "r scene", "w word line's id"
    std::map<std::string, std::string> words_met; ///< Han words of lines read, and the line in which each was met first
    History history;
    std::size_t going_to = 0; ///< History::shown that waits for a scene to go back to; 0 = none
    std::size_t recap = 0;    ///< History::shown at which a reader came back after long: the paragraph is shown above
    Pace pace;
    std::string said; ///< the name of what a voice said last; see speaking.h
    Saving saving;
    std::string starting; ///< a scene to begin at as soon as it is loaded; "" = none
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
/// What lies under every other screen: the title, the reading or the end.
ScreenKind base_screen(const Ui& ui);

/// The names of the beds and short sounds that the next steps may need, for the mixer to have them ready.
std::vector<std::string> sounds_soon(const GameState& state, const Content& content);

/// The line that the reading rests on, or nullptr.
const Line* current_line(const GameState& state, const Content& content);

} // namespace liubai
