#include "script/markup.h"

#include "base/decimal.h"
#include "script/source.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace liubai {
namespace {

constexpr double kLongestPause = 60;

constexpr std::array<std::string_view, 8> kTags{"pause", "wait", "slow", "em", "b", "c", "face", "unsaid"};
constexpr std::string_view kRubyOpen = "【";
constexpr std::string_view kRubyClose = "】";

struct Tag {
    std::string_view name;
    std::string_view argument; ///< trimmed
    std::size_t at = 0;
    std::size_t length = 0;
    std::size_t argument_at = 0;
    bool closing = false;
};

bool is_tag_name(std::string_view name) {
    return name == "heard" || std::find(kTags.begin(), kTags.end(), name) != kTags.end() || is_language_tag(name);
}

bool is_name_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; }

/// What looks like a tag at `at`, known or not.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
    std::size_t name_at = at + 1;
    Tag tag;
    tag.at = at;
    if (name_at < text.size() && text[name_at] == '/') {
        tag.closing = true;
        ++name_at;
    }
    std::size_t name_end = name_at;
    while (name_end < text.size() && is_name_byte(text[name_end])) ++name_end;
    if (name_end == name_at || name_end == text.size()) return std::nullopt;
    const char after = text[name_end];
    if (after != '>' && after != ' ' && after != '=') return std::nullopt;
    const std::size_t close = text.find('>', name_end);
    if (close == std::string_view::npos ||
        text.substr(name_end, close - name_end).find('<') != std::string_view::npos) {
        return std::nullopt;
    }
    tag.name = text.substr(name_at, name_end - name_at);
    tag.length = close + 1 - at;
    const std::size_t from = name_end + (after == '=' ? 1 : 0);
    tag.argument = trimmed(text.substr(from, close - from));
    tag.argument_at = static_cast<std::size_t>(tag.argument.data() - text.data());
    return tag;
}

class MarkupParser {
public:
    explicit MarkupParser(std::string_view text) : in_(text) { out_.text.text.reserve(text.size()); }

    Markup parse() {
        std::size_t at = 0;
        while (at < in_.size()) at = step(at);
        for (const Open& open : open_) report("unclosed-tag", open.tag, std::string(open.tag.name));
        // What was opened and not closed goes on to the end.
        for (const Open& open : open_) rich().spans[open.span].end = rich().text.size();
        auto& spans = rich().spans;
        std::erase_if(spans, [](const Span& s) { return s.begin == s.end; });
        return std::move(out_);
    }

private:
    struct Open {
        Tag tag;
        std::size_t span;
    };

    RichText& rich() { return out_.text; }

    /// Reads what stands at `at`, answers where to go on.
    std::size_t step(std::size_t at) {
        const char c = in_[at];
        if (c == '\\' && at + 1 < in_.size() && (in_[at + 1] == '<' || in_.substr(at + 1).starts_with(kRubyOpen))) {
            const std::size_t length = in_[at + 1] == '<' ? 1 : kRubyOpen.size();
            rich().text += in_.substr(at + 1, length);
            return at + 1 + length;
        }
        if (c == '<') {
            if (const auto tag = tag_at(in_, at)) return read_tag(*tag);
        } else if (c == kRubyOpen[0] && in_.substr(at).starts_with(kRubyOpen)) {
            if (const std::size_t next = read_ruby(at)) return next;
        } else if (c == kGapUtf8[0] && in_.substr(at).starts_with(kGapUtf8)) {
            return at + kGapUtf8.size(); // typed by hand it would be taken for a silence
        }
        rich().text += c;
        return at + 1;
    }

    std::size_t read_ruby(std::size_t at) {
        const std::size_t close = in_.find(kRubyClose, at);
        const std::size_t inside = at + kRubyOpen.size();
        const std::size_t bar = in_.find('|', inside);
        if (close == std::string_view::npos || bar == std::string_view::npos || bar > close) return 0;
        const std::string_view base = in_.substr(inside, bar - inside);
        const std::string_view annotation = in_.substr(bar + 1, close - bar - 1);
        if (base.empty() || annotation.empty() || base.find('<') != std::string_view::npos) return 0;
        const std::size_t begin = rich().text.size();
        rich().text += base;
        rich().spans.push_back({begin, rich().text.size(), Ruby{std::string(annotation)}});
        return close + kRubyClose.size();
    }

    std::size_t read_tag(const Tag& tag) {
        if (!is_tag_name(tag.name)) {
            report_unknown(tag);
            rich().text += in_[tag.at];
            return tag.at + 1;
        }
        check_spaces(tag);
        if (tag.closing) {
            close_span(tag);
        } else {
            open_tag(tag);
        }
        return tag.at + tag.length;
    }

    void open_tag(const Tag& tag) {
        if (tag.name == "pause") return read_pause(tag);
        if (tag.name == "face") return read_face(tag);
        if (tag.name == "unsaid") return read_unsaid(tag);
        if (tag.name == "heard") return read_heard(tag);
        if (tag.name == "wait") return add_cue(WaitCue{});
        if (tag.name == "slow") return open_span(tag, Slow{});
        if (tag.name == "em") return open_span(tag, Emphasis{});
        if (tag.name == "b") return open_span(tag, Bold{});
        if (tag.name != "c") return open_span(tag, InLanguage{std::string(tag.name)});
        const auto color = parse_color(tag.argument);
        if (!color) report("bad-tag", tag, std::string(in_.substr(tag.at, tag.length)), "<c=#c8452c>…</c>");
        open_span(tag, Tinted{color.value_or(Color{})});
    }

    void read_pause(const Tag& tag) {
        const auto seconds = plain_number(tag.argument);
        const bool good = seconds && *seconds >= 0 && *seconds <= kLongestPause;
        if (!good) return report("bad-tag", tag, std::string(in_.substr(tag.at, tag.length)), "<pause 0.5>");
        add_cue(PauseCue{*seconds});
    }

    void read_face(const Tag& tag) {
        const std::size_t space = tag.argument.find(' ');
        const bool both = space != std::string_view::npos;
        const std::string_view speaker = both ? tag.argument.substr(0, space) : std::string_view();
        const std::string_view mood = both ? trimmed(tag.argument.substr(space)) : tag.argument;
        if (mood.empty() || mood.find(' ') != std::string_view::npos) {
            return report("bad-tag", tag, std::string(in_.substr(tag.at, tag.length)), "<face smile>");
        }
        using Kind = Markup::Name::Kind;
        if (both) note(Kind::kFaceSpeaker, speaker, tag.argument_at);
        note(Kind::kFaceMood, mood, tag.argument_at + static_cast<std::size_t>(mood.data() - tag.argument.data()));
        add_cue(FaceCue{std::string(speaker), std::string(mood)});
    }

    void read_unsaid(const Tag& tag) {
        const auto [key, shown] = key_and_shown(tag.argument);
        if (!key.empty()) note(Markup::Name::Kind::kUnsaid, key, tag.argument_at);
        add_cue(Unsaid{std::string(key), std::string(shown)});
        rich().text += kGapUtf8;
    }

    void read_heard(const Tag& tag) {
        const auto [key, shown] = key_and_shown(tag.argument);
        if (key.empty()) {
            return report("bad-tag", tag, std::string(in_.substr(tag.at, tag.length)), "<heard kindness>");
        }
        note(Markup::Name::Kind::kHeard, key, tag.argument_at);
        const std::size_t begin = rich().text.size();
        rich().text += shown;
        rich().spans.push_back({begin, rich().text.size(), Heard{std::string(key)}});
    }

    static std::pair<std::string_view, std::string_view> key_and_shown(std::string_view argument) {
        const std::size_t bar = argument.find('|');
        if (bar == std::string_view::npos) return {argument, argument};
        return {trimmed(argument.substr(0, bar)), trimmed(argument.substr(bar + 1))};
    }

    template <class Kind>
    void open_span(const Tag& tag, Kind kind) {
        open_.push_back({tag, rich().spans.size()});
        rich().spans.push_back({rich().text.size(), rich().text.size(), std::move(kind)});
    }

    void close_span(const Tag& tag) {
        const auto same = [&](const Open& open) { return open.tag.name == tag.name; };
        const auto found = std::find_if(open_.rbegin(), open_.rend(), same);
        const auto early = std::find(closed_early_.begin(), closed_early_.end(), tag.name);
        if (found == open_.rend() && early != closed_early_.end()) {
            closed_early_.erase(early);
            return;
        }
        if (found == open_.rend()) return report("unopened-tag", tag, std::string(tag.name));
        if (found != open_.rbegin())
            report("crossed-tags", tag, std::string(tag.name), std::string(open_.back().tag.name));
        rich().spans[found->span].end = rich().text.size();
        // Spans never cross: what was opened inside ends here too.
        const auto first = std::prev(found.base());
        for (auto inner = first; inner != open_.end(); ++inner) {
            rich().spans[inner->span].end = rich().text.size();
            if (inner != first) closed_early_.push_back(inner->tag.name);
        }
        open_.erase(first, open_.end());
    }

    template <class Kind>
    void add_cue(Kind kind) {
        rich().cues.push_back({rich().text.size(), std::move(kind)});
    }

    void note(Markup::Name::Kind kind, std::string_view name, std::size_t at) {
        out_.names.push_back({kind, std::string(name), at, name.size()});
    }

    void report(const char* code, const Tag& tag, std::string first = {}, std::string second = {}) {
        out_.findings.push_back({code, tag.at, tag.length, std::move(first), std::move(second)});
    }

    void report_unknown(const Tag& tag) {
        std::vector<std::string> known(kTags.begin(), kTags.end());
        known.emplace_back("heard");
        const std::string meant = tag.name.size() > 2 ? nearest(tag.name, known) : std::string();
        report("unknown-tag", tag, std::string(tag.name), meant);
    }

    /// A space belongs outside a tag, and once.
    void check_spaces(const Tag& tag) {
        const std::size_t end = tag.at + tag.length;
        const char before = tag.at == 0 ? ' ' : in_[tag.at - 1];
        const char after = end >= in_.size() ? '\0' : in_[end];
        const bool word = tag.name == "unsaid" || tag.name == "heard";
        const auto is_latin = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        const bool stop = std::string_view(",.;:!?").find(before) != std::string_view::npos && tag.at > 0;
        if (!word && !tag.closing && before == ' ' && after == ' ') return report("space-at-tag", tag);
        if (!word && tag.closing && before == ' ' && after == ' ') return report("space-at-tag", tag);
        if (word && tag.at > 1 && before == ' ' && in_[tag.at - 2] == ' ') return report("space-at-tag", tag);
        if (word && after == ' ' && end + 1 < in_.size() && in_[end + 1] == ' ') return report("space-at-tag", tag);
        if (stop && is_latin(after) && !tag.closing) return report("lost-space", tag);
        if (tag.name == "unsaid" && (is_latin(after) || (tag.at > 0 && is_latin(before)))) report("lost-space", tag);
    }

    std::string_view in_;
    Markup out_;
    std::vector<Open> open_;
    std::vector<std::string_view> closed_early_; ///< by a crossing: their own closing tags mean nothing any more
};

} // namespace

Markup parse_markup(std::string_view text) { return MarkupParser(text).parse(); }

bool is_language_tag(std::string_view text) {
    static constexpr std::array<std::string_view, 39> kKnown{"ar", "bg", "ca", "cs", "da", "de", "el", "en", "eo", "es",
                                                             "et", "fa", "fi", "fr", "ga", "he", "hi", "hr", "hu", "is",
                                                             "it", "ja", "ko", "la", "lt", "lv", "mn", "ms", "nl", "no",
                                                             "pl", "pt", "ro", "ru", "sv", "th", "tr", "vi", "zh"};
    const std::size_t dash = text.find('-');
    if (std::find(kKnown.begin(), kKnown.end(), text.substr(0, dash)) == kKnown.end()) return false;
    if (dash == std::string_view::npos) return true;
    const std::string_view subtag = text.substr(dash + 1);
    const bool region =
        subtag.size() == 2 && std::all_of(subtag.begin(), subtag.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return region || subtag == "Hans" || subtag == "Hant";
}

} // namespace liubai
