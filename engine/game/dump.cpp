#include "game/dump.h"

#include "base/decimal.h"

#include <array>

namespace liubai {
namespace {

std::string to_text(Rect r) { return shortest(r.x) + " " + shortest(r.y) + " " + shortest(r.w) + " " + shortest(r.h); }

std::string to_text(Color c) {
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t v : {c.r, c.g, c.b, c.a}) {
        out += kHex[v >> 4];
        out += kHex[v & 15];
    }
    return out;
}

struct DumpItem {
    std::string operator()(const ImageItem& i) const {
        return "  image " + std::to_string(static_cast<unsigned>(i.image)) + " to " + to_text(i.to) + " part " +
               to_text(i.part) + " " + to_text(i.tint) + (i.blend == Blend::kAdd ? " add" : "") + "\n";
    }
    std::string operator()(const FillItem& i) const {
        return "  fill " + to_text(i.to) + " " + to_text(i.top) + " " + to_text(i.bottom) + "\n";
    }
    std::string operator()(const GlyphsItem& i) const {
        std::string out = "  glyphs " + std::to_string(i.glyphs.size()) + "\n";
        for (const PlacedGlyph& g : i.glyphs) {
            out += "    " + std::to_string(static_cast<unsigned>(g.font)) + ":" + std::to_string(g.glyph) + " " +
                   shortest(g.at.x) + " " + shortest(g.at.y) + " " + shortest(g.size) + " " + to_text(g.color) + "\n";
        }
        return out;
    }
};

struct DumpRequest {
    std::string operator()(const SaveRequest& r) const { return "save " + r.slot; }
    std::string operator()(const LoadRequest& r) const { return "load " + r.slot; }
    std::string operator()(const DeleteSaveRequest& r) const { return "delete " + r.slot; }
    std::string operator()(const KeepSeenRequest&) const { return "keep-seen"; }
    std::string operator()(const ListSavesRequest&) const { return "list-saves"; }
    std::string operator()(const CopyRequest& r) const { return "copy " + r.text; }
    std::string operator()(const SpeakRequest& r) const {
        std::string out = r.interrupt ? "speak" : "speak then";
        for (const SpokenPart& part : r.parts) out += " " + part.language + " " + part.text;
        return out;
    }
    std::string operator()(const ScreenshotRequest&) const { return "screenshot"; }
    std::string operator()(const FullscreenRequest& r) const { return r.on ? "fullscreen on" : "fullscreen off"; }
    std::string operator()(const TextInputRequest& r) const { return "text-input " + to_text(r.at); }
    std::string operator()(const KeepSettingsRequest&) const { return "keep-settings"; }
    std::string operator()(const QuitRequest&) const { return "quit"; }
};

} // namespace

std::string to_text(const Frame& frame) {
    std::string out = "canvas " + shortest(frame.canvas.size.x) + " " + shortest(frame.canvas.size.y) + " scale " +
                      shortest(frame.canvas.scale) + " paper " + to_text(frame.paper) + "\n";
    constexpr std::array kNames{"stage", "dialogue", "ui"};
    for (const Layer& layer : frame.layers) {
        out += std::string("layer ") + kNames.at(static_cast<std::size_t>(layer.kind)) + " clip " + to_text(layer.clip) +
               " alpha " + shortest(layer.alpha) + "\n";
        for (const DrawItem& item : layer.items) out += std::visit(DumpItem{}, item);
    }
    out += "music '" + frame.sound.music + "' ambience '" + frame.sound.ambience + "'\n";
    for (const SoundCue& cue : frame.cues) out += "cue " + cue.sound + "\n";
    for (const Request& request : frame.requests) out += "request " + std::visit(DumpRequest{}, request) + "\n";
    out += frame.wake_after == kNever ? "wake never\n" : "wake " + std::to_string(frame.wake_after) + "\n";
    return out;
}

std::uint64_t fingerprint(const Frame& frame) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : to_text(frame)) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

} // namespace liubai
