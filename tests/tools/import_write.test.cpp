#include "import_support.h"

#include "base/error.h"

using namespace liubai;
namespace fs = std::filesystem;

namespace {

constexpr const char* kTalk = "[A]: one.\n[B]: two.\n";

} // namespace

TEST_CASE("import writes again over what it wrote itself", "[tools]") {
    const TestFolder folder;
    const ImportOptions options = options_for(folder);
    write_import(import_text(kTalk, options), options);
    CHECK_NOTHROW(write_import(import_text("[A]: one.\n[B]: three.\n", options), options));
    CHECK(read_bytes(folder.path() / "story/scenes/scene_01.yaml").find("three") != std::string::npos);
}

TEST_CASE("import never overwrites a file that was edited, unless it is forced to", "[tools]") {
    const TestFolder folder;
    ImportOptions options = options_for(folder);
    write_import(import_text(kTalk, options), options);
    const fs::path scene = folder.path() / "story/scenes/scene_01.yaml";
    const fs::path cast = folder.path() / "story/scenes/cast.yaml";
    const std::string edited = read_bytes(scene) + "  - pause: beat\n";
    const std::string cast_before = read_bytes(cast);
    write_bytes(scene, edited);
    CHECK_THROWS_WITH(write_import(import_text("[C]: other.\n", options), options),
                      Catch::Contains("scenes/scene_01.yaml"));
    CHECK(read_bytes(scene) == edited);
    CHECK(read_bytes(cast) == cast_before);
    options.force = true;
    write_import(import_text("[C]: other.\n", options), options);
    CHECK(read_bytes(scene).find("- C: other.") != std::string::npos);
}

TEST_CASE("import never overwrites a file that it did not write", "[tools]") {
    const TestFolder folder;
    const ImportOptions options = options_for(folder);
    fs::create_directories(folder.path() / "story/scenes");
    write_bytes(folder.path() / "story/scenes/cast.yaml", "A: mine\n");
    CHECK_THROWS_AS(write_import(import_text(kTalk, options), options), Error);
    CHECK_FALSE(fs::exists(folder.path() / "story/scenes/project.yaml"));
}

TEST_CASE("scenes that a new import has no more are removed, edited ones stay", "[tools]") {
    const TestFolder folder;
    ImportOptions options = options_for(folder);
    options.turns = 1;
    write_import(import_text("[A]: one.\n[B]: two.\n[A]: three.\n", options), options);
    const fs::path scenes = folder.path() / "story/scenes";
    write_bytes(scenes / "scene_03.yaml", read_bytes(scenes / "scene_03.yaml") + "  - pause: beat\n");
    write_import(import_text("[A]: one.\n", options), options);
    CHECK(fs::exists(scenes / "scene_01.yaml"));
    CHECK_FALSE(fs::exists(scenes / "scene_02.yaml"));
    CHECK(fs::exists(scenes / "scene_03.yaml"));
}

TEST_CASE("a folder with a Chinese name is written", "[tools]") {
    const TestFolder folder;
    ImportOptions options;
    options.out = (folder.path() / "游戏").string();
    write_import(import_text(kTalk, options), options);
    CHECK(read_bytes(folder.path() / "游戏/scenes/project.yaml").find("{en: 游戏}") != std::string::npos);
}
