#include "game/book_input.h"

#include "game/book_entry.h"
#include "game/book_search.h"
#include "game/book_view.h"
#include "game/focus.h"
#include "game/going_back.h"
#include "game/play.h"
#include "game/show_book.h"
#include "game/text_entry.h"
#include "ui/strings.h"

#include <algorithm>
#include <utility>

namespace liubai {
namespace {

constexpr float kWheelRows = 2.6f; // em of the line, one step
constexpr float kStill = 20;       // units: a finger that moved less has not moved

class BookControl {
public:
    BookControl(GameState& state, Layouts& layouts, const Content& content, std::vector<Request>& requests)
        : state_(state), layouts_(layouts), content_(content), requests_(requests), book_(state.ui.book) {}

    template <typename Other>
    bool operator()(const Other&) {
        return false;
    }
    bool operator()(const PointerMoved& e) { return book_.drag.down && !book_.drag.touch ? drag_to(e.at) : point(e.at); }
    bool operator()(const TouchMoved& e) { return book_.drag.down && book_.drag.touch ? drag_to(e.at) : false; }
    bool operator()(const PointerDown& e) {
        if (e.button == PointerButton::kRight && book_.search.open) return run(Command::kBookSearchEnd);
        return e.button == PointerButton::kLeft && begin_drag(e.at, false);
    }
    bool operator()(const TouchDown& e) { return book_.drag.down || begin_drag(e.at, true); }
    bool operator()(const PointerUp& e) { return e.button == PointerButton::kLeft && !book_.drag.touch && end_drag(e.at); }
    bool operator()(const TouchUp& e) { return book_.drag.touch && end_drag(e.at); }
    bool operator()(const Wheel& e) {
        const BookView view = this->view();
        const bool moved = view.scroll(book_, -e.steps * kWheelRows * view.context().metrics.text);
        if (!moved && e.steps < 0) {
            close_screen(state_);
            return true;
        }
        return point(e.at);
    }
    bool operator()(const KeyDown& e) {
        if (e.alt || e.key == Key::kF11) return false;
        TextField& field = state_.ui.field;
        const std::string before = field.text;
        book_.search.by_key = false;
        if (take_text_input(field, e)) return search_anew(before);
        if (field.active) return take_search_key(e);
        if (e.control) return e.key == Key::kF && run(Command::kBookSearch);
        return take_key(e);
    }
    bool operator()(const TextTyped& e) {
        if (std::exchange(book_.search.by_key, false) && (e.text == "f" || e.text == "F")) return true;
        return take_typing(e);
    }
    bool operator()(const Composition& e) { return take_typing(e); }
    bool operator()(const PadDown& e) { return take_button(e.button); }
    bool operator()(const Loaded&) { // what was not there can be looked through now
        if (book_.search.query) begin_book_search(state_, layouts_, content_);
        return false;
    }

private:
    [[nodiscard]] BookView view() const { return {state_, layouts_, content_}; }
    [[nodiscard]] BookShowing showing() const { return show_book(state_, layouts_, content_); }

    bool run(Command command, std::size_t option = 0) {
        run_book_command(state_, layouts_, content_, command, option, requests_);
        return true;
    }

    bool take_typing(const InputEvent& e) {
        const std::string before = state_.ui.field.text;
        return take_text_input(state_.ui.field, e) && search_anew(before);
    }

    bool search_anew(const std::string& before) {
        if (state_.ui.field.text != before) begin_book_search(state_, layouts_, content_);
        return true;
    }

    /// While the keyboard on the screen is there the cross walks over it and the page's head.
    bool take_keyboard_button(PadButton button) {
        if (const auto way = arrow_of(button)) return walk_keyboard(*way);
        if (const auto command = keyboard_command(button)) return run(*command);
        switch (button) {
        case PadButton::kA: return book_.on_bar ? press_bar() : run(Command::kBookEntry, picked());
        case PadButton::kB: return run(Command::kBookSearchEnd);
        case PadButton::kLeftShoulder: return run(Command::kBookEarlier);
        case PadButton::kRightShoulder: return run(Command::kBookLater);
        default: return false;
        }
    }

    bool walk_keyboard(Vec2 way) {
        BookShowing shown = showing();
        shown.buttons.resize(shown.bar);
        const bool was_shown = book_.on_bar && (!state_.ui.by_pointer || state_.ui.on_button);
        state_.ui.by_pointer = false;
        book_.on_bar = true;
        if (was_shown) state_.ui.focus = focus_towards(shown.buttons, state_.ui.focus, way);
        return true;
    }

    bool take_search_key(const KeyDown& e) {
        if (!state_.ui.field.composition.empty()) return true;
        switch (e.key) {
        case Key::kEnter: return run(e.shift ? Command::kBookLater : Command::kBookEarlier);
        case Key::kUp: return run(Command::kBookEarlier);
        case Key::kDown: return run(Command::kBookLater);
        case Key::kEscape: return run(Command::kBookSearchEnd);
        case Key::kTab:
            state_.ui.by_pointer = false;
            return run(Command::kTyped);
        default: return take_key(e);
        }
    }

    bool take_key(const KeyDown& e) {
        const float page = view().room() * 0.9f;
        switch (e.key) {
        case Key::kUp: return step(-1);
        case Key::kDown: return step(1);
        case Key::kLeft: return walk_bar(-1);
        case Key::kRight: return walk_bar(1);
        case Key::kTab: return walk_bar(e.shift ? -1 : 1);
        case Key::kPageUp: return turn(-page);
        case Key::kPageDown: return turn(page);
        case Key::kHome: return pick(0);
        case Key::kEnd: return pick(view().count() == 0 ? 0 : view().count() - 1);
        case Key::kSpace:
        case Key::kEnter: return e.repeat || (book_.on_bar ? press_bar() : run(Command::kBookEntry, picked()));
        case Key::kC: return run(Command::kBookCopy, picked());
        case Key::kF:
            run(Command::kBookSearch);
            return book_.search.by_key = true;
        case Key::kF3: return run(e.shift ? Command::kBookLater : Command::kBookEarlier);
        case Key::kEscape: return book_.search.open && run(Command::kBookSearchEnd);
        default: return false;
        }
    }

    bool take_button(PadButton button) {
        if (shows_keyboard(state_.ui)) return take_keyboard_button(button);
        const float page = view().room() * 0.9f;
        switch (button) {
        case PadButton::kUp: return step(-1);
        case PadButton::kDown: return step(1);
        case PadButton::kLeft: return walk_bar(-1);
        case PadButton::kRight: return walk_bar(1);
        case PadButton::kLeftShoulder: return turn(-page);
        case PadButton::kRightShoulder: return turn(page);
        case PadButton::kA: return book_.on_bar ? press_bar() : run(Command::kBookEntry, picked());
        case PadButton::kX: return run(Command::kBookCopy, picked());
        case PadButton::kB: return book_.search.open && run(Command::kBookSearchEnd);
        default: return false;
        }
    }

    std::size_t picked() {
        view().settle(book_);
        return book_.picked;
    }

    bool pick(std::size_t entry) {
        state_.ui.by_pointer = false;
        book_.on_bar = false;
        view().reveal(book_, entry);
        book_.picked = entry;
        return true;
    }

    bool step(int by) {
        const BookView view = this->view();
        view.settle(book_);
        if (view.count() == 0) return true;
        const auto last = static_cast<std::ptrdiff_t>(view.count()) - 1;
        const bool was_hidden = state_.ui.by_pointer && !state_.ui.on_button;
        const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(book_.picked) + (book_.on_bar || was_hidden ? 0 : by);
        return pick(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, last)));
    }

    /// A page of it, what is picked with it.
    bool turn(float by) {
        const BookView view = this->view();
        view.scroll(book_, by);
        state_.ui.by_pointer = false;
        book_.on_bar = false;
        if (view.count() == 0) return true;
        float y = -book_.above;
        std::size_t last = book_.top;
        while (last + 1 < view.count() && (y += view.height(last)) < view.room()) ++last;
        book_.picked = by < 0 ? book_.top : last;
        return true;
    }

    /// Through the buttons of the head, and on to the entries behind them.
    bool walk_bar(int by) {
        const auto bar = static_cast<int>(showing().bar);
        const int at = book_.on_bar ? std::min(static_cast<int>(state_.ui.focus), bar - 1) : -1;
        int to = at + by;
        if (to < -1) to = bar - 1;
        if (to >= bar) to = -1;
        state_.ui.by_pointer = false;
        book_.on_bar = to >= 0;
        state_.ui.focus = static_cast<std::size_t>(std::max(to, 0));
        return true;
    }

    bool press_bar() {
        const BookShowing shown = showing();
        if (state_.ui.focus >= shown.bar) return true;
        const Button& button = shown.buttons[state_.ui.focus];
        if (button.command == Command::kBack) {
            close_screen(state_);
            return true;
        }
        return run(button.command, button.option);
    }

    /// What lies under the pointer, the copy mark before its entry.
    std::optional<Button> under(Vec2 at) {
        const BookShowing shown = showing();
        for (std::size_t i = shown.buttons.size(); i-- > 0;) {
            if (!shown.buttons[i].at.contains(at)) continue;
            state_.ui.focus = i;
            book_.on_bar = i < shown.bar;
            return shown.buttons[i];
        }
        return std::nullopt;
    }

    bool point(Vec2 at) {
        state_.ui.pointer = at;
        state_.ui.by_pointer = true;
        const auto button = under(at);
        state_.ui.on_button = button.has_value();
        if (button && !book_.on_bar) book_.picked = button->option;
        return true;
    }

    bool begin_drag(Vec2 at, bool touch) {
        const BookPage page = view().page();
        if (!page.view.contains(at)) return false;
        book_.drag = {true, false, page.mark.contains(at), touch, at.y};
        if (!touch) point(at);
        if (book_.drag.by_mark) return hold_mark(at);
        return true;
    }

    bool hold_mark(Vec2 at) {
        const BookView view = this->view();
        const Rect& mark = view.page().mark;
        book_.drag.moved = true;
        view.scroll_to(book_, (at.y - mark.y) / std::max(1.0f, mark.h));
        return true;
    }

    bool drag_to(Vec2 at) {
        state_.ui.pointer = at;
        if (book_.drag.by_mark) return hold_mark(at);
        const float by = at.y - book_.drag.last;
        if (!book_.drag.moved && std::max(by, -by) < kStill) return true;
        book_.drag.moved = true;
        book_.drag.last = at.y;
        view().scroll(book_, -by);
        return true;
    }

    /// A finger first picks a line, so that a careless one does not leave the page; a second tap goes there.
    bool end_drag(Vec2 at) {
        if (!book_.drag.down) return false;
        const BookDrag was = book_.drag;
        book_.drag = {};
        if (was.moved) return true;
        const bool was_shown = !state_.ui.by_pointer || state_.ui.on_button;
        const std::size_t before = book_.picked;
        const auto button = under(at);
        if (!button) return true;
        if (was.touch && button->command == Command::kBookEntry && !(was_shown && before == button->option)) {
            point(at);
            return true;
        }
        return run(button->command, button->option);
    }

    GameState& state_;
    Layouts& layouts_;
    const Content& content_;
    std::vector<Request>& requests_;
    Book& book_;
};

} // namespace

bool take_book_input(GameState& state, Layouts& layouts, const Content& content, const InputEvent& input,
                     std::vector<Request>& requests) {
    return shows_book(state) && std::visit(BookControl(state, layouts, content, requests), input);
}

void run_book_command(GameState& state, Layouts& layouts, const Content& content, Command command, std::size_t option,
                      std::vector<Request>& requests) {
    Book& book = state.ui.book;
    BookSearch& search = book.search;
    const BookView view(state, layouts, content);
    switch (command) {
    case Command::kBookEntry:
        if (option < view.count()) go_to_entry(state, layouts, content, option);
        break;
    case Command::kBookCopy:
        if (option >= view.count()) break;
        requests.emplace_back(CopyRequest{book_row(book_entry(state, content, option), state.settings.reader, "\n")});
        tell(state, strings::kCopied);
        break;
    case Command::kBookSearch:
        view.settle(book);
        if (!search.open) search.origin = book.picked;
        search.open = true;
        book.on_bar = false;
        state.ui.field.active = true;
        break;
    case Command::kLetter:
    case Command::kErase:
        take_letter(state.ui.field, command, option);
        begin_book_search(state, layouts, content);
        break;
    case Command::kTyped: // to what was found
        state.ui.field.active = false;
        book.on_bar = false;
        break;
    case Command::kBookSearchEnd:
        search = {};
        state.ui.field = {};
        book.on_bar = false;
        break;
    case Command::kBookEarlier: go_to_match(state, layouts, content, 1); break;
    case Command::kBookLater: go_to_match(state, layouts, content, -1); break;
    default: break;
    }
}

void follow_keyboard_in_book(GameState& state, Layouts& layouts, const Content& content) {
    if (!shows_book(state)) return;
    Book& book = state.ui.book;
    book.on_bar = shows_keyboard(state.ui);
    const auto buttons = show_book(state, layouts, content).buttons;
    for (std::size_t i = 0; i < buttons.size(); ++i) {
        if (buttons[i].command == Command::kLetter && buttons[i].option == kFirstLetter) state.ui.focus = i;
    }
    BookView(state, layouts, content).reveal_found(book, book.picked);
}

} // namespace liubai
