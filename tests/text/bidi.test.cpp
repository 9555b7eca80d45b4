#include "text/bidi.h"

#include "support/unicode_data.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

struct BidiCase {
    std::u32string text;
    int direction = 0;
    int base = 0;
    std::vector<int> levels; ///< -1: removed by rule X9
    std::vector<std::uint32_t> order;
    std::string line;
};

BidiCase read_case(const std::string& line) {
    BidiCase test;
    test.line = line;
    std::istringstream fields(line);
    std::string codes;
    std::string direction;
    std::string base;
    std::string levels;
    std::string order;
    std::getline(fields, codes, ';');
    std::getline(fields, direction, ';');
    std::getline(fields, base, ';');
    std::getline(fields, levels, ';');
    std::getline(fields, order, ';');
    std::istringstream words(codes);
    for (std::string word; words >> word;) test.text.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    test.direction = std::stoi(direction);
    test.base = std::stoi(base);
    words = std::istringstream(levels);
    for (std::string word; words >> word;) test.levels.push_back(word == "x" ? -1 : std::stoi(word));
    words = std::istringstream(order);
    for (std::uint32_t place = 0; words >> place;) test.order.push_back(place);
    return test;
}

bool passes(const BidiCase& test) {
    std::vector<CharInfo> info;
    for (const char32_t c : test.text) info.push_back(char_info(c));
    int base = test.direction == 2 ? -1 : test.direction;
    const std::vector<std::uint8_t> levels = paragraph_levels(test.text, info, base);
    if (base != test.base) return false;
    std::vector<std::uint8_t> kept;
    std::vector<std::uint32_t> index;
    for (std::uint32_t i = 0; i < levels.size(); ++i) {
        if (test.levels[i] < 0) continue;
        if (test.levels[i] != levels[i]) return false;
        kept.push_back(levels[i]);
        index.push_back(i);
    }
    std::vector<std::uint32_t> order = visual_order(kept);
    for (std::uint32_t& place : order) place = index[place];
    return order == test.order;
}

} // namespace

TEST_CASE("A3: every case of BidiCharacterTest.txt gets its levels and order", "[text][A3]") {
    auto file = open_unicode_data("BidiCharacterTest.txt");
    if (!file) return;
    std::size_t cases = 0;
    std::size_t wrong = 0;
    for (std::string line; std::getline(*file, line);) {
        if (line.empty() || line[0] == '#') continue;
        ++cases;
        const BidiCase test = read_case(line);
        if (passes(test)) continue;
        ++wrong;
        if (wrong <= 10) UNSCOPED_INFO(line);
    }
    CHECK(wrong == 0);
    CHECK(cases == 91707);
}
