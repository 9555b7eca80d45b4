#include <catch2/catch.hpp>

#include "render/draw_support.h"
#include "render/fatal_screen.h"
#include "text/paragraph.h"

#include <SDL2/SDL.h>
#include <SDL2/SDL_ttf.h>

#include <cstdlib>
#include <memory>
#include <string>

using namespace render_test;

namespace {

/// SDL's dummy driver: a window that nobody sees.
struct DummyVideo {
    DummyVideo() {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
        REQUIRE(SDL_InitSubSystem(SDL_INIT_VIDEO) == 0);
    }
    ~DummyVideo() { SDL_QuitSubSystem(SDL_INIT_VIDEO); }
    DummyVideo(const DummyVideo&) = delete;
    DummyVideo& operator=(const DummyVideo&) = delete;
};

struct CloseWindow {
    void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
};

Frame rich_frame(Vec2 size) {
    Frame frame = frame_of(size, {245, 236, 217, 255});
    frame.canvas = canvas_for(size);
    const Vec2 units = frame.canvas.size;
    TextStyle style;
    style.color = {40, 30, 20, 255};
    GlyphsItem text{
        lay_out("她说：留白不是空。What is left unsaid is not empty. 🐘", style, units.x, test_fonts()).glyphs};
    frame.layers = {
        layer_of(units, {ImageItem{ImageId{1}, {100, 100, 300, 300}, {0, 0, 1, 1}, {200, 220, 255, 200}, Blend::kOver},
                         ImageItem{ImageId{2}, {300, 200, 333, 333}, {0, 0, 1, 1}, {}, Blend::kOver}}),
        layer_of(units, {FillItem{{0, 700, units.x, 300}, {0, 0, 0, 0}, {0, 0, 0, 200}}, text}, 0.6f),
        layer_of(units, {text})};
    return frame;
}

void put_pictures(Renderer& renderer) {
    renderer.put_picture(ImageId{1}, plain_picture(40, 40, {200, 100, 50, 255}), 1);
    renderer.put_picture(ImageId{2}, plain_picture(64, 64, {20, 100, 250, 130}), 1);
}

} // namespace

TEST_CASE("the window and the memory renderer draw the same pixels", "[render]") {
    const DummyVideo video;
    const std::unique_ptr<SDL_Window, CloseWindow> window(SDL_CreateWindow("test", 0, 0, 640, 360, 0));
    REQUIRE(window);
    const bool accelerated = GENERATE(false, true); // the dummy driver has no GPU: asking must not change anything
    Renderer in_window(window.get(), test_fonts(), accelerated);
    Renderer in_memory({640, 360}, test_fonts());
    CHECK_FALSE(in_window.is_accelerated());
    CHECK(in_window.name() == "software");
    CHECK(in_window.size() == Vec2{640, 360});
    const Frame frame = rich_frame({640, 360});
    for (Renderer* renderer : {&in_window, &in_memory}) put_pictures(*renderer);
    for (int i = 0; i < 3; ++i) {
        in_window.draw(frame);
        in_memory.draw(frame);
        CHECK(in_window.read_back().rgba == in_memory.read_back().rgba);
    }
}

TEST_CASE("a resized window is drawn at its new size", "[render]") {
    const DummyVideo video;
    const std::unique_ptr<SDL_Window, CloseWindow> window(
        SDL_CreateWindow("test", 0, 0, 640, 360, SDL_WINDOW_RESIZABLE));
    REQUIRE(window);
    Renderer renderer(window.get(), test_fonts(), false);
    put_pictures(renderer);
    renderer.draw(rich_frame({640, 360}));
    SDL_SetWindowSize(window.get(), 360, 640);
    SDL_PumpEvents();
    CHECK(renderer.size() == Vec2{360, 640});
    const Frame frame = rich_frame({360, 640});
    renderer.draw(frame);
    Renderer in_memory({360, 640}, test_fonts());
    put_pictures(in_memory);
    in_memory.draw(frame);
    CHECK(renderer.read_back().rgba == in_memory.read_back().rgba);
}

TEST_CASE("the last-resort screen says no when nobody could see it", "[render]") {
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    CHECK_FALSE(show_fatal_screen({{"测试", "test"}, {{"一行", "a line"}}}));
    CHECK(SDL_WasInit(SDL_INIT_VIDEO) == 0);
}

TEST_CASE("our text is as wide as SDL_ttf's, within a pixel", "[render]") {
    const std::string font = GENERATE(std::string("EBGaramond12-Regular.otf"), std::string("Inter-Regular.otf"),
                                      std::string("NotoSerifCJKsc-Regular.otf"));
    const Fonts fonts({{{font}, {}, {}, {font}, {}}, {}, {}, {}, {}, {}, {}}, read_test_font);
    REQUIRE(TTF_Init() == 0);
    const std::string path = std::string(LIUBAI_ROOT) + "/fonts/" + font;
    for (const int size : {18, 33, 48}) {
        const std::unique_ptr<TTF_Font, void (*)(TTF_Font*)> theirs(TTF_OpenFont(path.c_str(), size), TTF_CloseFont);
        REQUIRE(theirs);
        TTF_SetFontHinting(theirs.get(), TTF_HINTING_NONE);
        TTF_SetFontScriptName(theirs.get(), "Latn"); // as ours knows by itself: it chooses the form of digits
        for (const std::string text : {"What is left unsaid", "AVATAR, To Wave.", "a film of silence", "Yes: 1984"}) {
            TextStyle style;
            style.size = static_cast<float>(size);
            style.language = "en";
            int width = 0;
            int count = 0;
            REQUIRE(TTF_MeasureUTF8(theirs.get(), text.c_str(), 100'000, &width, &count) == 0);
            INFO(font << " " << size << " " << text);
            CHECK(lay_out(text, style, 100'000, fonts).size.x == Approx(width).margin(1));
        }
    }
    TTF_Quit();
}
