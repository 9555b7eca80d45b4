#include "ui/stand_in.h"

#include "ui/gap_light.h"

#include <algorithm>

namespace liubai {

void put_stand_in(std::vector<DrawItem>& items, Layouts& layouts, const UiPictures& ui, const StandIn& stand_in,
                  const Speaker& speaker, const Light& light, const std::string& reader) {
    const Rect& at = stand_in.at;
    const float lit = std::max(0.0f, stand_in.light);
    put_glow(items, ui, inflated(at, at.w * 0.55f), faded(mix(speaker.color, theme::kLight, 0.5f), 0.34f * lit * stand_in.alpha), Blend::kAdd);
    // The stage behind it may be as dark or as bright as it likes: a soft shadow of ink parts them.
    put_glow(items, ui, inflated(at, at.w * 0.34f), faded(light.strip, 0.55f * stand_in.alpha));
    const Color sunk = mix(speaker.color, light.ambient, 0.35f * (1 - stand_in.light));
    put_seal(items, layouts, ui, at, mix(sunk, {0, 0, 0, 255}, 0.25f * (1 - stand_in.light)), seal_of(speaker, reader), stand_in.alpha);
}

} // namespace liubai
