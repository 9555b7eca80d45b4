#pragma once
// A date as a reader writes it.

#include "base/bilingual.h"

#include <cstdint>
#include <string>

namespace liubai {

/// "11月27日 18:05", "27 Nov, 18:05": minutes since 1970 in the reader's time zone, with the year when it is not that of
/// `now` (0 = not known: then without). "" for 0.
std::string date_and_time(std::int64_t minutes, std::int64_t now, Language language);

} // namespace liubai
