#include "tools/import.h"

#include "tools/encoding.h"
#include "tools/import_cast.h"
#include "tools/import_characters.h"
#include "tools/import_scenes.h"

#include "base/error.h"
#include "base/rich_text.h"
#include "script/quote.h"

#include <algorithm>
#include <set>

namespace liubai {
namespace {

using Notes = std::vector<Bilingual>;

std::string number(std::size_t n) { return std::to_string(n); }
std::string number(int n) { return std::to_string(n); }

Bilingual form_note(HeaderForm form) {
    switch (form) {
    case HeaderForm::kNone:
        return {"没有找到说话人，全部当作旁白。", "no speakers were found; all of it is narration."};
    case HeaderForm::kBracket: return {"格式：[名字]: 正文。", "form: [name]: text."};
    case HeaderForm::kLabel: return {"格式：名字：正文。", "form: name: text."};
    case HeaderForm::kTimed:
        return {"格式：聊天记录，时间和名字与正文同行。", "form: chat log, time and name on the line of the text."};
    case HeaderForm::kAbove:
        return {"格式：聊天记录，名字和时间在正文上一行。", "form: chat log, name and time above the text."};
    }
    return {};
}

void rename(ChatLog& log, const ImportOptions& options, Notes& notes) {
    for (const auto& [from, to] : options.names) {
        int turns = 0;
        int mentions = 0;
        for (ChatTurn& turn : log.turns) {
            if (turn.speaker == from || turn.from == from) {
                (turn.speaker == from ? turn.speaker : turn.from) = to;
                ++turns;
            }
            for (const ChatParagraph& paragraph : turn.paragraphs) {
                for (const std::string& piece : paragraph) mentions += piece.find(from) != std::string::npos ? 1 : 0;
            }
        }
        if (turns == 0) notes.push_back({"没有名叫「" + from + "」的说话人。", "nobody called “" + from + "” speaks."});
        if (mentions > 0) {
            notes.push_back(
                {"「" + from + "」还在正文里出现 " + number(mentions) + " 行；正文不改。",
                 "“" + from + "” still stands in " + number(mentions) + " lines of text; the text is not changed."});
        }
    }
}

void note_cast(const ImportedCast& cast, Notes& notes) {
    for (const ImportedSpeaker& speaker : cast.speakers) {
        const std::string zh = speaker.name == speaker.id ? "" : "（编号 " + speaker.id + "）";
        const std::string en = speaker.name == speaker.id ? "" : " (id " + speaker.id + ")";
        notes.push_back({"说话人「" + speaker.name + "」" + zh + "：" + number(speaker.turns) + " 次，语言 " +
                             speaker.language + "。",
                         "speaker “" + speaker.name + "”" + en + ": " + number(speaker.turns) + " turns, language " +
                             speaker.language + "."});
    }
}

void note_counts(const ImportCounts& counts, std::size_t scenes, Notes& notes) {
    notes.push_back({number(scenes) + " 场，" + number(counts.lines) + " 行。",
                     number(scenes) + (scenes == 1 ? " scene, " : " scenes, ") + number(counts.lines) +
                         (counts.lines == 1 ? " line." : " lines.")});
    if (counts.long_sentences > 0) {
        notes.push_back({number(counts.long_sentences) + " 句太长，已在破折号、冒号、分号或逗号处断开。",
                         number(counts.long_sentences) +
                             " sentences were too long and were split at a dash, colon, semicolon or comma."});
    }
    if (counts.long_lines > 0) {
        notes.push_back(
            {number(counts.long_lines) + " 行仍然太长，没有合适的断处（不在引号和括号里断）。",
             number(counts.long_lines) + " lines are still too long: no place to split outside quotes and brackets."});
    }
    if (counts.silences > 0) {
        notes.push_back({"标出 " + number(counts.silences) + " 处空缺 <unsaid>。",
                         number(counts.silences) + " missing words were marked <unsaid>."});
    }
    if (counts.checks > 0) {
        notes.push_back(
            {number(counts.checks) + " 条系统消息、图片或表情成了旁白，标着 # check。",
             number(counts.checks) + " system lines, pictures or stickers became narration, marked # check."});
    }
    if (counts.variables > 0) {
        notes.push_back(
            {number(counts.variables) + " 行里有 ${…}，会被当作变量；请改写。",
             number(counts.variables) + " lines hold ${…}, which is read as a variable; please reword them."});
    }
}

/// The story's title is not in the log: the folder's name stands for it.
std::string title_of(const std::string& out) {
    std::string_view path = out;
    while (path.ends_with('/') || path.ends_with('\\')) path.remove_suffix(1);
    const std::size_t slash = path.find_last_of("/\\");
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    return path.empty() || path == "." || path == ".." ? "留白" : std::string(path);
}

std::string list_of(const std::vector<std::string>& items) {
    std::string out;
    for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
    return "[" + out + "]";
}

std::string project_yaml(const ImportedCast& cast, const std::vector<std::string>& scenes, const std::string& title) {
    std::string titles;
    for (const std::string& language : cast.languages)
        titles += (titles.empty() ? "" : ", ") + language + ": " + flow_text(title);
    std::string out = "title: {" + titles + "}\nversion: 1\nlanguage: " + cast.language +
                      "\nlanguages: " + list_of(cast.languages) + "\nscenes:\n";
    for (const std::string& scene : scenes) out += "  - " + scene + "\n";
    return out;
}

std::string scene_name(std::size_t index, std::size_t count) {
    const std::size_t width = std::max<std::size_t>(2, number(count).size());
    const std::string n = number(index + 1);
    return "scene_" + std::string(width - n.size(), '0') + n;
}

/// U+FFFC, where a program had a picture. A scene keeps it for its own silences.
std::string without_object_marks(std::string text, Notes& notes) {
    std::size_t count = 0;
    for (std::size_t at = text.find(kGapUtf8); at != std::string::npos; at = text.find(kGapUtf8, at)) {
        text.erase(at, kGapUtf8.size());
        ++count;
    }
    if (count > 0) {
        notes.push_back({"去掉了 " + number(count) + " 个附件占位符 U+FFFC。",
                         number(count) + " marks of attachments (U+FFFC) were left out."});
    }
    return text;
}

void note_left_out(const std::vector<std::string>& left_out, Notes& notes) {
    if (left_out.empty()) return;
    std::string all;
    for (const std::string& one : std::set<std::string>(left_out.begin(), left_out.end()))
        all += (all.empty() ? "" : " ") + one;
    notes.push_back({"名字后的号码没有保留：" + all + "。", "numbers behind names were left out: " + all + "."});
}

} // namespace

ImportResult import_text(std::string_view bytes, const ImportOptions& options) {
    ImportResult result;
    const DecodedText decoded = decode_text(bytes);
    result.notes.push_back({"编码：" + decoded.encoding + "。", "encoding: " + decoded.encoding + "."});
    const std::string text = without_object_marks(decoded.text, result.notes);
    ChatLog log = read_chat_log(text);
    if (log.turns.empty()) throw Error({"文件里没有文字。", "there is no text in the file."});
    result.notes.push_back(form_note(log.form));
    for (Bilingual& note : log.notes) result.notes.push_back(std::move(note));
    note_left_out(log.left_out, result.notes);
    rename(log, options, result.notes);

    const ImportedCast cast = gather_cast(log, tag(options.language));
    note_cast(cast, result.notes);
    ImportCounts counts;
    const auto scenes = cut_scenes(import_turns(log, cast, counts), options.turns);
    note_counts(counts, scenes.size(), result.notes);

    std::vector<std::string> names;
    for (std::size_t i = 0; i < scenes.size(); ++i) names.push_back(scene_name(i, scenes.size()));
    result.files.emplace_back("scenes/project.yaml", project_yaml(cast, names, title_of(options.out)));
    result.files.emplace_back("scenes/cast.yaml", cast_yaml(cast));
    const std::vector<ImportedScene> staged = stage_scenes(scenes);
    for (std::size_t i = 0; i < scenes.size(); ++i) {
        result.files.emplace_back("scenes/" + names[i] + ".yaml", scene_yaml(scenes[i], staged[i], cast));
    }
    return result;
}

} // namespace liubai
