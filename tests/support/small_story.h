#pragma once
// A story written in the test, before a reader: one scene, one speaker A.

#include "game/game.h"
#include "game/play.h"
#include "support/temporary_folder.h"
#include "tools/opened_story.h"

#include <catch2/catch.hpp>

#include <memory>
#include <string>

namespace liubai {

class SmallStory {
public:
    /// `scene`: the text of scenes/story.yaml; a `variables:` row at its head goes to project.yaml.
    explicit SmallStory(std::string scene) {
        write("scenes/cast.yaml", "A: {name: {zh: 甲}, language: zh}\nB: {name: {zh: 乙}, language: zh}\n");
        std::string variables;
        if (const std::size_t at = scene.find("variables:"); at != std::string::npos) {
            const std::size_t end = scene.find('\n', at);
            variables = scene.substr(at, end - at + 1);
            scene.erase(at, end - at + 1);
        }
        write("scenes/project.yaml", "title: {zh: 小故事}\nlanguage: zh\nlanguages: [zh]\nscenes: [story]\n" + variables);
        write("scenes/story.yaml", scene);
        open();
    }

    /// Writes the scene anew, as its author would.
    void edit(const std::string& scene) { write("scenes/story.yaml", scene); }

    /// Opens it from its files and begins.
    void open() {
        opened = open_story(folder.path().string(), LIUBAI_ROOT);
        load_scene_now(*opened, "story");
        INFO((opened->findings.empty() ? "" : to_text(opened->findings[0], Language::kEn)));
        REQUIRE(!has_errors(opened->findings));
        layouts = std::make_unique<Layouts>(*opened->fonts);
        Settings settings;
        settings.language_chosen = true;
        state = new_game(opened->content, settings, 1);
        give(Resized{{1280, 720}, 1, false, false});
        begin_story(state, opened->content);
        pass(60000);
    }

    Frame give(const InputEvent& event) { return noted(update(state, *layouts, opened->content, {&event, 1}, 0)); }
    Frame pass(Millis dt) { return noted(update(state, *layouts, opened->content, {}, dt)); }
    /// Leaves the present line and types the next.
    void go_on() {
        give(KeyDown{Key::kSpace});
        pass(60000);
    }
    void choose(std::size_t option) {
        take_option(state, opened->content, option);
        pass(60000);
    }
    /// What is said now, variables put in; "" when the moment is no line.
    [[nodiscard]] std::string words() const {
        const Line* line = current_line(state, opened->content);
        return line ? with_variables(line->text, state.reading.variables).text : "";
    }
    [[nodiscard]] double number(const std::string& name) const { return std::get<double>(state.reading.variables.at(name)); }

    test_support::TemporaryFolder folder;
    std::unique_ptr<OpenedStory> opened;
    std::unique_ptr<Layouts> layouts;
    GameState state;
    std::string remembered; ///< what the disk was asked to remember of lines read

private:
    Frame noted(Frame frame) {
        for (const Request& request : frame.requests) {
            if (const auto* seen = std::get_if<KeepSeenRequest>(&request)) remembered += seen->text;
        }
        return frame;
    }
    void write(const std::string& name, const std::string& text) const { folder.put(name, text); }
};

} // namespace liubai
