// The whole game as text in a terminal.
#include "base/utf8.h"
#include "support/temporary_folder.h"
#include "tools/read.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace liubai;

namespace {

constexpr const char* kProject = R"(title: {zh: 试, en: Trial}
language: zh
languages: [zh, en]
scenes: [one, two]
variables: {calm: 0}
)";
constexpr const char* kCast = R"(A: {name: {zh: 甲, en: Ann}, language: zh}
B: {name: {zh: 乙, en: Ben}, language: en}
)";
constexpr const char* kOne = R"(title: {zh: 晨雾, en: Mist}
lines:
  - A: 早上好。
    en: Good morning.
  - B: A very <unsaid> vibe.
    zh: 一种很<unsaid>的感觉。
  - choice: 怎么回答？
    en: What do you say?
    options:
      - 说实话:
          - set: calm = calm + 1
          - A: 我也不知道。
            en: I don’t know either.
        en: Tell the truth
      - 什么也不说:
          - A: 嗯。
            en: Mm.
        en: Nothing
  - A: 平静 ${calm}。
    en: Calm ${calm}.
)";
constexpr const char* kTwo = R"(title: {zh: 雨夜, en: Rain}
lines:
  - A: 下雨了。
    en: It rains.
)";

/// What the terminal says to someone who types these rows and then ends the input.
std::string read(const std::string& typed, const char* language = "zh", const char* mode = "mine", int width = 0) {
    const test_support::TemporaryFolder folder;
    folder.put("scenes/project.yaml", kProject);
    folder.put("scenes/cast.yaml", kCast);
    folder.put("scenes/one.yaml", kOne);
    folder.put("scenes/two.yaml", kTwo);
    const auto story = open_story(folder.at("scenes") + "/..", LIUBAI_ROOT);
    ReadOptions options;
    options.interactive = true;
    options.width = width;
    REQUIRE(set_setting(options.settings, "language", language));
    REQUIRE(set_setting(options.settings, "mode", mode));
    std::istringstream in(typed);
    std::ostringstream out;
    read_story(*story, options, in, out);
    for (const Diagnostic& finding : story->findings) UNSCOPED_INFO(to_text(finding, Language::kEn));
    CHECK(story->findings.empty());
    return out.str();
}

/// The part after `mark` was last said.
std::string after(const std::string& text, const std::string& mark) {
    const std::size_t at = text.rfind(mark);
    INFO(text);
    REQUIRE(at != std::string::npos);
    return text.substr(at + mark.size());
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("Enter goes on line by line, and the end of the input ends the reading", "[tools]") {
    CHECK(read("") == "试\n按回车继续，输入 ? 看帮助。\n\n# 晨雾\n\n甲：早上好。\n");
    CHECK(after(read("\n"), "早上好。\n") == "乙：一种很（  ）的感觉。\n");
    CHECK(read("", "en") == "Trial\nEnter goes on, ? lists what you can type.\n\n# Mist\n\nAnn: Good morning.\n");
}

TEST_CASE("a choice is numbered, asks for a number, and takes it in any width", "[tools]") {
    const std::string asked = "怎么回答？\n  1. 说实话\n  2. 什么也不说\n请输入 1 到 2 的数字。\n";
    CHECK(after(read("\n\n"), "的感觉。\n") == asked);
    CHECK(after(read("\n\n2\n"), asked) == "甲：嗯。\n");
    CHECK(after(read("\n\n　１ \r\n"), asked) == "甲：我也不知道。\n");
    CHECK(after(read("\n\n3\n"), asked) == "请输入 1 到 2 的数字。\n");
    CHECK(after(read("\n\n\n"), asked) == "请输入 1 到 2 的数字。\n");
    CHECK(after(read("2\n"), "早上好。\n") == "这里没有要选的，按回车继续。\n");
}

TEST_CASE("going back takes variables back and asks a choice again", "[tools]") {
    const std::string twice = read("\n\n1\nb\n1\n\n");
    CHECK(after(twice, "我也不知道。\n") == "甲：平静 1。\n");
    const std::string other = read("\n\n1\nback\n2\n\n");
    CHECK(after(other, "嗯。\n") == "甲：平静 0。\n");
    CHECK(after(read("b\n"), "早上好。\n") == "前面没有了。\n");
    CHECK(after(read("\n返回\n"), "的感觉。\n") == "甲：早上好。\n");
}

TEST_CASE("the log tells the last lines and what was chosen", "[tools]") {
    const std::string log = after(read("\n\n2\n\nlog\n"), "的数字。\n甲：嗯。\n甲：平静 0。\n");
    CHECK(log == "甲：早上好。\n乙：一种很（  ）的感觉。\n怎么回答？\n  > 什么也不说\n甲：嗯。\n甲：平静 0。\n");
}

TEST_CASE("the log holds the line that waits, and no choice before it is made", "[tools]") {
    CHECK(after(read("\nlog 1\n"), "早上好。\n") == "乙：一种很（  ）的感觉。\n乙：一种很（  ）的感觉。\n");
    CHECK(after(read("\n\nlog 1\n"), "的数字。\n") == "乙：一种很（  ）的感觉。\n");
    CHECK(after(read("\n记录 99\n"), "试\n").ends_with("甲：早上好。\n乙：一种很（  ）的感觉。\n"));
}

TEST_CASE("a search finds what was read, letters in either case, and nothing that is to come", "[tools]") {
    CHECK(after(read("\n/早上\n"), "的感觉。\n") == "甲：早上好。\n");
    CHECK(after(read("\n／GOOD\n", "en"), "vibe.\n") == "Ann: Good morning.\n");
    CHECK(after(read("\n/下雨\n"), "的感觉。\n") == "读过的话里没有。\n");
    CHECK(after(read("/\n"), "早上好。\n") == "要找什么？写成 /词。\n");
}

TEST_CASE("the way of reading and the language change at once, and the line is told again", "[tools]") {
    CHECK(after(read("mode two\n"), "# 晨雾\n\n甲：早上好。\n") == "总是双语\n甲：早上好。\n    Good morning.\n");
    CHECK(after(read("mode\n"), "# 晨雾\n\n甲：早上好。\n") == "总是双语\n甲：早上好。\n    Good morning.\n");
    CHECK(after(read("mode x\n"), "早上好。\n") == "没有这种阅读方式。有 both、mine、two、spoken。\n");
    CHECK(after(read("lang\n"), "早上好。\n") == "English\nAnn: Good morning.\n");
    CHECK(after(read("lang zh\n", "en"), "morning.\n") == "中文\n甲：早上好。\n");
}

TEST_CASE("chapters that were reached can be gone to, with what was known at their start", "[tools]") {
    const std::string to_rain = "\n\n1\n\n\n";
    CHECK(after(read(to_rain + "chapters\n"), "下雨了。\n") == "  1. 晨雾\n  2. 雨夜（现在）\n");
    CHECK(after(read(to_rain + "go one\n"), "下雨了。\n") == "\n# 晨雾\n\n甲：早上好。\n");
    CHECK(after(read(to_rain + "去 1\n\n\n2\n\n"), "嗯。\n") == "甲：平静 0。\n");
    CHECK(after(read(to_rain + "go mist\nGO Mist\n", "en"), "It rains.\n") ==
          "You have reached no such chapter; chapters lists them.\n\n# Mist\n\nAnn: Good morning.\n");
    CHECK(after(read("go 雨夜\n"), "早上好。\n") == "没有到过这样的章节；输入 chapters 看有哪些。\n");
    CHECK(after(read(to_rain + "go 1\nb\n"), "早上好。\n") == "甲：下雨了。\n");
}

TEST_CASE("at the end Enter leaves and one can still go back", "[tools]") {
    const std::string to_end = "\n\n1\n\n\n\n";
    CHECK(after(read(to_end + "\nnever read\n"), "下雨了。\n") == "\n（完）\n按回车离开，输入 b 返回。\n");
    CHECK(after(read(to_end + "b\n"), "b 返回。\n") == "甲：下雨了。\n");
}

TEST_CASE("quit asks nothing, help tells every word, and what is not known says so", "[tools]") {
    CHECK(after(read("quit\n\n\n"), "早上好。\n") == "");
    CHECK(after(read("ｑ\n\n"), "早上好。\n") == "");
    const std::string help = after(read("？\n", "en"), "morning.\n");
    for (const char* word : {"Enter:", "a number:", "b, back:", "log:", "/word:", "mode:", "lang:", "chapters:", "go NAME:", "quit:"}) {
        CHECK(has(help, word));
    }
    CHECK(has(read("帮助\n"), "回车：继续"));
    CHECK(after(read("jump\n"), "早上好。\n") == "不认识“jump”，输入 ? 看帮助。\n");
}

TEST_CASE("in a terminal no row is wider than it", "[tools]") {
    std::istringstream rows(read("\n\n?\n", "en", "two", 24));
    for (std::string row; std::getline(rows, row);) {
        INFO(row);
        CHECK(display_width(row) <= 24);
    }
}

TEST_CASE("a scene that cannot be read ends the reading with a sentence", "[tools]") {
    const test_support::TemporaryFolder folder;
    folder.put("scenes/project.yaml", kProject);
    folder.put("scenes/cast.yaml", kCast);
    const auto story = open_story(folder.at("scenes") + "/..", LIUBAI_ROOT);
    ReadOptions options;
    options.interactive = true;
    std::istringstream in("\n\n");
    std::ostringstream out;
    read_story(*story, options, in, out);
    CHECK(has(out.str(), "读不了场景“one”。"));
}
