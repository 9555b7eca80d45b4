#pragma once
// A folder of its own for a test, gone afterwards. Its name is 游戏, so that every test proves such names.

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>

namespace test_support {

namespace fs = std::filesystem;

class TemporaryFolder {
public:
    TemporaryFolder() {
        static std::atomic<int> number{0};
        std::error_code error;
        do {
            top_ = fs::temp_directory_path() / ("liubai-files-" + std::to_string(++number));
        } while (!fs::create_directory(top_, error)); // another test program may have that one
        fs::create_directories(path_ = top_ / u8"游戏");
    }
    ~TemporaryFolder() { fs::remove_all(top_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }
    [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }

    std::string put(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return at(name);
    }

private:
    fs::path top_, path_;
};

} // namespace test_support
