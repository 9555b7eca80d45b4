#include "script/look.h"

#include <catch2/catch.hpp>

#include "support/temporary_folder.h"

#include <filesystem>

using namespace liubai;

namespace {

Look look_of(const std::string& project, const std::string& stock) {
    const LoadedLook loaded = load_look(Folder::open_directory(project), Folder::open_directory(stock), {});
    for (const Diagnostic& d : loaded.findings) UNSCOPED_INFO(d.file << " " << d.code);
    CHECK(loaded.findings.empty());
    return loaded.look;
}

} // namespace

TEST_CASE("a folder that is its own stock has each layer once, however its path is written", "[script]") {
    const std::string root = LIUBAI_ROOT;
    const Look once = look_of(root, root);
    const Look other_way = look_of(root + "/scenes/..", root);
    REQUIRE(once.backgrounds.contains("city"));
    CHECK(once.backgrounds.at("city").layers.size() > 5);
    for (const auto& [name, background] : once.backgrounds) {
        INFO(name);
        CHECK(other_way.backgrounds.at(name).layers.size() == background.layers.size());
        CHECK(other_way.picture(background.image)->path == once.picture(background.image)->path);
    }
}

TEST_CASE("the stock's layers stay off a project's own picture of the same name", "[script]") {
    const test_support::TemporaryFolder folder;
    const auto backgrounds = folder.path() / "assets/backgrounds";
    std::filesystem::create_directories(backgrounds);
    std::filesystem::copy_file(LIUBAI_ROOT "/assets/backgrounds/wheat.webp", backgrounds / "city.webp");
    const Look look = look_of(folder.path().string(), LIUBAI_ROOT);
    CHECK(look.backgrounds.at("city").layers.empty());
    CHECK_FALSE(look.picture(look.backgrounds.at("city").image)->from_stock);
    CHECK(look.backgrounds.at("wheat").layers.size() > 3);
}

TEST_CASE("a project's own layers stay on its place, whatever the stock calls by the same name", "[script]") {
    const test_support::TemporaryFolder folder; // the stock's own files, as an author copies them to change them
    std::filesystem::create_directories(folder.path() / "assets");
    std::filesystem::copy(LIUBAI_ROOT "/assets/backgrounds", folder.path() / "assets/backgrounds", std::filesystem::copy_options::recursive);
    const Look stock = look_of(LIUBAI_ROOT, LIUBAI_ROOT);
    const Look own = look_of(folder.path().string(), LIUBAI_ROOT);
    for (const auto& [name, background] : stock.backgrounds) {
        INFO(name);
        CHECK(own.backgrounds.at(name).layers.size() == background.layers.size());
        CHECK_FALSE(own.picture(own.backgrounds.at(name).image)->from_stock);
    }
}

TEST_CASE("another state of a place has its picture and its light, and what the entry itself says", "[script]") {
    const Look look = look_of(LIUBAI_ROOT, LIUBAI_ROOT);
    const Background& lit = look.backgrounds.at("city");
    const Background& unlit = look.backgrounds.at("city_unlit");
    CHECK(unlit.image == lit.image);
    CHECK(unlit.light.strip == lit.light.strip);
    CHECK(unlit.layers.size() > lit.layers.size());
    REQUIRE(look.backgrounds.at("mist_mountains").light_at);
    CHECK(look.masks.contains("ink"));
    CHECK(look.weathers.contains("snow"));
}
