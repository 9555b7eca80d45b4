#include "tools/export.h"

#include "tools/import_cast.h"
#include "tools/split_lines.h"

#include "base/error.h"
#include "script/project.h"

#include <algorithm>
#include <string_view>

namespace liubai {

void refuse_errors(const Diagnostics& findings) {
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::kError; });
    if (found == findings.end()) return;
    const std::string place = found->file + ":" + std::to_string(found->line) + ": ";
    throw Error({"不能导出，" + place + found->message.zh, "cannot export, " + place + found->message.en});
}

namespace {

class Transcript {
public:
    explicit Transcript(const Story& story) : story_(story) {}

    void add(const Scene& scene) {
        end_turn();
        for (const Step& step : scene.steps) {
            if (const auto* line = std::get_if<Line>(&step.what)) add_line(*line);
            if (std::holds_alternative<ParagraphEnd>(step.what)) paragraph_ended_ = true;
            if (std::holds_alternative<TurnEnd>(step.what)) end_turn();
        }
    }

    std::string text() && { return text_.empty() ? std::string() : std::move(text_) + "\n"; }

private:
    void end_turn() { in_turn_ = false; }

    void add_line(const Line& line) {
        const std::string words = plain(line.text, "");
        if (!in_turn_ || line.speaker != speaker_) {
            if (!text_.empty()) text_ += '\n';
            text_ += "[" + label(line.speaker) + "]: ";
        } else if (paragraph_ended_) {
            text_ += "\n\n";
        } else {
            text_ += between_lines(last_words_, words);
        }
        text_ += words;
        last_words_ = words;
        speaker_ = line.speaker;
        in_turn_ = true;
        paragraph_ended_ = false;
    }

    std::string label(const std::string& id) const {
        if (id.empty()) return story_.language == "zh" ? "旁白" : "narration";
        std::vector<std::string> names;
        if (const Speaker* speaker = find_speaker(story_, id)) {
            for (const auto& [language, name] : speaker->name) names.push_back(name);
        }
        return transcript_label(id, names);
    }

    const Story& story_;
    std::string text_;
    std::string speaker_;
    std::string last_words_;
    bool in_turn_ = false;
    bool paragraph_ended_ = false;
};

} // namespace

std::string export_transcript(const Folder& project, const std::string& file) {
    constexpr std::string_view kScenes = "scenes/";
    const bool one_of_project = file.starts_with(kScenes);
    Project loaded = file.empty() || one_of_project ? load_project(project) : load_single(project, file);
    refuse_errors(loaded.findings);
    if (one_of_project) loaded.story.order = {file.substr(kScenes.size(), file.rfind('.') - kScenes.size())};
    Transcript transcript(loaded.story);
    for (const std::string& name : loaded.story.order) {
        const LoadedScene scene = load_scene(project, scene_file(project, loaded.story, name), loaded.story);
        refuse_errors(scene.findings);
        transcript.add(scene.scene);
    }
    return std::move(transcript).text();
}

} // namespace liubai
