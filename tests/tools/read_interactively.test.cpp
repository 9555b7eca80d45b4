// The whole game as text in a terminal.
#include "base/utf8.h"
#include "game/game.h"
#include "game/play.h"
#include "game/saving.h"
#include "support/kept_in_memory.h"
#include "support/temporary_folder.h"
#include "tools/read_interactively.h"
#include "ui/strings.h"

#include <catch2/catch.hpp>

#include <map>
#include <memory>
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

/// A reader at a terminal, session after session. What is kept of them is in memory.
class Reader {
public:
    Reader() {
        put("project", kProject);
        put("cast", kCast);
        put("one", kOne);
        put("two", kTwo);
    }

    void put(const std::string& name, const std::string& text) const { folder_.put("scenes/" + name + ".yaml", text); }

    [[nodiscard]] std::unique_ptr<OpenedStory> open() const { return open_story(folder_.at("scenes") + "/..", LIUBAI_ROOT); }

    /// What is said in a session in which they type these rows and the input ends.
    std::string type(const std::string& typed) {
        const auto story = open();
        TerminalOptions options;
        options.settings = settings;
        options.width = width;
        options.seen = {kept.seen};
        options.carry_out = [&](const Request& request) -> std::optional<InputEvent> {
            const auto* save = std::get_if<SaveRequest>(&request);
            if (save) ++written[save->slot];
            if (save && disk_is_full) return SaveDone{save->slot, false, {"磁盘满了。", "The disk is full."}};
            return kept.carry_out(request);
        };
        options.minutes = [&] { return minutes; };
        std::istringstream in(typed);
        std::ostringstream out;
        read_interactively(*story, options, in, out);
        for (const Diagnostic& finding : story->findings) UNSCOPED_INFO(to_text(finding, Language::kEn));
        CHECK(story->findings.empty());
        return out.str();
    }

    KeptInMemory kept;
    std::map<std::string, int> written; ///< how often, by slot
    bool disk_is_full = false;
    Settings settings = [] {
        Settings made;
        made.mode = ReadingMode::kMine;
        return made;
    }();
    int width = 0;
    std::int64_t minutes = 29930000; // in November 2026

private:
    test_support::TemporaryFolder folder_;
};

/// What the terminal says to someone who types these rows in their first session.
std::string read(const std::string& typed, const char* language = "zh", const char* mode = "mine", int width = 0) {
    Reader reader;
    REQUIRE(set_setting(reader.settings, "language", language));
    REQUIRE(set_setting(reader.settings, "mode", mode));
    reader.width = width;
    return reader.type(typed);
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

TEST_CASE("chapters that were reached can be gone to, where a new reading begins", "[tools]") {
    const std::string to_rain = "\n\n1\n\n\n";
    CHECK(after(read(to_rain + "chapters\n"), "下雨了。\n") == "  1. 晨雾\n  2. 雨夜（现在）\n");
    CHECK(after(read(to_rain + "go one\n"), "下雨了。\n") == "\n# 晨雾\n\n甲：早上好。\n");
    CHECK(after(read(to_rain + "去 1\n\n\n2\n\n"), "嗯。\n") == "甲：平静 0。\n");
    CHECK(after(read(to_rain + "go fog\nGO mist\n", "en"), "It rains.\n") ==
          "You have reached no such chapter; chapters lists them.\n\n# Mist\n\nAnn: Good morning.\n");
    CHECK(after(read("go 雨夜\n"), "早上好。\n") == "没有到过这样的章节；输入 chapters 看有哪些。\n");
    CHECK(after(read(to_rain + "go 1\nb\n"), "早上好。\n") == "前面没有了。\n");
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
    for (const char* word : {"Enter:", "a number:", "b, back:", "f, forward:", "log:", "/word:", "mode:", "lang:", "chapters:",
                             "go NAME:", "save:", "load:", "saves:", "continue:", "begin:", "quit:"}) {
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
    KeptInMemory kept;
    TerminalOptions options;
    options.carry_out = [&](const Request& request) { return kept.carry_out(request); };
    options.minutes = [] { return 0; };
    std::istringstream in("\n\n");
    std::ostringstream out;
    read_interactively(*story, options, in, out);
    CHECK(has(out.str(), "读不了场景“one”。"));
    CHECK(kept.files.empty());
}

TEST_CASE("forward goes over what was gone back from, with the same choice", "[tools]") {
    const std::string back = "\n\n1\n\nb\nb\nb\n";
    CHECK(after(read(back + "f\n"), "感觉。\n") == "怎么回答？\n  1. 说实话\n  2. 什么也不说\n请输入 1 到 2 的数字。\n");
    CHECK(after(read(back + "f\nforward\n前进\n"), "数字。\n") == "  > 说实话\n甲：我也不知道。\n甲：平静 1。\n");
    CHECK(after(read("f\n"), "早上好。\n") == "后面没有读过的，按回车继续。\n");
    CHECK(after(read(back + "f\n2\n\nf\n"), "平静 0。\n") == "后面没有读过的，按回车继续。\n");
}

TEST_CASE("pinyin finds Han in what was read", "[tools]") {
    CHECK(after(read("\n/zaoshang\n"), "的感觉。\n") == "甲：早上好。\n");
}

TEST_CASE("a quick save is written without a question and read again, and one can go back from there", "[tools]") {
    Reader reader;
    const std::string saved = after(reader.type("\n\n1\nsave\n存\n"), "数字。\n甲：我也不知道。\n");
    const std::string row = "已保存：\n  quick. 快速存档，晨雾，11月27日 17:20：我也不知道。\n";
    CHECK(saved == row + row);
    REQUIRE(reader.kept.files.contains("quick"));
    CHECK(after(reader.type("从头\nload quick\n"), "早上好。\n") == "\n# 晨雾\n\n甲：我也不知道。\n");
    CHECK(after(reader.type("从头\n读 快速存档\n\n"), "不知道。\n") == "甲：平静 1。\n");
    CHECK(after(reader.type("读 ＱＵＩＣＫ\nb\n2\n\n"), "嗯。\n") == "甲：平静 0。\n");
    CHECK(after(reader.type("读 quick\nb\nb\nb\n"), "甲：") == "早上好。\n");
}

TEST_CASE("a named save takes the first free slot, and is found by its number and its name", "[tools]") {
    Reader reader;
    reader.type("save Before it rains!\n\n存　下雨之前！\n存 5\n");
    CHECK(after(reader.type("saves\n"), "从头开始。\n") ==
          "  auto. 自动存档，晨雾，11月27日 17:20：一种很  的感觉。\n"
          "  1. Before it rains!，晨雾，11月27日 17:20：早上好。\n"
          "  2. 下雨之前！，晨雾，11月27日 17:20：一种很  的感觉。\n"
          "  5. 晨雾，11月27日 17:20：一种很  的感觉。\n"
          "输入 读 和点号前面的字，从那里接着读。\n");
    for (const char* typed : {"load 1\n", "读 １\n", "LOAD before IT rains!\n"}) {
        CHECK(after(reader.type(typed), "# 晨雾\n\n") == "甲：早上好。\n");
    }
    for (const char* typed : {"load 2\n", "读档 下雨之前!\n", "load 5\n"}) {
        CHECK(after(reader.type(typed), "# 晨雾\n\n") == "乙：一种很（  ）的感觉。\n");
    }
    CHECK(after(reader.type("load 3\n"), "从头开始。\n") == "没有这样的存档；输入 saves 看有哪些。\n");
    CHECK(reader.type("load\n") == reader.type("存档\n"));
    REQUIRE(set_setting(reader.settings, "language", "en"));
    CHECK(has(reader.type("saves\n"), "  auto. Autosave, Mist, 27 Nov, 17:20: A very    vibe.\n  1. Before it rains!, Mist, "));
    CHECK(after(Reader().type("saves\nload 1\n"), "早上好。\n") == "还没有存档。\n没有这样的存档；输入 saves 看有哪些。\n");
}

TEST_CASE("a full slot is written over only when the same is typed again", "[tools]") {
    Reader reader;
    const std::string asks = "  1. 海，晨雾，11月27日 17:20：早上好。\n那里已经有这份存档。要换成现在这里，就再输入一次。\n";
    CHECK(after(reader.type("存 海\n\n存 海\n"), "的感觉。\n") == asks);
    const std::string kept = reader.kept.files.at("1");
    CHECK(after(reader.type("\nsave 1\nlog 1\nsave 1\n"), "的感觉。\n") == asks);
    CHECK(reader.kept.files.at("1") == kept);
    CHECK(after(reader.type("\nsave 1\nsave 1\n"), "再输入一次。\n") ==
          "已保存：\n  1. 海，晨雾，11月27日 17:20：一种很  的感觉。\n");
    CHECK(after(reader.type("\n\n1\n存 海\n存 海\n"), "再输入一次。\n") == "已保存：\n  1. 海，晨雾，11月27日 17:20：我也不知道。\n");
}

TEST_CASE("with sixty saves there is no room for another name, and it says so", "[tools]") {
    Reader reader;
    reader.type("save\n");
    for (int i = 1; i <= 60; ++i) reader.kept.files[std::to_string(i)] = reader.kept.files.at("quick");
    CHECK(has(reader.type("save one more\n"), "六十格都满了。"));
}

TEST_CASE("a save that cannot be written says so, and no more than that", "[tools]") {
    Reader reader;
    reader.disk_is_full = true;
    CHECK(after(reader.type("save\nquit\n"), "早上好。\n") == "磁盘满了。\n磁盘满了。\n"); // the second is the autosave
}

TEST_CASE("leaving keeps the place, and the next session offers to go on there", "[tools]") {
    const std::string offer = "试\n按回车继续，输入 ? 看帮助。\n上次读到这里：\n  晨雾，11月27日 17:20：我也不知道。\n"
                              "按回车或输入 继续，从那里接着读；输入 从头，从头开始。\n";
    for (const char* left : {"\n\n1\n", "\n\n1\nquit\n"}) {
        Reader reader;
        reader.type(left);
        for (const char* typed : {"\n", "continue\n", "继续\n"}) {
            CHECK(reader.type(typed) == offer + "\n# 晨雾\n\n甲：我也不知道。\n");
        }
        CHECK(after(reader.type("\n\n"), "不知道。\n") == "甲：平静 1。\n");
    }
}

TEST_CASE("the offer takes nothing away: it is still there after looking around and leaving", "[tools]") {
    Reader reader;
    reader.type("\n\n1\n");
    const auto kept = reader.kept.files;
    reader.type("b\nf\n2\nlog\n/x\nsave\nmode\nlang\nlang\nchapters\nquit\n");
    CHECK(reader.kept.files == kept);
    CHECK(after(reader.type("save\nlog\n"), "从头开始。\n") == "还没有可以保存的。\n还没有读到第一句。\n");
    CHECK(after(reader.type("begin\n"), "从头开始。\n") == "\n# 晨雾\n\n甲：早上好。\n");
}

TEST_CASE("continue tells the line again while one reads", "[tools]") {
    CHECK(after(read("\ncontinue\n"), "早上好。\n") == "乙：一种很（  ）的感觉。\n乙：一种很（  ）的感觉。\n");
}

TEST_CASE("who leaves at the end goes on from the last line", "[tools]") {
    Reader reader;
    reader.type("\n\n1\n\n\n\n\n");
    CHECK(after(reader.type("\n\n"), "从头开始。\n") == "\n# 雨夜\n\n甲：下雨了。\n\n（完）\n按回车离开，输入 b 返回。\n");
}

TEST_CASE("the place is kept every five lines, for a terminal that is closed", "[tools]") {
    Reader four;
    four.type("\n\n1\n");
    CHECK(four.written["auto"] == 1); // when it was left
    Reader six;
    six.type("\n\n1\n\n\n");
    CHECK(six.written["auto"] == 2);
    CHECK(has(six.kept.seen, "r two\n"));
}

TEST_CASE("a damaged autosave is told and the story begins", "[tools]") {
    Reader reader;
    reader.type("\n");
    reader.kept.files["auto"].resize(reader.kept.files["auto"].size() / 2);
    const std::string said = reader.type("");
    CHECK(has(said, "存档"));
    CHECK(has(said, "损坏"));
    CHECK(said.ends_with("\n# 晨雾\n\n甲：早上好。\n"));
}

TEST_CASE("a save that cannot be used says why, and the reading goes on", "[tools]") {
    Reader reader;
    reader.type("save mine\n存 2\n");
    reader.kept.files["1"][reader.kept.files["1"].size() / 2] ^= 1;
    auto game = std::get<SavedGame>(saved_game_from(reader.kept.files.at("2")));
    game.head.story = "another";
    reader.kept.files["2"] = to_text(game);
    const auto kept = reader.kept.files;
    const std::string said = after(reader.type("begin\n\nload 1\nload 2\n\n"), "的感觉。\n");
    CHECK(has(said, "损坏"));
    CHECK(has(said, strings::kOtherStory.zh + "\n"));
    CHECK(has(said, "怎么回答？\n"));
    CHECK(after(reader.type("saves\n"), "  1. ").starts_with("这份存档"));
    CHECK(reader.kept.files.at("1") == kept.at("1"));
    CHECK(reader.kept.files.at("2") == kept.at("2"));
}

TEST_CASE("a save of a script that was edited tells how its place was found", "[tools]") {
    Reader reader;
    reader.type("\n");
    std::string edited = kOne;
    edited.replace(edited.find("  - B: A very"), 6, "  - A:");
    reader.put("one", edited);
    CHECK(after(reader.type("\n"), "从头开始。\n") == strings::kFoundByText.zh + "\n\n# 晨雾\n\n甲：一种很（  ）的感觉。\n");
}

TEST_CASE("who comes back after long is told the paragraph again", "[tools]") {
    Reader reader;
    reader.put("two", "title: {zh: 雨夜}\nlines:\n  - A: 下雨了。\n  - A: 雨停了。\n");
    reader.type("\n\n1\n\n\n\n");
    CHECK(after(reader.type("\n"), "# 雨夜\n\n") == "甲：雨停了。\n");
    reader.minutes += 120;
    CHECK(after(reader.type("\n"), "# 雨夜\n\n") == "下雨了。\n甲：雨停了。\n");
}

TEST_CASE("chapters reached in earlier sessions are there", "[tools]") {
    Reader reader;
    reader.type("\n\n1\n\n\n");
    reader.kept.files.clear();
    CHECK(after(reader.type("chapters\ngo 雨夜\nchapters\n"), "早上好。\n") ==
          "  1. 晨雾（现在）\n  2. 雨夜\n\n# 雨夜\n\n甲：下雨了。\n  1. 晨雾\n  2. 雨夜（现在）\n");
}

TEST_CASE("a window goes on where the terminal stopped, and the other way round", "[tools]") {
    Reader reader;
    reader.type("\n\n1\n");
    const auto story = reader.open();
    load_scene_now(*story, "one");
    Layouts layouts(*story->fonts);
    GameState window = new_game(story->content, reader.settings, 1);
    const auto give = [&](const InputEvent& event) {
        for (const Request& request : update(window, layouts, story->content, {&event, 1}, 0).requests) {
            if (const auto answer = reader.kept.carry_out(request)) update(window, layouts, story->content, {&*answer, 1}, 0);
        }
    };
    give(Resized{});
    update(window, layouts, story->content, {}, 0);
    give(SaveLoaded{kAutoSlot, reader.kept.files.at(kAutoSlot), {}});
    REQUIRE(current_line(window, story->content));
    CHECK(current_line(window, story->content)->text.text == "我也不知道。");
    give(KeyDown{Key::kSpace});
    give(ActionGiven{Action::kQuit});
    CHECK(after(reader.type("\n"), "从头开始。\n") == "\n# 晨雾\n\n甲：平静 1。\n");
    CHECK(after(reader.type("\nb\nb\n2\n\n"), "嗯。\n") == "甲：平静 0。\n");
}

TEST_CASE("the language and the way of reading are remembered", "[tools]") {
    Reader reader;
    reader.type("lang\nmode two\n");
    CHECK(has(reader.kept.settings, "language=en\n"));
    CHECK(has(reader.kept.settings, "mode=two\n"));
    Reader other;
    other.type("\n");
    CHECK(other.kept.settings.empty());
}
