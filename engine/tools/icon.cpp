#include "tools/icon.h"

#include "files/picture_header.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace liubai {

Pixels icon_of(const OpenedStory& story, int side) {
    const std::string& own = story.content.story.icon;
    const Blob picture = own.empty() ? story.stock.read(kOwnIcon) : story.project.read(own);
    const auto header = read_picture_header(picture);
    const int larger = header ? std::max(header->width, header->height) : side;
    const Pixels scaled = decode_picture(picture, static_cast<float>(side) / static_cast<float>(larger));
    Pixels square{side, side, std::vector<std::uint8_t>(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4)};
    const int width = std::min(scaled.width, side);
    const int height = std::min(scaled.height, side);
    for (int y = 0; y < height; ++y) {
        const auto from = scaled.rgba.begin() + std::ptrdiff_t{y} * scaled.width * 4;
        const std::ptrdiff_t to = (std::ptrdiff_t{y + (side - height) / 2} * side + (side - width) / 2) * 4;
        std::copy(from, from + std::ptrdiff_t{width} * 4, square.rgba.begin() + to);
    }
    return square;
}

} // namespace liubai
