// Every file of tests/bad_scenes says in its comments what lint must find in it: `# error 4:7 colon-in-text`. A folder
// is a whole project.
#include "script/codes.h"
#include "script/fix.h"
#include "script/look.h"
#include "script/own_assets.h"
#include "script/project.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace liubai;
namespace fs = std::filesystem;

namespace {

const fs::path kCases = fs::path(LIUBAI_ROOT) / "tests" / "bad_scenes";
const Stock kStock{{"city"}, {"dissolve", "cut", "paper", "black", "ink"}, {"rain", "snow"}, {"neutral", "smile", "wonder", "笑"}, {"liubai"}, {"rain"}, {"bell", "blip_a1", "blip_a2", "blip_a3"},
                   [](char32_t c) { return c != U'\uE000'; }, {}};

std::string read_text(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The comments of a file, each with the file's name in front.
std::multiset<std::string> expected_in(const fs::path& path, const std::string& name) {
    std::multiset<std::string> out;
    std::istringstream lines(read_text(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("# error ") || line.starts_with("# warning ")) out.insert(name + " " + line.substr(2));
    }
    return out;
}

std::multiset<std::string> found_in(const Diagnostics& findings) {
    std::multiset<std::string> out;
    for (const Diagnostic& d : findings) {
        out.insert(d.file + (d.severity == Severity::kError ? " error " : " warning ") + std::to_string(d.line) + ":" +
                   std::to_string(d.column) + " " + d.code);
    }
    return out;
}

std::vector<fs::path> cases() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(kCases)) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

Diagnostics findings_of_project(const fs::path& path) {
    const Folder folder = Folder::open_directory(path.string());
    if (!fs::exists(path / "assets")) return check_project(folder, kStock);
    const Folder no_stock = Folder::open_directory((path / "scenes").string());
    const LoadedLook look = load_look(folder, no_stock, {"broken"});
    std::vector<std::string> assets;
    for (const auto& entry : fs::recursive_directory_iterator(path / "assets")) {
        if (entry.is_regular_file()) assets.push_back(fs::relative(entry.path(), path).generic_string());
    }
    Stock stock = kStock;
    stock.assets = own_assets(assets, look.look, load_project(folder).story, false);
    Diagnostics out = check_project(folder, stock);
    out.insert(out.end(), look.findings.begin(), look.findings.end());
    return out;
}

Diagnostics findings_of(const fs::path& path) {
    if (fs::is_directory(path)) return findings_of_project(path);
    return check_file(Folder::open_directory(kCases.string()), path.filename().string(), kStock);
}

Diagnostics findings_of_text(const std::string& text) {
    const fs::path folder = fs::temp_directory_path() / ("liubai-bad-scenes-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    std::ofstream(folder / "case.yaml", std::ios::binary) << text;
    auto out = check_file(Folder::open_directory(folder.string()), "case.yaml", kStock);
    fs::remove_all(folder);
    return out;
}

} // namespace

TEST_CASE("lint finds in each bad scene what its comments say, and nothing else", "[script]") {
    REQUIRE(cases().size() > 60);
    for (const fs::path& path : cases()) {
        INFO(path.filename().string());
        std::multiset<std::string> expected;
        if (fs::is_directory(path)) {
            for (const auto& entry : fs::recursive_directory_iterator(path)) {
                if (!entry.is_regular_file()) continue;
                expected.merge(expected_in(entry.path(), fs::relative(entry.path(), path).generic_string()));
            }
        } else {
            expected = expected_in(path, path.filename().string());
        }
        CHECK(found_in(findings_of(path)) == expected);
    }
}

TEST_CASE("each finding that the engine can make has a bad scene", "[script]") {
    // Made in tests of their own: nobody wants 4 MB in the repository, and only tools/ lays a story out.
    std::set<std::string> found{"file-too-large", "text-overflow"};
    for (const fs::path& path : cases()) {
        for (const Diagnostic& d : findings_of(path)) found.insert(d.code);
    }
    std::set<std::string> all;
    for (const Code& code : all_codes()) all.insert(code.name);
    CHECK(found == all);
    CHECK(all.size() == all_codes().size());
}

TEST_CASE("a code has its sentences in both languages and names its file", "[script]") {
    for (const Code& code : all_codes()) {
        INFO(code.name);
        CHECK(!std::string_view(code.zh).empty());
        CHECK(!std::string_view(code.en).empty());
        CHECK(std::string_view(code.hint_zh).empty() == std::string_view(code.hint_en).empty());
    }
}

TEST_CASE("a mended line mends its finding", "[script]") {
    int mended = 0;
    for (const fs::path& path : cases()) {
        if (fs::is_directory(path)) continue;
        const Diagnostics before = findings_of(path);
        const std::string text = read_text(path);
        for (const Diagnostic& d : before) {
            if (d.fixed.empty()) continue;
            INFO(path.filename().string() << ":" << d.line << " " << d.fixed);
            const auto fixed = fixed_text(text, before, d.line);
            REQUIRE(fixed);
            ++mended;
            const Diagnostics after = findings_of_text(*fixed);
            const auto again = std::count_if(after.begin(), after.end(), [&](const Diagnostic& other) {
                return other.line == d.line && other.code == d.code && other.column == d.column;
            });
            CHECK(again == 0);
        }
    }
    CHECK(mended > 30);
}

TEST_CASE("a file of more than 4 MB is refused", "[script]") {
    std::string text = "lines:\n";
    while (text.size() <= (4u << 20)) text += "  - A: 你好\n";
    const Diagnostics found = findings_of_text(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "file-too-large");
}

TEST_CASE("UTF-16 is told from other bytes that are not UTF-8", "[script]") {
    const Diagnostics found = findings_of_text(std::string("\xFF\xFEl\0i\0n\0e\0s\0:\0", 14));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "not-utf8");
    CHECK(found[0].message.en.find("UTF-16") != std::string::npos);
}
