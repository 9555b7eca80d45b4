#pragma once
// YAML text to a small tree with exact places. The only code that calls yaml-cpp; it takes the parser's events, so an
// alias is never walked and nothing is built twice.

#include "script/source.h"

#include <optional>
#include <string>
#include <vector>

namespace liubai {

enum class NodeKind : unsigned char { kNothing, kText, kList, kMap };
enum class ScalarStyle : unsigned char { kPlain, kSingleQuoted, kDoubleQuoted, kLiteral, kFolded };

struct YamlNode {
    NodeKind kind = NodeKind::kNothing;
    ScalarStyle style = ScalarStyle::kPlain;
    bool flow = false; ///< [a, b] or {a: b}
    Spot spot;         ///< its first byte; a map's is its first key; nothing: line 0
    std::string text;
    std::vector<YamlNode> items; ///< a map: key, value, key, value …
};

/// Something that YAML allows and a story does not: "anchor", "yaml-tag", "too-deep".
struct YamlOddity {
    const char* code;
    Spot spot;
};

struct YamlTree {
    YamlNode root;
    std::vector<YamlOddity> oddities;
    /// What yaml-cpp stopped at; the tree is then incomplete.
    struct Failure {
        Spot spot;
        std::string message;
    };
    std::optional<Failure> failure;
};

/// Reads lines `first` to `last` (1-based, both included) of the source as one document.
YamlTree read_yaml(const Source& source, int first, int last);
YamlTree read_yaml(const Source& source);

/// The value of a map's key, or nullptr.
const YamlNode* value_of(const YamlNode& map, std::string_view key);

/// The place in the file of some bytes of a node's text.
Spot spot_in(const YamlNode& node, const Source& source, std::size_t at, std::size_t length);

/// The line and byte right behind a quoted text's closing quote when that is on its first line, else nothing.
std::optional<Spot> end_of_quoted(const YamlNode& node, const Source& source);

} // namespace liubai
