#include "game/chapters.h"

#include "game/pace.h"
#include "game/play.h"
#include "ui/strings.h"

#include <algorithm>
#include <utility>

namespace liubai {
namespace {

const ChapterCard* card_of(const Scene& scene) {
    for (const Step& step : scene.steps) {
        if (const auto* card = std::get_if<ChapterCard>(&step.what)) return card;
        if (std::holds_alternative<Line>(step.what)) return nullptr;
    }
    return nullptr;
}

float share_read(const GameState& state, const Content& content, const std::string& name) {
    const Scene* scene = content.scene(name);
    if (!scene) return 0;
    int lines = 0;
    int read = 0;
    for (std::size_t i = 0; i < scene->steps.size(); ++i) {
        if (!std::holds_alternative<Line>(scene->steps[i].what)) continue;
        ++lines;
        read += is_seen(state, content, {name, i}) ? 1 : 0;
    }
    return lines == 0 ? 0 : static_cast<float>(read) / static_cast<float>(lines);
}

} // namespace

std::vector<ChapterRow> chapter_rows(const GameState& state, const Content& content) {
    const std::string mine = tag(state.settings.reader);
    std::vector<ChapterRow> rows;
    for (std::size_t i = 0; i < content.story.order.size(); ++i) {
        ChapterRow row;
        row.option = i;
        row.is_reached = state.reached.contains(content.story.order[i]);
        const Scene* scene = row.is_reached ? content.scene(content.story.order[i]) : nullptr;
        if (row.is_reached) row.title = "…";
        if (scene) {
            if (const ChapterCard* card = card_of(*scene)) row.heading = in_language(card->title, mine);
            row.title = in_language(scene->title, mine);
            const std::string second = other_language(scene->title, mine);
            if (!second.empty()) row.other = in_language(scene->title, second);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void show_chapters(const GameState& state, const Content& content, const ScreenContext& c, Showing& out) {
    auto rows = chapter_rows(state, content);
    const auto pages = chapter_pages(c, rows);
    const std::size_t page = std::min(state.ui.picked, pages.size() - 1);
    const std::size_t end = page + 1 < pages.size() ? pages[page + 1] : rows.size();
    for (std::size_t i = pages[page]; i < end; ++i) // only of those that show: a story may have many lines
        rows[i].read = share_read(state, content, content.story.order[i]);
    for (const std::string& name : content.story.order) {
        if (state.reached.contains(name) && !content.scenes.contains(name)) out.frame.wanted.scenes_soon.push_back(name);
    }
    out.buttons = put_chapters_screen(out.frame.layers.back().items, c, rows, page);
}

std::size_t count_chapter_pages(const GameState& state, const Content& content, Layouts& layouts) {
    const Metrics metrics = metrics_now(state);
    return chapter_pages(screen_context(state, content, layouts, metrics), chapter_rows(state, content)).size();
}

void choose_chapter(GameState& state, const Content& content, std::size_t option) {
    if (option >= content.story.order.size() || !state.reached.contains(content.story.order[option])) return;
    state.starting = content.story.order[option];
    resume_starting(state, content);
}

void resume_starting(GameState& state, const Content& content) {
    if (state.starting.empty() || !content.scenes.contains(state.starting)) return;
    const std::string scene = std::exchange(state.starting, "");
    if (!start_at(state, content, scene, "")) tell(state, strings::kSceneGone);
}

} // namespace liubai
