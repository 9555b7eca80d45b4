#pragma once
// What a story is made of. A scene is a flat list of steps; branches are jumps inside it, so that a place in a story is
// a scene's name and an index. Plain data: script/ makes it from YAML, reading.h walks it.

#include "base/bilingual.h"
#include "base/millis.h"
#include "base/rich_text.h"
#include "story/value.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace liubai {

/// A text in several languages, by BCP 47 tag.
using Texts = std::map<std::string, RichText>;

/// What one click shows.
struct Line {
    std::string id;       ///< "scene/hash8", a repeat gets ".2"; or the author's `id:`
    std::string speaker;  ///< cast id; empty = narration
    std::string language; ///< of `text`
    RichText text;        ///< as spoken; ${name} is still in it
    Texts others;         ///< other languages, and the speaker's own where they switch
    std::string mood;     ///< empty = as before
    std::string position; ///< "left", "right", "center"; empty = as before
    std::string at;       ///< the time a chat export gave, as written; empty = none
    bool operator==(const Line&) const = default;
};

struct ParagraphEnd { bool operator==(const ParagraphEnd&) const = default; };
/// The author's `turn:`. A line by another speaker ends a turn without it, and so does the end of a scene.
struct TurnEnd { bool operator==(const TurnEnd&) const = default; };

/// A change on the stage. One kind with named arguments: the stage knows what each means.
/// `with`: "" = dissolve, "cut", "paper", "black", or a mask's name.
struct SetBackground { std::string name; Millis fade = 1200; std::string with = {}; bool operator==(const SetBackground&) const = default; };
enum class Framing : unsigned char { kTwo, kSpeaker, kNone, kBehind };
struct SetFraming { Framing framing = Framing::kTwo; Millis fade = 800; bool operator==(const SetFraming&) const = default; };
struct SetMood { std::map<std::string, std::string> moods; bool operator==(const SetMood&) const = default; };
/// By speaker: true = at the other figure, false = away.
struct SetGaze { std::map<std::string, bool> at_other; bool operator==(const SetGaze&) const = default; };
struct ShowFigure { std::string speaker; std::string position; Millis fade = 600; bool operator==(const ShowFigure&) const = default; };
struct HideFigure { std::string speaker; Millis fade = 600; bool operator==(const HideFigure&) const = default; };
struct MoveFigure { std::string speaker; std::string position; Millis over = 800; bool operator==(const MoveFigure&) const = default; };
/// x and y: how far the stage's centre moves, in stage units.
struct SetCamera { float x = 0; float y = 0; float zoom = 1; Millis over = 2000; bool operator==(const SetCamera&) const = default; };
/// `volume`: 0…1.
struct SetMusic { std::string name; Millis fade = 2000; float volume = 1; bool operator==(const SetMusic&) const = default; };       ///< "" = none
struct SetAmbience { std::string name; Millis fade = 2000; float volume = 1; bool operator==(const SetAmbience&) const = default; }; ///< "" = none
struct PlaySound { std::string name; bool operator==(const PlaySound&) const = default; };
struct Shake { Millis over = 400; bool operator==(const Shake&) const = default; };
struct Flash { Millis over = 300; bool operator==(const Flash&) const = default; };
struct SetWeather { std::string name; bool operator==(const SetWeather&) const = default; }; ///< "" = none
/// The words that were never heard rise as points of light.
struct RaiseSilences { bool operator==(const RaiseSilences&) const = default; };
struct Pause { Millis over = 600; bool operator==(const Pause&) const = default; };
struct ChapterCard { std::map<std::string, std::string> title; bool operator==(const ChapterCard&) const = default; };

using StageStep = std::variant<SetBackground, SetFraming, SetMood, SetGaze, ShowFigure, HideFigure, MoveFigure, SetCamera,
                               SetMusic, SetAmbience, PlaySound, Shake, Flash, SetWeather, RaiseSilences>;

struct ChoiceOption {
    RichText text;
    std::string language;
    Texts others;
    Expression condition;    ///< hidden while false
    bool once = false;       ///< hidden after it was taken
    std::string id;          ///< for `once` and for saves
    std::size_t target = 0;  ///< step index
    bool operator==(const ChoiceOption&) const = default;
};

/// The step after a choice is where reading goes on when no option is open.
struct Choice {
    std::string id;
    std::string language;
    RichText prompt; ///< may be empty
    Texts others;
    std::vector<ChoiceOption> options;
    bool operator==(const Choice&) const = default;
};

struct Branch { Expression condition; std::size_t otherwise = 0; bool operator==(const Branch&) const = default; };
struct Goto { std::size_t target = 0; bool operator==(const Goto&) const = default; }; ///< inside the scene
struct Jump { std::string scene; std::string label; bool operator==(const Jump&) const = default; };
struct Call { std::string scene; std::string label; bool operator==(const Call&) const = default; };
struct Return { bool operator==(const Return&) const = default; };
struct SetVariable { Assignment assignment; bool operator==(const SetVariable&) const = default; };

struct Step {
    std::variant<Line, ParagraphEnd, TurnEnd, StageStep, Pause, ChapterCard, Choice, Branch, Goto, Jump, Call, Return,
                 SetVariable>
        what;
    int file_line = 0; ///< 1-based, in the scene's file
    bool operator==(const Step&) const = default;
};

struct Scene {
    std::string name;
    std::string file; ///< relative to the project folder
    std::map<std::string, std::string> title;
    std::vector<Step> steps;
    std::map<std::string, std::size_t> labels;
};

enum class Side : unsigned char { kLeft, kRight, kCenter };

struct Speaker {
    std::string id;
    std::map<std::string, std::string> name; ///< by language
    std::string language;                    ///< what they speak
    Color color{200, 69, 44, 255};
    std::string figure; ///< folder in assets/figures; empty = a seal stands for them
    std::string seal;   ///< one character; empty = the name's first
    std::string blip; ///< "a" = the sounds blip_a1, blip_a2 and blip_a3; empty = none
    Side side = Side::kLeft;
};

/// A row of the credits at the end: who did what. Each by language.
struct Credit {
    std::map<std::string, std::string> role; ///< may be empty
    std::map<std::string, std::string> name; ///< several rows are parted by line ends
};

/// The index of a project: all that is known without reading a scene's lines.
struct Story {
    std::map<std::string, std::string> title;
    std::string language = "zh"; ///< base language
    std::vector<std::string> languages;
    std::vector<std::string> order; ///< scene names, as read
    Variables variables;            ///< with their first values
    std::vector<Speaker> cast;
    std::string version;
    std::string icon; ///< a picture's path in the project; "" = ours
    bool book = false; ///< narration is set as in a book
    std::vector<Credit> credits;
};

/// The speaker with that id, or nullptr.
const Speaker* find_speaker(const Story& story, std::string_view id);

/// The sounds of which one is heard at a time while a speaker's words are typed; none without a blip.
std::vector<std::string> blip_sounds(const Speaker& speaker);

/// The name or title in a language, else in the first that it has, else "".
std::string in_language(const std::map<std::string, std::string>& texts, const std::string& language);

} // namespace liubai
