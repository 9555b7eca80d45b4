#include "app/speech.h"
#include "base/utf8.h"

namespace liubai {

Millis speaking_time(const SpokenPart& part) {
    constexpr Millis kPause = 600;
    constexpr Millis kHan = 250;
    constexpr Millis kOther = 70;
    if (part.text.empty()) return kPause;
    Millis time = 0;
    for (const char32_t c : to_utf32(part.text)) time += is_han(c) ? kHan : kOther;
    return time;
}

} // namespace liubai
