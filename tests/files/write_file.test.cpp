#include <catch2/catch.hpp>

#include "base/error.h"
#include "files/folder.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <iterator>

using namespace liubai;
using namespace test_support;

namespace {

std::string content(const TemporaryFolder& temporary, const std::string& name) {
    return std::string(Folder::open_directory(temporary.path().string()).read(name).text());
}

long count_files(const TemporaryFolder& temporary) {
    return std::distance(fs::directory_iterator(temporary.path()), fs::directory_iterator());
}

} // namespace

TEST_CASE("a written file holds the whole text and leaves nothing beside it", "[files]") {
    const TemporaryFolder temporary;
    const std::string long_text(1'000'000, 'x');
    for (const std::string& text : {std::string("雪\r\n\0.", 8), std::string(), long_text, std::string("short")}) {
        write_file(temporary.at("存档.txt"), text);
        CHECK(content(temporary, "存档.txt") == text);
        CHECK(count_files(temporary) == 1);
    }
}

TEST_CASE("a file keeps its permissions when it is written again", "[files]") {
    const TemporaryFolder temporary;
    const std::string path = temporary.put("tool.sh", "old");
    const auto wanted = fs::perms::owner_all | fs::perms::group_read;
    fs::permissions(path, wanted);
    write_file(path, "new");
    CHECK(fs::status(path).permissions() == wanted);
}

TEST_CASE("when a file cannot be written the old one stays", "[files]") {
    const TemporaryFolder temporary;
    CHECK_THROWS_AS(write_file(temporary.at("no/such/folder.txt"), "x"), Error);
    fs::create_directory(temporary.path() / "folder");
    CHECK_THROWS_AS(write_file(temporary.at("folder"), "x"), Error);
    CHECK(fs::is_directory(temporary.path() / "folder"));
    CHECK(count_files(temporary) == 1);
}
