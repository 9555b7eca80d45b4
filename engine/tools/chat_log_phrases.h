#pragma once
// What chat programs write by themselves. Part of reading a chat log.

#include <string_view>

namespace liubai {

/// A whole line that stands for something that is no text: "[图片]", "[捂脸]", "<Media omitted>", "image omitted",
/// "IMG_1.jpg (file attached)", "This message was deleted".
bool is_stand_in(std::string_view line);

/// A whole line that the program itself says: "你撤回了一条消息", "林溪邀请阿哲加入了群聊".
bool is_system_line(std::string_view line);

/// A label that means narration: 旁白, narration, Narrator.
bool is_narrator(std::string_view name);

/// A word before a colon that is hardly anybody's name: 注意, 例如, Note, PS.
bool is_heading(std::string_view name);

} // namespace liubai
