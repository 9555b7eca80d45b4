#include "tools/import.h"

#include "base/error.h"
#include "base/hash.h"
#include "files/folder.h"
#include "files/native_path.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

namespace liubai {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRecord = "scenes/.import"; ///< lines "hash path" of what import wrote last

using Record = std::map<std::string, std::string>;

std::string fingerprint(std::string_view text) { return hex8(hash32(text)) + "-" + std::to_string(text.size()); }

std::optional<std::string> read_text(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

Record read_record(const fs::path& root) {
    Record record;
    std::istringstream lines(read_text(root / kRecord).value_or(""));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t space = line.find(' ');
        if (space != std::string::npos) record[line.substr(space + 1)] = line.substr(0, space);
    }
    return record;
}

bool is_edited(const std::string& text, const std::string& path, const Record& record) {
    const auto written = record.find(path);
    return written == record.end() || written->second != fingerprint(text);
}

} // namespace

std::vector<Bilingual> write_import(const ImportResult& result, const ImportOptions& options) {
    const fs::path root = native_path(options.out);
    const Record old = read_record(root);
    if (!options.force) {
        for (const auto& [path, text] : result.files) {
            const auto there = read_text(root / native_path(path));
            if (!there || *there == text || !is_edited(*there, path, old)) continue;
            throw Error({path + " 在上次导入之后改过；要覆盖请加 --force。",
                         path + " was edited since the last import; --force overwrites it."});
        }
    }
    std::error_code failed;
    fs::create_directories(root / "scenes", failed);
    if (failed)
        throw Error(
            {"不能建立文件夹 " + options.out + "/scenes。", "cannot make the folder " + options.out + "/scenes."});

    std::vector<Bilingual> notes = result.notes;
    Record now;
    for (const auto& [path, text] : result.files) {
        write_file(utf8_path(root / native_path(path)), text);
        now[path] = fingerprint(text);
    }
    for (const auto& [path, hash] : old) {
        if (now.contains(path) || !path.starts_with("scenes/") || path.find("..") != std::string::npos) continue;
        const auto there = read_text(root / native_path(path));
        if (!there) continue;
        if (is_edited(*there, path, old)) {
            now[path] = hash;
            notes.push_back({path + " 不再属于这次导入，但改过，所以留着。",
                             path + " is no part of this import any more but was edited, so it stays."});
        } else {
            fs::remove(root / native_path(path), failed);
            notes.push_back({"删除了上次导入的 " + path + "。", "removed " + path + " of the last import."});
        }
    }
    std::string record;
    for (const auto& [path, hash] : now) record += hash + " " + path + "\n";
    write_file(utf8_path(root / kRecord), record);
    return notes;
}

} // namespace liubai
