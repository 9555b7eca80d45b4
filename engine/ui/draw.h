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

enum class Command : std::uint8_t {
    kNone, kBegin, kContinue, kTitle, kQuit, kMenu, kNextMode, kChooseZh, kChooseEn, kNextInterface, kOption,
};

/// What can be pressed: by mouse, touch, keyboard and pad alike.
struct Button {
    Command command = Command::kNone;
    std::size_t option = 0; ///< kOption: which
    Rect at;                ///< its touch area
};

/// A text that can be pressed; the focused one is brighter and underlined with a brush stroke.
Button put_button(std::vector<DrawItem>& items, Layouts& layouts, const std::string& label, const TextStyle& style,
                  Vec2 center, float width, float least_height, bool focused, Command command, std::size_t option = 0);

} // namespace liubai
