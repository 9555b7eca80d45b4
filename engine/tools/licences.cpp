#include "tools/licences.h"

#include <algorithm>
#include <ostream>

namespace liubai {

std::vector<std::string> licence_files(const Folder& stock) {
    std::vector<std::string> files{"LICENSE", "THIRD_PARTY.md", kLibraryNotices, "assets/LICENSE.txt"};
    for (const std::string& name : stock.list("fonts")) {
        const bool is_licence = name.starts_with("OFL-") || name.starts_with("CC-");
        if (is_licence) files.push_back("fonts/" + name);
    }
    std::erase_if(files, [&](const std::string& file) { return !stock.has(file); });
    return files;
}

void print_licences(const Folder& stock, std::ostream& out) {
    for (const std::string& file : licence_files(stock)) out << "==== " << file << "\n\n" << stock.read(file).text() << "\n\n";
}

} // namespace liubai
