#pragma once
// Inside update(): going to a scene that was reached in some reading.

#include "game/game.h"
#include "game/show.h"
#include "ui/chapters.h"

#include <cstddef>
#include <vector>

namespace liubai {

/// Every scene of the story, without how much of it was read.
std::vector<ChapterRow> chapter_rows(const GameState& state, const Content& content);

/// Draws ScreenKind::kChapters, and wants the scenes whose titles it shows.
void show_chapters(const GameState& state, const Content& content, const ScreenContext& c, Showing& out);
std::size_t count_chapter_pages(const GameState& state, const Content& content, Layouts& layouts);

/// Begins at the start of the scene with that index in the story's order; waits for it if it is not loaded. Nothing for
/// one that was never reached.
void choose_chapter(GameState& state, const Content& content, std::size_t option);
/// A scene came: begins there if it is the one.
void resume_starting(GameState& state, const Content& content);

} // namespace liubai
