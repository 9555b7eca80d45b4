#include "import_support.h"

#include "base/error.h"

#include <cstring>

using namespace liubai;
namespace fs = std::filesystem;

namespace {

/// The one line in which two texts differ; fails when it is not one.
std::pair<std::string, std::string> only_change(const std::string& before, const std::string& after) {
    std::istringstream a(before);
    std::istringstream b(after);
    std::pair<std::string, std::string> change;
    int changes = 0;
    std::string x;
    std::string y;
    while (std::getline(a, x) && std::getline(b, y)) {
        if (x == y) continue;
        ++changes;
        change = {x, y};
    }
    CHECK(changes == 1);
    CHECK_FALSE(std::getline(b, y));
    return change;
}

} // namespace

TEST_CASE("the seed comes back from its import in every character, turn and paragraph", "[tools]") {
    for (const int turns : {0, 1, 2, 20}) {
        INFO(turns << " turns a scene");
        const TestFolder folder;
        ImportOptions options;
        options.turns = turns;
        const std::string text = exported_again(seed(), options, folder);
        CHECK(without_spaces(text) == without_spaces(seed()));
    }
}

TEST_CASE("the seed comes back with its own spacing, trailing spaces apart", "[tools]") {
    const TestFolder folder;
    std::istringstream lines(seed());
    std::string expected;
    for (std::string line; std::getline(lines, line);) {
        while (line.ends_with(' ')) line.pop_back();
        expected += line + "\n";
    }
    CHECK(exported_again(seed(), {}, folder) == expected);
}

TEST_CASE("the export is made from the scenes: one edited line is the one change", "[tools]") {
    const TestFolder folder;
    const std::string before = exported_again(seed(), {}, folder);
    const fs::path scene = folder.path() / "story/scenes/scene_01.yaml";
    std::string text = read_bytes(scene);
    const char* sentence = "The magic happens in the tension between them.";
    const std::size_t at = text.find(sentence);
    REQUIRE(at != std::string::npos);
    text.replace(at, std::strlen(sentence), "The magic stays away.");
    write_bytes(scene, text);
    const std::string after = export_transcript(Folder::open_directory((folder.path() / "story").string()));
    const auto [old_line, new_line] = only_change(before, after);
    CHECK(old_line.find(sentence) != std::string::npos);
    CHECK(new_line.find("The magic stays away.") != std::string::npos);
    CHECK(new_line.find(sentence) == std::string::npos);
}

TEST_CASE("the scenes of the story are the transcript", "[tools]") {
    const std::string text = export_transcript(Folder::open_directory(LIUBAI_ROOT));
    CHECK(without_spaces(text) == without_spaces(seed()));
}

TEST_CASE("a project with a broken scene is not exported", "[tools]") {
    const TestFolder folder;
    exported_again("[A]: one.\n", {}, folder);
    const fs::path scene = folder.path() / "story/scenes/scene_01.yaml";
    write_bytes(scene, read_bytes(scene) + "  - A: two: three\n");
    CHECK_THROWS_WITH(export_transcript(Folder::open_directory((folder.path() / "story").string())),
                      Catch::Contains("scenes/scene_01.yaml:5"));
}
