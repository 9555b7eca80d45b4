#pragma once
// The screens around the story: which language, title, menu, settings, chapter card, choice, end. Each draws itself and
// answers what can be pressed on it.

#include "stage/motion.h"
#include "story/reading.h"
#include "ui/dialogue.h"

#include <algorithm>
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
    Millis shown_for = kNever; ///< since the screen (or its page) came; kNever: nothing fades in
    float breath = 1;          ///< 0…1: how bright a light that breathes is now
    std::string runs = {};     ///< what goes on by itself: automatic pages, skipping; "" = nothing
};

using Items = std::vector<DrawItem>;

/// How far something has come that begins `after` the screen came and takes `over`, 0…1.
inline float appeared(const ScreenContext& c, Millis after, Millis over) {
    return Fade{std::clamp<Millis>(c.shown_for - after, 0, over), over}.eased();
}

/// "中文 · English", asked once.
std::vector<Button> put_language_screen(Items& items, const ScreenContext& c);
/// The story's name like a film's, under the picture. `can_continue`: there is a reading to go on with. `has_more`: the
/// story was read before, so that there are chapters to go to and saves.
std::vector<Button> put_title_screen(Items& items, const ScreenContext& c, bool can_continue, bool has_more);
/// By then everything stands on the title screen.
inline constexpr Millis kTitleAppears = 3200;

/// `where`: the scene that the reading is in, by language.
std::vector<Button> put_menu_screen(Items& items, const ScreenContext& c,
                                    const std::map<std::string, std::string>& where);

/// A setting and what it is now, or an action and its keys.
struct SettingRow {
    std::string label;
    std::string value;
    std::size_t option = 0; ///< of its button
    Command command = Command::kSetting;
    std::string pad = {}; ///< behind the value: the buttons of a pad
    bool waits = false;   ///< for the key that it gets
    bool operator==(const SettingRow&) const = default;
};

/// The settings, a sheet for each kind.
struct SettingsView {
    std::vector<std::string> tabs;
    std::size_t tab = 0; ///< the one that shows
    std::vector<SettingRow> rows;
    std::vector<ShownText> sample; ///< set as a line is, at the foot; empty = none
    std::string hint;              ///< a sentence under the rows; empty = none
    float scroll = 0;              ///< of rows that have no room all at once: units from the first one's top
};
/// Labels to the left of an axis, values to its right, as credits are set. Its buttons: each row, the way back, each
/// tab, and where the rows have no room two that scroll (kMore, up and down). A row that is scrolled away has no area.
std::vector<Button> put_settings_screen(Items& items, const ScreenContext& c, const SettingsView& view);
/// The scroll nearest to the view's that leaves no room empty, and with which the focused row shows.
float settings_scroll(const ScreenContext& c, const SettingsView& view);
/// One row further or back.
float settings_scrolled(const ScreenContext& c, const SettingsView& view, int by);

/// The end: pages of credits, the story's own and then the engine's, the last with thanks and the ways out; every
/// other one has a kSkip button. `page` may be too large: the last.
std::vector<Button> put_end_screen(Items& items, const ScreenContext& c, std::size_t page);
/// How many pages those are, at least two.
std::size_t count_end_pages(const ScreenContext& c);
inline constexpr Millis kEndPageLasts = 7000; ///< until the next one comes by itself
inline constexpr Millis kEndPageFade = 900;

/// A sheet of paper with a chapter's title in both languages. The layer they lie on fades in and out.
void put_chapter_card(Items& items, const ScreenContext& c, const ChapterCard& card);

std::vector<Button> put_choice(Items& items, const ScreenContext& c, const Choice& choice,
                               const std::vector<std::size_t>& open, const Variables& variables);
/// The film's edge with the turn, and the two quiet marks: language and menu.
std::vector<Button> put_edge(Items& items, const ScreenContext& c, int turn, const std::string& speaker,
                             const std::map<std::string, std::string>& scene_title);

/// A sentence that shows for a while, under the film's edge; over a screen with a heading, at its foot.
void put_notice(Items& items, const ScreenContext& c, const std::string& text, float alpha, bool at_foot);

/// A line that was said before, for a reader who comes back after long.
struct RecapLine {
    RichText words;
    std::string language;
};
/// Those lines, dimmed, above `foot`.
void put_recap(Items& items, const ScreenContext& c, const std::vector<RecapLine>& lines, float foot);

/// What is wrong with the story's files, over the last picture.
void put_findings(Items& items, const ScreenContext& c, const std::vector<Bilingual>& findings);
/// An author's panel: rows of names and values.
void put_author_panel(Items& items, const ScreenContext& c, const std::vector<std::string>& rows);

/// The name of a reading mode, as the mark and the settings call it.
const Bilingual& mode_name(ReadingMode mode);

/// A language that the texts have beside `language`, and say something else in; "" = none.
std::string other_language(const std::map<std::string, std::string>& texts, const std::string& language);
/// Darkens the whole canvas with ink.
void put_shade(Items& items, const ScreenContext& c, float alpha);

} // namespace liubai
