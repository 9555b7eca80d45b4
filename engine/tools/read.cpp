#include "tools/read.h"

#include "tools/read_rows.h"

#include <ostream>
#include <string>

namespace liubai {
namespace {

constexpr int kMostLines = 1000000;

class TextReader {
public:
    TextReader(OpenedStory& story, const Settings& settings, std::ostream& out)
        : story_(story), settings_(settings), out_(out) {}

    void run() {
        reading_ = begin_reading(story_.content.story, 1);
        const FindScene find = [this](const std::string& name) { return story_.content.scene(name); };
        const auto visitor = [this](const auto& event) { return arrive(event); };
        while (std::visit(visitor, advance(reading_, story_.content.story, find))) {}
    }

private:
    [[nodiscard]] const std::string& mine() const { return mine_; }

    void print(const std::vector<std::string>& rows) {
        for (const std::string& row : rows) out_ << row << "\n";
    }

    bool arrive(const AtLine& e) {
        if (++lines_ > kMostLines) return false;
        print(line_rows(*e.line, story_.content.story, reading_.variables, settings_));
        hear(reading_, e.line->text);
        return true;
    }
    bool arrive(const AtChoice& e) {
        if (e.open.empty() || ++lines_ > kMostLines) return false;
        print(prompt_rows(*e.choice, reading_.variables, settings_));
        print(option_rows(e, reading_.variables, settings_));
        out_ << "  > 1\n";
        choose(reading_, *e.choice, e.open[0]);
        return true;
    }
    bool arrive(const AtSceneStart& e) {
        const std::string title = in_language(e.scene->title, mine());
        out_ << "\n";
        if (!title.empty()) out_ << "# " << title << "\n\n";
        return true;
    }
    bool arrive(const AtCard& e) {
        out_ << "\n## " << in_language(e.card->title, mine()) << "\n\n";
        return true;
    }
    bool arrive(const AtParagraphEnd&) {
        out_ << "\n";
        return true;
    }
    bool arrive(const AtTurnEnd&) { return true; }
    bool arrive(const AtPause&) { return true; }
    bool arrive(const AtStage&) { return true; }
    bool arrive(const NeedsScene& e) {
        if (story_.content.scenes.contains(e.scene)) return false;
        load_scene_now(story_, e.scene);
        return true;
    }
    bool arrive(const AtEnd&) {
        out_ << "\n" << (mine() == "zh" ? "（完）" : "(The end)") << "\n";
        return false;
    }

    OpenedStory& story_;
    const Settings& settings_;
    std::ostream& out_;
    std::string mine_ = tag(settings_.reader);
    Reading reading_;
    int lines_ = 0;
};

} // namespace

void read_story(OpenedStory& story, const Settings& settings, std::ostream& out) { TextReader(story, settings, out).run(); }

} // namespace liubai
