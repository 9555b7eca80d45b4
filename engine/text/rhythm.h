#pragma once
// What each grapheme cluster is to the typewriter: how long it takes to read and how long the eye rests after it
// (requirements T3 and T4).

#include "base/rich_text.h"
#include "text/layout.h"
#include "text/reveal.h"

#include <cstdint>
#include <string>
#include <vector>

namespace liubai {

struct Beat {
    float units = 0;       ///< reading units: a Han character is 1
    float ticks = 0;       ///< until the next cluster, in Han ticks
    float rest = 0;        ///< ticks after it, and after what hangs on to it
    bool hangs_on = false; ///< appears together with the cluster before it
};

/// One beat a cluster.
std::vector<Beat> beats(std::string_view text, const std::vector<Cluster>& clusters, const Rhythm& rhythm);

} // namespace liubai
