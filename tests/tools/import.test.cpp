#include "import_support.h"

#include "base/error.h"

#include <algorithm>
#include <random>
#include <regex>
#include <set>

using namespace liubai;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> samples() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(chats())) {
        if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string file_of(const ImportResult& result, const std::string& path) {
    for (const auto& [name, text] : result.files) {
        if (name == path) return text;
    }
    return "";
}

int count_of(const std::string& text, const std::string& what) {
    int count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
    return count;
}

bool is_told(const std::vector<Bilingual>& notes, const std::string& what) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const Bilingual& n) { return n.en.find(what) != std::string::npos && !n.zh.empty(); });
}

ImportOptions story_options() {
    ImportOptions options;
    options.out = "story";
    return options;
}

} // namespace

TEST_CASE("each sample chat becomes the YAML that stands beside it", "[tools]") {
    REQUIRE(samples().size() >= 12);
    for (const std::string& name : samples()) {
        INFO(name);
        const std::string text = golden_text(import_text(read_bytes(chats() / (name + ".txt")), story_options()));
        const fs::path expected = chats() / (name + ".yaml");
        if (std::getenv("UPDATE_GOLDEN")) write_bytes(expected, text);
        CHECK(text == read_bytes(expected));
    }
}

TEST_CASE("each sample chat loads without an error and exports as the transcript beside it", "[tools]") {
    for (const std::string& name : samples()) {
        INFO(name);
        const TestFolder folder;
        const std::string text = exported_again(read_bytes(chats() / (name + ".txt")), {}, folder);
        CHECK(without_spaces(text) == without_spaces(read_bytes(chats() / (name + ".transcript"))));
    }
}

TEST_CASE("what a transcript export gives back is imported to the same transcript", "[tools]") {
    for (const std::string& name : samples()) {
        if (name == "names") continue; // a speaker whose name holds brackets of its own comes back with their id
        INFO(name);
        const TestFolder once;
        const TestFolder twice;
        const std::string text = exported_again(read_bytes(chats() / (name + ".txt")), {}, once);
        CHECK(exported_again(text, {}, twice) == text);
    }
}

TEST_CASE("the same bytes make the same files", "[tools]") {
    const std::string bytes = seed();
    CHECK(golden_text(import_text(bytes, story_options())) == golden_text(import_text(bytes, story_options())));
}

TEST_CASE("the seed has twenty-four silences, by turn as the work counts them", "[tools]") {
    ImportOptions options = story_options();
    options.turns = 1;
    const ImportResult result = import_text(seed(), options);
    std::vector<int> by_turn;
    for (const auto& [path, text] : result.files) {
        if (path.find("scene_") != std::string::npos) by_turn.push_back(count_of(text, "<unsaid>"));
    }
    CHECK(by_turn == std::vector<int>{0, 1, 0, 2, 0, 6, 0, 1, 0, 5, 0, 3, 0, 2, 0, 2, 0, 2, 0, 0});
    CHECK(is_told(result.notes, "24 missing words"));
}

TEST_CASE("twenty-four sentences of the seed are too long and none of their pieces is", "[tools]") {
    const ImportResult result = import_text(seed(), story_options());
    CHECK(is_told(result.notes, "24 sentences were too long"));
    CHECK_FALSE(is_told(result.notes, "still too long"));
}

TEST_CASE("the seed knows two speakers, the first Chinese and the second English", "[tools]") {
    const ImportResult result = import_text(seed(), story_options());
    const std::string cast = file_of(result, "scenes/cast.yaml");
    CHECK(cast.find("A:\n  name: {zh: A, en: A}\n  language: zh\n") == 0);
    CHECK(cast.find("B:\n  name: {zh: B, en: B}\n  language: en\n") != std::string::npos);
    CHECK(file_of(result, "scenes/project.yaml").find("language: zh\nlanguages: [zh, en]\n") != std::string::npos);
}

TEST_CASE("scenes hold about forty lines or as many turns as asked for", "[tools]") {
    const ImportResult forty = import_text(seed(), story_options());
    for (const auto& [path, text] : forty.files) {
        if (path.find("scene_") == std::string::npos) continue;
        INFO(path);
        const int lines = count_of(text, "\n  - A: ") + count_of(text, "\n  - B: ");
        CHECK(lines >= 20);
        CHECK(lines <= 60);
    }
    ImportOptions options = story_options();
    options.turns = 2;
    CHECK(import_text(seed(), options).files.size() == 2 + 10);
}

TEST_CASE("more than two hours without a message start a scene", "[tools]") {
    const ImportResult result = import_text(read_bytes(chats() / "timed.txt"), story_options());
    CHECK(file_of(result, "scenes/scene_02.yaml").find("at: '13:05'") != std::string::npos);
    CHECK(file_of(result, "scenes/scene_03.yaml").find("at: '23:58'") != std::string::npos);
    CHECK(file_of(result, "scenes/scene_03.yaml").find("at: '00:03'") != std::string::npos);
    CHECK(file_of(result, "scenes/scene_04.yaml").empty());
    CHECK(import_text("[10:00] A: a\n[12:00] A: b\n", story_options()).files.size() == 3);
    CHECK(import_text("[10:00] A: a\n[12:01] A: b\n", story_options()).files.size() == 4);
}

TEST_CASE("a speaker is renamed, the text is not", "[tools]") {
    ImportOptions options = story_options();
    options.names = {{"林溪", "小溪"}, {"谁", "某"}};
    const ImportResult result = import_text(read_bytes(chats() / "timed.txt"), options);
    const std::string all = golden_text(result);
    CHECK(all.find("- 小溪: ") != std::string::npos);
    CHECK(all.find("- 林溪: ") == std::string::npos);
    CHECK(all.find("\"林溪\"邀请") != std::string::npos);
    CHECK(is_told(result.notes, "still stands in 1 lines"));
    CHECK(is_told(result.notes, "nobody called “谁”"));
}

TEST_CASE("what was guessed is told", "[tools]") {
    const ImportResult result = import_text(read_bytes(chats() / "gbk.txt"), story_options());
    CHECK(is_told(result.notes, "encoding: GBK"));
    CHECK(is_told(result.notes, "form: name: text"));
    CHECK(is_told(result.notes, "speaker “阿哲”: 1 turns, language zh"));
    CHECK(is_told(import_text("[5/6/24, 10:00:00] A: x\n", story_options()).notes, "taken as day first"));
    CHECK_FALSE(is_told(import_text("[25/6/24, 10:00:00] A: x\n", story_options()).notes, "taken as day first"));
    CHECK(is_told(import_text(read_bytes(chats() / "qq.txt"), story_options()).notes, "(10001)"));
}

TEST_CASE("bytes that are no text are refused with a sentence", "[tools]") {
    CHECK_THROWS_AS(import_text("[A]: ok\n\xFF\xFF\xFF\n", story_options()), Error);
    CHECK_THROWS_AS(import_text("\n \n", story_options()), Error);
    CHECK_THROWS_AS(import_text("", story_options()), Error);
}

TEST_CASE("an attachment's place mark is left out and told", "[tools]") {
    const ImportResult result = import_text("[A]: a\xEF\xBF\xBC b\n", story_options());
    CHECK(golden_text(result).find("- A: a b\n") != std::string::npos);
    CHECK(is_told(result.notes, "U+FFFC"));
}

TEST_CASE("any text comes back through YAML unchanged", "[tools]") {
    const std::vector<std::string> pieces{"a",    "好",       ": ",
                                          " #",   "'",        "\"",
                                          "-",    "? ",       "[",
                                          "]",    "{",        "}",
                                          "&",    "*",        "!",
                                          "|",    ">",        "%",
                                          "@",    "`",        ",",
                                          "~",    "null",     "<",
                                          "<em>", "</b>",     "【",
                                          "】",   "|",        "\\",
                                          "：",   "。",       ". ",
                                          "…",    "—",        "“",
                                          "”",    "(",        ")",
                                          "1",    "=",        " ",
                                          "  ",   "🎬",        "$",
                                          "\t",   "...",      "---",
                                          "，",   "\xC2\xA0", "\xE3\x80\x80",
                                          "\x01"};
    std::mt19937 random(7);
    std::string source;
    for (int turn = 0; turn < 400; ++turn) {
        std::string text = "x";
        for (std::uint_fast32_t n = random() % 12; n > 0; --n) text += pieces[random() % pieces.size()];
        if (turn % 2 == 0) text.erase(0, 1);
        if (without_edges(text).empty()) text = "x";
        source += "[A]: " + std::string(without_edges(text)) + "\n";
    }
    source = std::regex_replace(source, std::regex(R"(\[A\]: (\[[^\n]*))"),
                                "[A]: x$1"); // a text of brackets alone is a sticker
    const TestFolder folder;
    CHECK(without_spaces(exported_again(source, {}, folder)) == without_spaces(source));
}

TEST_CASE("any bytes are imported or refused with a sentence", "[tools]") {
    std::mt19937 random(11);
    const std::string source = read_bytes(chats() / "wechat.txt") + read_bytes(chats() / "whatsapp_ios.txt") +
                               read_bytes(chats() / "gbk.txt") + read_bytes(chats() / "traps.txt");
    int imported = 0;
    for (int round = 0; round < 300; ++round) {
        const std::size_t begin = random() % source.size();
        std::string bytes = source.substr(begin, random() % 600);
        for (std::uint_fast32_t n = random() % 4; n > 0 && !bytes.empty(); --n) {
            bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
        }
        try {
            imported += import_text(bytes, story_options()).files.empty() ? 0 : 1;
        } catch (const Error& error) {
            CHECK_FALSE(error.text().zh.empty());
        }
    }
    CHECK(imported > 50);
}
