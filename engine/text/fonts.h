#pragma once
// The faces a text may be set in: which file plays which part, opened when first needed.

#include "base/blob.h"
#include "base/ids.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

enum class Family : std::uint8_t {
    kSerif,
    kSans,
    kReadable, ///< Latin letters that are hard to confuse, for readers with dyslexia
    kTitle,
};

struct FontFile {
    std::string path;
    int face = 0;    ///< index in a collection
    float scale = 1; ///< of the em, so that Latin letters match the Han ones beside them
    bool operator==(const FontFile&) const = default;
};

/// The files of one family. Empty paths fall back: bold to regular, italic to regular.
struct FamilyFiles {
    FontFile latin, latin_italic, latin_bold, han, han_bold;
    bool operator==(const FamilyFiles&) const = default;
};

struct FontPlan {
    FamilyFiles serif, sans, readable, title;
    std::vector<FontFile> fallback; ///< asked in this order for what the family's own faces lack
    FontFile emoji;                 ///< a colour font
    std::string hyphenation;        ///< English patterns in Plain TeX's format; empty = words are never divided
    bool operator==(const FontPlan&) const = default;
};

/// Reads a font file by its path in the plan. Throws Error when it cannot.
using ReadFont = std::function<Blob(const std::string& path)>;

/// Opens faces on first use and keeps them. Not thread safe. Its ids are the same in every run of the same plan.
class Fonts {
public:
    Fonts(FontPlan plan, ReadFont read);
    ~Fonts();
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;

    [[nodiscard]] const FontPlan& plan() const;

    /// True if some face of the plan draws the character, or there is nothing of it to draw (joiners, variation
    /// selectors, line breaks, a silence); `family` only orders the search.
    [[nodiscard]] bool draws(char32_t c, Family family = Family::kSerif) const;

    struct Impl; ///< text/ only
    [[nodiscard]] Impl& impl() const { return *impl_; }

private:
    std::unique_ptr<Impl> impl_;
};

} // namespace liubai
