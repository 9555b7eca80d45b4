// docs/steps.md, and the table that it is printed from.
#include "script/look.h"
#include "script/verbs.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace liubai;

namespace {

constexpr const char* kPage = LIUBAI_ROOT "/docs/steps.md";

/// One item as the body of a scene in which everything is there that an example may name.
LoadedScene load_item(const std::string& item) {
    static const test_support::TemporaryFolder temporary;
    std::string text = "lines:\n  - A: 你好\n  - B: hi\n";
    std::istringstream rows(item);
    for (std::string row; std::getline(rows, row);) text += "  " + row + "\n";
    if (!item.starts_with("- label: evening")) text += "  - label: evening\n";
    temporary.put("case.yaml", text + "  - set: patience = 1\n  - A: 完\n");
    const Folder folder = Folder::open_directory(temporary.path().string());
    const Project project = load_single(folder, "case.yaml");
    return load_scene(folder, "case.yaml", project.story);
}

std::string with_key(const SceneReader::Verb& verb, const VerbKey& key, std::string_view value) {
    const bool rows = value.starts_with("\n");
    return std::string(verb.example) + "\n  " + std::string(key.name) + (rows ? ":" : ": ") + std::string(value);
}

/// The steps without their places in the file.
std::vector<decltype(Step::what)> steps_of(const LoadedScene& loaded) {
    std::vector<decltype(Step::what)> out;
    for (const Step& step : loaded.scene.steps) out.push_back(step.what);
    return out;
}

bool has_key(const SceneReader::Verb& verb, const VerbKey& key) {
    return verb.example.find("\n  " + std::string(key.name) + ":") != std::string_view::npos;
}

} // namespace

TEST_CASE("the page of all steps is what the loader's table prints", "[script]") {
    if (std::getenv("UPDATE_GOLDEN")) std::ofstream(kPage, std::ios::binary) << verb_reference();
    std::ifstream in(kPage, std::ios::binary);
    std::stringstream page;
    page << in.rdbuf();
    CHECK(page.str() == verb_reference());
}

TEST_CASE("every example of the page loads without a finding and becomes a step", "[script]") {
    for (const SceneReader::Verb& verb : SceneReader::verbs()) {
        INFO(verb.example);
        CHECK(verb.example.starts_with("- " + std::string(verb.name) + ":"));
        CHECK_FALSE(verb.zh.empty());
        CHECK_FALSE(verb.en.empty());
        const LoadedScene with = load_item(std::string(verb.example));
        CHECK(with.findings == Diagnostics{});
        const bool is_place = verb.name == "label";
        CHECK(with.scene.steps.size() > load_item("- label: evening").scene.steps.size() - (is_place ? 1 : 0));
    }
}

TEST_CASE("every key of the page is read, and one of another verb is not", "[script]") {
    for (const SceneReader::Verb& verb : SceneReader::verbs()) {
        for (const VerbKey& key : verb.keys) {
            if (key.name.empty() || has_key(verb, key)) continue;
            const std::string item = with_key(verb, key, key.sample);
            INFO(item);
            const LoadedScene plain = load_item(std::string(verb.example));
            const LoadedScene with = load_item(item);
            CHECK(with.findings == Diagnostics{});
            CHECK(steps_of(with) != steps_of(plain));
            if (key.without.empty()) continue;
            CHECK(steps_of(load_item(with_key(verb, key, key.without))) == steps_of(plain));
        }
        if (verb.languages) CHECK(load_item(std::string(verb.example) + "\n  fr: Bon").findings == Diagnostics{});
        INFO(verb.example);
        const Diagnostics refused = load_item(std::string(verb.example) + "\n  size: 3").findings;
        REQUIRE(refused.size() == 1);
        CHECK(refused[0].code == "unknown-attribute");
    }
}

TEST_CASE("every picture, mood and sound that the page names is there", "[script]") {
    const Folder root = Folder::open_directory(LIUBAI_ROOT);
    const Stock stock = stock_names(load_look(root, root, {"researcher", "director"}).look, root, root);
    const test_support::TemporaryFolder temporary;
    std::string text = "lines:\n  - A: 你好\n  - B: hi\n  - label: evening\n";
    for (const SceneReader::Verb& verb : SceneReader::verbs()) {
        if (verb.group != VerbGroup::kStage && verb.group != VerbGroup::kSound) continue;
        std::istringstream rows{std::string(verb.example)};
        for (std::string row; std::getline(rows, row);) text += "  " + row + "\n";
    }
    temporary.put("case.yaml", text + "  - jump: evening\n");
    for (const Diagnostic& d : check_file(Folder::open_directory(temporary.path().string()), "case.yaml", stock)) {
        CHECK_FALSE(d.code.starts_with("unknown-"));
    }
}
