#pragma once
// Draws a Frame with SDL: pictures from a cache, glyphs from an atlas at the window's real pixels.

#include "base/frame.h"
#include "render/picture.h"
#include "text/fonts.h"

#include <memory>
#include <string>

struct SDL_Window;

namespace liubai {

class Renderer {
public:
    /// Draws into the window: accelerated when there is a real GPU driver and `accelerated` is wanted, else software.
    /// Throws Error. Keeps: `window` and `fonts`, which must outlive this.
    Renderer(SDL_Window* window, const Fonts& fonts, bool accelerated);
    /// Draws into memory with the software renderer, without a window or a video driver.
    Renderer(Vec2 pixels, const Fonts& fonts);
    ~Renderer();

    /// Gives a decoded picture to draw `image` with; `scale` is the one it was decoded at. Main thread.
    void put_picture(ImageId image, Pixels pixels, float scale);
    /// Gives a mask's picture; see Mask in base/frame.h.
    void put_mask(ImageId image, const Pixels& pixels, float scale);
    [[nodiscard]] bool has_picture(ImageId image) const;
    /// The scale its picture was decoded at; 0 = not there.
    [[nodiscard]] float picture_scale(ImageId image) const;
    /// Counts a picture as drawn in the last frame: it will be needed soon.
    void keep_picture(ImageId image);
    /// Forgets the pictures drawn longest ago until the cache is under `bytes`; never one that the last frame drew or
    /// that came after it.
    void trim_pictures(std::size_t bytes);
    /// Forgets all pictures and glyphs: also what to do when SDL says that the device was reset.
    void forget_pictures();

    /// The next draw keeps nothing of the last: the window was uncovered, or lost what it showed.
    void redraw_all();
    /// Makes a little of what a coming picture may need; for when there is time. False when all is there.
    bool prepare();
    /// Draws and presents. Items whose picture is not there are left out.
    void draw(const Frame& frame);
    /// What the last draw showed. Throws Error when the device refuses.
    [[nodiscard]] Pixels read_back() const;

    /// Real pixels of the output now.
    [[nodiscard]] Vec2 size() const;
    [[nodiscard]] bool is_accelerated() const;
    /// SDL's name of what draws ("software", "opengl", …).
    [[nodiscard]] std::string name() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace liubai
