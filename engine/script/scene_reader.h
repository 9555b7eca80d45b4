#pragma once
// One scene: from the tree of its file to a flat list of steps, with findings. scene_reader.cpp has the structure,
// verbs.cpp the verbs, stage_verbs.cpp what happens on the stage, text_reader.cpp everything that a reader reads.

#include "script/findings.h"
#include "script/markup.h"
#include "script/yaml_reader.h"
#include "story/step.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace liubai {

/// What the checks of a whole project need to know about a scene beside its steps.
struct SceneFacts {
    enum class Kind : unsigned char { kBackground, kTransition, kWeather, kMood, kMusic, kAmbience, kSound };
    struct Name {
        Kind kind;
        std::string name;
        Spot spot;
    };
    struct Target {
        std::string scene;
        std::string label;
        Spot spot;
    };
    struct Version {
        std::string language;
        RichText text;
        Spot spot;
    };
    /// Anything that is shown to the reader as words.
    struct Text {
        std::string id; ///< of the line or option; empty for titles and cards
        std::string speaker;
        Spot spot;
        std::string language;
        RichText text;
        std::vector<Version> versions;
        bool may_switch = false; ///< a line: an own-language version is looked for
    };
    /// A key of <unsaid> or <heard> in an original text.
    struct Key {
        bool heard = false;
        std::string key;
        std::string speaker;
        std::size_t step = 0;
        Spot spot;
    };
    std::vector<Name> names;
    std::vector<Target> targets;
    std::vector<Text> texts;
    std::vector<Key> keys;
    std::map<std::string, Spot> labels;
    std::set<std::string> variables; ///< that are read or set
};

class SceneReader {
public:
    /// Keeps: the references. `facts` may be nullptr: then nothing is noted beside the scene.
    SceneReader(const Story& story, Findings& findings, std::string name, SceneFacts* facts);

    /// The head of the file: `title:` and what else stands at the left edge beside `lines:`.
    void read_head(const YamlNode& head);
    /// Items of `lines:`; may be called again for the next ones.
    void read_lines(const YamlNode& list);
    /// Settles jumps and ids. The reader is empty afterwards.
    Scene finish();

    /// One item of a list: a verb or speaker with its value and the attributes under it.
    struct Item {
        const YamlNode& node;
        const YamlNode& key;
        const YamlNode& value;
        std::span<const YamlNode> attributes; ///< key, value, key, value …
    };
    struct Verb;

    static std::span<const Verb> verbs(); ///< script/verbs.h
    static std::vector<std::string> verb_names();
    static bool is_verb(std::string_view word);

private:
    static const Verb* find_verb(std::string_view name);

    // Structure.
    void read_item(const YamlNode& node);
    void read_map(const Item& item);
    void read_bare(const YamlNode& node);
    void read_verb(const Verb& verb, const Item& item);
    void report_unknown_key(const Item& item);
    void check_attributes(const Item& item, std::span<const std::string_view> allowed, bool languages);
    void read_branch_list(const YamlNode& key, const YamlNode& value);
    void read_choice(const Item& item);
    void read_option(const YamlNode& node, std::size_t choice_step, std::vector<std::size_t>& ends);
    void read_if(const Item& item);
    void read_set(const Item& item);
    void read_jump(const Item& item);
    void read_call(const Item& item);
    void read_return(const Item& item);
    void read_label(const Item& item);
    void read_target(const YamlNode& key, const YamlNode& value, bool call);
    void settle_jumps();
    Expression read_condition(const YamlNode& key, const YamlNode& value);

    // The stage.
    void read_bg(const Item& item);
    void read_framing(const Item& item);
    void read_mood(const Item& item);
    void read_gaze(const Item& item);
    void read_show(const Item& item);
    void read_hide(const Item& item);
    void read_move(const Item& item);
    void read_camera(const Item& item);
    void read_music(const Item& item);
    void read_ambience(const Item& item);
    void read_sound(const Item& item);
    void read_shake(const Item& item);
    void read_flash(const Item& item);
    void read_weather(const Item& item);
    void read_silences(const Item& item);
    void read_pause(const Item& item);
    std::string read_name(const Item& item, SceneFacts::Kind kind);
    /// A map of speakers; false when it is none. `take` says whether a value is one of those `wanted`.
    bool read_by_speaker(const Item& item, const std::string& wanted,
                         const std::function<bool(const std::string&, const YamlNode&)>& take);
    std::string read_speaker_name(const Item& item);
    std::string read_position(const Item& item);
    Millis read_seconds(const Item& item, std::string_view attribute, Millis otherwise);
    Millis seconds_of(const YamlNode& key, const YamlNode& value, Millis otherwise);
    float read_volume(const Item& item);
    float number_of(const YamlNode& key, const YamlNode& value, float otherwise);

    // Words.
    void read_speech(const Item& item);
    void read_narration(const Item& item);
    void read_paragraph(const Item& item);
    void read_turn(const Item& item);
    void read_chapter(const Item& item);
    void read_glued_speech(const YamlNode& node, std::size_t text_at, std::string_view key_text);
    void add_line(const Item& item, Line line, std::optional<SceneFacts::Text> given);
    bool set_speaker(Line& line, std::string_view key_text, const YamlNode& key);
    std::map<std::string, std::string> read_title(const Item& item);
    struct ReadText {
        RichText text;
        std::vector<Markup::Name> names;
    };
    std::optional<ReadText> read_text(const YamlNode& key, const YamlNode& value);
    std::optional<ReadText> marked_up(const YamlNode& value, std::string_view text, std::size_t offset);
    void report_missing_text(const YamlNode& key);
    void report_shape(const YamlNode& node);
    void check_plain(const YamlNode& node);
    void note_text(SceneFacts::Text text);
    void read_versions(std::span<const YamlNode> attributes, Texts& others, SceneFacts::Text& facts,
                       const RichText& original);
    void note_keys(const std::vector<Markup::Name>& names, const YamlNode& value, std::size_t offset,
                   const std::string& speaker);
    std::string line_id(std::string_view speaker, const RichText& text);
    std::string pinned_id(const Item& item);

    // Shared.
    void add_step(decltype(Step::what) what, Spot spot);
    void bad_value(const YamlNode& key, const YamlNode& value, const std::string& wanted);
    void note_name(SceneFacts::Kind kind, std::string name, Spot spot);
    void report_expression(const struct ExpressionError& error, const YamlNode& node);
    const YamlNode* attribute(const Item& item, std::string_view name) const;
    [[nodiscard]] const Source& source() const { return findings_.source(); }

    struct PendingJump {
        std::size_t step;
        std::string target;
        Spot spot;
    };

    const Story& story_;
    Findings& findings_;
    SceneFacts* facts_;
    Scene scene_;
    std::vector<PendingJump> jumps_;
    std::map<std::string, int> id_counts_;
    std::set<std::string> pinned_;
};

/// Where everything that is a string of the author's is cut into a list of words for "did you mean".
std::vector<std::string> speaker_ids(const Story& story);

} // namespace liubai
