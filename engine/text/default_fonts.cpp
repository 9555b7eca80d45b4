#include "text/default_fonts.h"

namespace liubai {

FontPlan default_font_plan() {
    // EB Garamond is small on its body: at 1.18 its stems are as dark as those of Noto Serif's Han (0.083 em). The Kai
    // is lighter, so 1.10 beside it.
    constexpr float kBesideSerif = 1.18f;
    constexpr float kBesideKai = 1.1f;
    FontPlan plan;
    plan.serif = {.latin = {"EBGaramond12-Regular.otf", 0, kBesideSerif},
                  .latin_italic = {"EBGaramond12-Italic.otf", 0, kBesideSerif},
                  .latin_bold = {"LiubaiGaramond-Bold.otf", 0, kBesideSerif},
                  .han = {"NotoSerifCJKsc-Regular.otf"},
                  .han_bold = {"NotoSerifCJKsc-Bold.otf"}};
    plan.sans = {.latin = {"Inter-Regular.otf"},
                 .latin_italic = {},
                 .latin_bold = {"Inter-Bold.otf"},
                 .han = {"NotoSansCJKsc-Regular.otf"},
                 .han_bold = {}};
    plan.title = {.latin = {"EBGaramond12-Regular.otf", 0, kBesideKai},
                  .latin_italic = {"EBGaramond12-Italic.otf", 0, kBesideKai},
                  .latin_bold = {},
                  .han = {"LiubaiKai-Regular.ttf"},
                  .han_bold = {}};
    plan.fallback = {{"NotoSansCJKsc-Regular.otf"}, {"LiubaiSymbols-Regular.ttf"}};
    plan.emoji = {"NotoColorEmoji.ttf"};
    plan.hyphenation = "hyphen.tex";
    return plan;
}

} // namespace liubai
