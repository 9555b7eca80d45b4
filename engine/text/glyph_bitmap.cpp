#include "text/glyph_bitmap.h"

#include "base/error.h"
#include "text/faces.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace liubai {
namespace {

constexpr float kFixed = 64; // FreeType's 26.6 numbers

/// Straight sRGB to linear light and back, by table: colours are averaged as light.
struct Gamma {
    std::array<float, 256> to_linear{};
    Gamma() {
        for (std::size_t i = 0; i < to_linear.size(); ++i) {
            // The sRGB curve to within 0.002 by a cubic: the same bits on every machine, which pow does not promise.
            const double v = static_cast<double>(i) / 255;
            to_linear[i] = static_cast<float>(v * (0.012522878 + v * (0.682171111 + v * 0.305306011)));
        }
    }
    [[nodiscard]] std::uint8_t from_linear(float v) const {
        const auto above = std::lower_bound(to_linear.begin(), to_linear.end(), v);
        if (above == to_linear.end()) return 255;
        const auto index = static_cast<std::size_t>(above - to_linear.begin());
        const bool below = index > 0 && v - to_linear[index - 1] < *above - v;
        return static_cast<std::uint8_t>(below ? index - 1 : index);
    }
};

/// The share of source pixel `i` that lies in [begin, end).
float overlap(int i, float begin, float end) {
    const auto left = static_cast<float>(i);
    return std::max(0.0f, std::min(end, left + 1) - std::max(begin, left));
}

struct Light {
    float r = 0, g = 0, b = 0, a = 0; ///< linear, premultiplied
};

/// A premultiplied BGRA strike scaled by `scale`, its left top corner at (left, top) in target pixels.
GlyphBitmap scaled(const FT_Bitmap& strike, float scale, float left, float top) {
    static const Gamma gamma;
    GlyphBitmap out;
    out.colored = true;
    out.left = static_cast<int>(std::floor(left));
    out.top = static_cast<int>(std::ceil(top));
    const float x0 = left - static_cast<float>(out.left);
    const float y0 = static_cast<float>(out.top) - top;
    const auto columns = static_cast<int>(strike.width);
    const auto lines = static_cast<int>(strike.rows);
    out.width = static_cast<int>(std::ceil(x0 + scale * static_cast<float>(columns)));
    out.height = static_cast<int>(std::ceil(y0 + scale * static_cast<float>(lines)));
    out.pixels.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    const auto source_light = [&](int x, int y) {
        const unsigned char* p = strike.buffer + static_cast<std::ptrdiff_t>(y) * strike.pitch + x * 4;
        const float a = static_cast<float>(p[3]) / 255;
        if (p[3] == 0) return Light{};
        const auto linear = [&](int channel) {
            const int straight = std::min(255, (p[channel] * 255 + p[3] / 2) / p[3]);
            return gamma.to_linear[static_cast<std::size_t>(straight)] * a;
        };
        return Light{linear(2), linear(1), linear(0), a};
    };
    // Two passes of area averaging: columns first, into one line of light for each line of the strike.
    std::vector<Light> narrow(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(lines));
    std::vector<Light> line(static_cast<std::size_t>(columns));
    const auto average = [](auto read, int size, float begin, float end) {
        Light sum;
        const int first = std::max(0, static_cast<int>(std::floor(begin)));
        for (int i = first; i < size && static_cast<float>(i) < end; ++i) {
            const float share = overlap(i, begin, end) / (end - begin);
            const Light light = read(i);
            sum.r += light.r * share;
            sum.g += light.g * share;
            sum.b += light.b * share;
            sum.a += light.a * share;
        }
        return sum;
    };
    for (int y = 0; y < lines; ++y) {
        for (int x = 0; x < columns; ++x) line[static_cast<std::size_t>(x)] = source_light(x, y);
        for (int x = 0; x < out.width; ++x) {
            const float begin = (static_cast<float>(x) - x0) / scale;
            narrow[static_cast<std::size_t>(y * out.width + x)] =
                average([&](int i) { return line[static_cast<std::size_t>(i)]; }, columns, begin, begin + 1 / scale);
        }
    }
    for (int x = 0; x < out.width; ++x) {
        for (int y = 0; y < out.height; ++y) {
            const float begin = (static_cast<float>(y) - y0) / scale;
            const Light light = average([&](int i) { return narrow[static_cast<std::size_t>(i * out.width + x)]; },
                                        lines, begin, begin + 1 / scale);
            if (light.a < 1.0f / 512) continue;
            std::uint8_t* pixel = &out.pixels[static_cast<std::size_t>(y * out.width + x) * 4];
            pixel[0] = gamma.from_linear(light.r / light.a);
            pixel[1] = gamma.from_linear(light.g / light.a);
            pixel[2] = gamma.from_linear(light.b / light.a);
            pixel[3] = static_cast<std::uint8_t>(std::lround(std::min(1.0f, light.a) * 255));
        }
    }
    return out;
}

GlyphBitmap color_glyph(FT_Face face, std::uint32_t glyph, float em_pixels, float shift) {
    if (face->num_fixed_sizes == 0 || FT_Select_Size(face, 0) != 0) return {};
    if (FT_Load_Glyph(face, glyph, FT_LOAD_COLOR) != 0) return {};
    const FT_GlyphSlot slot = face->glyph;
    if (slot->bitmap.pixel_mode != FT_PIXEL_MODE_BGRA || slot->bitmap.width == 0) return {};
    const float scale = em_pixels / static_cast<float>(face->size->metrics.y_ppem);
    return scaled(slot->bitmap, scale, static_cast<float>(slot->bitmap_left) * scale + shift,
                  static_cast<float>(slot->bitmap_top) * scale);
}

GlyphBitmap outline_glyph(FT_Face face, std::uint32_t glyph, float em_pixels, float shift) {
    if (FT_Set_Char_Size(face, 0, std::lround(em_pixels * kFixed), 72, 72) != 0) return {};
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return {};
    const FT_GlyphSlot slot = face->glyph;
    FT_Outline_Translate(&slot->outline, std::lround(shift * kFixed), 0);
    if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return {};
    GlyphBitmap out;
    out.width = static_cast<int>(slot->bitmap.width);
    out.height = static_cast<int>(slot->bitmap.rows);
    out.left = slot->bitmap_left;
    out.top = slot->bitmap_top;
    out.pixels.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    for (int y = 0; y < out.height; ++y) {
        std::memcpy(&out.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(out.width)],
                    slot->bitmap.buffer + static_cast<std::ptrdiff_t>(y) * slot->bitmap.pitch,
                    static_cast<std::size_t>(out.width));
    }
    return out;
}

/// The frame that stands for a character no font has.
GlyphBitmap box(std::uint32_t glyph, float em_pixels) {
    constexpr float kMarginEm = 0.06f;
    constexpr float kHeightEm = 0.76f;
    constexpr float kLineEm = 0.04f;
    GlyphBitmap out;
    const float advance = (glyph == kWideBox ? 1 : kNarrowBoxEm) * em_pixels;
    out.left = static_cast<int>(std::lround(kMarginEm * em_pixels));
    out.width = std::max(3, static_cast<int>(std::lround(advance - 2 * kMarginEm * em_pixels)));
    out.height = std::max(3, static_cast<int>(std::lround(kHeightEm * em_pixels)));
    out.top = out.height;
    const int line = std::max(1, static_cast<int>(std::lround(kLineEm * em_pixels)));
    out.pixels.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height), 0);
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            const bool edge = x < line || y < line || x >= out.width - line || y >= out.height - line;
            if (edge) out.pixels[static_cast<std::size_t>(y * out.width + x)] = 255;
        }
    }
    return out;
}

} // namespace

FT_FaceRec_* Fonts::Impl::drawable(int index) {
    Face& face = open(index);
    if (face.ft) return face.ft.get();
    if (!library) {
        FT_Library opened = nullptr;
        if (FT_Init_FreeType(&opened) != 0) throw Error({"FreeType 无法启动", "FreeType does not start"});
        library.reset(opened);
    }
    FT_Face opened = nullptr;
    const std::string_view bytes = face.blob.text();
    const int failed = FT_New_Memory_Face(library.get(), reinterpret_cast<const FT_Byte*>(bytes.data()),
                                          static_cast<FT_Long>(bytes.size()), face.file.face, &opened);
    if (failed != 0) {
        throw Error({fmt::format("{} 的字形无法读取", face.file.path),
                     fmt::format("cannot read the glyphs of {}", face.file.path)});
    }
    face.ft.reset(opened);
    return opened;
}

GlyphBitmap rasterise(const Fonts& fonts, FontId font, std::uint32_t glyph, float em_pixels, float shift) {
    Fonts::Impl& impl = fonts.impl();
    if (font == FontId::kNone || em_pixels <= 0) return {};
    if (font == impl.box()) return box(glyph, em_pixels);
    FT_Face face = impl.drawable(static_cast<int>(font) - 1);
    if (FT_HAS_COLOR(face) && !FT_IS_SCALABLE(face)) return color_glyph(face, glyph, em_pixels, shift);
    return outline_glyph(face, glyph, em_pixels, shift);
}

} // namespace liubai
