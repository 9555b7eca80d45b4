#pragma once
// A background and the layers that move over it, as draw items. Inside compose().

#include "stage/compose.h"
#include "stage/lens.h"

namespace liubai {

/// Draws one background, or one weather, into a list of items.
class Scenery {
public:
    /// `clock` moves the layers; `settled` is the zoom that pictures are decoded for.
    Scenery(const Look& look, const StageView& view, const StageLens& lens, Millis clock, float settled,
            ComposedStage& out)
        : look_(look), view_(view), lens_(lens), clock_(view.ambient ? clock : 0), settled_(settled), out_(out) {}

    /// The picture, or the colour that `name` is, or black.
    void background(const std::string& name, std::vector<DrawItem>& items);
    /// The same with its layers behind the figures; at rest as one picture.
    void place(const std::string& name, std::vector<DrawItem>& items);
    /// Those behind the figures, or those before them.
    void layers(const std::vector<SceneryLayer>& layers, bool front, std::vector<DrawItem>& items);

private:
    void picture(ImageId image, std::vector<DrawItem>& items);
    void layer(const SceneryLayer& layer, std::vector<DrawItem>& items);
    void band(const SceneryLayer& layer, Vec2 shift, const ImageItem& item, std::vector<DrawItem>& items);
    [[nodiscard]] float alpha_of(const SceneryLayer& layer, float swing);
    void want(const ImageItem& item);

    const Look& look_;
    const StageView& view_;
    const StageLens& lens_;
    Millis clock_;
    float settled_;
    ComposedStage& out_;
};

} // namespace liubai
