#include "app/command_line.h"

#include "app/arguments.h"
#include "app/browser.h"
#include "app/keeping.h"
#include "app/packing.h"
#include "app/player.h"
#include "app/workshop.h"
#include "app/world.h"
#include "base/error.h"
#include "game/dump.h"
#include "render/fatal_screen.h"
#include "tools/author_path.h"
#include "tools/export.h"
#include "tools/export_formats.h"
#include "tools/import.h"
#include "tools/layout_texts.h"
#include "tools/licences.h"
#include "tools/lint.h"
#include "tools/read.h"
#include "tools/read_interactively.h"
#include "tools/shoot.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace liubai {
namespace {

void say(const Bilingual& text) { std::cerr << "liubai: " << text.in(system_language()) << "\n"; }

ReplayLog read_log(const std::string& path) {
    const Blob file = read_file(path);
    auto log = replay_from(file.text());
    if (auto* bad = std::get_if<Bilingual>(&log)) throw Error(*bad);
    return std::get<ReplayLog>(std::move(log));
}

/// What the subcommands take, and what each does with it.
class CommandLine {
public:
    CommandLine() : app_("留白 Liubai: a small engine for visual novels, and Room for Wonder") {
        app_.require_subcommand(0, 1);
        app_.set_version_flag("--version", "liubai 0.1.0");
        app_.add_flag_callback("--licences", [] {
            const Folder stock = open_stock(stock_folder());
            print_licences(stock, own_library_notices(stock), std::cout);
            throw CLI::Success();
        }, "print the licences of all that is inside");
        add_play();
        add_replay();
        if constexpr (kHasTerminal) { // what nobody can call need not be sent
            add_import();
            add_export();
            add_lint();
            add_fix();
            add_read();
            add_shoot();
            add_layout();
            add_pack();
        }
    }

    int run(int argc, char** argv) {
        std::vector<std::string> arguments(argv + 1, argv + argc);
        // Without a verb the program plays: `liubai`, `liubai my-story`.
        const bool has_verb = !arguments.empty() && is_verb(arguments[0]);
        if (!has_verb) arguments.insert(arguments.begin(), "play");
        std::reverse(arguments.begin(), arguments.end());
        try {
            app_.parse(arguments);
        } catch (const CLI::Success& e) {
            return app_.exit(e);
        } catch (const CLI::ParseError& e) {
            std::cerr << "liubai: " << e.what() << " (liubai --help)\n";
            return 2;
        }
        return action_ ? action_() : 0;
    }

private:
    [[nodiscard]] bool is_verb(const std::string& word) {
        if (word == "-h" || word == "--help" || word == "--version" || word == "--licences") return true;
        const auto verbs = app_.get_subcommands([&](const CLI::App* verb) { return verb->get_name() == word; });
        return !verbs.empty();
    }

    CLI::App* command(const char* name, const char* help, std::function<int()> action, bool takes_project = true) {
        CLI::App* made = app_.add_subcommand(name, help);
        if (takes_project) made->add_option("project", project_, "the project folder, or one scene file")->type_name("DIR|FILE");
        made->callback([this, action] { action_ = action; });
        return made;
    }

    [[nodiscard]] std::string project() const { return project_.empty() ? default_project() : project_; }
    /// For what looks at an author's files: never the shipped story by mistake.
    [[nodiscard]] std::string own_project() const { return project_.empty() ? project_here() : project_; }
    /// For what needs the scripts themselves.
    [[nodiscard]] std::string scripts() const {
        std::string named = own_project();
        if (!Folder::is_packed(named)) return named;
        throw Error({"这里是打包好的故事。请写出它的项目文件夹。", "this is a packed story. Name the folder with its scripts."});
    }
    [[nodiscard]] std::unique_ptr<OpenedStory> open() const {
        const std::string named = project();
        return open_story(named.empty() ? project_here() : named, stock_folder());
    }

    void add_set(CLI::App* to) {
        to->add_option("--set", sets_, "a setting: " + setting_names(", "))
            ->type_name("KEY=VALUE")->allow_extra_args(false);
    }

    void add_play() {
        CLI::App* play_command = command("play", "play a story in a window (the default)", [this] { return play_now(); });
        play_command->add_option("--at", at_, "start at a scene, at a line of its file or at a line's id")->type_name("SCENE[:LINE]");
        play_command->add_option("--record", record_, "write everything that happens to a replay log")->type_name("LOG");
        play_command->add_option("--size", size_, "of the window")->type_name("WxH");
        play_command->add_flag("--software", software_, "draw without the graphics card");
        play_command->add_flag("--first-frame", once_, "quit when the first picture is on the screen (for benchmarks)");
        play_command->add_flag("--measure", measure_, "print the slowest frames at the end (for benchmarks)");
        add_set(play_command);
    }

    int play_now() {
        PlayOptions options;
        std::tie(options.scene, options.line) = place_from(at_);
        options.record = record_;
        options.settings = lines_of(sets_);
        options.accelerated = !software_;
        options.once = once_;
        options.measure = measure_;
        if (!size_.empty()) options.size = size_from(size_);
        options.remembers_window = size_.empty() && !once_;
        options.project = project_;
        return run_steps([options, session = std::shared_ptr<PlaySession>()]() mutable {
            return with_fatal_screen([&]() -> std::optional<int> {
                if (session) return session->step();
                if (options.project.empty()) options.project = default_project();
                if constexpr (kHasTerminal) {
                    if (options.project.empty() || is_conversation(options.project)) return run_workshop(options, options.project);
                }
                session = open_session(options);
                return session->step();
            }, [&] { session.reset(); });
        });
    }

    static std::shared_ptr<PlaySession> open_session(PlayOptions options) {
        options.stock = stock_folder();
        auto story = open_story(options.project, options.stock);
        if (has_errors(story->findings)) throw BrokenScripts{story->findings};
        return std::make_shared<PlaySession>(std::move(story), std::move(options));
    }

    /// What stops the game is shown on a screen, for a reader may have no terminal. `close`: the game's own.
    static std::optional<int> with_fatal_screen(const std::function<std::optional<int>()>& action, const std::function<void()>& close) {
        FatalText text;
        text.title = {"留白无法开始", "Liubai cannot start"};
        try {
            return action();
        } catch (const BrokenScripts& e) {
            text.title = {"故事的脚本有错", "The story's scripts have errors"};
            constexpr std::size_t kMostShown = 5;
            for (const Diagnostic& finding : e.findings) {
                if (finding.severity != Severity::kError || text.lines.size() >= kMostShown) continue;
                text.lines.push_back({to_text(finding, Language::kZh), to_text(finding, Language::kEn)});
            }
            text.lines.push_back({"改好后再开始；liubai lint 会列出全部问题。", "Mend them and start again; liubai lint lists them all."});
        } catch (const Error& e) {
            text.lines.push_back(e.text());
            text.lines.push_back({"请检查程序旁边和故事里的文件是否齐全，再试一次。",
                                  "Check that the files beside the program and of the story are complete, then try again."});
        }
        close();
        show_fatal_screen(text);
        return 1;
    }

    void add_import() {
        CLI::App* made = command("import", "turn a transcript or a chat export into scene scripts", [this] { return import_now(); }, false);
        made->add_option("transcript", input_, "the text file")->required()->type_name("TRANSCRIPT");
        made->add_option("--out", out_, "the project folder to write")->required()->type_name("DIR");
        made->add_option("--name", names_, "rename a speaker")->type_name("OLD=NEW")->allow_extra_args(false);
        made->add_option("--turns", turns_, "turns a scene (without it: about 40 lines)")->check(CLI::PositiveNumber);
        made->add_flag("--force", force_, "overwrite files that were changed since");
    }

    int import_now() {
        ImportOptions options;
        options.out = out_;
        options.turns = turns_;
        options.force = force_;
        options.language = system_language();
        for (const std::string& name : names_) {
            const std::size_t equals = name.find('=');
            if (equals == std::string::npos) throw WrongUsage{{"--name 要写成 旧名=新名", "--name is written OLD=NEW"}};
            options.names.emplace_back(name.substr(0, equals), name.substr(equals + 1));
        }
        const Blob file = read_file(input_);
        const ImportResult result = import_text(file.text(), options);
        for (const Bilingual& note : write_import(result, options)) std::cout << note.in(options.language) << "\n";
        return 0;
    }

    void add_export() {
        CLI::App* made = command("export", "write the story in another form", [this] { return export_now(); });
        made->add_option("--format", format_, "transcript: the conversation as plain text, rebuilt from the scenes; txt, srt, html, pdf: all its languages, set for reading")
            ->required()->check(CLI::IsMember({"transcript", "txt", "srt", "html", "pdf"}));
        made->add_option("--out", out_, "the file to write (without it: the terminal)")->type_name("FILE");
    }

    int export_now() {
        const std::string text = format_ == "transcript" ? transcript() : exported();
        if (out_.empty()) {
            std::cout << text;
        } else {
            write_file(out_, text);
        }
        return 0;
    }

    [[nodiscard]] std::string transcript() const {
        const std::string story = own_project();
        if (Folder::is_packed(story)) return export_transcript(Folder::open_zip(story, kPackedProject));
        const AuthorPath path = author_path(story);
        return export_transcript(Folder::open_directory(path.folder), path.file);
    }

    [[nodiscard]] std::string exported() const {
        if (format_ == "pdf" && out_.empty()) throw WrongUsage{{"PDF 要用 --out 写进文件", "a PDF goes to a file: name it with --out"}};
        const auto opened = open_story(own_project(), stock_folder());
        const PrintedStory story = set_out(*opened);
        if (format_ == "txt") return export_txt(story);
        if (format_ == "srt") return export_srt(story, *opened->fonts);
        return format_ == "html" ? export_html(story) : export_pdf(story, *opened->fonts);
    }

    void add_lint() {
        CLI::App* check = command("lint", "check scene scripts; exit 1 when there are errors", [this] {
            return steps_ ? print_steps(std::cout) : lint(scripts(), stock_folder(), system_language(), std::cout);
        });
        check->add_flag("--steps", steps_, "print the reference of all steps as Markdown instead");
        CLI::App* made = command("fmt", "tidy scene scripts in place; comments and blank lines stay",
                                 [this] { return format_files(scripts(), accept_, system_language(), std::cout); });
        made->add_flag("--accept", accept_, "take every translation as one of the text as it is now");
    }

    void add_fix() {
        CLI::App* made = command("fix", "mend a line for which lint offers a fix",
                                 [this] { return fix_line(input_, system_language(), std::cout); }, false);
        made->add_option("place", input_, "the file and the line, as lint prints them")->required()->type_name("FILE:LINE");
    }

    void add_read() {
        CLI::App* made = command("read", "print what a reader would read, without a window", [this] { return read_now(); });
        made->add_flag("--interactive", interactive_, "play it as text in a terminal: Enter goes on, ? lists the rest");
        add_set(made);
    }

    int read_now() {
        Settings settings = interactive_ ? settings_from(read_kept(kSettingsFile)) : Settings{};
        if (!settings.language_chosen) settings.reader = system_language();
        settings = settings_with(sets_, settings);
        const auto story = open();
        if (interactive_) {
            read_in_terminal(*story, settings);
        } else {
            read_story(*story, settings, std::cout);
        }
        for (const Diagnostic& finding : story->findings) {
            if (finding.severity == Severity::kError) std::cerr << to_text(finding, system_language());
        }
        return has_errors(story->findings) ? 1 : 0;
    }

    /// With the saves and settings that a window has.
    static void read_in_terminal(OpenedStory& story, const Settings& settings) {
        const Keeping keeping(story_folder(story_key(story.content.story)));
        TerminalOptions options;
        options.settings = settings;
        options.width = terminal_width();
        options.seen = keeping.read_seen();
        options.carry_out = [&](const Request& request) {
            if (const auto* kept = std::get_if<KeepSettingsRequest>(&request)) keep(kSettingsFile, kept->text);
            return keeping.carry_out(request);
        };
        options.minutes = local_minutes;
        read_interactively(story, options, std::cin, std::cout);
    }

    void add_shoot() {
        CLI::App* made = command("shoot", "draw one frame to a PNG file, without a window", [this] { return shoot_now(); });
        CLI::Option* at = made->add_option("--at", at_, "the scene, a line of its file or a line's id (without it: the first line)")->type_name("SCENE[:LINE]");
        CLI::Option* screen = made->add_option("--screen", screen_, screen_names())->type_name("NAME");
        CLI::Option* input = made->add_option("--input", input_, "play this replay log first")->type_name("LOG");
        at->excludes(input);
        screen->excludes(input);
        made->add_option("--time", seconds_, "seconds after the line began (without it: fully typed)")->type_name("SECONDS")->check(CLI::Range(0.0, 86400.0));
        made->add_option("--size", size_, "of the picture")->type_name("WxH");
        made->add_option("--scale", scale_, "pixels a point of the display: 3 on a phone (1)")->check(CLI::Range(0.5, 8.0));
        made->add_option("--out", out_, "the PNG file")->required()->type_name("FILE");
        add_set(made);
    }

    int shoot_now() {
        ShootOptions options;
        std::tie(options.scene, options.line) = place_from(at_);
        options.screen = screen_;
        options.seconds = seconds_;
        options.settings = settings_with(sets_);
        if (!size_.empty()) options.size = size_from(size_);
        options.points = scale_;
        if (!input_.empty()) options.log = read_log(input_);
        const auto story = open();
        Layouts layouts(*story->fonts);
        const Shot shot = take_shot(*story, layouts, options);
        write_png(out_, render_shot(*story, shot.frame, options.size));
        return 0;
    }

    void add_layout() {
        layout_.style.size = 30;
        CLI::App* made = command("layout", "set texts and print their rows and positions as JSON", [this] { return layout_now(); }, false);
        CLI::Option* text = made->add_option("--text", text_, "one text to set");
        made->add_option("--file", input_, "texts to set: plain, a paragraph a line, or JSON [{\"id\", \"lang\", \"text\"}]")->type_name("FILE")->excludes(text);
        made->add_option("--lang", layout_.style.language, "language of texts that name none (zh)")->type_name("TAG");
        made->add_option("--width", layout_.width, "of the box in px (without it: no limit)")->type_name("PX")->check(CLI::Range(1.0, 1e6));
        made->add_option("--size", layout_.style.size, "of the Han em in px (30)")->type_name("PX")->check(CLI::Range(1.0, 1000.0));
        made->add_option("--font", names_, "a font file; repeat it for Latin, Han, symbols, emoji (without it: the engine's own)")->type_name("PATH[:FACE][@SCALE]")->allow_extra_args(false);
        made->add_option("--break", line_break_, "where rows may end (strict)")->check(CLI::IsMember({"strict", "normal", "loose"}));
        made->add_option("--mode", mode_, "how rows are chosen (fit)")->check(CLI::IsMember({"greedy", "fit", "balance"}));
        made->add_option("--autospace", autospace_, "the gap between Han and Latin (on)")->check(CLI::IsMember({"on", "off"}));
        made->add_option("--trim", trim_, "half-width punctuation (on)")->check(CLI::IsMember({"on", "off"}));
        made->add_flag("--breaks", layout_.breaks, "print every allowed break instead: the code points before which a row may start");
    }

    int layout_now() {
        if (text_.empty() && input_.empty()) throw WrongUsage{{"要用 --text 或 --file 给出文字", "give the text with --text or --file"}};
        if (input_.empty()) {
            layout_.texts = {{"1", "", text_}};
        } else {
            layout_.texts = texts_from(read_file(input_).text());
        }
        TextStyle& style = layout_.style;
        if (line_break_ != "strict") style.line_break = line_break_ == "normal" ? LineBreak::kNormal : LineBreak::kLoose;
        if (mode_ != "fit") style.mode = mode_ == "greedy" ? FitMode::kGreedy : FitMode::kBalance;
        style.autospace = autospace_ == "on";
        style.trim = trim_ == "on";
        for (const std::string& name : names_) layout_.fonts.push_back(font_from(name));
        if (layout_.fonts.empty()) layout_.stock = stock_folder();
        std::cout << layout_texts(layout_);
        return 0;
    }

    void add_replay() {
        CLI::App* made = command("replay", "play a replay log again, without a window", [this] { return replay_now(); }, false);
        made->add_option("log", input_, "the log that --record wrote")->required()->type_name("LOG");
        made->add_option("project", project_, "the project folder, or one scene file")->type_name("DIR|FILE");
        made->add_flag("--dump", dump_, "print every frame as text");
    }

    int replay_now() {
        const ReplayLog log = read_log(input_);
        const auto story = open();
        if (log.content_hash != 0 && log.content_hash != hash_scripts(*story)) {
            throw Error({"这份记录属于别的故事，或者故事后来改过", "this log belongs to another story, or the story was edited since"});
        }
        Layouts layouts(*story->fonts);
        std::size_t frames = 0;
        std::uint64_t all = 0;
        play_log(*story, layouts, log, [&](const Frame& frame) {
            if (dump_) std::cout << "frame " << frames << "\n" << to_text(frame);
            all = all * 31 + fingerprint(frame);
            ++frames;
        });
        std::cout << frames << " frames, fingerprint " << all << "\n";
        return 0;
    }

    void add_pack() {
        CLI::App* made = command("pack", "make a story into one file to hand on; needs no compiler", [this] { return pack_now(); });
        made->add_option("--target", packing_.target, "linux, windows, web (a folder for a web server), html (one page), or all (linux)")->check(CLI::IsMember({"linux", "windows", "web", "html", "all"}));
        made->add_option("--out", packing_.out, "the folder for what is made (dist)")->type_name("DIR");
        made->add_option("--runtime", packing_.runtime, "the program that the story is put behind (without it: the one in runtimes/)")->type_name("FILE")->check(CLI::ExistingPath);
    }

    int pack_now() {
        if (!packing_.runtime.empty() && packing_.target == "all") throw WrongUsage{{"--runtime 只能配一个 --target", "--runtime goes with one --target"}};
        packing_.project = scripts();
        return pack_for_targets(packing_, [](const Bilingual& text) { std::cout << text.in(system_language()) << std::endl; });
    }

    CLI::App app_;
    std::function<int()> action_;
    std::string project_, at_, record_, size_, input_, out_, format_, screen_, text_;
    std::string line_break_ = "strict", mode_ = "fit", autospace_ = "on", trim_ = "on";
    LayoutRequest layout_;
    PackRequest packing_;
    std::vector<std::string> sets_, names_;
    std::optional<double> seconds_;
    float scale_ = 1;
    int turns_ = 0;
    bool accept_ = false, software_ = false, force_ = false, interactive_ = false, dump_ = false, once_ = false,
         measure_ = false, steps_ = false;
};

} // namespace

int run_command_line(int argc, char** argv) {
    try {
        return CommandLine().run(argc, argv);
    } catch (const WrongUsage& e) {
        say(e.text);
        return 2;
    } catch (const Error& e) {
        say(e.text());
        return 1;
    } catch (const std::exception& e) {
        say({std::string("出错了：") + e.what(), e.what()});
        return 1;
    }
}

} // namespace liubai
