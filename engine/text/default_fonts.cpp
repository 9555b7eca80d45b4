#include "text/default_fonts.h"

namespace liubai {

FontPlan default_font_plan() {
    // EB Garamond is small on its body: at 1.18 its stems are as dark as those of Noto Serif's Han (0.083 em; bold 0.127
    // beside 0.128). The Kai is lighter, so 1.10 beside it. Inter is drawn as large and as dark as Noto Sans. OpenDyslexic
    // is wide and heavy: at 0.92 its stems are 0.098 em beside Han of 0.081 em (bold 0.125 beside 0.131), and a line of it
    // is 5 % longer than one of Inter.
    constexpr float kBesideSerif = 1.18f;
    constexpr float kBesideKai = 1.1f;
    constexpr float kBesideSans = 0.92f;
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
                 .han_bold = {"NotoSansCJKsc-Bold.otf"}};
    plan.readable = {.latin = {"OpenDyslexic-Regular.otf", 0, kBesideSans},
                     .latin_italic = {"OpenDyslexic-Italic.otf", 0, kBesideSans},
                     .latin_bold = {"OpenDyslexic-Bold.otf", 0, kBesideSans},
                     .han = {"NotoSansCJKsc-Regular.otf"},
                     .han_bold = {"NotoSansCJKsc-Bold.otf"}};
    plan.title = {.latin = {"EBGaramond12-Regular.otf", 0, kBesideKai},
                  .latin_italic = {"EBGaramond12-Italic.otf", 0, kBesideKai},
                  .latin_bold = {},
                  .han = {"LiubaiKai-Regular.ttf"},
                  .han_bold = {}};
    plan.fallback = {{"NotoSansCJKsc-Regular.otf"},
                     {"LiubaiSymbols-Regular.ttf"},
                     {"EBGaramond12-Regular.otf", 0, kBesideSerif}}; // rare accents that OpenDyslexic lacks
    plan.emoji = {"NotoColorEmoji.ttf"};
    plan.hyphenation = "hyphen.tex";
    return plan;
}

} // namespace liubai
