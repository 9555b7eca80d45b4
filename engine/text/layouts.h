#pragma once
// Layouts kept from frame to frame, so that a text is laid out once. Emptying it at any time changes no picture.

#include "text/paragraph.h"

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>

namespace liubai {

class Layouts {
public:
    /// Keeps: `fonts`, which must outlive this.
    explicit Layouts(const Fonts& fonts) : fonts_(&fonts) {}

    /// The layout of these arguments; valid until 256 other texts were asked for or clear().
    const Layout& get(const RichText& text, const TextStyle& style, float width);
    const Layout& get(std::string_view text, const TextStyle& style, float width);

    void clear();
    [[nodiscard]] const Fonts& fonts() const { return *fonts_; }

private:
    struct Entry {
        std::string key;
        Layout layout;
    };

    const Fonts* fonts_;
    std::list<Entry> entries_; ///< most recently used first
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

} // namespace liubai
