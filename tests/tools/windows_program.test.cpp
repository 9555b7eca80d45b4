// What packing changes in a Windows program: read back as Windows would read it.
#include "base/error.h"
#include "tools/windows_program.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace liubai;

namespace {

void put(std::string& bytes, std::size_t at, std::size_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFF);
}

constexpr std::size_t kHeaders = 0x80; ///< where they begin

/// A program of the console for 64 bits with one section and no resources.
std::string small_program() {
    std::string program(0x600, '\0');
    program.replace(0, 2, "MZ");
    put(program, 0x3C, kHeaders, 4);
    program.replace(kHeaders, 2, "PE");
    put(program, kHeaders + 6, 1, 2);            // sections
    put(program, kHeaders + 20, 240, 2);         // size of the optional header
    put(program, kHeaders + 24, 0x20B, 2);       // for 64 bits
    put(program, kHeaders + 24 + 32, 0x1000, 4); // alignment in memory
    put(program, kHeaders + 24 + 36, 0x200, 4);  // and in the file
    put(program, kHeaders + 24 + 56, 0x2000, 4); // size in memory
    put(program, kHeaders + 24 + 60, 0x400, 4);  // of the headers
    put(program, kHeaders + 24 + 68, 3, 2);      // the console
    const std::size_t section = kHeaders + 24 + 240;
    program.replace(section, 5, ".text");
    put(program, section + 8, 0x10, 4);
    put(program, section + 12, 0x1000, 4);
    put(program, section + 16, 0x200, 4);
    put(program, section + 20, 0x400, 4);
    return program;
}

std::string utf16(std::u16string_view text) {
    std::string out;
    for (const char16_t c : text) out += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
    return out;
}

const Resource* of_type(const std::vector<Resource>& resources, unsigned type) {
    const auto found = std::find_if(resources.begin(), resources.end(), [&](const Resource& r) { return r.type == type; });
    return found == resources.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a program for readers tells Windows the story's name, version and icon, and wants no console", "[tools]") {
    CHECK(is_windows_program(small_program()));
    CHECK_FALSE(is_windows_program("\x7F" "ELF"));
    CHECK(resources_of(small_program()).empty());
    const std::string made = for_readers(small_program(), {"留白", "1.2", {{256, "large"}, {16, "small one"}}});
    CHECK(made[kHeaders + 24 + 68] == 2);
    CHECK(made.size() % 0x200 == 0);
    const auto resources = resources_of(made);
    REQUIRE(resources.size() == 4); // two pictures, their group, the version
    CHECK(resources[0].bytes == "large");
    CHECK(resources[1].bytes == "small one");
    const Resource* group = of_type(resources, 14);
    REQUIRE(group);
    CHECK(group->bytes.size() == 6 + 2 * 14);
    CHECK(group->bytes[6] == 0); // 256
    CHECK(group->bytes[6 + 14] == 16);
    CHECK(group->bytes[6 + 14 + 8] == 9); // bytes of the small one
    const Resource* version = of_type(resources, 16);
    REQUIRE(version);
    CHECK(version->bytes.find(utf16(u"ProductName")) != std::string::npos);
    CHECK(version->bytes.find(utf16(u"留白")) != std::string::npos);
    CHECK(version->bytes.find(utf16(u"1.2")) != std::string::npos);
    CHECK(version->bytes.find(std::string("\x02\0\x01\0", 4)) != std::string::npos); // 1.2 as two numbers
}

TEST_CASE("what the story does not name stays the program's own", "[tools]") {
    const std::string once = for_readers(small_program(), {"one", "1", {{32, "picture"}}});
    const auto resources = resources_of(for_readers(once, {"two", "2", {}}));
    REQUIRE(of_type(resources, 3));
    CHECK(of_type(resources, 3)->bytes == "picture");
    CHECK(of_type(resources, 14)->bytes == of_type(resources_of(once), 14)->bytes);
    CHECK(of_type(resources, 16)->bytes.find(utf16(u"two")) != std::string::npos);
    CHECK(std::count_if(resources.begin(), resources.end(), [](const Resource& r) { return r.type == 16; }) == 1);
}

TEST_CASE("a damaged program is refused, wherever it ends", "[tools]") {
    const std::string whole = for_readers(small_program(), {"one", "1", {}});
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        CAPTURE(size);
        try {
            for_readers(whole.substr(0, size), {"two", "2", {}});
        } catch (const Error&) { // and nothing else
        }
    }
    CHECK_THROWS_AS(for_readers("MZ", {"two", "2", {}}), Error);
}
