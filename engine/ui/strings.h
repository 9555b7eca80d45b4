#pragma once
// Every sentence of the interface, in both languages.

#include "base/bilingual.h"

namespace liubai::strings {

inline const Bilingual kBegin{"开始", "Begin"};
inline const Bilingual kContinue{"继续", "Continue"};
inline const Bilingual kBackToTitle{"回到标题", "Back to the title"};
inline const Bilingual kQuit{"退出", "Quit"};
inline const Bilingual kTheEnd{"完", "The end"};
inline const Bilingual kThanks{"谢谢你读到这里。", "Thank you for reading."};
inline const Bilingual kReadingMode{"阅读方式", "Reading"};
inline const Bilingual kInterface{"界面语言", "Language"};
inline const Bilingual kChinese{"中文", "中文"};
inline const Bilingual kEnglish{"English", "English"};

inline const Bilingual kBothVoices{"听两种声音", "Both voices"};
inline const Bilingual kMine{"只读中文", "Only English"};
inline const Bilingual kTwoAlways{"总是双语", "Two languages, always"};
inline const Bilingual kAsSpoken{"原话", "As spoken"};

} // namespace liubai::strings
