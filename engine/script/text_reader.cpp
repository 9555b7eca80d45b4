// Everything that is shown as words: dialogue, narration, titles, their versions in other languages, and their ids.
#include "base/hash.h"
#include "script/quote.h"
#include "script/scene_reader.h"
#include "script/silence_checks.h"
#include "script/speaker_key.h"

#include <algorithm>

namespace liubai {
namespace {

/// The text as ids see it: no tags, no gaps, no spaces.
std::string bare_text(const RichText& text) {
    std::string out = plain(text, "");
    for (const std::string_view space : {" ", "\n", "\t", "\xE3\x80\x80", "\xC2\xA0"}) {
        for (std::size_t at = out.find(space); at != std::string::npos; at = out.find(space, at))
            out.erase(at, space.size());
    }
    return out;
}

/// The line up to a byte, then the text as YAML must have it.
std::string mended(const Source& source, Spot from, std::string_view text) {
    return std::string(source.line(from.line).substr(0, from.byte)) + yaml_text(text);
}

} // namespace

std::string SceneReader::line_id(std::string_view speaker, const RichText& text) {
    std::uint32_t hash = hash32(speaker);
    hash = hash32(std::string_view("\0", 1), hash);
    const std::string id = scene_.name + "/" + hex8(hash32(bare_text(text), hash));
    const int count = ++id_counts_[id];
    return count == 1 ? id : id + "." + std::to_string(count);
}

std::string SceneReader::pinned_id(const Item& item) {
    const YamlNode* id = attribute(item, "id");
    if (!id) return {};
    const bool good =
        id->kind == NodeKind::kText && !id->text.empty() && id->text.find_first_of(" \t/") == std::string::npos;
    if (!good) {
        bad_value(id[-1], *id, "first_meeting");
        return {};
    }
    if (!pinned_.insert(id->text).second) findings_.add("duplicate-id", id->spot, {id->text});
    return scene_.name + "/" + id->text;
}

void SceneReader::note_text(SceneFacts::Text text) {
    if (facts_) facts_->texts.push_back(std::move(text));
}

void SceneReader::report_missing_text(const YamlNode& key) {
    const std::string_view line = source().line(key.spot.line);
    const std::size_t colon = line.find(':', key.spot.byte + key.text.size());
    const std::size_t hash = line.find('#', std::min(colon, line.size()));
    if (colon == std::string_view::npos || hash == std::string_view::npos)
        return findings_.add("empty-text", key.spot, {key.text});
    findings_.add("comment-in-text", {key.spot.line, hash, 1}, {},
                  mended(source(), {key.spot.line, hash, 0}, trimmed(line.substr(hash))));
}

/// A list or a map where a text should be.
void SceneReader::report_shape(const YamlNode& node) {
    if (!node.flow) return findings_.add("wrong-shape", node.spot);
    // A flow map's mark is its first key, so the brace is looked for.
    const std::string_view line = source().line(node.spot.line);
    const std::size_t open = line.find_last_of(node.kind == NodeKind::kList ? '[' : '{', node.spot.byte);
    const Spot spot{node.spot.line, open == std::string_view::npos ? node.spot.byte : open, 1};
    const std::string_view raw = source().rest_of_line(spot);
    findings_.add(node.kind == NodeKind::kList ? "text-became-list" : "text-became-map",
                  {spot.line, spot.byte, raw.size()}, {}, mended(source(), spot, raw));
}

/// A plain text is compared with its line: what differs was cut by a comment or joined from several lines.
void SceneReader::check_plain(const YamlNode& node) {
    const std::string_view raw = source().rest_of_line(node.spot);
    if (raw == node.text) return;
    if (!raw.starts_with(node.text)) return findings_.add("folded-text", {node.spot.line, node.spot.byte, raw.size()});
    const std::string_view behind = raw.substr(node.text.size());
    if (behind.starts_with(':')) return; // the text of an option is a key
    const std::size_t hash = behind.find('#');
    // Two spaces make a comment; one is a text that YAML would cut.
    if (hash == std::string_view::npos || hash >= 2 || behind.starts_with('\t')) return;
    findings_.add("comment-in-text", {node.spot.line, node.spot.byte + node.text.size() + hash, 1}, {},
                  mended(source(), node.spot, raw));
}

std::optional<SceneReader::ReadText> SceneReader::read_text(const YamlNode& key, const YamlNode& value) {
    if (value.kind == NodeKind::kNothing) {
        report_missing_text(key);
        return std::nullopt;
    }
    if (value.kind != NodeKind::kText) {
        report_shape(value);
        return std::nullopt;
    }
    std::string_view text = value.text;
    if (value.style == ScalarStyle::kFolded) findings_.add("folded-text", value.spot);
    if (value.style == ScalarStyle::kPlain) check_plain(value);
    while (text.ends_with('\n')) text.remove_suffix(1);
    if (trimmed(text).empty()) {
        findings_.add("empty-text", value.spot, {key.text});
        return std::nullopt;
    }
    return marked_up(value, text, 0);
}

std::optional<SceneReader::ReadText> SceneReader::marked_up(const YamlNode& value, std::string_view text,
                                                            std::size_t offset) {
    Markup markup = parse_markup(text);
    for (const MarkupFinding& finding : markup.findings) {
        const Spot spot = spot_in(value, source(), offset + finding.at, finding.length);
        findings_.add(finding.code, spot, {finding.first, finding.second});
    }
    for (const Markup::Name& name : markup.names) {
        const auto spot = [&] { return spot_in(value, source(), offset + name.at, name.length); };
        if (name.kind == Markup::Name::Kind::kFaceMood && facts_) note_name(SceneFacts::Kind::kMood, name.name, spot());
        if (name.kind == Markup::Name::Kind::kFaceSpeaker && !find_speaker(story_, name.name)) {
            findings_.add("unknown-speaker", spot(), {name.name, nearest(name.name, speaker_ids(story_))});
        }
    }
    for (std::size_t at = markup.text.text.find("${"); at != std::string::npos;
         at = markup.text.text.find("${", at + 2)) {
        const std::size_t close = markup.text.text.find('}', at);
        const std::string name = markup.text.text.substr(at + 2, close == std::string::npos ? close : close - at - 2);
        if (facts_) facts_->variables.insert(name);
        if (close != std::string::npos && story_.variables.contains(name)) continue;
        std::vector<std::string> names;
        for (const auto& [known, first] : story_.variables) names.push_back(known);
        const std::size_t in_author = text.find("${" + name);
        const Spot spot = in_author == std::string_view::npos
                              ? value.spot
                              : spot_in(value, source(), offset + in_author + 2, name.size());
        findings_.add("unknown-variable", spot, {name, nearest(name, names)});
    }
    return ReadText{std::move(markup.text), std::move(markup.names)};
}

void SceneReader::read_versions(std::span<const YamlNode> attributes, Texts& others, SceneFacts::Text& facts,
                                const RichText& original) {
    for (std::size_t i = 0; i + 1 < attributes.size(); i += 2) {
        const YamlNode& key = attributes[i];
        const YamlNode& value = attributes[i + 1];
        if (!is_language_tag(key.text) || others.contains(key.text)) continue;
        const auto& declared = story_.languages;
        if (!declared.empty() && std::find(declared.begin(), declared.end(), key.text) == declared.end()) {
            findings_.add("undeclared-language", key.spot, {key.text});
        }
        auto read = read_text(key, value);
        if (!read) continue;
        check_silences(original, read->text, value.spot, key.text, findings_);
        inherit_timing(original, read->text);
        if (facts_) facts.versions.push_back({key.text, read->text, value.spot});
        others.emplace(key.text, std::move(read->text));
    }
}

void SceneReader::note_keys(const std::vector<Markup::Name>& names, const YamlNode& value, std::size_t offset,
                            const std::string& speaker) {
    if (!facts_) return;
    for (const Markup::Name& name : names) {
        const bool heard = name.kind == Markup::Name::Kind::kHeard;
        if (!heard && name.kind != Markup::Name::Kind::kUnsaid) continue;
        const Spot spot = spot_in(value, source(), offset + name.at, name.length);
        facts_->keys.push_back({heard, name.name, speaker, scene_.steps.size(), spot});
    }
}

bool SceneReader::set_speaker(Line& line, std::string_view key_text, const YamlNode& key) {
    const auto parsed = parse_speaker_key(key_text);
    if (!parsed) return false;
    const Speaker* speaker = find_speaker(story_, parsed->id);
    line.speaker = parsed->id;
    line.language = speaker && !speaker->language.empty() ? speaker->language : story_.language;
    line.mood = parsed->mood;
    if (!parsed->mood.empty())
        note_name(SceneFacts::Kind::kMood, parsed->mood, spot_in(key, source(), parsed->mood_at, parsed->mood.size()));
    const std::string& position = parsed->position;
    if (position == "left" || position == "right" || position == "center") {
        line.position = position;
    } else if (!position.empty()) {
        findings_.add("bad-value", spot_in(key, source(), parsed->position_at, position.size()),
                      {position, parsed->id, "left, right, center"});
    }
    return true;
}

void SceneReader::add_line(const Item& item, Line line, std::optional<SceneFacts::Text> given) {
    SceneFacts::Text noted = given ? std::move(*given) : SceneFacts::Text{};
    read_versions(item.attributes, line.others, noted, line.text);
    std::string id = pinned_id(item);
    line.id = id.empty() ? line_id(line.speaker, line.text) : std::move(id);
    if (const YamlNode* at = attribute(item, "at")) {
        line.at = at->text;
        if (at->kind != NodeKind::kText) bad_value(at[-1], *at, "'21:04'");
    }
    if (facts_) {
        noted.id = line.id;
        noted.speaker = line.speaker;
        noted.language = line.language;
        noted.text = line.text;
        noted.may_switch = true;
        note_text(std::move(noted));
    }
    add_step(std::move(line), item.key.spot);
}

void SceneReader::read_speech(const Item& item) {
    Line line;
    std::optional<ReadText> text;
    const YamlNode* value = &item.value;
    std::size_t offset = 0;
    std::string_view key_text = item.key.text;
    if (const auto split = split_at_colon(item.key.text)) {
        // `A：Note: x`: YAML took everything before the second colon for the key.
        const Spot from{item.key.spot.line, item.key.spot.byte + split->text_at, 0};
        const std::string_view raw = source().rest_of_line(from);
        const auto parsed = parse_speaker_key(split->head);
        std::string fixed = std::string(source().line(from.line).substr(0, item.key.spot.byte)) +
                            (parsed ? tidy_key(*parsed) : std::string(split->head)) + ": " + yaml_text(raw);
        findings_.add("colon-after-wide-colon", {from.line, item.key.spot.byte + split->at, 3}, {}, std::move(fixed));
        value = &item.key;
        offset = split->text_at;
        key_text = split->head;
        text = marked_up(item.key, raw, offset);
    } else {
        text = read_text(item.key, item.value);
    }
    if (!set_speaker(line, key_text, item.key)) return findings_.add("bad-speaker-key", item.key.spot, {item.key.text});
    if (!text) return;
    line.text = std::move(text->text);
    note_keys(text->names, *value, offset, line.speaker);
    SceneFacts::Text noted;
    noted.spot = {value->spot.line, value->spot.byte + offset, value->spot.bytes};
    add_line(item, std::move(line), std::move(noted));
}

void SceneReader::read_glued_speech(const YamlNode& node, std::size_t text_at, std::string_view key_text) {
    Line line;
    set_speaker(line, key_text, node);
    const std::string_view words = std::string_view(node.text).substr(std::min(text_at, node.text.size()));
    check_plain(node);
    if (words.empty()) return findings_.add("empty-text", node.spot, {std::string(key_text)});
    auto text = marked_up(node, words, text_at);
    line.text = std::move(text->text);
    note_keys(text->names, node, text_at, line.speaker);
    SceneFacts::Text noted;
    noted.spot = {node.spot.line, node.spot.byte + text_at, words.size()};
    add_line({node, node, node, {}}, std::move(line), std::move(noted));
}

void SceneReader::read_narration(const Item& item) {
    auto text = read_text(item.key, item.value);
    if (!text) return;
    Line line;
    line.language = story_.language;
    line.text = std::move(text->text);
    note_keys(text->names, item.value, 0, {});
    SceneFacts::Text noted;
    noted.spot = item.value.spot;
    add_line(item, std::move(line), std::move(noted));
}

void SceneReader::read_paragraph(const Item& item) { add_step(ParagraphEnd{}, item.key.spot); }
void SceneReader::read_turn(const Item& item) { add_step(TurnEnd{}, item.key.spot); }

void SceneReader::read_chapter(const Item& item) {
    ChapterCard card;
    card.title = read_title(item);
    if (!card.title.empty()) add_step(std::move(card), item.key.spot);
}

std::map<std::string, std::string> SceneReader::read_title(const Item& item) {
    std::map<std::string, std::string> out;
    const auto take = [&](const std::string& language, const YamlNode& key, const YamlNode& value) {
        if (value.kind != NodeKind::kText || value.text.empty())
            return findings_.add("empty-text", key.spot, {key.text});
        out.emplace(language, value.text);
    };
    std::span<const YamlNode> pairs = item.attributes;
    if (item.value.kind == NodeKind::kMap) {
        pairs = item.value.items;
    } else {
        take(story_.language, item.key, item.value);
    }
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        if (is_language_tag(pairs[i].text)) {
            take(pairs[i].text, pairs[i], pairs[i + 1]);
        } else if (item.value.kind == NodeKind::kMap) {
            findings_.add("unknown-attribute", pairs[i].spot, {pairs[i].text, item.key.text, ""});
        }
    }
    if (facts_ && !out.empty()) {
        SceneFacts::Text noted;
        noted.spot = item.value.spot;
        const auto base = out.find(story_.language);
        noted.language = base == out.end() ? out.begin()->first : base->first;
        noted.text.text = out.at(noted.language);
        for (const auto& [language, text] : out) {
            if (language != noted.language)
                noted.versions.push_back({language, RichText{text, {}, {}}, item.value.spot});
        }
        note_text(std::move(noted));
    }
    return out;
}

} // namespace liubai
