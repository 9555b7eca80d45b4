#include "render/compose.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace liubai {
namespace {

bool fades(const Layer& layer) { return layer.alpha > 0 && layer.alpha < 1; }

SdlTexture make_target(SDL_Renderer* renderer, int width, int height) {
    // Without an alpha channel: whatever is drawn there stays opaque.
    SdlTexture target(SDL_CreateTexture(renderer, kOpaqueFormat, SDL_TEXTUREACCESS_TARGET, width, height));
    if (!target) {
        const std::string reason = SDL_GetError();
        throw Error({"没有地方做淡入淡出：" + reason, "no room to fade a layer: " + reason});
    }
    SDL_SetTextureScaleMode(target.get(), SDL_ScaleModeNearest);
    return target;
}

void prepare(SDL_Renderer* renderer, FadeTargets& targets, int width, int height) {
    if (targets.below && targets.width == width && targets.height == height) return;
    targets = {make_target(renderer, width, height), make_target(renderer, width, height), width, height};
}

void copy(SDL_Renderer* renderer, SDL_Texture* texture, const SDL_Rect& area, std::uint8_t alpha) {
    SDL_SetTextureBlendMode(texture, alpha == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetTextureAlphaMod(texture, alpha);
    SDL_RenderCopy(renderer, texture, &area, &area);
}

void paint_layer(const Painter& painter, const Layer& layer, const SDL_Rect& clip) {
    SDL_RenderSetClipRect(painter.device.sdl.get(), &clip);
    for (const DrawItem& item : layer.items) paint(painter, item);
    SDL_RenderSetClipRect(painter.device.sdl.get(), nullptr);
}

/// Drawing on a transparent target and blending that would apply alpha twice. So the layer starts as a copy of what is
/// below it and is laid over that, opaque, with its own alpha: below × (1 − alpha) + (below with layer) × alpha.
void paint_faded(const Painter& painter, const Layer& layer, const SDL_Rect& clip, FadeTargets& targets) {
    SDL_Renderer* renderer = painter.device.sdl.get();
    SDL_SetRenderTarget(renderer, targets.faded.get());
    copy(renderer, targets.below.get(), clip, 255);
    paint_layer(painter, layer, clip);
    SDL_SetRenderTarget(renderer, targets.below.get());
    copy(renderer, targets.faded.get(), clip, static_cast<std::uint8_t>(std::lround(layer.alpha * 255)));
}

} // namespace

void compose(const Painter& painter, const Frame& frame, FadeTargets& targets, int width, int height) {
    SDL_Renderer* renderer = painter.device.sdl.get();
    const bool any_fades = std::any_of(frame.layers.begin(), frame.layers.end(), fades);
    if (any_fades) {
        prepare(renderer, targets, width, height);
    } else {
        targets = {};
    }
    SDL_SetRenderTarget(renderer, targets.below.get());
    SDL_SetRenderDrawColor(renderer, frame.paper.r, frame.paper.g, frame.paper.b, 255);
    SDL_RenderClear(renderer);

    const SDL_Rect screen{0, 0, width, height};
    for (const Layer& layer : frame.layers) {
        const SDL_Rect wanted = to_pixels(frame.canvas, layer.clip);
        SDL_Rect clip{};
        if (layer.alpha <= 0 || SDL_IntersectRect(&wanted, &screen, &clip) == SDL_FALSE) continue;
        if (fades(layer)) {
            paint_faded(painter, layer, clip, targets);
        } else {
            paint_layer(painter, layer, clip);
        }
    }
    if (any_fades) {
        SDL_SetRenderTarget(renderer, nullptr);
        copy(renderer, targets.below.get(), screen, 255);
    }
}

} // namespace liubai
