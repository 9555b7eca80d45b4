#pragma once
// The one table of verbs: the loader reads by it, and docs/steps.md is printed from it.

#include "script/scene_reader.h"

#include <array>
#include <string>
#include <string_view>

namespace liubai {

enum class VerbGroup : unsigned char { kWords, kStage, kSound, kWays };

/// A key that may stand under a verb.
struct VerbKey {
    std::string_view name;
    std::string_view sample;  ///< a value for it
    std::string_view without; ///< the value that holds without it; "" = nothing, or it must be there
    std::string_view zh;
    std::string_view en;
};

/// How a verb is written, what it does, and who reads it.
struct SceneReader::Verb {
    enum class Value : unsigned char { kNone, kOptional, kName, kText };
    VerbGroup group;
    std::string_view name;
    Value value; ///< what stands behind its colon
    void (SceneReader::*read)(const Item&);
    std::string_view example; ///< one item, in one line but for what must stand under it
    std::string_view zh;
    std::string_view en;
    std::array<VerbKey, 3> keys{}; ///< empty names at the end
    bool languages = false;        ///< translations may stand under it
};

/// docs/steps.md: every verb with its keys and an example, in both languages, as Markdown.
std::string verb_reference();

} // namespace liubai
