#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("S11: Latin letters and marks stand out of a row's ends as far as EB Garamond says, if the style asks",
          "[text][S11]") {
    TextStyle style = test_style();
    const float em = 32 * 1.18f; // of the Latin face
    const auto row = [&](const std::string& text) { return lay_out(text, style, kNoLimit, test_fonts()); };
    const Layout plain = row("A cat, To.");
    style.optical_margins = true;
    const Layout out = row("A cat, To.");
    CHECK(out.rows[0].width == Approx(plain.rows[0].width - (0.034f + 0.161f) * em).margin(0.02));
    CHECK(out.glyphs[0].at.x == Approx(-0.034f * em).margin(0.01));
    CHECK(out.clusters[0].x == Approx(0).margin(0.01));
    CHECK(row("中文").size.x == Approx(64));
    style.family = Family::kSans; // Inter says nothing
    CHECK(row("A cat, To.").glyphs[0].at.x == 0);
}

TEST_CASE("S11: a shown hyphen stands out too, and justified rows end at the box without what stands out",
          "[text][S11][L8]") {
    TextStyle style = test_style();
    style.mode = FitMode::kGreedy;
    const std::string text = "wonder\u00ADful";
    const float box = width_of("wonder-", style) - 0.1f * 32 * 1.18f;
    CHECK(lay_out(text, style, box, test_fonts()).rows[0].cluster_end != 7);
    style.optical_margins = true;
    CHECK(lay_out(text, style, box, test_fonts()).rows[0].cluster_end == 7);
    style.align = Align::kJustify;
    const Layout layout = lay_out("a little room, and then the rest of what we said.", style, 300, test_fonts());
    for (std::size_t r = 0; r + 1 < layout.rows.size(); ++r) CHECK(layout.rows[r].width == Approx(300).margin(0.01));
}
