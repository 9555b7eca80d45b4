#pragma once
// A reader's saves in memory: what the app does with a frame's requests, without files.

#include "support/table.h"

#include <map>
#include <string>

namespace liubai {

class Disk {
public:
    explicit Disk(Table& table) : table_(&table) {}

    /// Gives an input and answers what it asked of the disk, until it asks for nothing more.
    Frame give(const InputEvent& event) { return answer(table_->give(event)); }
    Frame pass(Millis dt) { return answer(table_->pass(dt)); }
    Frame click(Vec2 at) {
        give(PointerDown{at, PointerButton::kLeft});
        return give(PointerUp{at, PointerButton::kLeft});
    }
    Frame tap(Vec2 at) {
        give(TouchDown{1, at});
        return give(TouchUp{1, at});
    }
    [[nodiscard]] std::map<std::string, std::string>& files() { return files_; }
    [[nodiscard]] std::string name_in(const std::string& slot) const {
        const auto head = save_head_from(files_.at(slot));
        const auto* read = std::get_if<SaveHead>(&head);
        return read ? read->name : "damaged";
    }

private:
    Frame answer(Frame frame) {
        const Frame first = frame;
        for (int i = 0; i < 8; ++i) {
            std::vector<InputEvent> answers;
            for (const Request& request : frame.requests) {
                if (const auto* save = std::get_if<SaveRequest>(&request)) {
                    files_[save->slot] = save->text;
                    answers.emplace_back(SaveDone{save->slot, true, {}});
                }
                if (const auto* gone = std::get_if<DeleteSaveRequest>(&request)) {
                    files_.erase(gone->slot);
                    answers.emplace_back(SaveDone{gone->slot, true, {}});
                }
                if (std::holds_alternative<ListSavesRequest>(request)) answers.emplace_back(listed());
                if (const auto* load = std::get_if<LoadRequest>(&request))
                    answers.emplace_back(SaveLoaded{load->slot, files_[load->slot], {}});
            }
            if (answers.empty()) break;
            frame = {};
            for (const InputEvent& event : answers) {
                Frame next = table_->give(event);
                frame.requests.insert(frame.requests.end(), next.requests.begin(), next.requests.end());
            }
        }
        return first;
    }

    [[nodiscard]] SaveListed listed() const {
        SaveListed list;
        for (const auto& [slot, text] : files_) {
            const auto head = save_head_from(text);
            if (const auto* read = std::get_if<SaveHead>(&head)) {
                list.slots.push_back({slot, to_text(*read), {}});
            } else {
                list.slots.push_back({slot, "", std::get<Bilingual>(head)});
            }
        }
        return list;
    }

    Table* table_;
    std::map<std::string, std::string> files_;
};

} // namespace liubai
