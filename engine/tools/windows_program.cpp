#include "tools/windows_program.h"

#include "base/error.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

namespace liubai {
namespace {

constexpr unsigned kIcon = 3;
constexpr unsigned kIconGroup = 14;
constexpr unsigned kVersion = 16;
constexpr unsigned kChinese = 0x0804; ///< simplified, of the mainland
constexpr unsigned kUtf16 = 1200;
constexpr std::uint32_t kIsTable = 1u << 31; ///< of an offset in a table of resources

Error damaged() { return Error({"这个 Windows 程序是坏的", "this Windows program is damaged"}); }

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || bytes.size() - at < size) throw damaged();
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}
std::uint32_t u32(std::string_view bytes, std::size_t at) { return number_at(bytes, at, 4); }
std::uint32_t u16(std::string_view bytes, std::size_t at) { return number_at(bytes, at, 2); }

void put(std::string& bytes, std::size_t at, std::size_t value, std::size_t size) {
    if (at > bytes.size() || bytes.size() - at < size) throw damaged();
    for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xFF);
}
void add(std::string& bytes, std::size_t value, std::size_t size) {
    bytes.resize(bytes.size() + size);
    put(bytes, bytes.size() - size, value, size);
}
std::size_t rounded_up(std::size_t size, std::size_t to) { return (size + to - 1) / to * to; }

/// Where things stand in a program for 64 bits.
struct Headers {
    explicit Headers(std::string_view program) : pe(u32(program, 0x3C)), optional(pe + 24) {
        if (u32(program, pe) != 0x4550 || u16(program, optional) != 0x20B) throw damaged(); // "PE", PE32+
        sections = optional + u16(program, pe + 20);
        count = u16(program, pe + 6);
        section_alignment = u32(program, optional + 32);
        file_alignment = u32(program, optional + 36);
        if (count == 0 || section_alignment == 0 || file_alignment == 0) throw damaged();
        u32(program, last_section() + 36); // the headers are whole
    }
    [[nodiscard]] std::size_t section(std::size_t i) const { return sections + 40 * i; }
    [[nodiscard]] std::size_t last_section() const { return section(count - 1); }
    [[nodiscard]] std::size_t count_field() const { return pe + 6; }
    [[nodiscard]] std::size_t image_size() const { return optional + 56; }
    [[nodiscard]] std::size_t headers_size() const { return optional + 60; }
    [[nodiscard]] std::size_t checksum() const { return optional + 64; }
    [[nodiscard]] std::size_t subsystem() const { return optional + 68; }
    [[nodiscard]] std::size_t resources() const { return optional + 112 + 8 * 2; } ///< address and size

    std::size_t pe, optional, sections = 0, count = 0, section_alignment = 0, file_alignment = 0;
};

/// Where in the file an address in memory is, and how much of its section follows.
std::string_view at_address(std::string_view program, const Headers& headers, std::size_t address) {
    for (std::size_t i = 0; i < headers.count; ++i) {
        const std::size_t section = headers.section(i);
        const std::size_t begin = u32(program, section + 12);
        const std::size_t size = u32(program, section + 16);
        const std::size_t in_file = u32(program, section + 20);
        if (address < begin || address - begin >= size) continue;
        if (in_file > program.size() || program.size() - in_file < size) throw damaged();
        return program.substr(in_file + (address - begin), size - (address - begin));
    }
    throw damaged();
}

struct TableEntry {
    unsigned id;
    std::uint32_t offset;
};
/// Of a table of resources. Those with a name instead of a number, which our programs have not, are left out.
std::vector<TableEntry> entries_at(std::string_view tables, std::size_t at) {
    const std::size_t named = u16(tables, at + 12);
    const std::size_t numbered = u16(tables, at + 14);
    std::vector<TableEntry> entries;
    for (std::size_t i = named; i < named + numbered; ++i)
        entries.push_back({u32(tables, at + 16 + 8 * i), u32(tables, at + 16 + 8 * i + 4)});
    return entries;
}

/// Tables of types, of their names and of those's languages; then what they lead to, for a section at `address`.
std::string section_of(const std::vector<Resource>& resources, std::size_t address) {
    std::map<unsigned, std::map<unsigned, std::map<unsigned, const Resource*>>> tree;
    for (const Resource& resource : resources) tree[resource.type][resource.name][resource.language] = &resource;
    constexpr std::size_t kTable = 16, kEntry = 8, kLeaf = 16;
    std::size_t names_at = kTable + kEntry * tree.size();
    std::size_t languages_at = names_at;
    for (const auto& [type, names] : tree) languages_at += kTable + kEntry * names.size();
    std::size_t leaves_at = languages_at;
    for (const auto& [type, names] : tree) {
        for (const auto& [name, languages] : names) leaves_at += kTable + kEntry * languages.size();
    }
    const std::size_t leaves = static_cast<std::size_t>(resources.size());
    std::size_t data_at = rounded_up(leaves_at + kLeaf * leaves, 8);

    const auto add_table = [](std::string& to, std::size_t entries) {
        to.append(14, '\0');
        add(to, entries, 2);
    };
    std::string types, of_names, of_languages, of_leaves, data;
    add_table(types, tree.size());
    for (const auto& [type, names] : tree) {
        add(types, type, 4);
        add(types, (names_at + of_names.size()) | kIsTable, 4);
        add_table(of_names, names.size());
        for (const auto& [name, languages] : names) {
            add(of_names, name, 4);
            add(of_names, (languages_at + of_languages.size()) | kIsTable, 4);
            add_table(of_languages, languages.size());
            for (const auto& [language, resource] : languages) {
                add(of_languages, language, 4);
                add(of_languages, leaves_at + of_leaves.size(), 4);
                add(of_leaves, address + data_at + data.size(), 4);
                add(of_leaves, resource->bytes.size(), 4);
                of_leaves.append(8, '\0'); // code page, reserved
                data += resource->bytes;
                data.resize(rounded_up(data.size(), 8));
            }
        }
    }
    std::string section = types + of_names + of_languages + of_leaves;
    section.resize(data_at);
    return section + data;
}

std::string utf16(std::string_view text) {
    std::string out;
    for (const char32_t c : to_utf32(text)) {
        if (c < 0x10000) {
            add(out, c, 2);
        } else {
            add(out, 0xD800 + ((c - 0x10000) >> 10), 2);
            add(out, 0xDC00 + ((c - 0x10000) & 0x3FF), 2);
        }
    }
    add(out, 0, 2);
    return out;
}

/// A node of a version resource: what it is called, its value, and the nodes in it.
std::string version_node(std::string_view key, std::string_view value, bool is_text, const std::vector<std::string>& inside = {}) {
    std::string node;
    add(node, 0, 2); // its size, set below
    add(node, is_text ? value.size() / 2 : value.size(), 2);
    add(node, is_text ? 1 : 0, 2);
    node += utf16(key);
    node.resize(rounded_up(node.size(), 4));
    node += value;
    for (const std::string& one : inside) {
        node.resize(rounded_up(node.size(), 4));
        node += one;
    }
    put(node, 0, node.size(), 2);
    return node;
}

/// "1.2" is 1, 2, 0, 0.
std::array<unsigned, 4> numbers_of(std::string_view version) {
    std::array<unsigned, 4> numbers{};
    std::size_t part = 0;
    for (const char c : version) {
        if (c == '.') {
            if (++part == numbers.size()) break;
        } else if (c >= '0' && c <= '9') {
            numbers[part] = std::min(numbers[part] * 10 + static_cast<unsigned>(c - '0'), 0xFFFFu);
        } else {
            break;
        }
    }
    return numbers;
}

std::string version_resource(const ProgramLabel& label) {
    const auto numbers = numbers_of(label.version);
    std::string fixed;
    add(fixed, 0xFEEF04BD, 4); // its signature
    add(fixed, 0x00010000, 4); // and its version
    for (int twice = 0; twice < 2; ++twice) {
        add(fixed, std::size_t{numbers[0]} << 16 | numbers[1], 4);
        add(fixed, std::size_t{numbers[2]} << 16 | numbers[3], 4);
    }
    for (const std::size_t value : {0x3Fu, 0u, 0x40004u, 1u, 0u, 0u, 0u}) add(fixed, value, 4); // flags, Windows NT, a program, no date
    std::vector<std::string> strings;
    const std::pair<const char*, const std::string*> texts[]{{"FileDescription", &label.title}, {"ProductName", &label.title}, {"FileVersion", &label.version}, {"ProductVersion", &label.version}};
    for (const auto& [key, text] : texts) {
        if (!text->empty()) strings.push_back(version_node(key, utf16(*text), true));
    }
    std::string translation;
    add(translation, kChinese, 2);
    add(translation, kUtf16, 2);
    return version_node("VS_VERSION_INFO", fixed, false,
                        {version_node("StringFileInfo", "", true, {version_node("080404B0", "", true, strings)}),
                         version_node("VarFileInfo", "", true, {version_node("Translation", translation, false)})});
}

std::string icon_group(const std::vector<ProgramLabel::Icon>& icons) {
    std::string group;
    add(group, 0, 2);
    add(group, 1, 2); // icons, not cursors
    add(group, icons.size(), 2);
    for (std::size_t i = 0; i < icons.size(); ++i) {
        const auto side = static_cast<std::size_t>(icons[i].size) & 0xFF; // 256 is written as 0
        add(group, side, 1);
        add(group, side, 1);
        add(group, 0, 2);
        add(group, 1, 2);
        add(group, 32, 2); // bits a pixel
        add(group, icons[i].png.size(), 4);
        add(group, i + 1, 2);
    }
    return group;
}

/// The program with these resources in a new section at its end; the old ones are not looked at any more.
std::string with_resources(std::string program, const std::vector<Resource>& resources) {
    const Headers headers(program);
    const std::size_t header = headers.section(headers.count);
    std::size_t first_byte = u32(program, headers.headers_size());
    std::size_t address = 0;
    for (std::size_t i = 0; i < headers.count; ++i) {
        const std::size_t section = headers.section(i);
        const std::size_t size = std::max(u32(program, section + 8), u32(program, section + 16));
        address = std::max<std::size_t>(address, u32(program, section + 12) + size);
        if (const std::size_t in_file = u32(program, section + 20); in_file != 0) first_byte = std::min(first_byte, in_file);
    }
    if (header + 40 > first_byte) throw damaged(); // no room for one more
    address = rounded_up(address, headers.section_alignment);
    const std::string section = section_of(resources, address);
    program.resize(rounded_up(program.size(), headers.file_alignment));
    const std::size_t in_file = program.size();
    program += section;
    program.resize(rounded_up(program.size(), headers.file_alignment));

    constexpr std::size_t kReadableData = 0x40000040;
    program.replace(header, 40, 40, '\0');
    program.replace(header, 7, ".labels");
    put(program, header + 8, section.size(), 4);
    put(program, header + 12, address, 4);
    put(program, header + 16, program.size() - in_file, 4);
    put(program, header + 20, in_file, 4);
    put(program, header + 36, kReadableData, 4);
    put(program, headers.count_field(), headers.count + 1, 2);
    put(program, headers.resources(), address, 4);
    put(program, headers.resources() + 4, section.size(), 4);
    put(program, headers.image_size(), rounded_up(address + section.size(), headers.section_alignment), 4);
    put(program, headers.checksum(), 0, 4); // which Windows asks of drivers only
    return program;
}

} // namespace

bool is_windows_program(std::string_view bytes) { return bytes.starts_with("MZ"); }

std::vector<Resource> resources_of(std::string_view program) {
    const Headers headers(program);
    std::vector<Resource> found;
    const std::size_t address = u32(program, headers.resources());
    if (address == 0) return found;
    const std::string_view tables = at_address(program, headers, address);
    for (const TableEntry type : entries_at(tables, 0)) {
        for (const TableEntry name : entries_at(tables, type.offset & ~kIsTable)) {
            for (const TableEntry language : entries_at(tables, name.offset & ~kIsTable)) {
                const std::string_view bytes = at_address(program, headers, u32(tables, language.offset));
                const std::size_t size = u32(tables, language.offset + 4);
                if (size > bytes.size()) throw damaged();
                found.push_back({type.id, name.id, language.id, std::string(bytes.substr(0, size))});
            }
        }
    }
    return found;
}

std::string for_readers(std::string program, const ProgramLabel& label) {
    constexpr std::size_t kWindow = 2;
    put(program, Headers(program).subsystem(), kWindow, 2);
    std::vector<Resource> resources = resources_of(program);
    std::erase_if(resources, [&](const Resource& old) {
        const bool is_icon = old.type == kIcon || old.type == kIconGroup;
        return old.type == kVersion || (is_icon && !label.icons.empty());
    });
    resources.push_back({kVersion, 1, kChinese, version_resource(label)});
    if (!label.icons.empty()) resources.push_back({kIconGroup, 1, kChinese, icon_group(label.icons)});
    for (std::size_t i = 0; i < label.icons.size(); ++i)
        resources.push_back({kIcon, static_cast<unsigned>(i + 1), kChinese, label.icons[i].png});
    return with_resources(std::move(program), resources);
}

} // namespace liubai
