#include "game/thumbnail.h"

#include "stage/compose.h"
#include "ui/stand_in.h"

#include <algorithm>

namespace liubai {
namespace {

/// One size of a picture serves every thumbnail: the largest that is wanted.
void want_small(Wanted& wanted, const WantedPicture& picture) {
    const ImageId image = small_of(picture.image);
    auto& soon = wanted.pictures_soon;
    const auto known = std::find_if(soon.begin(), soon.end(), [&](const WantedPicture& w) { return w.image == image; });
    if (known == soon.end()) {
        soon.push_back({image, picture.scale});
    } else {
        known->scale = std::max(known->scale, picture.scale);
    }
}

} // namespace

void show_thumbnail(const GameState& state, const Content& content, Layouts& layouts, const WantedStage& stage,
                    Rect area, Showing& out) {
    StageView view;
    view.area = area;
    ComposedStage composed = compose(stage_at(stage, 0), content.story, content.look, view);
    Layer layer;
    layer.clip = area;
    layer.complete = true;
    for (StageGroup& group : composed.groups) {
        for (DrawItem& item : group.items) {
            if (auto* image = std::get_if<ImageItem>(&item)) image->image = small_of(image->image);
            layer.items.push_back(std::move(item));
        }
    }
    for (const StandIn& seal : composed.stand_ins) {
        const Speaker& speaker = *find_speaker(content.story, seal.speaker);
        put_stand_in(layer.items, layouts, content.look.ui, seal, speaker, composed.light, tag(state.settings.reader));
    }
    out.frame.layers.push_back(std::move(layer));
    for (const WantedPicture& picture : composed.now) want_small(out.frame.wanted, picture);
}

} // namespace liubai
