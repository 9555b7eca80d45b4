#include "tools/lint.h"

#include "base/error.h"
#include "files/folder.h"
#include "files/native_path.h"
#include "script/fix.h"
#include "script/format.h"
#include "script/lock.h"
#include "script/look.h"
#include "script/own_assets.h"
#include "script/project.h"
#include "script/verbs.h"
#include "text/default_fonts.h"
#include "tools/author_path.h"
#include "tools/overflow.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ostream>
#include <set>

namespace liubai {
namespace {

/// Of a project, a lone file, or one file of a project (checked among the others, told alone).
Diagnostics check(const Folder& folder, const AuthorPath& path, const Stock& names) {
    const bool one_of_project = path.file.starts_with("scenes/");
    if (!path.file.empty() && !one_of_project) return check_file(folder, path.file, names);
    Diagnostics findings = check_project(folder, names);
    if (one_of_project) std::erase_if(findings, [&](const Diagnostic& finding) { return finding.file != path.file; });
    return findings;
}

/// Every file below the project's assets/, as scripts name it.
std::vector<std::string> asset_files(const std::string& root) {
    namespace fs = std::filesystem;
    std::vector<std::string> out;
    std::error_code error;
    const fs::path top = native_path(root);
    for (fs::recursive_directory_iterator it(top / "assets", error), end; !error && it != end; it.increment(error)) {
        if (it->is_regular_file(error)) out.push_back(utf8_path(it->path().lexically_relative(top)));
    }
    return out;
}

Diagnostics findings_of(const AuthorPath& path, const std::string& stock) {
    const Folder folder = Folder::open_directory(path.folder);
    const Folder shipped = Folder::open_directory(stock);
    const Project project = path.file.empty() || path.file.starts_with("scenes/") ? load_project(folder) : load_single(folder, path.file);
    std::set<std::string> figures;
    for (const Speaker& speaker : project.story.cast) {
        if (!speaker.figure.empty()) figures.insert(speaker.figure);
    }
    LoadedLook look = load_look(folder, shipped, {figures.begin(), figures.end()});
    Stock names = stock_names(look.look, folder, shipped);
    const Fonts fonts(default_font_plan(), [&](const std::string& name) {
        const std::string inside = "fonts/" + name;
        return folder.has(inside) ? folder.read(inside) : shipped.read(inside);
    });
    names.draws = [&](char32_t c) { return fonts.draws(c); };
    std::error_code ignored;
    const bool is_stock = std::filesystem::equivalent(native_path(path.folder), native_path(stock), ignored);
    if (path.file.empty()) names.assets = own_assets(asset_files(path.folder), look.look, project.story, is_stock);
    Diagnostics findings = check(folder, path, names);
    findings.insert(findings.end(), look.findings.begin(), look.findings.end());
    sort_findings(findings);
    return findings;
}

/// Of all that can be read of a project, or of the one file.
OverflowProof overflow_of(const std::string& path, const AuthorPath& place, const std::string& stock) {
    const auto story = open_story(path, stock);
    std::vector<std::string> names = story->content.story.order;
    for (std::size_t i = 0; i < names.size(); ++i) {
        load_scene_now(*story, names[i]);
        const Scene* scene = story->content.scene(names[i]);
        if (!scene || !place.file.empty()) continue;
        for (const Step& step : scene->steps) {
            const auto* jump = std::get_if<Jump>(&step.what);
            const auto* call = std::get_if<Call>(&step.what);
            const std::string next = jump ? jump->scene : call ? call->scene : "";
            if (!next.empty() && std::find(names.begin(), names.end(), next) == names.end()) names.push_back(next);
        }
    }
    OverflowProof proof = prove_no_overflow(*story);
    if (!place.file.empty()) std::erase_if(proof.findings, [&](const Diagnostic& finding) { return finding.file != place.file; });
    return proof;
}

std::string count_text(const Diagnostics& findings, Language language) {
    std::size_t errors = 0;
    for (const Diagnostic& finding : findings) errors += finding.severity == Severity::kError ? 1 : 0;
    const std::string e = std::to_string(errors);
    const std::string w = std::to_string(findings.size() - errors);
    return Bilingual{e + " 个错误，" + w + " 个提醒", e + (errors == 1 ? " error, " : " errors, ") + w + (w == "1" ? " warning" : " warnings")}
        .in(language);
}

bool is_scene_file(const std::string& name) {
    return name.ends_with(".yaml") && name != "project.yaml" && name != "cast.yaml";
}

/// Formats a file in place; true when that changed it.
bool format_file(const Folder& folder, const std::string& root, const std::string& file, const std::vector<std::string>& cast) {
    const std::string before(folder.read(file).text());
    const std::string after = formatted(before, cast);
    if (after == before) return false;
    write_file(joined(root, file), after);
    return true;
}

} // namespace

int lint(const std::string& path, const std::string& stock, Language language, std::ostream& out) {
    const AuthorPath place = author_path(path);
    Diagnostics findings = findings_of(place, stock);
    OverflowProof proof;
    if (!has_errors(findings)) proof = overflow_of(path, place, stock);
    findings.insert(findings.end(), proof.findings.begin(), proof.findings.end());
    sort_findings(findings);
    for (const Diagnostic& finding : findings) out << to_text(finding, language);
    out << count_text(findings, language) << "\n";
    const std::string& proved = proof.sentence.in(language);
    if (!proved.empty()) out << proved << "\n";
    return has_errors(findings) ? 1 : 0;
}

int print_steps(std::ostream& out) {
    out << verb_reference();
    return 0;
}

int format_files(const std::string& path, bool accept, Language language, std::ostream& out) {
    const AuthorPath where = author_path(path);
    const Folder folder = Folder::open_directory(where.folder);
    std::vector<std::string> cast;
    for (const Speaker& speaker : load_project(folder).story.cast) cast.push_back(speaker.id);
    std::vector<std::string> files{where.file};
    if (where.file.empty()) {
        files.clear();
        const bool has_scenes = !folder.list("scenes").empty();
        const std::string inside = has_scenes ? "scenes/" : "";
        for (const std::string& name : folder.list(has_scenes ? "scenes" : "")) {
            if (is_scene_file(name)) files.push_back(inside + name);
        }
    }
    std::size_t changed = 0;
    for (const std::string& file : files) {
        if (!format_file(folder, where.folder, file, cast)) continue;
        out << file << "\n";
        ++changed;
    }
    if (folder.has("scenes/project.yaml")) {
        const std::string lock = translations_lock(folder, accept);
        if (!folder.has(kLockFile) || folder.read(kLockFile).text() != lock) {
            write_file(joined(where.folder, kLockFile), lock);
        }
    }
    const std::string n = std::to_string(changed);
    out << Bilingual{"整理了 " + n + " 个文件", n + (changed == 1 ? " file tidied" : " files tidied")}.in(language) << "\n";
    return 0;
}

int fix_line(const std::string& place, Language language, std::ostream& out) {
    const std::size_t colon = place.rfind(':');
    int line = 0;
    const char* const end = place.data() + place.size();
    const bool has_line = colon != std::string::npos && std::from_chars(place.data() + colon + 1, end, line).ptr == end && line > 0;
    if (!has_line) throw Error({"要写成 文件:行号，例如 scenes/mist.yaml:12", "write FILE:LINE, for example scenes/mist.yaml:12"});
    const AuthorPath where = author_path(place.substr(0, colon));
    const Folder folder = Folder::open_directory(where.folder);
    const Diagnostics findings = check(folder, where, {});
    const std::string before(folder.read(where.file).text());
    const auto after = fixed_text(before, findings, line);
    if (!after) {
        out << Bilingual{"这一行没有现成的改法", "there is no ready fix for this line"}.in(language) << "\n";
        return 1;
    }
    write_file(joined(where.folder, where.file), *after);
    const auto line_of = [&](const std::string& text) {
        std::size_t begin = 0;
        for (int i = 1; i < line && begin != std::string::npos; ++i) begin = text.find('\n', begin) + 1;
        return text.substr(begin, text.find('\n', begin) - begin);
    };
    out << "- " << line_of(before) << "\n+ " << line_of(*after) << "\n";
    return 0;
}

} // namespace liubai
