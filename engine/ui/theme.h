#pragma once
// Where things stand and how they are set, for each form of the canvas. The one place for the interface's sizes.

#include "base/canvas.h"
#include "base/color.h"
#include "text/paragraph.h"

namespace liubai {

/// How a reader wants text set, beside its size.
struct TextChoice {
    Family typeface = Family::kSerif; ///< of lines, names and buttons; titles keep theirs
    bool bold = false;
    float row_spacing = 100;          ///< percent of what a row takes anyway, 100…160
    bool high_contrast = false;       ///< white on an opaque dark strip, nothing translucent
    bool operator==(const TextChoice&) const = default;
};

namespace theme {
inline constexpr Color kInk{18, 22, 29, 255};
inline constexpr Color kText{246, 236, 217, 255};      // #f6ecd9
inline constexpr Color kSecondary{214, 202, 180, 225}; // #d6cab4
inline constexpr Color kName{231, 176, 112, 255};      // #e7b070
inline constexpr Color kStrip{7, 8, 11, 255};          // high contrast: under the dialogue, the next three on it
inline constexpr Color kClearText{255, 255, 255, 255};
inline constexpr Color kClearSecondary{240, 233, 218, 255};
inline constexpr Color kClearName{255, 206, 138, 255};
inline constexpr Color kVermilion{200, 69, 44, 255};   // #c8452c
inline constexpr Color kEdgePrint{226, 146, 74, 215};  // the film's edge print
inline constexpr Color kPaper{243, 230, 206, 255};     // a chapter's card, under its grain
inline constexpr Color kSilk{70, 84, 98, 255};      // what a scroll is mounted on
inline constexpr Color kIndigo{47, 74, 99, 255};       // #2f4a63, thin ink
inline constexpr Color kBrushInk{38, 41, 50, 255};     // letters on it
inline constexpr Color kLight{255, 214, 150, 255};     // of a silence
inline constexpr Color kGold{255, 214, 138, 255};      // a word that answers a silence
} // namespace theme

/// Canvas units.
struct Metrics {
    Rect stage;         ///< the part of the canvas that the stage covers
    float edge = 52;    ///< height of the film edge on top; 0 = none
    Rect column;        ///< where dialogue stands; a long one begins higher
    float highest = 0;  ///< no text of a line stands above this
    float page_top = 0; ///< nor any of a book's narration above this
    float text = 38;    ///< the Han em of the line
    float small = 30;   ///< of the translation and other secondary text: never less, nor under 18 real pixels
    float name = 31;
    float seal = 56;
    float wash_top = 0; ///< where the ink wash begins
    float foot = 0;     ///< the canvas's lower edge
    float least_slanted = 33; ///< smaller text stands upright: 22 real pixels
    TextChoice choice;  ///< what the styles below follow
    float mark = 64;    ///< side of the two quiet marks' touch areas: at least 44 points
};

/// `points` = real pixels per point of the display (Resized::scale). `text_size` in percent. Text that is larger or
/// further apart has a higher column to stand in.
Metrics metrics(const Canvas& canvas, float points, float text_size, const TextChoice& choice = {});

TextStyle line_style(const Metrics& m, const std::string& language);
/// Of what is said: large, or small beside its other language.
TextStyle spoken_style(const Metrics& m, const std::string& language, bool large);
/// `style` as a book has its narration: rows end at the column's edge, the first begins two em in, words may divide.
TextStyle book_style(TextStyle style);
TextStyle small_style(const Metrics& m, const std::string& language);
TextStyle name_style(const Metrics& m, const std::string& language);
/// Film titles: chapter cards, the title, the end.
TextStyle title_style(float size, const std::string& language);
TextStyle button_style(const Metrics& m, const std::string& language);

} // namespace liubai
