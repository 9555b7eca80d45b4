#include <catch2/catch.hpp>

#include "base/error.h"
#include "files/folder.h"
#include "support/temporary_folder.h"
#include "files/zip_bytes.h"

#include <zip.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace liubai;
using namespace test_support;

namespace {

struct Case {
    std::string name;
    std::string bytes;
};

std::string opening_error(const std::string& bytes) {
    const TemporaryFolder temporary;
    try {
        Folder::open_zip(temporary.put("case.zip", bytes));
    } catch (const Error& e) {
        return e.what();
    }
    return "";
}

RawEntry plain(const std::string& name) { return {.name = name, .data = "hello"}; }

/// Ten million zeros, deflated by libzip, with a directory that says they are `size`.
std::string bomb(const TemporaryFolder& temporary, std::uint32_t size) {
    const std::string path = temporary.at("bomb.zip");
    const std::string zeros(10'000'000, '\0');
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    REQUIRE(zip);
    zip_file_add(zip, "zeros", zip_source_buffer(zip, zeros.data(), zeros.size(), 0), 0);
    REQUIRE(zip_close(zip) == 0);
    std::ifstream file(path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    std::string all = bytes.str();
    std::string honest;
    std::string lie;
    put(honest, zeros.size(), 4);
    put(lie, size, 4);
    for (std::size_t at = 0; (at = all.find(honest, at)) != std::string::npos; ++at) all.replace(at, 4, lie);
    return all;
}

} // namespace

TEST_CASE("an archive that could harm is refused when it is opened", "[files]") {
    const RawEntry a = plain("a.txt");
    RawEntry link = plain("link");
    link.attributes = 0120777u << 16;
    RawEntry device = plain("device");
    device.attributes = 0020666u << 16;
    RawEntry encrypted = plain("e");
    encrypted.flags |= 1;
    RawEntry odd = plain("odd");
    odd.method = 93;
    RawEntry mismatched = plain("a.txt");
    mismatched.local_name = "b.txt";
    RawEntry huge = plain("huge");
    huge.deflated = true;
    huge.size = 0xFFFFFFF0;
    RawEntry overlong = plain("overlong");
    overlong.packed_size = 0x7FFFFFFF;
    RawEntry stored_lie = plain("stored");
    stored_lie.size = 3;

    const std::vector<Case> cases{
        {"a path upwards", zip_bytes({plain("../evil.txt")})},
        {"a path upwards in the middle", zip_bytes({plain("a/../../b.txt")})},
        {"an absolute path", zip_bytes({plain("/abs.txt")})},
        {"a drive", zip_bytes({plain("C:w.txt")})},
        {"a backslash", zip_bytes({plain("a\\..\\b.txt")})},
        {"a dot", zip_bytes({plain("d/./c.txt")})},
        {"an empty name", zip_bytes({plain("")})},
        {"a name of a slash", zip_bytes({plain("/")})},
        {"a control character", zip_bytes({plain("a\nb")})},
        {"a name that is not UTF-8", zip_bytes({plain("\xFF\xFE.txt")})},
        {"a name in an old code page", zip_bytes({{.name = "\x81"
                                                           "ber.txt",
                                                   .data = "x",
                                                   .flags = 0}})},
        {"a symlink", zip_bytes({link})},
        {"a device", zip_bytes({device})},
        {"an encrypted file", zip_bytes({encrypted})},
        {"a method we cannot read", zip_bytes({odd})},
        {"the same name twice", zip_bytes({a, plain("b"), a})},
        {"names that differ in case only", zip_bytes({a, plain("A.TXT")})},
        {"a file and a folder of one name", zip_bytes({plain("a"), plain("a/")})},
        {"a local name that differs", zip_bytes({mismatched})},
        {"more than deflate can hold", zip_bytes({huge})},
        {"packed data longer than the file", zip_bytes({overlong})},
        {"stored data of another size", zip_bytes({stored_lie})},
        {"entries that share their data",
         zip_bytes({a, plain("b.txt"), plain("c.txt")}, {.all_share_the_first = true})},
        {"a count that lies", zip_bytes({a, plain("b.txt")}, {.count = std::uint16_t{1}})},
        {"junk at the end", zip_bytes({a}, {.after = std::string(100, 'J')})},
        {"much junk at the end", zip_bytes({a}, {.after = std::string(70'000, 'J')})},
        {"a cut end", zip_bytes({a, plain("b.txt")}).substr(0, 150)},
        {"no bytes", ""},
        {"an end record alone that points before the file",
         "PK\x05\x06" + std::string(8, '\0') + std::string(4, '\x7F') + std::string(6, '\0')},
    };
    for (const Case& one : cases) {
        INFO(one.name);
        CHECK(opening_error(one.bytes) != "");
    }
    CHECK(opening_error(zip_bytes({a, plain("b.txt"), plain("d/"), plain("d/a.txt")})) == "");
    CHECK(opening_error(zip_bytes({})) == "");
}

TEST_CASE("too many entries are refused", "[files]") {
    std::vector<RawEntry> many;
    for (int i = 0; i <= 20'000; ++i) many.push_back({.name = std::to_string(i), .data = ""});
    CHECK(opening_error(zip_bytes(many)).find("too many") != std::string::npos);
    many.pop_back();
    CHECK(opening_error(zip_bytes(many)) == "");
}

TEST_CASE("a file of another size than it declares is refused", "[files]") {
    const TemporaryFolder temporary;
    const auto read_bomb = [&](std::uint32_t size, std::size_t limit) {
        const Folder folder = Folder::open_zip(temporary.put("case.zip", bomb(temporary, size)));
        return folder.read("zeros", limit).bytes.size();
    };
    CHECK(read_bomb(10'000'000, 10'000'000) == 10'000'000);
    CHECK_THROWS_AS(read_bomb(10'000'000, 9'999'999), Error);
    CHECK_THROWS_AS(read_bomb(100, 10'000'000), Error);
    CHECK_THROWS_AS(read_bomb(9'999'999, 10'000'000), Error);
    CHECK_THROWS_AS(read_bomb(10'000'001, 20'000'000), Error);
}

TEST_CASE("a damaged file in a sound archive is told when it is read", "[files]") {
    const TemporaryFolder temporary;
    RawEntry wrong = plain("wrong.txt");
    wrong.crc = 1;
    RawEntry cut = plain("cut.txt");
    cut.deflated = true;
    cut.data = std::string(100, 'c');
    std::string bytes = zip_bytes({plain("right.txt"), wrong, cut});
    bytes[bytes.find(std::string(100, 'c')) - 4] ^= 0x20; // the length inside the deflate block
    const Folder folder = Folder::open_zip(temporary.put("case.zip", bytes));
    CHECK(folder.read("right.txt").text() == "hello");
    CHECK_THROWS_AS(folder.read("wrong.txt"), Error);
    CHECK_THROWS_AS(folder.read("cut.txt"), Error);
    CHECK(folder.read("right.txt").text() == "hello");
}
