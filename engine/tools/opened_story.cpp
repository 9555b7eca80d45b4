#include "tools/opened_story.h"

#include "base/error.h"
#include "base/log.h"
#include "script/look.h"
#include "text/default_fonts.h"
#include "tools/author_path.h"

#include <set>

namespace liubai {

Folder open_stock(const std::string& path) {
    return Folder::is_packed(path) ? Folder::open_zip(path, kPackedStock) : Folder::open_directory(path);
}

namespace {

/// A project's own font files come before ours.
std::unique_ptr<Fonts> open_fonts(const OpenedStory& story) {
    const Folder* const own = &story.project;
    const Folder* const shipped = &story.stock;
    return std::make_unique<Fonts>(default_font_plan(), [own, shipped](const std::string& name) {
        const auto file = [&](const std::string& inside) { return own->has(inside) ? own->read(inside) : shipped->read(inside); };
        try {
            return file("fonts/" + name);
        } catch (const StillOnItsWay&) { // the regular face stands in, until the story is opened again
            const std::size_t bold = name.find("-Bold");
            if (bold == std::string::npos) throw Error({"字体还没有来：" + name, "the font is not here yet: " + name});
            return file("fonts/" + name.substr(0, bold) + "-Regular" + name.substr(bold + 5));
        }
    });
}

} // namespace

std::unique_ptr<OpenedStory> open_stock_alone(const std::string& stock) {
    auto story = std::unique_ptr<OpenedStory>(new OpenedStory{open_stock(stock), open_stock(stock), {}, {}, nullptr});
    story->content.look = load_look(story->project, story->stock, {}).look;
    story->fonts = open_fonts(*story);
    return story;
}

std::unique_ptr<OpenedStory> open_story(const std::string& path, const std::string& stock) {
    const bool is_packed = Folder::is_packed(path);
    const AuthorPath given = is_packed ? AuthorPath{path, ""} : author_path(path);
    auto story = std::unique_ptr<OpenedStory>(new OpenedStory{
        is_packed ? Folder::open_zip(path, kPackedProject) : Folder::open_directory(given.folder),
        open_stock(stock), {}, {}, nullptr});
    constexpr std::string_view kScenes = "scenes/";
    const bool one_of_project = given.file.starts_with(kScenes);
    Project project = given.file.empty() || one_of_project ? load_project(story->project)
                                                           : load_single(story->project, given.file);
    story->content.story = std::move(project.story);
    if (one_of_project) { // this scene alone, with the project's cast
        const std::string name = given.file.substr(kScenes.size(), given.file.rfind('.') - kScenes.size());
        story->content.story.order = {name};
    }
    story->findings = std::move(project.findings);

    std::set<std::string> figures;
    for (const Speaker& speaker : story->content.story.cast) {
        if (!speaker.figure.empty()) figures.insert(speaker.figure);
    }
    LoadedLook look = load_look(story->project, story->stock, {figures.begin(), figures.end()});
    story->content.look = std::move(look.look);
    // A packed story has the pictures that it uses, and tables of all: it was checked when it was packed.
    if (!is_packed) story->findings.insert(story->findings.end(), look.findings.begin(), look.findings.end());

    story->fonts = open_fonts(*story);
    return story;
}

LoadedScene read_scene(const OpenedStory& story, const std::string& name) {
    const std::string file = scene_file(story.project, story.content.story, name);
    return load_scene(story.project, file, story.content.story);
}

void take_scene(OpenedStory& story, const std::string& name, LoadedScene loaded) {
    story.findings.insert(story.findings.end(), loaded.findings.begin(), loaded.findings.end());
    story.content.scenes[name] = std::make_unique<const Scene>(std::move(loaded.scene));
    ++story.content.version;
}

void load_scene_now(OpenedStory& story, const std::string& name) {
    if (story.content.scenes.contains(name)) return;
    try {
        take_scene(story, name, read_scene(story, name));
    } catch (const Error& e) {
        story.content.scenes[name] = nullptr;
        ++story.content.version;
        Diagnostic finding;
        finding.file = name;
        finding.code = "missing-scene";
        finding.message = e.text();
        story.findings.push_back(std::move(finding));
    }
}

void load_scenes_to(OpenedStory& story, const std::string& name) {
    for (const std::string& earlier : story.content.story.order) {
        if (earlier == name) break;
        if (story.content.scenes.contains(earlier)) continue;
        try {
            LoadedScene scene = read_scene(story, earlier);
            if (!has_errors(scene.findings)) take_scene(story, earlier, std::move(scene));
        } catch (const Error&) {
            continue; // it is told when the reading comes to it
        }
    }
    load_scene_now(story, name);
}

Diagnostics reload_story(OpenedStory& story, const std::string& path, const std::string& stock, const std::string& scene) {
    const auto fresh = open_story(path, stock);
    if (!scene.empty()) load_scene_now(*fresh, scene);
    if (has_errors(fresh->findings)) return fresh->findings;
    fresh->content.pinyin = std::move(story.content.pinyin);
    fresh->content.version += story.content.version + 1;
    story.content = std::move(fresh->content);
    story.findings = std::move(fresh->findings);
    return {};
}

void load_pinyin_for(OpenedStory& story, const Settings& settings) {
    load_pinyin(story, settings.pinyin != PinyinSetting::kOff);
}

void load_pinyin(OpenedStory& story, bool wanted) {
    if (!wanted || story.content.pinyin) return;
    try {
        story.content.pinyin = std::make_unique<const Pinyin>(story.stock.read("assets/pinyin.txt"));
    } catch (const Error& e) {
        log_warning(std::string("no pinyin: ") + e.what());
    }
}

std::uint64_t hash_scripts(const OpenedStory& story) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const std::string& name : story.content.story.order) {
        const Blob file = story.project.read(scene_file(story.project, story.content.story, name));
        for (const char c : file.text()) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    }
    return hash;
}

Blob read_sound(const OpenedStory& story, const std::string& name) {
    const std::string path = sound_file(name);
    return (story.project.has(path) ? story.project : story.stock).read(path, 8u << 20);
}

Blob read_picture(const OpenedStory& story, ImageId image) {
    const Picture* picture = story.content.look.picture(image);
    if (!picture) throw Error({"没有这张图片", "there is no such picture"});
    return (picture->from_stock ? story.stock : story.project).read(picture->path);
}

} // namespace liubai
