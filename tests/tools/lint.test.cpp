// lint as an author meets it.
#include "support/temporary_folder.h"
#include "tools/lint.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace liubai;

namespace {

std::string lint_text(const std::string& path) {
    std::ostringstream out;
    lint(path, LIUBAI_ROOT, Language::kEn, out);
    return out.str();
}

} // namespace

TEST_CASE("the shipped story has no finding, its pictures and sounds included, and all its lines fit", "[tools]") {
    const std::string text = lint_text(LIUBAI_ROOT);
    CHECK(text.starts_with("0 errors, 0 warnings\n"));
    CHECK(text.ends_with(" lines fit in every reading mode, from 80 to 200 %, in 5 window shapes\n"));
    CHECK(std::count(text.begin(), text.end(), '\n') == 2);
}

TEST_CASE("lint tells of a project's own picture that nothing shows, and never of the program's", "[tools]") {
    const test_support::TemporaryFolder project;
    project.put("scenes/project.yaml", "title: 试\nlanguage: zh\nscenes: [one]\n");
    project.put("scenes/cast.yaml", "A: {name: 甲, language: zh}\n");
    project.put("scenes/one.yaml", "lines:\n  - bg: photo\n  - bg: night\n  - bg: wheat\n  - A: 你好\n");
    const std::string png("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x08\0\0\0\x08\x08\6\0\0\0", 29);
    project.put("assets/photo.PNG", png);
    project.put("assets/backgrounds/other.png", png);
    const std::string text = lint_text(project.path().string());
    CHECK(text.find("assets/backgrounds/other.png  warning  nothing uses this file") != std::string::npos);
    CHECK(text.find("0 errors, 1 warning") != std::string::npos);
}

TEST_CASE("a picture that is not there is a finding with the nearest name", "[tools]") {
    const test_support::TemporaryFolder project;
    project.put("one.yaml", "lines:\n  - bg: weat\n    with: papr\n  - A: 你好\n");
    const std::string text = lint_text(project.at("one.yaml"));
    CHECK(text.find("there is no background \"weat\"") != std::string::npos);
    CHECK(text.find("did you mean wheat?") != std::string::npos);
    CHECK(text.find("did you mean paper?") != std::string::npos);
}
