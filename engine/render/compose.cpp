#include "render/compose.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace liubai {
namespace {

constexpr int kSoftEdge = 3; // pixels around what is drawn: a turned picture's rounding and its edge
constexpr float kUnseen = 0.06f; // of a layer's alpha or its mask's level: almost nothing shows; at a mask's other end almost all

SdlTexture make_target(SDL_Renderer* renderer, int width, int height) {
    // Without an alpha channel: whatever is drawn there stays opaque.
    SdlTexture target(SDL_CreateTexture(renderer, kOpaqueFormat, SDL_TEXTUREACCESS_TARGET, width, height));
    if (!target) {
        const std::string reason = SDL_GetError();
        throw Error({"显示设备没有地方放画面：" + reason, "the display device has no room for the picture: " + reason});
    }
    SDL_SetTextureScaleMode(target.get(), SDL_ScaleModeNearest);
    return target;
}

void copy(SDL_Renderer* renderer, SDL_Texture* texture, const SDL_Rect& area, std::uint8_t alpha) {
    SDL_SetTextureBlendMode(texture, alpha == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetTextureAlphaMod(texture, alpha);
    SDL_RenderCopy(renderer, texture, &area, &area);
}

} // namespace

bool Readable::prepare(SDL_Renderer* renderer, int width, int height) {
    if (texture_) return false;
    texture_.reset(SDL_CreateTexture(renderer, kAlphaFormat, SDL_TEXTUREACCESS_STREAMING, width, height));
    return texture_ != nullptr;
}

SDL_Texture* Readable::read(SDL_Renderer* renderer, const SDL_Rect& screen, const SDL_Rect& area) {
    prepare(renderer, screen.w, screen.h);
    void* pixels = nullptr;
    int pitch = 0;
    if (!texture_ || SDL_LockTexture(texture_.get(), &area, &pixels, &pitch) != 0) return nullptr;
    const bool is_read = SDL_RenderReadPixels(renderer, &area, kOpaqueFormat, pixels, pitch) == 0;
    SDL_UnlockTexture(texture_.get());
    return is_read ? texture_.get() : nullptr;
}

namespace {

/// One frame on its way to the screen.
class Composer {
public:
    Composer(const Painter& painter, const Frame& frame, ComposeMemory& memory)
        : painter_(painter), renderer_(painter.device.sdl.get()), frame_(frame),
          memory_(memory), screen_{0, 0, memory.width, memory.height}, area_(screen_) {}

    void run() {
        // A GPU draws everything again faster than it is worth remembering.
        std::optional<Rect> changed;
        if (!painter_.device.accelerated) {
            if (memory_.last.canvas != frame_.canvas) memory_.faded_items.clear();
            if (memory_.is_shown) changed = changed_area(memory_.last, frame_);
            update_still();
        }
        const auto first = frame_.layers.begin() + static_cast<std::ptrdiff_t>(memory_.still_end.layers);
        const bool any_fades = std::any_of(first, frame_.layers.end(), fades);
        const bool by_way = painter_.device.accelerated &&
                            std::any_of(first, frame_.layers.end(), [&](const Layer& layer) { return reads_below(layer); });
        if (by_way) need(memory_.below);
        if (!any_fades) memory_.faded_items.clear();
        if (changed && !any_fades && memory_.still_end != Cut{} && !changed->empty()) {
            SDL_Rect part = to_pixels(frame_.canvas, *changed);
            part = {part.x - kSoftEdge, part.y - kSoftEdge, part.w + 2 * kSoftEdge, part.h + 2 * kSoftEdge};
            if (SDL_IntersectRect(&part, &screen_, &area_) == SDL_FALSE) return; // it changed where nobody sees it
        }
        memory_.is_shown = true;
        begin(by_way ? memory_.below.get() : nullptr, memory_.still_end);
        draw(std::max(memory_.still_end, all_but_hidden()), end_of(frame_), by_way ? memory_.below.get() : nullptr);
        if (by_way) {
            SDL_SetRenderTarget(renderer_, nullptr);
            copy(renderer_, memory_.below.get(), screen_, 255);
        }
    }

private:
    void need(SdlTexture& target) {
        if (!target) target = make_target(renderer_, memory_.width, memory_.height);
    }

    /// Keeps what this frame and the last one begin with as one opaque picture.
    void update_still() {
        const Cut same = common_start(memory_.last, frame_);
        if (memory_.still_end > same) memory_.still_end = {};
        // A frame drawn twice says nothing about which part of it will change.
        if (same > memory_.still_end && same < end_of(frame_)) {
            need(memory_.still);
            if (memory_.still_end == Cut{}) {
                begin(memory_.still.get(), {});
            } else {
                SDL_SetRenderTarget(renderer_, memory_.still.get());
            }
            draw(memory_.still_end, same, memory_.still.get());
            memory_.still_end = same;
        }
        keep_pictures_of_still();
        memory_.last = {frame_.canvas, frame_.paper, frame_.layers};
    }

    /// They are not drawn, but they show.
    void keep_pictures(const Layer& layer, std::size_t end) {
        for (std::size_t i = 0; i < end; ++i) {
            if (const auto* image = std::get_if<ImageItem>(&layer.items[i])) painter_.pictures.use(image->image);
        }
    }

    void keep_pictures_of_still() {
        for_each_layer({}, memory_.still_end,
                       [&](const Layer& layer, std::size_t, std::size_t end) { keep_pictures(layer, end); });
    }

    template <typename Visit>
    void for_each_layer(Cut from, Cut to, const Visit& visit) {
        for (std::size_t l = from.layers; l < frame_.layers.size() && l <= to.layers; ++l) {
            const Layer& layer = frame_.layers[l];
            const std::size_t first = l == from.layers ? from.items : 0;
            const std::size_t end = l < to.layers ? layer.items.size() : to.items;
            if (first < end) visit(layer, first, end);
        }
    }

    /// Makes `target` show what the frame shows up to `cut`, which is nothing or what is remembered.
    void begin(SDL_Texture* target, Cut cut) {
        SDL_SetRenderTarget(renderer_, target);
        if (cut != Cut{}) return copy(renderer_, memory_.still.get(), area_, 255);
        SDL_SetRenderDrawColor(renderer_, frame_.paper.r, frame_.paper.g, frame_.paper.b, 255);
        SDL_RenderClear(renderer_);
    }

    [[nodiscard]] bool is_complete(const Layer& layer) const {
        return std::all_of(layer.items.begin(), layer.items.end(), [&](const DrawItem& item) {
            const auto* image = std::get_if<ImageItem>(&item);
            return !image || painter_.pictures.peek(image->image) != nullptr;
        });
    }

    /// Draws the items between two cuts. `target` is the device's target now.
    void draw(Cut from, Cut to, SDL_Texture* target) {
        for_each_layer(from, to, [&](const Layer& layer, std::size_t first, std::size_t end) {
            const SDL_Rect wanted = to_pixels(frame_.canvas, layer.clip);
            SDL_Rect clip{};
            if ((layer.complete && !is_complete(layer)) || is_hidden(layer)) return;
            if (layer.alpha <= 0 || SDL_IntersectRect(&wanted, &area_, &clip) == SDL_FALSE) return;
            if (fades(layer)) {
                draw_faded(layer, clip, target);
            } else {
                draw_items(layer, first, end, clip);
            }
        });
    }

    /// A layer that comes over others begins unseen, and one that hides them ends alone: what it costs to draw both at once
    /// for the first time falls on two frames.
    [[nodiscard]] bool is_hidden(const Layer& layer) const {
        const bool is_faint = !painter_.device.accelerated && fades(layer) && layer.alpha < kUnseen;
        return is_faint || (is_masked(layer) && layer.mask.level < kUnseen);
    }
    [[nodiscard]] bool hides(const Layer& layer) const {
        return is_masked(layer) && layer.mask.level > 1 - kUnseen && layer.alpha >= 1 && covers(painter_, layer.items.front(), screen_);
    }
    [[nodiscard]] bool is_masked(const Layer& layer) const {
        return !painter_.device.accelerated && fades(layer) && painter_.pictures.peek(layer.mask.picture) != nullptr;
    }

    /// Where to begin so that nothing is drawn that another layer hides.
    [[nodiscard]] Cut all_but_hidden() const {
        Cut cut;
        for (std::size_t l = 0; l < frame_.layers.size(); ++l) {
            if (hides(frame_.layers[l])) cut = {l, 0};
        }
        return cut;
    }

    void draw_items(const Layer& layer, std::size_t first, std::size_t end, const SDL_Rect& clip) {
        SDL_RenderSetClipRect(renderer_, &clip);
        const float alpha = layer.items.size() == 1 && !fades(layer) ? layer.alpha : 1.0f;
        for (std::size_t i = first; i < end; ++i) paint(painter_, layer.items[i], alpha);
        SDL_RenderSetClipRect(renderer_, nullptr);
    }

    /// True where what is below the layer must be had as a texture: a GPU's screen cannot be read.
    [[nodiscard]] bool reads_below(const Layer& layer) const {
        if (!fades(layer)) return false;
        const SDL_Rect clip = to_pixels(frame_.canvas, layer.clip);
        SDL_Rect seen{};
        return SDL_IntersectRect(&clip, &screen_, &seen) == SDL_TRUE && !covers(painter_, layer.items.front(), seen);
    }

    /// Drawing on a transparent target and blending that would apply alpha twice. So the layer starts as a copy of what
    /// is below it and is laid over that, opaque, with its own alpha: below × (1 − alpha) + (below with layer) × alpha.
    void draw_faded(const Layer& layer, SDL_Rect clip, SDL_Texture* below) {
        SDL_Rect reach = to_pixels(frame_.canvas, reach_of(layer));
        reach = {reach.x - kSoftEdge, reach.y - kSoftEdge, reach.w + 2 * kSoftEdge, reach.h + 2 * kSoftEdge};
        if (SDL_IntersectRect(&reach, &clip, &clip) == SDL_FALSE) return;
        need(memory_.faded);
        SDL_SetRenderTarget(renderer_, memory_.faded.get());
        if (!covers(painter_, layer.items.front(), clip)) {
            copy_below(below, clip);
            draw_items(layer, 0, layer.items.size(), clip);
            SDL_UnionRect(&memory_.faded_lost, &clip, &memory_.faded_lost);
        } else {
            draw_whole(layer, clip);
        }
        const bool is_masked = layer.mask.picture != ImageId::kNone && !hides(layer);
        if (is_masked && uncover(layer.mask, clip, below)) return;
        SDL_SetRenderTarget(renderer_, below);
        copy(renderer_, memory_.faded.get(), clip, static_cast<std::uint8_t>(std::lround(layer.alpha * 255)));
    }

    /// Of a layer that covers all of `clip` in front of what moves, as a card does, mostly only the alpha changes.
    void draw_whole(const Layer& layer, SDL_Rect clip) {
        const bool is_there = !painter_.device.accelerated && memory_.faded_items == layer.items &&
                              SDL_RectEquals(&memory_.faded_clip, &clip) == SDL_TRUE;
        memory_.faded_items = layer.items;
        memory_.faded_clip = clip;
        const SDL_Rect lost = std::exchange(memory_.faded_lost, {});
        if (!is_there) return draw_items(layer, 0, layer.items.size(), clip);
        keep_pictures(layer, layer.items.size());
        if (SDL_IntersectRect(&lost, &clip, &clip) == SDL_TRUE) draw_items(layer, 0, layer.items.size(), clip);
    }

    /// From the target `below`, null = the screen, to the one set now.
    void copy_below(SDL_Texture* below, const SDL_Rect& clip) {
        if (below) return copy(renderer_, below, clip, 255);
        SDL_Texture* target = SDL_GetRenderTarget(renderer_);
        SDL_SetRenderTarget(renderer_, nullptr);
        SDL_Texture* seen = memory_.own.read(renderer_, screen_, clip);
        SDL_SetRenderTarget(renderer_, target);
        if (seen) copy(renderer_, seen, clip, 255);
    }

    /// Where the mask hides or shows all nothing is blended.
    bool uncover_parts(const Mask& mask, Vec2 size, const SDL_Rect& clip, SDL_Texture* below) {
        const auto parts = memory_.mask.parts(painter_.pictures, mask, frame_.canvas, size, clip);
        if (!parts) return false;
        SDL_Texture* veiled = nullptr;
        for (const MaskedPart& part : *parts) {
            if (part.cover == Cover::kOpaque) continue;
            veiled = memory_.own.read(renderer_, screen_, part.area);
            if (!veiled || !memory_.mask.veil(veiled, part.area)) return false;
        }
        SDL_SetRenderTarget(renderer_, below);
        for (const MaskedPart& part : *parts) {
            if (part.cover == Cover::kOpaque) {
                copy(renderer_, memory_.faded.get(), part.area, 255);
                continue;
            }
            SDL_SetTextureBlendMode(veiled, SDL_BLENDMODE_BLEND);
            SDL_SetTextureAlphaMod(veiled, 255);
            SDL_RenderCopy(renderer_, veiled, &part.area, &part.area);
        }
        return true;
    }

    /// below × (1 − mask) + faded × mask, with the blend modes that every renderer has.
    bool uncover(const Mask& mask, const SDL_Rect& clip, SDL_Texture* below) {
        const Vec2 size{static_cast<float>(screen_.w), static_cast<float>(screen_.h)};
        painter_.pictures.use(mask.picture);
        if (!painter_.device.accelerated) {
            return uncover_parts(mask, size, clip, below);
        }
        if (!memory_.mask.shade(renderer_, painter_.pictures, mask, frame_.canvas, size)) return false;
        SDL_SetRenderTarget(renderer_, memory_.faded.get());
        SDL_RenderCopy(renderer_, memory_.mask.shown(), nullptr, nullptr);
        SDL_SetRenderTarget(renderer_, below);
        SDL_RenderSetClipRect(renderer_, &clip);
        SDL_RenderCopy(renderer_, memory_.mask.rest(), nullptr, nullptr);
        SDL_RenderSetClipRect(renderer_, nullptr);
        SDL_SetTextureBlendMode(memory_.faded.get(), SDL_BLENDMODE_ADD);
        SDL_SetTextureAlphaMod(memory_.faded.get(), 255);
        SDL_RenderCopy(renderer_, memory_.faded.get(), &clip, &clip);
        return true;
    }

    const Painter& painter_;
    SDL_Renderer* renderer_;
    const Frame& frame_;
    ComposeMemory& memory_;
    SDL_Rect screen_;
    SDL_Rect area_; ///< of the screen, drawn anew
};

} // namespace

bool prepare(const Device& device, ComposeMemory& memory, int width, int height) {
    if (device.accelerated || width <= 0 || height <= 0) return false;
    SDL_Renderer* renderer = device.sdl.get();
    if (!memory.fits(width, height)) {
        memory.begin(width, height);
        SDL_SetRenderDrawColor(renderer, 0, 0, 0, 255);
        SDL_RenderClear(renderer); // the system gives a window's memory when it is first drawn to
        SDL_RenderFlush(renderer);
        return true;
    }
    for (SdlTexture* target : {&memory.still, &memory.faded}) {
        if (*target) continue;
        *target = make_target(renderer, width, height);
        return true;
    }
    return memory.own.prepare(renderer, width, height);
}

void forget(ComposeMemory& memory, ImageId image) {
    const Cut before = first_showing(memory.last, image);
    if (before < Cut{memory.last.layers.size(), 0}) memory.is_shown = false;
    if (memory.still_end > before) memory.still_end = {};
    const auto& faded = memory.faded_items;
    if (std::any_of(faded.begin(), faded.end(), [&](const DrawItem& item) { return shows(item, image); })) memory.faded_items.clear();
}

void ComposeMemory::begin(int new_width, int new_height) {
    *this = {};
    width = new_width;
    height = new_height;
}

void compose(const Painter& painter, const Frame& frame, ComposeMemory& memory, int width, int height) {
    if (!memory.fits(width, height)) memory.begin(width, height);
    Composer(painter, frame, memory).run();
}

} // namespace liubai
