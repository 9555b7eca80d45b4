#pragma once
// A figure as draw items: body, head with its face, scarf, the scene's light on them. Inside compose().

#include "stage/compose.h"
#include "stage/lens.h"

namespace liubai {

/// Adds `speaker`'s figure to `items` where its motion has brought it, and what it needs to `out`. Draws nothing for a
/// speaker without a figure. `clock` moves what breathes.
void draw_figure(const std::string& speaker, const Stage& stage, const Story& story, const Look& look,
                 const StageView& view, const StageLens& lens, std::vector<DrawItem>& items, ComposedStage& out);

} // namespace liubai
