#include "game/reload.h"

#include "game/play.h"
#include "game/saving.h"

#include <algorithm>
#include <sstream>

namespace liubai {
namespace {

constexpr std::size_t kMostShown = 3; // findings; lint lists them all
constexpr std::size_t kMostRows = 40; // of the panel

void add(std::vector<std::string>& rows, const std::string& name, const std::string& value) {
    if (!value.empty()) rows.push_back(name + "  " + value);
}

} // namespace

std::optional<SavedGame> keep_reading(const GameState& state, const Content& content) {
    return saved_game(state, content, "");
}

void adopt_content(GameState& state, Layouts& layouts, const Content& content, std::optional<SavedGame> kept) {
    state.ui.findings.clear();
    if (!kept) {
        if (state.under_way) begin_story(state, content); // it stood before its first line
        return;
    }
    kept->head.saved_at = 0; // the reader was not away
    const Ui ui = state.ui;
    restore(state, layouts, content, *std::move(kept));
    if (base_screen(ui) != ScreenKind::kReading || state.ui.screen != ScreenKind::kReading) return;
    const Notice notice = state.ui.notice;
    state.ui = ui;
    if (notice.left > 0) state.ui.notice = notice;
}

void show_findings(GameState& state, const Diagnostics& findings) {
    state.ui.findings.clear();
    for (const Diagnostic& finding : findings) {
        if (finding.severity != Severity::kError) continue;
        if (state.ui.findings.size() == kMostShown) break;
        state.ui.findings.push_back({to_text(finding, Language::kZh), to_text(finding, Language::kEn)});
    }
}

std::vector<std::string> panel_rows(const GameState& state, const Content& content) {
    std::vector<std::string> rows;
    const Scene* scene = content.scene(state.moment.place.scene);
    const Step* step = current_step(state, content);
    if (scene && step) add(rows, "file", scene->file + ":" + std::to_string(step->file_line));
    add(rows, "scene", state.moment.place.scene);
    if (step) add(rows, "id", id_of(*step));
    const WantedStage& stage = state.stage.wanted;
    add(rows, "bg", stage.background);
    add(rows, "music", stage.music);
    add(rows, "ambience", stage.ambience);
    add(rows, "weather", stage.weather);
    for (const auto& [speaker, mood] : stage.moods) add(rows, "mood " + speaker, mood);
    for (const auto& [name, value] : state.reading.variables) add(rows, name + " =", to_string(value));
    rows.resize(std::min(rows.size(), kMostRows));
    return rows;
}

} // namespace liubai
