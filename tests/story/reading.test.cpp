#include "story/reading.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

Step line(const std::string& id) {
    Line said;
    said.id = id;
    said.language = "zh";
    said.text.text = id;
    return {said, 0};
}

Scene scene(const std::string& name, std::vector<Step> steps) {
    Scene out;
    out.name = name;
    out.steps = std::move(steps);
    return out;
}

/// The ids of the lines up to the end, with "scene" at each scene's start and "load x" where one is missing.
std::vector<std::string> read_all(Reading& reading, const Story& story, const FindScene& find, int most = 100) {
    std::vector<std::string> out;
    while (most-- > 0) {
        const Event event = advance(reading, story, find);
        if (const auto* at = std::get_if<AtLine>(&event)) out.push_back(at->line->id);
        if (const auto* at = std::get_if<AtSceneStart>(&event)) out.push_back("scene " + at->scene->name);
        if (const auto* at = std::get_if<NeedsScene>(&event)) {
            out.push_back("load " + at->scene);
            return out;
        }
        if (std::holds_alternative<AtEnd>(event)) {
            out.emplace_back("end");
            return out;
        }
    }
    return out;
}

} // namespace

TEST_CASE("a story goes through its scenes in order and stays at its end", "[story]") {
    Story story;
    story.order = {"one", "two"};
    const Scene one = scene("one", {line("a"), line("b")});
    const Scene two = scene("two", {line("c")});
    const FindScene find = [&](const std::string& name) { return name == "one" ? &one : &two; };
    Reading reading = begin_reading(story, 7);
    CHECK(reading.seed == 7);
    CHECK(read_all(reading, story, find) == std::vector<std::string>{"scene one", "a", "b", "scene two", "c", "end"});
    CHECK(read_all(reading, story, find) == std::vector<std::string>{"end"});
}

TEST_CASE("a scene that is not loaded is asked for and nothing is lost", "[story]") {
    Story story;
    story.order = {"one"};
    const Scene one = scene("one", {line("a"), {Jump{"two", "here"}, 0}});
    Scene two = scene("two", {line("b"), line("c")});
    two.labels["here"] = 1;
    bool loaded = false;
    const FindScene find = [&](const std::string& name) { return name == "one" ? &one : loaded ? &two : nullptr; };
    Reading reading = begin_reading(story, 1);
    CHECK(read_all(reading, story, find) == std::vector<std::string>{"scene one", "a", "load two"});
    const Reading before = reading;
    CHECK(read_all(reading, story, find) == std::vector<std::string>{"load two"});
    CHECK(reading == before);
    loaded = true;
    CHECK(read_all(reading, story, find) == std::vector<std::string>{"c", "end"});
}

TEST_CASE("a copy of a reading is a snapshot", "[story]") {
    Story story;
    story.order = {"one"};
    const Scene one = scene("one", {line("a"), line("b"), line("c")});
    const FindScene find = [&](const std::string&) { return &one; };
    Reading reading = begin_reading(story, 1);
    advance(reading, story, find);
    advance(reading, story, find);
    Reading copy = reading;
    CHECK(read_all(reading, story, find) == read_all(copy, story, find));
    CHECK(copy == reading);
}

TEST_CASE("a call that never returns does not grow without end", "[story]") {
    Story story;
    story.order = {"one"};
    const Scene one = scene("one", {line("a"), {Call{"one", ""}, 0}});
    const FindScene find = [&](const std::string&) { return &one; };
    Reading reading = begin_reading(story, 1);
    read_all(reading, story, find, 1000);
    CHECK(reading.calls.size() == 100);
}

TEST_CASE("a loop without a line ends the story", "[story]") {
    Story story;
    story.order = {"one"};
    const Scene one = scene("one", {{Goto{0}, 0}});
    const FindScene find = [&](const std::string&) { return &one; };
    Reading reading = begin_reading(story, 1);
    CHECK(read_all(reading, story, find) == std::vector<std::string>{"scene one", "end"});
}

TEST_CASE("a variable in a text moves spans and cues along", "[story]") {
    RichText text;
    text.text = "有 ${days} 天和${none}";
    text.spans.push_back({4, 11, Emphasis{}});
    text.cues.push_back({12, PauseCue{1}});
    text.cues.push_back({4, WaitCue{}});
    const RichText shown = with_variables(text, {{"days", 3.0}});
    CHECK(shown.text == "有 3 天和${none}");
    CHECK(shown.spans[0].begin == 4);
    CHECK(shown.spans[0].end == 5);
    CHECK(shown.cues[0].at == 6);
    CHECK(shown.cues[1].at == 4);
}

TEST_CASE("words are heard once, in their order", "[story]") {
    Reading reading;
    RichText text;
    text.text = "through kindness";
    text.spans.push_back({0, 7, Heard{"through"}});
    text.spans.push_back({8, 16, Heard{"kindness"}});
    hear(reading, text);
    hear(reading, text);
    CHECK(reading.heard == std::vector<std::string>{"through", "kindness"});
}

TEST_CASE("a line is found in the language asked for", "[story]") {
    Line said;
    said.language = "zh";
    said.text.text = "city life还是countryside？";
    CHECK(text_in(said, "zh") == &said.text);
    CHECK(text_in(said, "en") == nullptr);
    said.others["zh"].text = "城市还是乡村？";
    said.others["en"].text = "City or countryside?";
    CHECK(text_in(said, "zh")->text == "城市还是乡村？");
    CHECK(text_in(said, "zh-Hant")->text == "城市还是乡村？");
    CHECK(text_in(said, "en")->text == "City or countryside?");
}
