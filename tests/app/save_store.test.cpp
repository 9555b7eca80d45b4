#include "app/keeping.h"
#include "app/save_store.h"

#include "base/error.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace liubai;
using namespace test_support;

namespace {

std::string save_named(const std::string& name) {
    SavedGame game;
    game.head.name = name;
    game.head.words = {{"zh", "雾散了。"}};
    return to_text(game);
}

std::string name_in(const SlotEntry& entry) {
    const auto* head = std::get_if<SaveHead>(&entry.head);
    return head ? head->name : "(" + std::get<Bilingual>(entry.head).en + ")";
}

/// "slot name" of each, "~" before that of a previous autosave.
std::vector<std::string> listed(const SaveStore& store) {
    std::vector<std::string> out;
    for (const SlotEntry& entry : store.list())
        out.push_back(entry.slot + (entry.previous ? " ~" : " ") + name_in(entry));
    return out;
}

std::string content(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("saves are written, listed, read and removed by their slots", "[app]") {
    const TemporaryFolder temporary;
    const SaveStore store(temporary.at("saves/mist-1234"));
    CHECK(store.list().empty());
    CHECK(!store.read("quick"));
    store.write("quick", save_named("Q"));
    store.write("12", save_named("twelve"));
    store.write("12", save_named("Twelve"));
    CHECK(listed(store) == Strings{"12 Twelve", "quick Q"});
    CHECK(store.read("12")->text == save_named("Twelve"));
    store.remove("12");
    store.remove("12");
    CHECK(!store.read("12"));
    CHECK(listed(store) == Strings{"quick Q"});
}

TEST_CASE("without a folder nothing is kept, and a save says so", "[app]") {
    const Keeping keeping("");
    const auto answer = keeping.carry_out(SaveRequest{"quick", save_named("Q")});
    REQUIRE(answer);
    CHECK_FALSE(std::get<SaveDone>(*answer).ok);
    CHECK(!std::get<SaveDone>(*answer).message.en.empty());
    CHECK(!std::filesystem::exists("slots"));
    CHECK(std::get<SaveListed>(*keeping.carry_out(ListSavesRequest{})).slots.empty());
    CHECK(keeping.read_seen().text.empty());
}

TEST_CASE("a slot is a name and never a path", "[app]") {
    for (const char* slot : {"", "..", "a/b", "a\\b", "A", "auto-1", "c:", "x.json", "seventeen17letter", "雾"})
        CHECK(!is_slot(slot));
    for (const char* slot : {"auto", "quick", "1", "60", "sixteen16letter0"}) CHECK(is_slot(slot));
    const TemporaryFolder temporary;
    temporary.put("above.json", save_named("above"));
    CHECK(!SaveStore(temporary.at("saves")).read("../above"));
}

TEST_CASE("a damaged save is listed with its sentence and the others go on", "[app]") {
    const TemporaryFolder temporary;
    const SaveStore store(temporary.at("saves"));
    store.write("1", save_named("one"));
    const std::string broken = save_named("two").substr(0, 60);
    temporary.put("saves/2.json", broken);
    temporary.put("saves/3.json", "");
    temporary.put("saves/notes.txt", "not ours");
    temporary.put("saves/Not a slot.json", "{}");
    fs::create_directories(temporary.path() / "saves" / "4.json");
    const Strings entries = listed(store);
    REQUIRE(entries.size() == 4);
    CHECK(entries[0] == "1 one");
    CHECK(entries[1] == "2 (This save is damaged or cut off.)");
    CHECK(entries[2] == "3 (This save is damaged or cut off.)");
    CHECK(entries[3].starts_with("4 ("));
    CHECK(store.read("2")->text == broken);
    CHECK_THROWS_AS(store.read("4"), Error);
}

TEST_CASE("what cannot be used is set aside before a slot is written", "[app]") {
    const TemporaryFolder temporary;
    const SaveStore store(temporary.at("saves"));
    for (const std::string slot : {"auto", "5"}) {
        const std::string newer = R"({"liubai": 99, "of": "another day"})";
        temporary.put("saves/" + slot + ".json", newer);
        store.write(slot, save_named("fresh"));
        CHECK(store.read(slot)->text == save_named("fresh"));
        CHECK(content(temporary.path() / "saves" / (slot + ".damaged")) == newer);
    }
    CHECK(listed(store) == Strings{"5 fresh", "auto fresh"});
}

TEST_CASE("when the autosave is damaged the one before it is there, and says so", "[app]") {
    const TemporaryFolder temporary;
    const SaveStore store(temporary.at("saves"));
    store.write("auto", save_named("first"));
    store.write("auto", save_named("second"));
    store.write("auto", save_named("third"));
    CHECK(listed(store) == Strings{"auto third"});
    CHECK(!store.read("auto")->previous);

    const std::string half = save_named("third").substr(0, 50);
    temporary.put("saves/auto.json", half);
    CHECK(listed(store) == Strings{"auto ~second"});
    CHECK(store.read("auto")->previous);
    CHECK(store.read("auto")->text == save_named("second"));

    store.write("auto", save_named("fourth"));
    CHECK(content(temporary.path() / "saves" / "auto.damaged") == half);
    CHECK(listed(store) == Strings{"auto fourth"});
    temporary.put("saves/auto.json", half);
    CHECK(listed(store) == Strings{"auto ~second"});

    temporary.put("saves/auto-1.json", half);
    CHECK(listed(store) == Strings{"auto (This save is damaged or cut off.)"});
    store.remove("auto");
    CHECK(store.list().empty());
}

TEST_CASE("a save that cannot be written leaves the one before it", "[app]") {
    const TemporaryFolder temporary;
    temporary.put("file", "not a folder");
    CHECK_THROWS_AS(SaveStore(temporary.at("file")).write("1", save_named("x")), Error);
    CHECK(SaveStore(temporary.at("file")).list().empty());
    CHECK(content(temporary.path() / "file") == "not a folder");
}

TEST_CASE("what killed programs left is never listed, and cleared once it is old", "[app]") {
    const TemporaryFolder temporary;
    const SaveStore store(temporary.at("saves"));
    temporary.put("saves/1.json.part123", save_named("half"));
    temporary.put("saves/auto.json.part77", save_named("half"));
    fs::last_write_time(temporary.path() / "saves" / "1.json.part123",
                        fs::file_time_type::clock::now() - std::chrono::hours(1));
    CHECK(store.list().empty());
    store.write("2", save_named("two"));
    CHECK(listed(store) == Strings{"2 two"});
    CHECK(!fs::exists(temporary.path() / "saves" / "1.json.part123"));
    CHECK(fs::exists(temporary.path() / "saves" / "auto.json.part77")); // another program may be writing it now
}
