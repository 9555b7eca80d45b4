#include "tools/terminal_saves.h"

#include "game/saving.h"
#include "game/slots.h"
#include "tools/terminal_words.h"
#include "ui/date.h"
#include "ui/strings.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::size_t kNumbered = kSlotPages * kSlotsOnPage;

/// Of the slots that the program writes; those of the others are the reader's own.
Bilingual label_of(const std::string& slot) {
    if (slot == kAutoSlot) return strings::kAutoSlotName;
    return slot == kQuickSlot ? strings::kQuickSlotName : Bilingual{};
}

/// As the window shows them: first the two that the program writes.
std::vector<std::size_t> options() {
    std::vector<std::size_t> all{kNumbered, kNumbered + 1};
    for (std::size_t option = 0; option < kNumbered; ++option) all.push_back(option);
    return all;
}

} // namespace

std::string save_place(const ListedSave& save, std::int64_t now, Language reader) {
    const bool zh = reader == Language::kZh;
    std::string row;
    const auto add = [&](const std::string& part, const char* between) {
        if (!part.empty()) row += (row.empty() ? "" : between) + part;
    };
    add(in_language(save.head.chapter, tag(reader)), "");
    add(date_and_time(save.head.saved_at, now, reader), zh ? "，" : ", ");
    add(in_language(save.head.words, tag(reader)), zh ? "：" : ": ");
    return row;
}

std::string save_row(const ListedSave& save, std::int64_t now, Language reader) {
    const Bilingual label = label_of(save.slot);
    const std::string name = label.en.empty() ? save.head.name : label.in(reader);
    const bool is_usable = save.message.en.empty();
    const std::string what = is_usable ? save_place(save, now, reader) : save.message.in(reader);
    const bool both = !name.empty() && !what.empty();
    return "  " + save.slot + ". " + name + (both ? reader == Language::kZh ? "，" : ", " : "") + what;
}

std::vector<ListedSave> in_order(const std::vector<ListedSave>& all) {
    std::vector<ListedSave> ordered;
    for (const std::size_t option : options()) {
        if (const ListedSave* save = save_in(slot_of(option), all)) ordered.push_back(*save);
    }
    return ordered;
}

const ListedSave* save_in(const std::string& slot, const std::vector<ListedSave>& all) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const ListedSave& save) { return save.slot == slot; });
    return found == all.end() ? nullptr : &*found;
}

bool is_slot_name(const std::string& name, const std::string& slot) {
    const Bilingual label = label_of(slot);
    using terminal_words::is_same;
    return is_same(name, slot) || (!label.en.empty() && (is_same(name, label.zh) || is_same(name, label.en)));
}

std::string slot_called(const std::string& name, const std::vector<ListedSave>& all) {
    for (const std::size_t option : options()) {
        if (is_slot_name(name, slot_of(option))) return slot_of(option);
    }
    const auto found = std::find_if(all.begin(), all.end(), [&](const ListedSave& save) {
        return !save.head.name.empty() && terminal_words::is_same(name, save.head.name);
    });
    return found == all.end() ? "" : found->slot;
}

std::string free_slot(const std::vector<ListedSave>& all) {
    for (std::size_t option = 0; option < kNumbered; ++option) {
        if (!save_in(slot_of(option), all)) return slot_of(option);
    }
    return "";
}

} // namespace liubai
