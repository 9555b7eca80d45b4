#pragma once
// Small strokes that every screen uses: text, pictures and buttons as draw items.

#include "base/frame.h"
#include "base/look.h"
#include "story/step.h"
#include "text/layouts.h"
#include "ui/theme.h"

#include <string>
#include <vector>

namespace liubai {

/// The layout's glyphs with its top left at `origin`, faded.
void put_text(std::vector<DrawItem>& items, const Layout& layout, Vec2 origin, float alpha = 1);

/// The text in one row if it is no wider than `width`, else in balanced rows.
const Layout& centered_layout(Layouts& layouts, std::string_view text, const TextStyle& style, float width);

/// That, centred on a point. Answers its rectangle.
Rect put_centered(std::vector<DrawItem>& items, Layouts& layouts, std::string_view text, const TextStyle& style,
                  Vec2 center, float width, float alpha = 1);

void put_fill(std::vector<DrawItem>& items, Rect to, Color color);
void put_gradient(std::vector<DrawItem>& items, Rect to, Color top, Color bottom);
void put_picture(std::vector<DrawItem>& items, ImageId image, Rect to, Color tint, Blend blend = Blend::kOver);

/// The one character of a speaker's seal: their own, or the first of their name.
std::string seal_of(const Speaker& speaker, const std::string& language);

/// A speaker's seal: the stamp in their colour with a character in it.
void put_seal(std::vector<DrawItem>& items, Layouts& layouts, const UiPictures& ui, Rect to, Color color,
              const std::string& character, float alpha = 1);

/// A sheet of paper, its grain cut from the picture without stretching it.
void put_paper(std::vector<DrawItem>& items, const Look& look, Rect to, Color tint);

/// Thin ink along the foot of a sheet, like mountains in mist; `high` at its highest.
void put_misty_foot(std::vector<DrawItem>& items, const UiPictures& ui, Rect sheet, float high);

/// A brush's stroke from left to right, as high as `to` at its thickest.
void put_stroke(std::vector<DrawItem>& items, const UiPictures& ui, Rect to, Color color);

enum class Command : std::uint8_t {
    kNone, kBegin, kContinue, kTitle, kQuit, kMenu, kSettings, kBack, kNextMode, kChooseZh, kChooseEn, kNextInterface,
    kSetting, kSkip, kOption, kSaves, kLoads, kBacklog, kDocument, kChapters,
    kAutomatic, kSkipping,
    kBookEntry, kBookCopy, kBookSearch, kBookSearchEnd, kBookEarlier, kBookLater,
    kLetter, kErase, kTyped, kSlot, kDeleteSlot, kYes, kNo, kPage, kChapter,
    kSettingsTab, kRebind, kRestoreKeys, kMore,
};

/// What can be pressed: by mouse, touch, keyboard and pad alike.
struct Button {
    Command command = Command::kNone;
    std::size_t option = 0; ///< which option, setting, tab, action, entry, slot, page or chapter; kLetter: its code point
    Rect at;                ///< its touch area; empty: scrolled away, and found by keys only
    std::string label = {}; ///< what a voice calls it
};

/// What a button looks like and how it is pressed.
struct ButtonLook {
    TextStyle style;
    float width = 0;  ///< rows are no wider
    float least = 64; ///< its touch area is at least that wide and high
    float alpha = 1;
    bool focused = false;
};

/// A text that can be pressed; the focused one is brighter and a brush has underlined it.
Button put_button(std::vector<DrawItem>& items, Layouts& layouts, const UiPictures& ui, const std::string& label,
                  const ButtonLook& look, Vec2 center, Command command, std::size_t option = 0);
/// The brush stroke under a focused text.
void put_focus(std::vector<DrawItem>& items, const UiPictures& ui, Rect text, float em, float alpha = 1);
/// `text` grown to a touch area of at least `least` either way.
Rect touch_area(Rect text, float least);

} // namespace liubai
