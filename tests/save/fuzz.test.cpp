// Broken saves: whatever the bytes, the answer is a game or a sentence.
#include "random_game.h"

#include <catch2/catch.hpp>

using namespace liubai;
using namespace test_support;

namespace {

SavedGame small_game() {
    RandomGame random(7);
    SavedGame game = random.game();
    game.history.entries.resize(30);
    game.history.shown = 20;
    std::erase_if(game.history.checkpoints, [](const Checkpoint& c) { return c.entry > 30; });
    game.history.checkpoints.resize(1);
    game.history.checkpoints[0] = {};
    game.history.checkpoints[0].reading = game.reading;
    game.history.checkpoints[0].reading.calls.clear();
    game.history.checkpoints[0].reading.entering = true;
    game.history.checkpoints[0].reading.place.step = 0;
    return game;
}

/// What is between the check and the last bracket.
std::string body_of(const std::string& text) {
    const std::size_t start = sealed("").size() - 1;
    return text.substr(start, text.size() - start - 1);
}

/// What is read can be written and read again, so that nothing out of range came in.
bool is_sound(const std::string& text) {
    const auto read = saved_game_from(text);
    const auto head = save_head_from(text);
    const auto* game = std::get_if<SavedGame>(&read);
    if (!game) return !std::get<Bilingual>(read).zh.empty() && !std::get<Bilingual>(read).en.empty();
    const auto again = saved_game_from(to_text(*game));
    return std::holds_alternative<SaveHead>(head) && std::get<SavedGame>(again) == as_kept(*game);
}

} // namespace

TEST_CASE("a save with one byte changed or cut anywhere is refused or the same game", "[save]") {
    const SavedGame game = small_game();
    const std::string text = to_text(game);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const int with : {0, 1, 0x20, 0x80, 0xFF}) {
            std::string changed = text;
            changed[i] = static_cast<char>(with == 0xFF ? ~changed[i] : changed[i] ^ with);
            const auto read = saved_game_from(changed);
            const auto* same = std::get_if<SavedGame>(&read);
            if (same && *same != game) ++wrong;
        }
        if (!std::holds_alternative<Bilingual>(saved_game_from(text.substr(0, i)))) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a broken save with the right check is still a sound game or a sentence", "[save]") {
    const std::string body = body_of(to_text(small_game()));
    RandomGame random(11);
    const std::vector<std::string> pieces{"0",
                                          "-1",
                                          "1e308",
                                          "1e999",
                                          "18446744073709551616",
                                          "-9223372036854775808",
                                          "null",
                                          "true",
                                          "\"\"",
                                          "[]",
                                          "{}",
                                          "[[[[]]]]",
                                          "\"\xFF",
                                          "\\u0000",
                                          "\\ud800",
                                          "{\"a\":1,\"a\":[]}",
                                          ",",
                                          ":",
                                          "\"",
                                          "]",
                                          "}"};
    std::size_t games = 0;
    std::size_t unsound = 0;
    for (int round = 0; round < 6000; ++round) {
        std::string changed = body;
        for (std::size_t times = 1 + random.below(2); times > 0; --times) {
            const std::size_t from = random.below(changed.size());
            switch (random.below(4)) {
            case 0: changed[from] = static_cast<char>(random.below(256)); break;
            case 1: changed.erase(from, 1 + random.below(40)); break;
            case 2: changed.insert(from, changed.substr(random.below(changed.size()), random.below(200))); break;
            default: changed.replace(from, random.below(3), pieces[random.below(pieces.size())]);
            }
        }
        const std::string text = sealed(changed);
        if (!is_sound(text)) ++unsound;
        if (std::holds_alternative<SavedGame>(saved_game_from(text))) ++games;
    }
    CHECK(unsound == 0);
    CHECK(games > 100); // so that it is not the parser alone that is tried
}

TEST_CASE("any value of a save may be of any other type", "[save]") {
    const std::string body = body_of(to_text(small_game()));
    std::size_t games = 0;
    std::size_t unsound = 0;
    for (std::size_t colon = body.find(':'); colon != std::string::npos; colon = body.find(':', colon + 1)) {
        // The value ends at the bracket, comma or quote that belongs to it.
        std::size_t end = colon + 1;
        int depth = 0;
        bool quoted = false;
        for (; end < body.size(); ++end) {
            const char c = body[end];
            if (quoted) {
                if (c == '\\') ++end;
                quoted = c != '"';
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}' || c == ']')) break;
            quoted = c == '"';
            if (c == '{' || c == '[') ++depth;
            if (c == '}' || c == ']') --depth;
        }
        if (end >= body.size()) end = body.size();
        for (const char* other : {"null", "true", "-7", "0.5", "1e300", "99999999999999999999", "\"x\"", "[]",
                                  "[[3],[]]", "{\"a\":{}}", "[1,\"a\",null,{\"scene\":\"x\",\"step\":5}]"}) {
            const std::string text = sealed(body.substr(0, colon + 1) + other + body.substr(end));
            if (!is_sound(text)) ++unsound;
            if (std::holds_alternative<SavedGame>(saved_game_from(text))) ++games;
        }
    }
    CHECK(unsound == 0);
    CHECK(games > 500);
}

TEST_CASE("a save may be as hostile as its size allows", "[save]") {
    const auto filled = [](const std::string& item, std::size_t most) {
        std::string list = "[" + item;
        while (list.size() + item.size() + 1 < most) list += "," + item;
        return sealed(R"("head":{},"game":{"place":{},"reading":{"heard":)" + list + R"(]}})");
    };
    for (const char* item : {"0", "{}", "[]", "\"\"", "[{}]", "\"a\\u0000\""}) {
        INFO(item);
        CHECK(is_sound(filled(item, 3u << 20)));
    }
    CHECK(std::holds_alternative<Bilingual>(saved_game_from(filled("0", 7u << 20)))); // too many values
}
