#include "stage/scenery.h"

#include "base/color_names.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr Millis kLingersAfter = 5000; // a reader who stays that long at a silence is shown more
constexpr Millis kArrives = 2000;
constexpr int kMostTiles = 400; // of a band, along one way

float seconds(Millis ms) { return static_cast<float>(ms) / 1000; }

/// How far a band has gone into its period, 0…length.
float wrapped(float way, float length) {
    const float periods = way / length;
    auto whole = static_cast<float>(static_cast<std::int64_t>(periods));
    if (whole > periods) --whole;
    return way - whole * length;
}

/// The first place of a row of tiles that covers 0…`end` from a tile at `at`.
float first_tile(float at, float length) { return wrapped(at, length) - length; }

bool moves(const SceneryLayer& l) {
    return l.drift != Vec2{} || l.sway != Vec2{} || l.turn != 0 || l.breathe != 0;
}

} // namespace

void Scenery::want(const ImageItem& item) {
    const Picture* picture = look_.picture(item.image);
    const float scale = item.to.w / std::max(1.0f, picture->size.x);
    out_.now.push_back({item.image, scale * settled_});
}

void Scenery::background(const std::string& name, std::vector<DrawItem>& items) {
    const auto found = look_.backgrounds.find(name);
    const ImageId image = found == look_.backgrounds.end() ? ImageId::kNone : found->second.image;
    if (image == ImageId::kNone) {
        const Color plain = background_color(name).value_or(Color{10, 11, 14, 255});
        items.emplace_back(FillItem{lens_.area(), plain, plain});
        return;
    }
    picture(image, items);
}

void Scenery::place(const std::string& name, std::vector<DrawItem>& items) {
    const auto found = look_.backgrounds.find(name);
    const bool is_flat = found != look_.backgrounds.end() && found->second.flat != ImageId::kNone && !view_.ambient;
    if (!is_flat) {
        background(name, items);
        if (found != look_.backgrounds.end()) layers(found->second.layers, false, items);
        return;
    }
    picture(found->second.flat, items);
    for (const SceneryLayer& l : found->second.layers) {
        if (l.waits && !l.front && !l.ambient) layer(l, items);
    }
}

void Scenery::picture(ImageId image, std::vector<DrawItem>& items) {
    const Vec2 size = look_.picture(image)->size;
    const float scale = std::max(kStageSize.x / size.x, kStageSize.y / size.y); // another shape is cropped
    const Rect covering{(kStageSize.x - size.x * scale) / 2, (kStageSize.y - size.y * scale) / 2, size.x * scale,
                        size.y * scale};
    ImageItem item{image, lens_.place(covering, 0), {0, 0, 1, 1}, {255, 255, 255, 255}, Blend::kOver};
    want(item);
    items.emplace_back(std::move(item));
}

float Scenery::alpha_of(const SceneryLayer& l, float swing) {
    float alpha = l.alpha * (1 - l.breathe * (0.5f - 0.5f * swing));
    if (!l.waits) return alpha;
    if (view_.lingers > 0 && view_.lingers < kLingersAfter)
        out_.next_change = std::min(out_.next_change, kLingersAfter - view_.lingers);
    const Millis since = view_.lingers - kLingersAfter;
    if (!view_.ambient) return since >= 0 ? alpha : 0;
    if (since >= 0 && since < kArrives) out_.moves = true;
    return alpha * Fade{std::clamp<Millis>(since, 0, kArrives), kArrives}.eased();
}

void Scenery::layers(const std::vector<SceneryLayer>& layers, bool front, std::vector<DrawItem>& items) {
    for (const SceneryLayer& l : layers) {
        if (l.front == front && (view_.ambient || !l.ambient)) layer(l, items);
    }
}

void Scenery::layer(const SceneryLayer& l, std::vector<DrawItem>& items) {
    const Millis every = std::max<Millis>(1, l.every);
    // Each layer's time is reduced to its period as whole milliseconds: a float keeps no hour's milliseconds.
    const float swing = wave(seconds(clock_ % every) * 1000 / static_cast<float>(every) + l.phase);
    const float alpha = alpha_of(l, swing);
    const bool seen = alpha > 0.003f;
    if (view_.ambient && (seen || !l.waits) && moves(l)) out_.moves = true;
    if (!seen && !l.waits) return;

    Vec2 shift{l.sway.x * swing, l.sway.y * swing};
    ImageItem item;
    item.image = l.image;
    item.tint = faded({255, 255, 255, 255}, alpha);
    item.blend = l.blend;
    const bool is_band = l.again <= 0 && l.drift != Vec2{};
    if (is_band) return band(l, shift, item, items);
    if (l.again > 0) {
        const auto lead = static_cast<Millis>(l.phase * static_cast<float>(l.again));
        const Millis since = (clock_ + (view_.ambient ? lead : 0)) % l.again;
        shift.x += l.drift.x * seconds(since);
        shift.y += l.drift.y * seconds(since);
    }
    item.to = lens_.place({l.at.x + shift.x, l.at.y + shift.y, l.at.w, l.at.h}, l.depth);
    item.turn = l.turn * swing;
    item.pivot = {item.to.x + item.to.w / 2, item.to.y + item.to.h / 2};
    want(item); // a layer that waits is fetched before it shows
    if (seen) items.emplace_back(std::move(item));
}

void Scenery::band(const SceneryLayer& l, Vec2 shift, const ImageItem& item, std::vector<DrawItem>& items) {
    // The time of a whole way over its own length, so that it ends where it began.
    const auto way = [&](float drift, float length) {
        if (drift == 0) return 0.0f;
        const auto period = static_cast<Millis>(length / (drift < 0 ? -drift : drift) * 1000);
        return drift * seconds(period > 0 ? clock_ % period : 0);
    };
    const Vec2 at{l.at.x + shift.x + way(l.drift.x, l.at.w), l.at.y + shift.y + way(l.drift.y, l.at.h)};
    const float left = l.drift.x != 0 ? first_tile(at.x, l.at.w) : at.x;
    const float top = l.drift.y != 0 ? first_tile(at.y, l.at.h) : at.y;
    const int columns = l.drift.x != 0 ? static_cast<int>((kStageSize.x - left) / l.at.w) + 2 : 1;
    const int rows = l.drift.y != 0 ? static_cast<int>((kStageSize.y - top) / l.at.h) + 2 : 1;
    for (int row = 0; row < std::min(rows, kMostTiles); ++row) {
        for (int column = 0; column < std::min(columns, kMostTiles); ++column) {
            ImageItem tile = item;
            tile.to = lens_.place({left + static_cast<float>(column) * l.at.w, top + static_cast<float>(row) * l.at.h,
                                   l.at.w, l.at.h}, l.depth);
            if (row == 0 && column == 0) want(tile);
            const Rect& area = lens_.area();
            const bool outside = tile.to.x >= area.x + area.w || tile.to.y >= area.y + area.h ||
                                 tile.to.x + tile.to.w <= area.x || tile.to.y + tile.to.h <= area.y;
            if (!outside && tile.tint.a > 0) items.push_back(std::move(tile));
        }
    }
}

} // namespace liubai
