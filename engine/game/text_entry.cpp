#include "game/text_entry.h"

#include "base/utf8.h"
#include "text/graphemes.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::size_t kLongest = 256; // bytes

/// Bytes of the grapheme cluster that ends (`back`) or begins at the caret.
std::size_t cluster_at(const TextField& field, bool back) {
    const std::string side = back ? field.text.substr(0, field.caret) : field.text.substr(field.caret);
    const std::u32string characters = to_utf32(side);
    const auto borders = grapheme_borders(characters);
    if (borders.size() < 2) return 0;
    const std::size_t begin = back ? borders[borders.size() - 2] : 0;
    const std::size_t end = back ? borders.back() : borders[1];
    return to_utf8(std::u32string_view(characters).substr(begin, end - begin)).size();
}

bool take_key(TextField& field, const KeyDown& e) {
    if (!field.composition.empty()) return true; // the input method has it
    switch (e.key) {
    case Key::kBackspace: {
        const std::size_t size = cluster_at(field, true);
        field.caret -= size;
        field.text.erase(field.caret, size);
        return true;
    }
    case Key::kDelete: field.text.erase(field.caret, cluster_at(field, false)); return true;
    case Key::kLeft: field.caret -= cluster_at(field, true); return true;
    case Key::kRight: field.caret += cluster_at(field, false); return true;
    default: return e.key == Key::kSpace || (e.key >= Key::kA && e.key <= Key::kZ && !e.control); // come as text
    }
}

} // namespace

bool take_text_input(TextField& field, const InputEvent& input) {
    if (!field.active) return false;
    if (const auto* typed = std::get_if<TextTyped>(&input)) {
        field.composition.clear();
        field.composition_caret = 0;
        if (field.text.size() + typed->text.size() > kLongest) return true;
        field.text.insert(field.caret, typed->text);
        field.caret += typed->text.size();
        return true;
    }
    if (const auto* composed = std::get_if<Composition>(&input)) {
        field.composition = composed->text;
        std::size_t at = 0;
        for (int i = 0; i < composed->cursor && at < field.composition.size(); ++i) next_code_point(field.composition, at);
        field.composition_caret = at;
        return true;
    }
    const auto* key = std::get_if<KeyDown>(&input);
    return key && take_key(field, *key);
}

} // namespace liubai
