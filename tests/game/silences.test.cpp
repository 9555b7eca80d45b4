// The silences from a reader's side: a small story, played with clicks and time, and what the frames show of it.
#include "game/game.h"
#include "game/unsaid.h"
#include "support/test_fonts.h"

#include <catch2/catch.hpp>

#include <random>

using namespace liubai;

namespace {

constexpr auto kGlow = static_cast<ImageId>(1);
constexpr auto kBird = static_cast<ImageId>(2);
const InputEvent kClick = KeyDown{Key::kSpace};

/// "⟨key⟩" in a text is a gap, "⟨⟩" one that is never heard.
RichText with_gaps(std::string text) {
    RichText rich;
    const std::string open = "⟨";
    const std::string close = "⟩";
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open)) {
        const std::size_t end = text.find(close, at);
        const std::string key = text.substr(at + open.size(), end - at - open.size());
        text.replace(at, end + close.size() - at, kGapUtf8);
        rich.cues.push_back({at, Unsaid{key, key}});
    }
    rich.text = std::move(text);
    return rich;
}

Step line(const std::string& speaker, const RichText& text) {
    Line l;
    l.id = text.text;
    l.speaker = speaker;
    l.language = "en";
    l.text = text;
    return {l, 0};
}

Step answer(const std::string& speaker, const std::string& before, const std::string& word, const std::string& after) {
    RichText text;
    text.text = before + word + after;
    text.spans.push_back({before.size(), before.size() + word.size(), Heard{word}});
    return line(speaker, text);
}

Step stage(const StageStep& step) { return {step, 0}; }

/// A reader before the story.
class Table {
public:
    explicit Table(std::vector<Step> first, std::vector<Step> second = {}) : layouts_(test_fonts()) {
        content_.story.title = {{"en", "Test"}};
        content_.story.language = "en";
        content_.story.languages = {"en"};
        for (const char* id : {"A", "B"}) content_.story.cast.push_back({id, {{"en", id}}, "en", {}, "", "", "", Side::kLeft});
        content_.look.pictures = {{"glow.webp", true, {384, 128}}, {"bird.webp", true, {64, 32}}};
        content_.look.ui.glow = kGlow;
        content_.look.ui.bird = kBird;
        content_.look.backgrounds["night"] = {};
        content_.look.backgrounds["dawn"].light_at = Vec2{1200, 300};
        first.insert(first.begin(), stage(SetFraming{Framing::kNone, 0})); // nobody's stand-in glows
        add("one", std::move(first));
        if (!second.empty()) add("two", std::move(second));
        settings_.reader = Language::kEn;
        settings_.language_chosen = true;
        restart();
    }

    void restart() {
        state_ = new_game(content_, settings_, 7);
        give(Resized{{1920, 1080}, 1, false, false});
        give(KeyDown{Key::kEnter}); // the title
    }
    Frame give(const InputEvent& event) { return update(state_, layouts_, content_, {&event, 1}, 0); }
    Frame click() { return give(kClick); }
    Frame pass(Millis dt) { return update(state_, layouts_, content_, {}, dt); }
    /// Types the line to its end and goes on.
    Frame read_on() {
        pass(60000);
        return click();
    }
    [[nodiscard]] std::string here() const {
        const Line* now = current_line(state_, content_);
        return now ? now->text.text : "";
    }
    GameState& state() { return state_; }
    Settings& settings() { return settings_; }
    const Content& content() { return content_; }
    Layouts& layouts() { return layouts_; }

private:
    void add(const std::string& name, std::vector<Step> steps) {
        auto scene = std::make_unique<Scene>();
        scene->name = name;
        scene->steps = std::move(steps);
        content_.story.order.push_back(name);
        content_.scenes[name] = std::move(scene);
    }

    Content content_;
    Layouts layouts_;
    Settings settings_;
    GameState state_;
};

std::vector<ImageItem> pictures(const Frame& frame, ImageId image) {
    std::vector<ImageItem> found;
    for (const Layer& layer : frame.layers) {
        for (const DrawItem& item : layer.items) {
            const auto* picture = std::get_if<ImageItem>(&item);
            if (picture && picture->image == image && picture->tint.a > 8) found.push_back(*picture);
        }
    }
    return found;
}

bool is_lit(const Frame& frame) { return !pictures(frame, kGlow).empty(); }

/// Letters that can be seen in a part of the canvas.
std::size_t letters(const Frame& frame, Rect in) {
    std::size_t found = 0;
    for (const Layer& layer : frame.layers) {
        if (layer.kind == LayerKind::kUi && in.y < 60) continue; // the film's edge
        for (const DrawItem& item : layer.items) {
            const auto* glyphs = std::get_if<GlyphsItem>(&item);
            for (std::size_t i = 0; glyphs && i < glyphs->glyphs.size(); ++i) {
                found += in.contains(glyphs->glyphs[i].at) && glyphs->glyphs[i].color.a > 8 ? 1 : 0;
            }
        }
    }
    return found;
}

constexpr Rect kUpperThird{0, 60, 1920, 300};
constexpr Rect kColumn{0, 760, 1920, 320};

std::vector<Step> with_a_pause() {
    return {line("B", with_gaps("very ⟨⟩ vibe")), {Pause{3000}, 0}, line("A", with_gaps("yes"))};
}

std::vector<Step> question_and_answer() {
    return {line("B", with_gaps("man ⟨through⟩ machine")), line("A", with_gaps("well")),
            answer("A", "you said ", "through", " just now"), line("A", with_gaps("and on"))};
}

} // namespace

TEST_CASE("a click completes a line up to its silence, rests there, and the next one goes on", "[game]") {
    for (const float speed : {1.0f, 0.0f}) { // instant text rests there too
        Table table(with_a_pause());
        table.settings().text_speed = speed;
        table.restart();
        if (speed > 0) table.click();
        const Frame resting = table.pass(300);
        CHECK(letters(resting, kColumn) == 6); // "very", the speaker and their seal
        CHECK(is_lit(resting));
        table.click();
        CHECK(letters(table.pass(500), kColumn) == 10);
        CHECK(table.here().starts_with("very"));
        table.pass(60000);
        table.click();
        CHECK(table.here().empty());
    }
}

TEST_CASE("without rests a click goes over a silence, which is lit all the same", "[game]") {
    Table table(with_a_pause());
    table.settings().rests = 0;
    table.restart();
    table.click();
    const Frame frame = table.pass(200);
    CHECK(letters(frame, kColumn) == 10);
    CHECK(is_lit(frame));
}

TEST_CASE("a silence is remembered once, and as waited for when nobody clicked through its rest", "[game]") {
    Table waiting(with_a_pause());
    waiting.read_on();
    REQUIRE(waiting.state().reading.silences.size() == 1);
    CHECK(waiting.state().reading.silences[0].waited);
    Table hasty(with_a_pause());
    for (int i = 0; i < 4; ++i) hasty.click(); // to the silence, over it, to the end, on
    REQUIRE(hasty.here().empty());
    REQUIRE(hasty.state().reading.silences.size() == 1);
    CHECK_FALSE(hasty.state().reading.silences[0].waited);
}

TEST_CASE("when the words of a silence go, its light stays, until the next line", "[game]") {
    Table table(with_a_pause());
    table.read_on();
    CHECK(letters(table.pass(200), kColumn) > 0);
    const Frame pause = table.pass(800);
    CHECK(letters(pause, kColumn) == 0);
    CHECK(is_lit(pause));
    table.pass(2000); // the pause has ended
    REQUIRE(table.here() == "yes");
    CHECK(is_lit(table.pass(400)));
    CHECK_FALSE(is_lit(table.pass(600)));
    CHECK(table.pass(10000).wake_after == kNever);
}

TEST_CASE("a line without a silence leaves no light", "[game]") {
    Table table({line("A", with_gaps("yes")), {Pause{3000}, 0}, line("A", with_gaps("no"))});
    table.read_on();
    CHECK_FALSE(is_lit(table.pass(300)));
    CHECK_FALSE(is_lit(table.pass(600)));
}

TEST_CASE("the light goes over to the light of the picture that comes, and is gone in it", "[game]") {
    Table table({line("B", with_gaps("very ⟨⟩ vibe")), {Pause{3000}, 0}},
                {stage(SetBackground{"dawn", 4000}), {Pause{900}, 0}, line("A", with_gaps("yes"))});
    table.read_on();
    const Frame before = table.pass(2900);
    REQUIRE(is_lit(before));
    const float below = pictures(before, kGlow)[0].to.center().y;
    CHECK(below > 760);
    table.pass(100 + 2000);
    const auto on_the_way = pictures(table.pass(0), kGlow);
    REQUIRE(!on_the_way.empty());
    CHECK(on_the_way.back().to.center().y < below - 100);
    const auto there = pictures(table.pass(1500), kGlow);
    REQUIRE(!there.empty());
    CHECK(there.back().to.center().x == Approx(1200).margin(40));
    CHECK(there.back().to.center().y == Approx(300).margin(40));
    CHECK_FALSE(is_lit(table.pass(600)));
}

TEST_CASE("with reduced motion the light goes out where it was", "[game]") {
    Table table({line("B", with_gaps("very ⟨⟩ vibe")), {Pause{3000}, 0}, stage(SetBackground{"dawn", 4000}), {Pause{9000}, 0}});
    table.settings().motion = MotionSetting::kReduced;
    table.restart();
    table.read_on();
    table.pass(3200);
    for (const ImageItem& light : pictures(table.pass(0), kGlow)) CHECK(light.to.center().y > 760);
    CHECK_FALSE(is_lit(table.pass(800)));
}

TEST_CASE("an earlier line rises whole when its word is heard, once, and goes", "[game]") {
    for (const MotionSetting motion : {MotionSetting::kAuto, MotionSetting::kReduced}) {
        Table table(question_and_answer());
        table.settings().motion = motion;
        table.restart();
        table.read_on();
        table.read_on();
        REQUIRE(table.here().find("through") != std::string::npos);
        CHECK(letters(table.pass(0), kUpperThird) == 0);
        int notes = 0;
        std::size_t most = 0;
        for (int i = 0; i < 400; ++i) {
            const Frame frame = table.pass(25);
            notes += static_cast<int>(std::count_if(frame.cues.begin(), frame.cues.end(), [](const SoundCue& cue) { return cue.sound == "celesta"; }));
            most = std::max(most, letters(frame, kUpperThird));
        }
        CHECK(notes == 1);
        CHECK(most >= std::string("manthroughmachine").size());
        const Frame after = table.pass(100);
        CHECK(letters(after, kUpperThird) == 0);
        CHECK(after.wake_after == kNever);
    }
}

TEST_CASE("a word of the same speaker, or one heard again, makes nothing rise", "[game]") {
    Table own({line("A", with_gaps("man ⟨through⟩ machine")), answer("A", "", "through", " and on"), line("B", with_gaps("x"))});
    own.read_on();
    CHECK(letters(own.pass(2000), kUpperThird) == 0);
    Table twice({line("B", with_gaps("man ⟨through⟩ machine")), answer("A", "", "through", "."), answer("A", "again ", "through", ".")});
    twice.read_on();
    twice.pass(60000);
    twice.click();
    twice.pass(2000);
    CHECK(letters(twice.pass(100), kUpperThird) == 0);
}

TEST_CASE("a click goes on while a line has risen, which fades", "[game]") {
    Table table(question_and_answer());
    table.read_on();
    table.read_on();
    table.click();
    CHECK(letters(table.pass(1000), kUpperThird) > 0);
    table.click();
    CHECK(table.here() == "and on");
    CHECK(letters(table.pass(300), kUpperThird) > 0);
    CHECK(letters(table.pass(700), kUpperThird) == 0);
}

TEST_CASE("a word once found is kept, and stands faintly in its gap in the next reading", "[game]") {
    Table table(question_and_answer());
    const std::size_t bare = letters(table.pass(60000), kColumn);
    table.click();
    table.read_on();
    std::string kept;
    for (int i = 0; i < 100; ++i) {
        for (const Request& request : table.pass(100).requests) {
            if (const auto* keep = std::get_if<KeepSettingsRequest>(&request)) kept = keep->text;
        }
    }
    REQUIRE_FALSE(kept.empty());
    table.settings() = settings_from(kept); // as the program's next start finds it
    table.restart();
    CHECK(letters(table.pass(60000), kColumn) == bare + std::string("through").size());
    table.settings().found = {"Another story/through"};
    table.restart();
    CHECK(letters(table.pass(60000), kColumn) == bare);
}

TEST_CASE("at the end the words never heard rise as lights, warmer where the reader waited, and the others are birds", "[game]") {
    Table table({line("B", with_gaps("one ⟨⟩ here")), line("B", with_gaps("man ⟨through⟩ machine")), line("B", with_gaps("three ⟨⟩ here")),
                 answer("A", "", "through", "."), stage(RaiseSilences{}), line("A", with_gaps("end"))},
                {line("A", with_gaps("another scene"))});
    table.read_on();
    table.read_on();
    for (int i = 0; i < 4; ++i) table.click(); // the third is not waited for
    table.read_on();
    REQUIRE(table.here() == "end");
    CHECK(pictures(table.pass(0), kBird).empty());
    const Frame risen = table.pass(20000);
    CHECK(pictures(risen, kBird).size() == 1);
    std::vector<ImageItem> points = pictures(risen, kGlow);
    REQUIRE(points.size() == 4); // a halo and a core each
    CHECK(points[0].tint.b < points[2].tint.b);
    CHECK(risen.wake_after == kNever);
    table.click();
    REQUIRE(table.here() == "another scene");
    CHECK(pictures(table.pass(1000), kGlow).empty());
}

TEST_CASE("lingering counts at a typed silence and in a silent pause, and sinks when the reader goes on", "[game]") {
    Table table({line("B", with_gaps("very ⟨⟩ vibe")), line("A", with_gaps("yes")), {Pause{2200}, 0}, line("A", with_gaps("no"))});
    table.pass(200);
    CHECK(lingered(table.state()) == 0);
    table.pass(60000);
    CHECK(lingered(table.state()) >= 5000);
    table.click();
    table.pass(60000);
    CHECK(lingered(table.state()) == 0);
    table.click();
    table.pass(2000);
    CHECK(lingered(table.state()) == 2000);
}

TEST_CASE("update(a + b) leaves the state of update(a) and update(b) through every silence", "[game]") {
    std::vector<Step> first = question_and_answer();
    first.push_back(line("B", with_gaps("a ⟨⟩ b ⟨⟩ c")));
    first.push_back({Pause{2500}, 0});
    const std::vector<Step> second = {stage(SetBackground{"dawn", 2000}), {Pause{900}, 0}, line("A", with_gaps("so ⟨⟩")),
                                      stage(RaiseSilences{}), {Pause{3000}, 0}, line("A", with_gaps("end"))};
    std::mt19937 random(11);
    for (int round = 0; round < 6; ++round) {
        Table table(first, second);
        GameState pieces = table.state();
        for (int i = 0; i < 60; ++i) {
            const Millis dt = random() % (round % 2 == 0 ? 900 : 4000);
            const bool clicks = random() % 2 == 0;
            const std::span<const InputEvent> inputs(&kClick, clicks ? 1 : 0);
            update(table.state(), table.layouts(), table.content(), inputs, dt);
            const Millis part = dt == 0 ? 0 : random() % static_cast<unsigned>(dt);
            update(pieces, table.layouts(), table.content(), inputs, part);
            update(pieces, table.layouts(), table.content(), {}, dt - part);
            REQUIRE(table.state() == pieces);
        }
    }
}

TEST_CASE("found words survive the settings' text, whatever is in them, and are bounded", "[game]") {
    Settings settings;
    settings.found = {"留白/through", "a/b, c", "x/100%2C", "y/two\nlines"};
    CHECK(settings_from(to_text(settings)).found == settings.found);
    for (int i = 0; i < 1000; ++i) settings.found.insert("story/" + std::to_string(i));
    CHECK(settings_from(to_text(settings)).found.size() == 256);
}
