#pragma once
// A reader's own folder: saves, what was read, pictures of the screen. Carries out what update() asks of it, on the
// worker, for the disk may take its time.

#include "app/save_store.h"
#include "base/frame.h"
#include "base/input.h"

#include <optional>
#include <string>

namespace liubai {

class Keeping {
public:
    /// `folder`: of one story, made when something is first written; "" = nothing is kept.
    explicit Keeping(std::string folder);

    /// Saves, loads, deletes, lists, or adds to what was read; answers what update() is to be told. Never throws.
    [[nodiscard]] std::optional<InputEvent> carry_out(const Request& request) const;
    /// What was read in earlier sessions, empty when there is nothing.
    [[nodiscard]] SeenLoaded read_seen() const;

    /// True for the requests that carry_out() knows.
    static bool is_for_disk(const Request& request);

private:
    std::string folder_;
    SaveStore store_;
};

} // namespace liubai
