#include "script/own_assets.h"

#include "script/look.h"

#include <algorithm>
#include <map>

namespace liubai {
namespace {

constexpr const char* kAlways = "";           // the engine itself asks for it
constexpr const char* kKeyVisual = "screening"; // behind the title
constexpr const char* kWordFound = "celesta";   // rings when a word comes to its silence

using Uses = std::map<std::string, std::set<std::string>>; ///< by file

void add_pictures(Uses& uses, const Look& look, bool is_stock) {
    const auto use = [&](ImageId id, const std::string& by) {
        const Picture* picture = look.picture(id);
        if (picture && (is_stock || !picture->from_stock)) uses[picture->path].insert(by);
    };
    for (const auto& [name, background] : look.backgrounds) {
        const std::string by = name == kKeyVisual ? kAlways : use_of_background(name);
        use(background.image, by);
        for (const SceneryLayer& layer : background.layers) use(layer.image, by);
    }
    // The stock offers its weather and masks to every author, whatever its own story uses.
    for (const auto& [name, layers] : look.weathers) {
        for (const SceneryLayer& layer : layers) use(layer.image, is_stock ? kAlways : use_of_weather(name));
    }
    for (const auto& [name, mask] : look.masks) use(mask, is_stock ? kAlways : use_of_transition(name));
    for (const auto& [id, figure] : look.figures) {
        for (const auto& [name, part] : figure.parts) use(part.image, kAlways);
    }
}

} // namespace

std::string use_of_background(const std::string& name) { return "bg " + name; }
std::string use_of_weather(const std::string& name) { return "weather " + name; }
std::string use_of_transition(const std::string& name) { return "with " + name; }
std::string use_of_sound(const std::string& name) { return "sound " + name; }

std::set<std::string> assets_needed(const Look& look, const Story& story, const std::set<std::string>& named) {
    Uses uses;
    constexpr bool kAny = true; // whoever they belong to
    add_pictures(uses, look, kAny);
    std::set<std::string> needed;
    for (const auto& [path, by] : uses) {
        const auto wanted = [&](const std::string& use) { return use == kAlways || named.contains(use); };
        if (std::any_of(by.begin(), by.end(), wanted)) needed.insert(path);
    }
    const UiPictures& ui = look.ui;
    for (const ImageId id : {ui.seal, ui.glow, ui.drop, ui.bird, ui.stroke, ui.wash, ui.paper}) {
        if (const Picture* picture = look.picture(id)) needed.insert(picture->path);
    }
    const std::string sound = use_of_sound("");
    for (const std::string& use : named) {
        if (use.starts_with(sound)) needed.insert(sound_file(use.substr(sound.size())));
    }
    for (const Speaker& speaker : story.cast) {
        for (const std::string& name : blip_sounds(speaker)) needed.insert(sound_file(name));
    }
    needed.insert(sound_file(kWordFound));
    return needed;
}

std::vector<OwnAsset> own_assets(const std::vector<std::string>& paths, const Look& look, const Story& story,
                                 bool is_stock) {
    Uses uses;
    add_pictures(uses, look, is_stock);
    for (const Speaker& speaker : story.cast) {
        for (const std::string& name : blip_sounds(speaker)) uses[sound_file(name)].insert(kAlways);
    }
    uses[sound_file(kWordFound)].insert(kAlways);
    std::vector<OwnAsset> out;
    for (const std::string& path : paths) {
        const bool is_ours = is_stock && path.starts_with("assets/ui/"); // the program's own interface
        if (!path.starts_with("assets/") || path.starts_with("assets/src/") || is_ours) continue;
        const std::string name = sound_name(path);
        if (!name.empty()) uses[path].insert(use_of_sound(name));
        const std::string background = background_name(path);
        if (!background.empty()) uses[path].insert(use_of_background(background));
        if (!name.empty() || is_picture_file(path)) out.push_back({path, uses[path]});
    }
    return out;
}

} // namespace liubai
