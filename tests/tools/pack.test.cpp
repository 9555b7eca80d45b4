// A packed story is one file that needs nothing else: it plays as its folder does.
#include "base/error.h"
#include "files/folder.h"
#include "files/raw_file.h"
#include "files/zip_writer.h"
#include "save/saved_game.h"
#include "support/temporary_folder.h"
#include "tools/icon.h"
#include "tools/pack.h"
#include "tools/shoot.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

std::string bytes_of(const std::string& path) { return std::string(read_file(path).text()); }

void keep_quiet(const Bilingual&) {}

/// What a reader sees of a scene's first line.
Pixels seen(const std::string& project, const std::string& stock, const std::string& scene) {
    const auto story = open_story(project, stock);
    Layouts layouts(*story->fonts);
    ShootOptions options;
    options.scene = scene;
    options.size = {640, 360};
    return render_shot(*story, take_shot(*story, layouts, options).frame, options.size);
}

} // namespace

TEST_CASE("files come out of a zip as they went in, and the same files give the same bytes", "[tools]") {
    const test_support::TemporaryFolder temporary;
    std::map<std::string, Blob> files;
    files["a/文.txt"] = blob_of(std::string(5000, 'x'));
    files["b.webp"] = blob_of("picture");
    files["empty"] = blob_of("");
    const std::string zip = zip_of(files);
    CHECK(zip == zip_of(files));
    CHECK(zip.size() < 1000);
    const Folder folder = Folder::open_zip(temporary.put("program", "any program" + zip));
    for (const auto& [path, blob] : files) CHECK(folder.read(path).text() == blob.text());
    const Folder inside = Folder::open_zip(temporary.at("program"), "a");
    CHECK(inside.read("文.txt").bytes.size() == 5000);
    CHECK(inside.read_start("文.txt", 10).text() == "xxxxxxxxxx");
    CHECK(inside.list("") == std::vector<std::string>{"文.txt"});
    CHECK_FALSE(inside.has("b.webp"));
    std::map<std::string, Blob> escaping;
    escaping["../a"] = blob_of("");
    CHECK_THROWS_AS(zip_of(escaping), Error);
}

TEST_CASE("a packed story looks as its folder does, from its first scene to its last", "[tools]") {
    const test_support::TemporaryFolder temporary;
    const std::string runtime = temporary.put("runtime", "the program");
    const std::string out = temporary.at("dist/made");
    pack({LIUBAI_ROOT, LIUBAI_ROOT, runtime, out}, keep_quiet);
    CHECK(bytes_of(out).starts_with("the program"));
    const auto story = open_story(out, out);
    CHECK(story->findings.empty());
    for (const std::string& name : story->content.story.order) {
        CAPTURE(name);
        CHECK(read_scene(*story, name).findings.empty());
        CHECK((seen(out, out, name).rgba == seen(LIUBAI_ROOT, LIUBAI_ROOT, name).rgba));
    }
    SECTION("again it is the same, byte for byte") {
        const std::string again = temporary.at("dist/again");
        pack({LIUBAI_ROOT, LIUBAI_ROOT, runtime, again}, keep_quiet);
        CHECK(bytes_of(again) == bytes_of(out));
    }
    SECTION("no second story goes behind it") { CHECK_THROWS_AS(pack({LIUBAI_ROOT, LIUBAI_ROOT, out, temporary.at("twice")}, keep_quiet), Error); }
}

TEST_CASE("an author's own pictures go along, those of the stock only where they are used", "[tools]") {
    const test_support::TemporaryFolder temporary;
    const std::string runtime = temporary.put("runtime", "the program");
    temporary.put("story/scenes/project.yaml", "title: {zh: 我的, en: My Own}\nlanguage: zh\nlanguages: [zh]\nscenes: [one]\n");
    temporary.put("story/scenes/cast.yaml", "A: {name: {zh: 甲}, language: zh}\n");
    temporary.put("story/scenes/one.yaml", "lines:\n  - bg: yard\n  - A: 院子里有一口井。\n  - bg: city_late_unlit\n  - A: 城里没有。\n");
    std::filesystem::create_directories(temporary.path() / "story/assets");
    std::filesystem::copy_file(LIUBAI_ROOT "/assets/backgrounds/dew.webp", temporary.path() / "story/assets/yard.webp");
    const std::string project = temporary.at("story");
    const auto files = files_to_pack({project, LIUBAI_ROOT, runtime, ""}, keep_quiet);
    CHECK(files.contains("story/assets/yard.webp"));
    CHECK(files.contains("stock/assets/backgrounds/city_late.webp")); // which that one is made from
    CHECK_FALSE(files.contains("stock/assets/backgrounds/wheat.webp"));
    CHECK(files.at("stock/fonts/NotoSerifCJKsc-Regular.otf").bytes.size() < 1'000'000);
    const std::string out = temporary.at("made");
    pack({project, LIUBAI_ROOT, runtime, out}, keep_quiet);
    CHECK((seen(out, out, "one").rgba == seen(project, LIUBAI_ROOT, "one").rgba));
    CHECK(file_name_of(open_story(out, out)->content.story) == "my-own");
}

TEST_CASE("a story's icon is its own picture in the middle of a square, else the engine's, and goes along", "[tools]") {
    const test_support::TemporaryFolder temporary;
    temporary.put("story/scenes/one.yaml", "lines:\n  - A: 院子里有一口井。\n");
    const auto index = [&](const std::string& icon) {
        temporary.put("story/scenes/project.yaml", "title: 我的\nlanguage: zh\nscenes: [one]\n" + icon);
        return open_story(temporary.at("story"), LIUBAI_ROOT);
    };
    const std::string runtime = temporary.put("runtime", "the program");
    const PackOptions options{temporary.at("story"), LIUBAI_ROOT, runtime, ""};
    CHECK((icon_of(*index(""), 64).rgba == icon_of(*open_stock_alone(LIUBAI_ROOT), 64).rgba));
    CHECK(files_to_pack(options, keep_quiet).contains("stock/assets/ui/icon.png"));

    std::filesystem::copy_file(LIUBAI_ROOT "/assets/backgrounds/dew.webp", temporary.path() / "story/dew.webp");
    const Pixels icon = icon_of(*index("icon: dew.webp\n"), 64);
    REQUIRE(icon.width == 64);
    REQUIRE(icon.height == 64);
    const auto alpha_at = [&](int x, int y) { return icon.rgba[static_cast<std::size_t>(y * 64 + x) * 4 + 3]; };
    CHECK(alpha_at(32, 13) == 0); // 16:9, so 36 rows of 64
    CHECK(alpha_at(32, 14) == 255);
    CHECK(alpha_at(63, 49) == 255);
    CHECK(alpha_at(32, 50) == 0);
    const auto files = files_to_pack(options, keep_quiet);
    CHECK(files.contains("story/dew.webp"));
    CHECK_FALSE(files.contains("stock/assets/ui/icon.png"));

    const auto missing = index("icon: none.png\n");
    REQUIRE(missing->findings.size() == 2); // and there is no cast
    CHECK(missing->findings[1].code == "no-layer");
    CHECK(missing->findings[1].line == 4);
    CHECK_THROWS_AS(icon_of(*missing, 64), Error);
}

TEST_CASE("a packed file has the story's title as its name", "[tools]") {
    Story story;
    story.language = "zh";
    story.title = {{"zh", "我的，灯塔！"}, {"en", "My Lighthouse!"}};
    CHECK(file_name_of(story) == "my-lighthouse");
    story.title.erase("en");
    CHECK(file_name_of(story) == "我的-灯塔");
    story.title = {{"zh", "../../"}};
    CHECK(file_name_of(story) == story_key(story));
}

TEST_CASE("the notices of a runtime's libraries go along", "[tools]") {
    const test_support::TemporaryFolder temporary;
    const std::string runtime = temporary.put("runtime.exe", "the program");
    temporary.put("runtime.licences.txt", "FriBidi: LGPL");
    const std::string file = temporary.put("chat.yaml", "lines:\n  - A: 你好。\n");
    const std::string out = temporary.at("made");
    pack({file, LIUBAI_ROOT, runtime, out}, keep_quiet);
    CHECK(Folder::open_zip(out, "stock").read("LIBRARIES.txt").text() == "FriBidi: LGPL");
}

TEST_CASE("one scene file is a story too", "[tools]") {
    const test_support::TemporaryFolder temporary;
    const std::string runtime = temporary.put("runtime", "the program");
    const std::string file = temporary.put("chat.yaml", "lines:\n  - A: 你好。\n  - B: 你好！\n");
    temporary.put("other.yaml", "lines:\n  - A: 这是别的。\n");
    const std::string out = temporary.at("made");
    pack({file, LIUBAI_ROOT, runtime, out}, keep_quiet);
    const auto story = open_story(out, out);
    CHECK(story->content.story.order == std::vector<std::string>{"chat"});
    CHECK((seen(out, out, "chat").rgba == seen(file, LIUBAI_ROOT, "chat").rgba));
}

namespace {

/// How wide and high the part is in which two pictures of the same size differ; {0, 0} when they are equal.
std::pair<int, int> difference(const Pixels& a, const Pixels& b) {
    REQUIRE(a.width == b.width);
    REQUIRE(a.rgba.size() == b.rgba.size());
    int left = a.width;
    int top = a.height;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < a.height; ++y) {
        for (int x = 0; x < a.width; ++x) {
            const auto at = static_cast<std::ptrdiff_t>(y * a.width + x) * 4;
            if (std::equal(a.rgba.begin() + at, a.rgba.begin() + at + 4, b.rgba.begin() + at)) continue;
            left = std::min(left, x);
            top = std::min(top, y);
            right = std::max(right, x + 1);
            bottom = std::max(bottom, y + 1);
        }
    }
    return right == 0 ? std::pair{0, 0} : std::pair{right - left, bottom - top};
}

/// A runtime's page, as small as one may be.
std::string small_page(const test_support::TemporaryFolder& temporary) {
    temporary.put("web/index.html", "<html lang=\"@language@\"><title>@title@</title><style>@font@</style>@icon@ @heading@ @sizes@ @script@</html>");
    temporary.put("web/page.js", "the page's script");
    temporary.put("web/liubai.js.gz", "the program's script");
    temporary.put("web/liubai.wasm.gz", "the program");
    return temporary.at("web");
}

} // namespace

TEST_CASE("a page for browsers has the story in parts, of which the first ones do for the first line", "[tools]") {
    const test_support::TemporaryFolder temporary;
    const std::string out = temporary.at("dist/made-web");
    pack_page({LIUBAI_ROOT, LIUBAI_ROOT, small_page(temporary), out}, keep_quiet);
    CHECK(bytes_of(out + "/liubai.wasm.gz") == "the program");
    const std::string page = bytes_of(out + "/index.html");
    CHECK(page.starts_with("<html lang=\"zh\"><title>留白 · Room for Wonder</title>"));
    CHECK(page.find("<span lang=\"zh\">留白</span><span lang=\"en\">Room for Wonder</span>") != std::string::npos);
    CHECK(page.find("data:image/png;base64,iVBOR") != std::string::npos);
    CHECK(page.find("font-family:\"Kai\"") != std::string::npos);
    CHECK(page.find("<script type=\"module\" src=\"page.js\"></script>") != std::string::npos);

    const auto whole = open_story(out, out);
    CHECK(whole->findings.empty());
    for (const std::string name : {"rain", "room"}) CHECK((seen(out, out, name).rgba == seen(LIUBAI_ROOT, LIUBAI_ROOT, name).rgba));

    for (const char* part : {"part-0.zip", "part-1.zip"}) temporary.put(std::string("early/") + part, bytes_of(out + "/" + part));
    const std::string early = temporary.at("early");
    // The character in the seal is bold, and bold Han comes last: the regular one stands in.
    const auto [width, height] = difference(seen(early, early, "rain"), seen(LIUBAI_ROOT, LIUBAI_ROOT, "rain"));
    CHECK(width <= 20);
    CHECK(height <= 20);
    const auto story = open_story(early, early);
    CHECK((story->content.look.pictures == whole->content.look.pictures));
    CHECK_THROWS_AS(read_sound(*story, "liubai"), StillOnItsWay);
}

TEST_CASE("a page of one scene is the same twice, and one file on its own", "[tools]") {
    const test_support::TemporaryFolder temporary;
    const std::string file = temporary.put("chat.yaml", "lines:\n  - A: 你好。\n  - B: 你好！\n");
    const std::string web = small_page(temporary);
    const std::string out = temporary.at("made-web");
    const std::string again = temporary.at("again-web");
    temporary.put("web.licences.txt", "FriBidi: LGPL");
    pack_page({file, LIUBAI_ROOT, web, out}, keep_quiet);
    const std::string licences = bytes_of(out + "/licences.txt");
    CHECK(licences.find("MIT") != std::string::npos);
    CHECK(licences.find("FriBidi: LGPL") != std::string::npos);
    pack_page({file, LIUBAI_ROOT, web, again}, keep_quiet);
    for (const auto& entry : std::filesystem::directory_iterator(out)) {
        const std::string name = entry.path().filename().string();
        CHECK(bytes_of(again + "/" + name) == bytes_of(out + "/" + name));
    }
    const std::string single = temporary.at("made.html");
    pack_single_page({file, LIUBAI_ROOT, web, single}, keep_quiet);
    const std::string text = bytes_of(single);
    CHECK(text.find("id=\"liubai.wasm.gz\">dGhlIHByb2dyYW0=</script>") != std::string::npos);
    CHECK(text.find("id=\"part-0.zip\">UEsDB") != std::string::npos);
    CHECK(text.find("id=\"licences.txt\">") != std::string::npos);
    CHECK(text.find("the page's script") != std::string::npos);
    CHECK(text.find("src=\"") == std::string::npos);

    temporary.put("web/index.html", "<html></html>");
    CHECK_THROWS_AS(pack_page({file, LIUBAI_ROOT, web, again}, keep_quiet), Error);
}
