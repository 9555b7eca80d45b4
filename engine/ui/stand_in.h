#pragma once
// The large seal of somebody who has no figure, on the stage.

#include "base/look.h"
#include "stage/stand_in.h"
#include "ui/draw.h"

namespace liubai {

/// The seal in the speaker's colour, with light behind it while they speak; a listener's sinks into the scene's light.
void put_stand_in(std::vector<DrawItem>& items, Layouts& layouts, const UiPictures& ui, const StandIn& stand_in,
                  const Speaker& speaker, const Light& light, const std::string& reader);

} // namespace liubai
