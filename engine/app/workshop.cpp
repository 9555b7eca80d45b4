#include "app/workshop.h"

#include "app/events.h"
#include "app/packing.h"
#include "app/window.h"
#include "app/world.h"
#include "base/error.h"
#include "files/folder.h"
#include "files/native_path.h"
#include "render/renderer.h"
#include "render/sdl_ptr.h"
#include "text/layouts.h"
#include "tools/author_path.h"
#include "tools/icon.h"
#include "tools/import.h"
#include "tools/shoot.h"
#include "ui/strings.h"
#include "ui/workshop.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace liubai {
namespace {

constexpr const char* kPackedFolder = "dist"; ///< in the story's
constexpr const char* kExampleFolder = "example"; ///< in the stock's folder

/// Where the scenes of a conversation go: beside it, in a folder of its name.
std::string folder_beside(const std::string& file) {
    const std::filesystem::path path = std::filesystem::absolute(native_path(file));
    return utf8_path(path.parent_path() / path.stem());
}

std::string file_url(const std::string& path) {
    constexpr std::string_view kPlain = "/:-._~";
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string url = path.starts_with("/") ? "file://" : "file:///"; // a Windows path begins with its drive
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte < 0x80 && std::isalnum(byte) != 0) || kPlain.find(c) != std::string_view::npos;
        if (plain) url += c;
        else url += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
    return url;
}

class Workshop {
public:
    Workshop(const PlayOptions& options, const std::string& stock)
        : options_(options), stock_(stock), story_(open_stock_alone(stock)),
          window_(open_window("留白 Liubai", options.size)), renderer_(window_.get(), *story_->fonts, options.accelerated),
          layouts_(*story_->fonts) {
        show_start();
    }

    /// Until the author wants to read (answers which story) or quits ("").
    std::string run() {
        draw();
        set_icon(window_.get(), icon_of(*story_, kIconSide)); // which the first picture need not wait for
        while (!quit_ && !reads_) {
            SDL_Event event;
            if (SDL_WaitEvent(&event) == 0) continue;
            do take(event);
            while (!quit_ && !reads_ && SDL_PollEvent(&event) == 1);
            draw();
        }
        return reads_ ? project_ : "";
    }

    void take_file(const std::string& path) {
        try {
            if (is_conversation(path)) return import(path);
            project_ = path;
            show_ready({});
        } catch (const Error& e) {
            view_.lines = {e.text(), strings::kAnyChat};
        }
    }

    void tell(const Bilingual& text) { view_.lines = {text}; }

private:
    void show_start() {
        const bool has_example = std::filesystem::is_directory(native_path(stock_) / kExampleFolder);
        view_ = first_workshop_view(has_example);
        actions_.clear();
        if (has_example) actions_.push_back(&Workshop::open_example);
        actions_.push_back(&Workshop::quit);
    }

    void show_ready(const std::vector<Bilingual>& notes) {
        const std::string name = utf8_path(native_path(project_).filename());
        view_ = {{"“" + name + "”可以读了", "“" + name + "” can be read now"}, {}, {}};
        view_.lines.push_back({"故事在 " + project_ + "，可以随时改。", "The story is in " + project_ + "; change it whenever you like."});
        view_.lines.insert(view_.lines.end(), notes.begin(), notes.end());
        actions_.clear();
        add(strings::kReadIt, &Workshop::read);
        add(strings::kPackIt, &Workshop::pack);
        add(strings::kQuit, &Workshop::quit);
        has_packed_ = false;
        focus_ = 0;
    }

    void import(const std::string& file) {
        ImportOptions options;
        options.out = folder_beside(file);
        options.language = system_language();
        const Blob bytes = read_file(file);
        const ImportResult result = import_text(bytes.text(), options);
        project_ = options.out;
        show_ready(write_import(result, options));
    }

    using Act = void (Workshop::*)();
    void add(const Bilingual& label, Act act) {
        view_.buttons.push_back(label);
        actions_.push_back(act);
    }

    void read() { reads_ = true; }
    void quit() { quit_ = true; }
    void open_example() { take_file(joined(stock_, kExampleFolder)); }

    void pack() {
        PackRequest request;
        request.project = project_;
        request.target = "all";
        request.out = joined(project_, kPackedFolder);
        std::vector<Bilingual> told;
        const auto tell = [&](const Bilingual& text) {
            told.insert(told.begin(), text); // the newest is read first
            view_.lines = told;
            draw();
        };
        try {
            pack_for_targets(request, tell);
            if (std::filesystem::is_directory(native_path(request.out))) {
                if (!has_packed_) {
                    view_.buttons.insert(view_.buttons.end() - 1, strings::kOpenFolder);
                    actions_.insert(actions_.end() - 1, &Workshop::open_packed);
                }
                has_packed_ = true;
                tell({"做好的在 " + request.out + "。", "What was made is in " + request.out + "."});
            }
        } catch (const Error& e) {
            tell(e.text());
        }
    }

    void open_packed() {
        const std::string folder = utf8_path(std::filesystem::absolute(native_path(joined(project_, kPackedFolder))));
        if (SDL_OpenURL(file_url(folder).c_str()) != 0) {
            view_.lines = {{"打不开 " + folder + "，请自己去那里找。", "Cannot open " + folder + "; please go there yourself."}};
        }
    }

    void draw() {
        canvas_ = canvas_for(renderer_.size());
        const Metrics sizes = metrics(canvas_, pixels_a_point(window_.get(), renderer_.size()).x, 100);
        ScreenContext c{story_->content.story, story_->content.look, canvas_, sizes, layouts_};
        c.reader = system_language();
        c.focus = focus_;
        c.show_focus = shows_focus_;
        WorkshopScreen screen = workshop_screen(c, view_);
        buttons_ = std::move(screen.buttons);
        if (!is_exposed_ && same_picture(screen.frame, drawn_)) return;
        fetch_pictures(*story_, screen.frame, renderer_);
        renderer_.draw(screen.frame);
        drawn_ = std::move(screen.frame);
        is_exposed_ = false;
    }

    void take(const SDL_Event& event) {
        if (event.type == SDL_QUIT) quit_ = true;
        if (event.type == SDL_DROPFILE) {
            const std::unique_ptr<char, void (*)(void*)> file(event.drop.file, SDL_free);
            take_file(file.get());
            SDL_RaiseWindow(window_.get());
        }
        if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) renderer_.forget_pictures();
        if (event.type == SDL_WINDOWEVENT || event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) {
            renderer_.redraw_all();
            is_exposed_ = true;
        }
        const auto input = input_from(event, canvas_, pixels_a_point(window_.get(), renderer_.size()), renderer_.size());
        if (!input) return;
        if (const auto* moved = std::get_if<PointerMoved>(&*input)) point_at(moved->at);
        if (const auto* up = std::get_if<PointerUp>(&*input); up && up->button == PointerButton::kLeft && point_at(up->at)) press();
        if (const auto* up = std::get_if<TouchUp>(&*input); up && point_at(up->at)) press();
        if (const auto* key = std::get_if<KeyDown>(&*input)) take_key(key->key, key->shift);
        if (const auto* pad = std::get_if<PadDown>(&*input)) take_pad(pad->button);
    }

    bool point_at(Vec2 at) {
        const auto under = std::find_if(buttons_.begin(), buttons_.end(), [&](const Button& button) { return button.at.contains(at); });
        shows_focus_ = under != buttons_.end();
        if (shows_focus_) focus_ = under->option;
        return shows_focus_;
    }

    void take_key(Key key, bool shift) {
        if (key == Key::kEscape) quit_ = true;
        if (key == Key::kEnter || key == Key::kSpace) press();
        if (key == Key::kDown || key == Key::kRight || (key == Key::kTab && !shift)) move(1);
        if (key == Key::kUp || key == Key::kLeft || (key == Key::kTab && shift)) move(actions_.size() - 1);
    }

    void take_pad(PadButton button) {
        if (button == PadButton::kA || button == PadButton::kStart) press();
        if (button == PadButton::kB) quit_ = true;
        if (button == PadButton::kDown || button == PadButton::kRight) move(1);
        if (button == PadButton::kUp || button == PadButton::kLeft) move(actions_.size() - 1);
    }

    void move(std::size_t by) {
        if (shows_focus_) focus_ = (focus_ + by) % actions_.size();
        shows_focus_ = true;
    }

    void press() {
        (this->*actions_[focus_])();
        focus_ = std::min(focus_, actions_.size() - 1);
    }

    PlayOptions options_;
    std::string stock_;
    std::unique_ptr<OpenedStory> story_;
    SdlWindow window_;
    Renderer renderer_;
    Layouts layouts_;
    Canvas canvas_;
    WorkshopView view_;
    std::vector<Act> actions_; ///< of the view's buttons
    std::vector<Button> buttons_;
    std::size_t focus_ = 0;
    bool shows_focus_ = true;
    Frame drawn_;
    bool is_exposed_ = true;
    std::string project_;
    bool has_packed_ = false; ///< the folder with what was made can be opened
    bool reads_ = false;
    bool quit_ = false;
};

} // namespace

bool is_conversation(const std::string& path) {
    std::error_code ignored;
    const std::filesystem::path native = native_path(path);
    return std::filesystem::is_regular_file(native, ignored) && native.extension() != ".yaml" && !Folder::is_packed(path);
}

int run_workshop(const PlayOptions& options, const std::string& dropped) {
    const VideoSession video;
    PlayOptions reading = options;
    reading.stock = stock_folder();
    std::string shown = dropped;
    std::optional<Bilingual> failure;
    for (;;) {
        {
            Workshop workshop(options, reading.stock);
            if (!shown.empty()) workshop.take_file(shown);
            if (failure) workshop.tell(*std::exchange(failure, {}));
            reading.project = workshop.run();
        }
        if (reading.project.empty()) return 0;
        shown = reading.project;
        try {
            auto story = open_story(reading.project, reading.stock);
            if (has_errors(story->findings)) throw BrokenScripts{story->findings};
            PlaySession session(std::move(story), reading);
            while (!session.step()) {}
        } catch (const BrokenScripts& e) {
            const auto error = std::find_if(e.findings.begin(), e.findings.end(), [](const Diagnostic& d) { return d.severity == Severity::kError; });
            if (error != e.findings.end()) failure = {to_text(*error, Language::kZh), to_text(*error, Language::kEn)};
        } catch (const Error& e) {
            failure = e.text();
        }
    }
}

} // namespace liubai
