#include "tools/sample_reader.h"

#include "game/saving.h"

#include <algorithm>
#include <array>

namespace liubai {
namespace {

constexpr std::int64_t kNow = 29930000; // minutes: in November 2026

} // namespace

void keep_like_a_reader(OpenedStory& story, GameState& state) {
    const Content& content = story.content;
    const auto& order = content.story.order;
    for (const std::string& name : order) load_scene_now(story, name);
    state.saving.minutes = kNow;

    std::vector<ListedSave> saves;
    constexpr std::array<const char*, 6> kSlots{kAutoSlot, kQuickSlot, "1", "2", "3", "5"};
    const std::array<Bilingual, 6> names{
        Bilingual{}, Bilingual{}, Bilingual{"那棵歪树", "The crooked tree"}, Bilingual{}, Bilingual{"给妈妈看的", "To show my mother"}, Bilingual{}};
    for (std::size_t i = 0; i < kSlots.size() && !order.empty(); ++i) {
        const std::size_t scene = (i * 3 + 1) % order.size();
        const Scene* at = content.scene(order[scene]);
        std::vector<std::string> lines;
        for (const Step& step : at ? at->steps : std::vector<Step>{}) {
            if (const auto* line = std::get_if<Line>(&step.what)) lines.push_back(line->id);
        }
        GameState reading = state;
        if (lines.empty() || !start_at(reading, content, order[scene], lines[lines.size() / 3])) continue;
        reading.saving.minutes = kNow - static_cast<std::int64_t>(i * i) * 33000 - 17;
        if (const auto game = saved_game(reading, content, names.at(i).in(state.settings.reader)))
            saves.push_back({kSlots.at(i), game->head, {}});
    }
    saves.push_back({"4", {}, {"这份存档已损坏，不能读。", "This save is damaged and cannot be read."}});
    state.saving.listed = std::move(saves);

    const std::size_t reached = (order.size() + 1) / 2 + 1;
    for (std::size_t i = 0; i < std::min(reached, order.size()); ++i) {
        state.reached.insert(order[i]);
        const Scene* scene = content.scene(order[i]);
        if (!scene) continue;
        const std::size_t read = i + 1 < reached ? scene->steps.size() * (i % 3 == 1 ? 4 : 5) / 5 : scene->steps.size() / 4;
        for (std::size_t step = 0; step < read; ++step) {
            if (const auto* line = std::get_if<Line>(&scene->steps[step].what)) state.seen.insert(line->id);
        }
    }
}

} // namespace liubai
