#include "app/save_store.h"

#include "base/error.h"
#include "files/folder.h"
#include "files/native_path.h"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <filesystem>
#include <system_error>

namespace liubai {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".json";
constexpr const char* kAuto = "auto";
constexpr const char* kBeforeAuto = "auto-1"; ///< no slot's name
/// A file being written is this young; one that is older was left by a program that was killed.
constexpr std::chrono::minutes kWritten{2};

std::string file_of(const std::string& slot) { return slot + std::string(kEnding); }

Error cannot_change(const std::string& path, const std::error_code& why) {
    return Error({"存档文件夹里的 " + path + " 动不了：" + why.message(),
                  "cannot change " + path + " in the folder of saves: " + why.message()});
}

void rename_file(const fs::path& folder, const std::string& from, const std::string& to) {
    std::error_code error;
    fs::rename(folder / native_path(from), folder / native_path(to), error);
    if (error) throw cannot_change(from, error);
}

/// Nothing when there is no such folder or file. Throws Error.
std::optional<std::string> text_of(const std::string& folder, const std::string& name) {
    std::error_code error;
    if (!fs::exists(native_path(folder) / native_path(name), error)) return std::nullopt;
    return std::string(Folder::open_directory(folder).read(name, kMostSaveBytes).text());
}

/// What stands in a file of the folder, or why it cannot be used; nothing when there is no such file.
std::optional<std::variant<SaveHead, Bilingual>> head_of(const std::string& folder, const std::string& name) {
    try {
        const auto text = text_of(folder, name);
        if (!text) return std::nullopt;
        return save_head_from(*text);
    } catch (const Error& error) {
        return error.text();
    }
}

bool is_usable(const std::optional<std::variant<SaveHead, Bilingual>>& head) {
    return head && std::holds_alternative<SaveHead>(*head);
}

struct Standing {
    std::string file;
    std::optional<std::variant<SaveHead, Bilingual>> head = std::nullopt; ///< the slot is empty
    bool previous = false;                                                ///< see StoredSave
};

/// What stands in a slot. A program killed between the two renames of an autosave leaves only the save before: then
/// that is the last one.
Standing standing(const std::string& folder, const std::string& slot) {
    Standing own{file_of(slot), head_of(folder, file_of(slot))};
    if (slot != kAuto || is_usable(own.head)) return own;
    Standing before{file_of(kBeforeAuto), head_of(folder, file_of(kBeforeAuto)), own.head.has_value()};
    return is_usable(before.head) ? before : own;
}

void clear_leftovers(const fs::path& folder) {
    std::error_code error;
    const auto now = fs::file_time_type::clock::now();
    std::vector<fs::path> left;
    for (fs::directory_iterator it(folder, error); !error && it != fs::directory_iterator(); it.increment(error)) {
        std::error_code gone;
        if (utf8_path(it->path().filename()).find(".json.part") == std::string::npos) continue;
        const auto age = now - fs::last_write_time(it->path(), gone);
        if (!gone && age > kWritten) left.push_back(it->path());
    }
    for (const fs::path& path : left) fs::remove(path, error);
}

} // namespace

bool is_slot(std::string_view slot) {
    return !slot.empty() && slot.size() <= 16 &&
           slot.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string_view::npos;
}

void SaveStore::write(const std::string& slot, std::string_view text) const {
    assert(is_slot(slot));
    const fs::path folder = native_path(folder_);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw cannot_change(folder_, error);
    clear_leftovers(folder);
    const auto present = head_of(folder_, file_of(slot));
    if (present && !is_usable(present)) {
        rename_file(folder, file_of(slot), slot + ".damaged");
    } else if (present && slot == kAuto) {
        rename_file(folder, file_of(slot), file_of(kBeforeAuto));
    }
    write_file(folder_ + "/" + file_of(slot), text);
}

std::optional<StoredSave> SaveStore::read(const std::string& slot) const {
    if (!is_slot(slot)) return std::nullopt;
    const Standing found = slot == kAuto ? standing(folder_, slot) : Standing{file_of(slot)};
    auto text = text_of(folder_, found.file);
    if (!text) return std::nullopt;
    return StoredSave{*std::move(text), found.previous};
}

std::vector<SlotEntry> SaveStore::list() const {
    std::vector<SlotEntry> entries;
    std::error_code error;
    std::vector<std::string> slots{kAuto};
    for (fs::directory_iterator it(native_path(folder_), error); !error && it != fs::directory_iterator();
         it.increment(error)) {
        std::string name = utf8_path(it->path().filename());
        if (!name.ends_with(kEnding)) continue;
        name.resize(name.size() - kEnding.size());
        if (is_slot(name) && name != kAuto) slots.push_back(name);
    }
    std::sort(slots.begin(), slots.end());
    for (const std::string& slot : slots) {
        Standing found = standing(folder_, slot);
        if (found.head) entries.push_back({slot, *std::move(found.head), found.previous});
    }
    return entries;
}

void SaveStore::remove(const std::string& slot) const {
    assert(is_slot(slot));
    for (const std::string& name : {slot, std::string(slot == kAuto ? kBeforeAuto : slot)}) {
        std::error_code error;
        fs::remove(native_path(folder_) / native_path(file_of(name)), error);
        if (error) throw cannot_change(file_of(name), error);
    }
}

} // namespace liubai
