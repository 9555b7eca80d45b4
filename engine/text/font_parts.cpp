#include "text/font_parts.h"

#include "base/error.h"
#include "text/faces.h"

#include <hb-ot.h>
#include <hb.h>

namespace liubai {
namespace {

bool has_colour(const Face& face) {
    hb_face_t* font = hb_font_get_face(face.hb.get());
    return hb_ot_color_has_png(font) || hb_ot_color_has_layers(font);
}

} // namespace

FontPlan plan_from(const std::vector<FontFile>& files, const ReadFont& read) {
    FontPlan all;
    all.fallback = files;
    const Fonts opened(all, read);
    Fonts::Impl& faces = opened.impl();
    FontPlan plan;
    FontFile& han = plan.serif.han;
    FontFile& latin = plan.serif.latin;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const int face = faces.fallback[i].face;
        const bool colour = has_colour(faces.open(face));
        const bool draws_han = faces.glyph_of(face, U'中') != 0;
        const bool draws_latin = faces.glyph_of(face, U'a') != 0;
        if (colour && plan.emoji.path.empty()) {
            plan.emoji = files[i];
        } else if (draws_han && han.path.empty()) {
            han = files[i];
        } else if (draws_latin && !draws_han && latin.path.empty()) {
            latin = files[i];
        } else {
            plan.fallback.push_back(files[i]);
        }
    }
    if (han.path.empty()) han = latin;
    if (latin.path.empty()) latin = han;
    if (latin.path.empty()) throw Error({"这些字体里没有文字", "none of these fonts draws letters"});
    plan.sans = plan.title = plan.serif;
    return plan;
}

} // namespace liubai
