#pragma once
// Short ways to lay out a test string and to read its rows.

#include "support/test_fonts.h"
#include "text/paragraph.h"

#include <limits>
#include <string>
#include <vector>

/// 32 units, one row pitch, the serif family: the style of the requirements' examples.
inline liubai::TextStyle test_style(float size = 32) {
    liubai::TextStyle style;
    style.size = size;
    return style;
}

inline liubai::TextStyle plain_test_style(float size = 32) {
    liubai::TextStyle style = test_style(size);
    style.autospace = false;
    style.trim = false;
    return style;
}

constexpr float kNoLimit = std::numeric_limits<float>::infinity();

inline float width_of(const std::string& text, const liubai::TextStyle& style) {
    return liubai::lay_out(text, style, kNoLimit, test_fonts()).size.x;
}

/// The text of each row, its trailing spaces included.
inline std::vector<std::string> rows_of(const std::string& text, const liubai::Layout& layout) {
    std::vector<std::string> rows;
    for (const liubai::Row& row : layout.rows) {
        const std::size_t begin = layout.clusters[row.cluster_begin].byte_begin;
        rows.push_back(text.substr(begin, layout.clusters[row.cluster_end - 1].byte_end - begin));
    }
    return rows;
}

inline std::vector<std::string> rows_of(const std::string& text, const liubai::TextStyle& style, float width,
                                        const liubai::Fonts& fonts = test_fonts()) {
    return rows_of(text, liubai::lay_out(text, style, width, fonts));
}
