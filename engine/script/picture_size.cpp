#include "script/picture_size.h"

#include <cstddef>

namespace liubai {
namespace {

unsigned byte(std::string_view file, std::size_t at) {
    return at < file.size() ? static_cast<unsigned char>(file[at]) : 0;
}

unsigned little(std::string_view file, std::size_t at, int count) {
    unsigned value = 0;
    for (int i = count - 1; i >= 0; --i) value = value << 8 | byte(file, at + static_cast<std::size_t>(i));
    return value;
}

unsigned big(std::string_view file, std::size_t at, int count) {
    unsigned value = 0;
    for (int i = 0; i < count; ++i) value = value << 8 | byte(file, at + static_cast<std::size_t>(i));
    return value;
}

Vec2 size_of(unsigned width, unsigned height) { return {static_cast<float>(width), static_cast<float>(height)}; }

std::optional<Vec2> webp_size(std::string_view file) {
    const std::string_view chunk = file.substr(12, 4);
    if (chunk == "VP8X") return size_of(little(file, 24, 3) + 1, little(file, 27, 3) + 1);
    if (chunk == "VP8L") {
        const unsigned bits = little(file, 21, 4);
        return size_of((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }
    if (chunk == "VP8 ") return size_of(little(file, 26, 2) & 0x3FFF, little(file, 28, 2) & 0x3FFF);
    return std::nullopt;
}

std::optional<Vec2> jpeg_size(std::string_view file) {
    for (std::size_t at = 2; at + 9 < file.size();) {
        if (byte(file, at) != 0xFF) return std::nullopt;
        const unsigned marker = byte(file, at + 1);
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame) return size_of(big(file, at + 7, 2), big(file, at + 5, 2));
        at += 2 + big(file, at + 2, 2);
    }
    return std::nullopt;
}

} // namespace

std::optional<Vec2> picture_size(std::string_view file) {
    if (file.size() >= 30 && file.starts_with("RIFF") && file.substr(8, 4) == "WEBP") return webp_size(file);
    if (file.size() >= 24 && file.starts_with("\x89PNG")) return size_of(big(file, 16, 4), big(file, 20, 4));
    if (file.starts_with("\xFF\xD8")) return jpeg_size(file);
    return std::nullopt;
}

} // namespace liubai
