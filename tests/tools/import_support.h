#pragma once
// What the tests of import and export share: files, a folder that goes away again, and transcripts without spaces.

#include "base/utf8.h"
#include "tools/export.h"
#include "tools/import.h"
#include "tools/import_characters.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace liubai {

inline std::string read_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    INFO(path.string());
    REQUIRE(in);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline void write_bytes(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

inline std::filesystem::path chats() { return std::filesystem::path(LIUBAI_ROOT) / "tests" / "chats"; }
inline std::string seed() { return read_bytes(std::filesystem::path(LIUBAI_ROOT) / "scenes" / "transcript.txt"); }

/// A new folder for one test; it goes with the test.
class TestFolder {
public:
    TestFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "liubai-import-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~TestFolder() { std::filesystem::remove_all(path_); }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline ImportOptions options_for(const TestFolder& folder) {
    ImportOptions options;
    options.out = (folder.path() / "story").string();
    return options;
}

/// import → files → load → export.
inline std::string exported_again(const std::string& bytes, ImportOptions options, const TestFolder& folder) {
    options.out = (folder.path() / "story").string();
    write_import(import_text(bytes, options), options);
    return export_transcript(Folder::open_directory(options.out));
}

/// The text without spaces; line feeds stay, for they carry the turns and paragraphs. Only empty lines at the end go.
inline std::string without_spaces(const std::string& text) {
    std::string out;
    for (const char32_t c : to_utf32(text)) {
        if (c != '\r' && !is_space(c)) append_utf8(out, c);
    }
    while (out.ends_with('\n')) out.pop_back();
    return out + "\n";
}

/// All files of an import in one text, as they stand beside each sample.
inline std::string golden_text(const ImportResult& result) {
    std::string out;
    for (const auto& [path, text] : result.files) out += "# ---- " + path + "\n" + text;
    return out;
}

} // namespace liubai
