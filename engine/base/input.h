#pragma once
// Everything that may come into update() from outside. app/ makes these from SDL; a replay log holds nothing else.
// Points are canvas units.

#include "base/bilingual.h"
#include "base/geometry.h"
#include "base/millis.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace liubai {

enum class Key : std::uint8_t {
    kNone, kSpace, kEnter, kEscape, kTab, kBackspace, kDelete, kUp, kDown, kLeft, kRight, kPageUp, kPageDown, kHome,
    kEnd, kF1, kF2, kF3, kF4, kF5, kF6, kF7, kF8, kF9, kF10, kF11, kF12, kA, kB, kC, kD, kE, kF, kG, kH, kI, kJ, kK,
    kL, kM, kN, kO, kP, kQ, kR, kS, kT, kU, kV, kW, kX, kY, kZ, kControl, kShift, kAlt, kMenu,
};

enum class PadButton : std::uint8_t {
    kA, kB, kX, kY, kBack, kGuide, kStart, kLeftStick, kRightStick, kLeftShoulder, kRightShoulder, kUp, kDown, kLeft,
    kRight,
};

enum class PadKind : std::uint8_t { kUnknown, kXbox, kPlayStation, kNintendo };

enum class PointerButton : std::uint8_t { kLeft, kMiddle, kRight };

/// What a player means, whatever device said so. Remapping and system menus speak in these.
enum class Action : std::uint8_t {
    kAdvance,
    kBack,     ///< one line back
    kForward,  ///< and forward again, over lines that were gone back from
    kBacklog,
    kDocument, ///< the conversation so far, in two columns
    kAuto,
    kSkip,     ///< until told otherwise
    kSkipHeld, ///< while it is held
    kPeek,     ///< likewise: the line in the other language
    kMode,
    kHide,
    kMenu,
    kSave,
    kLoad,
    kQuickSave,
    kQuickLoad,
    kCopy,
    kSpeech,
    kScreenshot,
    kFullscreen,
    kPanel,    ///< for authors: variables, scene, file and line
    kQuit,
};

struct PointerMoved { Vec2 at; bool operator==(const PointerMoved&) const = default; };
struct PointerDown { Vec2 at; PointerButton button = PointerButton::kLeft; bool operator==(const PointerDown&) const = default; };
struct PointerUp { Vec2 at; PointerButton button = PointerButton::kLeft; bool operator==(const PointerUp&) const = default; };
struct Wheel { Vec2 at; float steps = 0; bool operator==(const Wheel&) const = default; }; ///< up is positive
struct TouchDown { std::int64_t finger = 0; Vec2 at; bool operator==(const TouchDown&) const = default; };
struct TouchMoved { std::int64_t finger = 0; Vec2 at; bool operator==(const TouchMoved&) const = default; };
struct TouchUp { std::int64_t finger = 0; Vec2 at; bool operator==(const TouchUp&) const = default; };
struct KeyDown { Key key = Key::kNone; bool shift = false; bool control = false; bool alt = false; bool repeat = false; bool operator==(const KeyDown&) const = default; };
struct KeyUp { Key key = Key::kNone; bool operator==(const KeyUp&) const = default; };
struct PadDown { PadButton button = PadButton::kA; bool operator==(const PadDown&) const = default; };
struct PadUp { PadButton button = PadButton::kA; bool operator==(const PadUp&) const = default; };
struct PadChanged { bool connected = false; PadKind kind = PadKind::kUnknown; bool operator==(const PadChanged&) const = default; };
struct ActionGiven { Action action = Action::kAdvance; bool operator==(const ActionGiven&) const = default; };
struct TextTyped { std::string text; bool operator==(const TextTyped&) const = default; };
/// The input method's unfinished text; empty = composition ended.
struct Composition { std::string text; int cursor = 0; int selected = 0; bool operator==(const Composition&) const = default; };
/// The first event of every run and of every log.
struct Resized {
    Vec2 size{1280, 720};        ///< real pixels
    float scale = 1;             ///< pixels per point of the display (2 on a high-DPI one)
    bool accelerated = false;    ///< a renderer that may draw ambient motion
    bool reduced_motion = false; ///< as the system says
    bool operator==(const Resized&) const = default;
};
struct FocusChanged { bool focused = true; bool operator==(const FocusChanged&) const = default; };
/// Scenes, pictures or sounds that a frame wanted are there (or failed and will not come): ask Content.
struct Loaded { std::uint64_t content_version = 0; bool operator==(const Loaded&) const = default; };
/// A file of the saves' folder: its head as save/saved_game.h writes it, or why it cannot be used.
struct SaveSlot { std::string slot; std::string head; Bilingual message; bool operator==(const SaveSlot&) const = default; };
struct SaveListed { std::vector<SaveSlot> slots; bool operator==(const SaveListed&) const = default; };
/// A save was written or taken away; with a message when that failed.
struct SaveDone { std::string slot; bool ok = true; Bilingual message; bool operator==(const SaveDone&) const = default; };
/// The text of a save's file; empty with a message when it cannot be read.
struct SaveLoaded { std::string slot; std::string text; Bilingual message; bool operator==(const SaveLoaded&) const = default; };
/// What earlier sessions remember of this story: lines as KeepSeenRequest gave them.
struct SeenLoaded { std::string text; bool operator==(const SeenLoaded&) const = default; };
/// Something that the reader asked for is done, or could not be: say so.
struct Told { Bilingual text; bool operator==(const Told&) const = default; };
struct SpeechDone { bool operator==(const SpeechDone&) const = default; };
struct SoundDone { std::string sound; bool operator==(const SoundDone&) const = default; };
/// Wall-clock time, for save labels only. Minutes since 1970 in the reader's time zone.
struct LocalTime { std::int64_t minutes = 0; bool operator==(const LocalTime&) const = default; };

using InputEvent = std::variant<PointerMoved, PointerDown, PointerUp, Wheel, TouchDown, TouchMoved, TouchUp, KeyDown,
                                KeyUp, PadDown, PadUp, PadChanged, ActionGiven, TextTyped, Composition, Resized,
                                FocusChanged, Loaded, SaveListed, SaveDone, SaveLoaded, SeenLoaded, Told, SpeechDone,
                                SoundDone, LocalTime>;

} // namespace liubai
