#include "render/mask.h"

#include "render/between.h"
#include "render/device.h"
#include "render/locked.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace liubai {
namespace {

constexpr float kSoft = 0.16f; // of the grey range: how wide the edge between the pictures is
constexpr int kTile = 64;      // pixels of the screen a side: most are all uncovered or not at all

/// How much each grey value is uncovered at a level, 0…255.
std::array<std::uint8_t, 256> uncovered(float level) {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t grey = 0; grey < table.size(); ++grey) {
        const float edge = level * (1 + kSoft) - static_cast<float>(grey) / 255;
        table[grey] = static_cast<std::uint8_t>(std::lround(std::clamp(edge / kSoft, 0.0f, 1.0f) * 255));
    }
    return table;
}

SdlTexture make_texture(SDL_Renderer* renderer, int width, int height) {
    SdlTexture texture(SDL_CreateTexture(renderer, kOpaqueFormat, SDL_TEXTUREACCESS_STREAMING, width, height));
    if (!texture) return texture;
    SDL_SetTextureScaleMode(texture.get(), SDL_ScaleModeLinear);
    SDL_SetTextureBlendMode(texture.get(), SDL_BLENDMODE_MOD);
    return texture;
}

} // namespace

/// Each value of the grid from the four of the picture around it, one way after the other.
void MaskShade::spread(const CachedPicture& picture, const Mask& mask, const Canvas& canvas) {
    // The grid's points are two pixels of the screen apart.
    const auto along = [&](float origin, float at, float length, int pixels, int count) {
        return between((at * canvas.scale + origin) / 2, length * canvas.scale / 2, pixels, 0, count);
    };
    const auto columns = along(canvas.origin.x, mask.to.x, mask.to.w, picture.width, width_);
    const auto rows = along(canvas.origin.y, mask.to.y, mask.to.h, picture.height, height_);
    const auto width = static_cast<std::size_t>(width_);
    std::vector<int> widened(width * static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        const std::uint8_t* line = &picture.grey[static_cast<std::size_t>(y * picture.width)];
        int* out = &widened[static_cast<std::size_t>(y) * width];
        for (const Between& at : columns) *out++ = line[at.first] * (256 - at.share) + line[at.second] * at.share;
    }
    grey_.resize(width * static_cast<std::size_t>(height_));
    std::uint8_t* out = grey_.data();
    for (const Between& at : rows) {
        const int* above = &widened[static_cast<std::size_t>(at.first) * width];
        const int* below = &widened[static_cast<std::size_t>(at.second) * width];
        for (std::size_t x = 0; x < width; ++x)
            *out++ = static_cast<std::uint8_t>((above[x] * (256 - at.share) + below[x] * at.share + (1 << 15)) >> 16);
    }
}

/// Its grey values for this screen, unless they are there.
bool MaskShade::spread_anew(const PictureCache& pictures, const Mask& mask, const Canvas& canvas, Vec2 screen) {
    const CachedPicture* picture = pictures.peek(mask.picture);
    if (!picture || picture->grey.empty() || mask.to.empty()) return false;
    const int width = (static_cast<int>(screen.x) + 1) / 2;
    const int height = (static_cast<int>(screen.y) + 1) / 2;
    if (of_ == mask.picture && to_ == mask.to && width == width_ && height == height_) return true;
    width_ = width;
    height_ = height;
    spread(*picture, mask, canvas);
    tiles_.clear();
    of_ = mask.picture;
    to_ = mask.to;
    return true;
}

/// A tile's pixels are made of its cells of the grid and those around it.
void MaskShade::find_ranges() {
    constexpr int kCells = kTile / 2;
    tile_columns_ = (width_ + kCells - 1) / kCells;
    for (int top = 0; top < height_; top += kCells) {
        for (int left = 0; left < width_; left += kCells) {
            Range range;
            for (int y = std::max(0, top - 1); y < std::min(height_, top + kCells + 1); ++y) {
                const std::uint8_t* line = &grey_[static_cast<std::size_t>(y * width_)];
                for (int x = std::max(0, left - 1); x < std::min(width_, left + kCells + 1); ++x) {
                    range.least = std::min(range.least, line[x]);
                    range.most = std::max(range.most, line[x]);
                }
            }
            tiles_.push_back(range);
        }
    }
}

std::optional<std::vector<MaskedPart>> MaskShade::parts(const PictureCache& pictures, const Mask& mask, const Canvas& canvas,
                                                        Vec2 screen, const SDL_Rect& area) {
    if (!spread_anew(pictures, mask, canvas, screen)) return std::nullopt;
    if (tiles_.empty()) find_ranges();
    uncovered_ = uncovered(mask.level);
    const auto cover_of = [this](const Range& range) { // the darkest grey is uncovered first
        if (uncovered_[range.least] == 0) return Cover::kClear;
        return uncovered_[range.most] == 255 ? Cover::kOpaque : Cover::kMixed;
    };
    std::vector<MaskedPart> out;
    const int right = area.x + area.w;
    const int bottom = area.y + area.h;
    for (int row = area.y / kTile; row * kTile < bottom; ++row) {
        std::vector<CoverRun> runs;
        for (int column = area.x / kTile; column * kTile < right; ++column) {
            const Cover cover = cover_of(tiles_[static_cast<std::size_t>(row * tile_columns_ + column)]);
            add_run(runs, {std::max(area.x, column * kTile), std::min(right, (column + 1) * kTile), cover});
        }
        const int top = std::max(area.y, row * kTile);
        const int height = std::min(bottom, (row + 1) * kTile) - top;
        for (const CoverRun& run : runs) {
            if (run.cover != Cover::kClear) out.push_back({{run.left, top, run.right - run.left, height}, run.cover});
        }
    }
    return out;
}

bool MaskShade::veil(SDL_Texture* texture, const SDL_Rect& area) const {
    const Locked locked(texture, area);
    if (!locked.words().first) return false;
    // From the two rows and columns of the grid around a pixel, three parts of the nearer one to one of the other.
    const int first = std::max(0, area.x / 2 - 1);
    const int end = std::min(width_, (area.x + area.w + 1) / 2 + 1);
    std::vector<std::uint32_t> cells(static_cast<std::size_t>(end - first));
    const auto cell = [&](int column) { return cells[static_cast<std::size_t>(std::clamp(column, first, end - 1) - first)]; };
    for (int y = 0; y < area.h; ++y) {
        const int row = (area.y + y) / 2;
        const int other = std::clamp((area.y + y) % 2 == 0 ? row - 1 : row + 1, 0, height_ - 1);
        const std::uint8_t* near = &grey_[static_cast<std::size_t>(row * width_ + first)];
        const std::uint8_t* far = &grey_[static_cast<std::size_t>(other * width_ + first)];
        for (std::uint32_t& value : cells) value = uncovered_[*near++] * 3u + uncovered_[*far++];
        std::uint32_t* word = locked.words().first + static_cast<std::size_t>(y) * locked.words().stride;
        for (int x = area.x; x < area.x + area.w; ++x, ++word) {
            const std::uint32_t alpha = (cell(x / 2) * 3 + cell(x % 2 == 0 ? x / 2 - 1 : x / 2 + 1) + 8) >> 4;
            *word = (*word & 0x00FFFFFFu) | alpha << 24;
        }
    }
    return true;
}

bool MaskShade::shade(SDL_Renderer* renderer, const PictureCache& pictures, const Mask& mask, const Canvas& canvas,
                      Vec2 screen) {
    if (!spread_anew(pictures, mask, canvas, screen)) return false;
    if (!shown_ || !rest_) {
        shown_ = make_texture(renderer, width_, height_);
        rest_ = make_texture(renderer, width_, height_);
        if (!shown_ || !rest_) return false;
    }
    const auto table = uncovered(mask.level);
    words_.resize(grey_.size());
    for (const bool rest : {false, true}) {
        std::array<std::uint32_t, 256> words{};
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::uint32_t value = rest ? 255u - table[i] : table[i];
            words[i] = value << 16 | value << 8 | value;
        }
        std::transform(grey_.begin(), grey_.end(), words_.begin(), [&](std::uint8_t grey) { return words[grey]; });
        if (SDL_UpdateTexture(rest ? rest_.get() : shown_.get(), nullptr, words_.data(), width_ * 4) != 0) return false;
    }
    return true;
}

} // namespace liubai
