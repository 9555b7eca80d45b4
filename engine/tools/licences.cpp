#include "tools/licences.h"

#include <algorithm>
#include <ostream>
#include <string_view>

namespace liubai {

std::vector<std::string> licence_files(const Folder& stock) {
    std::vector<std::string> files{"LICENSE", "THIRD_PARTY.md", "assets/LICENSE.txt"};
    for (const std::string& name : stock.list("fonts")) {
        const bool is_licence = name.starts_with("OFL-") || name.starts_with("CC-");
        if (is_licence) files.push_back("fonts/" + name);
    }
    std::erase_if(files, [&](const std::string& file) { return !stock.has(file); });
    return files;
}

std::optional<Blob> own_library_notices(const Folder& stock) {
    if (!stock.has(kLibraryNotices)) return std::nullopt;
    return stock.read(kLibraryNotices);
}

void print_licences(const Folder& stock, const std::optional<Blob>& libraries, std::ostream& out) {
    const auto print = [&](std::string_view name, const Blob& file) { out << "==== " << name << "\n\n" << file.text() << "\n\n"; };
    for (const std::string& name : licence_files(stock)) print(name, stock.read(name));
    if (libraries) print(kLibraryNotices, *libraries);
}

} // namespace liubai
