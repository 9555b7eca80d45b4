#include "tools/html_text.h"
#include "tools/export_formats.h"

#include "base/utf8.h"
#include "text/source.h"
#include "tools/export_html_style.h"
#include "ui/draw.h"
#include "ui/strings.h"
#include "ui/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace liubai {
namespace {

std::string escaped(std::string_view text) { return html_escaped(text, "<br>"); }

std::string hex(Color c) { return fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b); }

std::string with_language(const std::string& language, const std::string& text) {
    return "<span lang=\"" + escaped(language) + "\">" + escaped(text) + "</span>";
}

class HtmlWriter {
public:
    explicit HtmlWriter(const PrintedStory& story) : story_(story) {
        for (const auto& [key, language] : story.heard) {
            words_.emplace(key, fmt::format("w{}", words_.size() + 1));
        }
    }

    std::string run() {
        std::string title;
        for (const PrintedText& text : story_.title) title += (title.empty() ? "" : " · ") + escaped(text.text.text);
        out_ = "<!DOCTYPE html>\n<html lang=\"" + escaped(story_.languages.front()) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>" + title + "</title>\n<style>" +
               std::string(kPageStyle) + "</style>\n</head>\n" +
               fmt::format("<body style=\"--columns:{}\">\n", std::min<std::size_t>(2, story_.languages.size()));
        add_title();
        out_ += "<main>\n";
        for (const PrintedItem& item : story_.items) add(item);
        out_ += "<div class=\"end\">";
        for (const std::string& language : story_.languages) {
            out_ += with_language(language, strings::kTheEnd.in(language.starts_with("zh") ? Language::kZh : Language::kEn));
        }
        out_ += "</div>\n</main>\n</body>\n</html>\n";
        return std::move(out_);
    }

private:
    void add_title() {
        out_ += "<header class=\"film\">\n<h1>";
        for (const PrintedText& text : story_.title) {
            const bool apart = stands_apart(text.text.text);
            const bool two = apart && to_utf32(text.text.text).size() == 2;
            std::string words = escaped(text.text.text);
            if (two) words.insert(words.size() / 2, "<i class=\"light\"></i>");
            out_ += fmt::format("<span lang=\"{}\"{}>{}</span>", escaped(text.language),
                                apart && !two ? " class=\"apart\"" : "", words);
        }
        out_ += "</h1>\n<div class=\"voices\">\n";
        std::vector<const Speaker*> voices = voices_of(story_);
        constexpr std::size_t kMostShown = 12;
        if (voices.size() > kMostShown) voices.resize(kMostShown);
        for (const Speaker* voice : voices) out_ += "<div" + colors(*voice) + ">" + seal(*voice) + names(*voice) + "</div>\n";
        out_ += "</div>\n</header>\n";
    }

    static std::string colors(const Speaker& speaker) {
        const Color on = readable_on(theme::kPaper, speaker.color);
        return fmt::format(" style=\"--voice:{};--on:{};--name:{};--night:{}\"", hex(speaker.color), hex(on),
                           hex(readable_on(speaker.color, {245, 236, 217, 255})), hex(readable_on(speaker.color, theme::kInk)));
    }

    std::string seal(const Speaker& speaker) const {
        const std::string& language = speaker.language.empty() ? story_.languages.front() : speaker.language;
        return fmt::format("<span class=\"seal\" lang=\"{}\" aria-hidden=\"true\">{}</span>",
                           is_east_asian(language) ? language : "zh", escaped(seal_of(speaker, language)));
    }

    std::string names(const Speaker& speaker) const {
        std::string out;
        for (const PrintedName& name : names_of(story_, speaker)) out += with_language(name.language, name.text);
        return "<div class=\"names\">" + out + "</div>";
    }

    void add(const PrintedItem& item) {
        if (item.kind == PrintedKind::kChapter || item.kind == PrintedKind::kScene) {
            out_ += item.kind == PrintedKind::kChapter ? "<h2 class=\"card\">" : "<h2>";
            for (const PrintedText& text : item.texts) out_ += with_language(text.language, text.text.text);
            out_ += "</h2>\n";
            return;
        }
        std::string kind;
        switch (item.kind) {
        case PrintedKind::kPrompt: kind = " prompt plain"; break;
        case PrintedKind::kOption: kind = " option plain"; break;
        case PrintedKind::kCondition: kind = " mark"; break;
        case PrintedKind::kJump: kind = " jump"; break;
        default: break;
        }
        if (item.rest >= kSeenRest) kind += item.rest >= kLongRest ? " rest long" : " rest";
        if (item.depth > 0) kind += " deep";
        if (item.begins_paragraph && !item.begins_turn) kind += " paragraph";
        out_ += "<div class=\"item" + kind + "\"" + (item.depth > 0 ? fmt::format(" style=\"--depth:{}\"", item.depth) : "") + ">";
        if (item.begins_turn && item.speaker) {
            out_ += "\n<div class=\"who\"" + colors(*item.speaker) + ">" + seal(*item.speaker) + names(*item.speaker) + "</div>\n";
        }
        out_ += "<div class=\"texts\">";
        for (const PrintedText& text : item.texts) add_text(item, text);
        out_ += "</div></div>\n";
    }

    void add_text(const PrintedItem& item, const PrintedText& text) {
        const auto column = std::find(story_.languages.begin(), story_.languages.end(), text.language) - story_.languages.begin();
        std::string classes = column % 2 == 0 || story_.languages.size() == 1 ? "a" : "b";
        if (is_as_spoken(item, text)) classes += " spoken";
        if (text.mixed) classes += " mixed";
        out_ += fmt::format("<p lang=\"{}\" class=\"{}\"", escaped(text.language), classes);
        if (item.kind == PrintedKind::kOption) out_ += fmt::format(" data-number=\"{}\"", item.number);
        out_ += ">";
        put_rich(text);
        out_ += "</p>";
    }

    /// The text with its markup. Spans nest, so that a stack of open ones will do.
    void put_rich(const PrintedText& text) {
        std::vector<const Span*> spans;
        for (const Span& span : text.text.spans) {
            if (span.end > span.begin) spans.push_back(&span);
        }
        std::stable_sort(spans.begin(), spans.end(), [](const Span* a, const Span* b) {
            return a->begin != b->begin ? a->begin < b->begin : a->end > b->end;
        });
        std::vector<std::pair<std::size_t, std::string>> open; // where each ends, and what closes it
        std::size_t next = 0;
        std::size_t at = 0;
        const std::string& all = text.text.text;
        while (at < all.size()) {
            while (!open.empty() && open.back().first <= at) close(open);
            for (; next < spans.size() && spans[next]->begin <= at; ++next) {
                open.emplace_back(spans[next]->end, put_opening(*spans[next], text.language));
            }
            std::size_t end = next < spans.size() ? spans[next]->begin : all.size();
            if (!open.empty()) end = std::min(end, open.back().first);
            put_run(text, at, end);
            at = end;
        }
        while (!open.empty()) close(open);
    }

    void close(std::vector<std::pair<std::size_t, std::string>>& open) {
        out_ += open.back().second;
        open.pop_back();
    }

    /// Opens the element of a span and answers what closes it.
    std::string put_opening(const Span& span, const std::string& language) {
        if (std::holds_alternative<Emphasis>(span.kind)) {
            out_ += "<em>";
            return "</em>";
        }
        if (std::holds_alternative<Bold>(span.kind)) {
            out_ += "<b>";
            return "</b>";
        }
        if (const auto* tinted = std::get_if<Tinted>(&span.kind)) {
            out_ += "<span style=\"color:" + hex(tinted->color) + "\">";
            return "</span>";
        }
        if (const auto* in = std::get_if<InLanguage>(&span.kind)) {
            out_ += "<span lang=\"" + escaped(in->tag) + "\">";
            return "</span>";
        }
        if (const auto* ruby = std::get_if<Ruby>(&span.kind)) {
            out_ += "<ruby>";
            return "<rt>" + escaped(ruby->annotation) + "</rt></ruby>";
        }
        if (const auto* heard = std::get_if<Heard>(&span.kind)) {
            const std::string id = words_.at(heard->key) + "-" + language;
            const bool is_first = ids_.insert(id).second;
            out_ += is_first ? "<span class=\"heard\" id=\"" + escaped(id) + "\">" : "<span class=\"heard\">";
            return "</span>";
        }
        return "";
    }

    void put_run(const PrintedText& text, std::size_t begin, std::size_t end) {
        const std::string& all = text.text.text;
        while (begin < end) {
            const std::size_t gap = std::min(all.find(kGapUtf8, begin), end);
            put_words(all.substr(begin, gap - begin), text.language);
            if (gap < end) put_gap(text, gap);
            begin = gap < end ? gap + kGapUtf8.size() : end;
        }
    }

    void put_gap(const PrintedText& text, std::size_t at) {
        std::string key;
        for (const Cue& cue : text.text.cues) {
            const auto* unsaid = cue.at == at ? std::get_if<Unsaid>(&cue.kind) : nullptr;
            if (unsaid) key = unsaid->key;
        }
        const bool zh = text.language.starts_with("zh");
        if (!key.empty() && story_.heard.contains({key, text.language})) {
            out_ += fmt::format("<a class=\"gap\" href=\"#{}-{}\" aria-label=\"{}\"></a>", words_.at(key), escaped(text.language),
                                zh ? "没说出的话，后文会听见" : "a silence; its word is heard later");
        } else {
            out_ += fmt::format("<span class=\"gap\" role=\"img\" aria-label=\"{}\"></span>", zh ? "没说出的话" : "a silence");
        }
    }

    /// Latin words in Chinese text and Han in Latin text are said to be so: they want another face and another voice.
    void put_words(const std::string& words, const std::string& language) {
        const bool east_asian = is_east_asian(language);
        const std::u32string chars = to_utf32(words);
        const auto is_foreign = [&](char32_t c) {
            const Script script = coarse_script(c);
            return east_asian ? script == Script::kLatin : script == Script::kHan || script == Script::kKana;
        };
        const auto joins = [&](char32_t c) {
            if (!east_asian) return char_info(c).width() == Width::kWide;
            return c == U' ' || c == U'’' || c == U'-' || c == U',' || c == U'.' || (c >= U'0' && c <= U'9');
        };
        const std::string other = foreign(east_asian);
        std::size_t begin = 0;
        for (std::size_t i = 0; i < chars.size(); ++i) {
            if (!is_foreign(chars[i])) continue;
            std::size_t end = i + 1;
            for (std::size_t k = end; k < chars.size() && (is_foreign(chars[k]) || joins(chars[k])); ++k) {
                if (is_foreign(chars[k])) end = k + 1;
            }
            out_ += escaped(to_utf8(std::u32string_view(chars).substr(begin, i - begin)));
            out_ += with_language(other, to_utf8(std::u32string_view(chars).substr(i, end - i)));
            begin = end;
            i = end - 1;
        }
        out_ += escaped(to_utf8(std::u32string_view(chars).substr(begin)));
    }

    /// The story's other kind of language.
    std::string foreign(bool east_asian) const {
        for (const std::string& language : story_.languages) {
            if (is_east_asian(language) != east_asian) return language;
        }
        return east_asian ? "en" : "zh";
    }

    const PrintedStory& story_;
    std::map<std::string, std::string> words_; ///< the id of each key
    std::set<std::string> ids_;                ///< given out
    std::string out_;
};

} // namespace

std::string export_html(const PrintedStory& story) { return HtmlWriter(story).run(); }

} // namespace liubai
