#include "base/error.h"
#include "fuzz/loaders.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace liubai;

TEST_CASE("what the fuzzer found is read, or refused with a sentence", "[app]") {
    for (const Loader& loader : loaders()) {
        const std::filesystem::path folder = std::filesystem::path(LIUBAI_ROOT) / "tests/fuzz/corpus" / loader.name;
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            INFO(entry.path().string());
            ++files;
            try {
                loader.load(entry.path().string());
            } catch (const Error& e) {
                CHECK(!e.text().zh.empty());
                CHECK(!e.text().en.empty());
            }
        }
        CHECK(files > 0);
    }
}
