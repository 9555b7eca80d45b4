#pragma once
// Entries of a screen, in columns or side by side, as large as the reader's text or as small as the room asks.

#include "ui/screens.h"

#include <string>
#include <vector>

namespace liubai {

struct Entry {
    std::string label;
    Command command;
    std::size_t option = 0;
};

/// Buttons one below the other; in a low window in several columns, the first filled first.
struct Column {
    TextStyle style;
    std::size_t across = 1;
    bool wraps = false; ///< a label has several rows
    std::vector<float> heights; ///< of the rows
    float reach = 0;            ///< no label is wider
    float pitch = 0;            ///< from one column's middle to the next's
    float width = 0;            ///< of all labels
    float height = 0;
};

/// In the reader's text size, or as much smaller as `most` height asks for. Before it is smaller than secondary text it
/// takes more columns, if each label stands there in one row.
Column measure_column(const ScreenContext& c, const std::vector<Entry>& entries, float most);

/// Puts them around a centre line, the first at `top`.
std::vector<Button> put_column(Items& items, const ScreenContext& c, const Column& column,
                               const std::vector<Entry>& entries, float x, float top, float alpha = 1);

/// Side by side around `center`, smaller where they would be wider than the canvas.
std::vector<Button> put_row(Items& items, const ScreenContext& c, const std::vector<Entry>& entries, Vec2 center,
                            float alpha);

/// The entries in the way that suits the canvas: a row at its foot, or in a tall one a column below `top`.
std::vector<Button> put_entries(Items& items, const ScreenContext& c, const std::vector<Entry>& entries, float top,
                                float alpha);

inline constexpr float kSideMargin = 60; ///< of the widest text of a screen, units
inline constexpr float kLeastText = 18;  ///< no text is set smaller, units

/// Of a text that may be as wide as the screen.
float widest(const ScreenContext& c);

} // namespace liubai
