#pragma once
// The shipped story on a table before a reader: every input can be given, and what shows can be looked at.

#include "game/game.h"
#include "game/play.h"
#include "game/show.h"
#include "tools/opened_story.h"

#include <catch2/catch.hpp>

namespace liubai {

/// A game at a moment, and what a reader can do to it.
class Table {
public:
    explicit Table(bool language_chosen = true) : story_(open_story(LIUBAI_ROOT, LIUBAI_ROOT)), layouts_(*story_->fonts) {
        for (const std::string& name : story_->content.story.order) load_scene_now(*story_, name);
        Settings settings;
        settings.language_chosen = language_chosen;
        state_ = new_game(story_->content, settings, 1);
        give(Resized{{1280, 720}, 1, false, false});
        pass(1000);
    }

    Frame give(const InputEvent& event) { return update(state_, layouts_, story_->content, {&event, 1}, 0); }
    /// A click of the left button, and a tap of a finger.
    Frame click(Vec2 at) {
        give(PointerDown{at, PointerButton::kLeft});
        return give(PointerUp{at, PointerButton::kLeft});
    }
    Frame tap(Vec2 at) {
        give(TouchDown{1, at});
        return give(TouchUp{1, at});
    }
    Frame pass(Millis dt) { return update(state_, layouts_, story_->content, {}, dt); }
    /// What a worker does when a frame wants it.
    void fetch_pinyin() {
        load_pinyin(*story_, true);
        give(Loaded{1});
    }
    void read_first_line() {
        begin();
        give(KeyDown{Key::kSpace}); // the chapter card
        pass(60000);
    }
    void begin() {
        give(KeyDown{Key::kEnter});
        pass(1000);
    }
    /// On from the first line until that many stand in the history.
    void read_lines(std::size_t lines) {
        read_first_line();
        while (state_.history.shown < lines) {
            give(KeyDown{Key::kSpace});
            pass(60000);
        }
    }
    [[nodiscard]] GameState& state() { return state_; }
    [[nodiscard]] ScreenKind screen() const { return state_.ui.screen; }
    [[nodiscard]] std::string line() const {
        const Line* line = current_line(state_, story_->content);
        return line ? line->id : "";
    }
    [[nodiscard]] std::vector<Button> buttons() {
        return show(state_, dialogue_now(state_, story_->content, layouts_), layouts_, story_->content).buttons;
    }
    [[nodiscard]] Vec2 center_of(Command command) {
        for (const Button& button : buttons()) {
            if (button.command == command) return button.at.center();
        }
        FAIL("no such button");
        return {};
    }
    [[nodiscard]] const OpenedStory& story() const { return *story_; }
    [[nodiscard]] Layouts& layouts() { return layouts_; }

private:
    std::unique_ptr<OpenedStory> story_;
    Layouts layouts_;
    GameState state_;
};

template <typename T>
inline bool asks_for(const Frame& frame) {
    for (const Request& request : frame.requests) {
        if (std::holds_alternative<T>(request)) return true;
    }
    return false;
}

} // namespace liubai
