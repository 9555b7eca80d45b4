#include "text/ruler.h"

#include <algorithm>

namespace liubai {
namespace {

/// Spaces at a row's end take no room (L9); a no-break space or a silence does.
bool hangs(const Unit& unit) { return unit.kind == ClusterKind::kSpace || unit.kind == ClusterKind::kBreak; }

} // namespace

Ruler::Ruler(const Shaped& shaped, const Spacing& spacing, Shaper& shaper)
    : shaped_(shaped), spacing_(spacing), shaper_(shaper) {
    pen_.reserve(shaped.units.size() + 1);
    content_.reserve(shaped.units.size() + 1);
    pen_.push_back(0);
    content_.push_back(0);
    for (std::uint32_t u = 0; u < size(); ++u) {
        pen_.push_back(pen_.back() + spacing.before[u] + shaped.units[u].advance);
        content_.push_back(hangs(shaped.units[u]) ? content_.back() : u + 1);
    }
}

std::uint32_t Ruler::content_end(std::uint32_t begin, std::uint32_t end) const {
    return std::max(begin, content_[end]);
}

double Ruler::width(std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t content = content_end(begin, end);
    if (content == begin) return 0;
    double width = pen_[content] - pen_[begin] - spacing_.before[begin];
    width -= spacing_.row_start[begin] + spacing_.row_end[content - 1];
    if (unsafe(begin) || unsafe(end)) {
        for (const Piece& piece : pieces(begin, end)) width += change(piece, content);
    }
    return width;
}

std::vector<Piece> Ruler::pieces(std::uint32_t begin, std::uint32_t end) {
    std::vector<Piece> pieces;
    if (begin >= end) return pieces;
    std::uint32_t done = begin;
    if (unsafe(begin)) {
        done = begin + 1;
        while (done < end && unsafe(done)) ++done;
        pieces.push_back(reshape(begin, done));
    }
    if (unsafe(end) && done < end) {
        std::uint32_t from = end - 1;
        while (from > done && unsafe(from)) --from;
        pieces.push_back(reshape(from, end));
    }
    return pieces;
}

Piece Ruler::reshape(std::uint32_t begin, std::uint32_t end) {
    const auto [found, is_new] = reshaped_.try_emplace({begin, end});
    if (is_new) found->second = shaper_.reshape(shaped_, begin, end);
    return {begin, end, &found->second};
}

double Ruler::change(const Piece& piece, std::uint32_t content) const {
    double change = 0;
    for (std::uint32_t u = piece.begin; u < std::min(piece.end, content); ++u) {
        change += piece.shaped->units[u - piece.begin].advance - shaped_.units[u].advance;
    }
    return change;
}

} // namespace liubai
