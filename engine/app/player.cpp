#include "app/player.h"

#include "app/browser.h"
#include "app/events.h"
#include "app/file_watch.h"
#include "app/frame_times.h"
#include "app/picture_requests.h"
#include "app/speech.h"
#include "app/window.h"
#include "app/window_place.h"
#include "app/world.h"
#include "app/worker.h"
#include "audio/mixer.h"
#include "base/error.h"
#include "base/log.h"
#include "game/game.h"
#include "game/reload.h"
#include "game/sounding.h"
#include "render/renderer.h"
#include "render/sdl_ptr.h"
#include "tools/icon.h"
#include "tools/pictures.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace liubai {
namespace {

constexpr std::size_t kPictureBytes = 30u << 20;
constexpr Millis kUnseenStall = 250;
constexpr double kHeavy = 10;       // milliseconds of drawing beside which nothing else fits into a frame
constexpr int kMostPostponed = 40; // ticks: a transition
constexpr Millis kLatest = 100; // a tick is never told of more time than it slept for, plus this

class Player {
public:
    Player(OpenedStory& story, const PlayOptions& options)
        : story_(story), options_(options), window_(open_window_for(options, story.content.story)),
          renderer_(window_.get(), *story.fonts, options.accelerated), layouts_(*story.fonts),
          worker_(make_worker()) {
        const std::string kept = read_kept(kSettingsFile);
        log_.settings = kept + options.settings;
        log_.content_hash = options.record.empty() ? 0 : hash_scripts(story);
        log_.scene = options.scene;
        log_.line = options.line;
        state_ = new_game(story.content, settings_from(log_.settings), log_.seed);
        load_pinyin_for(story, state_.settings);
        if (kept.find("language=") == std::string::npos && !state_.settings.language_chosen) {
            state_.settings.reader = system_language();
            log_.settings += std::string("language=") + tag(state_.settings.reader) + "\n";
            // Guessed, not chosen: the question is still asked, with the guess in focus.
            state_.ui.focus = state_.settings.reader == Language::kZh ? 0 : 1;
        }
        if (!options.scene.empty() || !options.line.empty()) start_there();
        if (!options.once && packed_story().empty()) watch_ = std::make_unique<FileWatch>(folder_of_scripts(options.project), [this] {
            is_changed_ = true;
            push_wake(wake_type_);
        });
        if (state_.settings.fullscreen) set_fullscreen(true);
        inputs_.push_back(resized());
    }

    std::optional<int> step() {
        if (has_begun_ && !sleep()) return std::nullopt;
        if (!has_begun_) last_ticks_ = SDL_GetTicks64();
        has_begun_ = true;
        if (options_.measure) frame_times_.begin();
        tick();
        if (options_.measure) frame_times_.end(here(), missing(), worker_->cpu_ms());
        if (!quit_ && !(options_.once && drawn_)) return std::nullopt;
        if (!options_.record.empty()) write_file(options_.record, to_text(log_));
        if (options_.measure) frame_times_.print();
        return 0;
    }

private:
    static SdlWindow open_window_for(const PlayOptions& options, const Story& story) {
        const auto title = story.title.find(story.language);
        SdlWindow window = open_window(title == story.title.end() ? "Liubai" : title->second, options.size);
        if (options.remembers_window) restore_window_place(window.get());
        return window;
    }

    [[nodiscard]] std::unique_ptr<Worker> make_worker() const {
        return std::make_unique<Worker>(story_, Keeping(story_folder(story_key(story_.content.story))),
                                        [type = wake_type_] { push_wake(type); });
    }

    /// The story's author changed a file: the reading goes on with it, or shows what is wrong.
    void reload() {
        const auto kept = keep_reading(state_, story_.content);
        worker_.reset(); // it reads the story
        const std::string scene = kept ? kept->place.scene : "";
        const std::vector<Picture> pictures = story_.content.look.pictures;
        Diagnostics findings;
        try {
            findings = reload_story(story_, options_.project, options_.stock, scene);
        } catch (const Error& e) {
            Diagnostic finding;
            finding.message = e.text();
            findings.push_back(std::move(finding));
        }
        worker_ = make_worker();
        scenes_asked_.clear();
        exposed_ = true;
        if (has_errors(findings)) return show_findings(state_, findings);
        if (story_.content.look.pictures != pictures) { // their ids mean others now
            pictures_.forget();
            renderer_.forget_pictures();
        }
        pictures_.forget_pending();
        adopt_content(state_, layouts_, story_.content, kept);
    }

    static void push_wake(std::uint32_t type) {
        SDL_Event event{};
        event.type = type;
        SDL_PushEvent(&event);
    }

    void start_there() {
        const auto& order = story_.content.story.order;
        const std::string scene = options_.scene.empty() && !order.empty() ? order[0] : options_.scene;
        load_scenes_to(story_, scene);
        if (has_errors(story_.findings)) throw BrokenScripts{story_.findings};
        if (!start_at(state_, story_.content, scene, options_.line)) {
            throw Error({"故事里没有“" + scene + ":" + options_.line + "”", "the story has no place \"" + scene + ":" + options_.line + "\""});
        }
    }

    [[nodiscard]] Resized resized() const {
        Resized event;
        event.size = renderer_.size();
        event.scale = pixels_a_point(window_.get(), renderer_.size()).x;
        event.accelerated = renderer_.is_accelerated();
        return event;
    }

    /// One step of the loop; it never sleeps.
    void tick() {
        const std::uint64_t now = SDL_GetTicks64();
        const Millis slept = static_cast<Millis>(now - last_ticks_);
        last_ticks_ = now;
        const Millis longest = frame_.wake_after >= kNever - kLatest ? kLatest : frame_.wake_after + kLatest;
        const Millis dt = is_waiting_ ? 0 : std::min(slept, longest);
        postponed_ = is_busy() ? postponed_ + 1 : 0;
        if (postponed_ == 0) take_results();
        if (is_changed_.exchange(false)) reload();
        if (speech_.take_done()) inputs_.emplace_back(SpeechDone{});
        for (std::string& sound : mixer_.take_ended()) {
            if (!is_blip(sound)) inputs_.emplace_back(SoundDone{std::move(sound)});
        }
        frame_ = update(state_, layouts_, story_.content, inputs_, dt);
        if (!options_.record.empty()) log_.ticks.push_back({inputs_, dt});
        inputs_.clear();
        ask_for_wanted();
        draw_if_changed();
        if (drawn_ && !options_.once) ask_for_soon(); // the first picture waits for nothing else
        if (drawn_) play_sounds(slept);
        if (drawn_ && !remembers_ && !options_.once) {
            remember();
            show_icon();
        }
        for (const Request& request : frame_.requests) carry_out(request);
        load_pinyin(story_, frame_.wanted.pinyin);
    }

    [[nodiscard]] std::string here() const {
        const Place& place = state_.reading.place;
        return place.scene + ":" + std::to_string(place.step);
    }

    /// What the picture waits for, and whether it had been asked for ahead of need.
    [[nodiscard]] std::string missing() const {
        if (!is_waiting_) return "";
        std::string all;
        for (const std::string& name : frame_.wanted.scenes_now) all += " scene " + name;
        for (const WantedPicture& wanted : frame_.wanted.pictures_now) {
            if (renderer_.has_picture(wanted.image)) continue;
            all += " " + story_.content.look.picture(wanted.image)->path + (pictures_.was_asked_ahead(wanted.image) ? " (asked ahead)" : " (not asked)");
        }
        return all;
    }

    /// A transition takes all of a frame's time: what is needed later waits for its end.
    [[nodiscard]] bool is_busy() const {
        return !is_waiting_ && drawing_ms_ > kHeavy && frame_.wake_after <= kLatest && postponed_ < kMostPostponed;
    }

    void take_results() {
        bool came = false;
        for (JobResult& result : worker_->take(1)) { // a picture costs time here too: one a tick
            if (auto* picture = std::get_if<DecodedPicture>(&result)) {
                const bool shown = drawn_ && (is_small(picture->image) || wants_now(*drawn_, picture->image));
                give_picture(renderer_, story_.content.look, picture->image, std::move(picture->pixels), picture->scale);
                pictures_.came(picture->image);
                if (shown) exposed_ = true;
                continue;
            }
            if (auto* sound = std::get_if<SoundResult>(&result)) {
                if (sound->need.decoded) {
                    mixer_.put(sound->need.name, std::move(sound->samples));
                } else {
                    mixer_.put(sound->need.name, std::move(sound->file));
                }
                continue;
            }
            if (auto* kept = std::get_if<KeepResult>(&result)) {
                if (*kept) inputs_.push_back(std::move(**kept));
                continue;
            }
            auto& read = std::get<SceneResult>(result);
            if (!read.failure.empty()) throw Error({"读不了场景“" + read.name + "”：" + read.failure, "cannot read scene \"" + read.name + "\": " + read.failure});
            if (has_errors(read.scene.findings)) { // over the last picture, until the file is mended
                show_findings(state_, read.scene.findings);
                exposed_ = true;
                continue;
            }
            take_scene(story_, read.name, std::move(read.scene));
            came = true;
        }
        if (came) inputs_.emplace_back(Loaded{story_.content.version});
    }

    static bool wants_now(const Frame& frame, ImageId image) {
        const auto& now = frame.wanted.pictures_now;
        return std::any_of(now.begin(), now.end(), [&](const WantedPicture& wanted) { return wanted.image == image; });
    }

    void ask_for_picture(const WantedPicture& wanted, bool now) {
        pictures_.ask(wanted, now, frame_.canvas, story_.content.look, renderer_, *worker_);
    }

    void ask_for_wanted() {
        is_waiting_ = false;
        for (const std::string& name : frame_.wanted.scenes_now) {
            is_waiting_ = true;
            if (scenes_asked_.insert(name).second) worker_->ask(SceneJob{name}, true);
        }
        for (const WantedPicture& wanted : frame_.wanted.pictures_now) {
            if (!renderer_.has_picture(wanted.image)) is_waiting_ = true;
            ask_for_picture(wanted, true);
        }
    }

    void ask_for_soon() {
        for (const std::string& name : frame_.wanted.scenes_soon) {
            if (scenes_asked_.insert(name).second) worker_->ask(SceneJob{name}, false);
        }
        for (const WantedPicture& wanted : frame_.wanted.pictures_soon) ask_for_picture(wanted, false);
    }

    void draw_if_changed() {
        drawing_ms_ = 0;
        if (is_waiting_ && state_.ui.findings.empty()) return; // the last picture stays: no hole is drawn
        if (!exposed_ && drawn_ && same_picture(frame_, *drawn_)) return;
        const std::uint64_t begun = SDL_GetPerformanceCounter();
        renderer_.draw(frame_);
        drawing_ms_ = static_cast<double>(SDL_GetPerformanceCounter() - begun) * 1000 / static_cast<double>(SDL_GetPerformanceFrequency());
        // What is wanted now need not be drawn in every frame.
        for (const auto* list : {&frame_.wanted.pictures_now, &frame_.wanted.pictures_soon}) {
            for (const WantedPicture& wanted : *list) renderer_.keep_picture(wanted.image);
        }
        renderer_.trim_pictures(kPictureBytes);
        drawn_ = frame_;
        exposed_ = false;
    }

    /// Not before the first picture: opening the device takes its time.
    void play_sounds(Millis slept) {
        mixer_.hear(frame_.sound, frame_.cues, slept);
        mixer_.expect(sounds_soon(state_, story_.content));
        for (SoundNeed& need : mixer_.take_needs()) worker_->ask(SoundJob{std::move(need)}, false);
    }

    /// What earlier sessions left: the title offers to go on.
    void remember() {
        remembers_ = true;
        worker_->ask(SeenJob{}, false);
        worker_->ask(KeepJob{ListSavesRequest{}}, false);
    }

    void show_icon() {
        if (!kHasFrame) return;
        try {
            set_icon(window_.get(), icon_of(story_, kIconSide));
        } catch (const Error& e) {
            log_warning(std::string("the window has no icon: ") + e.what());
        }
    }

    /// For the labels of saves, before what the reader does now.
    void tell_the_time() {
        const std::int64_t minutes = local_minutes();
        if (minutes == told_minutes_) return;
        told_minutes_ = minutes;
        inputs_.emplace_back(LocalTime{minutes});
    }

    /// Until something came or something is to move: true. False when it is too early still.
    bool sleep() {
        // A stall that nobody sees, as nothing moves meanwhile.
        if (!is_waiting_ && frame_.wake_after > kUnseenStall) mixer_.close_if_silent();
        if (!is_busy() && !worker_->has_results()) worker_->work_here();
        SDL_Event event;
        Millis wake_after = std::min(is_waiting_ ? kNever : frame_.wake_after, mixer_.wake_after());
        if (worker_->has_results() && !is_busy()) wake_after = 0;
        // The worker's first pictures are long in coming, and a tick that drew nothing leaves most of its time.
        const bool has_time = !options_.once && (is_waiting_ || frame_.wake_after > kUnseenStall || drawing_ms_ == 0);
        if (has_time && SDL_HasEvents(SDL_KEYDOWN, SDL_MULTIGESTURE) == SDL_FALSE && renderer_.prepare()) return true;
        const auto slept = [this] { return static_cast<Millis>(SDL_GetTicks64() - last_ticks_); };
        const bool came = wait_for_event(event, wake_after >= kNever ? kNever : std::max<Millis>(0, wake_after - slept()));
        if (!came) return slept() >= wake_after;
        tell_the_time();
        do {
            take_event(event);
        } while (SDL_PollEvent(&event) == 1);
        return true;
    }

    void take_event(const SDL_Event& event) {
        if (event.type == SDL_QUIT) {
            inputs_.emplace_back(ActionGiven{Action::kQuit}); // which saves what is not saved
            return;
        }
        if (event.type == SDL_WINDOWEVENT) {
            if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
                inputs_.push_back(resized());
                exposed_ = true;
            }
            if (event.window.event == SDL_WINDOWEVENT_EXPOSED) {
                renderer_.redraw_all();
                exposed_ = true;
            }
        }
        if (event.type == SDL_RENDER_TARGETS_RESET || event.type == SDL_RENDER_DEVICE_RESET) {
            renderer_.forget_pictures();
            pictures_.forget();
            exposed_ = true;
        }
        if (event.type == SDL_CONTROLLERDEVICEADDED) SDL_GameControllerOpen(event.cdevice.which);
        if (event.type == SDL_CONTROLLERDEVICEREMOVED) {
            SDL_GameControllerClose(SDL_GameControllerFromInstanceID(event.cdevice.which));
        }
        const Vec2 size = renderer_.size();
        const auto input = input_from(event, canvas_for(size), pixels_a_point(window_.get(), renderer_.size()), size);
        if (input) inputs_.push_back(*input);
    }

    void set_fullscreen(bool on) {
        SDL_SetWindowFullscreen(window_.get(), on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    }

    void quit() {
        quit_ = true;
        if (options_.remembers_window) keep_window_place(window_.get());
    }

    void take_screenshot() {
        try {
            const std::string path = screenshot_path();
            write_png(path, renderer_.read_back());
            inputs_.emplace_back(Told{{"画面已保存：" + path, "Picture saved: " + path}});
        } catch (const Error& e) {
            inputs_.emplace_back(Told{e.text()});
        }
        push_wake(wake_type_);
    }

    /// The input method shows its candidates there; an empty rectangle ends text input.
    void take_text_at(Rect at) {
        if (at.empty()) return SDL_StopTextInput();
        const SDL_Rect rect = in_window(at, frame_.canvas, pixels_a_point(window_.get(), renderer_.size()));
        if (SDL_IsTextInputActive() == SDL_FALSE) SDL_StartTextInput();
        SDL_SetTextInputRect(&rect);
    }

    void carry_out(const Request& request) {
        if (Keeping::is_for_disk(request)) worker_->ask(KeepJob{request}, false);
        if (std::holds_alternative<ScreenshotRequest>(request)) take_screenshot();
        if (std::holds_alternative<QuitRequest>(request)) quit();
        if (const auto* r = std::get_if<FullscreenRequest>(&request)) set_fullscreen(r->on);
        if (const auto* r = std::get_if<KeepSettingsRequest>(&request)) {
            keep(kSettingsFile, r->text);
        }
        if (const auto* r = std::get_if<CopyRequest>(&request)) SDL_SetClipboardText(r->text.c_str());
        if (const auto* r = std::get_if<TextInputRequest>(&request)) take_text_at(r->at);
        if (const auto* r = std::get_if<SpeakRequest>(&request)) speech_.speak(*r);
    }

    OpenedStory& story_;
    const PlayOptions& options_;
    SdlWindow window_;
    Renderer renderer_;
    Layouts layouts_;
    std::uint32_t wake_type_ = SDL_RegisterEvents(1);
    Mixer mixer_; // outlives the worker, which decodes for it
    std::unique_ptr<Worker> worker_;
    Speech speech_{[type = wake_type_] { push_wake(type); }};
    GameState state_;
    Frame frame_;
    std::optional<Frame> drawn_;
    std::vector<InputEvent> inputs_;
    PictureRequests pictures_;
    std::set<std::string> scenes_asked_;
    ReplayLog log_;
    std::uint64_t last_ticks_ = 0;
    std::atomic<bool> is_changed_ = false;
    std::unique_ptr<FileWatch> watch_; // ends before what it tells
    bool exposed_ = true;
    bool is_waiting_ = false;
    double drawing_ms_ = 0; ///< that the last tick's picture took; 0 = it drew none
    int postponed_ = 0;     ///< ticks in a row that left the worker's results for later
    bool has_begun_ = false;
    bool quit_ = false;
    bool remembers_ = false;
    std::int64_t told_minutes_ = 0;

    FrameTimes frame_times_;
};

} // namespace

struct PlaySession::Impl {
    std::unique_ptr<OpenedStory> story;
    PlayOptions options;
    VideoSession video{};
    Player player{*story, options};
};

PlaySession::PlaySession(std::unique_ptr<OpenedStory> story, PlayOptions options)
    : impl_(new Impl{std::move(story), std::move(options)}) {}
PlaySession::~PlaySession() = default;

std::optional<int> PlaySession::step() { return impl_->player.step(); }

} // namespace liubai
