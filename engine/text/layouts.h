#pragma once
// Layouts kept from frame to frame, so that a text is laid out once. Emptying it at any time changes no picture.

#include "text/pages.h"

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>
#include <vector>

namespace liubai {

class Layouts {
public:
    /// Keeps: `fonts`, which must outlive this.
    explicit Layouts(const Fonts& fonts) : fonts_(&fonts) {}

    /// The layout of these arguments; valid until 256 other texts were asked for or clear().
    const Layout& get(const RichText& text, const TextStyle& style, float width);
    const Layout& get(std::string_view text, const TextStyle& style, float width);

    /// split_pages() of these arguments; valid until 16 others were asked for or clear().
    const std::vector<Page>& pages(const std::vector<PageText>& texts, const PageBox& box);

    void clear();
    /// How many layouts get() has made so far: what was asked for and not kept.
    [[nodiscard]] std::size_t made() const { return made_; }
    [[nodiscard]] const Fonts& fonts() const { return *fonts_; }

private:
    struct Entry {
        std::string key;
        Layout layout;
    };

    struct Split {
        std::vector<PageText> texts;
        PageBox box;
        std::vector<Page> pages;
    };

    /// True of most lines: their layouts are those that will be shown, so splitting need not make its own.
    bool fits_one_page(const std::vector<PageText>& texts, const PageBox& box);

    const Fonts* fonts_;
    std::size_t made_ = 0;
    std::list<Split> splits_;  ///< most recently used first
    std::list<Entry> entries_; ///< most recently used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

} // namespace liubai
