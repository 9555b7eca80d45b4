#pragma once
// The saves of one story on disk: a folder with a file for each slot. No file is ever half: each is written beside its
// place, synced and renamed. A file that is no save of ours is set aside, never overwritten.

#include "save/saved_game.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace liubai {

/// "auto", "quick", "1": one to sixteen small letters and digits.
bool is_slot(std::string_view slot);

struct StoredSave {
    std::string text;      ///< for saved_game_from(), which judges it
    bool previous = false; ///< the autosave is damaged: this is the one before it
};

struct SlotEntry {
    std::string slot;
    std::variant<SaveHead, Bilingual> head; ///< or why it cannot be used
    bool previous = false;                  ///< see StoredSave
};

class SaveStore {
public:
    /// Touches nothing. Two stores of one folder may be used at the same time, one to write and one to read.
    explicit SaveStore(std::string folder) : folder_(std::move(folder)) {}

    /// The slot holds `text` when it comes back: it is on the disk. Of "auto" the save before is kept as well. What
    /// stands there and cannot be used is renamed to "<slot>.damaged" first. Makes the folder; clears away what killed
    /// programs left in it. Throws Error; what the slot held is then still read.
    void write(const std::string& slot, std::string_view text) const;

    /// Nothing when the slot is empty. Throws Error when it cannot be read or is too large.
    [[nodiscard]] std::optional<StoredSave> read(const std::string& slot) const;

    /// The slots that hold something, by name; each file is read once. Never throws.
    [[nodiscard]] std::vector<SlotEntry> list() const;

    /// Empties the slot, of "auto" also the save before. Throws Error.
    void remove(const std::string& slot) const;

private:
    std::string folder_;
};

} // namespace liubai
