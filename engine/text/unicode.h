#pragma once
// What the Unicode Character Database says of one character: one look-up for everything text/ asks.

#include <cstdint>
#include <string_view>
#include <vector>

namespace liubai {

/// Line_Break (UAX #14), in the order of tables/build.py.
enum class LineClass : std::uint8_t {
    kXX,
    kAL,
    kAI,
    kBK,
    kCB,
    kCJ,
    kCL,
    kCM,
    kCP,
    kCR,
    kEX,
    kGL,
    kH2,
    kH3,
    kHL,
    kHY,
    kID,
    kIN,
    kIS,
    kJL,
    kJT,
    kJV,
    kLF,
    kNL,
    kNS,
    kNU,
    kOP,
    kPO,
    kPR,
    kQU,
    kRI,
    kSA,
    kSG,
    kSP,
    kSY,
    kWJ,
    kZW,
    kZWJ,
    kB2,
    kBA,
    kBB,
    kEB,
    kEM,
};

/// Bidi_Class (UAX #9), in the order of tables/build.py.
enum class BidiClass : std::uint8_t {
    kL,
    kR,
    kAL,
    kEN,
    kES,
    kET,
    kAN,
    kCS,
    kNSM,
    kBN,
    kB,
    kS,
    kWS,
    kON,
    kLRE,
    kLRO,
    kRLE,
    kRLO,
    kPDF,
    kLRI,
    kRLI,
    kFSI,
    kPDI,
};

enum class Width : std::uint8_t { kNarrow, kAmbiguous, kHalf, kWide }; ///< East_Asian_Width; F counts as W

enum class Flag : std::uint8_t {
    kEmoji,
    kEmojiPresentation,
    kEmojiModifier,
    kEmojiModifierBase,
    kExtendedPictographic,
    kIgnorable, ///< Default_Ignorable_Code_Point
    kMark,
    kLetter,
    kNumber,
    kUnassigned,
    kInitialQuote,
    kFinalQuote,
};

struct CharInfo {
    std::uint32_t bits = 0;

    [[nodiscard]] LineClass line() const { return static_cast<LineClass>(bits & 63); }
    [[nodiscard]] Width width() const { return static_cast<Width>(bits >> 6 & 3); }
    [[nodiscard]] BidiClass bidi() const { return static_cast<BidiClass>(bits >> 8 & 31); }
    [[nodiscard]] bool is(Flag flag) const { return (bits >> (13 + static_cast<unsigned>(flag)) & 1) != 0; }
};

/// The record of a character; above U+10FFFF that of an unassigned one.
CharInfo char_info(char32_t c);
std::vector<CharInfo> char_infos(std::u32string_view text);

/// A bracket of UAX #9 BD14: the opening one of its pair, and whether it is that one. `pair` is 0 for other characters.
struct Bracket {
    char32_t self = 0;
    char32_t pair = 0;
    bool opens = false;
};
Bracket bracket(char32_t c);

} // namespace liubai
