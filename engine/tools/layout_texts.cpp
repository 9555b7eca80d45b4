#include "tools/layout_texts.h"

#include "base/decimal.h"
#include "base/error.h"
#include "files/folder.h"
#include "text/default_fonts.h"
#include "text/font_parts.h"

#include <charconv>
#include <optional>

namespace liubai {
namespace {

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || end.ec != std::errc() || end.ptr != text.data() + text.size()) return {};
    return number;
}

Fonts fonts_of(const LayoutRequest& request) {
    if (!request.fonts.empty()) return Fonts(plan_from(request.fonts, read_file), read_file);
    const std::string folder = request.stock + "/fonts/";
    return Fonts(default_font_plan(), [folder](const std::string& name) { return read_file(folder + name); });
}

TextStyle style_of(const LayoutRequest& request, const ListedText& text) {
    TextStyle style = request.style;
    if (!text.language.empty()) style.language = text.language;
    return style;
}

} // namespace

FontFile font_from(const std::string& text) {
    FontFile font;
    font.path = text;
    const std::size_t at = font.path.rfind('@');
    if (at != text.npos) {
        const auto scale = float_from(std::string_view(text).substr(at + 1));
        if (!scale || !(*scale >= 0.1f && *scale <= 10)) {
            throw Error({"字体“" + text + "”的 @ 后面要写 0.1 到 10 之间的数", "after @ in the font \"" + text + "\" stands a scale of 0.1 to 10"});
        }
        font.scale = *scale;
        font.path.erase(at);
    }
    const std::size_t colon = font.path.rfind(':');
    if (colon != text.npos) {
        // Where no number follows, the colon is part of the path.
        const auto face = whole_number(std::string_view(font.path).substr(colon + 1));
        if (face && *face >= 0 && *face <= 255) {
            font.face = *face;
            font.path.erase(colon);
        }
    }
    return font;
}

std::string layout_texts(const LayoutRequest& request) {
    if (request.breaks) {
        std::vector<BreaksOfText> all;
        for (const ListedText& text : request.texts) {
            RichText rich;
            rich.text = text.text;
            all.push_back({&text, allowed_breaks(rich, style_of(request, text))});
        }
        return breaks_json(all);
    }
    const Fonts fonts = fonts_of(request);
    std::vector<Layout> layouts;
    layouts.reserve(request.texts.size());
    std::vector<SetText> set;
    for (const ListedText& text : request.texts) {
        layouts.push_back(lay_out(text.text, style_of(request, text), request.width, fonts));
        set.push_back({&text, &layouts.back()});
    }
    return layouts_json(set);
}

} // namespace liubai
