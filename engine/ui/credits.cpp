#include "ui/credits.h"

namespace liubai {

const std::vector<EngineCredit>& engine_credits() {
    static const std::vector<EngineCredit> kCredits{
        {{"引擎", "Engine"}, {"留白 Liubai（MIT）", "Liubai 留白 (MIT)"}},
        {{"引擎自带的画与声音", "Stock pictures and sounds"},
         {"The Liubai authors（CC BY 4.0）", "The Liubai authors (CC BY 4.0)"}},
        {{"字体（OFL 1.1）", "Fonts (OFL 1.1)"},
         {"EB Garamond：Georg A. Duffner, Siva Kalyan\n"
          "Noto Serif CJK、Noto Sans CJK：Adobe\n"
          "Liubai Kai，出自 LXGW WenKai：LXGW, Klee Project\n"
          "Inter：The Inter Project Authors\n"
          "Noto Symbols、Noto Color Emoji：Google\n"
          "OpenDyslexic：Abelardo Gonzalez, Bitstream（CC BY 3.0）",
          "EB Garamond: Georg A. Duffner, Siva Kalyan\n"
          "Noto Serif CJK, Noto Sans CJK: Adobe\n"
          "Liubai Kai, from LXGW WenKai: LXGW, Klee Project\n"
          "Inter: The Inter Project Authors\n"
          "Noto Symbols, Noto Color Emoji: Google\n"
          "OpenDyslexic: Abelardo Gonzalez, Bitstream (CC BY 3.0)"}},
        {{"程序库", "Libraries"},
         {"SDL, SDL_image, SDL_ttf, SDL_mixer（zlib）\n"
          "FreeType（FTL）、HarfBuzz（Old MIT）\n"
          "FriBidi（LGPL 2.1）、utf8proc（MIT）\n"
          "yaml-cpp, fmt, JSON for Modern C++（MIT）、cairo（LGPL 2.1）\n"
          "libzip, CLI11（BSD）",
          "SDL, SDL_image, SDL_ttf, SDL_mixer (zlib)\n"
          "FreeType (FTL), HarfBuzz (Old MIT)\n"
          "FriBidi (LGPL 2.1), utf8proc (MIT)\n"
          "yaml-cpp, fmt, JSON for Modern C++ (MIT), cairo (LGPL 2.1)\n"
          "libzip, CLI11 (BSD)"}},
        {{"数据", "Data"},
         {"Unicode 15.0（Unicode License）\npinyin-pro：zh-lx（MIT）\nhyphen.tex：F. Liang, D. Knuth",
          "Unicode 15.0 (Unicode License)\npinyin-pro: zh-lx (MIT)\nhyphen.tex: F. Liang, D. Knuth"}},
    };
    return kCredits;
}

} // namespace liubai
