#pragma once
// The scenes of a story, in its order: where a reader may go back to, and how much of each they have read.

#include "ui/screens.h"

#include <cstddef>
#include <string>
#include <vector>

namespace liubai {

struct ChapterRow {
    std::size_t option = 0;    ///< of its button
    bool is_reached = false;   ///< else nothing of it is told
    std::string heading;       ///< of the chapter that begins with it; may be empty
    std::string title;         ///< in the reader's language
    std::string other;         ///< and in the other one; may be empty
    float read = 0;            ///< the share of its lines, 0…1
    bool operator==(const ChapterRow&) const = default;
};

/// The first row of each page.
std::vector<std::size_t> chapter_pages(const ScreenContext& c, const std::vector<ChapterRow>& rows);

/// That page of them (kChapter, kPage, kBack).
std::vector<Button> put_chapters_screen(Items& items, const ScreenContext& c, const std::vector<ChapterRow>& rows,
                                        std::size_t page);

} // namespace liubai
