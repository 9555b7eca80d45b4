#pragma once
// What stands at the end after the story's own credits: what the engine is made of, and under which licences.

#include "base/bilingual.h"

#include <vector>

namespace liubai {

/// A role and who or what it is; several names are parted by line ends.
struct EngineCredit {
    Bilingual role;
    Bilingual name;
};

/// In the order in which they are shown.
const std::vector<EngineCredit>& engine_credits();

} // namespace liubai
