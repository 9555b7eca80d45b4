// The command line as people and scripts rely on it: exit codes, one clear sentence, and what each verb leaves behind.
#include "app/command_line.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

Outcome run(std::vector<std::string> arguments, const std::string& typed = "") {
    arguments.insert(arguments.begin(), "liubai");
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    std::ostringstream out;
    std::ostringstream err;
    std::streambuf* const old_out = std::cout.rdbuf(out.rdbuf());
    std::streambuf* const old_err = std::cerr.rdbuf(err.rdbuf());
    std::istringstream in(typed);
    std::streambuf* const old_in = std::cin.rdbuf(in.rdbuf());
    const int code = liubai::run_command_line(static_cast<int>(argv.size()), argv.data());
    std::cout.rdbuf(old_out);
    std::cerr.rdbuf(old_err);
    std::cin.rdbuf(old_in);
    return {code, out.str(), err.str()};
}

/// A folder of its own with a name that is not ASCII, gone afterwards.
class Scratch {
public:
    // Each test runs as a process of its own, several at once.
    Scratch() : path_(fs::temp_directory_path() / (fs::path(u8"留白-游戏-") += std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~Scratch() { fs::remove_all(path_); }
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name) << text;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream in(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    fs::path path_;
};

const std::string kRoot = LIUBAI_ROOT;

} // namespace

TEST_CASE("wrong usage exits with 2 and one sentence", "[app]") {
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"shoot", "--nonsense"}, {"shoot"}, {"shoot", "--out", "x.png", "--size", "big"},
             {"shoot", "--out", "x.png", "--set", "volume=101"}, {"export", "--format", "docx"}, {"fix"}, {"import", "x"},
             {"shoot", "--out", "x.png", "--at", "rain", "--input", "log"}, {"read", kRoot, "second"}}) {
        const Outcome outcome = run(arguments);
        INFO(arguments[0] << ": " << outcome.err);
        CHECK(outcome.code == 2);
        CHECK(outcome.err.starts_with("liubai: "));
        CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
    }
}

TEST_CASE("a missing file exits with 1 and names it", "[app]") {
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"read", "no-such"}, {"lint", "no-such"}, {"fmt", "no-such"}, {"export", "no-such", "--format", "transcript"},
             {"shoot", "no-such", "--out", "x.png"}, {"fix", "no-such:3"}, {"replay", "no-such"},
             {"import", "no-such", "--out", "no-such-either"}}) {
        const Outcome outcome = run(arguments);
        INFO(arguments[0] << ": " << outcome.err);
        CHECK(outcome.code == 1);
        CHECK(outcome.err.find("no-such") != std::string::npos);
    }
}

TEST_CASE("every verb explains itself", "[app]") {
    for (const char* verb : {"play", "import", "export", "lint", "fmt", "fix", "read", "shoot", "replay"}) {
        const Outcome outcome = run({verb, "--help"});
        INFO(verb);
        CHECK(outcome.code == 0);
        CHECK(outcome.out.find("Usage") != std::string::npos);
    }
}

TEST_CASE("the shipped story has no findings", "[app]") {
    const Outcome outcome = run({"lint", kRoot});
    INFO(outcome.out);
    CHECK(outcome.code == 0);
    CHECK(outcome.out.starts_with("0"));
    CHECK(std::count(outcome.out.begin(), outcome.out.end(), '\n') == 2); // the count, and that every line fits
}

TEST_CASE("shoot writes the size that was asked, and the same bytes twice", "[app]") {
    const Scratch scratch;
    for (const char* name : {"a.png", "b.png"}) {
        const Outcome outcome = run({"shoot", kRoot, "--at", "rain", "--size", "640x360", "--out", scratch.file(name)});
        INFO(outcome.err);
        REQUIRE(outcome.code == 0);
    }
    const std::string png = scratch.read("a.png");
    REQUIRE(png.size() > 20000);
    CHECK(png.substr(1, 3) == "PNG");
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(png[at]); };
    CHECK(byte(18) * 256 + byte(19) == 640);
    CHECK(byte(22) * 256 + byte(23) == 360);
    CHECK(png == scratch.read("b.png"));
}

TEST_CASE("shoot knows every screen and says which there are", "[app]") {
    const Scratch scratch;
    for (const char* screen : {"title", "menu", "settings", "settings-pace", "settings-sound", "settings-screen", "settings-keys",
                               "backlog", "document", "save", "load", "chapters", "end", "language"}) {
        CHECK(run({"shoot", kRoot, "--screen", screen, "--size", "320x180", "--out", scratch.file("s.png")}).code == 0);
    }
    const Outcome outcome = run({"shoot", kRoot, "--screen", "credits", "--out", scratch.file("s.png")});
    CHECK(outcome.code == 1);
    CHECK(outcome.err.find("title, menu, settings, settings-pace, ") != std::string::npos);
}

TEST_CASE("a place that the story does not have is named", "[app]") {
    const Scratch scratch;
    const Outcome outcome = run({"shoot", kRoot, "--at", "nowhere:3", "--out", scratch.file("s.png")});
    CHECK(outcome.code == 1);
    CHECK(outcome.err.find("nowhere:3") != std::string::npos);
}

TEST_CASE("the export rebuilds the transcript, and one edited word is the only change", "[app]") {
    const Scratch scratch;
    fs::copy(fs::path(kRoot) / "scenes", scratch.file("scenes"), fs::copy_options::recursive);
    fs::remove(scratch.file("scenes/transcript.txt"));
    const Outcome whole = run({"export", scratch.file(""), "--format", "transcript"});
    REQUIRE(whole.code == 0);
    const auto squeezed = [](std::string text) {
        std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r'; });
        return text;
    };
    std::ifstream in(fs::path(kRoot) / "scenes/transcript.txt", std::ios::binary);
    const std::string transcript{std::istreambuf_iterator<char>(in), {}};
    CHECK(squeezed(whole.out) == squeezed(transcript));

    std::string scene = scratch.read("scenes/rain.yaml");
    const std::string before = "soft spot for the countryside";
    const std::size_t at = scene.find(before);
    REQUIRE(at != std::string::npos);
    scene.replace(at, before.size(), "soft spot for the coastline");
    scratch.write("scenes/rain.yaml", scene);
    std::string expected = whole.out;
    expected.replace(expected.find(before), before.size(), "soft spot for the coastline");
    CHECK(run({"export", scratch.file(""), "--format", "transcript"}).out == expected);
}

TEST_CASE("one scene of a project, or a lone file, exports alone", "[app]") {
    const Outcome rain = run({"export", kRoot + "/scenes/rain.yaml", "--format", "transcript"});
    CHECK(rain.code == 0);
    CHECK(rain.out.starts_with("[A]: Hey"));
    CHECK(rain.out.find("Heidegger") == std::string::npos);
    const Scratch scratch;
    scratch.write("hello.yaml", "lines:\n  - A: 你好\n  - B: Hello\n");
    CHECK(run({"export", scratch.file("hello.yaml"), "--format", "transcript"}).out == "[A]: 你好\n[B]: Hello\n");
}

TEST_CASE("an imported chat can be checked, read and drawn at once", "[app]") {
    const Scratch scratch;
    scratch.write("chat.txt", "林溪: 你好，今天去看海吗？\n小北: 好啊。等我十分钟。\n\n林溪: 不急。\n");
    const Outcome imported = run({"import", scratch.file("chat.txt"), "--out", scratch.file("story")});
    INFO(imported.err);
    REQUIRE(imported.code == 0);
    const Outcome lint = run({"lint", scratch.file("story")});
    INFO(lint.out);
    CHECK(lint.code == 0);
    const Outcome read = run({"read", scratch.file("story"), "--set", "language=zh"});
    CHECK(read.code == 0);
    CHECK(read.out.find("林溪：你好，今天去看海吗？") != std::string::npos);
    CHECK(run({"shoot", scratch.file("story"), "--size", "320x180", "--out", scratch.file("s.png")}).code == 0);
}

TEST_CASE("read speaks the system's language, whatever else is set", "[app]") {
    const Scratch scratch;
    scratch.write("hello.yaml", "title: {zh: 你好, en: Hello}\nlines:\n  - A: 早。\n    en: Morning.\n");
    for (const auto& [locale, words] : {std::pair{"zh_CN.UTF-8", "# 你好"}, std::pair{"en_GB.UTF-8", "# Hello"}}) {
        ::setenv("LANG", locale, 1);
        ::unsetenv("LANGUAGE");
        CHECK(run({"read", scratch.file("hello.yaml")}).out.find(words) != std::string::npos);
        CHECK(run({"read", scratch.file("hello.yaml"), "--set", "mode=spoken"}).out.find(words) != std::string::npos);
    }
    CHECK(run({"read", scratch.file("hello.yaml"), "--set", "language=zh"}).out.find("# 你好") != std::string::npos);
}

TEST_CASE("a terminal's saves, settings and chapters are on the disk for the next session", "[app]") {
    const Scratch scratch;
    ::setenv("XDG_DATA_HOME", scratch.file("home").c_str(), 1);
    ::setenv("LANG", "en_GB.UTF-8", 1);
    ::unsetenv("LANGUAGE");
    scratch.write("hello.yaml", "title: {zh: 你好, en: Hello}\nlines:\n  - A: 早。\n    en: Morning.\n  - A: 再见。\n    en: Bye.\n");
    const std::vector<std::string> terminal{"read", "--interactive", scratch.file("hello.yaml")};
    CHECK(run(terminal, "lang zh\n\nsave home\nquit\n").code == 0);
    const Outcome next = run(terminal, "saves\n继续\nb\n");
    INFO(next.out);
    CHECK(next.out.find("上次读到这里：") != std::string::npos);
    CHECK(next.out.find("  1. home，你好，") != std::string::npos);
    CHECK(next.out.ends_with("A：再见。\nA：早。\n"));
}

TEST_CASE("lint exits with 1 on an author's mistake and fix mends the line", "[app]") {
    const Scratch scratch;
    scratch.write("hello.yaml", "title: {zh: 你好}\nlines:\n  - A: 他说: 好\n");
    const Outcome lint = run({"lint", scratch.file("hello.yaml")});
    CHECK(lint.code == 1);
    CHECK(lint.out.find("hello.yaml:3:") != std::string::npos);
    CHECK(lint.out.find("[colon-in-text]") != std::string::npos);
    CHECK(run({"read", scratch.file("hello.yaml")}).code == 1);
    const Outcome fixed = run({"fix", scratch.file("hello.yaml") + ":3"});
    INFO(fixed.out << fixed.err);
    CHECK(fixed.code == 0);
    CHECK(run({"lint", scratch.file("hello.yaml")}).code == 0);
    CHECK(run({"fix", scratch.file("hello.yaml") + ":3"}).code == 1);
}

TEST_CASE("a log that is none, or of another story, is refused", "[app]") {
    const Scratch scratch;
    scratch.write("bad.log", "nonsense\n");
    CHECK(run({"replay", scratch.file("bad.log"), kRoot}).code == 1);
    scratch.write("other.log", "liubai-replay 1\nseed 1\ncontent 5\nsettings '\ntick 0 | resized 1280 720 1 0 0\n");
    const Outcome other = run({"replay", scratch.file("other.log"), kRoot});
    CHECK(other.code == 1);
    scratch.write("good.log", "liubai-replay 1\nseed 1\ncontent 0\nsettings '\ntick 0 | resized 1280 720 1 0 0\n");
    const Outcome good = run({"replay", scratch.file("good.log"), kRoot, "--dump"});
    CHECK(good.code == 0);
    CHECK(good.out.find("layer ui") != std::string::npos);
}
