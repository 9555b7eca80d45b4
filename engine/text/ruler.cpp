#include "text/ruler.h"

namespace liubai {
namespace {

/// Spaces at a row's end take no room (L9); a no-break space or a silence does.
bool hangs(const Unit& unit) { return unit.kind == ClusterKind::kSpace || unit.kind == ClusterKind::kBreak; }

} // namespace

Ruler::Ruler(const Shaped& shaped, const Spacing& spacing, Shaper& shaper)
    : shaped_(shaped), spacing_(spacing), shaper_(shaper), borders_(shaped.units.size() + 1) {
    double pen = 0;
    for (std::uint32_t u = 0; u < size(); ++u) {
        const Unit& unit = shaped.units[u];
        const double left = pen + spacing[u].before;
        pen = left + unit.advance;
        borders_[u].row_start = left + spacing[u].row_start;
        borders_[u].unsafe = unit.unsafe_before;
        const bool left_out = hangs(unit);
        borders_[u + 1].row_end = left_out ? borders_[u].row_end : pen - spacing[u].row_end;
        borders_[u + 1].content = left_out ? borders_[u].content : u + 1;
    }
}

std::vector<Piece> Ruler::pieces(std::uint32_t begin, std::uint32_t end) {
    std::vector<Piece> pieces;
    if (begin >= end) return pieces;
    std::uint32_t done = begin;
    if (borders_[begin].unsafe) {
        done = begin + 1;
        while (done < end && borders_[done].unsafe) ++done;
        pieces.push_back(reshape(begin, done));
    }
    if (borders_[end].unsafe && done < end) {
        std::uint32_t from = end - 1;
        while (from > done && borders_[from].unsafe) --from;
        pieces.push_back(reshape(from, end));
    }
    return pieces;
}

Piece Ruler::reshape(std::uint32_t begin, std::uint32_t end) {
    const auto [found, is_new] = reshaped_.try_emplace({begin, end});
    if (is_new) found->second = shaper_.reshape(shaped_, begin, end);
    return {begin, end, &found->second};
}

/// How much wider a row is for being shaped anew at its ends.
double Ruler::change(std::uint32_t begin, std::uint32_t end) {
    double change = 0;
    for (const Piece& piece : pieces(begin, end)) {
        for (std::uint32_t u = piece.begin; u < std::min(piece.end, borders_[end].content); ++u) {
            change += piece.shaped->units[u - piece.begin].advance - shaped_.units[u].advance;
        }
    }
    return change;
}

} // namespace liubai
