#include "script/project.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

using namespace liubai;
namespace fs = std::filesystem;

namespace {

struct Case {
    Case() { fs::create_directories(path / "scenes"); }
    ~Case() { fs::remove_all(path); }
    Case(const Case&) = delete;
    Case& operator=(const Case&) = delete;
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name, std::ios::binary) << text;
    }
    [[nodiscard]] Folder open() const { return Folder::open_directory(path.string()); }
    fs::path path = fs::temp_directory_path() / ("liubai-project-test-" + std::to_string(::getpid()));
};

std::vector<std::string> line_ids(const Scene& scene) {
    std::vector<std::string> out;
    for (const Step& step : scene.steps) {
        if (const auto* line = std::get_if<Line>(&step.what)) out.push_back(line->id);
    }
    return out;
}

} // namespace

TEST_CASE("the story that ships has no finding", "[script]") {
    const Folder folder = Folder::open_directory(LIUBAI_ROOT);
    for (const Diagnostic& d : check_project(folder, {})) UNSCOPED_INFO(to_text(d, Language::kEn));
    CHECK(check_project(folder, {}) == Diagnostics{});
    const Project project = load_project(folder);
    CHECK(project.story.title.at("zh") == "留白");
    CHECK(project.story.languages == std::vector<std::string>{"zh", "en"});
    REQUIRE(find_speaker(project.story, "B"));
    CHECK(find_speaker(project.story, "B")->language == "en");
    CHECK(find_speaker(project.story, "B")->side == Side::kRight);
}

TEST_CASE("no id of the story that ships is there twice", "[script]") {
    const Folder folder = Folder::open_directory(LIUBAI_ROOT);
    const Project project = load_project(folder);
    std::set<std::string> seen;
    for (const std::string& name : project.story.order) {
        for (const std::string& id :
             line_ids(load_scene(folder, scene_file(folder, project.story, name), project.story).scene)) {
            CHECK(seen.insert(id).second);
        }
    }
    CHECK(seen.size() > 100);
}

TEST_CASE("staging and markup never change an id, words and speakers do", "[script]") {
    const Case files;
    const auto id_of = [&](const std::string& line) {
        files.write("one.yaml", "lines:\n  - A: x\n  - B: x\n  - " + line + "\n");
        const Folder folder = files.open();
        return line_ids(load_scene(folder, "one.yaml", load_single(folder, "one.yaml").story).scene).back();
    };
    const std::string id = id_of("A: 你好，再见");
    CHECK(id.size() == 12);
    CHECK(id_of("A (smile): 你好，<pause 1> 再<em>见</em><unsaid>") == id);
    CHECK(id_of("A: '你好，　再见'") == id);
    CHECK(id_of("B: 你好，再见") != id);
    CHECK(id_of("A: 你好，再会") != id);
    CHECK(id_of("A: 你好\n    id: hello") == "one/hello");
    files.write("one.yaml", "lines:\n  - A: x\n  - A: x\n  - A: x\n");
    const Folder folder = files.open();
    const auto ids = line_ids(load_scene(folder, "one.yaml", load_single(folder, "one.yaml").story).scene);
    CHECK(ids[1] == ids[0] + ".2");
    CHECK(ids[2] == ids[0] + ".3");
}

TEST_CASE("a project is known without its scenes", "[script]") {
    const Case files;
    files.write("scenes/project.yaml", "title: 试\nlanguage: zh\nlanguages: [zh, en]\nscenes: [one]\nversion: 1.2\n"
                                       "variables:\n  met: false\n  patience: 2\n  name: 小溪\n  code: '2'\n");
    files.write("scenes/cast.yaml", "A:\n  name: {zh: 甲}\n  color: '#102030'\n  side: right\n  seal: 麦\nB: 乙\n");
    files.write("scenes/one.yaml", "not: [a scene");
    const Project project = load_project(files.open());
    CHECK(project.findings == Diagnostics{});
    CHECK(project.has_project_file);
    CHECK(project.story.variables ==
          Variables{{"met", false}, {"patience", 2.0}, {"name", std::string("小溪")}, {"code", std::string("2")}});
    CHECK(project.story.version == "1.2");
    REQUIRE(project.story.cast.size() == 2);
    CHECK(project.story.cast[0].color == Color{16, 32, 48, 255});
    CHECK(project.story.cast[0].side == Side::kRight);
    CHECK(project.story.cast[1].name.at("zh") == "乙");
    CHECK(project.story.cast[1].language == "zh");
}

TEST_CASE("P4: a project may ask for a book's paragraphs", "[script][P4]") {
    const Case files;
    const auto load = [&](const std::string& line) {
        files.write("scenes/project.yaml", line + "scenes: [one]\n");
        return load_project(files.open());
    };
    CHECK_FALSE(load("").story.book);
    CHECK_FALSE(load("paragraphs: ragged\n").story.book);
    CHECK(load("paragraphs: book\n").story.book);
    const Project wrong = load("paragraphs: justified\n");
    CHECK_FALSE(wrong.story.book);
    CHECK(std::any_of(wrong.findings.begin(), wrong.findings.end(),
                      [](const Diagnostic& finding) { return finding.code == "bad-value"; }));
    const Project right = load("paragraphs: book\n");
    CHECK(wrong.findings.size() == right.findings.size() + 1);
}

TEST_CASE("a folder without a project is played in the order of its names", "[script]") {
    const Case files;
    files.write("b.yaml", "lines:\n  - Tom: Hello there, how are you?\n  - 小溪: 很好。\n");
    files.write("a.yaml", "lines:\n  - set: met = true\n  - set: days += 1\n  - 小溪：早\n  - 小溪: 早上好\n");
    const Project project = load_project(files.open());
    CHECK(!project.has_project_file);
    CHECK(project.findings == Diagnostics{});
    CHECK(project.story.order == std::vector<std::string>{"a", "b"});
    CHECK(project.story.languages.empty());
    REQUIRE(find_speaker(project.story, "Tom"));
    CHECK(find_speaker(project.story, "Tom")->language == "en");
    CHECK(find_speaker(project.story, "小溪")->language == "zh");
    CHECK(project.story.variables == Variables{{"met", false}, {"days", 0.0}});
    CHECK(check_project(files.open(), {}) == Diagnostics{});
}

TEST_CASE("a translation may live in a file of its own", "[script]") {
    const Case files;
    files.write("scenes/project.yaml", "languages: [zh, ja]\nscenes: [one]\n");
    files.write("scenes/cast.yaml", "A: 甲\n");
    files.write("scenes/one.yaml", "title: 一\nlines:\n  - A: 你好\n    id: hello\n  - choice: 去？\n    id: go\n    "
                                   "options:\n      - 好:\n        id: yes\n");
    files.write("scenes/one.ja.yaml", "title: いち\none/hello: こんにちは\none/go: 行く？\none/yes: はい\n");
    const Folder folder = files.open();
    const Project project = load_project(folder);
    const LoadedScene loaded = load_scene(folder, "scenes/one.yaml", project.story);
    CHECK(loaded.findings == Diagnostics{});
    CHECK(loaded.scene.title.at("ja") == "いち");
    CHECK(std::get<Line>(loaded.scene.steps[0].what).others.at("ja").text == "こんにちは");
    const auto& choice = std::get<Choice>(loaded.scene.steps[1].what);
    CHECK(choice.others.at("ja").text == "行く？");
    CHECK(choice.options[0].others.at("ja").text == "はい");
    CHECK(check_project(folder, {}) == Diagnostics{});
}

TEST_CASE("what can be read of a broken scene is read", "[script]") {
    const Case files;
    files.write("one.yaml",
                "title: {zh: 一}\nlines:\n  - A: 一\n  - A: 他说: 好\n  - A: \"Hello\n  - A: 四\n    en: Four\n");
    const Folder folder = files.open();
    const LoadedScene loaded = load_scene(folder, "one.yaml", load_single(folder, "one.yaml").story);
    CHECK(loaded.findings.size() == 2);
    CHECK(loaded.scene.title.at("zh") == "一");
    REQUIRE(loaded.scene.steps.size() == 2);
    CHECK(std::get<Line>(loaded.scene.steps[1].what).text.text == "四");
    CHECK(loaded.scene.steps[1].file_line == 6);
}

TEST_CASE("a bomb of aliases is refused at once", "[script]") {
    const Case files;
    std::string text = "lines:\n  - A: &a [x, x, x, x, x, x, x, x, x]\n";
    for (char c = 'b'; c < 'j'; ++c) {
        const std::string one = "*" + std::string(1, static_cast<char>(c - 1));
        text += "  - A: &" + std::string(1, c) + " [" + one + ", " + one + ", " + one + ", " + one + ", " + one + ", " +
                one + ", " + one + "]\n";
    }
    files.write("one.yaml", text);
    const Folder folder = files.open();
    const LoadedScene loaded = load_scene(folder, "one.yaml", load_single(folder, "one.yaml").story);
    CHECK(loaded.findings.size() >= 9);
    for (const Diagnostic& d : loaded.findings) CHECK(d.code == "anchor");
}

TEST_CASE("credits are roles and names in each language, or a plain text", "[script]") {
    Case c;
    c.write("scenes/project.yaml", "title: t\nlanguage: zh\nlanguages: [zh, en]\nscenes: [one]\ncredits:\n"
                                   "  - {role: {zh: 文字, en: Words}, name: \"甲\\n乙\"}\n  - 谢谢大家\n  - {who: 丙}\n");
    c.write("scenes/one.yaml", "lines:\n  - 你好\n");
    const Project project = load_project(c.open());
    REQUIRE(project.story.credits.size() == 2);
    CHECK(project.story.credits[0].role.at("en") == "Words");
    CHECK(project.story.credits[0].name.at("zh") == "甲\n乙");
    CHECK(project.story.credits[1].role.empty());
    CHECK(project.story.credits[1].name.at("zh") == "谢谢大家");
    CHECK(std::any_of(project.findings.begin(), project.findings.end(),
                      [](const Diagnostic& d) { return d.code == "unknown-section" && d.line == 8; }));
}
