#pragma once
// The light of the silences: the lamp in a gap, a word that shows faintly in it, points and trails.

#include "ui/draw.h"

#include <string>

namespace liubai {

/// A lamp behind paper, as wide as the gap: even from end to end. `open` 0…1: from a point in the middle to all of it.
void put_lamp(std::vector<DrawItem>& items, const UiPictures& ui, Rect gap, float open, float alpha);

/// The same on a bright page, where light cannot be added: the paper glows warm from behind.
void put_paper_lamp(std::vector<DrawItem>& items, const UiPictures& ui, Rect gap, float alpha);

/// A word that the reader knows from an earlier reading, in the lit gap: in one row or two, as large as it fits.
void put_faint_word(std::vector<DrawItem>& items, Layouts& layouts, const std::string& word, Rect gap, float alpha);

/// A cloud of thin ink behind words that stand on a picture.
void put_cloud(std::vector<DrawItem>& items, const UiPictures& ui, Rect words, Color color, float alpha);

/// A round glow that fills `to`.
void put_glow(std::vector<DrawItem>& items, const UiPictures& ui, Rect to, Color color, Blend blend = Blend::kOver);

/// A point of light: a small core in a wide halo of `size`.
void put_point(std::vector<DrawItem>& items, const UiPictures& ui, Vec2 at, float size, Color color, float alpha);

/// Light on its way from `from` to `to` (`way` 0…1), with what it leaves behind.
void put_flying_light(std::vector<DrawItem>& items, const UiPictures& ui, Vec2 from, Vec2 to, float way, float size,
                      Color color, float alpha);

/// Where it is: it first goes up, then over.
Vec2 on_the_way(Vec2 from, Vec2 to, float way);

} // namespace liubai
