#pragma once
// Which characters are set with the Han face and which with the Latin one. Quotes, dashes, ellipses and interpuncts
// serve both languages: their neighbours decide, and both ends of a pair go together (requirements I3 to I5).

#include "text/source.h"

namespace liubai {

struct Sides {
    std::vector<FaceSide> of;     ///< by character
    std::vector<bool> apostrophe; ///< by character: a ’ that closes nothing
};

Sides resolve_sides(const TextSource& source);

} // namespace liubai
