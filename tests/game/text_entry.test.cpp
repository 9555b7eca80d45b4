// What a reader types arrives as text, compositions and keys; a row of it is what a field holds.
#include "game/text_entry.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace liubai;

namespace {

constexpr const char* kWave = "👋🏽";       // two code points, one cluster
constexpr const char* kFamily = "👩‍👩‍👧"; // five

struct Typing {
    std::string text;
    std::size_t caret = 0;
    std::vector<InputEvent> inputs;
    std::string becomes;
    std::size_t caret_after = 0;
};

InputEvent key(Key which) { return KeyDown{which}; }

} // namespace

TEST_CASE("what is typed goes in at the caret, and keys move and delete by what a reader takes for one character",
          "[text_entry]") {
    const std::string wave = kWave;
    const std::string family = kFamily;
    const std::vector<Typing> table{
        {"", 0, {TextTyped{"雨夜"}}, "雨夜", 6},
        {"雨夜", 3, {TextTyped{"的"}}, "雨的夜", 6},
        {"雨夜", 6, {key(Key::kBackspace)}, "雨", 3},
        {"雨夜", 3, {key(Key::kDelete)}, "雨", 3},
        {"雨夜", 0, {key(Key::kBackspace)}, "雨夜", 0},
        {"雨夜", 6, {key(Key::kDelete)}, "雨夜", 6},
        {"雨夜", 6, {key(Key::kLeft), TextTyped{"x"}}, "雨x夜", 4},
        {"雨夜", 0, {key(Key::kLeft), key(Key::kRight), key(Key::kRight), key(Key::kRight)}, "雨夜", 6},
        {"雨夜", 3, {key(Key::kHome), TextTyped{"1"}, key(Key::kEnd), TextTyped{"2"}}, "1雨夜2", 8},
        {"a" + wave, 1 + wave.size(), {key(Key::kBackspace)}, "a", 1},
        {family + "b", family.size(), {key(Key::kLeft), key(Key::kDelete)}, "b", 0},
        {"e", 1, {TextTyped{"\u0301"}, key(Key::kLeft)}, "e\u0301", 0},
        {"e\u0301", 3, {key(Key::kBackspace)}, "", 0},
        {"", 0, {TextTyped{"a\n\tb\x7F\u202E\u2028c"}}, "abc", 3},
        {"", 0, {TextTyped{"a\xFF\xC3z"}}, "az", 2},
        {"", 0, {TextTyped{"a  b"}}, "a  b", 4},
        {"ab", 1, {key(Key::kA), key(Key::kSpace)}, "ab", 1}, // their text comes by itself
    };
    for (const Typing& one : table) {
        TextField field;
        field.active = true;
        field.text = one.text;
        field.caret = one.caret;
        for (const InputEvent& input : one.inputs) CHECK(take_text_input(field, input));
        CHECK(field.text == one.becomes);
        CHECK(field.caret == one.caret_after);
    }
}

TEST_CASE("while an input method composes, its keys are its own", "[text_entry]") {
    TextField field = field_with("雨");
    CHECK(take_text_input(field, Composition{"ye'de", 2, 0}));
    CHECK(field.composition == "ye'de");
    CHECK(field.composition_caret == 2);
    for (const Key which : {Key::kEnter, Key::kEscape, Key::kBackspace, Key::kLeft, Key::kTab})
        CHECK(take_text_input(field, KeyDown{which}));
    CHECK(field.text == "雨");
    CHECK(take_text_input(field, Composition{"夜的", 1, 0}));
    CHECK(field.composition_caret == 3); // bytes
    CHECK(take_text_input(field, TextTyped{"夜的"}));
    CHECK(field.text == "雨夜的");
    CHECK(field.composition.empty());
    CHECK_FALSE(take_text_input(field, KeyDown{Key::kEnter})); // now it confirms
    CHECK_FALSE(take_text_input(field, KeyDown{Key::kEscape}));
}

TEST_CASE("a composition that was given up leaves nothing", "[text_entry]") {
    TextField field = field_with("雨");
    take_text_input(field, Composition{"ye", 2, 0});
    take_text_input(field, Composition{"", 0, 0});
    CHECK(field.text == "雨");
    CHECK_FALSE(take_text_input(field, KeyDown{Key::kEnter}));
}

TEST_CASE("a field is full at sixty characters or two hundred bytes", "[text_entry]") {
    TextField field = field_with("");
    take_text_input(field, TextTyped{std::string(80, 'a')});
    CHECK(field.text == std::string(60, 'a'));
    take_text_input(field, TextTyped{"b"});
    CHECK(field.text == std::string(60, 'a'));

    std::string han;
    for (int i = 0; i < 80; ++i) han += "雨";
    field = field_with(han);
    CHECK(field.text.size() == 180);

    std::string families;
    for (int i = 0; i < 20; ++i) families += kFamily;
    field = field_with(families);
    CHECK(field.text.size() <= kMostTypedBytes);
    CHECK(field.text.size() % std::string(kFamily).size() == 0); // no cluster is cut
}

TEST_CASE("a field that is not active takes nothing", "[text_entry]") {
    TextField field;
    CHECK_FALSE(take_text_input(field, TextTyped{"a"}));
    CHECK_FALSE(take_text_input(field, KeyDown{Key::kBackspace}));
    CHECK(field.text.empty());
}

TEST_CASE("letters on the screen type too", "[text_entry]") {
    TextField field = field_with("雨");
    CHECK(take_letter(field, Command::kLetter, U'y'));
    CHECK(take_letter(field, Command::kLetter, U' '));
    CHECK(take_letter(field, Command::kErase, 0));
    CHECK_FALSE(take_letter(field, Command::kTyped, 0));
    CHECK(field.text == "雨y");
}

TEST_CASE("text input is asked for when the caret comes, moves and goes, and not in between", "[text_entry]") {
    Rect told;
    std::vector<Request> requests;
    for (const Rect at : {Rect{}, Rect{1, 2, 3, 4}, Rect{1, 2, 3, 4}, Rect{9, 2, 3, 4}, Rect{}, Rect{}})
        ask_for_text_input(told, at, requests);
    REQUIRE(requests.size() == 3);
    CHECK(std::get<TextInputRequest>(requests[0]).at == Rect{1, 2, 3, 4});
    CHECK(std::get<TextInputRequest>(requests[1]).at == Rect{9, 2, 3, 4});
    CHECK(std::get<TextInputRequest>(requests[2]).at.empty());
}
