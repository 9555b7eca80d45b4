#pragma once
// How wide a row would be: exact, with the marks at its ends trimmed, trailing spaces left out, and what a break would
// cut shaped again.

#include "text/spacing.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace liubai {

/// Units of a row that were shaped anew because a break changed them.
struct Piece {
    std::uint32_t begin = 0; ///< units
    std::uint32_t end = 0;
    const Shaped* shaped = nullptr;
};

class Ruler {
public:
    /// Keeps: all three, which must outlive this.
    Ruler(const Shaped& shaped, const Spacing& spacing, Shaper& shaper);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(shaped_.units.size()); }
    [[nodiscard]] const Unit& unit(std::uint32_t u) const { return shaped_.units[u]; }
    [[nodiscard]] const Shaped& shaped() const { return shaped_; }
    [[nodiscard]] const Spacing& spacing() const { return spacing_; }

    /// True for the text's first unit and those after a hard break.
    [[nodiscard]] bool starts_paragraph(std::uint32_t u) const {
        return u == 0 || unit(u - 1).kind == ClusterKind::kBreak;
    }

    /// The end of a row's units [begin, end) without its trailing spaces.
    [[nodiscard]] std::uint32_t content_end(std::uint32_t begin, std::uint32_t end) const {
        return std::max(begin, borders_[end].content);
    }

    /// The width of a row of the units [begin, end).
    double width(std::uint32_t begin, std::uint32_t end) {
        const Border& from = borders_[begin];
        const Border& to = borders_[end];
        if (to.content <= begin) return 0;
        const double width = to.row_end - from.row_start;
        return from.unsafe || to.unsafe ? width + change(begin, end) : width;
    }

    /// What of that row must be taken from new shapes: at most one piece at its start and one at its end.
    std::vector<Piece> pieces(std::uint32_t begin, std::uint32_t end);

private:
    /// What stands before a unit; the last one is the end of the text. Places are those of one row of all units.
    struct Border {
        double row_start = 0;      ///< where a row that starts here has its left edge
        double row_end = 0;        ///< where one that ends here has its right edge
        std::uint32_t content = 0; ///< the end of what comes before, spaces left out
        bool unsafe = false;       ///< breaking here changes shapes
    };

    double change(std::uint32_t begin, std::uint32_t end);
    Piece reshape(std::uint32_t begin, std::uint32_t end);

    const Shaped& shaped_;
    const Spacing& spacing_;
    Shaper& shaper_;
    std::vector<Border> borders_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Shaped> reshaped_;
};

} // namespace liubai
