#pragma once
// What is said and typed in a terminal. Inside tools/.

#include "base/bilingual.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace liubai::terminal_words {

inline const Bilingual kGreeting{"按回车继续，输入 ? 看帮助。", "Enter goes on, ? lists what you can type."};
inline const Bilingual kLeftOff{"上次读到这里：", "You left off here:"};
inline const Bilingual kOffer{"按回车或输入 继续，从那里接着读；输入 从头，从头开始。",
                       "Enter or continue goes on from there; begin starts from the beginning."};
inline const std::array kHelpRows{
    Bilingual{"回车：继续", "Enter: go on"},
    Bilingual{"数字：选这一项", "a number: choose"},
    Bilingual{"b 或 返回：回到上一句", "b, back: one line back"},
    Bilingual{"f 或 前进：退回之后，再前进一句", "f, forward: one line forward again, after going back"},
    Bilingual{"log 或 记录：最近十句；log 30：最近三十句", "log: the last ten lines; log 30: the last thirty"},
    Bilingual{"/词：在读过的话里找，汉字也可以写拼音", "/word: find it in what you have read; pinyin finds Chinese"},
    Bilingual{"mode 或 阅读：换一种阅读方式；也可以写 mode both、mine、two、spoken",
              "mode: the next way of reading; or mode both, mine, two, spoken"},
    Bilingual{"lang 或 语言：中文、English 互换", "lang: 中文 or English"},
    Bilingual{"chapters 或 章节：到过的章节", "chapters: those you have reached"},
    Bilingual{"go 名称 或 去 名称：去到过的章节", "go NAME: to a chapter you have reached"},
    Bilingual{"save 或 存：快速存档；存 名字：另存一份；存 3：存到第 3 格",
              "save: quick save; save NAME: one more, under that name; save 3: into slot 3"},
    Bilingual{"load 或 读：列出存档；读 名字、读 3、读 快速存档：从那里接着读",
              "load: list the saves; load NAME, load 3, load quick: go on from there"},
    Bilingual{"saves 或 存档：列出存档", "saves: list the saves"},
    Bilingual{"continue 或 继续：从自动存档接着读；正在读时，重说这一句",
              "continue: go on from the autosave; while you read, tell the line again"},
    Bilingual{"begin 或 从头：从头开始", "begin: from the story’s beginning"},
    Bilingual{"quit 或 退出：离开，下次从这里接着读", "quit: leave; next time you can go on from here"},
};
inline const Bilingual kNothingToChoose{"这里没有要选的，按回车继续。", "There is nothing to choose here; Enter goes on."};
inline const Bilingual kNothingBefore{"前面没有了。", "There is nothing before this."};
inline const Bilingual kNothingAhead{"后面没有读过的，按回车继续。", "You have not gone back from anything; Enter goes on."};
inline const Bilingual kNoWayBack{"回不到那一句，故事也许改过。", "There is no way to that line; the story may have been edited."};
inline const Bilingual kWhatToFind{"要找什么？写成 /词。", "What is to be found? Write /word."};
inline const Bilingual kNotFound{"读过的话里没有。", "It is not in what you have read."};
inline const Bilingual kNoSuchMode{"没有这种阅读方式。有 both、mine、two、spoken。",
                            "There is no such way of reading. There are both, mine, two, spoken."};
inline const Bilingual kNoSuchChapter{"没有到过这样的章节；输入 chapters 看有哪些。",
                               "You have reached no such chapter; chapters lists them."};
inline const Bilingual kSavedAs{"已保存：", "Saved:"};
inline const Bilingual kTakesItsPlace{"那里已经有这份存档。要换成现在这里，就再输入一次。",
                               "That save is there already. To put this place in its stead, type the same again."};
inline const Bilingual kNoFreeSlot{"六十格都满了。输入 存 和一个数字，换掉那一格。",
                            "All sixty slots are full. save and a number takes the place of one."};
inline const Bilingual kNoSuchSave{"没有这样的存档；输入 saves 看有哪些。", "There is no such save; saves lists them."};
inline const Bilingual kHowToLoad{"输入 读 和点号前面的字，从那里接着读。", "load and what stands before the dot goes on from there."};
inline const Bilingual kTheEnd{"（完）", "(The end)"};
inline const Bilingual kAtTheEnd{"按回车离开，输入 b 返回。", "Enter leaves, b goes back."};
inline const Bilingual kHere{"（现在）", " (here)"};

enum class Verb {
    kEnter, kNumber, kSearch, kHelp, kBack, kForward, kLog, kMode, kLanguage, kChapters, kGo, kSave, kLoad, kSaves,
    kContinue, kBegin, kQuit, kUnknown,
};

struct Typed {
    Verb verb = Verb::kEnter;
    std::string rest; ///< behind the word; of kNumber and kUnknown everything
};

/// In any width and case, with any spaces around it.
Typed read_typed(std::string_view row);

/// A whole number and nothing else, in any width.
std::optional<std::size_t> number_in(std::string_view text);

/// ？ as ?, １ as 1, and so on.
std::string half_width(std::string_view text);

/// The same words to a reader, in whatever width and case.
bool is_same(std::string_view a, std::string_view b);

} // namespace liubai::terminal_words
