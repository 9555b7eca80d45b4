#include "base/hash.h"
#include "save/document_internal.h"

namespace liubai {
namespace {

std::string opening(std::string_view check) {
    return R"({"liubai":)" + std::to_string(kSaveVersion) + R"(,"check":")" + std::string(check) + R"(",)";
}

/// Looks through the text before any of it is built: it is neither deep nor full of small things.
bool is_modest(std::string_view text) {
    std::size_t depth = 0;
    std::size_t values = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++values;
            if (++depth > kMostSaveDepth) return false;
        } else if (c == '}' || c == ']') {
            if (depth > 0) --depth;
        } else if (c == ',') {
            ++values;
        }
    }
    return values <= kMostSaveValues;
}

bool is_sealed(std::string_view text) {
    const std::size_t length = opening(hex16(0)).size();
    if (text.size() <= length || !text.ends_with('}')) return false;
    const std::string_view body = text.substr(length, text.size() - length - 1);
    return text.starts_with(opening(hex16(hash64(body))));
}

bool is_newer(const Json& version) {
    return version.is_number_integer() && !(version.is_number_unsigned() ? version.get<std::uint64_t>() <= kSaveVersion
                                                                         : version.get<std::int64_t>() <= kSaveVersion);
}

} // namespace

Bilingual damaged_save() { return {"这份存档已损坏，或不完整。", "This save is damaged or cut off."}; }

std::string sealed(std::string_view body) { return opening(hex16(hash64(body))) + std::string(body) + "}"; }

std::variant<Json, Bilingual> open_document(std::string_view text, Read what) {
    if (text.size() > kMostSaveBytes) return Bilingual{"这份存档太大，读不了。", "This save is too large to be read."};
    if (!is_modest(text)) return damaged_save();
    const auto keep = [](int depth, Json::parse_event_t event, Json& value) {
        return depth != 1 || event != Json::parse_event_t::key || value != "game";
    };
    Json document = what == Read::kAll ? Json::parse(text, nullptr, false) : Json::parse(text, keep, false);
    if (document.is_discarded()) return damaged_save();
    const auto version = document.is_object() ? document.find("liubai") : document.end();
    if (version == document.end()) return Bilingual{"这不是留白的存档。", "This is not a save of Liubai's."};
    if (is_newer(*version)) {
        return Bilingual{"这份存档是更新版本的留白存的，请先更新留白。",
                         "This save was made by a newer Liubai. Please update Liubai first."};
    }
    if (!is_sealed(text)) return damaged_save();
    return document;
}

std::string dumped(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

} // namespace liubai
