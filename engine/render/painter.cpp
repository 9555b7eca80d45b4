#include "render/painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace liubai {
namespace {

int round_to_int(float v) { return static_cast<int>(std::floor(v + 0.5f)); }

Vec2 pixel_of(const Canvas& canvas, Vec2 unit) {
    return {canvas.origin.x + unit.x * canvas.scale, canvas.origin.y + unit.y * canvas.scale};
}

void fill_rect(SDL_Renderer* renderer, const SDL_Rect& rect, Color color) {
    if (color.a == 0) return;
    SDL_SetRenderDrawBlendMode(renderer, color.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer, color.r, color.g, color.b, color.a);
    SDL_RenderFillRect(renderer, &rect);
}

/// SDL's software renderer draws a quad in one colour only, so a gradient is rows; equal ones go together.
void paint_rows(SDL_Renderer* renderer, const SDL_Rect& area, const FillItem& item) {
    auto color_of = [&](int row) {
        return mix(item.top, item.bottom, (static_cast<float>(row) + 0.5f) / static_cast<float>(area.h));
    };
    for (int row = 0; row < area.h;) {
        const Color color = color_of(row);
        int end = row + 1;
        while (end < area.h && color_of(end) == color) ++end;
        fill_rect(renderer, {area.x, area.y + row, area.w, end - row}, color);
        row = end;
    }
}

SDL_Color sdl(Color c) { return {c.r, c.g, c.b, c.a}; }

void paint_item(const Painter& painter, const FillItem& item) {
    const SDL_Rect area = to_pixels(painter.canvas, item.to);
    if (area.w <= 0 || area.h <= 0) return;
    SDL_Renderer* renderer = painter.device.sdl.get();
    if (item.top == item.bottom) return fill_rect(renderer, area, item.top);
    if (!painter.device.accelerated) return paint_rows(renderer, area, item);
    const auto l = static_cast<float>(area.x);
    const auto t = static_cast<float>(area.y);
    const auto r = static_cast<float>(area.x + area.w);
    const auto b = static_cast<float>(area.y + area.h);
    const std::array<SDL_Vertex, 4> corners{
        SDL_Vertex{{l, t}, sdl(item.top), {}}, SDL_Vertex{{r, t}, sdl(item.top), {}},
        SDL_Vertex{{l, b}, sdl(item.bottom), {}}, SDL_Vertex{{r, b}, sdl(item.bottom), {}}};
    constexpr std::array<int, 6> kOrder{0, 1, 3, 0, 3, 2};
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
    SDL_RenderGeometry(renderer, nullptr, corners.data(), 4, kOrder.data(), 6);
}

SDL_BlendMode blend_of(const ImageItem& item, const CachedPicture& picture) {
    if (item.blend == Blend::kAdd) return SDL_BLENDMODE_ADD;
    return picture.opaque && item.tint.a == 255 && item.turn == 0 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND;
}

/// The pixels of the picture that are drawn.
SDL_Rect part_of(const ImageItem& item, const CachedPicture& picture) {
    const auto width = static_cast<float>(picture.width);
    const auto height = static_cast<float>(picture.height);
    SDL_Rect from{round_to_int(item.part.x * width), round_to_int(item.part.y * height), 0, 0};
    from.w = round_to_int((item.part.x + item.part.w) * width) - from.x;
    from.h = round_to_int((item.part.y + item.part.h) * height) - from.y;
    return from;
}

bool is_as_decoded(Vec2 size, const SDL_Rect& from) {
    return std::abs(size.x - static_cast<float>(from.w)) < 1.5f && std::abs(size.y - static_cast<float>(from.h)) < 1.5f;
}

/// Where they are drawn, in whole pixels.
SDL_Rect place_of(const Canvas& canvas, const ImageItem& item, const SDL_Rect& from) {
    const Vec2 size{item.to.w * canvas.scale, item.to.h * canvas.scale};
    if (!is_as_decoded(size, from)) return to_pixels(canvas, item.to);
    const Vec2 at = pixel_of(canvas, {item.to.x, item.to.y});
    return {round_to_int(at.x), round_to_int(at.y), from.w, from.h};
}

/// The corner in whole pixels, so that a head on its way keeps the same edges.
void turn(BandPicture& picture, Turn turn) {
    turn.corner = {static_cast<float>(round_to_int(turn.corner.x)), static_cast<float>(round_to_int(turn.corner.y))};
    const TurnBounds bounds = bounds_of(turn);
    picture.to = {bounds.left, bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top};
    picture.turn = turn;
    picture.turn.corner = {turn.corner.x - static_cast<float>(bounds.left), turn.corner.y - static_cast<float>(bounds.top)};
}

/// What the software renderer's own copy does well: an opaque picture as it is, fainter or stretched.
bool is_plain(const BandPicture& picture) {
    if (!picture.opaque || picture.is_turned() || picture.blend == SDL_BLENDMODE_ADD) return false;
    const bool is_fainter = picture.tint.a != 255;
    return picture.tint == Color{255, 255, 255, picture.tint.a} && !(is_fainter && picture.is_stretched());
}

void paint_item(const Painter& painter, const ImageItem& item) {
    if (item.tint.a == 0 || item.to.empty()) return;
    CachedPicture* picture = painter.pictures.use(item.image);
    if (!picture || !picture->texture) return;
    BandPicture drawn;
    drawn.texture = picture->texture.get();
    drawn.coverage = &picture->coverage;
    drawn.from = part_of(item, *picture);
    if (drawn.from.w <= 0 || drawn.from.h <= 0) return;
    drawn.to = place_of(painter.canvas, item, drawn.from);
    drawn.tint = item.tint;
    drawn.opaque = picture->opaque;
    drawn.blend = blend_of(item, *picture);

    SDL_Renderer* renderer = painter.device.sdl.get();
    const Vec2 at = pixel_of(painter.canvas, {item.to.x, item.to.y});
    const Vec2 size{item.to.w * painter.canvas.scale, item.to.h * painter.canvas.scale};
    const Vec2 pivot = pixel_of(painter.canvas, item.pivot);
    if (!painter.device.accelerated) {
        if (item.turn != 0) turn(drawn, {item.turn, at, size, {pivot.x - at.x, pivot.y - at.y}});
        if (!is_plain(drawn) && painter.band.draw(renderer, drawn)) return;
    }
    SDL_SetTextureColorMod(drawn.texture, item.tint.r, item.tint.g, item.tint.b);
    SDL_SetTextureAlphaMod(drawn.texture, item.tint.a);
    SDL_SetTextureBlendMode(drawn.texture, drawn.blend);
    if (item.turn == 0 && (!painter.device.accelerated || is_as_decoded(size, drawn.from))) {
        SDL_RenderCopy(renderer, drawn.texture, &drawn.from, &drawn.to);
        return;
    }
    const SDL_FRect to{at.x, at.y, size.x, size.y};
    const SDL_FPoint about{pivot.x - at.x, pivot.y - at.y};
    SDL_RenderCopyExF(renderer, drawn.texture, &drawn.from, &to, static_cast<double>(item.turn), &about, SDL_FLIP_NONE);
}

/// Quads of one page, drawn with one call.
struct GlyphBatch {
    int page = -1;
    std::vector<SDL_Vertex> vertices;
    std::vector<int> indices;
};

void flush(const Painter& painter, GlyphBatch& batch) {
    if (batch.indices.empty()) return;
    SDL_RenderGeometry(painter.device.sdl.get(), painter.atlas.page(batch.page), batch.vertices.data(),
                       static_cast<int>(batch.vertices.size()), batch.indices.data(),
                       static_cast<int>(batch.indices.size()));
    batch.vertices.clear();
    batch.indices.clear();
}

void add_quad(GlyphBatch& batch, const GlyphSlot& slot, int x, int y, SDL_Color color) {
    constexpr auto kSize = static_cast<float>(GlyphAtlas::kPageSize);
    // Top left, top right, bottom left, bottom right; in any other index order the software renderer falls back to
    // filling triangles, at three times the cost and with wrong texels.
    constexpr std::array<int, 6> kOrder{0, 1, 3, 0, 3, 2};
    const int first = static_cast<int>(batch.vertices.size());
    for (const int corner : {0, 1, 2, 3}) {
        const int dx = corner % 2 == 1 ? slot.on_page.w : 0;
        const int dy = corner >= 2 ? slot.on_page.h : 0;
        batch.vertices.push_back(
            {{static_cast<float>(x + dx), static_cast<float>(y + dy)},
             color,
             {static_cast<float>(slot.on_page.x + dx) / kSize, static_cast<float>(slot.on_page.y + dy) / kSize}});
    }
    for (const int corner : kOrder) batch.indices.push_back(first + corner);
}

void paint_item(const Painter& painter, const GlyphsItem& item) {
    GlyphBatch batch;
    for (const PlacedGlyph& glyph : item.glyphs) {
        if (glyph.color.a == 0) continue;
        const Vec2 pen = pixel_of(painter.canvas, glyph.at);
        const int quarters = round_to_int(pen.x * 4);
        GlyphKey key{glyph.font, glyph.glyph, round_to_int(glyph.size * painter.canvas.scale * 64), quarters & 3};
        if (key.em_64ths <= 0) continue;
        SDL_Renderer* renderer = painter.device.sdl.get();
        const GlyphSlot* slot = painter.atlas.find(renderer, painter.fonts, key);
        if (!slot) {
            flush(painter, batch);
            painter.atlas.restart();
            slot = painter.atlas.find(renderer, painter.fonts, key);
        }
        if (!slot || slot->page < 0) continue;
        if (slot->page != batch.page) flush(painter, batch);
        batch.page = slot->page;
        const SDL_Color color = slot->colored ? SDL_Color{255, 255, 255, glyph.color.a} : sdl(glyph.color);
        add_quad(batch, *slot, (quarters >> 2) + slot->left, round_to_int(pen.y) - slot->top, color);
    }
    flush(painter, batch);
}

} // namespace

SDL_Rect to_pixels(const Canvas& canvas, Rect rect) {
    const Vec2 a = pixel_of(canvas, {rect.x, rect.y});
    const Vec2 b = pixel_of(canvas, {rect.x + rect.w, rect.y + rect.h});
    SDL_Rect out{round_to_int(a.x), round_to_int(a.y), 0, 0};
    if (rect.empty()) return out;
    out.w = std::max(round_to_int(b.x) - out.x, 1);
    out.h = std::max(round_to_int(b.y) - out.y, 1);
    return out;
}

void paint(const Painter& painter, const DrawItem& item, float alpha) {
    if (alpha >= 1) return std::visit([&](const auto& one) { paint_item(painter, one); }, item);
    if (const auto* image = std::get_if<ImageItem>(&item)) {
        ImageItem fainter = *image;
        fainter.tint = faded(fainter.tint, alpha);
        paint_item(painter, fainter);
    } else if (const auto* fill = std::get_if<FillItem>(&item)) {
        paint_item(painter, FillItem{fill->to, faded(fill->top, alpha), faded(fill->bottom, alpha)});
    }
}

bool covers(const Painter& painter, const DrawItem& item, const SDL_Rect& area) {
    SDL_Rect to{};
    if (const auto* image = std::get_if<ImageItem>(&item)) {
        if (image->tint.a != 255 || image->turn != 0 || image->blend != Blend::kOver) return false;
        const CachedPicture* picture = painter.pictures.peek(image->image);
        if (!picture || !picture->opaque || painter.device.accelerated) return false;
        to = place_of(painter.canvas, *image, part_of(*image, *picture));
    } else if (const auto* fill = std::get_if<FillItem>(&item)) {
        if (fill->top.a != 255 || fill->bottom.a != 255) return false;
        to = to_pixels(painter.canvas, fill->to);
    }
    SDL_Rect common{};
    return SDL_IntersectRect(&to, &area, &common) == SDL_TRUE && SDL_RectEquals(&common, &area) == SDL_TRUE;
}

} // namespace liubai
