#pragma once
// Every sentence of the interface, in both languages.

#include "base/bilingual.h"

namespace liubai::strings {

inline const Bilingual kDropHere{"把聊天记录拖到这里", "Drop a conversation here"};
inline const Bilingual kAnyChat{"文本文件：微信、QQ、WhatsApp 的导出，或者“名字：话”一行一句。",
                                "A text file: an export of WeChat, QQ or WhatsApp, or “name: words” a line each."};
inline const Bilingual kAnyStory{"也可以拖一个做好的故事进来。", "A story that is made already may be dropped too."};
inline const Bilingual kReadIt{"阅读", "Read it"};
inline const Bilingual kPackIt{"打包成一个文件", "Pack it into one file"};
inline const Bilingual kOpenFolder{"打开那个文件夹", "Open the folder"};
inline const Bilingual kSeeExample{"看看例子", "See an example"};

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
inline const Bilingual kVolume{"总音量", "Volume"};
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
inline const Bilingual kSkipAhead{"快进", "Skip ahead"};
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
inline const Bilingual kSearchHint{"字句，或拼音", "Words, or pinyin"};
inline const Bilingual kNotFound{"没有找到", "Nothing found"};
inline const Bilingual kEarlier{"往前", "Earlier"};
inline const Bilingual kLater{"往后", "Later"};
inline const Bilingual kCopyLine{"复制这一行", "Copy this line"};
inline const Bilingual kNothingRead{"还没有读到第一句。", "Nothing has been read yet."};
inline const Bilingual kTabText{"文字", "Text"};
inline const Bilingual kTabPace{"节奏", "Pace"};
inline const Bilingual kTabSound{"声音", "Sound"};
inline const Bilingual kTabScreen{"画面", "Screen"};
inline const Bilingual kTabKeys{"按键", "Keys"};
inline const Bilingual kMoreAbove{"上面还有", "More above"};
inline const Bilingual kMoreBelow{"下面还有", "More below"};

inline const Bilingual kTypeface{"字体", "Typeface"};
inline const Bilingual kSerif{"宋体", "Serif"};
inline const Bilingual kSans{"黑体", "Sans serif"};
inline const Bilingual kReadable{"易读", "Easy to read"};
inline const Bilingual kWeight{"字重", "Weight"};
inline const Bilingual kRegular{"常规", "Regular"};
inline const Bilingual kBold{"加粗", "Bold"};
inline const Bilingual kRowSpacing{"行距", "Row spacing"};
inline const Bilingual kContrast{"高对比度", "High contrast"};
inline const Bilingual kPinyinAll{"全部", "On every word"};
inline const Bilingual kPinyinNew{"只标新词", "On new words"};
inline const Bilingual kRests{"标点停顿", "Rests at marks"};
inline const Bilingual kAutoSpeed{"自动翻页速度", "Automatic pages"};
inline const Bilingual kSkipRead{"只过读过的", "Lines already read"};
inline const Bilingual kSkipAll{"全部", "All lines"};
inline const Bilingual kSkipSilences{"快进遇到沉默", "Skipping at silences"};
inline const Bilingual kSkipHalts{"停下", "Stops"};
inline const Bilingual kSkipGoesOn{"不停", "Goes on"};
inline const Bilingual kWheel{"滚轮", "Mouse wheel"};
inline const Bilingual kWheelLines{"前后翻行", "Line by line"};
inline const Bilingual kWheelBacklog{"打开回看", "Opens the backlog"};
inline const Bilingual kWheelNothing{"不用", "Does nothing"};
inline const Bilingual kMusic{"音乐", "Music"};
inline const Bilingual kAmbience{"环境声", "Ambience"};
inline const Bilingual kSounds{"音效", "Sound effects"};
inline const Bilingual kMono{"单声道", "Mono"};
inline const Bilingual kInBackground{"切到别的窗口时", "In the background"};
inline const Bilingual kQuiet{"静音", "Quiet"};
inline const Bilingual kKeepsPlaying{"继续播放", "Keeps playing"};
inline const Bilingual kReadAloud{"朗读", "Reading aloud"};
inline const Bilingual kByVoice{"语音", "A voice"};
inline const Bilingual kByClipboard{"送到剪贴板", "To the clipboard"};
inline const Bilingual kSample{"雨落在旧城的瓦上。你的话还没有说完，窗里的灯先亮了。",
                               "Rain on the old town’s roofs. Before you could finish, a window lit up."};

inline const Bilingual kGoOn{"继续", "Go on"};
inline const Bilingual kLineBack{"退一句", "A line back"};
inline const Bilingual kLineForward{"进一句", "A line forward"};
inline const Bilingual kAuto{"自动翻页", "Automatic pages"};
inline const Bilingual kFastForward{"快进", "Skip"};
inline const Bilingual kSkipHeld{"按住快进", "Skip while held"};
inline const Bilingual kPeek{"按住看另一种语言", "Other language, held"};
inline const Bilingual kHide{"隐藏界面", "Hide the interface"};
inline const Bilingual kQuickSave{"快速存档", "Quick save"};
inline const Bilingual kQuickLoad{"快速读档", "Quick load"};
inline const Bilingual kScreenshot{"截图", "Screenshot"};
inline const Bilingual kPanel{"作者面板", "Author’s panel"};
inline const Bilingual kPressKey{"按一个键…", "Press a key…"};
inline const Bilingual kNoKey{"无", "None"};
inline const Bilingual kRestoreKeys{"恢复默认", "Restore defaults"};
inline const Bilingual kKeysHint{"按新键就加上，按已有的键就去掉；Del 全部去掉，Esc 取消。",
                                 "A new key is added, one it has is taken away. Del takes away all, Esc leaves it as it is."};
inline const Bilingual kKeyFixed{"这个键不能改。", "This key cannot be changed."};
inline const Bilingual kLastKey{"“继续”至少要留一个键。", "“Go on” has to keep a key."};

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
