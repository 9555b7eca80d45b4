#include "script/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace liubai {
namespace {

constexpr std::size_t kDeepest = 32;

struct TooDeep {};

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const Source& source, int first, YamlTree& out) : source_(source), first_(first), out_(out) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const Spot spot = note(mark, "", anchor);
        YamlNode& node = add(spot);
        // `~` and `null` are words of a story like any other. A value that is really missing has a foreign mark.
        const std::string_view rest = source_.rest_of_line(spot);
        for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
            const bool whole = rest.starts_with(word) && (rest.size() == word.size() || rest[word.size()] == ' ');
            if (!whole) continue;
            node.kind = NodeKind::kText;
            node.text = word;
            node.spot.bytes = word.size();
            return;
        }
        node.spot = open_.empty() || open_.back()->kind != NodeKind::kList ? Spot{} : dash_above(spot);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        const Spot spot = spot_of(mark);
        out_.oddities.push_back({"anchor", spot});
        add(spot);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        YamlNode& node = add(note(mark, tag, anchor));
        node.kind = NodeKind::kText;
        node.text = value;
        node.style = style_of(tag, node.spot);
        node.spot.bytes = source_.rest_of_line(node.spot).size();
        if (node.style == ScalarStyle::kPlain && value.size() < node.spot.bytes) node.spot.bytes = value.size();
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        open(note(mark, tag, anchor), NodeKind::kList, style);
    }
    void OnSequenceEnd() override { open_.pop_back(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(note(mark, tag, anchor), NodeKind::kMap, style);
    }
    void OnMapEnd() override { open_.pop_back(); }

private:
    Spot spot_of(const YAML::Mark& mark) const {
        return {first_ + mark.line, static_cast<std::size_t>(mark.column < 0 ? 0 : mark.column), 1};
    }

    /// Notes an anchor or a tag at the node.
    Spot note(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        const Spot spot = spot_of(mark);
        if (anchor != 0) out_.oddities.push_back({"anchor", spot});
        // `!important` is a tag by name; of `!重要` YAML keeps the bare `!`, which quoted text has too.
        const bool bare = tag == "!" && source_.rest_of_line(spot).starts_with('!');
        if (bare || (!tag.empty() && tag != "?" && tag != "!")) out_.oddities.push_back({"yaml-tag", spot});
        return spot;
    }

    ScalarStyle style_of(const std::string& tag, Spot spot) const {
        if (tag != "!") return ScalarStyle::kPlain;
        const std::string_view rest = source_.rest_of_line(spot);
        switch (rest.empty() ? '\0' : rest.front()) {
        case '"': return ScalarStyle::kDoubleQuoted;
        case '\'': return ScalarStyle::kSingleQuoted;
        case '|': return ScalarStyle::kLiteral;
        case '>': return ScalarStyle::kFolded;
        default: return ScalarStyle::kPlain;
        }
    }

    /// The dash with nothing behind it, from the mark of what comes next.
    Spot dash_above(Spot next) const {
        for (int line = std::min(next.line, source_.line_count()); line >= first_; --line) {
            const std::string_view text = source_.line(line);
            const std::size_t indent = indent_of(text);
            if (trimmed(text.substr(indent)) == "-") return {line, indent, 1};
        }
        return next;
    }

    YamlNode& add(Spot spot) {
        YamlNode& node = open_.empty() ? out_.root : open_.back()->items.emplace_back();
        node.spot = spot;
        return node;
    }

    void open(Spot spot, NodeKind kind, YAML::EmitterStyle::value style) {
        if (open_.size() >= kDeepest) {
            out_.oddities.push_back({"too-deep", spot});
            throw TooDeep{};
        }
        YamlNode& node = add(spot);
        node.kind = kind;
        node.flow = style == YAML::EmitterStyle::Flow;
        open_.push_back(&node);
    }

    const Source& source_;
    int first_;
    YamlTree& out_;
    std::vector<YamlNode*> open_; ///< a parent gets no new item while its child is open, so the pointers hold
};

/// Where a second document begins. yaml-cpp ends a list at a line that is indented less and takes the rest for another
/// document, without a word.
class StartFinder : public YAML::EventHandler {
public:
    YAML::Mark mark;
    void OnDocumentStart(const YAML::Mark& at) override { mark = at; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

/// Bytes of the quoted text that stand for `at` bytes of its value, the opening quote included.
std::size_t raw_offset(std::string_view raw, ScalarStyle style, std::size_t at) {
    std::size_t i = 1;
    for (std::size_t seen = 0; seen < at && i < raw.size(); ++seen) {
        const bool pair = (style == ScalarStyle::kSingleQuoted && raw.substr(i).starts_with("''")) ||
                          (style == ScalarStyle::kDoubleQuoted && raw[i] == '\\');
        i += pair ? 2 : 1;
    }
    return std::min(i, raw.size());
}

} // namespace

YamlTree read_yaml(const Source& source, int first, int last) {
    YamlTree out;
    const std::size_t begin = source.start_of(first);
    const std::size_t end = last < source.line_count() ? source.start_of(last + 1) : source.text().size();
    std::istringstream in{std::string(source.text().substr(begin, end - begin))};
    TreeBuilder builder(source, first, out);
    try {
        YAML::Parser parser(in);
        parser.HandleNextDocument(builder);
        StartFinder rest;
        if (parser && parser.HandleNextDocument(rest)) {
            out.failure = YamlTree::Failure{{first + std::max(0, rest.mark.line), 0, 1}, "text after the end"};
        }
    } catch (const TooDeep&) {
        out.failure = YamlTree::Failure{out.oddities.back().spot, ""};
    } catch (const YAML::Exception& e) {
        const int line = e.mark.is_null() ? 0 : e.mark.line;
        const int column = e.mark.is_null() ? 0 : e.mark.column;
        out.failure = YamlTree::Failure{{first + line, static_cast<std::size_t>(std::max(0, column)), 1}, e.msg};
    }
    return out;
}

YamlTree read_yaml(const Source& source) { return read_yaml(source, 1, source.line_count()); }

const YamlNode* value_of(const YamlNode& map, std::string_view key) {
    if (map.kind != NodeKind::kMap) return nullptr;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        if (map.items[i].text == key) return &map.items[i + 1];
    }
    return nullptr;
}

Spot spot_in(const YamlNode& node, const Source& source, std::size_t at, std::size_t length) {
    Spot spot{node.spot.line, node.spot.byte, length};
    if (node.style == ScalarStyle::kPlain) {
        spot.byte += at;
    } else if (node.style == ScalarStyle::kSingleQuoted || node.style == ScalarStyle::kDoubleQuoted) {
        const std::string_view raw = source.rest_of_line(node.spot);
        const std::size_t begin = raw_offset(raw, node.style, at);
        spot.byte += begin;
        spot.bytes = raw_offset(raw, node.style, at + length) - begin;
    } else {
        // A block: one line of text a line of file, under the sign, indented alike.
        const std::string_view before = std::string_view(node.text).substr(0, at);
        const std::size_t newline = before.rfind('\n');
        for (const char c : before) spot.line += c == '\n' ? 1 : 0;
        ++spot.line;
        spot.byte = indent_of(source.line(spot.line)) + (newline == std::string_view::npos ? at : at - newline - 1);
    }
    return spot;
}

std::optional<Spot> end_of_quoted(const YamlNode& node, const Source& source) {
    const std::string_view raw = source.rest_of_line(node.spot);
    const char quote = node.style == ScalarStyle::kSingleQuoted ? '\'' : '"';
    for (std::size_t i = 1; i < raw.size(); ++i) {
        if (quote == '"' && raw[i] == '\\') {
            ++i;
        } else if (raw[i] == quote) {
            if (quote == '"' || i + 1 >= raw.size() || raw[i + 1] != quote)
                return Spot{node.spot.line, node.spot.byte + i + 1, 0};
            ++i;
        }
    }
    return std::nullopt;
}

} // namespace liubai
