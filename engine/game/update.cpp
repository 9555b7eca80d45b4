#include "game/game.h"

#include "game/book_search.h"
#include "game/control.h"
#include "game/play.h"
#include "game/saving.h"
#include "game/show.h"
#include "game/speaking.h"
#include "game/text_entry.h"

namespace liubai {

Frame update(GameState& state, Layouts& layouts, const Content& content, std::span<const InputEvent> inputs, Millis dt) {
    std::vector<Request> requests;
    const std::size_t found = state.settings.found.size();
    for (const InputEvent& input : inputs) take_input(state, layouts, content, input, requests);
    Dialogue dialogue = pass(state, layouts, content, dt);
    run_book_search(state, layouts, content, dt);
    if (state.settings.found.size() != found) requests.emplace_back(KeepSettingsRequest{to_text(state.settings)});
    write_what_is_due(state, content, false, requests);
    Showing showing = show(state, std::move(dialogue), layouts, content);
    ask_for_text_input(state.ui.typing_at, showing.caret, requests);
    speak_what_is_new(state, content, layouts, showing.buttons, requests);
    Frame frame = std::move(showing.frame);
    frame.requests = std::move(requests);
    state.sounds.clear();
    return frame;
}

} // namespace liubai
