#include "game/speaking.h"

#include "game/play.h"
#include "text/spoken.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::string_view kSilence = "（  ）";

using Parts = std::vector<SpokenPart>;

void add(Parts& parts, const RichText& text, const std::string& language) {
    for (SpokenPart& part : spoken_parts(text, language)) parts.push_back(std::move(part));
}

/// Who speaks, then the words: in the reader's language where the line has it, as a voice can say one thing at a time.
Parts line_parts(const GameState& state, const Content& content, Layouts& layouts, const Line& line) {
    const std::string mine = tag(state.settings.reader);
    const Dialogue dialogue = dialogue_now(state, content, layouts);
    Parts parts;
    if (const Speaker* speaker = find_speaker(content.story, line.speaker))
        add(parts, {in_language(speaker->name, mine), {}, {}}, mine);
    const auto texts = texts_now(state, content);
    for (std::size_t i = 0; i < dialogue.texts.size(); ++i) {
        const bool wanted = dialogue.texts[i].large || dialogue.texts.size() == 1;
        if (wanted) add(parts, dialogue.texts[i].text, i < texts.size() ? texts[i].language : mine);
    }
    return parts;
}

/// What stands on the screen, and its name: said again only when the name is another one.
struct ToSay {
    std::string name;
    Parts parts;
};

ToSay what_stands(const GameState& state, const Content& content, Layouts& layouts, const std::vector<Button>& buttons) {
    const Ui& ui = state.ui;
    ToSay say;
    say.name = std::to_string(static_cast<int>(ui.screen));
    const bool chooses = ui.screen == ScreenKind::kReading && state.moment.kind == MomentKind::kChoice;
    if (ui.screen == ScreenKind::kReading && !chooses) {
        const Line* line = current_line(state, content);
        if (!line) return {};
        say.name += "|" + line->id + "|" + std::to_string(state.moment.page) + "|" +
                    std::to_string(static_cast<int>(state.settings.mode)) + tag(state.settings.reader);
        say.parts = line_parts(state, content, layouts, *line);
        return say;
    }
    if (ui.focus < buttons.size()) {
        const Button& button = buttons[ui.focus];
        say.name += "|" + button.label;
        add(say.parts, {button.label, {}, {}}, tag(state.settings.reader));
    }
    return say;
}

std::string as_text(const Parts& parts) {
    std::string text;
    for (const SpokenPart& part : parts) {
        if (!text.empty()) text += ' ';
        text += part.text.empty() ? std::string(kSilence) : part.text;
    }
    return text;
}

} // namespace

void speak_what_is_new(GameState& state, const Content& content, Layouts& layouts, const std::vector<Button>& buttons,
                       std::vector<Request>& requests) {
    const SpeechSetting speech = state.settings.speech;
    if (speech == SpeechSetting::kOff) {
        if (!state.said.empty()) requests.emplace_back(SpeakRequest{{}, true});
        state.said.clear();
        return;
    }
    ToSay say = what_stands(state, content, layouts, buttons);
    if (say.name == state.said) return;
    state.said = say.name;
    if (say.parts.empty()) return;
    if (speech == SpeechSetting::kClipboard) {
        requests.emplace_back(CopyRequest{as_text(say.parts)});
        return;
    }
    requests.emplace_back(SpeakRequest{std::move(say.parts), true});
}

} // namespace liubai
