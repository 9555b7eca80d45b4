#include "game/text_entry.h"

#include "base/utf8.h"
#include "text/graphemes.h"

#include <algorithm>
#include <string>
#include <variant>

namespace liubai {
namespace {

/// Controls do nothing in one row of text, and overrides of its direction would turn what stands beside it.
bool is_typed(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool separates = c == 0x2028 || c == 0x2029;
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !control && !separates && !turns && c != 0xFEFF && c != kReplacement;
}

std::string typed_part(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_typed(c)) append_utf8(out, c);
    }
    return out;
}

/// The bytes at which clusters begin, and the text's size.
std::vector<std::size_t> borders_of(const std::string& text) {
    const std::u32string chars = to_utf32(text);
    std::vector<std::size_t> out;
    std::size_t byte = 0;
    std::uint32_t index = 0;
    for (const std::uint32_t border : grapheme_borders(chars)) {
        for (; index < border; ++index) next_code_point(text, byte);
        out.push_back(byte);
    }
    if (out.empty()) out.push_back(0);
    return out;
}

std::size_t border_after(const std::string& text, std::size_t byte) {
    const auto borders = borders_of(text);
    return *std::min(std::upper_bound(borders.begin(), borders.end(), byte), std::prev(borders.end()));
}

std::size_t border_before(const std::string& text, std::size_t byte) {
    const auto borders = borders_of(text);
    const auto here = std::lower_bound(borders.begin(), borders.end(), byte);
    return here == borders.begin() ? 0 : *std::prev(here);
}

/// Backwards from the caret, or forwards.
void erase(TextField& field, bool backwards) {
    const std::size_t from = backwards ? border_before(field.text, field.caret) : field.caret;
    const std::size_t to = backwards ? field.caret : border_after(field.text, field.caret);
    field.text.erase(from, to - from);
    field.caret = from;
    const auto borders = borders_of(field.text); // what is left may have joined
    field.caret = *std::lower_bound(borders.begin(), borders.end(), std::min(from, field.text.size()));
}

bool take_key(TextField& field, const KeyDown& e) {
    if (e.alt) return false;
    const bool composes = !field.composition.empty();
    if (composes) return true; // the input method's
    if (e.control) return false;
    switch (e.key) {
    case Key::kBackspace: erase(field, true); return true;
    case Key::kDelete: erase(field, false); return true;
    case Key::kLeft: field.caret = border_before(field.text, field.caret); return true;
    case Key::kRight: field.caret = border_after(field.text, field.caret); return true;
    case Key::kHome: field.caret = 0; return true;
    case Key::kEnd: field.caret = field.text.size(); return true;
    default: break;
    }
    // The text of such a key comes by itself.
    return e.key == Key::kSpace || e.key == Key::kNone || (e.key >= Key::kA && e.key <= Key::kZ);
}

void compose(TextField& field, const Composition& e) {
    field.composition.clear();
    field.composition_caret = 0;
    int index = 0;
    for (std::size_t at = 0; at < e.text.size(); ++index) {
        const char32_t c = next_code_point(e.text, at);
        if (is_typed(c) && field.composition.size() < kMostTypedBytes) append_utf8(field.composition, c);
        if (index < e.cursor) field.composition_caret = field.composition.size();
    }
}

} // namespace

void type_text(TextField& field, std::string_view text) {
    const std::string typed = typed_part(text);
    std::size_t end = typed.size();
    std::string all;
    while (true) {
        all = field.text;
        all.insert(field.caret, typed, 0, end);
        if (end == 0 || (all.size() <= kMostTypedBytes && borders_of(all).size() <= kMostTyped + 1)) break;
        end = border_before(typed, end);
    }
    const std::size_t caret = field.caret + end;
    field.text = std::move(all);
    const auto borders = borders_of(field.text);
    field.caret = *std::lower_bound(borders.begin(), borders.end(), caret);
}

TextField field_with(std::string_view text) {
    TextField field;
    field.active = true;
    type_text(field, text);
    return field;
}

bool take_text_input(TextField& field, const InputEvent& input) {
    if (!field.active) return false;
    if (const auto* typed = std::get_if<TextTyped>(&input)) {
        field.composition.clear();
        field.composition_caret = 0;
        type_text(field, typed->text);
        return true;
    }
    if (const auto* composition = std::get_if<Composition>(&input)) {
        compose(field, *composition);
        return true;
    }
    const auto* key = std::get_if<KeyDown>(&input);
    return key && take_key(field, *key);
}

bool take_letter(TextField& field, Command command, std::size_t option) {
    if (command == Command::kErase) {
        erase(field, true);
        return true;
    }
    if (command != Command::kLetter) return false;
    std::string letter;
    append_utf8(letter, static_cast<char32_t>(option));
    type_text(field, letter);
    return true;
}

bool shows_keyboard(const Ui& ui) { return ui.field.active && (ui.by_pad || ui.by_finger); }

std::optional<Command> keyboard_command(PadButton button) {
    switch (button) {
    case PadButton::kX: return Command::kErase;
    case PadButton::kStart: return Command::kTyped;
    default: return std::nullopt;
    }
}

void ask_for_text_input(Rect& told, Rect at, std::vector<Request>& requests) {
    if (told == at) return;
    told = at;
    requests.emplace_back(TextInputRequest{at});
}

} // namespace liubai
