#pragma once
// The table of pinyin that comes with the engine, kept for the whole test program.

#include "text/pinyin.h"

#include <fstream>
#include <sstream>

inline liubai::Blob blob_of(std::string text) {
    auto* owned = new std::string(std::move(text));
    return {std::as_bytes(std::span(owned->data(), owned->size())),
            {owned, [](void* p) { delete static_cast<std::string*>(p); }}};
}

inline std::string file_text(const std::string& path) {
    std::ifstream file(LIUBAI_ROOT + path);
    std::stringstream all;
    all << file.rdbuf();
    return all.str();
}

inline const liubai::Pinyin& pinyin_table() {
    static const liubai::Pinyin table(blob_of(file_text("/assets/pinyin.txt")));
    return table;
}
