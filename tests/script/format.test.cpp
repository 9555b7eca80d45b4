#include "script/format.h"

#include "script/fix.h"
#include "script/lock.h"
#include "script/project.h"
#include "script/quote.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace liubai;
namespace fs = std::filesystem;

namespace {

std::string read_text(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

class TemporaryFolder {
public:
    TemporaryFolder() { fs::create_directories(path_ / "scenes"); }
    ~TemporaryFolder() { fs::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    [[nodiscard]] Folder open() const { return Folder::open_directory(path_.string()); }

private:
    fs::path path_ = fs::temp_directory_path() / ("liubai-format-test-" + std::to_string(::getpid()));
};

Scene scene_of(const std::string& text) {
    const TemporaryFolder folder;
    folder.write("case.yaml", text);
    const Folder open = folder.open();
    Scene scene = load_scene(open, "case.yaml", load_single(open, "case.yaml").story).scene;
    for (Step& step : scene.steps) step.file_line = 0;
    return scene;
}

} // namespace

TEST_CASE("formatting keeps comments and blank lines and tidies speakers and paragraphs", "[script]") {
    const std::string before = "\xEF\xBB\xBF# 晨雾\r\n"
                               "title: {zh: 晨雾, en: Mist}   # a title\n"
                               "lines:\n"
                               "  - paragraph:\n"
                               "  - A（笑）: 你好  \n"
                               "    en: Hi\n"
                               "  # about the next\n"
                               "  - paragraph:\n"
                               "  - A：Note: x  # a comment\n"
                               "\n"
                               "  - paragraph:\n"
                               "  - A:再见\n"
                               "  - A:　 *叹*\n"
                               "  - A(smile,left): |\n"
                               "      A：一  \n"
                               "      - paragraph:\n"
                               "  - 他说：好\n"
                               "  - if: 1 < 2\n"
                               "    then:\n"
                               "      - paragraph:\n"
                               "      - B (neutral): 12:30\n"
                               "\n\n";
    const std::string after = "# 晨雾\n"
                              "title: {zh: 晨雾, en: Mist}   # a title\n"
                              "lines:\n"
                              "  - paragraph:\n"
                              "  - A (笑): 你好\n"
                              "    en: Hi\n"
                              "\n"
                              "  # about the next\n"
                              "  - paragraph:\n"
                              "  - A: 'Note: x'  # a comment\n"
                              "\n"
                              "  - paragraph:\n"
                              "  - A: 再见\n"
                              "  - A: '*叹*'\n"
                              "  - A (smile, left): |\n"
                              "      A：一  \n"
                              "      - paragraph:\n"
                              "  - 他说：好\n"
                              "  - if: 1 < 2\n"
                              "    then:\n"
                              "      - paragraph:\n"
                              "      - B (neutral): 12:30\n";
    CHECK(formatted(before) == after);
    CHECK(formatted(after) == after);
}

TEST_CASE("formatting knows the cast", "[script]") {
    const std::string text = "lines:\n  - 林溪：你好\n  - 旁白：雨停了\n";
    CHECK(formatted(text) == text);
    CHECK(formatted(text, {"林溪"}) == "lines:\n  - 林溪: 你好\n  - 旁白：雨停了\n");
}

TEST_CASE("formatting changes no step of any story and is done once", "[script]") {
    std::vector<fs::path> files;
    for (const char* folder : {"tests/stories", "scenes"}) {
        for (const auto& entry : fs::directory_iterator(fs::path(LIUBAI_ROOT) / folder)) {
            const std::string name = entry.path().filename().string();
            if (entry.path().extension() == ".yaml" && name != "project.yaml" && name != "cast.yaml")
                files.push_back(entry.path());
        }
    }
    REQUIRE(files.size() > 15);
    for (const fs::path& file : files) {
        INFO(file.filename().string());
        const std::string before = read_text(file);
        const std::string after = formatted(before);
        CHECK(formatted(after) == after);
        const Scene was = scene_of(before);
        const Scene is = scene_of(after);
        CHECK(was.steps == is.steps);
        CHECK(was.labels == is.labels);
    }
}

TEST_CASE("formatting a broken file breaks nothing more", "[script]") {
    for (const auto& entry : fs::directory_iterator(fs::path(LIUBAI_ROOT) / "tests" / "bad_scenes")) {
        if (entry.is_directory()) continue;
        INFO(entry.path().filename().string());
        const std::string once = formatted(read_text(entry.path()));
        CHECK(formatted(once) == once);
    }
}

TEST_CASE("a fix changes its line alone", "[script]") {
    Diagnostic finding;
    finding.line = 2;
    finding.source = "  - A: 他说: 好";
    finding.fixed = "  - A: '他说: 好'";
    CHECK(fixed_text("lines:\r\n  - A: 他说: 好\r\n# end", {finding}, 2) == "lines:\r\n  - A: '他说: 好'\r\n# end");
    CHECK(fixed_text("lines:\n  - A: 他说: 好", {finding}, 2) == "lines:\n  - A: '他说: 好'");
    CHECK(!fixed_text("lines:\n  - A: 改过了\n", {finding}, 2));
    CHECK(!fixed_text("lines:\n  - A: 他说: 好\n", {finding}, 1));
    CHECK(!fixed_text("lines:\n", {finding}, 2));
}

TEST_CASE("a quoted text reads back as it was", "[script]") {
    for (const std::string text : {"你好", "a: b",  "it's", "'tis",          "\"Hi,\" she said",
                                   "# x",  "a #b",  "[笑]", "{p}",           "*叹*",
                                   "-",    "- x",   "-5",   "? x",           "~",
                                   "null", "",      " ",    "a\nb\t\"c\"\\", "%50",
                                   "@x",   "`x`",   "> x",  "| x",           "!x",
                                   "&x",   "， 好", "x:",   "---",           "no",
                                   "1e3"}) {
        INFO(text);
        const Scene scene = scene_of("lines:\n  - B: x\n  - A: " + yaml_text(text) + "\n");
        if (text.empty() || text == " ") {
            CHECK(scene.steps.size() == 1);
        } else {
            REQUIRE(scene.steps.size() == 2);
            CHECK(std::get<Line>(scene.steps[1].what).text.text == text);
        }
    }
}

TEST_CASE("a translation is stale until it changes or is accepted", "[script]") {
    const TemporaryFolder folder;
    folder.write("scenes/project.yaml", "languages: [zh, en]\nscenes: [one]\n");
    folder.write("scenes/cast.yaml", "A: {name: 甲}\n");
    const auto scene = [&](const std::string& zh, const std::string& en) {
        folder.write("scenes/one.yaml", "lines:\n  - A: " + zh + "\n    en: " + en + "\n  - A: 再见\n    en: Bye\n");
    };
    const auto stale = [&] {
        const Diagnostics found = check_project(folder.open(), {});
        return std::count_if(found.begin(), found.end(),
                             [](const Diagnostic& d) { return d.code == "stale-translation"; });
    };
    const auto fmt = [&](bool accept) {
        folder.write("scenes/translations.lock", translations_lock(folder.open(), accept));
    };

    scene("你好", "Hello");
    CHECK(stale() == 0); // no lock: nothing is known
    fmt(false);
    CHECK(stale() == 0);
    scene("你好吗", "Hello");
    CHECK(stale() == 1);
    fmt(false);
    CHECK(stale() == 1);
    scene("你好吗", "How are you");
    CHECK(stale() == 0);
    fmt(false);
    scene("你好么", "How are you");
    CHECK(stale() == 1);
    fmt(true);
    CHECK(stale() == 0);
}
