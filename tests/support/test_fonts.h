#pragma once
// The engine's own fonts, read from the fonts folder, and small Arabic and Hebrew ones for tests.

#include "base/error.h"
#include "text/default_fonts.h"

#include <fstream>
#include <memory>
#include <string>

/// Reads a font of fonts/ or tests/fonts/.
inline liubai::Blob read_test_font(const std::string& name) {
    for (const char* folder : {"/fonts/", "/tests/fonts/"}) {
        std::ifstream file(std::string(LIUBAI_ROOT) + folder + name, std::ios::binary | std::ios::ate);
        if (!file) continue;
        auto bytes = std::make_unique<std::string>(static_cast<std::size_t>(file.tellg()), '\0');
        file.seekg(0);
        file.read(bytes->data(), static_cast<std::streamsize>(bytes->size()));
        liubai::Blob blob;
        blob.bytes = std::as_bytes(std::span(bytes->data(), bytes->size()));
        blob.owner = {bytes.release(), [](void* owned) { delete static_cast<std::string*>(owned); }};
        return blob;
    }
    throw liubai::Error({"没有字体 " + name, "no font " + name});
}

/// The fonts of the game, kept for the whole test program.
inline const liubai::Fonts& test_fonts() {
    static const liubai::Fonts fonts(liubai::default_font_plan(), read_test_font);
    return fonts;
}

/// The same with Arabic and Hebrew to fall back to.
inline const liubai::Fonts& bidi_test_fonts() {
    static const liubai::Fonts fonts = [] {
        liubai::FontPlan plan = liubai::default_font_plan();
        plan.fallback.push_back({"NotoNaskhArabic-Regular.ttf"});
        plan.fallback.push_back({"NotoSansHebrew-Regular.ttf"});
        return liubai::Fonts(plan, read_test_font);
    }();
    return fonts;
}
