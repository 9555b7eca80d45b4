#pragma once
// The font of the last-resort screen as bytes. Its .cpp is made from fonts/LiubaiMessage.ttf at build time.

#include <cstddef>

namespace liubai {

extern const unsigned char kMessageFont[];
extern const std::size_t kMessageFontSize;

} // namespace liubai
