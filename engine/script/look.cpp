#include "script/look.h"

#include "base/error.h"
#include "files/native_path.h"
#include "files/picture_header.h"
#include "script/findings.h"
#include "script/own_assets.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace liubai {
namespace {

constexpr const char* kAssets = "assets";
constexpr const char* kBackgrounds = "assets/backgrounds";
constexpr const char* kWeathers = "assets/backgrounds/weather.yaml";
constexpr const char* kMasks = "assets/masks";
constexpr const char* kFigures = "assets/figures";
constexpr const char* kSounds = "assets/sound";
constexpr std::size_t kMostLayers = 32; // of one background
constexpr std::string_view kSoundEnd = ".ogg";

std::string stem(const std::string& name) { return name.substr(0, name.rfind('.')); }

/// One folder's share of the look.
class LookReader {
public:
    /// `described`: the places that a backgrounds.yaml made so far.
    LookReader(LoadedLook& out, const Folder& folder, bool is_stock, std::set<std::string>& described)
        : out_(&out), folder_(&folder), stock_(is_stock), described_(&described) {}

    void read() {
        read_backgrounds();
        read_sceneries();
        read_weathers();
        read_masks();
    }

    ImageId add(const std::string& path) {
        if (!folder_->has(path)) return ImageId::kNone;
        constexpr std::size_t kHead = 1024; // a JPEG's may be longer
        auto header = read_picture_header(folder_->read_start(path, kHead));
        if (!header) header = read_picture_header(folder_->read(path));
        if (!header) {
            complain(path, 0, "bad-picture");
            return ImageId::kNone;
        }
        const Vec2 size{static_cast<float>(header->width), static_cast<float>(header->height)};
        out_->look.pictures.push_back({path, stock_, size});
        return static_cast<ImageId>(out_->look.pictures.size());
    }

    void read_figure(const std::string& id) {
        const std::string folder = std::string(kFigures) + "/" + id;
        const std::string file = folder + "/figure.yaml";
        if (out_->look.figures.contains(id) || !folder_->has(file)) return;
        try {
            const Blob blob = folder_->read(file, 1u << 20);
            const YAML::Node root = YAML::Load(std::string(blob.text()));
            Figure figure;
            figure.size = {root["size"][0].as<float>(), root["size"][1].as<float>()};
            for (const auto& entry : root["parts"]) {
                const YAML::Node part = entry.second;
                const ImageId image = add(folder + "/" + part[0].as<std::string>());
                if (image == ImageId::kNone) continue;
                const float scale = part.size() > 3 ? part[3].as<float>() : 1;
                const Vec2 size = out_->look.picture(image)->size;
                figure.parts[entry.first.as<std::string>()] = {
                    image, {part[1].as<float>(), part[2].as<float>(), size.x * scale, size.y * scale}};
            }
            for (const auto& mood : root["moods"]) figure.moods.push_back(mood.as<std::string>());
            if (root["pivot"]) figure.pivot = point_of(root["pivot"]);
            for (const auto& tilt : root["tilt"]) {
                figure.tilt[tilt.first.as<std::string>()] = std::clamp(tilt.second.as<float>(), -15.0f, 15.0f);
            }
            out_->look.figures[id] = std::move(figure);
        } catch (const YAML::Exception& e) {
            complain(file, e.mark.line + 1, "bad-figure");
        }
    }

private:
    void read_backgrounds() {
        for (const char* place : {kBackgrounds, kAssets}) {
            for (const std::string& file : folder_->list(place)) {
                const std::string path = std::string(place) + "/" + file;
                const std::string name = background_name(path);
                if (name.empty() || out_->look.backgrounds.contains(name)) continue;
                const ImageId image = add(path);
                if (image != ImageId::kNone) out_->look.backgrounds[name].image = image;
            }
        }
    }

    static Color color_of(const YAML::Node& node, Color otherwise) {
        if (node.IsSequence() && node.size() == 3) {
            const auto channel = [&](int i) {
                return static_cast<std::uint8_t>(std::clamp(node[i].as<float>(), 0.0f, 1.0f) * 255 + 0.5f);
            };
            return {channel(0), channel(1), channel(2), 255};
        }
        return node.IsScalar() ? parse_color(node.Scalar()).value_or(otherwise) : otherwise;
    }

    static Vec2 point_of(const YAML::Node& node) { return {node[0].as<float>(), node[1].as<float>()}; }
    static Millis millis_of(const YAML::Node& node) {
        return static_cast<Millis>(std::clamp(node.as<float>(), 0.0f, 600.0f) * 1000);
    }
    template <typename T>
    static void take(const YAML::Node& node, const char* key, T& to) {
        if (node[key]) to = node[key].as<T>();
    }

    static void read_light(const YAML::Node& node, Light& light) {
        if (node["strip"]) light.strip = color_of(node["strip"], light.strip);
        if (node["light"]) light.figures = color_of(node["light"], light.figures);
        if (node["rim"]) light.rim = color_of(node["rim"], light.rim);
        if (node["ambient"]) light.ambient = color_of(node["ambient"], light.ambient);
        if (node["recede"]) light.recede = std::clamp(node["recede"].as<float>(), 0.0f, 1.0f);
    }

    /// Nothing when its picture is not there, which a finding says.
    std::optional<SceneryLayer> read_layer(const YAML::Node& node) {
        SceneryLayer layer;
        layer.image = picture_of(std::string(kBackgrounds) + "/" + node["image"].as<std::string>());
        if (layer.image == ImageId::kNone) {
            complain(reading_, node.Mark().line + 1, "no-layer");
            return std::nullopt;
        }
        const Vec2 size = out_->look.picture(layer.image)->size;
        const Vec2 at = node["at"] ? point_of(node["at"]) : Vec2{};
        const float scale = node["scale"] ? std::clamp(node["scale"].as<float>(), 0.05f, 64.0f) : 1.0f;
        layer.at = {at.x, at.y, size.x * scale, size.y * scale};
        take(node, "depth", layer.depth);
        take(node, "front", layer.front);
        if (node["add"] && node["add"].as<bool>()) layer.blend = Blend::kAdd;
        take(node, "alpha", layer.alpha);
        if (node["drift"]) layer.drift = point_of(node["drift"]);
        if (node["again"]) layer.again = millis_of(node["again"]);
        if (node["sway"]) layer.sway = point_of(node["sway"]);
        take(node, "turn", layer.turn);
        take(node, "breathe", layer.breathe);
        if (node["every"]) layer.every = std::max<Millis>(100, millis_of(node["every"]));
        take(node, "phase", layer.phase);
        take(node, "waits", layer.waits);
        take(node, "ambient", layer.ambient);
        layer.alpha = std::clamp(layer.alpha, 0.0f, 1.0f);
        layer.breathe = std::clamp(layer.breathe, 0.0f, 1.0f);
        layer.phase = std::clamp(layer.phase, 0.0f, 1.0f);
        layer.depth = std::clamp(layer.depth, -0.5f, 1.5f);
        return layer;
    }

    void read_layers(const YAML::Node& list, std::vector<SceneryLayer>& layers) {
        for (const auto& node : list) {
            if (layers.size() >= kMostLayers) return;
            if (auto layer = read_layer(node)) layers.push_back(*layer);
        }
    }

    /// A picture that several layers may share, read once.
    ImageId picture_of(const std::string& path) {
        const auto known = layer_pictures_.find(path);
        if (known != layer_pictures_.end()) return known->second;
        const bool inside = path.find("..") == std::string::npos;
        const ImageId image = inside ? add(path) : ImageId::kNone;
        return layer_pictures_[path] = image;
    }

    void read_scenery(const std::string& name, const YAML::Node& node) {
        if (described_->contains(name)) return; // what the project says of a place of its own stands
        const bool has_picture = out_->look.backgrounds.contains(name);
        Background place;
        if (has_picture) place = out_->look.backgrounds.at(name);
        const ImageId own = place.image;
        if (node["like"]) {
            const auto like = out_->look.backgrounds.find(node["like"].as<std::string>());
            if (like == out_->look.backgrounds.end()) return complain(reading_, node.Mark().line + 1, "no-like");
            place = like->second;
            if (own != ImageId::kNone) place.image = own;
        }
        if (node["picture"]) {
            const auto from = out_->look.backgrounds.find(node["picture"].as<std::string>());
            if (from == out_->look.backgrounds.end()) return complain(reading_, node.Mark().line + 1, "no-like");
            place.image = from->second.image;
        }
        read_light(node, place.light);
        if (node["light_at"]) place.light_at = point_of(node["light_at"]);
        // The stock's layers belong to the stock's picture, not to a project's own of that name.
        const bool replaced = stock_ && own != ImageId::kNone && !out_->look.picture(own)->from_stock;
        if (!replaced) read_layers(node["layers"], place.layers);
        if (place.image == ImageId::kNone) return;
        out_->look.backgrounds[name] = std::move(place);
        described_->insert(name);
    }

    /// Calls `read` with each name and entry of a file of them.
    template <typename Read>
    void read_entries(const std::string& file, const Read& read) {
        if (!folder_->has(file)) return;
        reading_ = file;
        try {
            const YAML::Node root = YAML::Load(std::string(folder_->read(file, 1u << 20).text()));
            for (const auto& entry : root) read(entry.first.as<std::string>(), entry.second);
        } catch (const YAML::Exception& e) {
            complain(file, e.mark.line + 1, "bad-lights");
        }
    }

    void read_sceneries() {
        read_entries(std::string(kBackgrounds) + "/backgrounds.yaml",
                     [this](const std::string& name, const YAML::Node& node) { read_scenery(name, node); });
    }

    void read_weathers() {
        read_entries(kWeathers, [this](const std::string& name, const YAML::Node& node) {
            if (!out_->look.weathers.contains(name)) read_layers(node["layers"], out_->look.weathers[name]);
        });
    }

    void read_masks() {
        for (const std::string& name : folder_->list(kMasks)) {
            if (!is_picture_file(name) || out_->look.masks.contains(stem(name))) continue;
            const ImageId image = add(std::string(kMasks) + "/" + name);
            if (image == ImageId::kNone) continue;
            out_->look.pictures[static_cast<std::size_t>(image) - 1].is_mask = true;
            out_->look.masks[stem(name)] = image;
        }
    }

    void complain(const std::string& file, int line, const char* code) {
        out_->findings.push_back(about_file(file, line, code));
    }

    LoadedLook* out_;
    const Folder* folder_;
    bool stock_;
    std::set<std::string>* described_;
    std::string reading_; ///< the file whose entries are read
    std::map<std::string, ImageId> layer_pictures_;
};

} // namespace

LoadedLook load_look(const Folder& project, const Folder& stock, const std::vector<std::string>& figures) {
    LoadedLook out;
    std::set<std::string> described;
    LookReader own(out, project, false, described);
    LookReader shipped(out, stock, true, described);
    std::error_code ignored; // a folder in a zip is no directory: then they differ
    const bool same = std::filesystem::equivalent(native_path(project.name()), native_path(stock.name()), ignored);
    if (!same) own.read();
    shipped.read();
    for (const std::string& id : figures) {
        if (!same) own.read_figure(id);
        shipped.read_figure(id);
    }
    for (auto& [name, background] : out.look.backgrounds) {
        if (background.image == ImageId::kNone || background.layers.empty()) continue;
        Picture flat = *out.look.picture(background.image);
        flat.flat_of = name;
        out.look.pictures.push_back(std::move(flat));
        background.flat = static_cast<ImageId>(out.look.pictures.size());
    }
    out.look.ui.wash = shipped.add("assets/ui/wash.webp");
    out.look.ui.seal = shipped.add("assets/ui/seal.webp");
    out.look.ui.glow = shipped.add("assets/ui/glow.webp");
    out.look.ui.drop = shipped.add("assets/ui/drop.webp");
    out.look.ui.bird = shipped.add("assets/ui/bird.webp");
    out.look.ui.stroke = shipped.add("assets/ui/stroke.webp");
    out.look.ui.paper = shipped.add("assets/ui/paper.webp");
    return out;
}

std::set<std::string> with_sources(std::set<std::string> uses, const Folder& project, const Folder& stock) {
    std::multimap<std::string, std::string> sources; // of a background, by use
    for (const Folder* folder : {&project, &stock}) {
        const std::string file = std::string(kBackgrounds) + "/backgrounds.yaml";
        if (!folder->has(file)) continue;
        try {
            for (const auto& entry : YAML::Load(std::string(folder->read(file, 1u << 20).text()))) {
                for (const char* key : {"like", "picture"}) {
                    const YAML::Node source = entry.second[key];
                    if (source) sources.emplace(use_of_background(entry.first.as<std::string>()), use_of_background(source.as<std::string>()));
                }
            }
        } catch (const YAML::Exception&) {
            continue; // load_look() says what is wrong
        }
    }
    std::vector<std::string> rest(uses.begin(), uses.end());
    while (!rest.empty()) {
        const auto [first, last] = sources.equal_range(rest.back());
        rest.pop_back();
        for (auto it = first; it != last; ++it) {
            if (uses.insert(it->second).second) rest.push_back(it->second);
        }
    }
    return uses;
}

std::string sound_file(const std::string& name) {
    return std::string(kSounds) + "/" + name + std::string(kSoundEnd);
}

std::string sound_name(const std::string& file) {
    const std::string folder = std::string(kSounds) + "/";
    if (!file.starts_with(folder) || !file.ends_with(kSoundEnd)) return "";
    return file.substr(folder.size(), file.size() - folder.size() - kSoundEnd.size());
}

bool is_picture_file(const std::string& name) {
    std::string lower = name;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    for (const char* extension : {".webp", ".png", ".jpg", ".jpeg"}) {
        if (lower.ends_with(extension)) return true;
    }
    return false;
}

std::string background_name(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    const std::string_view place = std::string_view(file).substr(0, slash == std::string::npos ? 0 : slash);
    if (!is_picture_file(file) || (place != kBackgrounds && place != kAssets)) return "";
    return stem(file.substr(slash + 1));
}

Stock stock_names(const Look& look, const Folder& project, const Folder& stock) {
    Stock names;
    for (const auto& [name, background] : look.backgrounds) names.backgrounds.push_back(name);
    for (const auto& [name, layers] : look.weathers) names.weathers.push_back(name);
    names.transitions = {"dissolve", "cut", "paper", "black"};
    for (const auto& [name, mask] : look.masks) names.transitions.push_back(name);
    for (const auto& [id, figure] : look.figures) {
        for (const std::string& mood : figure.moods) {
            if (std::find(names.moods.begin(), names.moods.end(), mood) == names.moods.end()) names.moods.push_back(mood);
        }
    }
    std::set<std::string> sounds;
    for (const Folder* folder : {&stock, &project}) {
        for (const std::string& file : folder->list(kSounds)) {
            if (file.ends_with(kSoundEnd)) sounds.insert(file.substr(0, file.size() - kSoundEnd.size()));
        }
        if (sounds.empty()) break;
    }
    names.sounds.assign(sounds.begin(), sounds.end());
    names.music = names.sounds;
    names.ambience = names.sounds;
    return names;
}

} // namespace liubai
