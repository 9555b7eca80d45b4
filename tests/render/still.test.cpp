#include <catch2/catch.hpp>

#include "render/draw_support.h"
#include "render/still.h"

#include <random>

using namespace render_test;

namespace {

constexpr Vec2 kSize{48, 32};

/// Frames as a game makes them one after the other: mostly the same, with something changed here and there.
class FrameMaker {
public:
    explicit FrameMaker(unsigned seed) : random_(seed) {
        frame_ = frame_of(kSize);
        for (int layer = 0; layer < 3; ++layer) {
            frame_.layers.push_back(layer_of(kSize, {}));
            for (int i = 0; i < 4; ++i) frame_.layers.back().items.push_back(item());
        }
    }

    Frame next() {
        const int changes = below(3);
        for (int i = 0; i < changes; ++i) change();
        return frame_;
    }

private:
    int below(int end) { return std::uniform_int_distribution(0, end - 1)(random_); }
    float place(int end) { return static_cast<float>(below(end)); }
    std::uint8_t byte() { return static_cast<std::uint8_t>(below(256)); }
    Color color() { return {byte(), byte(), byte(), below(3) == 0 ? std::uint8_t{255} : byte()}; }

    DrawItem item() {
        const Rect to{place(40), place(24), place(30) + 1, place(20) + 1};
        if (below(2) == 0) return FillItem{to, color(), color()};
        return ImageItem{ImageId{static_cast<unsigned>(1 + below(2))},
                         to,
                         {0, 0, 1, 1},
                         color(),
                         below(4) == 0 ? Blend::kAdd : Blend::kOver};
    }

    void change() {
        Layer& layer = frame_.layers[static_cast<std::size_t>(below(3))];
        const auto at = layer.items.begin() + below(static_cast<int>(layer.items.size()));
        switch (below(6)) {
        case 0: layer.alpha = some_alpha(); break;
        case 1: layer.clip = {place(10), place(10), 20 + place(28), 10 + place(20)}; break;
        case 2: layer.items.insert(at, item()); break;
        case 3:
            if (layer.items.size() > 1) layer.items.erase(at);
            break;
        case 4: *at = item(); break;
        default: layer.items.back() = item(); break;
        }
    }

    float some_alpha() { return below(2) == 0 ? 1 : static_cast<float>(below(5)) / 4; }

    std::mt19937 random_;
    Frame frame_;
};

void put_pictures(Renderer& renderer) {
    renderer.put_picture(ImageId{1}, plain_picture(12, 9, {200, 100, 50, 255}), 1);
    renderer.put_picture(ImageId{2}, plain_picture(20, 6, {20, 100, 250, 130}), 1);
}

} // namespace

TEST_CASE("what is kept from the last frame never shows in the next", "[render]") {
    FrameMaker maker(GENERATE(range(1u, 6u)));
    Renderer keeping(kSize, test_fonts());
    put_pictures(keeping);
    for (int step = 0; step < 80; ++step) {
        const Frame frame = maker.next();
        Renderer fresh(kSize, test_fonts());
        put_pictures(fresh);
        keeping.draw(frame);
        fresh.draw(frame);
        INFO("step " << step);
        REQUIRE(keeping.read_back().rgba == fresh.read_back().rgba);
    }
}

TEST_CASE("two frames begin alike up to their first different item", "[render]") {
    Frame frame = frame_of(kSize);
    const DrawItem a = fill({0, 0, 1, 1}, {1, 1, 1, 255});
    const DrawItem b = fill({0, 0, 1, 1}, {2, 2, 2, 255});
    frame.layers = {layer_of(kSize, {a, a}), layer_of(kSize, {a, a, a})};
    const auto start_with = [&](auto change) {
        Shown last{frame.canvas, frame.paper, frame.layers};
        change(last);
        return common_start(last, frame);
    };
    CHECK(start_with([](Shown&) {}) == end_of(frame));
    CHECK(start_with([&](Shown& s) { s.layers[1].items[1] = b; }) == Cut{1, 1});
    CHECK(start_with([&](Shown& s) { s.layers[1].items.pop_back(); }) == Cut{1, 2});
    CHECK(start_with([&](Shown& s) { s.layers[0].items.push_back(b); }) == Cut{0, 2});
    CHECK(start_with([&](Shown& s) { s.layers.pop_back(); }) == Cut{1, 0});
    CHECK(start_with([&](Shown& s) { s.layers[1].alpha = 0.5f; }) == Cut{1, 0});
    CHECK(start_with([&](Shown& s) { s.layers[1].clip.w = 3; }) == Cut{1, 0});
    CHECK(start_with([&](Shown& s) { s.paper.r = 99; }) == Cut{});
    CHECK(start_with([&](Shown& s) { s.canvas.scale = 2; }) == Cut{});
    frame.layers[1].alpha = 0.5f;
    CHECK(start_with([&](Shown& s) { s.layers[1].items[1] = b; }) == Cut{1, 0});
}
