#include "tools/overflow.h"

#include "game/chapters.h"
#include "game/play.h"
#include "game/setting_steps.h"
#include "game/settings_screen.h"
#include "script/findings.h"
#include "script/project_reader.h"
#include "tools/overflow_book.h"
#include "ui/strings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace liubai {
namespace {

/// What an author wrote that something is wrong with.
struct Written {
    std::string file;
    int line = 0; ///< 0 = the whole file
    Bilingual subject;
    Bilingual hint;
};

/// A line as readers see it, each way once.
struct LineCase {
    struct Way {
        std::vector<ShownText> texts;
        ReadingMode mode = ReadingMode::kBothVoices;
        Language reader = Language::kZh;
    };
    Written written;
    const Speaker* speaker = nullptr;
    std::vector<Way> ways;
};

constexpr ReadingMode kModes[] = {ReadingMode::kBothVoices, ReadingMode::kMine, ReadingMode::kTwoAlways,
                                  ReadingMode::kAsSpoken};

bool same_texts(const std::vector<ShownText>& a, const std::vector<ShownText>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ShownText& x, const ShownText& y) {
        return x.large == y.large && x.language == y.language && x.text == y.text;
    });
}

const Bilingual kShorterTitle{"把标题写短一些", "shorten the title"};

class Proof {
public:
    explicit Proof(const OpenedStory& story)
        : story_(story), content_(story.content), layouts_(*story.fonts), state_(new_game(content_, {}, 1)) {
        state_.reading = begin_reading(content_.story, 1);
        state_.settings.motion = MotionSetting::kReduced;
        for (const std::string& name : content_.story.order) state_.reached.insert(name);
        for (const Language reader : {Language::kZh, Language::kEn}) {
            const auto& all = content_.story.languages;
            if (std::find(all.begin(), all.end(), tag(reader)) != all.end()) readers_.push_back(reader);
        }
        if (readers_.empty()) readers_ = {Language::kZh, Language::kEn};
    }

    OverflowProof run() {
        for (const auto& [name, scene] : content_.scenes) {
            if (!scene) continue;
            gather_lines(*scene);
            if (first_file_.empty()) first_file_ = scene->file;
        }
        if (first_file_.empty()) return {};
        std::vector<ReadingRoom> all;
        for (const float size : kTextSizes) {
            std::vector<ReadingRoom> rooms;
            for (const Window& window : windows()) rooms.push_back(room(window, size));
            for (const ReadingRoom& one : rooms) check_screens(one);
            check_lines(rooms);
            all.insert(all.end(), rooms.begin(), rooms.end());
        }
        check_book(all);
        OverflowProof proof;
        sort_findings(findings_);
        proof.findings = std::move(findings_);
        proof.lines = lines_.size();
        if (proof.findings.empty() && proof.lines > 0) proof.sentence = sentence();
        return proof;
    }

private:
    [[nodiscard]] Bilingual sentence() const {
        std::set<std::string> shapes;
        for (const Window& window : windows()) shapes.insert(window.shape.en);
        const std::string lines = std::to_string(lines_.size());
        const std::string from = std::to_string(static_cast<int>(kTextSizes.front()));
        const std::string to = std::to_string(static_cast<int>(kTextSizes.back()));
        const std::string count = std::to_string(shapes.size());
        return {lines + " 句台词在每种阅读方式、" + from + " 到 " + to + " % 的字号和 " + count + " 种窗口里都放得下",
                lines + (lines == "1" ? " line fits" : " lines fit") + " in every reading mode, from " + from + " to " + to +
                    " %, in " + count + " window shapes"};
    }

    ReadingRoom room(const Window& window, float size) {
        ReadingRoom made{&window, size, canvas_for(window.pixels), {}, {}};
        made.metrics = metrics(made.canvas, window.points, size);
        std::vector<DrawItem> ignored;
        for (const Button& button : put_edge(ignored, screen(made, readers_.front()), 0, "", {})) made.marks.push_back(button.at);
        return made;
    }

    ScreenContext screen(const ReadingRoom& where, Language reader) {
        state_.settings.reader = reader;
        state_.surroundings.canvas = where.canvas;
        return screen_context(state_, content_, layouts_, where.metrics);
    }

    void gather_lines(const Scene& scene) {
        for (const Step& step : scene.steps) {
            const auto* line = std::get_if<Line>(&step.what);
            if (!line) continue;
            LineCase made;
            made.written = written_words(scene, step);
            made.speaker = find_speaker(content_.story, line->speaker);
            for (const Language reader : readers_) {
                for (const ReadingMode mode : kModes) {
                    state_.settings.reader = reader;
                    state_.settings.mode = mode;
                    auto texts = texts_of(state_, content_, *line);
                    const bool known = std::any_of(made.ways.begin(), made.ways.end(), [&](const LineCase::Way& way) {
                        return same_texts(way.texts, texts);
                    });
                    if (!known) made.ways.push_back({std::move(texts), mode, reader});
                }
            }
            lines_.push_back(std::move(made));
        }
    }

    /// Windows whose columns are alike share the layouts of their lines.
    void check_lines(const std::vector<ReadingRoom>& rooms) {
        std::vector<std::vector<const ReadingRoom*>> groups;
        for (const ReadingRoom& one : rooms) {
            const auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& other) {
                return alike(other.front()->metrics, one.metrics);
            });
            if (group == groups.end()) {
                groups.push_back({&one});
            } else {
                group->push_back(&one);
            }
        }
        for (const auto& group : groups) {
            names_.clear();
            for (const LineCase& line : lines_) check_line(line, group);
        }
    }

    void check_line(const LineCase& line, const std::vector<const ReadingRoom*>& group) {
        for (const LineCase::Way& way : line.ways) {
            const std::vector<Ink>* names = line.speaker ? &names_of(line, way.reader, group) : nullptr;
            const bool book = std::all_of(way.texts.begin(), way.texts.end(), [](const ShownText& t) { return t.book; });
            const std::span<const Ink> above = names ? std::span(*names) : std::span<const Ink>();
            std::size_t page = 0;
            std::size_t pages = 0;
            do {
                const Dialogue shown = lay_out_dialogue(way.texts, page, group.front()->metrics, layouts_, rhythm_);
                pages = shown.pages.size();
                auto flaw = flaw_of_page(layouts_.fonts(), shown, book, group, above);
                if (!flaw && page == 0 && pages > 1 && loses_words(way.texts, shown.pages)) flaw = Flaw::kLoses;
                if (flaw) report(line.written, *flaw, *group.front(), mode_name(way.mode));
            } while (++page < pages);
        }
    }

    /// The name in each window of a group, checked when it is first asked for.
    const std::vector<Ink>& names_of(const LineCase& line, Language reader, const std::vector<const ReadingRoom*>& group) {
        const auto [found, is_new] = names_.try_emplace({line.speaker, reader});
        if (!is_new) return found->second;
        for (const ReadingRoom* one : group) {
            const Metrics& m = one->metrics;
            Dialogue dialogue;
            dialogue.block = {m.column.x, 0, m.column.w, 0};
            DialogueView view;
            view.speaker = line.speaker;
            view.reader = reader;
            std::vector<DrawItem> items;
            put_dialogue(items, dialogue, view, m, content_.look.ui, layouts_, rhythm_);
            std::vector<PlacedGlyph> name;
            std::vector<PlacedGlyph> seal;
            for (const DrawItem& item : items) {
                const auto* glyphs = std::get_if<GlyphsItem>(&item);
                if (!glyphs) continue;
                auto& part = glyphs->glyphs.front().at.y > 0 ? seal : name; // the name stands above the block
                part.insert(part.end(), glyphs->glyphs.begin(), glyphs->glyphs.end());
            }
            found->second.push_back(ink_of(layouts_.fonts(), name));
            if (const auto flaw = flaw_of_name(found->second.back(), *one)) report(written_name(line), *flaw, *one);
            if (leaves_stamp(ink_of(layouts_.fonts(), seal), *one)) report(written_seal(line), Flaw::kTooLarge, *one);
        }
        return found->second;
    }

    void check_screens(const ReadingRoom& where) {
        for (const Language reader : readers_) {
            const ScreenContext c = screen(where, reader);
            check(where, title(), [&](Items& items) { return put_title_screen(items, c, true, true); });
            const std::size_t pages = count_end_pages(c);
            for (std::size_t page = 0; page < pages; ++page)
                check(where, page == 0 ? title() : credits(), [&](Items& items) { return put_end_screen(items, c, page); });
            const auto chapters = chapter_rows(state_, content_);
            for (std::size_t page = 0; page < chapter_pages(c, chapters).size(); ++page)
                check(where, title(), [&](Items& items) { return put_chapters_screen(items, c, chapters, page); });
            for (std::size_t tab = 0; tab < kSettingsTabs; ++tab) {
                state_.ui.picked = tab;
                check(where, title(), [&](Items& items) {
                    return put_settings_screen(items, c, settings_view(state_, content_));
                });
            }
            for (const auto& [name, scene] : content_.scenes) {
                if (scene) check_scene(where, c, *scene);
            }
        }
    }

    void check_scene(const ReadingRoom& where, const ScreenContext& c, const Scene& scene) {
        check(where, written_title(scene), [&](Items& items) { return put_menu_screen(items, c, scene.title); });
        for (const Step& step : scene.steps) {
            if (const auto* card = std::get_if<ChapterCard>(&step.what)) {
                check(where, written_card(scene, step), [&](Items& items) {
                    put_chapter_card(items, c, *card);
                    return std::vector<Button>{};
                });
            } else if (const auto* choice = std::get_if<Choice>(&step.what)) {
                std::vector<std::size_t> open;
                for (std::size_t i = 0; i < choice->options.size(); ++i) open.push_back(i);
                check(where, written_words(scene, step), [&](Items& items) {
                    auto buttons = put_choice(items, c, *choice, open, state_.reading.variables);
                    const auto marks = put_edge(items, c, 0, "", {}); // its two marks are drawn too
                    buttons.insert(buttons.end(), marks.begin(), marks.end());
                    return buttons;
                });
            }
        }
    }

    void check_book(const std::vector<ReadingRoom>& rooms) {
        for (const BookFlaw& found : flaws_of_book(content_, layouts_, readers_, rooms)) {
            const auto& screen = found.screen == ScreenKind::kBacklog ? strings::kBacklog : strings::kDocument;
            const bool has_mode = found.part == BookPart::kWords && found.screen == ScreenKind::kBacklog;
            const Bilingual mode = has_mode ? mode_name(found.mode) : Bilingual{};
            const Bilingual place{screen.zh + (has_mode ? "，" : "") + mode.zh,
                                  screen.en + (has_mode ? ", " : "") + mode.en};
            report(written_in_book(found), found.flaw, *found.where, place);
        }
    }

    Written written_in_book(const BookFlaw& found) {
        const auto& steps = found.scene->steps;
        switch (found.part) {
        case BookPart::kHead:
        case BookPart::kScene: break;
        case BookPart::kChapter: // the last card before
            for (std::size_t i = found.step; i-- > 0;) {
                if (std::holds_alternative<ChapterCard>(steps[i].what)) return written_card(*found.scene, steps[i]);
            }
            break;
        case BookPart::kName: {
            LineCase line;
            line.written = written_words(*found.scene, steps[found.step]);
            line.speaker = found.speaker;
            return found.flaw == Flaw::kTooLarge ? written_seal(line) : written_name(line);
        }
        case BookPart::kWords: return written_words(*found.scene, steps[found.step]);
        }
        return written_title(*found.scene);
    }

    template <typename Put>
    void check(const ReadingRoom& where, const Written& written, const Put& put) {
        Items items;
        const std::vector<Button> buttons = put(items);
        const auto flaw = flaw_of_screen(layouts_.fonts(), items, buttons, where);
        if (flaw) report(written, *flaw, where);
    }

    const Source& source(const std::string& file) {
        auto& known = sources_[file];
        if (!known) known = std::make_unique<Source>(file, std::string(story_.project.read(file).text()));
        return *known;
    }

    /// The line of a key at the left margin; 0 = none.
    int line_of(const std::string& file, const std::string& key) {
        const Source& text = source(file);
        for (int number = 1; number <= text.line_count(); ++number) {
            if (text.line(number).starts_with(key + ":")) return number;
        }
        return 0;
    }

    /// The project's file, or the first scene of a story without one.
    [[nodiscard]] std::string project_file() const {
        return story_.project.has(kProjectFile) ? kProjectFile : first_file_;
    }

    /// A line or a choice.
    static Written written_words(const Scene& scene, const Step& step) {
        if (std::holds_alternative<Choice>(step.what)) {
            return {scene.file,
                    step.file_line,
                    {"这个选择", "this choice"},
                    {"选项少一些、短一些；长的问题写成前面的一句台词",
                     "fewer or shorter options; make a long question a line before it"}};
        }
        return {scene.file,
                step.file_line,
                {"这一句", "this line"},
                {"分成几句，或改短最长的词", "split it into several lines, or shorten its longest word"}};
    }

    Written written_title(const Scene& scene) {
        return {scene.file, line_of(scene.file, "title"), {"场景的标题", "the scene’s title"}, kShorterTitle};
    }

    static Written written_card(const Scene& scene, const Step& step) {
        return {scene.file, step.file_line, {"这张卡片的标题", "this card’s title"}, kShorterTitle};
    }

    Written title() {
        return {project_file(), line_of(project_file(), "title"), {"故事的标题", "the story’s title"}, kShorterTitle};
    }

    Written credits() {
        return {project_file(), line_of(project_file(), "credits"), {"片尾名单", "the list of credits"},
                {"把长的一项分成几项", "split a long row into several"}};
    }

    /// Where a part of a speaker is written: in cast.yaml, or where they first speak.
    Written written_in_cast(const LineCase& line, std::string_view key) {
        Written written = line.written;
        if (!story_.project.has(kCastFile)) return written;
        written.file = kCastFile;
        written.line = line_of(kCastFile, line.speaker->id);
        const Source& text = source(kCastFile);
        for (int number = std::max(1, written.line); number <= text.line_count(); ++number) {
            if (text.line(number).find(key) == std::string_view::npos) continue;
            written.line = number;
            break;
        }
        return written;
    }

    Written written_name(const LineCase& line) {
        Written written = written_in_cast(line, "name:");
        written.subject = {"“" + line.speaker->id + "”的名字", "the name of \"" + line.speaker->id + "\""};
        written.hint = {"在 cast.yaml 里写一个短一些的 name", "give a shorter name in cast.yaml"};
        return written;
    }

    Written written_seal(const LineCase& line) {
        Written written = written_in_cast(line, "seal:");
        written.subject = {"“" + line.speaker->id + "”的印", "the seal of \"" + line.speaker->id + "\""};
        written.hint = {"seal 只写一个字", "write a seal of one character"};
        return written;
    }

    /// One finding for each place of a file: sizes rise, so it tells the smallest at which something is wrong.
    /// `place`: the reading mode or the screen; empty where there is no need to tell.
    void report(const Written& written, Flaw flaw, const ReadingRoom& where, const Bilingual& place = {}) {
        if (!reported_.emplace(written.file, written.line, written.subject.en).second) return;
        Findings findings(source(written.file), findings_);
        const std::string size = std::to_string(static_cast<int>(where.text_size));
        Bilingual told;
        if (!place.en.empty()) told = {"（" + place.zh + "）", " (" + place.en + ")"};
        const Spot spot{written.line, indent_of(source(written.file).line(written.line)), 0};
        findings.add_in_both("text-overflow", spot,
                             {written.subject, where.window->shape, {size, size}, told, words_of(flaw), written.hint});
    }

    const OpenedStory& story_;
    const Content& content_;
    Layouts layouts_;
    GameState state_;
    const Rhythm rhythm_;
    std::vector<Language> readers_;
    std::vector<LineCase> lines_;
    std::string first_file_; ///< of a scene
    std::map<std::pair<const Speaker*, Language>, std::vector<Ink>> names_; ///< of the windows being checked
    std::map<std::string, std::unique_ptr<Source>> sources_;
    std::set<std::tuple<std::string, int, std::string>> reported_;
    Diagnostics findings_;
};

} // namespace

OverflowProof prove_no_overflow(const OpenedStory& story) { return Proof(story).run(); }

} // namespace liubai
