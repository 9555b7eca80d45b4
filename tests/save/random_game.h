#pragma once
// Saved games full of anything that one may hold, for tests of the way to text and back.

#include "save/file_internal.h"

#include <random>
#include <string>

namespace test_support {

using namespace liubai;

class RandomGame {
public:
    explicit RandomGame(unsigned seed) : random_(seed) {}

    SavedGame game() {
        SavedGame game;
        game.head = head();
        game.place = place();
        game.page = below(5);
        game.reading = reading();
        for (std::size_t i = 0; i < game.reading.calls.size(); ++i) game.calls.push_back(place());
        for (std::size_t i = 0; i < game.reading.silences.size(); ++i) game.silences.push_back(place());
        game.turn = static_cast<int>(below(400));
        game.turn_speaker = word();
        game.history = history();
        return game;
    }

    std::size_t below(std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_); }

private:
    bool flip() { return below(2) == 1; }
    float share() { return static_cast<float>(below(1001)) / 1000; }

    std::string word() {
        static const std::vector<std::string> kWords{"",        "A",     "雾",   "mist", "rain/3", "/", "a\"b\\c", "\n\t",
                                                     "😀 é",    "mist/", "null", "\x01", "你还在吗？", std::string("\0", 1)};
        return kWords[below(kWords.size())];
    }

    template <typename Make> auto several(std::size_t most, Make make) {
        std::vector<decltype(make())> items;
        for (std::size_t n = below(most + 1); n > 0; --n) items.push_back(make());
        return items;
    }

    std::map<std::string, std::string> texts() { return {{"zh", word()}, {word(), word()}}; }

    WantedStage stage() {
        WantedStage stage;
        stage.background = word();
        stage.framing = static_cast<Framing>(below(4));
        stage.cast = several(3, [&] { return word(); });
        stage.moods = texts();
        stage.gazes[word()] = flip();
        stage.sides[word()] = static_cast<Side>(below(3));
        stage.speaker = word();
        stage.music = word();
        stage.ambience = word();
        stage.music_fade = static_cast<Millis>(below(100'000));
        stage.ambience_fade = static_cast<Millis>(below(100'000));
        stage.music_volume = share();
        stage.ambience_volume = share();
        stage.weather = word();
        stage.camera = {share() * 900 - 450, share() * 500 - 250, 1 + share()};
        return stage;
    }

    SaveHead head() { return {word(), word(), static_cast<std::int64_t>(below(100'000'000)), texts(), texts(), stage()}; }

    SavedLine line() { return {word(), std::uniform_int_distribution<std::uint64_t>()(random_)}; }

    SavedPlace place() {
        return {word(), static_cast<std::uint32_t>(below(1000)), line(), several(3, [&] { return line(); }),
                several(3, [&] { return line(); })};
    }

    Reading reading() {
        Reading reading;
        reading.place = {word(), below(1000)};
        reading.entering = flip();
        reading.calls = several(3, [&] { return Place{word(), below(1000)}; });
        reading.variables = {{"雾", flip()}, {"n", share() * 1e6 - 0.1}, {"s", word()}, {word(), -1e300}};
        for (const std::string& id : several(4, [&] { return word(); })) reading.taken.insert(id);
        reading.heard = several(4, [&] { return word(); });
        reading.silences = several(4, [&] { return Silence{{word(), below(1000)}, below(4), word(), flip()}; });
        reading.seed = std::uniform_int_distribution<std::uint64_t>()(random_);
        return reading;
    }

    History history() {
        History history;
        for (int i = 0; i < 4; ++i) history.scenes.push_back(word() + std::to_string(i));
        std::uint32_t scene = 0;
        std::uint32_t step = 0;
        for (std::size_t n = below(3000); n > 0; --n) {
            if (below(50) == 0) scene = static_cast<std::uint32_t>(below(4));
            step = below(10) == 0 ? static_cast<std::uint32_t>(below(4'000'000'000)) : step + 1;
            const std::string id = flip() ? history.scenes[scene] + "/" + word() : word();
            const auto option = static_cast<std::int32_t>(below(5)) - 1;
            history.entries.push_back({scene, step, id, option});
        }
        history.shown = below(history.entries.size() + 1);
        for (std::size_t entry = below(100); entry < history.entries.size(); entry += below(400)) {
            history.checkpoints.push_back({entry, reading(), stage(), static_cast<int>(below(9)), word()});
            Place& place = history.checkpoints.back().reading.place;
            if (flip()) history.checkpoints.back().reading.calls.clear();
            if (flip()) place.step = 0;
            if (flip()) place.scene = history.scenes[history.entries[entry].scene];
        }
        return history;
    }

    std::mt19937 random_;
};

/// The game with only those checkpoints that its file keeps.
inline SavedGame as_kept(const SavedGame& game) {
    SavedGame out = game;
    out.history.checkpoints.clear();
    for (const Checkpoint* kept : kept_checkpoints(game.history)) out.history.checkpoints.push_back(*kept);
    return out;
}

} // namespace test_support
