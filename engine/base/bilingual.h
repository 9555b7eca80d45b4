#pragma once
// A sentence of the engine's own in both interface languages.

#include <string>

namespace liubai {

/// The language of the interface and of the reader. Texts of a story carry BCP 47 tags ("zh", "en", "ja") instead.
enum class Language { kZh, kEn };

struct Bilingual {
    std::string zh;
    std::string en;
    bool operator==(const Bilingual&) const = default;

    [[nodiscard]] const std::string& in(Language language) const { return language == Language::kZh ? zh : en; }
};

/// The BCP 47 tag that story texts use: "zh" or "en".
inline const char* tag(Language language) { return language == Language::kZh ? "zh" : "en"; }

} // namespace liubai
