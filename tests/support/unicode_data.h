#pragma once
// Unicode's own test files, from Debian's package unicode-data. Where it is not installed a test warns and passes.

#include <catch2/catch.hpp>

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

struct BreakTest {
    std::u32string text;
    std::vector<bool> borders; ///< size + 1
    std::string line;
};

inline std::optional<std::ifstream> open_unicode_data(const std::string& name) {
    std::ifstream file("/usr/share/unicode/" + name);
    if (file) return file;
    WARN("not tested: " << name << " is missing; install the package unicode-data");
    return {};
}

/// The cases of a file of lines like "÷ 0020 × 0308 ÷  # comment".
inline std::optional<std::vector<BreakTest>> read_break_tests(const std::string& name) {
    auto file = open_unicode_data(name);
    if (!file) return {};
    std::vector<BreakTest> tests;
    for (std::string line; std::getline(*file, line);) {
        std::istringstream words(line.substr(0, line.find('#')));
        BreakTest test;
        test.line = line;
        for (std::string word; words >> word;) {
            if (word == "÷" || word == "×") {
                test.borders.push_back(word == "÷");
            } else {
                test.text.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
            }
        }
        if (!test.text.empty()) tests.push_back(test);
    }
    return tests;
}

/// The sequences of emoji-test.txt.
inline std::optional<std::vector<std::u32string>> read_emoji_tests() {
    auto file = open_unicode_data("emoji/emoji-test.txt");
    if (!file) return {};
    std::vector<std::u32string> tests;
    for (std::string line; std::getline(*file, line);) {
        const std::size_t end = line.find(';');
        if (line.starts_with('#') || end == std::string::npos) continue;
        std::istringstream words(line.substr(0, end));
        std::u32string text;
        for (std::string word; words >> word;) text.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
        tests.push_back(text);
    }
    return tests;
}
