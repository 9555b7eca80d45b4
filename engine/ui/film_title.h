#pragma once
// A title as films have it: one row, large, the characters of a short Han title apart; between two stands a light.

#include "ui/screens.h"

#include <string>

namespace liubai {

struct FilmTitle {
    const Layout* layout = nullptr;
    float apart = 0; ///< added between two characters
    bool lit = false;
    [[nodiscard]] float width() const;
};

/// Kai for Han, Garamond for Latin.
TextStyle film_style(float size, const std::string& language);

/// In that style, or as much smaller as `most` width asks for.
FilmTitle measure_film_title(const ScreenContext& c, const std::string& text, TextStyle style, float most);

/// Around `top.x`, from `top.y` down, in the colour; the light only on a dark ground.
void put_film_title(Items& items, const ScreenContext& c, const FilmTitle& title, Vec2 top, Color color, float alpha);

} // namespace liubai
