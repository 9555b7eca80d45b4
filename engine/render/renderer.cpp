#include "render/renderer.h"

#include "base/error.h"
#include "render/compose.h"

#include <utility>

namespace liubai {

struct Renderer::Impl {
    Device device;
    const Fonts& fonts;
    PictureCache pictures;
    GlyphAtlas atlas;
    Band band;
    ComposeMemory memory;
    Frame last; ///< for read_back(): a GPU's back buffer is undefined once presented

    void paint(const Frame& frame);
};

void Renderer::Impl::paint(const Frame& frame) {
    int width = 0;
    int height = 0;
    if (SDL_GetRendererOutputSize(device.sdl.get(), &width, &height) != 0 || width <= 0 || height <= 0) return;
    compose({device, fonts, pictures, atlas, band, frame.canvas}, frame, memory, width, height);
}

Renderer::Renderer(SDL_Window* window, const Fonts& fonts, bool accelerated)
    : impl_(new Impl{open_device(window, accelerated), fonts, {}, {}, {}, {}, {}}) {}

Renderer::Renderer(Vec2 pixels, const Fonts& fonts)
    : impl_(new Impl{open_memory_device(pixels), fonts, {}, {}, {}, {}, {}}) {}

Renderer::~Renderer() = default;

void Renderer::put_picture(ImageId image, Pixels pixels, float scale) {
    impl_->pictures.put(impl_->device, image, pixels, scale);
    forget(impl_->memory, image); // what is kept may show its place without it
}

void Renderer::put_mask(ImageId image, const Pixels& pixels, float scale) {
    impl_->pictures.put_mask(image, pixels, scale);
}

bool Renderer::has_picture(ImageId image) const { return impl_->pictures.peek(image) != nullptr; }

float Renderer::picture_scale(ImageId image) const {
    const CachedPicture* picture = impl_->pictures.peek(image);
    return picture ? picture->scale : 0;
}

void Renderer::redraw_all() {
    impl_->memory.still_end = {};
    impl_->memory.faded_items.clear();
    impl_->memory.is_shown = false;
}

bool Renderer::prepare() {
    const Vec2 pixels = size();
    return liubai::prepare(impl_->device, impl_->memory, static_cast<int>(pixels.x), static_cast<int>(pixels.y));
}

void Renderer::keep_picture(ImageId image) { impl_->pictures.use(image); }

void Renderer::trim_pictures(std::size_t bytes) { impl_->pictures.trim(bytes); }

void Renderer::forget_pictures() {
    impl_->pictures.clear();
    impl_->atlas.clear();
    impl_->memory = {};
}

void Renderer::draw(const Frame& frame) {
    impl_->pictures.begin_frame();
    impl_->paint(frame);
    SDL_RenderPresent(impl_->device.sdl.get());
    if (impl_->device.accelerated) impl_->last = frame;
}

Pixels Renderer::read_back() const {
    if (impl_->device.accelerated) impl_->paint(impl_->last);
    const Vec2 pixels = size();
    Pixels out;
    out.width = static_cast<int>(pixels.x);
    out.height = static_cast<int>(pixels.y);
    out.opaque = true;
    out.rgba.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    if (SDL_RenderReadPixels(impl_->device.sdl.get(), nullptr, SDL_PIXELFORMAT_RGBA32, out.rgba.data(),
                             out.width * 4) != 0) {
        const std::string reason = SDL_GetError();
        throw Error({"读不回画面：" + reason, "cannot read the picture back: " + reason});
    }
    for (std::size_t i = 3; i < out.rgba.size(); i += 4) out.rgba[i] = 255;
    return out;
}

Vec2 Renderer::size() const {
    int width = 0;
    int height = 0;
    SDL_GetRendererOutputSize(impl_->device.sdl.get(), &width, &height);
    return {static_cast<float>(width), static_cast<float>(height)};
}

bool Renderer::is_accelerated() const { return impl_->device.accelerated; }

std::string Renderer::name() const { return impl_->device.name; }

} // namespace liubai
