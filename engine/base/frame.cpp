#include "base/frame.h"

namespace liubai {

bool same_picture(const Frame& a, const Frame& b) {
    return a.canvas == b.canvas && a.paper == b.paper && a.layers == b.layers;
}

} // namespace liubai
