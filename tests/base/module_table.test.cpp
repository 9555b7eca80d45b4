// Reads the module table of engine/CMakeLists.txt and holds every #include of the engine against it.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path kEngine = fs::path(LIUBAI_ROOT) / "engine";

struct Module {
    int level = 0;
    std::set<std::string> uses;
    std::string libraries;
};

std::map<std::string, Module> read_table() {
    std::map<std::string, Module> table;
    std::ifstream in(kEngine / "CMakeLists.txt");
    const std::regex row(R"(^liubai_module\((\w+) LEVEL (\d+)(?: USES ([\w ]+?))?(?: LIBRARIES ([\w: +-]+))?\)$)");
    for (std::string line; std::getline(in, line);) {
        std::smatch m;
        if (!std::regex_match(line, m, row)) continue;
        Module module;
        module.level = std::stoi(m[2]);
        std::istringstream names(m[3].str());
        for (std::string name; names >> name;) module.uses.insert(name);
        module.libraries = m[4].str();
        table[m[1]] = module;
    }
    return table;
}

/// The outside headers that belong to one library of the table.
const std::map<std::string, std::string> kFences{
    {"yaml-cpp/", "yaml-cpp"},  {"nlohmann/", "nlohmann_json"}, {"hb", "harfbuzz"},     {"ft2build", "Freetype"},
    {"fribidi", "fribidi"},     {"utf8proc", "utf8proc"},       {"zip.h", "libzip"},    {"SDL_mixer", "SDL2_mixer"},
    {"SDL_image", "SDL2_image"}, {"SDL_ttf", "SDL2_ttf"},       {"CLI/", "CLI11"},      {"SDL.h", "SDL2::SDL2"},
    {"cairo", "cairo"},
};

std::string complaint_about(const std::string& module, const fs::path& file, const std::string& included,
                            const std::map<std::string, Module>& table) {
    const std::string where = "engine/" + fs::relative(file, kEngine).generic_string() + ": ";
    const auto slash = included.find('/');
    if (slash != std::string::npos && table.contains(included.substr(0, slash))) {
        const std::string other = included.substr(0, slash);
        const bool allowed = other == module || table.at(module).uses.contains(other);
        return allowed ? "" : where + module + " may not use " + other;
    }
    for (const auto& [prefix, library] : kFences) {
        if (!included.starts_with(prefix)) continue;
        if (table.at(module).libraries.find(library) == std::string::npos) return where + module + " may not use " + library;
        const bool own_header = file.extension() == ".h" && file.filename() != "sdl_ptr.h" &&
                                file.filename().string().find("_internal") == std::string::npos;
        if (own_header) return where + "an outside header in a header of ours: " + included;
    }
    return "";
}

} // namespace

TEST_CASE("the module table names only lower levels", "[base]") {
    const auto table = read_table();
    REQUIRE(table.size() == 13);
    for (const auto& [name, module] : table) {
        for (const auto& used : module.uses) {
            INFO(name << " uses " << used);
            REQUIRE(table.contains(used));
            CHECK(table.at(used).level < module.level);
        }
    }
}

TEST_CASE("every include of the engine keeps to the module table", "[base]") {
    const auto table = read_table();
    std::vector<std::string> complaints;
    int files = 0;
    const std::regex include(R"re(^\s*#\s*include\s*["<]([^">]+)[">])re");
    for (const auto& entry : fs::recursive_directory_iterator(kEngine)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        ++files;
        const std::string module = fs::relative(entry.path(), kEngine).begin()->string();
        REQUIRE(table.contains(module));
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            std::smatch m;
            if (!std::regex_search(line, m, include)) continue;
            const std::string complaint = complaint_about(module, entry.path(), m[1], table);
            if (!complaint.empty()) complaints.push_back(complaint);
        }
    }
    CHECK(files > 20);
    CHECK(complaints == std::vector<std::string>{});
}

TEST_CASE("SDL_ttf is used by the last-resort screen alone", "[base]") {
    for (const auto& entry : fs::recursive_directory_iterator(kEngine)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
        std::ifstream in(entry.path());
        std::stringstream text;
        text << in.rdbuf();
        if (text.str().find("SDL_ttf.h") != std::string::npos) CHECK(entry.path().filename() == "fatal_screen.cpp");
    }
}

TEST_CASE("below level 5 nothing calls a function whose answer differs between machines", "[base]") {
    const auto table = read_table();
    // sin, exp and pow differ in the last bit between C libraries, so the same log would give other frames elsewhere.
    const std::regex call(R"(\b(std::)?(sinf?|cosf?|tanf?|expf?|exp2|powf?|logf?|log2|log10|atan2?f?|asin|acos|cbrt|hypot)\s*\()");
    const std::set<std::string> outside_update{"color.cpp"};
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(kEngine)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
        const std::string module = fs::relative(entry.path(), kEngine).begin()->string();
        if (table.at(module).level >= 5 || module == "render" || module == "audio" || module == "files") continue;
        if (outside_update.contains(entry.path().filename().string())) continue;
        std::ifstream in(entry.path());
        int number = 0;
        for (std::string line; std::getline(in, line);) {
            ++number;
            const std::string code = line.substr(0, line.find("//"));
            if (std::regex_search(code, call)) {
                found.push_back(fs::relative(entry.path(), kEngine).generic_string() + ":" + std::to_string(number));
            }
        }
    }
    CHECK(found == std::vector<std::string>{});
}

TEST_CASE("no two headers define a type of the same name", "[base]") {
    // There is one namespace, so the linker would silently mix the two up.
    std::map<std::string, std::string> defined;
    const std::regex definition(R"(^(?:struct|class|enum class) (\w+)\b(?!::)[^;]*(?:\{|$))");
    for (const auto& entry : fs::recursive_directory_iterator(kEngine)) {
        if (entry.path().extension() != ".h") continue;
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);) {
            std::smatch m;
            if (!std::regex_search(line, m, definition)) continue;
            const std::string here = fs::relative(entry.path(), kEngine).generic_string();
            const auto [found, is_new] = defined.emplace(m[1], here);
            INFO(m[1] << " in " << here << " and in " << found->second);
            CHECK(is_new);
        }
    }
    CHECK(defined.size() > 60);
}
