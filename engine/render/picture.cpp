#include "render/picture.h"

#include "base/error.h"
#include "files/folder.h"
#include "files/picture_header.h"
#include "render/scale_down.h"
#include "render/sdl_ptr.h"
#include "render/stretch.h"

#include <SDL_image.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <mutex>
#include <string_view>
#include <utility>

namespace liubai {
namespace {

constexpr int kLargestSide = 8192;

Error broken(const std::string& reason) {
    return Error({"图片打不开：" + reason, "the picture cannot be read: " + reason});
}

const char* sdl_name(PictureKind kind) {
    switch (kind) {
    case PictureKind::kPng: return "PNG";
    case PictureKind::kJpeg: return "JPG";
    case PictureKind::kWebp: return "WEBP";
    }
    return "";
}

PictureHeader checked_header(const Blob& file) {
    const auto header = read_picture_header(file);
    if (!header) throw Error({"这不是 WebP、PNG 或 JPEG 图片", "this is not a WebP, PNG or JPEG picture"});
    // Before decoding: a few bytes may claim a picture of gigabytes.
    if (header->width > kLargestSide || header->height > kLargestSide) {
        throw Error({"图片的边长超过 8192 像素", "the picture is larger than 8192 pixels on a side"});
    }
    return *header;
}

/// libpng goes through as much of a part as its length says, however short the file is: gigabytes of nothing.
void check_png_parts(std::string_view bytes) {
    constexpr std::size_t kAround = 12; // a chunk's length, name and check
    for (std::size_t at = 8; at + kAround <= bytes.size();) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(bytes[at + i]);
        if (length > bytes.size() - at - kAround) break;
        if (bytes.substr(at + 4, 4) == "IEND") return;
        at += kAround + length;
    }
    throw broken("it is cut off");
}

SdlSurface decode(const Blob& file, PictureKind kind) {
    if (kind == PictureKind::kPng) check_png_parts(file.text());
    static std::once_flag once;
    std::call_once(once, [] { IMG_Init(IMG_INIT_PNG | IMG_INIT_JPG | IMG_INIT_WEBP); });
    SDL_RWops* rw = SDL_RWFromConstMem(file.bytes.data(), static_cast<int>(file.bytes.size()));
    SdlSurface surface(rw ? IMG_LoadTyped_RW(rw, 1, sdl_name(kind)) : nullptr);
    if (!surface) throw broken(IMG_GetError());
    if (surface->w > kLargestSide || surface->h > kLargestSide || surface->w < 1 || surface->h < 1) {
        throw broken("its size is not what its header says");
    }
    // RGB stays: a copy of a whole picture would be a third of the work.
    if (surface->format->format != SDL_PIXELFORMAT_RGBA32 && surface->format->format != SDL_PIXELFORMAT_RGB24) {
        surface.reset(SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_RGBA32, 0));
        if (!surface) throw broken(SDL_GetError());
    }
    return surface;
}

Pixels as_it_is(const SDL_Surface& surface) {
    Pixels out;
    out.width = surface.w;
    out.height = surface.h;
    const auto row = static_cast<std::size_t>(surface.w) * 4;
    out.rgba.resize(row * static_cast<std::size_t>(surface.h));
    for (int y = 0; y < surface.h; ++y) {
        const auto* from =
            static_cast<const std::uint8_t*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch;
        std::memcpy(&out.rgba[row * static_cast<std::size_t>(y)], from, row);
    }
    return out;
}

/// The picture as it is shown, from rows that lie as an EXIF orientation says.
Pixels turned(Pixels from, int turn) {
    if (turn == 1) return from;
    const bool stands = turn >= 5;
    const bool flip_x = turn == 2 || turn == 3 || turn == 7 || turn == 8;
    const bool flip_y = turn == 3 || turn == 4 || turn == 6 || turn == 7;
    Pixels to;
    to.width = stands ? from.height : from.width;
    to.height = stands ? from.width : from.height;
    to.rgba.resize(from.rgba.size());
    std::uint8_t* pixel = to.rgba.data();
    for (int y = 0; y < to.height; ++y) {
        for (int x = 0; x < to.width; ++x, pixel += 4) {
            const int across = stands ? y : x;
            const int down = stands ? x : y;
            const int column = flip_x ? from.width - 1 - across : across;
            const int row = flip_y ? from.height - 1 - down : down;
            std::memcpy(pixel, from.rgba.data() + (static_cast<std::ptrdiff_t>(row) * from.width + column) * 4, 4);
        }
    }
    return to;
}

bool is_opaque(const std::vector<std::uint8_t>& rgba) {
    std::uint8_t all = 255;
    for (std::size_t i = 3; i < rgba.size(); i += 4) all &= rgba[i];
    return all == 255;
}

/// Gives an invisible pixel beside a visible one that one's colour: linear filtering would mix black into the edge.
void spread_edges(Pixels& picture) {
    const auto row = static_cast<std::ptrdiff_t>(picture.width) * 4;
    for (int y = 0; y < picture.height; ++y) {
        std::uint8_t* pixel = picture.rgba.data() + y * row;
        for (int x = 0; x < picture.width; ++x, pixel += 4) {
            if (pixel[3] != 0) continue;
            if (x > 0 && pixel[-1] != 0) {
                std::memcpy(pixel, pixel - 4, 3);
            } else if (x + 1 < picture.width && pixel[7] != 0) {
                std::memcpy(pixel, pixel + 4, 3);
            } else if (y > 0 && pixel[3 - row] != 0) {
                std::memcpy(pixel, pixel - row, 3);
            } else if (y + 1 < picture.height && pixel[3 + row] != 0) {
                std::memcpy(pixel, pixel + row, 3);
            }
        }
    }
}

Pixels enlarged(Pixels from, float scale) {
    const auto side = [&](int length) {
        return std::clamp(static_cast<int>(std::lround(static_cast<float>(length) * scale)), length, std::max(length, kLargestSide));
    };
    Pixels to;
    to.width = side(from.width);
    to.height = side(from.height);
    to.opaque = from.opaque;
    to.rgba.resize(static_cast<std::size_t>(to.width) * static_cast<std::size_t>(to.height) * 4);
    const auto words = [](Pixels& pixels) {
        return Words{reinterpret_cast<std::uint32_t*>(pixels.rgba.data()), pixels.width, pixels.height, static_cast<std::size_t>(pixels.width)};
    };
    stretch(words(from), to.width, to.height, words(to), 0, 0);
    return to;
}

} // namespace

Pixels decode_picture(const Blob& file, float scale) {
    const PictureHeader header = checked_header(file);
    const SdlSurface surface = decode(file, header.kind);
    const float share = std::clamp(scale, 0.0f, 1.0f);
    const int width = std::max(1, static_cast<int>(std::lround(static_cast<float>(surface->w) * share)));
    const int height = std::max(1, static_cast<int>(std::lround(static_cast<float>(surface->h) * share)));
    const bool same = width == surface->w && height == surface->h;
    const bool has_alpha = surface->format->format == SDL_PIXELFORMAT_RGBA32;
    const PixelRows rows{static_cast<const std::uint8_t*>(surface->pixels), static_cast<std::size_t>(surface->pitch),
                         surface->w, surface->h, has_alpha};
    Pixels out = same && has_alpha ? as_it_is(*surface) : scale_down(rows, width, height);
    out = turned(std::move(out), header.turn);
    out.opaque = is_opaque(out.rgba);
    if (!out.opaque) spread_edges(out);
    return scale > 1 ? enlarged(std::move(out), scale) : out;
}

std::string png_of(const Pixels& picture) {
    // The surface only reads.
    auto* pixels = const_cast<std::uint8_t*>(picture.rgba.data());
    SdlSurface surface(SDL_CreateRGBSurfaceWithFormatFrom(pixels, picture.width, picture.height, 32, picture.width * 4,
                                                          SDL_PIXELFORMAT_RGBA32));
    if (surface && picture.opaque) surface.reset(SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_RGB24, 0));
    // PNG never grows by more than its headers and a few bytes a block.
    std::string file(picture.rgba.size() + picture.rgba.size() / 64 + (1u << 16), '\0');
    const SdlRw rw(SDL_RWFromMem(file.data(), static_cast<int>(file.size())));
    if (!surface || !rw || IMG_SavePNG_RW(surface.get(), rw.get(), 0) != 0) {
        const std::string reason = IMG_GetError();
        throw Error({"写不了 PNG 图片：" + reason, "cannot write a PNG picture: " + reason});
    }
    file.resize(static_cast<std::size_t>(SDL_RWtell(rw.get())));
    return file;
}

void write_png(const std::string& path, const Pixels& picture) { write_file(path, png_of(picture)); }

} // namespace liubai
