#pragma once
// A table whose saves are kept in memory.

#include "support/kept_in_memory.h"
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
    [[nodiscard]] std::map<std::string, std::string>& files() { return kept_.files; }
    [[nodiscard]] std::string name_in(const std::string& slot) const {
        const auto head = save_head_from(kept_.files.at(slot));
        const auto* read = std::get_if<SaveHead>(&head);
        return read ? read->name : "damaged";
    }

private:
    Frame answer(Frame frame) {
        const Frame first = frame;
        for (int i = 0; i < 8; ++i) {
            std::vector<InputEvent> answers;
            for (const Request& request : frame.requests) {
                if (auto told = kept_.carry_out(request)) answers.push_back(*std::move(told));
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

    Table* table_;
    KeptInMemory kept_;
};

} // namespace liubai
