#include "game/replay.h"

#include "base/decimal.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <utility>

namespace liubai {
namespace {

constexpr std::string_view kHeader = "liubai-replay 1";
constexpr std::size_t kMostTicks = 1000000;

/// Writes fields as words; texts are percent-encoded so that a word never holds a space.
class Writer {
public:
    explicit Writer(const char* name) : out_(name) {}

    Writer& number(std::int64_t value) { return word(std::to_string(value)); }
    Writer& flag(bool value) { return word(value ? "1" : "0"); }
    Writer& real(float value) { return word(shortest(value)); }
    Writer& text(const Bilingual& value) { return text(value.zh).text(value.en); }
    Writer& point(Vec2 p) { return real(p.x).real(p.y); }
    Writer& text(std::string_view value) {
        constexpr std::string_view kHex = "0123456789ABCDEF";
        std::string encoded = "'";
        for (const char c : value) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte > 0x20 && c != '%' && c != '|') {
                encoded += c;
            } else {
                encoded += '%';
                encoded += kHex[byte >> 4];
                encoded += kHex[byte & 15];
            }
        }
        return word(encoded);
    }
    [[nodiscard]] std::string done() const { return out_; }

private:
    Writer& word(std::string_view value) {
        out_ += ' ';
        out_ += value;
        return *this;
    }
    std::string out_;
};

class Reader {
public:
    explicit Reader(const std::string& text) : in_(text) {}

    std::string word() {
        std::string value;
        if (!(in_ >> value)) failed_ = true;
        return value;
    }
    template <typename T>
    T number(std::int64_t least, std::int64_t most) {
        return static_cast<T>(integer(least, most));
    }
    bool flag() { return integer(0, 1) == 1; }
    float real() {
        const auto value = float_from(word());
        if (!value || !(*value > -1e6f && *value < 1e6f)) failed_ = true;
        return failed_ ? 0 : *value;
    }
    Vec2 point() {
        const float x = real();
        return {x, real()};
    }
    std::string text() {
        const std::string w = word();
        std::string value;
        if (w.empty() || w[0] != '\'') failed_ = true;
        for (std::size_t i = 1; i < w.size(); ++i) {
            if (w[i] != '%') {
                value += w[i];
                continue;
            }
            unsigned byte = 0;
            if (i + 2 >= w.size() || std::from_chars(&w[i + 1], &w[i + 1] + 2, byte, 16).ec != std::errc()) failed_ = true;
            value += static_cast<char>(byte);
            i += 2;
        }
        return value;
    }
    Bilingual bilingual() {
        std::string zh = text();
        return {std::move(zh), text()};
    }
    [[nodiscard]] bool failed() const { return failed_; }
    bool at_end() { return (in_ >> std::ws).eof(); }

private:
    std::int64_t integer(std::int64_t least, std::int64_t most) {
        const std::string w = word();
        std::int64_t value = 0;
        const auto result = std::from_chars(w.data(), w.data() + w.size(), value);
        if (result.ec != std::errc() || result.ptr != w.data() + w.size() || value < least || value > most) failed_ = true;
        return failed_ ? least : value;
    }
    std::istringstream in_;
    bool failed_ = false;
};

constexpr std::int64_t kAny = 0x7FFFFFFFFFFF;

struct WriteEvent {
    using S = std::string;
    S operator()(const PointerMoved& e) const { return Writer("pointer-moved").point(e.at).done(); }
    S operator()(const PointerDown& e) const { return Writer("pointer-down").point(e.at).number(static_cast<int>(e.button)).done(); }
    S operator()(const PointerUp& e) const { return Writer("pointer-up").point(e.at).number(static_cast<int>(e.button)).done(); }
    S operator()(const Wheel& e) const { return Writer("wheel").point(e.at).real(e.steps).done(); }
    S operator()(const TouchDown& e) const { return Writer("touch-down").number(e.finger).point(e.at).done(); }
    S operator()(const TouchMoved& e) const { return Writer("touch-moved").number(e.finger).point(e.at).done(); }
    S operator()(const TouchUp& e) const { return Writer("touch-up").number(e.finger).point(e.at).done(); }
    S operator()(const KeyDown& e) const {
        return Writer("key-down").number(static_cast<int>(e.key)).flag(e.shift).flag(e.control).flag(e.alt).flag(e.repeat).done();
    }
    S operator()(const KeyUp& e) const { return Writer("key-up").number(static_cast<int>(e.key)).done(); }
    S operator()(const PadDown& e) const { return Writer("pad-down").number(static_cast<int>(e.button)).done(); }
    S operator()(const PadUp& e) const { return Writer("pad-up").number(static_cast<int>(e.button)).done(); }
    S operator()(const PadChanged& e) const { return Writer("pad-changed").flag(e.connected).number(static_cast<int>(e.kind)).done(); }
    S operator()(const ActionGiven& e) const { return Writer("action").number(static_cast<int>(e.action)).done(); }
    S operator()(const TextTyped& e) const { return Writer("text").text(e.text).done(); }
    S operator()(const Composition& e) const { return Writer("composition").text(e.text).number(e.cursor).number(e.selected).done(); }
    S operator()(const Resized& e) const {
        return Writer("resized").point(e.size).real(e.scale).flag(e.accelerated).flag(e.reduced_motion).done();
    }
    S operator()(const FocusChanged& e) const { return Writer("focus").flag(e.focused).done(); }
    S operator()(const Loaded& e) const { return Writer("loaded").number(static_cast<std::int64_t>(e.content_version)).done(); }
    S operator()(const SaveListed& e) const {
        Writer w("save-listed");
        for (const SaveSlot& s : e.slots) w.text(s.slot).text(s.head).text(s.message);
        return w.done();
    }
    S operator()(const SaveDone& e) const { return Writer("save-done").text(e.slot).flag(e.ok).text(e.message).done(); }
    S operator()(const SaveLoaded& e) const { return Writer("save-loaded").text(e.slot).text(e.text).text(e.message).done(); }
    S operator()(const SeenLoaded& e) const { return Writer("seen-loaded").text(e.text).done(); }
    S operator()(const Told& e) const { return Writer("told").text(e.text).done(); }
    S operator()(const SpeechDone&) const { return "speech-done"; }
    S operator()(const SoundDone& e) const { return Writer("sound-done").text(e.sound).done(); }
    S operator()(const LocalTime& e) const { return Writer("local-time").number(e.minutes).done(); }
};

InputEvent read_event(const std::string& name, Reader& r, bool& known) {
    const auto key = [&] { return r.number<Key>(0, static_cast<int>(Key::kMenu)); };
    const auto pad = [&] { return r.number<PadButton>(0, static_cast<int>(PadButton::kRight)); };
    const auto button = [&] { return r.number<PointerButton>(0, 2); };
    const auto finger = [&] { return r.number<std::int64_t>(-kAny, kAny); };
    // Braced initialisers read their fields from left to right.
    if (name == "pointer-moved") return PointerMoved{r.point()};
    if (name == "pointer-down") return PointerDown{r.point(), button()};
    if (name == "pointer-up") return PointerUp{r.point(), button()};
    if (name == "wheel") return Wheel{r.point(), r.real()};
    if (name == "touch-down") return TouchDown{finger(), r.point()};
    if (name == "touch-moved") return TouchMoved{finger(), r.point()};
    if (name == "touch-up") return TouchUp{finger(), r.point()};
    if (name == "key-down") return KeyDown{key(), r.flag(), r.flag(), r.flag(), r.flag()};
    if (name == "key-up") return KeyUp{key()};
    if (name == "pad-down") return PadDown{pad()};
    if (name == "pad-up") return PadUp{pad()};
    if (name == "pad-changed") return PadChanged{r.flag(), r.number<PadKind>(0, 3)};
    if (name == "action") return ActionGiven{r.number<Action>(0, static_cast<int>(Action::kQuit))};
    if (name == "text") return TextTyped{r.text()};
    if (name == "composition") return Composition{r.text(), r.number<int>(0, 10000), r.number<int>(0, 10000)};
    if (name == "resized") return Resized{r.point(), r.real(), r.flag(), r.flag()};
    if (name == "focus") return FocusChanged{r.flag()};
    if (name == "loaded") return Loaded{r.number<std::uint64_t>(0, kAny)};
    if (name == "save-listed") {
        SaveListed listed;
        while (!r.at_end() && !r.failed()) listed.slots.push_back({r.text(), r.text(), r.bilingual()});
        return listed;
    }
    if (name == "save-done") return SaveDone{r.text(), r.flag(), r.bilingual()};
    if (name == "save-loaded") return SaveLoaded{r.text(), r.text(), r.bilingual()};
    if (name == "seen-loaded") return SeenLoaded{r.text()};
    if (name == "told") return Told{r.bilingual()};
    if (name == "speech-done") return SpeechDone{};
    if (name == "sound-done") return SoundDone{r.text()};
    if (name == "local-time") return LocalTime{r.number<std::int64_t>(0, kAny)};
    known = false;
    return SpeechDone{};
}

bool read_tick(const std::string& line, Tick& tick) {
    std::size_t begin = 0;
    bool first = true;
    while (begin <= line.size()) {
        const std::size_t end = std::min(line.find('|', begin), line.size());
        Reader reader(line.substr(begin, end - begin));
        begin = end + 1;
        const std::string name = reader.word();
        bool known = true;
        if (first) {
            known = name == "tick";
            tick.dt = reader.number<Millis>(0, 24 * 3600 * 1000);
            first = false;
        } else {
            tick.inputs.push_back(read_event(name, reader, known));
        }
        if (!known || reader.failed() || !reader.at_end()) return false;
    }
    return true;
}

} // namespace

std::string to_text(const Tick& tick) {
    std::string out = "tick " + std::to_string(tick.dt);
    for (const InputEvent& event : tick.inputs) out += " | " + std::visit(WriteEvent{}, event);
    return out;
}

std::string to_text(const ReplayLog& log) {
    std::string out = std::string(kHeader) + "\n";
    out += "seed " + std::to_string(log.seed) + "\n";
    out += "content " + std::to_string(log.content_hash) + "\n";
    out += Writer("settings").text(log.settings).done() + "\n";
    if (!log.scene.empty()) out += Writer("start").text(log.scene).text(log.line).done() + "\n";
    for (const Tick& tick : log.ticks) out += to_text(tick) + "\n";
    return out;
}

std::variant<ReplayLog, Bilingual> replay_from(std::string_view text) {
    ReplayLog log;
    std::istringstream in{std::string(text)};
    int number = 0;
    const auto bad = [&] {
        const std::string n = std::to_string(number);
        return Bilingual{"记录文件第 " + n + " 行读不懂", "line " + n + " of the log is not one of a replay log"};
    };
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (number == 1) {
            if (line != kHeader) return Bilingual{"这不是留白的记录文件", "this is not a replay log of Liubai"};
            continue;
        }
        if (line.empty()) continue;
        if (line.starts_with("tick")) {
            if (log.ticks.size() >= kMostTicks || !read_tick(line, log.ticks.emplace_back())) return bad();
            continue;
        }
        Reader reader(line);
        const std::string name = reader.word();
        if (name == "seed" || name == "content") {
            const std::string w = reader.word();
            std::uint64_t& to = name == "seed" ? log.seed : log.content_hash;
            if (std::from_chars(w.data(), w.data() + w.size(), to).ec != std::errc()) return bad();
        } else if (name == "settings") {
            log.settings = reader.text();
        } else if (name == "start") {
            log.scene = reader.text();
            log.line = reader.text();
        } else {
            return bad();
        }
        if (reader.failed()) return bad();
    }
    if (number == 0) return Bilingual{"记录文件是空的", "the replay log is empty"};
    return log;
}

} // namespace liubai
