// A program that saves as fast as it can is killed, again and again: no save is ever lost or half.
#include "app/save_store.h"

#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <map>
#include <random>

using namespace liubai;
using namespace test_support;

namespace {

constexpr int kKills = 500;
constexpr int kBeforeRename = 100; ///< of them, at least, while the temporary file was there
constexpr int kMostKills = 5000;

std::string save_number(std::int64_t number) {
    SavedGame game;
    game.head.saved_at = number;
    game.reading.variables["padding"] = std::string(static_cast<std::size_t>(4'000 + number % 40 * 500), 'x');
    return to_text(game);
}

/// Runs in the child until it is killed: the saves after `number`, each told to the pipe once it is finished.
[[noreturn]] void save_for_ever(const SaveStore& store, const std::string& slot, std::int64_t number, int pipe) {
    try {
        while (true) {
            store.write(slot, save_number(++number));
            if (::write(pipe, &number, sizeof number) != sizeof number) break;
        }
    } catch (...) {
    }
    ::_exit(1);
}

/// The next number from the pipe, or `before` when the child has ended and told no more.
std::int64_t next_told(int pipe, std::int64_t before) {
    std::int64_t number = 0;
    return ::read(pipe, &number, sizeof number) == sizeof number ? number : before;
}

} // namespace

TEST_CASE("no save is lost or half when the program is killed while it saves", "[app]") {
    const TemporaryFolder temporary;
    const std::string folder = temporary.at("saves");
    const SaveStore store(folder);
    std::mt19937 random(1);
    std::map<std::string, std::int64_t> saved{{"auto", 0}, {"quick", 0}};
    for (const auto& [slot, number] : saved) store.write(slot, save_number(number));

    int kills = 0;
    int before_rename = 0;
    int wrong = 0;
    while ((kills < kKills || before_rename < kBeforeRename) && kills < kMostKills && wrong == 0) {
        const std::string slot = kills % 4 < 2 ? "auto" : "quick";
        std::array<int, 2> pipe{};
        REQUIRE(::pipe(pipe.data()) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) save_for_ever(store, slot, saved[slot], pipe[1]);
        ::close(pipe[1]);
        std::int64_t told = saved[slot];
        const std::string part = folder + "/" + slot + ".json.part" + std::to_string(child);
        if (kills % 2 == 0) { // aimed; it ends, for a child that goes wrong ends and is found below
            for (int i = 0; i < 100'000 && ::access(part.c_str(), F_OK) != 0; ++i) ::usleep(100);
        } else { // anywhere between two saves
            told = next_told(pipe[0], told);
            ::usleep(static_cast<useconds_t>(random() % 8000));
        }
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        ++kills;
        if (fs::remove(part)) ++before_rename;

        for (std::int64_t next = 0; (next = next_told(pipe[0], told)) != told;) told = next;
        ::close(pipe[0]);
        const auto stored = store.read(slot);
        REQUIRE(stored);
        const auto game = saved_game_from(stored->text);
        REQUIRE(std::holds_alternative<SavedGame>(game));
        saved[slot] = std::get<SavedGame>(game).head.saved_at;
        const bool is_right = saved[slot] == told || saved[slot] == told + 1;
        if (!is_right || stored->previous || stored->text != save_number(saved[slot])) ++wrong;
    }
    INFO(kills << " kills, " << before_rename << " of them before the rename; saved " << saved["auto"] << " and "
               << saved["quick"]);
    CHECK(wrong == 0);
    CHECK(kills >= kKills);
    CHECK(before_rename >= kBeforeRename);
    CHECK(saved["auto"] + saved["quick"] >= kills / 2);
    CHECK(store.list().size() == 2);
}
