#pragma once
// What a story is made of, as far as it is loaded: the index, the look, and the scenes that have come. update() only
// reads it; the app adds scenes between updates.

#include "base/look.h"
#include "story/reading.h"
#include "text/pinyin.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace liubai {

struct Content {
    Story story;
    Look look;
    std::unique_ptr<const Pinyin> pinyin; ///< nullptr until a reader wants it (or it cannot be had)
    std::map<std::string, std::unique_ptr<const Scene>> scenes; ///< the loaded ones; a null entry cannot be loaded
    std::uint64_t version = 0; ///< grows with every scene that comes
    std::uint64_t hash = 0;    ///< of the scripts' bytes; a replay log names it

    /// nullptr when it is not loaded (or cannot be).
    [[nodiscard]] const Scene* scene(const std::string& name) const {
        const auto found = scenes.find(name);
        return found == scenes.end() ? nullptr : found->second.get();
    }
};

} // namespace liubai
