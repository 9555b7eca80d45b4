#include "support/lay_out_text.h"
#include "text/glyph_bitmap.h"

#include <catch2/catch.hpp>
#include <harfbuzz/hb-ot.h>

#include <memory>
#include <optional>

using namespace liubai;

namespace {

/// A value of the BASE table, em; nothing without one.
std::optional<float> baseline(const std::string& file, hb_ot_layout_baseline_tag_t tag) {
    const Blob bytes = read_test_font(file);
    const std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)> blob(
        hb_blob_create(bytes.text().data(), static_cast<unsigned>(bytes.text().size()), HB_MEMORY_MODE_READONLY,
                       nullptr, nullptr),
        hb_blob_destroy);
    const std::unique_ptr<hb_face_t, void (*)(hb_face_t*)> face(hb_face_create(blob.get(), 0), hb_face_destroy);
    const std::unique_ptr<hb_font_t, void (*)(hb_font_t*)> font(hb_font_create(face.get()), hb_font_destroy);
    hb_position_t at = 0;
    const bool found = hb_ot_layout_get_baseline(font.get(), tag, HB_DIRECTION_LTR, HB_TAG('h', 'a', 'n', 'i'),
                                                 HB_TAG('Z', 'H', 'S', ' '), &at);
    if (!found) return {};
    return static_cast<float>(at) / static_cast<float>(hb_face_get_upem(face.get()));
}

/// One letter at 1000 pixels to the Han em, set with the Latin face of the plan or with the Han face's own Latin.
struct Letter {
    float top = 0;  ///< above the baseline, em
    float stem = 0; ///< ink in the middle row, em
};

Letter measure_letter(const std::string& letter, bool own_of_han, Family family = Family::kSerif, bool bold = false) {
    FontPlan plan = default_font_plan();
    if (own_of_han) plan.serif.latin = plan.serif.han;
    const Fonts fonts(plan, read_test_font);
    TextStyle style = test_style(1000);
    style.family = family;
    style.bold = bold;
    const Layout layout = lay_out(letter, style, kNoLimit, fonts);
    REQUIRE(layout.glyphs.size() == 1);
    const GlyphBitmap ink = rasterise(fonts, layout.glyphs[0].font, layout.glyphs[0].glyph, layout.glyphs[0].size, 0);
    Letter found{static_cast<float>(ink.top) / 1000, 0};
    const std::size_t middle = static_cast<std::size_t>(ink.height / 2 * ink.width);
    for (int x = 0; x < ink.width; ++x)
        found.stem += static_cast<float>(ink.pixels[middle + static_cast<std::size_t>(x)]);
    found.stem /= 255 * 1000;
    return found;
}

} // namespace

TEST_CASE("P8: the em box of the rows is that of the Han faces' BASE tables, its roman line the baseline",
          "[text][P8]") {
    const Layout layout = lay_out("中", test_style(1000), kNoLimit, test_fonts());
    const float ascent = layout.ascent / 1000;
    for (const char* file : {"NotoSerifCJKsc-Regular.otf", "NotoSerifCJKsc-Bold.otf", "NotoSansCJKsc-Regular.otf",
                             "NotoSansCJKsc-Bold.otf", "LiubaiKai-Regular.ttf"}) {
        CAPTURE(file);
        CHECK(baseline(file, HB_OT_LAYOUT_BASELINE_TAG_IDEO_EMBOX_BOTTOM_OR_LEFT) == Approx(ascent - 1));
        CHECK(baseline(file, HB_OT_LAYOUT_BASELINE_TAG_ROMAN) == Approx(0));
    }
}

TEST_CASE("P8: the bodies of the Han characters stand in the middle where emoji do, by icfb and icft",
          "[text][P8][I9]") {
    for (const char* file : {"NotoSerifCJKsc-Regular.otf", "NotoSerifCJKsc-Bold.otf", "NotoSansCJKsc-Regular.otf",
                             "NotoSansCJKsc-Bold.otf"}) {
        CAPTURE(file);
        const auto bottom = baseline(file, HB_OT_LAYOUT_BASELINE_TAG_IDEO_FACE_BOTTOM_OR_LEFT);
        const auto top = baseline(file, HB_OT_LAYOUT_BASELINE_TAG_IDEO_FACE_TOP_OR_RIGHT);
        REQUIRE((bottom && top));
        CHECK((*bottom + *top) / 2 == Approx(0.38f).margin(0.001));
    }
}

TEST_CASE("P8: EB Garamond beside Noto Serif is as dark as its own Latin, and of like height", "[text][P8]") {
    CHECK(measure_letter("x", false).top == Approx(0.472f).margin(0.01));
    CHECK(measure_letter("H", false).top == Approx(0.767f).margin(0.01));
    CHECK(measure_letter("x", true).top == Approx(0.514f).margin(0.01));
    CHECK(measure_letter("H", true).top == Approx(0.729f).margin(0.01));
    const float ours = measure_letter("l", false).stem;
    const float own = measure_letter("l", true).stem;
    CHECK(ours == Approx(0.0826f).margin(0.003));
    CHECK(own == Approx(0.082f).margin(0.003));
    CHECK(ours == Approx(own).margin(0.003));
}

TEST_CASE("P8: in every face that a reader may choose, Latin letters are about as high and as dark as Han beside them",
          "[text][P8]") {
    struct Beside {
        Family family;
        bool bold;
        float top;  ///< of x, em
        float stem; ///< of l
    };
    // The upright of 十: 0.068 and 0.128 in the serif, 0.081 and 0.131 in the sans.
    for (const Beside& b : {Beside{Family::kSerif, true, 0.483f, 0.127f}, Beside{Family::kSans, false, 0.545f, 0.084f},
                            Beside{Family::kSans, true, 0.545f, 0.151f}, Beside{Family::kReadable, false, 0.503f, 0.079f},
                            Beside{Family::kReadable, true, 0.503f, 0.111f}}) {
        CAPTURE(static_cast<int>(b.family), b.bold);
        CHECK(measure_letter("x", false, b.family, b.bold).top == Approx(b.top).margin(0.01));
        CHECK(measure_letter("l", false, b.family, b.bold).stem == Approx(b.stem).margin(0.004));
    }
}

TEST_CASE("letters that the readable face lacks come from another one", "[text]") {
    TextStyle style = test_style(40);
    style.family = Family::kReadable;
    for (const char* text : {"a", "é", "“”‘’—…", "ŏ", "ĝ", "ж", "露"}) {
        CAPTURE(text);
        for (const PlacedGlyph& glyph : lay_out(text, style, kNoLimit, test_fonts()).glyphs) CHECK(glyph.glyph != 0);
    }
}
