#include "tools/chat_log_phrases.h"

#include "tools/import_characters.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace liubai {
namespace {

constexpr int kWidestBracket = 24;
constexpr int kWidestSystemLine = 80;

constexpr std::array<std::string_view, 17> kStandIns{
    "image omitted",
    "video omitted",
    "audio omitted",
    "sticker omitted",
    "GIF omitted",
    "document omitted",
    "Contact card omitted",
    "This message was deleted",
    "You deleted this message",
    "This message was deleted.",
    "You deleted this message.",
    "忽略图像",
    "忽略视频",
    "忽略音频",
    "忽略贴图",
    "忽略文档",
    "此消息已删除",
};

constexpr std::array<std::string_view, 20> kSystemPhrases{
    "撤回了一条消息",
    "加入了群聊",
    "加入群聊",
    "退出了群聊",
    "移出了群聊",
    "拍了拍",
    "修改群名为",
    "以上是打招呼的内容",
    "现在可以开始聊天了",
    "领取了你的红包",
    "开启了朋友验证",
    "消息已发出，但被对方拒收",
    "recalled a message",
    "joined the group",
    "left the group",
    "changed the group name",
    "Messages and calls are end-to-end encrypted",
    "joined using this group",
    "Missed voice call",
    "created group",
};

bool ends_with_attachment(std::string_view line) {
    return line.ends_with("(file attached)") || line.ends_with("（文件附件）") || line.ends_with("(文件附件)");
}

/// [图片][捂脸]: nothing but short words in square brackets. A file's or a link's name may follow.
bool is_bracketed(std::string_view line) {
    if (!line.starts_with('[')) return false;
    if (line.starts_with("[文件]") || line.starts_with("[链接]") || line.starts_with("[位置]") ||
        line.starts_with("[File]"))
        return true;
    while (!line.empty()) {
        const std::size_t close = line.find(']');
        if (line[0] != '[' || close == std::string_view::npos || close == 1) return false;
        const std::string_view inside = line.substr(1, close - 1);
        if (inside.find('[') != std::string_view::npos || display_width(inside) > kWidestBracket) return false;
        line = without_edges(line.substr(close + 1));
    }
    return true;
}

} // namespace

bool is_stand_in(std::string_view line) {
    line = without_edges(line);
    if (line.empty()) return false;
    if (line.front() == '<' && line.back() == '>' && line.find('>') == line.size() - 1) {
        constexpr std::array<std::string_view, 6> kWords{"omitted", "attached", "媒体", "多媒体", "附件", "省略"};
        return std::any_of(kWords.begin(), kWords.end(),
                           [&](std::string_view w) { return line.find(w) != std::string_view::npos; });
    }
    if (std::find(kStandIns.begin(), kStandIns.end(), line) != kStandIns.end()) return true;
    return ends_with_attachment(line) || is_bracketed(line);
}

bool is_system_line(std::string_view line) {
    line = without_edges(line);
    if (line.empty() || display_width(line) > kWidestSystemLine) return false;
    return std::any_of(kSystemPhrases.begin(), kSystemPhrases.end(),
                       [&](std::string_view phrase) { return line.find(phrase) != std::string_view::npos; });
}

bool is_narrator(std::string_view name) {
    constexpr std::array<std::string_view, 6> kNames{"旁白", "叙述", "narration", "Narration", "narrator", "Narrator"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_heading(std::string_view name) {
    constexpr std::array<std::string_view, 38> kHeadings{
        "注意",  "例如", "比如", "譬如",  "问题",   "结论", "原因",   "另外",   "答案",    "备注",
        "附言",  "总之", "首先", "其次",  "最后",   "时间", "地点",   "人物",   "标题",    "来源",
        "链接",  "提示", "说明", "日期",  "Note",   "NB",   "PS",     "P.S.",   "Warning", "Example",
        "Title", "Date", "Time", "Place", "Source", "Edit", "Update", "Summary"};
    return std::find(kHeadings.begin(), kHeadings.end(), name) != kHeadings.end();
}

} // namespace liubai
