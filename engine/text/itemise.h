#pragma once
// Cuts a text into runs that one face can shape in one go: same direction, script, language, style and font
// (UAX #24, requirements I1 to I10).

#include "text/faces.h"
#include "text/sides.h"

struct hb_language_impl_t;

namespace liubai {

enum class RunKind : std::uint8_t {
    kText,
    kEmoji,   ///< scaled to one em and centred on the Han body
    kMissing, ///< boxes
    kGap,     ///< one silence
    kHidden,  ///< spaces that collapsed, controls, hard breaks
};

struct Run {
    std::uint32_t begin = 0; ///< characters
    std::uint32_t end = 0;
    RunKind kind = RunKind::kText;
    FaceSide side = FaceSide::kLatin;
    FaceUse font;
    std::uint32_t script = 0;                     ///< as HarfBuzz names it (ISO 15924)
    const hb_language_impl_t* language = nullptr; ///< likewise (BCP 47)
    std::uint8_t level = 0;                       ///< bidi; odd = right to left
    std::uint16_t style = 0;
};

/// `levels` is empty when everything runs left to right.
std::vector<Run> itemise(const TextSource& source, const Sides& sides, const std::vector<std::uint8_t>& levels,
                         const TextStyle& style, Fonts::Impl& fonts);

} // namespace liubai
