#include "game/commands.h"

#include "game/book_input.h"
#include "game/book_search.h"
#include "game/chapters.h"
#include "game/keep_place.h"
#include "game/pace.h"
#include "game/paged.h"
#include "game/play.h"
#include "game/saving.h"
#include "game/settings_screen.h"
#include "game/show.h"

#include <functional>

namespace liubai {
namespace {

/// Lives for one command.
class Commands {
public:
    Commands(GameState& state, Layouts& layouts, const Content& content, std::vector<Request>& requests)
        : state_(state), layouts_(layouts), content_(content), requests_(requests) {}

    void run(Command command, std::size_t option) {
        switch (command) {
        case Command::kNone: break;
        case Command::kBegin: begin_story(state_, content_); break;
        case Command::kContinue: go_on_reading(); break;
        case Command::kTitle:
            write_what_is_due(state_, content_, true, requests_);
            open_title();
            break;
        case Command::kQuit:
            write_what_is_due(state_, content_, true, requests_);
            requests_.emplace_back(QuitRequest{});
            break;
        case Command::kMenu: open_screen(state_, ScreenKind::kMenu); break;
        case Command::kSaves: open_saves(ScreenKind::kSave); break;
        case Command::kLoads: open_saves(ScreenKind::kLoad); break;
        case Command::kBacklog: open_screen(state_, ScreenKind::kBacklog); break;
        case Command::kDocument: open_screen(state_, ScreenKind::kDocument); break;
        case Command::kChapters: open_screen(state_, ScreenKind::kChapters); break;
        case Command::kAutomatic:
            open(ScreenKind::kReading);
            toggle_automatic(state_);
            break;
        case Command::kSkipping:
            open(ScreenKind::kReading);
            toggle_skipping(state_, content_);
            break;
        case Command::kNextMode: next_mode(); break;
        case Command::kChooseZh:
        case Command::kChooseEn:
            choose_language(command == Command::kChooseZh ? Language::kZh : Language::kEn);
            open_title();
            break;
        case Command::kSettings: open_screen(state_, ScreenKind::kSettings); break;
        case Command::kBack: leave_screen(); break;
        case Command::kSetting:
        case Command::kSettingsTab:
        case Command::kRebind:
        case Command::kRestoreKeys:
        case Command::kMore: press_settings(state_, layouts_, content_, command, option, requests_); break;
        case Command::kSkip: turn_to_end_page(state_, end_pages(state_, content_, layouts_) - 1); break;
        case Command::kNextInterface:
            choose_language(state_.settings.reader == Language::kZh ? Language::kEn : Language::kZh);
            break;
        case Command::kOption: take_option(state_, content_, option); break;
        case Command::kBookEntry:
        case Command::kBookCopy:
        case Command::kBookSearch:
        case Command::kBookSearchEnd:
        case Command::kBookEarlier:
        case Command::kBookLater:
            run_book_command(state_, layouts_, content_, command, option, requests_);
            break;
        case Command::kLetter:
        case Command::kErase:
        case Command::kTyped:
            (shows_book(state_) ? run_book_command : run_paged)(state_, layouts_, content_, command, option, requests_);
            break;
        case Command::kSlot:
        case Command::kDeleteSlot:
        case Command::kYes:
        case Command::kNo:
        case Command::kPage:
        case Command::kChapter: run_paged(state_, layouts_, content_, command, option, requests_); break;
        }
    }

private:
    /// A screen with nothing under it.
    void open(ScreenKind screen) {
        state_.ui.below.clear();
        state_.ui.screen = screen;
        state_.ui.focus = 0;
        state_.ui.on_button = false;
    }

    /// To the title, which comes out of the dark.
    void open_title() {
        open(ScreenKind::kTitle);
        state_.ui.veil = {0, kVeil};
        state_.ui.clock = 0;
    }

    /// To where the screen was opened, the entry that leads to it in focus.
    void leave_screen() {
        const Command led_here = command_of(state_.ui.screen);
        close_screen(state_);
        const auto all = show(state_, dialogue_now(state_, content_, layouts_), layouts_, content_).buttons;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (led_here != Command::kNone && all[i].command == led_here) state_.ui.focus = i;
        }
    }

    static Command command_of(ScreenKind screen) {
        switch (screen) {
        case ScreenKind::kSettings: return Command::kSettings;
        case ScreenKind::kSave: return Command::kSaves;
        case ScreenKind::kLoad: return Command::kLoads;
        case ScreenKind::kBacklog: return Command::kBacklog;
        case ScreenKind::kDocument: return Command::kDocument;
        case ScreenKind::kChapters: return Command::kChapters;
        default: return Command::kNone;
        }
    }

    void choose_language(Language language) {
        keep_place(state_, layouts_, content_, [&] { state_.settings.reader = language; });
        state_.settings.language_chosen = true;
        keep_settings(state_, requests_);
    }

    /// From the title or the menu back into the story, or to where the last session left it.
    void go_on_reading() {
        if (state_.under_way) return open(ScreenKind::kReading);
        requests_.emplace_back(LoadRequest{kAutoSlot});
    }

    void open_saves(ScreenKind screen) {
        requests_.emplace_back(ListSavesRequest{});
        open_screen(state_, screen);
    }

    void next_mode() {
        if (content_.story.languages.size() == 1) return;
        const int next = (static_cast<int>(state_.settings.mode) + 1) % 4;
        keep_place(state_, layouts_, content_, [&] { state_.settings.mode = static_cast<ReadingMode>(next); });
        keep_settings(state_, requests_);
    }

    GameState& state_;
    Layouts& layouts_;
    const Content& content_;
    std::vector<Request>& requests_;
};

} // namespace

void run_command(GameState& state, Layouts& layouts, const Content& content, Command command, std::size_t option,
                 std::vector<Request>& requests) {
    Commands(state, layouts, content, requests).run(command, option);
}

} // namespace liubai
