#include "script/look.h"

#include "base/error.h"
#include "script/codes.h"
#include "files/picture_header.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

namespace liubai {
namespace {

constexpr const char* kBackgrounds = "assets/backgrounds";
constexpr const char* kFigures = "assets/figures";
constexpr const char* kSounds = "assets/sound";
constexpr std::string_view kSoundEnd = ".ogg";

bool is_picture(const std::string& name) {
    for (const char* extension : {".webp", ".png", ".jpg", ".jpeg"}) {
        if (name.ends_with(extension)) return true;
    }
    return false;
}

std::string stem(const std::string& name) { return name.substr(0, name.rfind('.')); }

/// One folder's share of the look.
class LookReader {
public:
    LookReader(LoadedLook& out, const Folder& folder, bool is_stock) : out_(&out), folder_(&folder), stock_(is_stock) {}

    void read() {
        read_backgrounds();
        read_lights();
    }

    ImageId add(const std::string& path) {
        if (!folder_->has(path)) return ImageId::kNone;
        const Blob file = folder_->read(path);
        const auto header = read_picture_header(file);
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
            out_->look.figures[id] = std::move(figure);
        } catch (const YAML::Exception& e) {
            complain(file, e.mark.line + 1, "bad-figure");
        }
    }

private:
    void read_backgrounds() {
        for (const std::string& name : folder_->list(kBackgrounds)) {
            if (!is_picture(name) || out_->look.backgrounds.contains(stem(name))) continue;
            const ImageId image = add(std::string(kBackgrounds) + "/" + name);
            if (image != ImageId::kNone) out_->look.backgrounds[stem(name)].image = image;
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

    void read_lights() {
        const std::string file = std::string(kBackgrounds) + "/backgrounds.yaml";
        if (!folder_->has(file)) return;
        try {
            const YAML::Node root = YAML::Load(std::string(folder_->read(file, 1u << 20).text()));
            for (const auto& entry : root) {
                const auto found = out_->look.backgrounds.find(entry.first.as<std::string>());
                if (found == out_->look.backgrounds.end()) continue;
                Light& light = found->second.light;
                const YAML::Node node = entry.second;
                if (node["strip"]) light.strip = color_of(node["strip"], light.strip);
                if (node["light"]) light.figures = color_of(node["light"], light.figures);
                if (node["rim"]) light.rim = color_of(node["rim"], light.rim);
                if (node["ambient"]) light.ambient = color_of(node["ambient"], light.ambient);
                if (node["recede"]) light.recede = std::clamp(node["recede"].as<float>(), 0.0f, 1.0f);
            }
        } catch (const YAML::Exception& e) {
            complain(file, e.mark.line + 1, "bad-lights");
        }
    }

    void complain(const std::string& file, int line, const char* code) {
        Diagnostic finding;
        finding.file = file;
        finding.line = line;
        finding.code = code;
        finding.message = {find_code(code).zh, find_code(code).en};
        out_->findings.push_back(std::move(finding));
    }

    LoadedLook* out_;
    const Folder* folder_;
    bool stock_;
};

} // namespace

LoadedLook load_look(const Folder& project, const Folder& stock, const std::vector<std::string>& figures) {
    LoadedLook out;
    LookReader own(out, project, false);
    LookReader shipped(out, stock, true);
    const bool same = project.name() == stock.name();
    if (!same) own.read();
    shipped.read();
    for (const std::string& id : figures) {
        if (!same) own.read_figure(id);
        shipped.read_figure(id);
    }
    out.look.ui.wash = shipped.add("assets/ui/wash.webp");
    out.look.ui.seal = shipped.add("assets/ui/seal.webp");
    out.look.ui.glow = shipped.add("assets/ui/glow.webp");
    out.look.ui.drop = shipped.add("assets/ui/drop.webp");
    return out;
}

std::string sound_file(const std::string& name) {
    return std::string(kSounds) + "/" + name + std::string(kSoundEnd);
}

Stock stock_names(const Look& look, const Folder& project, const Folder& stock) {
    Stock names;
    for (const auto& [name, background] : look.backgrounds) names.backgrounds.push_back(name);
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
