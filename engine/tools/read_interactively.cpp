#include "tools/read_interactively.h"

#include "game/book_entry.h"
#include "game/chapters.h"
#include "game/going_back.h"
#include "game/play.h"
#include "game/saving.h"
#include "game/text_entry.h"
#include "tools/read_rows.h"
#include "tools/terminal_saves.h"
#include "tools/terminal_words.h"
#include "ui/strings.h"

#include <algorithm>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace liubai {
namespace {

using namespace terminal_words;

constexpr std::size_t kLogLines = 10;
constexpr int kLinesBetweenSaves = 5;
constexpr int kMostMoments = 10000; // without words, one after another: a scene may go round in a circle

class Terminal {
public:
    Terminal(OpenedStory& story, const TerminalOptions& options, std::istream& in, std::ostream& out)
        : story_(story), options_(options), in_(in), out_(out), layouts_(*story.fonts),
          state_(new_game(story.content, options.settings, 1)), kept_settings_(to_text(options.settings)) {}

    void run() {
        const std::string title = in_language(story_.content.story.title, tag(reader()));
        if (!title.empty()) print({title});
        say(kGreeting);
        give(Resized{});
        give(options_.seen);
        tell_the_time();
        open();
        for (std::string input; !over_ && std::getline(in_, input);) {
            tell_the_time();
            obey(input);
            tell_notice();
            keep_settings();
        }
        leave();
    }

private:
    [[nodiscard]] Language reader() const { return state_.settings.reader; }
    [[nodiscard]] const Content& content() const { return story_.content; }

    void print(const std::vector<std::string>& rows) {
        for (const std::string& row : rows) {
            for (const std::string& part : wrap_row(row, options_.width)) out_ << part << "\n";
        }
        out_.flush();
    }
    void say(const Bilingual& text) { print({text.in(reader())}); }

    /// What the game tells for a while.
    void tell_notice() {
        if (state_.ui.notice.left > 0) say(state_.ui.notice.text);
        state_.ui.notice.left = 0;
    }

    /// Tells the game, and does what it asks for then.
    void give(const InputEvent& event) {
        const Frame frame = update(state_, layouts_, content(), {&event, 1}, 0);
        for (const std::string& name : frame.wanted.scenes_now) load_scene_now(story_, name);
        if (!frame.wanted.scenes_now.empty()) give(Loaded{content().version});
        for (const Request& request : frame.requests) carry_out(request);
    }
    void carry_out(const Request& request) {
        if (const auto answer = options_.carry_out(request)) give(*answer);
    }
    void tell_the_time() { give(LocalTime{options_.minutes()}); }

    /// Goes on where the last session ended, if the reader wants to; else begins.
    void open() {
        const auto all = saves();
        const ListedSave* left = save_in(kAutoSlot, all);
        if (left == nullptr) return begin();
        if (!left->message.en.empty()) {
            print({save_row(*left, state_.saving.minutes, reader())});
            return begin();
        }
        say(kLeftOff);
        print({"  " + save_place(*left, state_.saving.minutes, reader())});
        say(kOffer);
    }

    void begin() {
        begin_story(state_, content());
        announced_.clear();
        arrive();
    }

    /// The reading waits for the reader; not under a card, in a pause or at the end.
    [[nodiscard]] bool rests() const {
        const MomentKind kind = state_.moment.kind;
        return state_.ui.screen == ScreenKind::kReading && (kind == MomentKind::kLine || kind == MomentKind::kChoice);
    }
    [[nodiscard]] bool is_at_end() const { return state_.ui.screen == ScreenKind::kEnd; }
    [[nodiscard]] const Choice* choice_here() const {
        const Step* step = rests() ? current_step(state_, content()) : nullptr;
        return step ? std::get_if<Choice>(&step->what) : nullptr;
    }

    /// On over what passes by itself, to the next line or choice or the end, and says what comes.
    void arrive() {
        for (int i = 0; i < kMostMoments && state_.ui.screen == ScreenKind::kReading && !rests(); ++i) {
            if (state_.moment.kind == MomentKind::kMissingScene) load_scene_now(story_, state_.moment.place.scene);
            if (state_.moment.kind == MomentKind::kCard) tell_card();
            step_on(state_, content());
        }
        const std::string& scene = state_.reading.place.scene;
        if (is_at_end() && !scene.empty() && !content().scene(scene)) {
            say({"读不了场景“" + scene + "”。", "The scene “" + scene + "” cannot be read."});
            over_ = true;
            return;
        }
        const bool is_new_scene = announce();
        if (rests() && !is_new_scene && !choice_here()) {
            const BookEntry entry = book_entry(state_, content(), state_.history.shown - 1);
            if (entry.begins_paragraph && !entry.begins_turn) out_ << "\n";
        }
        show();
        if (rests() && ++unsaved_lines_ >= kLinesBetweenSaves) autosave();
    }

    /// The scene that the reading came into. False when it was in it.
    bool announce() {
        const std::string& name = state_.moment.place.scene;
        const Scene* scene = content().scene(name);
        if (!scene || name == announced_) return false;
        announced_ = name;
        const std::string title = in_language(scene->title, tag(reader()));
        out_ << "\n";
        if (!title.empty()) print({"# " + title, ""});
        return true;
    }

    void tell_card() {
        announce();
        const Step* step = current_step(state_, content());
        const auto* card = step ? std::get_if<ChapterCard>(&step->what) : nullptr;
        if (card) print({"", "## " + in_language(card->title, tag(reader())), ""});
    }

    /// Where the reader is. It stands there whole: what is heard in it is heard.
    void show() {
        if (is_at_end()) {
            out_ << "\n";
            say(kTheEnd);
            say(kAtTheEnd);
        } else if (const Choice* choice = choice_here()) {
            const AtChoice at{choice, open_options(state_, *choice)};
            print(prompt_rows(*choice, state_.reading.variables, state_.settings));
            print(option_rows(at, state_.reading.variables, state_.settings));
            ask_for_number(at.open.size());
        } else if (rests()) {
            print(rows_of(state_.history.shown - 1));
            show_typed(state_, layouts_, content(), kLastPage);
        }
    }

    void ask_for_number(std::size_t count) {
        const std::string most = std::to_string(count);
        if (count == 1) return say({"请输入 1。", "Type 1."});
        say({"请输入 1 到 " + most + " 的数字。", "Type a number from 1 to " + most + "."});
    }

    void obey(const std::string& raw) {
        asked_ = std::exchange(asks_, "");
        const Typed typed = read_typed(raw);
        switch (typed.verb) {
        case Verb::kEnter: return enter();
        case Verb::kNumber: return pick(*number_in(typed.rest));
        case Verb::kSearch: return search(typed.rest);
        case Verb::kUnknown:
            return say({"不认识“" + typed.rest + "”，输入 ? 看帮助。",
                        "“" + typed.rest + "” is not known here; ? lists what you can type."});
        case Verb::kHelp: return help();
        case Verb::kBack: return one_back();
        case Verb::kForward: return one_forward();
        case Verb::kLog: return log(number_in(typed.rest).value_or(kLogLines));
        case Verb::kMode: return change_mode(half_width(typed.rest));
        case Verb::kLanguage: return change_language(half_width(typed.rest));
        case Verb::kChapters: return list_chapters();
        case Verb::kGo: return go_to_chapter(typed.rest);
        case Verb::kSave: return save(typed.rest);
        case Verb::kLoad: return typed.rest.empty() ? list_saves() : load(typed.rest);
        case Verb::kSaves: return typed.rest.empty() ? list_saves() : save(typed.rest);
        case Verb::kContinue: return state_.under_way ? show() : load_slot(kAutoSlot);
        case Verb::kBegin: return begin();
        case Verb::kQuit: over_ = true; return;
        }
    }

    void help() {
        for (const Bilingual& row : kHelpRows) say(row);
    }

    void enter() {
        if (is_at_end()) {
            over_ = true;
        } else if (!state_.under_way) {
            load_slot(kAutoSlot);
        } else if (const Choice* choice = choice_here()) {
            ask_for_number(open_options(state_, *choice).size());
        } else {
            step_on(state_, content());
            arrive();
        }
    }

    void pick(std::size_t number) {
        const Choice* choice = choice_here();
        if (!choice) return say(kNothingToChoose);
        const auto open = open_options(state_, *choice);
        if (number == 0 || number > open.size()) return ask_for_number(open.size());
        take_option(state_, content(), open[number - 1]);
        arrive();
    }

    /// A whole line, however many pages a window would make of it.
    void one_back() {
        const std::size_t before = state_.history.shown - (rests() ? 1 : 0);
        if (before == 0) return say(kNothingBefore);
        go_to_entry(state_, layouts_, content(), before - 1);
        for (std::string scene; !(scene = scene_waited_for(state_, content())).empty();) {
            load_scene_now(story_, scene);
            resume_going(state_, layouts_, content());
        }
        state_.going_to = 0;
        if (!rests() || state_.history.shown != before) return say(kNoWayBack);
        announce();
        show();
    }

    void one_forward() {
        const History& history = state_.history;
        if (history.shown == history.entries.size()) return say(kNothingAhead);
        if (const Choice* choice = choice_here()) {
            const auto taken = static_cast<std::size_t>(history.entries[history.shown - 1].option);
            if (taken < choice->options.size())
                print({"  > " + option_text(choice->options[taken], state_.reading.variables, state_.settings)});
        }
        go_forward(state_, layouts_, content());
        arrive();
    }

    /// How many entries of the history are read: a choice is once it was made.
    [[nodiscard]] std::size_t read_entries() const { return state_.history.shown - (choice_here() ? 1 : 0); }

    std::vector<std::string> rows_of(std::size_t entry) {
        load_scene_now(story_, state_.history.scenes[state_.history.entries[entry].scene]);
        return entry_rows(book_entry(state_, content(), entry), reader());
    }

    void log(std::size_t count) {
        const std::size_t end = read_entries();
        if (end == 0) return say(strings::kNothingRead);
        for (std::size_t i = end - std::min(end, count); i < end; ++i) print(rows_of(i));
    }

    void search(const std::string& words) {
        if (words.empty()) return say(kWhatToFind);
        load_pinyin(story_, true);
        const SearchQuery query(words, content().pinyin.get());
        bool any = false;
        for (std::size_t i = 0; i < read_entries(); ++i) {
            const auto rows = rows_of(i);
            const auto texts = book_words(state_, content(), i);
            const auto has = [&](const std::string& text) { return query.matches(search_key(text)); };
            if (!std::any_of(texts.begin(), texts.end(), has)) continue;
            any = true;
            print(rows);
        }
        if (!any) say(kNotFound);
    }

    void change_mode(const std::string& name) {
        constexpr int kModes = 4;
        Settings& settings = state_.settings;
        if (name.empty()) {
            settings.mode = static_cast<ReadingMode>((static_cast<int>(settings.mode) + 1) % kModes);
        } else if (!set_setting(settings, "mode", name)) {
            return say(kNoSuchMode);
        }
        say(mode_name(settings.mode));
        show();
    }

    void change_language(const std::string& name) {
        const char* other = reader() == Language::kZh ? "en" : "zh";
        if (!set_setting(state_.settings, "language", name.empty() ? other : name)) {
            return say({"只有 zh 和 en。", "There are zh and en."});
        }
        say({"中文", "English"});
        show();
    }

    /// Those reached in any reading, with their scenes loaded.
    std::vector<ChapterRow> reached_chapters() {
        for (const std::string& name : content().story.order) {
            if (state_.reached.contains(name)) load_scene_now(story_, name);
        }
        auto rows = chapter_rows(state_, content());
        std::erase_if(rows, [](const ChapterRow& row) { return !row.is_reached; });
        return rows;
    }

    [[nodiscard]] const std::string& scene_of(const ChapterRow& row) const { return content().story.order[row.option]; }

    void list_chapters() {
        for (const ChapterRow& row : reached_chapters()) {
            const bool here = state_.under_way && scene_of(row) == state_.moment.place.scene;
            const std::string& title = row.title.empty() ? scene_of(row) : row.title;
            print({"  " + std::to_string(row.option + 1) + ". " + title + (here ? kHere.in(reader()) : "")});
        }
    }

    void go_to_chapter(const std::string& name) {
        const auto number = number_in(name);
        for (const ChapterRow& row : reached_chapters()) {
            if (number != row.option + 1 && !is_same(scene_of(row), name) && !is_same(row.title, name)) continue;
            load_scenes_to(story_, scene_of(row));
            choose_chapter(state_, content(), row.option);
            if (state_.ui.notice.left > 0) return;
            announced_.clear();
            return arrive();
        }
        say(kNoSuchChapter);
    }

    /// As they are now.
    std::vector<ListedSave> saves() {
        carry_out(ListSavesRequest{});
        return in_order(state_.saving.listed.value_or(std::vector<ListedSave>{}));
    }

    void list_saves() {
        const auto all = saves();
        for (const ListedSave& save : all) print({save_row(save, state_.saving.minutes, reader())});
        say(all.empty() ? strings::kNoSave : kHowToLoad);
    }

    /// `typed`: a name, or a slot's number; empty = the quick slot, which is written over without a question.
    void save(const std::string& typed) {
        const auto all = saves();
        std::string name = field_with(typed).text;
        std::string slot = name.empty() ? kQuickSlot : slot_called(name, all);
        if (slot.empty()) slot = free_slot(all);
        if (slot.empty()) return say(kNoFreeSlot);
        const ListedSave* there = save_in(slot, all);
        if (there && slot != kQuickSlot && asked_ != slot) {
            asks_ = slot;
            print({save_row(*there, state_.saving.minutes, reader())});
            return say(kTakesItsPlace);
        }
        if (is_slot_name(name, slot)) name = there ? there->head.name : "";
        std::vector<Request> requests;
        if (!save_into(state_, content(), slot, name, requests)) return say(strings::kNothingToSave);
        for (const Request& request : requests) carry_out(request);
        if (state_.ui.notice.left > 0) return; // it failed
        say(kSavedAs);
        const auto now = saves();
        if (const ListedSave* made = save_in(slot, now)) print({save_row(*made, state_.saving.minutes, reader())});
    }

    void load(const std::string& name) {
        const auto all = saves();
        const std::string slot = slot_called(name, all);
        if (!save_in(slot, all)) return say(kNoSuchSave);
        load_slot(slot);
    }

    void load_slot(const std::string& slot) {
        open_screen(state_, ScreenKind::kLoad); // which goes where it can be gone on from there
        carry_out(LoadRequest{slot});
        tell_notice();
        if (state_.ui.screen == ScreenKind::kLoad) return close_screen(state_);
        announced_.clear();
        announce();
        if (state_.recap > 0 && state_.recap == state_.history.shown) {
            for (const RecapLine& line : said_before(state_, content())) print({plain(line.words, kSilence)});
        }
        arrive();
    }

    /// Into the slot that a window goes on from, with what was read.
    void autosave() {
        unsaved_lines_ = 0;
        std::vector<Request> requests;
        write_what_is_due(state_, content(), true, requests);
        for (const Request& request : requests) carry_out(request);
    }

    /// The language, the way of reading, and the words that were heard.
    void keep_settings() {
        std::string settings = to_text(state_.settings);
        if (settings == kept_settings_) return;
        kept_settings_ = settings;
        carry_out(KeepSettingsRequest{std::move(settings)});
    }

    void leave() {
        // Nothing goes on from the end: it is left at its last line.
        if (!rests() && state_.saving.is_changed) go_to_entry(state_, layouts_, content(), state_.history.shown - 1);
        autosave();
        tell_notice();
        keep_settings();
    }

    OpenedStory& story_;
    const TerminalOptions& options_;
    std::istream& in_;
    std::ostream& out_;
    Layouts layouts_;
    GameState state_;
    std::string announced_;     ///< the scene whose title was told last
    std::string asks_;          ///< the full slot that the next input may write over,
    std::string asked_;         ///< and that the one before asked about
    int unsaved_lines_ = 0;
    std::string kept_settings_; ///< as they are on the disk
    bool over_ = false;
};

} // namespace

void read_interactively(OpenedStory& story, const TerminalOptions& options, std::istream& in, std::ostream& out) {
    Terminal(story, options, in, out).run();
}

} // namespace liubai
