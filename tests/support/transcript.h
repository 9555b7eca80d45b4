#pragma once
// The paragraphs of the conversation as it came to us: real text for tests of typography.

#include <catch2/catch.hpp>

#include <fstream>
#include <string>
#include <vector>

struct TranscriptParagraph {
    bool zh = false; ///< said by A, whose language is Chinese
    std::string text;
};

inline std::vector<TranscriptParagraph> transcript() {
    std::ifstream file(LIUBAI_ROOT "/scenes/transcript.txt");
    std::vector<TranscriptParagraph> paragraphs;
    bool zh = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("[A]: ") || line.starts_with("[B]: ")) {
            zh = line[1] == 'A';
            line.erase(0, 5);
        }
        if (!line.empty()) paragraphs.push_back({zh, line});
    }
    REQUIRE(!paragraphs.empty());
    return paragraphs;
}
