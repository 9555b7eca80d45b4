#include "files/zip_place.h"

#include <algorithm>
#include <string>

namespace liubai {
namespace {

constexpr std::size_t kEndRecord = 22;
constexpr std::size_t kLongestComment = 0xFFFF;
constexpr std::size_t kLocator = 20;      // zip64 end of central directory locator
constexpr std::size_t kZip64Records = 76; // that and the record it points to

std::uint64_t little(const std::string& bytes, std::size_t at, int count) {
    std::uint64_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

} // namespace

std::optional<ZipPlace> find_zip(std::istream& file) {
    file.seekg(0, std::ios::end);
    const auto size = static_cast<std::uint64_t>(std::max<std::streamoff>(file.tellg(), 0));
    const auto tail_size = static_cast<std::size_t>(std::min<std::uint64_t>(size, kEndRecord + kLongestComment + kLocator));
    if (tail_size < kEndRecord) return std::nullopt;
    std::string tail(tail_size, '\0');
    file.seekg(static_cast<std::streamoff>(size - tail_size));
    if (!file.read(tail.data(), static_cast<std::streamsize>(tail_size))) return std::nullopt;

    for (std::size_t at = tail_size - kEndRecord;; --at) {
        const bool found =
            tail.compare(at, 4, "PK\x05\x06") == 0 && at + kEndRecord + little(tail, at + 20, 2) == tail_size;
        if (found) {
            const std::uint64_t entries = little(tail, at + 10, 2);
            const std::uint64_t directory_size = little(tail, at + 12, 4);
            const std::uint64_t directory_offset = little(tail, at + 16, 4);
            if (entries == 0xFFFF || directory_size == 0xFFFFFFFF || directory_offset == 0xFFFFFFFF)
                return std::nullopt;
            const bool zip64 = at >= kLocator && tail.compare(at - kLocator, 4, "PK\x06\x07") == 0;
            const std::uint64_t behind = directory_size + directory_offset + (zip64 ? kZip64Records : 0);
            const std::uint64_t end_record = size - tail_size + at;
            if (behind > end_record) return std::nullopt;
            return ZipPlace{end_record - behind, size - (end_record - behind), entries};
        }
        if (at == 0) return std::nullopt;
    }
}

} // namespace liubai
