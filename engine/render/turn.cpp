#include "render/turn.h"

#include <algorithm>
#include <cmath>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace liubai {
namespace {

constexpr int kBits = 16; // of the fraction in a place
constexpr double kOne = 1 << kBits;

/// A place in the picture, and how far one pixel to the right leads.
struct Line {
    std::int64_t u = 0;
    std::int64_t v = 0;
    std::int64_t step_u = 0;
    std::int64_t step_v = 0;
};

struct Place {
    double u = 0;
    double v = 0;
};

/// From a pixel of the turned picture to where it lies in the picture: turned back about the pivot, then in its own pixels,
/// whose middles are whole numbers.
class WayBack {
public:
    WayBack(const Turn& turn, int width, int height)
        : pivot_{static_cast<double>(turn.pivot.x), static_cast<double>(turn.pivot.y)},
          middle_{static_cast<double>(turn.corner.x + turn.pivot.x), static_cast<double>(turn.corner.y + turn.pivot.y)},
          scale_{static_cast<double>(width) / static_cast<double>(turn.size.x), static_cast<double>(height) / static_cast<double>(turn.size.y)} {
        const double radians = static_cast<double>(turn.degrees) * 3.14159265358979 / 180;
        cosine_ = std::cos(radians);
        sine_ = std::sin(radians);
    }
    [[nodiscard]] Place of(int x, int y) const {
        const double dx = x + 0.5 - middle_.u;
        const double dy = y + 0.5 - middle_.v;
        return {(pivot_.u + dx * cosine_ + dy * sine_) * scale_.u - 0.5, (pivot_.v - dx * sine_ + dy * cosine_) * scale_.v - 0.5};
    }
    /// From one pixel to the next in its row.
    [[nodiscard]] Place step() const { return {cosine_ * scale_.u, -sine_ * scale_.v}; }

private:
    Place pivot_;
    Place middle_;
    Place scale_;
    double cosine_ = 1;
    double sine_ = 0;
};

/// Pixels of a row, [begin, end).
struct Span {
    int begin = 0;
    int end = 0;
};

/// Those of `span` at which `from` + `step` a pixel is in [least, most).
Span inside(Span span, std::int64_t from, std::int64_t step, std::int64_t least, std::int64_t most) {
    const auto reached = [&](std::int64_t place) { // the first pixel at or past it, going along
        return static_cast<std::int64_t>(std::ceil(static_cast<double>(place - from) / static_cast<double>(step)));
    };
    if (step == 0) return from >= least && from < most ? span : Span{span.begin, span.begin};
    const std::int64_t begin = step > 0 ? reached(least) : reached(most - 1);
    const std::int64_t end = step > 0 ? reached(most) : reached(least - 1);
    const int first = static_cast<int>(std::clamp<std::int64_t>(begin, span.begin, span.end));
    return {first, static_cast<int>(std::clamp<std::int64_t>(end, first, span.end))};
}

/// The nearest pixel, without its alpha outside the picture.
std::uint32_t at(const Words& from, int x, int y) {
    const bool is_in = x >= 0 && y >= 0 && x < from.width && y < from.height;
    const int column = std::clamp(x, 0, from.width - 1);
    const int row = std::clamp(y, 0, from.height - 1);
    const std::uint32_t word = from.first[static_cast<std::size_t>(row) * from.stride + static_cast<std::size_t>(column)];
    return is_in ? word : word & 0x00FFFFFFu;
}

int fraction(std::int64_t place) { return static_cast<int>(place >> (kBits - 8) & 255); }

/// Where the four pixels around a place are not all in the picture.
void sample_edge(const Words& from, const Line& line, Span span, std::uint32_t* out) {
    for (int i = span.begin; i < span.end; ++i) {
        const std::int64_t u = line.u + i * line.step_u;
        const std::int64_t v = line.v + i * line.step_v;
        const auto x = static_cast<int>(u >> kBits);
        const auto y = static_cast<int>(v >> kBits);
        out[i] = mixed(mixed(at(from, x, y), at(from, x + 1, y), fraction(u)),
                       mixed(at(from, x, y + 1), at(from, x + 1, y + 1), fraction(u)), fraction(v));
    }
}

/// The four pixels around a place, mixed: two from `upper` on, two from `lower` on; `across` and `down` are the shares of the
/// second ones, of 256.
#ifdef __SSE2__
std::uint32_t around(const std::uint32_t* upper, const std::uint32_t* lower, int across, int down) {
    const auto channels = [](const std::uint32_t* pair) {
        return _mm_unpacklo_epi8(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(pair)), _mm_setzero_si128());
    };
    const auto share = [](int of) { return _mm_set1_epi16(static_cast<short>(of)); };
    const auto mix = [](__m128i a, __m128i share_a, __m128i b, __m128i share_b) {
        return _mm_srli_epi16(_mm_add_epi16(_mm_mullo_epi16(a, share_a), _mm_mullo_epi16(b, share_b)), 8);
    };
    const __m128i above = channels(upper);
    const __m128i below = channels(lower);
    const __m128i rows = mix(_mm_unpacklo_epi64(above, below), share(256 - across), _mm_unpackhi_epi64(above, below), share(across));
    const __m128i one = mix(rows, share(256 - down), _mm_unpackhi_epi64(rows, rows), share(down));
    return static_cast<std::uint32_t>(_mm_cvtsi128_si32(_mm_packus_epi16(one, one)));
}
#else
std::uint32_t around(const std::uint32_t* upper, const std::uint32_t* lower, int across, int down) {
    return mixed(mixed(upper[0], upper[1], across), mixed(lower[0], lower[1], across), down);
}
#endif

void sample(const Words& from, const Line& line, Span span, std::uint32_t* out) {
    std::int64_t u = line.u + span.begin * line.step_u;
    std::int64_t v = line.v + span.begin * line.step_v;
    for (int i = span.begin; i < span.end; ++i, u += line.step_u, v += line.step_v) {
        const std::uint32_t* upper = from.first + static_cast<std::size_t>(v >> kBits) * from.stride + (u >> kBits);
        const std::uint32_t* lower = upper + from.stride;
        const bool is_clear = ((upper[0] | upper[1] | lower[0] | lower[1]) >> 24) == 0;
        out[i] = is_clear ? 0 : around(upper, lower, fraction(u), fraction(v));
    }
}

} // namespace

TurnBounds bounds_of(const Turn& turn) {
    const float radians = turn.degrees * 3.14159265f / 180;
    const float cosine = std::cos(radians);
    const float sine = std::sin(radians);
    Vec2 least{1e9f, 1e9f};
    Vec2 most{-1e9f, -1e9f};
    for (const Vec2 corner : {Vec2{0, 0}, Vec2{turn.size.x, 0}, Vec2{0, turn.size.y}, turn.size}) {
        const Vec2 arm{corner.x - turn.pivot.x, corner.y - turn.pivot.y};
        const Vec2 at{turn.corner.x + turn.pivot.x + arm.x * cosine - arm.y * sine,
                      turn.corner.y + turn.pivot.y + arm.x * sine + arm.y * cosine};
        least = {std::min(least.x, at.x), std::min(least.y, at.y)};
        most = {std::max(most.x, at.x), std::max(most.y, at.y)};
    }
    return {static_cast<int>(std::floor(least.x)) - 1, static_cast<int>(std::floor(least.y)) - 1,
            static_cast<int>(std::ceil(most.x)) + 1, static_cast<int>(std::ceil(most.y)) + 1};
}

TurnBounds source_of(const Turn& turn, int width, int height, const TurnBounds& area) {
    const WayBack back(turn, width, height);
    Place least{1e9, 1e9};
    Place most{-1e9, -1e9};
    for (const int x : {area.left, area.right - 1}) {
        for (const int y : {area.top, area.bottom - 1}) {
            const Place at = back.of(x, y);
            least = {std::min(least.u, at.u), std::min(least.v, at.v)};
            most = {std::max(most.u, at.u), std::max(most.v, at.v)};
        }
    }
    // One for the second of the pixels that are mixed, one for what rounding moves.
    return {static_cast<int>(std::floor(least.u)) - 1, static_cast<int>(std::floor(least.v)) - 1,
            static_cast<int>(std::floor(most.u)) + 3, static_cast<int>(std::floor(most.v)) + 3};
}

void turn_over(const Words& from, const Words& to, const Turn& turn) {
    const WayBack back(turn, from.width, from.height);
    const auto fixed = [](double pixels) { return static_cast<std::int64_t>(std::llround(pixels * kOne)); };
    const auto whole = [](int pixels) { return std::int64_t{pixels} * (1 << kBits); };
    Line line;
    line.step_u = fixed(back.step().u);
    line.step_v = fixed(back.step().v);
    for (int y = 0; y < to.height; ++y) {
        const Place start = back.of(0, y);
        line.u = fixed(start.u);
        line.v = fixed(start.v);
        std::uint32_t* out = to.first + static_cast<std::size_t>(y) * to.stride;
        Span seen = inside({0, to.width}, line.u, line.step_u, whole(-1), whole(from.width));
        seen = inside(seen, line.v, line.step_v, whole(-1), whole(from.height));
        Span whole_pixels = inside(seen, line.u, line.step_u, 0, whole(from.width - 1));
        whole_pixels = inside(whole_pixels, line.v, line.step_v, 0, whole(from.height - 1));
        std::fill(out, out + seen.begin, 0u);
        sample_edge(from, line, {seen.begin, whole_pixels.begin}, out);
        sample(from, line, whole_pixels, out);
        sample_edge(from, line, {whole_pixels.end, seen.end}, out);
        std::fill(out + seen.end, out + to.width, 0u);
    }
}

void words_from_rgba(const std::uint8_t* rgba, const Words& to) {
    for (int y = 0; y < to.height; ++y) {
        std::uint32_t* out = to.first + static_cast<std::size_t>(y) * to.stride;
        for (int x = 0; x < to.width; ++x, rgba += 4) {
            out[x] = static_cast<std::uint32_t>(rgba[3]) << 24 | static_cast<std::uint32_t>(rgba[0]) << 16 |
                     static_cast<std::uint32_t>(rgba[1]) << 8 | rgba[2];
        }
    }
}

} // namespace liubai
