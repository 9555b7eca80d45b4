#include "tools/read.h"

#include "ui/dialogue.h"

#include <charconv>
#include <istream>
#include <ostream>
#include <string>

namespace liubai {
namespace {

constexpr std::string_view kSilence = "（  ）";
constexpr int kMostLines = 1000000;

class TextReader {
public:
    TextReader(OpenedStory& story, const ReadOptions& options, std::istream& in, std::ostream& out)
        : story_(story), options_(options), in_(in), out_(out) {}

    void run() {
        reading_ = begin_reading(story_.content.story, 1);
        const FindScene find = [this](const std::string& name) { return story_.content.scene(name); };
        const auto visitor = [this](const auto& event) { return arrive(event); };
        while (std::visit(visitor, advance(reading_, story_.content.story, find))) {}
    }

private:
    [[nodiscard]] const std::string& mine() const { return mine_; }

    bool arrive(const AtLine& e) {
        if (++lines_ > kMostLines) return false;
        const Line& line = *e.line;
        const auto texts = reading_texts(line, options_.settings.mode, options_.settings.reader);
        const Speaker* speaker = find_speaker(story_.content.story, line.speaker);
        const std::string name = speaker ? in_language(speaker->name, mine()) : "";
        const std::string colon = mine() == "zh" ? "：" : ": ";
        bool first = true;
        for (const ShownText& text : texts) {
            const std::string words = plain(with_variables(text.text, reading_.variables), kSilence);
            out_ << (first ? (name.empty() ? "" : name + colon) : "    ") << words << "\n";
            first = false;
        }
        hear(reading_, line.text);
        return wait();
    }
    bool arrive(const AtChoice& e) {
        if (e.open.empty() || ++lines_ > kMostLines) return false;
        const auto text = [&](const RichText& own, const Texts& others) {
            const auto found = others.find(mine());
            return plain(with_variables(found == others.end() ? own : found->second, reading_.variables), kSilence);
        };
        const std::string prompt = text(e.choice->prompt, e.choice->others);
        if (!prompt.empty()) out_ << prompt << "\n";
        for (std::size_t i = 0; i < e.open.size(); ++i) {
            const ChoiceOption& option = e.choice->options[e.open[i]];
            out_ << "  " << i + 1 << ". " << text(option.text, option.others) << "\n";
        }
        const std::size_t picked = pick(e.open.size());
        if (picked == 0) return false;
        if (!options_.interactive) out_ << "  > 1\n";
        choose(reading_, *e.choice, e.open[picked - 1]);
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

    bool wait() {
        if (!options_.interactive) return true;
        out_.flush();
        std::string ignored;
        return static_cast<bool>(std::getline(in_, ignored));
    }

    /// 1 … count, or 0 when the input ended.
    std::size_t pick(std::size_t count) {
        if (!options_.interactive) return 1;
        out_ << "> " << std::flush;
        for (std::string answer; std::getline(in_, answer); out_ << "> " << std::flush) {
            std::size_t number = 0;
            const auto result = std::from_chars(answer.data(), answer.data() + answer.size(), number);
            if (result.ec == std::errc() && number >= 1 && number <= count) return number;
            out_ << (mine() == "zh" ? "请输入 1 到 " : "a number from 1 to ") << count << "\n";
        }
        return 0;
    }

    OpenedStory& story_;
    const ReadOptions& options_;
    std::istream& in_;
    std::ostream& out_;
    std::string mine_ = tag(options_.settings.reader);
    Reading reading_;
    int lines_ = 0;
};

} // namespace

void read_story(OpenedStory& story, const ReadOptions& options, std::istream& in, std::ostream& out) {
    TextReader(story, options, in, out).run();
}

} // namespace liubai
