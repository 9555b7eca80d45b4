#pragma once
// One reading of a story: the place, the call stack, variables and heard words; and the verbs that move it on.
// A value: a copy is a snapshot.

#include "story/step.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

struct Place {
    std::string scene;
    std::size_t step = 0; ///< the next step to run
    bool operator==(const Place&) const = default;
};

/// A gap that the reader came to.
struct Silence {
    Place line;          ///< the step of its line
    std::size_t gap = 0; ///< which of that line's gaps, from 0
    std::string key;     ///< empty = its word is never heard
    bool waited = false; ///< the reader let it rest until it went on by itself
    bool operator==(const Silence&) const = default;
};

struct Reading {
    Place place;          ///< an empty scene name = the end of the story
    bool entering = true; ///< the scene at `place` has not been announced by AtSceneStart
    std::vector<Place> calls; ///< innermost last; at most 100 deep
    Variables variables;
    std::set<std::string> taken; ///< ids of `once` options taken
    std::vector<std::string> heard; ///< keys, in the order heard
    std::vector<Silence> silences; ///< in the order met
    std::uint64_t seed = 1;
    bool operator==(const Reading&) const = default;
};

/// Finds a scene that is loaded, or nullptr.
using FindScene = std::function<const Scene*(const std::string& name)>;

/// Where a reading came to rest, or what it passed.
struct AtLine { const Line* line; };
struct AtChoice { const Choice* choice; std::vector<std::size_t> open; }; ///< indices of the options that are shown
struct AtPause { Millis over; };
struct AtCard { const ChapterCard* card; };
struct AtStage { const StageStep* step; };
struct AtParagraphEnd {};
struct AtTurnEnd {};
struct AtSceneStart { const Scene* scene; };
struct NeedsScene { std::string scene; }; ///< load it, then call advance() again; the reading stands before the step
struct AtEnd {};
using Event = std::variant<AtLine, AtChoice, AtPause, AtCard, AtStage, AtParagraphEnd, AtTurnEnd, AtSceneStart,
                           NeedsScene, AtEnd>;

/// A new reading at the first step of the story's first scene.
Reading begin_reading(const Story& story, std::uint64_t seed);

/// Runs steps up to and including the next one that shows (any Event above) and answers it. Branches, jumps, calls and
/// assignments run silently; a loop of 100,000 silent steps ends the story. At a choice it stays until choose(); a choice
/// without an open option is passed. AtSceneStart comes once whenever a scene is entered at step 0. At a scene's end: back
/// to the caller, else on to the next scene of the order, else the end. `return` without a caller ends the story.
/// Pointers live as long as the scene does.
Event advance(Reading& reading, const Story& story, const FindScene& find);

/// Takes the option (index in Choice::options).
void choose(Reading& reading, const Choice& choice, std::size_t option);

/// Marks every <heard> key in a text that was read to its end.
void hear(Reading& reading, const RichText& text);
/// Marks one. False when it was heard before.
bool hear(Reading& reading, const std::string& key);

/// Remembers a gap once; one that was ever waited for stays so.
void meet(Reading& reading, const Silence& silence);

/// The gaps of a text, in their order.
std::vector<Unsaid> gaps_of(const RichText& text);

/// The text with ${name} replaced; spans and cues move along.
RichText with_variables(const RichText& text, const Variables& variables);

/// The text of a line in a language: as spoken if it is that language and no other version is given for it, else the
/// version in `others`, else nullptr. A version for "zh" also serves "zh-Hant" when there is none of its own.
const RichText* text_in(const Line& line, const std::string& language);

} // namespace liubai
