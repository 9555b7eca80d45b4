// A story may be read while its later parts are still on their way.
#include "base/error.h"
#include "files/folder.h"
#include "files/raw_file.h"
#include "files/zip_parts.h"
#include "files/zip_writer.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

using Files = std::map<std::string, std::string>;

std::string zip_with(const Files& texts) {
    std::map<std::string, Blob> files;
    for (const auto& [name, text] : texts) files[name] = blob_of(text);
    return zip_of(files);
}

} // namespace

TEST_CASE("a file that comes later is known by its beginning until it is here", "[files]") {
    const test_support::TemporaryFolder temporary;
    temporary.put("part-0.zip", zip_with({{"story/a.yaml", "lines: []"}, {"heads/story/b.webp", "RIFF"}}));
    const std::string place = temporary.path().string();
    REQUIRE(Folder::is_packed(place));
    const Folder folder = Folder::open_zip(place, "story");
    CHECK(folder.parts() == 1);
    CHECK(folder.read("a.yaml").text() == "lines: []");
    CHECK(folder.has("b.webp"));
    CHECK(folder.list("") == std::vector<std::string>{"a.yaml", "b.webp"});
    CHECK(folder.read_start("b.webp", 100).text() == "RIFF");
    CHECK_THROWS_AS(folder.read("b.webp"), StillOnItsWay);
    CHECK_FALSE(folder.has("c.webp"));
    CHECK_THROWS_AS(folder.read("c.webp"), Error);
    CHECK_THROWS_AS(folder.read("../a.yaml"), Error);

    SECTION("a part that comes brings it") {
        temporary.put("part-1.zip", zip_with({{"story/b.webp", "RIFF and all"}}));
        CHECK(folder.read("b.webp").text() == "RIFF and all");
        CHECK(folder.read_start("b.webp", 6).text() == "RIFF a");
        CHECK(folder.parts() == 2);
    }
    SECTION("parts are taken in their order") {
        temporary.put("part-2.zip", zip_with({{"story/b.webp", "RIFF and all"}}));
        CHECK_THROWS_AS(folder.read("b.webp"), StillOnItsWay);
        temporary.put("part-1.zip", zip_with({{"story/c.webp", ""}}));
        CHECK(folder.read("b.webp").text() == "RIFF and all");
    }
    SECTION("a damaged part is refused as any zip is") {
        temporary.put("part-1.zip", "no zip");
        CHECK_THROWS_AS(folder.read("b.webp"), Error);
    }
}

TEST_CASE("a folder without a first part is a folder", "[files]") {
    const test_support::TemporaryFolder temporary;
    temporary.put("part-1.zip", "");
    CHECK_FALSE(Folder::is_packed(temporary.path().string()));
}
