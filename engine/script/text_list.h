#pragma once
// The texts that `liubai layout` is asked to set, and its answers: JSON and plain text in, JSON out, so that any outside
// reference can be compared.

#include "text/layout.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

struct ListedText {
    std::string id;
    std::string language; ///< BCP 47; "" = not said
    std::string text;
    bool operator==(const ListedText&) const = default;
};

/// A JSON list [{"id", "lang", "text"}] in its order, or plain text: a paragraph a line, its id the line's number.
/// Throws Error for JSON that is no such list.
std::vector<ListedText> texts_from(std::string_view file);

/// What layouts_json() tells of one text.
struct SetText {
    const ListedText* text = nullptr;
    const Layout* layout = nullptr;
};

/// [{"id", "lines": [{"cp", "byte", "end_cp", "width"}], "clusters": [[cp, row, x]]}]. A line runs from code point `cp`,
/// which is at byte `byte`, to `end_cp`, where the next begins; its width is without trailing spaces. A cluster begins
/// at `cp`, in row `row` (from 0), with its left edge at x. Widths and x in the units of the layout, to 1/1000.
std::string layouts_json(const std::vector<SetText>& texts);

/// [{"id", "breaks": [cp, …]}]. The offsets are bytes of each text.
struct BreaksOfText {
    const ListedText* text = nullptr;
    std::vector<std::size_t> breaks;
};
std::string breaks_json(const std::vector<BreaksOfText>& texts);

} // namespace liubai
