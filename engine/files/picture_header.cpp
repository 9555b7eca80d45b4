#include "files/picture_header.h"

#include <string_view>

namespace liubai {
namespace {

struct Bytes {
    std::string_view data;

    [[nodiscard]] bool has(std::size_t at, std::size_t count) const {
        return at <= data.size() && count <= data.size() - at;
    }
    [[nodiscard]] int byte(std::size_t at) const { return static_cast<unsigned char>(data[at]); }
    [[nodiscard]] int big16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
    [[nodiscard]] int little16(std::size_t at) const { return byte(at + 1) << 8 | byte(at); }
    [[nodiscard]] int little24(std::size_t at) const { return byte(at + 2) << 16 | little16(at); }
};

std::optional<PictureHeader> png(const Bytes& b) {
    if (!b.has(0, 24) || b.data.substr(12, 4) != "IHDR") return std::nullopt;
    if (b.big16(16) != 0 || b.big16(20) != 0) return PictureHeader{PictureKind::kPng, 1 << 30, 1 << 30};
    return PictureHeader{PictureKind::kPng, b.big16(18), b.big16(22)};
}

/// Orientation (tag 0x0112) in the first directory of an EXIF block, or 1 (EXIF 2.3, 4.6.4 A).
int exif_turn(std::string_view block) {
    using namespace std::string_view_literals;
    if (!block.starts_with("Exif\0\0"sv)) return 1;
    const Bytes b{block.substr(6)};
    if (!b.has(0, 8)) return 1;
    const bool little = b.data.starts_with("II"sv);
    const auto u16 = [&](std::size_t at) { return little ? b.little16(at) : b.big16(at); };
    const auto u32 = [&](std::size_t at) {
        const auto low = static_cast<std::size_t>(u16(little ? at : at + 2));
        return low | static_cast<std::size_t>(u16(little ? at + 2 : at)) << 16;
    };
    const std::size_t directory = u32(4);
    if (!b.has(directory, 2)) return 1;
    const auto count = static_cast<std::size_t>(u16(directory));
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = directory + 2 + i * 12;
        if (!b.has(entry, 12)) return 1;
        if (u16(entry) != 0x0112) continue;
        const int turn = u16(entry + 8);
        return turn >= 1 && turn <= 8 ? turn : 1;
    }
    return 1;
}

/// The first frame header (SOF0…SOF15, apart from the three markers between them that mean something else), and the
/// EXIF block before it.
std::optional<PictureHeader> jpeg(const Bytes& b) {
    int turn = 1;
    for (std::size_t at = 2; b.has(at, 9) && b.byte(at) == 0xFF;) {
        const int marker = b.byte(at + 1);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        const int height = b.big16(at + 5);
        const int width = b.big16(at + 7);
        if (frame && turn < 5) return PictureHeader{PictureKind::kJpeg, width, height, turn};
        if (frame) return PictureHeader{PictureKind::kJpeg, height, width, turn};
        const auto length = static_cast<std::size_t>(b.big16(at + 2));
        if (marker == 0xE1 && turn == 1 && length > 2 && b.has(at + 4, length - 2)) {
            turn = exif_turn(b.data.substr(at + 4, length - 2));
        }
        at += 2 + length;
    }
    return std::nullopt;
}

std::optional<PictureHeader> webp(const Bytes& b) {
    if (!b.has(0, 30)) return std::nullopt;
    const std::string_view chunk = b.data.substr(12, 4);
    if (chunk == "VP8 ") return PictureHeader{PictureKind::kWebp, b.little16(26) & 0x3FFF, b.little16(28) & 0x3FFF};
    if (chunk == "VP8X") return PictureHeader{PictureKind::kWebp, b.little24(24) + 1, b.little24(27) + 1};
    if (chunk != "VP8L") return std::nullopt;
    const int bits = b.little24(21) | (b.byte(24) & 0x0F) << 24;
    return PictureHeader{PictureKind::kWebp, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
}

} // namespace

std::optional<PictureHeader> read_picture_header(const Blob& file) {
    using namespace std::string_view_literals;
    const Bytes bytes{file.text()};
    if (bytes.data.starts_with("\x89PNG\r\n\x1A\n"sv)) return png(bytes);
    if (bytes.data.starts_with("\xFF\xD8\xFF"sv)) return jpeg(bytes);
    if (bytes.data.starts_with("RIFF"sv) && bytes.has(8, 4) && bytes.data.substr(8, 4) == "WEBP"sv) return webp(bytes);
    return std::nullopt;
}

} // namespace liubai
