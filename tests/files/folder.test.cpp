#include <catch2/catch.hpp>

#include "base/error.h"
#include "files/folder.h"
#include "support/temporary_folder.h"
#include "files/zip_bytes.h"

#include <string>
#include <vector>

using namespace liubai;
using namespace test_support;

namespace {

/// The same small tree as a directory, as a zip, and as a zip behind a program.
std::vector<Folder> three_folders(const TemporaryFolder& temporary) {
    const std::string big(600'000, 'b');
    temporary.put("tree/top.txt", "top");
    temporary.put("tree/scenes/01 雪.yaml", "say: 雪");
    temporary.put("tree/scenes/00.yaml", "");
    temporary.put("tree/scenes/deep/x.txt", "x");
    temporary.put("tree/big.bin", big);
    const std::vector<RawEntry> entries{{.name = "top.txt", .data = "top", .deflated = true},
                                        {.name = "scenes/", .data = ""},
                                        {.name = "scenes/01 雪.yaml", .data = "say: 雪"},
                                        {.name = "scenes/00.yaml", .data = ""},
                                        {.name = "scenes/deep/x.txt", .data = "x", .deflated = true},
                                        {.name = "big.bin", .data = big}};
    std::vector<Folder> folders;
    folders.push_back(Folder::open_directory(temporary.at("tree")));
    folders.push_back(Folder::open_zip(temporary.put("tree.zip", zip_bytes(entries))));
    folders.push_back(
        Folder::open_zip(temporary.put("program", zip_bytes(entries, {.before = std::string(5'002, 'P')}))));
    folders.push_back(Folder::open_zip(temporary.put("adjusted", zip_bytes(entries, {.before = std::string(5'002, 'P'),
                                                                                     .comment = "made by hand",
                                                                                     .offsets_count_before = true}))));
    return folders;
}

} // namespace

TEST_CASE("a directory, a zip and a zip behind a program hold the same files", "[files]") {
    const TemporaryFolder temporary;
    for (const Folder& folder : three_folders(temporary)) {
        INFO(folder.name());
        CHECK(folder.read("top.txt").text() == "top");
        CHECK(folder.read("scenes/01 雪.yaml").text() == "say: 雪");
        CHECK(folder.read("scenes/00.yaml").text().empty());
        CHECK(folder.read("big.bin").text() == std::string(600'000, 'b'));
        CHECK(folder.has("scenes/deep/x.txt"));
        CHECK_FALSE(folder.has("scenes"));
        CHECK_FALSE(folder.has("scenes/"));
        CHECK_FALSE(folder.has("TOP.txt"));
        CHECK(folder.list("") == std::vector<std::string>{"big.bin", "top.txt"});
        CHECK(folder.list("scenes") == std::vector<std::string>{"00.yaml", "01 雪.yaml"});
        CHECK(folder.list("nowhere").empty());
    }
}

TEST_CASE("what is not there, not allowed or too large cannot be read", "[files]") {
    const TemporaryFolder temporary;
    for (const Folder& folder : three_folders(temporary)) {
        INFO(folder.name());
        CHECK_THROWS_AS(folder.read("nothing.txt"), Error);
        CHECK_THROWS_AS(folder.read("scenes"), Error);
        CHECK_THROWS_AS(folder.read("../tree/top.txt"), Error);
        CHECK_THROWS_AS(folder.read(temporary.at("tree/top.txt")), Error);
        CHECK_THROWS_AS(folder.list(".."), Error);
        CHECK_FALSE(folder.has("scenes/../top.txt"));
        CHECK_THROWS_AS(folder.read("top.txt", 2), Error);
        CHECK_THROWS_AS(folder.read("big.bin", 599'999), Error);
        CHECK_NOTHROW(folder.read("big.bin", 600'000));
    }
}

TEST_CASE("bytes outlive the folder they came from", "[files]") {
    Blob small;
    Blob big;
    const TemporaryFolder temporary;
    {
        const auto folders = three_folders(temporary);
        small = folders[1].read("top.txt");
        big = folders[0].read("big.bin");
    }
    CHECK(small.text() == "top");
    CHECK(big.text().back() == 'b');
}

TEST_CASE("unsafe paths are told from safe ones", "[files]") {
    for (const char* path : {"a", "a/b.txt", "游戏/雪 1.yaml", "..a", "a..", "a/...b", ".hidden"}) {
        INFO(path);
        CHECK(is_safe_path(path));
    }
    for (const char* path : {"", "/", "/a", "a/", "a//b", ".", "..", "./a", "a/./b", "a/../b", "a/..", "../a", "a\\b",
                             "..\\a", "C:/a", "C:a", "a:stream", "a\nb", "a\x7F"}) {
        INFO(path);
        CHECK_FALSE(is_safe_path(path));
    }
    CHECK_FALSE(is_safe_path(std::string("a\0b", 3)));
}

TEST_CASE("a link may stay inside its folder but not lead out", "[files]") {
    const TemporaryFolder temporary;
    temporary.put("secret.txt", "secret");
    temporary.put("tree/inside.txt", "inside");
    fs::create_symlink("inside.txt", temporary.path() / "tree/good");
    fs::create_symlink("../secret.txt", temporary.path() / "tree/bad");
    fs::create_directory_symlink("..", temporary.path() / "tree/up");
    fs::create_symlink("missing", temporary.path() / "tree/dangling");
    fs::create_symlink("loop", temporary.path() / "tree/loop");
    const Folder folder = Folder::open_directory(temporary.at("tree"));
    CHECK(folder.read("good").text() == "inside");
    for (const char* path : {"bad", "up/secret.txt", "up/tree/inside.txt", "dangling", "loop"}) {
        INFO(path);
        const bool comes_back = std::string(path) == "up/tree/inside.txt"; // it leads to a file of the folder after all
        CHECK(folder.has(path) == comes_back);
        if (!comes_back) CHECK_THROWS_AS(folder.read(path), Error);
    }
    CHECK(folder.list("") == std::vector<std::string>{"good", "inside.txt"});
    CHECK(folder.list("up").empty());
}

TEST_CASE("a folder that is none cannot be opened", "[files]") {
    const TemporaryFolder temporary;
    const std::string file = temporary.put("file.txt", "no zip");
    CHECK_THROWS_AS(Folder::open_directory(file), Error);
    CHECK_THROWS_AS(Folder::open_directory(temporary.at("nothing")), Error);
    CHECK_THROWS_AS(Folder::open_zip(temporary.at("nothing")), Error);
    CHECK_THROWS_AS(Folder::open_zip(file), Error);
}
