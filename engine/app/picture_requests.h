#pragma once
// Which pictures the worker was asked for, and at which scale: between what a frame wants and the worker.

#include "app/worker.h"
#include "base/frame.h"
#include "base/look.h"
#include "render/renderer.h"

#include <unordered_map>

namespace liubai {

class PictureRequests {
public:
    /// Asks unless it is there or on its way at about that scale. `now`: before everything else, and at another scale
    /// also where it is there.
    void ask(const WantedPicture& wanted, bool now, const Canvas& canvas, const Look& look, const Renderer& renderer, Worker& worker);
    void came(ImageId image) { known_[image].pending = false; }
    /// True when it had been asked for before it was needed.
    [[nodiscard]] bool was_asked_ahead(ImageId image) const;

    /// The renderer has none any more.
    void forget() { known_.clear(); }
    /// The worker that was asked is gone.
    void forget_pending();

private:
    struct Known {
        float scale = 0;
        bool pending = false;
        bool urgent = false;
        bool was_asked = false; ///< ahead of need, before it was asked for at once
    };
    std::unordered_map<ImageId, Known> known_;
};

} // namespace liubai
