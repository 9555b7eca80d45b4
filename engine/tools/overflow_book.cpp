#include "tools/overflow_book.h"

#include "game/book_entry.h"
#include "game/play.h"
#include "game/show_book.h"
#include "ui/book.h"

#include <algorithm>
#include <set>

namespace liubai {
namespace {

constexpr ReadingMode kModes[] = {ReadingMode::kBothVoices, ReadingMode::kMine, ReadingMode::kTwoAlways,
                                  ReadingMode::kAsSpoken};

using Rooms = std::vector<const ReadingRoom*>;
using Columns = std::vector<std::vector<ShownText>>;

bool same_columns(const Columns& a, const Columns& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const ShownText& s, const ShownText& t) {
            return s.large == t.large && s.language == t.language && s.text == t.text;
        });
    });
}

class BookProof {
public:
    BookProof(const Content& content, Layouts& layouts, const std::vector<Language>& readers,
              const std::vector<ReadingRoom>& rooms)
        : content_(content), layouts_(layouts), readers_(readers), state_(new_game(content, {}, 1)) {
        state_.reading = begin_reading(content.story, 1);
        state_.settings.motion = MotionSetting::kReduced;
        for (const ReadingRoom& room : rooms) (room.canvas.form == Form::kTall ? tall_ : other_).push_back(&room);
        for (const auto& [name, scene] : content.scenes) {
            if (!scene) continue;
            for (std::size_t step = 0; step < scene->steps.size(); ++step) {
                const auto& what = scene->steps[step].what;
                const bool stays = std::holds_alternative<Line>(what) || std::holds_alternative<Choice>(what);
                if (!stays) continue;
                const std::uint32_t in = scene_index(state_.history, name);
                places_.push_back({scene.get(), step, {in, static_cast<std::uint32_t>(step), id_of(scene->steps[step])}});
            }
        }
    }

    std::vector<BookFlaw> run() {
        if (places_.empty()) return {};
        for (const ScreenKind screen : {ScreenKind::kBacklog, ScreenKind::kDocument}) {
            state_.ui.screen = screen;
            for (const Rooms& rooms : {other_, tall_}) {
                if (rooms.empty()) continue;
                check_entries(rooms);
                check_heads(rooms);
            }
        }
        return std::move(flaws_);
    }

private:
    struct At {
        const Scene* scene;
        std::size_t step;
        Passed passed;
    };

    void check_entries(const Rooms& rooms) {
        state_.history.entries.clear();
        for (const At& place : places_) state_.history.entries.push_back(place.passed);
        state_.history.shown = places_.size();
        std::vector<std::vector<Columns>> known(places_.size()); // columns do not tell who reads them
        for (const Language reader : readers_) {
            std::set<const Speaker*> named;
            state_.settings.reader = reader;
            go_to(*rooms.front());
            const Rooms narrowest = narrowest_of(rooms);
            for (const ReadingMode mode : kModes) {
                state_.settings.mode = mode;
                const bool first = mode == kModes[0];
                if (!first && state_.ui.screen == ScreenKind::kDocument) break; // both languages in every mode
                for (std::size_t i = 0; i < places_.size(); ++i) {
                    go_to(*rooms.front());
                    const BookEntry entry = book_entry(state_, content_, i);
                    if (first) check_headings(i, entry, rooms);
                    if (first && entry.speaker && named.insert(entry.speaker).second) check_name(i, *entry.speaker, rooms);
                    auto& before = known[i];
                    const bool is_new = std::none_of(before.begin(), before.end(), [&](const Columns& columns) {
                        return same_columns(columns, entry.columns);
                    });
                    if (is_new || !entry.options.empty()) check_words(i, entry, rooms, narrowest);
                    if (is_new) before.push_back(entry.columns);
                }
            }
        }
    }

    void check_headings(std::size_t i, const BookEntry& entry, const Rooms& rooms) {
        BookEntry part;
        part.chapter = entry.chapter;
        if (!part.chapter.empty()) check_part(BookPart::kChapter, i, part, rooms);
        part = {};
        part.scene = entry.scene;
        if (!part.scene.empty()) check_part(BookPart::kScene, i, part, rooms);
    }

    void check_name(std::size_t i, const Speaker& speaker, const Rooms& rooms) {
        BookEntry part;
        part.speaker = &speaker;
        part.begins_turn = true;
        check_part(BookPart::kName, i, part, rooms);
    }

    /// A choice has its own sizes; a line is looked for in every window only when it fails in the narrowest.
    void check_words(std::size_t i, const BookEntry& entry, const Rooms& rooms, const Rooms& narrowest) {
        BookEntry part;
        part.columns = entry.columns;
        part.options = entry.options;
        const bool all = !part.options.empty();
        if (all || check_part(BookPart::kWords, i, part, narrowest, false)) check_part(BookPart::kWords, i, part, rooms);
    }

    /// True when it fails; the first window in which it does is told.
    bool check_part(BookPart part, std::size_t i, const BookEntry& entry, const Rooms& rooms, bool tells = true) {
        for (const ReadingRoom* room : rooms) {
            go_to(*room);
            const ScreenContext c = screen_context(state_, content_, layouts_, room->metrics);
            const BookPage page = book_page(c, book_languages(state_, content_), false, c.canvas.size.y);
            Items items;
            const float height = put_entry(&items, c, page, entry, {}, 0).height;
            const auto flaw = flaw_of_entry(layouts_.fonts(), items, page, height, part != BookPart::kWords, *room);
            if (!flaw) continue;
            if (tells) tell(part, i, *flaw, *room);
            return true;
        }
        return false;
    }

    /// With a running title, which is there only where it has room, and the search row as it is when it waits, when
    /// nothing and when much is found.
    void check_heads(const Rooms& rooms) {
        state_.history.entries = {places_[0].passed};
        constexpr std::size_t kMany = 8888;
        const std::vector<std::size_t> many(kMany, 0);
        for (const ReadingRoom* room : rooms) {
            go_to(*room);
            for (const Language reader : readers_) {
                state_.settings.reader = reader;
                Book& book = state_.ui.book;
                check_head(*room);
                book.search.open = true;
                state_.ui.field.active = true;
                check_head(*room);
                state_.ui.by_finger = true; // with the keyboard
                book.search.query.emplace("?");
                book.search.looked_at = 1;
                check_head(*room);
                book.search.found = many;
                book.search.match = kMany - 1;
                book.search.looked_at = 0;
                check_head(*room);
                book = {};
                state_.ui.field = {};
                state_.ui.by_finger = false;
            }
        }
    }

    void check_head(const ReadingRoom& room) {
        BookShowing shown = show_book(state_, layouts_, content_);
        shown.buttons.resize(shown.bar);
        shown.sheet.insert(shown.sheet.end(), shown.keyboard.begin(), shown.keyboard.end());
        auto flaw = flaw_of_screen(layouts_.fonts(), shown.sheet, shown.buttons, room);
        for (const Button& button : shown.buttons) {
            const bool is_field = button.command == Command::kBookSearch && state_.ui.field.active;
            if (is_field && !flaw && is_written_over(layouts_.fonts(), shown.sheet, button.at)) flaw = Flaw::kCovers;
        }
        if (flaw) tell(BookPart::kHead, 0, *flaw, room);
    }

    /// Those in which a line of the present screen has the fewest em, large or small.
    Rooms narrowest_of(const Rooms& rooms) {
        Rooms found;
        for (const bool large : {true, false}) {
            const ReadingRoom* narrowest = nullptr;
            float least = 0;
            for (const ReadingRoom* room : rooms) {
                go_to(*room);
                const ScreenContext c = screen_context(state_, content_, layouts_, room->metrics);
                const float width = book_page(c, book_languages(state_, content_), false, c.canvas.size.y).columns[0].w;
                const float em = width / book_text_style(c, {{}, tag(c.reader), large}, width).size;
                if (narrowest && em >= least) continue;
                narrowest = room;
                least = em;
            }
            if (std::find(found.begin(), found.end(), narrowest) == found.end()) found.push_back(narrowest);
        }
        return found;
    }

    void go_to(const ReadingRoom& room) {
        state_.surroundings.canvas = room.canvas;
        state_.surroundings.points = room.window->points;
        state_.settings.text_size = room.text_size;
    }

    void tell(BookPart part, std::size_t i, Flaw flaw, const ReadingRoom& room) {
        const At& at = places_[i];
        const auto* line = std::get_if<Line>(&at.scene->steps[at.step].what);
        const Speaker* speaker = line ? find_speaker(content_.story, line->speaker) : nullptr;
        flaws_.push_back({part, at.scene, at.step, speaker, flaw, &room, state_.ui.screen, state_.settings.mode});
    }

    const Content& content_;
    Layouts& layouts_;
    const std::vector<Language>& readers_;
    GameState state_;
    std::vector<At> places_; ///< of every line and choice
    Rooms tall_;
    Rooms other_;
    std::vector<BookFlaw> flaws_;
};

} // namespace

std::vector<BookFlaw> flaws_of_book(const Content& content, Layouts& layouts, const std::vector<Language>& readers,
                                    const std::vector<ReadingRoom>& rooms) {
    return BookProof(content, layouts, readers, rooms).run();
}

} // namespace liubai
