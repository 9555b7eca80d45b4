#include "app/picture_requests.h"

#include "tools/shoot.h"

namespace liubai {

void PictureRequests::ask(const WantedPicture& wanted, bool now, const Canvas& canvas, const Look& look, const Renderer& renderer,
                          Worker& worker) {
    const float scale = decode_scale(wanted, look, canvas, renderer.is_accelerated());
    Known& known = known_[wanted.image];
    const bool here = renderer.has_picture(wanted.image);
    const bool small = is_small(wanted.image); // shown at several sizes: the largest serves them all
    const bool fits = known.scale > scale * 0.97f && (small || known.scale < scale * 1.03f);
    if (here && (fits || (!now && !small))) return; // at another size: when it shows
    if (known.pending && fits && !now) return;
    if (known.pending && fits && known.urgent) return;
    known = {scale, true, now && !here, known.pending};
    const bool in_memory = !renderer.is_accelerated() && !look.picture(wanted.image)->is_mask;
    worker.ask(PictureJob{wanted.image, scale, in_memory}, now && !here);
}

bool PictureRequests::was_asked_ahead(ImageId image) const {
    const auto known = known_.find(image);
    return known != known_.end() && known->second.was_asked;
}

void PictureRequests::forget_pending() {
    for (auto& [image, known] : known_) known.pending = false;
}

} // namespace liubai
