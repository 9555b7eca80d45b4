#include "tools/pack.h"

#include "base/error.h"
#include "base/utf8.h"
#include "files/native_path.h"
#include "files/picture_header.h"
#include "files/raw_file.h"
#include "files/zip_parts.h"
#include "files/zip_writer.h"
#include "render/picture.h"
#include "save/saved_game.h"
#include "script/look.h"
#include "script/own_assets.h"
#include "script/project.h"
#include "script/project_reader.h"
#include "stage/compose.h"
#include "text/default_fonts.h"
#include "text/layout.h"
#include "text/paragraph.h"
#include "text/subset.h"
#include "tools/author_path.h"
#include "tools/icon.h"
#include "tools/licences.h"
#include "tools/shoot.h"
#include "tools/windows_program.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <utility>
#include <vector>

namespace liubai {
namespace {

/// With all its characters in every package: names and searches may be typed with any of its characters.
constexpr const char* kWholeHan = "NotoSansCJKsc-Regular.otf";
/// Every Han character of the program's own sentences.
constexpr const char* kInterfaceText = "fonts/message.txt";

/// Latin with its accents, punctuation, arrows, the marks of Chinese text: what is typed or counted, whatever the story.
constexpr std::array<std::pair<char32_t, char32_t>, 7> kAlways{{
    {0x20, 0x24F}, {0x1E00, 0x1EFF}, {0x2000, 0x206F}, {0x2190, 0x21FF}, {0x2500, 0x27BF}, {0x3000, 0x303F}, {0xFF00, 0xFFEF}}};

bool is_font(const std::string& name) { return name.ends_with(".otf") || name.ends_with(".ttf"); }

std::vector<std::string> files_of(const FontPlan& plan) {
    std::set<std::string> files{plan.emoji.path, plan.hyphenation};
    for (const FamilyFiles* family : {&plan.serif, &plan.sans, &plan.readable, &plan.title}) {
        for (const FontFile* file : {&family->latin, &family->latin_italic, &family->latin_bold, &family->han, &family->han_bold})
            files.insert(file->path);
    }
    for (const FontFile& file : plan.fallback) files.insert(file.path);
    files.erase("");
    return {files.begin(), files.end()};
}

Blob view_of(const Blob& blob) {
    Blob view;
    view.bytes = blob.bytes;
    return view;
}

class Gatherer {
public:
    /// In a program names and searches may be typed with any Han character. (In a browser SDL hears no input method.)
    Gatherer(const PackOptions& options, const Progress& progress, bool is_program)
        : progress_(progress), is_program_(is_program), given_(author_path(options.project)), story_(open_story(options.project, options.stock)) {}

    std::map<std::string, Blob> gather() {
        progress_({"收集场景……", "Gathering the scenes …"});
        take_scripts();
        progress_({"收集图片和声音……", "Gathering pictures and sound …"});
        take_assets();
        progress_({"裁剪字体……", "Making the fonts smaller …"});
        take_fonts();
        progress_({"检查每一句的排版不变……", "Checking that every line is set as before …"});
        check_texts();
        for (const std::string& file : licence_files(story_->stock)) take_stock(file);
        return std::move(files_);
    }

    /// Paths in the zip, in the order in which a reader comes upon them, of what need not be there at the beginning; each may
    /// be named again.
    std::vector<std::set<std::string>> in_order() {
        Layouts layouts(*story_->fonts);
        std::vector<std::set<std::string>> order;
        ShootOptions title;
        title.screen = "title";
        order.push_back(shown(take_shot(*story_, layouts, title).frame));
        order.push_back(shown(take_shot(*story_, layouts, {}).frame));
        const Content& content = story_->content;
        for (const std::string& scene : content.story.order) {
            const auto names = names_used(story_->project, scene_file(story_->project, content.story, scene));
            std::set<std::string> pictures, sounds;
            for (const std::string& file : assets_needed(content.look, content.story, with_sources(names, story_->project, story_->stock))) {
                (is_picture_file(file) ? pictures : sounds).insert(inside(file));
            }
            order.push_back(std::move(pictures));
            order.push_back(std::move(sounds));
        }
        std::set<std::string> licences;
        for (const std::string& file : licence_files(story_->stock)) licences.insert(std::string(kPackedStock) + "/" + file);
        order.push_back(std::move(licences));
        return order;
    }

private:
    std::set<std::string> shown(const Frame& frame) const {
        const Look& look = story_->content.look;
        std::set<std::string> files;
        for (const WantedPicture& wanted : frame.wanted.pictures_now) {
            const Picture& picture = *look.picture(wanted.image);
            files.insert(inside(picture.path));
            if (picture.flat_of.empty()) continue;
            for (const DrawItem& drawn : flat_items(look, picture.flat_of, picture.size)) {
                files.insert(inside(look.picture(std::get<ImageItem>(drawn).image)->path));
            }
        }
        return files;
    }

    /// Where take() puts it.
    [[nodiscard]] std::string inside(const std::string& file) const {
        const bool is_own = !is_stock() && story_->project.has(file);
        return std::string(is_own ? kPackedProject : kPackedStock) + "/" + file;
    }

    void take_script(const std::string& file) {
        if (!story_->project.has(file)) return;
        Blob blob = story_->project.read(file);
        for (const char32_t c : to_utf32(blob.text())) characters_.insert(c);
        files_[std::string(kPackedProject) + "/" + file] = std::move(blob);
    }

    void take_scripts() {
        const auto scenes = given_.file.empty() ? all_scene_files(story_->project, story_->content.story) : std::vector{given_.file};
        for (const char* file : {kProjectFile, kCastFile}) take_script(file);
        for (const std::string& file : scenes) {
            take_script(file);
            const std::string stem = file.substr(0, file.rfind('.'));
            for (const std::string& language : story_->content.story.languages) take_script(stem + "." + language + ".yaml");
        }
    }

    void take_stock(const std::string& file) {
        if (story_->stock.has(file)) files_[std::string(kPackedStock) + "/" + file] = story_->stock.read(file);
    }

    /// From the project's folder where it lies there, else from the stock.
    void take(const std::string& file) {
        const std::string inside = std::string(kPackedProject) + "/" + file;
        if (!is_stock() && story_->project.has(file)) {
            files_[inside] = story_->project.read(file);
        } else {
            take_stock(file);
        }
    }

    [[nodiscard]] bool is_stock() const {
        std::error_code ignored;
        return std::filesystem::equivalent(native_path(story_->project.name()), native_path(story_->stock.name()), ignored);
    }

    void take_assets() {
        const Content& content = story_->content;
        const auto named = with_sources(names_used(story_->project, given_.file), story_->project, story_->stock);
        for (const std::string& file : assets_needed(content.look, content.story, named)) take(file);
        std::vector<std::string> tables{"assets/backgrounds/backgrounds.yaml", "assets/backgrounds/weather.yaml"};
        for (const auto& [id, figure] : content.look.figures) tables.push_back("assets/figures/" + id + "/figure.yaml");
        for (const std::string& file : tables) {
            take(file);
            take_stock(file); // the stock's speaks of what the project's does not
        }
        take_stock("assets/pinyin.txt");
        if (is_program_) take_icon(); // a page holds its icon itself
    }

    void take_icon() {
        const std::string& icon = story_->content.story.icon;
        if (icon.empty()) {
            take_stock(kOwnIcon);
        } else {
            take(icon);
        }
    }

    void take_fonts() {
        for (const char32_t c : to_utf32(story_->stock.read(kInterfaceText).text())) characters_.insert(c);
        for (const auto& [first, last] : kAlways) {
            for (char32_t c = first; c <= last; ++c) characters_.insert(c);
        }
        for (const std::string& name : files_of(default_font_plan())) {
            const std::string file = "fonts/" + name;
            take(file);
            const bool is_own = files_.contains(std::string(kPackedProject) + "/" + file);
            Blob& font = files_.at(std::string(is_own ? kPackedProject : kPackedStock) + "/" + file);
            if (is_font(name)) font = blob_of(subset_font(font, is_program_ && name == kWholeHan ? characters_of(font) : characters_));
        }
    }

    void check_texts() const {
        const Fonts smaller(default_font_plan(), [this](const std::string& name) {
            const auto own = files_.find(std::string(kPackedProject) + "/fonts/" + name);
            return view_of(own != files_.end() ? own->second : files_.at(std::string(kPackedStock) + "/fonts/" + name));
        });
        const auto check = [&](const RichText& text, const std::string& language, const Texts& others) {
            check_text(text, language, smaller);
            for (const auto& [other, version] : others) check_text(version, other, smaller);
        };
        const auto check_title = [&](const std::map<std::string, std::string>& title) {
            for (const auto& [language, text] : title) check_text({text, {}, {}}, language, smaller);
        };
        check_title(story_->content.story.title);
        for (const std::string& name : story_->content.story.order) {
            load_scene_now(*story_, name);
            const Scene* scene = story_->content.scene(name);
            if (!scene) continue;
            check_title(scene->title);
            for (const Step& step : scene->steps) {
                if (const auto* line = std::get_if<Line>(&step.what)) check(line->text, line->language, line->others);
                if (const auto* card = std::get_if<ChapterCard>(&step.what)) check_title(card->title);
                const auto* choice = std::get_if<Choice>(&step.what);
                if (!choice) continue;
                check(choice->prompt, choice->language, choice->others);
                for (const ChoiceOption& option : choice->options) check(option.text, option.language, option.others);
            }
        }
    }

    void check_text(const RichText& text, const std::string& language, const Fonts& smaller) const {
        constexpr float kWidth = 1200;
        for (const Family family : {Family::kSerif, Family::kSans, Family::kReadable, Family::kTitle}) {
            TextStyle style;
            style.family = family;
            style.language = language;
            for (const bool bold : {false, true}) {
                style.bold = bold;
                const Layout before = lay_out(text, style, kWidth, *story_->fonts);
                const Layout after = lay_out(text, style, kWidth, smaller);
                const auto same = [](const PlacedGlyph& a, const PlacedGlyph& b) { return a.at == b.at && a.size == b.size; };
                const bool is_same = before.missing == after.missing && before.rows.size() == after.rows.size() &&
                                     std::equal(before.glyphs.begin(), before.glyphs.end(), after.glyphs.begin(), after.glyphs.end(), same);
                if (is_same) continue;
                throw Error({"裁剪字体后这一句排得不一样：" + text.text, "with the smaller fonts this line is set otherwise: " + text.text});
            }
        }
    }

    const Progress& progress_;
    bool is_program_;
    AuthorPath given_;
    std::unique_ptr<OpenedStory> story_;
    std::map<std::string, Blob> files_;
    std::set<char32_t> characters_; ///< that the story may show
};

ProgramLabel label_of(const OpenedStory& opened) {
    const Story& story = opened.content.story;
    ProgramLabel label;
    label.title = in_language(story.title, story.language);
    label.version = story.version;
    if (story.icon.empty()) return label; // the program has the engine's own
    for (const int side : {256, 48, 32, 16}) label.icons.push_back({side, png_of(icon_of(opened, side))});
    return label;
}

/// A page may begin without it.
bool may_come_late(const std::string& name) {
    return is_picture_file(name) || name.ends_with(".ogg") || name.ends_with("CJKsc-Bold.otf");
}

/// As much of a picture's file as tells its size; nothing of a sound's.
Blob head_of(const std::string& name, const Blob& file) {
    if (!is_picture_file(name)) return blob_of("");
    for (const std::size_t length : {32u, 4096u}) {
        if (length >= file.bytes.size()) break;
        Blob head = blob_of(std::string(file.text().substr(0, length)));
        if (read_picture_header(head)) return head;
    }
    return view_of(file);
}

} // namespace

std::string megabytes(std::size_t bytes) {
    const std::size_t tenths = (bytes * 10 + (1u << 19)) >> 20;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::map<std::string, Blob> files_to_pack(const PackOptions& options, const Progress& progress) {
    return Gatherer(options, progress, true).gather();
}

std::vector<std::map<std::string, Blob>> parts_to_pack(const PackOptions& options, const Progress& progress) {
    Gatherer gatherer(options, progress, false);
    const auto order = gatherer.in_order();
    auto files = gatherer.gather();
    std::vector<std::map<std::string, Blob>> parts;
    for (const auto& names : order) {
        std::map<std::string, Blob> part;
        for (const std::string& name : names) {
            if (auto file = files.extract(name)) part.insert(std::move(file));
        }
        if (!part.empty() || parts.empty()) parts.push_back(std::move(part));
    }
    parts.push_back({}); // for what no scene names
    for (auto& [name, file] : files) (may_come_late(name) ? parts.back() : parts[0])[name] = std::move(file);
    if (parts.back().empty()) parts.pop_back();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        for (const auto& [name, file] : parts[i]) parts[0][ZipParts::kHeads + name] = head_of(name, file);
    }
    return parts;
}

std::optional<Blob> library_notices(const PackOptions& options, const Progress& progress) {
    const std::filesystem::path runtime = native_path(options.runtime);
    const std::string beside = utf8_path(runtime.parent_path() / runtime.stem()) + ".licences.txt";
    if (std::error_code ignored; std::filesystem::is_regular_file(native_path(beside), ignored)) return read_file(beside);
    if (auto own = own_library_notices(open_stock(options.stock))) return own; // in a kit the program is the runtime
    progress({"注意：没有 " + beside + "，做出来的文件里就没有程序所用的库的许可证", "Note: there is no " + beside + ", so what is made lacks the notices of the program's libraries"});
    return std::nullopt;
}

void pack(const PackOptions& options, const Progress& progress) {
    if (Folder::is_packed(options.runtime)) {
        throw Error({"“" + options.runtime + "”已经装着一个故事，不能再装一个", "\"" + options.runtime + "\" holds a story already"});
    }
    const Blob runtime = read_file(options.runtime);
    std::string whole(runtime.text());
    if (is_windows_program(whole)) whole = for_readers(std::move(whole), label_of(*open_story(options.project, options.stock)));
    auto files = files_to_pack(options, progress);
    if (auto notices = library_notices(options, progress)) files[std::string(kPackedStock) + "/" + kLibraryNotices] = std::move(*notices);
    whole += zip_of(files);
    const std::filesystem::path out = native_path(options.out);
    std::error_code failure;
    if (out.has_parent_path()) std::filesystem::create_directories(out.parent_path(), failure);
    write_file(options.out, whole);
    using std::filesystem::perms;
    std::filesystem::permissions(out, perms::owner_all | perms::group_read | perms::group_exec | perms::others_read | perms::others_exec, failure);
    progress({"写好了：" + options.out + "（" + megabytes(whole.size()) + "）", "Written: " + options.out + " (" + megabytes(whole.size()) + ")"});
}

std::string file_name_of(const Story& story) {
    const auto english = story.title.find("en");
    std::string name;
    for (char32_t c : to_utf32(english != story.title.end() ? english->second : in_language(story.title, story.language))) {
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
        const bool plain = (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || is_han(c);
        if (plain) append_utf8(name, c);
        if (!plain && !name.empty() && name.back() != '-') name += '-';
    }
    while (name.ends_with('-')) name.pop_back();
    return name.empty() ? story_key(story) : name;
}

} // namespace liubai
