#include "text/layouts.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

namespace liubai {
namespace {

constexpr std::size_t kKept = 256;
constexpr std::size_t kSplitsKept = 16;

template <typename T>
void add(std::string& key, const T& value) {
    static_assert(std::has_unique_object_representations_v<T> || std::is_floating_point_v<T>);
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    key.append(bytes, sizeof(T));
}

void add(std::string& key, std::string_view text) {
    add(key, text.size());
    key.append(text);
}

/// What of a span changes the layout. (Heard and Slow do not.)
void add(std::string& key, const Span& span) {
    struct Add {
        std::string& key;
        void operator()(const Tinted& tinted) const { add(key, tinted.color); }
        void operator()(const InLanguage& language) const { add(key, std::string_view(language.tag)); }
        void operator()(const Ruby& ruby) const { add(key, std::string_view(ruby.annotation)); }
        void operator()(const Emphasis&) const {}
        void operator()(const Bold&) const {}
        void operator()(const Slow&) const {}
        void operator()(const Heard&) const {}
    };
    add(key, span.begin);
    add(key, span.end);
    add(key, span.kind.index());
    std::visit(Add{key}, span.kind);
}

/// Every field of TextStyle. A new field belongs here too: the test of layouts.h changes each.
void add(std::string& key, const TextStyle& style) {
    const auto& [family, bold, italic, lining_figures, size, row_pitch, language, line_break, mode, align, first_indent_em,
                 trim_first, autospace, autospace_em, justified_gap, trim, optical_margins, hyphenate, hang, gap_em, color] = style;
    add(key, family);
    add(key, bold);
    add(key, italic);
    add(key, lining_figures);
    add(key, size);
    add(key, row_pitch);
    add(key, std::string_view(language));
    add(key, line_break);
    add(key, mode);
    add(key, align);
    add(key, first_indent_em);
    add(key, trim_first);
    add(key, autospace);
    add(key, autospace_em);
    add(key, justified_gap.least);
    add(key, justified_gap.natural);
    add(key, justified_gap.most);
    add(key, trim);
    add(key, optical_margins);
    add(key, hyphenate);
    add(key, hang);
    add(key, gap_em);
    add(key, color);
}

} // namespace

const Layout& Layouts::get(const RichText& text, const TextStyle& style, float width) {
    std::string key;
    key.reserve(text.text.size() + 96);
    add(key, width);
    add(key, style);
    add(key, std::string_view(text.text));
    for (const Span& span : text.spans) add(key, span);
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) {
        entries_.splice(entries_.begin(), entries_, found->second);
        return entries_.front().layout;
    }
    ++made_;
    entries_.push_front({std::move(key), lay_out(text, style, width, *fonts_)});
    by_key_.emplace(entries_.front().key, entries_.begin());
    if (entries_.size() > kKept) {
        by_key_.erase(entries_.back().key);
        entries_.pop_back();
    }
    return entries_.front().layout;
}

const Layout& Layouts::get(std::string_view text, const TextStyle& style, float width) {
    RichText rich;
    rich.text = text;
    return get(rich, style, width);
}

const std::vector<Page>& Layouts::pages(const std::vector<PageText>& texts, const PageBox& box) {
    const auto found = std::find_if(splits_.begin(), splits_.end(),
                                    [&](const Split& split) { return split.box == box && split.texts == texts; });
    if (found != splits_.end()) {
        splits_.splice(splits_.begin(), splits_, found);
    } else {
        splits_.push_front({texts, box, fits_one_page(texts, box) ? std::vector<Page>{whole_page(texts)}
                                                                  : split_pages(texts, box, *fonts_)});
        if (splits_.size() > kSplitsKept) splits_.pop_back();
    }
    return splits_.front().pages;
}

bool Layouts::fits_one_page(const std::vector<PageText>& texts, const PageBox& box) {
    std::vector<const Layout*> whole;
    for (const PageText& text : texts) whole.push_back(&get(text.text, text.style, box.width));
    return stacked_height(whole, box.between) <= box.height;
}

void Layouts::clear() {
    splits_.clear();
    by_key_.clear();
    entries_.clear();
}

} // namespace liubai
