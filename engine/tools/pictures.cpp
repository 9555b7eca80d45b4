#include "tools/pictures.h"

#include "base/error.h"
#include "base/log.h"
#include "render/lay_over.h"
#include "stage/compose.h"

#include <algorithm>
#include <utility>

namespace liubai {
namespace {

Pixels flattened(const OpenedStory& story, const Picture& flat, float scale) {
    const Look& look = story.content.look;
    Pixels ground;
    for (const DrawItem& drawn : flat_items(look, flat.flat_of, flat.size)) {
        const auto& item = std::get<ImageItem>(drawn);
        const float shown = item.to.w * scale / std::max(1.0f, look.picture(item.image)->size.x);
        try {
            Pixels layer = decode_picture(read_picture(story, item.image), ground.rgba.empty() ? shown : std::min(1.0f, shown));
            if (ground.rgba.empty()) {
                ground = std::move(layer);
                continue;
            }
            const Rect to{item.to.x * scale, item.to.y * scale, item.to.w * scale, item.to.h * scale};
            lay_over(ground, layer, to, item.tint, item.blend);
        } catch (const Error& e) {
            if (ground.rgba.empty()) throw;
            log_warning(std::string("a layer is left out: ") + e.what());
        }
    }
    return ground;
}

} // namespace

Pixels load_picture(const OpenedStory& story, ImageId image, float scale) {
    const Picture& picture = *story.content.look.picture(image);
    if (!picture.flat_of.empty()) return flattened(story, picture, scale);
    return decode_picture(read_picture(story, image), scale);
}

void give_picture(Renderer& renderer, const Look& look, ImageId image, Pixels pixels, float scale) {
    if (look.picture(image)->is_mask) {
        renderer.put_mask(image, pixels, scale);
    } else {
        renderer.put_picture(image, std::move(pixels), scale);
    }
}

} // namespace liubai
