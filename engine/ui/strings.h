#pragma once
// Every sentence of the interface, in both languages.

#include "base/bilingual.h"

namespace liubai::strings {

inline const Bilingual kBegin{"开始", "Begin"};
inline const Bilingual kContinue{"继续", "Continue"};
inline const Bilingual kBackToTitle{"回到标题", "Back to the title"};
inline const Bilingual kQuit{"退出", "Quit"};
inline const Bilingual kSettings{"设置", "Settings"};
inline const Bilingual kBack{"返回", "Back"};
inline const Bilingual kBacklog{"回看", "Backlog"};
inline const Bilingual kDocument{"对照全文", "Side by side"};
inline const Bilingual kSave{"存档", "Save"};
inline const Bilingual kLoad{"读档", "Load"};
inline const Bilingual kChapters{"章节", "Chapters"};
inline const Bilingual kMenu{"菜单", "Menu"};
inline const Bilingual kSkip{"跳过", "Skip"};
inline const Bilingual kTheEnd{"完", "The end"};
inline const Bilingual kThanks{"谢谢你读到这里。", "Thank you for reading."};
inline const Bilingual kReadingMode{"阅读方式", "Reading"};
inline const Bilingual kInterface{"界面语言", "Language"};
inline const Bilingual kChinese{"中文", "中文"};
inline const Bilingual kEnglish{"English", "English"};

inline const Bilingual kTextSize{"字号", "Text size"};
inline const Bilingual kTextSpeed{"文字速度", "Text speed"};
inline const Bilingual kPinyin{"拼音", "Pinyin"};
inline const Bilingual kVolume{"音量", "Volume"};
inline const Bilingual kBlips{"打字声", "Typing sounds"};
inline const Bilingual kMotion{"动态", "Motion"};
inline const Bilingual kFullscreen{"全屏", "Full screen"};

inline const Bilingual kOn{"开", "On"};
inline const Bilingual kOff{"关", "Off"};
inline const Bilingual kSlow{"慢", "Slow"};
inline const Bilingual kNormal{"适中", "Normal"};
inline const Bilingual kFast{"快", "Fast"};
inline const Bilingual kInstant{"立即", "At once"};
inline const Bilingual kMotionAuto{"自动", "Automatic"};
inline const Bilingual kMotionFull{"完整", "Full"};
inline const Bilingual kMotionReduced{"减少", "Reduced"};

inline const Bilingual kNothingToSkip{"这一行还没有读过。", "This line has not been read yet."};
inline const Bilingual kSkipStops{"快进在这里停下。", "Skipping stops here."};
inline const Bilingual kAutomaticPages{"自动翻页", "Automatic pages"};
inline const Bilingual kSkipRead{"快进", "Skip ahead"};
inline const Bilingual kAutomatic{"自动", "Auto"};
inline const Bilingual kSkipping{"快进", "Skipping"};
inline const Bilingual kAutoOn{"自动翻页", "Pages turn by themselves"};
inline const Bilingual kAutoOff{"不再自动翻页", "Pages wait for you again"};
inline const Bilingual kSpeechOff{"不朗读", "Nothing is read aloud"};
inline const Bilingual kSpeechVoice{"朗读", "Read aloud"};
inline const Bilingual kSpeechClipboard{"文字送到剪贴板", "Words go to the clipboard"};
inline const Bilingual kSaved{"已保存", "Saved"};
inline const Bilingual kCopied{"已复制这一行", "Line copied"};
inline const Bilingual kNoSave{"还没有存档。", "There is no save yet."};
inline const Bilingual kOtherStory{"这份存档属于另一个故事。", "This save belongs to another story."};
inline const Bilingual kFoundByText{"故事改过；找到了同一句话。", "The story was edited; the same words were found."};
inline const Bilingual kFoundByNeighbours{"故事改过；从前后两句之间继续。", "The story was edited; you go on between the lines around it."};
inline const Bilingual kFoundSceneStart{"故事改过，那一句已经不在；从这一场的开头继续。",
                                        "The story was edited and that line is gone; you go on from the scene’s start."};
inline const Bilingual kSceneGone{"存档里的那一场已经不在故事里了。", "The scene of this save is no longer in the story."};

inline const Bilingual kSearch{"查找", "Search"};
inline const Bilingual kSearchEnd{"不再查找", "Close search"};
inline const Bilingual kSearchHint{"要找的字句，汉字也可以写拼音", "Words to find; pinyin finds Chinese"};
inline const Bilingual kNotFound{"没有找到", "Nothing found"};
inline const Bilingual kEarlier{"往前", "Earlier"};
inline const Bilingual kLater{"往后", "Later"};
inline const Bilingual kCopyLine{"复制这一行", "Copy this line"};
inline const Bilingual kNothingRead{"还没有读到第一句。", "Nothing has been read yet."};

inline const Bilingual kBothVoices{"听两种声音", "Both voices"};
inline const Bilingual kMine{"只读中文", "Only English"};
inline const Bilingual kTwoAlways{"总是双语", "Two languages, always"};
inline const Bilingual kAsSpoken{"原话", "As spoken"};

inline const Bilingual kSpaceKey{"空格", "Space"};
inline const Bilingual kEraseKey{"删除", "Delete"};
inline const Bilingual kDoneKey{"完成", "Done"};

inline const Bilingual kAutoSlotName{"自动存档", "Autosave"};
inline const Bilingual kQuickSlotName{"快速存档", "Quick save"};
inline const Bilingual kDelete{"删除", "Delete"};
inline const Bilingual kCancel{"取消", "Cancel"};
inline const Bilingual kOverwrite{"覆盖", "Overwrite"};
inline const Bilingual kAskDelete{"删除这份存档？", "Delete this save?"};
inline const Bilingual kAskOverwrite{"覆盖这份存档？", "Overwrite this save?"};
inline const Bilingual kNameSave{"给这份存档起个名字", "A name for this save"};
inline const Bilingual kNameOptional{"可以不写", "optional"};
inline const Bilingual kNothingToSave{"还没有可以保存的。", "There is nothing to save yet."};
inline const Bilingual kEmptySlot{"空的存档位", "Empty slot"};

} // namespace liubai::strings
