#include "base/utf8.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

using namespace liubai;

namespace {

namespace fs = std::filesystem;

std::u32string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return to_utf32(std::string{std::istreambuf_iterator<char>(in), {}});
}

/// The lines that make an Error.
std::u32string errors_in(const std::u32string& source) {
    std::u32string lines;
    for (std::size_t begin = 0; begin < source.size();) {
        const std::size_t end = std::min(source.find(U'\n', begin), source.size());
        const std::u32string line = source.substr(begin, end - begin);
        if (line.find(U"Error({") != line.npos) lines += line;
        begin = end + 1;
    }
    return lines;
}

} // namespace

TEST_CASE("the last-resort screen has every Han character that the engine's sentences use", "[render]") {
    const fs::path root = LIUBAI_ROOT;
    const std::u32string known = read(root / "fonts/message.txt");
    const std::set<char32_t> drawn(known.begin(), known.end());
    REQUIRE(drawn.size() > 300);
    for (const auto& entry : fs::recursive_directory_iterator(root / "engine")) {
        const std::string path = entry.path().generic_string();
        if (!entry.is_regular_file()) continue;
        std::u32string said = read(entry.path());
        // The rest there is what it sets, and the prose of docs/steps.md.
        const bool errors_only = path.find("/text/") != std::string::npos || path.find("/script/verb") != std::string::npos;
        if (errors_only) said = errors_in(said);
        for (const char32_t c : said) {
            INFO(path << ": " << to_utf8(std::u32string(1, c)) << "; add it to fonts/message.txt and run fonts/build.py");
            if (is_han(c)) CHECK(drawn.contains(c));
        }
    }
}
