#pragma once
// Which parts of a picture are clear and which are opaque: a figure is mostly one or the other, and neither need be blended.
// For Band.

#include "render/sdl_ptr.h"

#include <cstdint>
#include <vector>

namespace liubai {

enum class Cover : std::uint8_t { kClear, kOpaque, kMixed };

class Coverage {
public:
    Coverage() = default; ///< nothing is known: all of it may be mixed
    /// Of RGBA bytes, rows without padding.
    Coverage(const std::uint8_t* rgba, int width, int height);

    /// What an area of the picture holds, in its pixels; at most more mixed than it is. Beside the picture all is clear.
    [[nodiscard]] Cover of(const SDL_Rect& area) const;

private:
    int width_ = 0;
    int height_ = 0;
    int columns_ = 0; ///< of cells
    std::vector<Cover> cells_;
};

/// Pixels of a row that are of one kind, [left, right).
struct CoverRun {
    int left = 0;
    int right = 0;
    Cover cover = Cover::kMixed;
};

/// Appends a run, or makes the last one longer.
void add_run(std::vector<CoverRun>& runs, const CoverRun& run);

} // namespace liubai
