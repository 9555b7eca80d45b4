#pragma once
// Makes zip files byte by byte, also ones that no zip program would make.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace test_support {

struct RawEntry {
    std::string name;
    std::string data;
    bool deflated = false;                   ///< as one stored block of deflate
    std::optional<std::string> local_name{}; ///< when it differs from the central one
    std::optional<std::uint32_t> size{}, packed_size{}, crc{};
    std::uint16_t method = 0xFFFF; ///< 0xFFFF = by `deflated`
    std::uint16_t flags = 0x800;   ///< names are UTF-8
    std::uint32_t attributes = 0;  ///< Unix mode << 16
};

inline void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

inline std::uint32_t crc32_of(const std::string& data) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : data) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i) crc = crc >> 1 ^ (0xEDB88320u & (0u - (crc & 1)));
    }
    return ~crc;
}

inline std::string packed(const RawEntry& entry) {
    if (!entry.deflated) return entry.data;
    std::string out("\x01", 1); // the last block, stored (RFC 1951 3.2.4)
    put(out, entry.data.size(), 2);
    put(out, ~entry.data.size(), 2);
    return out + entry.data;
}

struct RawZip {
    std::string before{}; ///< stands in front of the archive
    std::string after{};  ///< junk behind it
    std::string comment{};
    std::optional<std::uint16_t> count{}; ///< when the end record lies
    bool offsets_count_before = false;    ///< as after `zip -A`
    bool all_share_the_first = false;     ///< every entry points to the first one's data
};

inline std::string zip_bytes(const std::vector<RawEntry>& entries, const RawZip& form = {}) {
    std::string out = form.before;
    const std::size_t shift = form.offsets_count_before ? 0 : form.before.size();
    std::string directory;
    std::size_t first = 0;
    for (const RawEntry& e : entries) {
        const std::string raw = packed(e);
        const std::string local = e.local_name.value_or(e.name);
        std::size_t offset = out.size() - shift;
        if (&e == entries.data()) first = offset;
        if (form.all_share_the_first) offset = first;
        std::string common;
        put(common, e.flags, 2);
        put(common, e.method != 0xFFFF ? e.method : e.deflated ? 8 : 0, 2);
        put(common, 0x210000, 4);
        put(common, e.crc.value_or(crc32_of(e.data)), 4);
        put(common, e.packed_size.value_or(static_cast<std::uint32_t>(raw.size())), 4);
        put(common, e.size.value_or(static_cast<std::uint32_t>(e.data.size())), 4);
        out += "PK\x03\x04";
        put(out, 20, 2);
        out += common;
        put(out, local.size(), 2);
        put(out, 0, 2);
        out += local + raw;
        directory += "PK\x01\x02";
        put(directory, 0x031E, 2);
        put(directory, 20, 2);
        directory += common;
        put(directory, e.name.size(), 2);
        put(directory, 0, 8);
        put(directory, e.attributes, 4);
        put(directory, offset, 4);
        directory += e.name;
    }
    const std::size_t directory_at = out.size() - shift;
    const auto count = form.count.value_or(static_cast<std::uint16_t>(entries.size()));
    out += directory + "PK\x05\x06";
    put(out, 0, 4);
    put(out, count, 2);
    put(out, count, 2);
    put(out, directory.size(), 4);
    put(out, directory_at, 4);
    put(out, form.comment.size(), 2);
    return out + form.comment + form.after;
}

} // namespace test_support
