#include "app/keeping.h"

#include "app/browser.h"
#include "base/error.h"
#include "base/log.h"
#include "files/folder.h"

namespace liubai {
namespace {

constexpr const char* kSeenFile = "seen";
constexpr std::size_t kMostSeenBytes = 64u << 20;

struct CarryOut {
    const std::string& folder;
    const SaveStore& store;

    using Answer = std::optional<InputEvent>;

    Answer operator()(const SaveRequest& r) const {
        try {
            store.write(r.slot, r.text);
            return SaveDone{r.slot, true, {}};
        } catch (const Error& e) {
            return SaveDone{r.slot, false, e.text()};
        }
    }
    Answer operator()(const LoadRequest& r) const {
        try {
            const auto save = store.read(r.slot);
            if (!save) return SaveLoaded{r.slot, "", {"这里还没有存档。", "There is no save here yet."}};
            const Bilingual damaged{"上一次的自动存档坏了，这是再前一次的。",
                                    "The last autosave was damaged; this is the one before it."};
            return SaveLoaded{r.slot, save->text, save->previous ? damaged : Bilingual{}};
        } catch (const Error& e) {
            return SaveLoaded{r.slot, "", e.text()};
        }
    }
    Answer operator()(const DeleteSaveRequest& r) const {
        try {
            store.remove(r.slot);
            return SaveDone{r.slot, true, {}};
        } catch (const Error& e) {
            return SaveDone{r.slot, false, e.text()};
        }
    }
    Answer operator()(const ListSavesRequest&) const {
        SaveListed listed;
        for (const SlotEntry& entry : store.list()) {
            SaveSlot slot{entry.slot, "", {}};
            if (const auto* head = std::get_if<SaveHead>(&entry.head)) {
                slot.head = to_text(*head);
            } else {
                slot.message = std::get<Bilingual>(entry.head);
            }
            listed.slots.push_back(std::move(slot));
        }
        return listed;
    }
    Answer operator()(const KeepSeenRequest& r) const {
        try {
            append_to_file(folder + kSeenFile, r.text);
        } catch (const Error& e) {
            log_warning(std::string("what was read is not remembered: ") + e.what());
        }
        return std::nullopt;
    }
    template <typename Other>
    Answer operator()(const Other&) const {
        return std::nullopt;
    }
};

/// Without a folder of the reader's own: nothing is kept, and nothing lands where the program was started.
struct KeepNothing {
    using Answer = std::optional<InputEvent>;

    static Bilingual why() { return {"这里没有放存档的文件夹。", "There is no folder here to keep saves in."}; }
    Answer operator()(const SaveRequest& r) const { return SaveDone{r.slot, false, why()}; }
    Answer operator()(const LoadRequest& r) const { return SaveLoaded{r.slot, "", why()}; }
    Answer operator()(const DeleteSaveRequest& r) const { return SaveDone{r.slot, false, why()}; }
    Answer operator()(const ListSavesRequest&) const { return SaveListed{}; }
    template <typename Other>
    Answer operator()(const Other&) const {
        return std::nullopt;
    }
};

} // namespace

Keeping::Keeping(std::string folder) : folder_(std::move(folder)), store_(folder_ + "slots") {}

std::optional<InputEvent> Keeping::carry_out(const Request& request) const {
    if (folder_.empty()) return std::visit(KeepNothing{}, request);
    auto answer = std::visit(CarryOut{folder_, store_}, request);
    keep_changed_files();
    return answer;
}

SeenLoaded Keeping::read_seen() const {
    try {
        const Folder folder = Folder::open_directory(folder_);
        if (folder.has(kSeenFile)) return {std::string(folder.read(kSeenFile, kMostSeenBytes).text())};
    } catch (const Error&) { // nothing was kept yet
    }
    return {};
}

bool Keeping::is_for_disk(const Request& request) {
    return std::holds_alternative<SaveRequest>(request) || std::holds_alternative<LoadRequest>(request) ||
           std::holds_alternative<DeleteSaveRequest>(request) || std::holds_alternative<ListSavesRequest>(request) ||
           std::holds_alternative<KeepSeenRequest>(request);
}

} // namespace liubai
