#pragma once
// The screens around the story: which language, title, menu, chapter card, choice, end. Each draws itself and answers
// what can be pressed on it.

#include "story/reading.h"
#include "ui/dialogue.h"

#include <string>
#include <vector>

namespace liubai {

/// What every screen needs to know.
struct ScreenContext {
    const Story& story;
    const Look& look;
    const Canvas& canvas;
    const Metrics& metrics;
    Layouts& layouts;
    Language reader = Language::kZh;
    ReadingMode mode = ReadingMode::kBothVoices;
    std::size_t focus = 0; ///< index of the focused button
    bool show_focus = true; ///< false while only a pointer is used and it is on nothing
};

using Items = std::vector<DrawItem>;

/// "中文 · English", asked once.
std::vector<Button> put_language_screen(Items& items, const ScreenContext& c);
/// `can_continue`: a reading is under way.
std::vector<Button> put_title_screen(Items& items, const ScreenContext& c, bool can_continue);
std::vector<Button> put_menu_screen(Items& items, const ScreenContext& c);
std::vector<Button> put_end_screen(Items& items, const ScreenContext& c);
/// A chapter's title in both languages.
void put_chapter_card(Items& items, const ScreenContext& c, const ChapterCard& card, float alpha);
std::vector<Button> put_choice(Items& items, const ScreenContext& c, const Choice& choice,
                               const std::vector<std::size_t>& open, const Variables& variables);
/// The film's edge with the turn, and the two quiet marks: language and menu.
std::vector<Button> put_edge(Items& items, const ScreenContext& c, int turn, const std::string& speaker,
                             const std::map<std::string, std::string>& scene_title);

/// The name of a reading mode, as the mark and the menu call it.
const Bilingual& mode_name(ReadingMode mode);

} // namespace liubai
