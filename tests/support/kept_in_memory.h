#pragma once
// A reader's saves, and what they read, in memory: what the app does with the game's requests, without files.

#include "base/frame.h"
#include "base/input.h"
#include "save/saved_game.h"

#include <map>
#include <optional>
#include <string>

namespace liubai {

struct KeptInMemory {
    std::map<std::string, std::string> files; ///< by slot
    std::string seen;
    std::string settings;

    std::optional<InputEvent> carry_out(const Request& request) {
        if (const auto* kept = std::get_if<KeepSettingsRequest>(&request)) settings = kept->text;
        if (const auto* read = std::get_if<KeepSeenRequest>(&request)) seen += read->text;
        if (const auto* save = std::get_if<SaveRequest>(&request)) {
            files[save->slot] = save->text;
            return SaveDone{save->slot, true, {}};
        }
        if (const auto* gone = std::get_if<DeleteSaveRequest>(&request)) {
            files.erase(gone->slot);
            return SaveDone{gone->slot, true, {}};
        }
        if (std::holds_alternative<ListSavesRequest>(request)) return listed();
        if (const auto* load = std::get_if<LoadRequest>(&request)) {
            const auto file = files.find(load->slot);
            if (file == files.end()) return SaveLoaded{load->slot, "", {"没有", "none"}};
            return SaveLoaded{load->slot, file->second, {}};
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] SaveListed listed() const {
        SaveListed list;
        for (const auto& [slot, text] : files) {
            const auto head = save_head_from(text);
            if (const auto* read = std::get_if<SaveHead>(&head)) {
                list.slots.push_back({slot, to_text(*read), {}});
            } else {
                list.slots.push_back({slot, "", std::get<Bilingual>(head)});
            }
        }
        return list;
    }
};

} // namespace liubai
