#include "script/text_list.h"

#include "base/error.h"
#include "base/utf8.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace liubai {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostTexts = 1000000;

/// `[` and then an object or nothing. A plain text may begin with a bracket too: "[A]: …".
bool is_json_list(std::string_view file) {
    constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = file.find_first_not_of(kBlank);
    if (first == file.npos || file[first] != '[') return false;
    const std::size_t second = file.find_first_not_of(kBlank, first + 1);
    return second != file.npos && (file[second] == '{' || file[second] == ']');
}

std::string member(const Json& item, const char* name, std::size_t number) {
    const auto found = item.find(name);
    if (found == item.end()) return "";
    if (found->is_number_integer()) return std::to_string(found->get<std::int64_t>());
    if (found->is_string()) return found->get<std::string>();
    const std::string where = std::to_string(number);
    throw Error({"第 " + where + " 项的 " + name + " 不是文字", std::string(name) + " of item " + where + " is not a text"});
}

/// Where a byte of the text stands in code points. Asked for rising bytes only.
class CodePoints {
public:
    explicit CodePoints(std::string_view text) : text_(text) {}
    std::size_t at(std::size_t byte) {
        while (byte_ < byte && byte_ < text_.size()) {
            next_code_point(text_, byte_);
            ++count_;
        }
        return count_;
    }

private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::size_t count_ = 0;
};

double thousandths(float value) { return std::round(static_cast<double>(value) * 1000) / 1000; }

Json lines_of(const std::string& text, const Layout& layout) {
    Json lines = Json::array();
    CodePoints points(text);
    for (const Row& row : layout.rows) {
        const std::uint32_t begin = layout.clusters[row.cluster_begin].byte_begin;
        const std::size_t first = points.at(begin);
        const std::size_t end = points.at(layout.clusters[row.cluster_end - 1].byte_end);
        lines.push_back({{"cp", first}, {"byte", begin}, {"end_cp", end}, {"width", thousandths(row.width)}});
    }
    return lines;
}

Json clusters_of(const std::string& text, const Layout& layout) {
    Json clusters = Json::array();
    CodePoints points(text);
    for (const Cluster& cluster : layout.clusters) {
        clusters.push_back({points.at(cluster.byte_begin), cluster.row, thousandths(cluster.x)});
    }
    return clusters;
}

std::string written(const Json& list) {
    std::string out = "[";
    for (const Json& item : list) {
        out += (out.size() > 1 ? ",\n " : "\n ") + item.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return out + (list.empty() ? "]\n" : "\n]\n");
}

} // namespace

std::vector<ListedText> texts_from(std::string_view file) {
    std::vector<ListedText> texts;
    if (!is_json_list(file)) {
        while (!file.empty()) {
            const std::size_t end = std::min(file.find('\n'), file.size());
            std::string_view line = file.substr(0, end);
            if (line.ends_with('\r')) line.remove_suffix(1);
            texts.push_back({std::to_string(texts.size() + 1), "", std::string(line)});
            file.remove_prefix(std::min(end + 1, file.size()));
        }
        return texts;
    }
    // The list's own depth is 2: what nests deeper is dropped while it is read.
    const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= 2; };
    const Json list = Json::parse(file, shallow, false);
    if (list.is_discarded() || !list.is_array() || list.size() > kMostTexts) {
        throw Error({"这不是 [{\"id\", \"lang\", \"text\"}] 这样的 JSON", "this is not JSON like [{\"id\", \"lang\", \"text\"}]"});
    }
    for (const Json& item : list) {
        const std::size_t number = texts.size() + 1;
        if (!item.is_object() || !item.contains("text")) {
            const std::string where = std::to_string(number);
            throw Error({"第 " + where + " 项没有 text", "item " + where + " has no text"});
        }
        ListedText text{member(item, "id", number), member(item, "lang", number), member(item, "text", number)};
        if (text.id.empty()) text.id = std::to_string(number);
        texts.push_back(std::move(text));
    }
    return texts;
}

std::string layouts_json(const std::vector<SetText>& texts) {
    Json list = Json::array();
    for (const SetText& set : texts) {
        list.push_back({{"id", set.text->id},
                        {"lines", lines_of(set.text->text, *set.layout)},
                        {"clusters", clusters_of(set.text->text, *set.layout)}});
    }
    return written(list);
}

std::string breaks_json(const std::vector<BreaksOfText>& texts) {
    Json list = Json::array();
    for (const BreaksOfText& of : texts) {
        Json breaks = Json::array();
        CodePoints points(of.text->text);
        for (const std::size_t byte : of.breaks) breaks.push_back(points.at(byte));
        list.push_back({{"id", of.text->id}, {"breaks", breaks}});
    }
    return written(list);
}

} // namespace liubai
