#include "script/scene_tree.h"

#include <algorithm>

namespace liubai {
namespace {

/// Lines of a file, both ends included.
struct Range {
    int first;
    int last;
};

bool is_blank(std::string_view line) {
    const std::string_view inside = trimmed(line);
    return inside.empty() || inside.front() == '#';
}

bool is_item(std::string_view line, std::size_t indent) {
    return indent_of(line) == indent && line.size() > indent && line[indent] == '-' &&
           (line.size() == indent + 1 || line[indent + 1] == ' ');
}

/// A quoted text that does not end on its line has swallowed what follows.
bool has_open_quote(const YamlNode& node, const Source& source) {
    const bool quoted = node.kind == NodeKind::kText &&
                        (node.style == ScalarStyle::kSingleQuoted || node.style == ScalarStyle::kDoubleQuoted);
    if (quoted && !end_of_quoted(node, source)) return true;
    return std::any_of(node.items.begin(), node.items.end(),
                       [&](const YamlNode& n) { return has_open_quote(n, source); });
}

bool is_good(const YamlTree& tree, const Source& source) { return !tree.failure && !has_open_quote(tree.root, source); }

int line_of_lines_key(const Source& source) {
    for (int number = 1; number <= source.line_count(); ++number) {
        const std::string_view line = source.line(number);
        if (line.starts_with("lines:") &&
            trimmed(line.substr(6)).substr(0, 1).find_first_not_of('#') == std::string_view::npos)
            return number;
    }
    return 0;
}

void read_head_lines(Range head, Findings& findings, SceneTree& out) {
    if (head.first > head.last) return;
    YamlTree tree = read_yaml(findings.source(), head.first, head.last);
    if (is_good(tree, findings.source())) {
        report_oddities(tree, findings);
        if (tree.root.kind == NodeKind::kMap) out.head = std::move(tree.root);
    } else {
        explain_failure(tree, findings, head.first, head.last);
    }
}

SceneTree read_in_pieces(Findings& findings) {
    const Source& source = findings.source();
    SceneTree out;
    const int key = line_of_lines_key(source);
    if (key == 0) {
        read_head_lines({1, source.line_count()}, findings, out);
        return out;
    }
    read_head_lines({1, key - 1}, findings, out);
    int first = key + 1;
    while (first <= source.line_count() && is_blank(source.line(first))) ++first;
    if (first > source.line_count()) return out;
    const std::size_t indent = indent_of(source.line(first));
    while (first <= source.line_count()) {
        int last = first;
        while (last < source.line_count() && !is_item(source.line(last + 1), indent)) ++last;
        YamlTree tree = read_yaml(source, first, last);
        if (is_good(tree, source) && tree.root.kind == NodeKind::kList) {
            report_oddities(tree, findings);
            out.lists.push_back(std::move(tree.root));
        } else {
            explain_failure(tree, findings, first, last);
        }
        first = last + 1;
    }
    return out;
}

} // namespace

void report_oddities(const YamlTree& tree, Findings& findings) {
    for (const YamlOddity& oddity : tree.oddities) {
        findings.add(oddity.code, oddity.spot);
        findings.silence_line(oddity.spot.line); // what YAML made of it says nothing more
    }
}

void explain_failure(const YamlTree& tree, Findings& findings, int first, int last) {
    const bool too_deep = std::any_of(tree.oddities.begin(), tree.oddities.end(),
                                      [](const YamlOddity& o) { return std::string_view(o.code) == "too-deep"; });
    if (too_deep) return findings.add("too-deep", tree.oddities.back().spot);
    if (explain_broken_lines(findings, first, last)) return;
    Spot spot = tree.failure ? tree.failure->spot : Spot{first, 0, 1};
    spot.line = std::clamp(spot.line, first, last);
    findings.add("yaml-syntax", spot, {tree.failure ? tree.failure->message : "quote"});
}

SceneTree read_scene_tree(Findings& findings) {
    const Source& source = findings.source();
    YamlTree tree = read_yaml(source);
    if (!is_good(tree, source)) return read_in_pieces(findings);
    report_oddities(tree, findings);
    SceneTree out;
    if (tree.root.kind == NodeKind::kNothing) {
        findings.add("no-lines", {});
        return out;
    }
    if (tree.root.kind != NodeKind::kMap) {
        findings.add("no-lines", tree.root.spot);
        if (tree.root.kind == NodeKind::kList && !tree.root.flow) out.lists.push_back(std::move(tree.root));
        return out;
    }
    bool found = false;
    out.head = std::move(tree.root);
    for (std::size_t i = 0; i + 1 < out.head.items.size(); i += 2) {
        if (out.head.items[i].text != "lines") continue;
        if (found) findings.add("duplicate-key", out.head.items[i].spot, {"lines"});
        found = true;
        YamlNode& value = out.head.items[i + 1];
        if (value.kind == NodeKind::kList && !value.flow) {
            out.lists.push_back(std::move(value));
        } else if (value.kind != NodeKind::kNothing) {
            findings.add("wants-list", value.spot, {"lines"});
        }
    }
    if (!found) findings.add("no-lines", {});
    return out;
}

} // namespace liubai
