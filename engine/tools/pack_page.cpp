// A story as a page for browsers. The page is packaging/web's: what is put into it is named there.
#include "base/error.h"
#include "base/utf8.h"
#include "files/folder.h"
#include "files/native_path.h"
#include "files/raw_file.h"
#include "files/zip_parts.h"
#include "files/zip_writer.h"
#include "text/subset.h"
#include "tools/author_path.h"
#include "tools/html_text.h"
#include "tools/icon.h"
#include "tools/licences.h"
#include "tools/pack.h"

#include <filesystem>
#include <set>
#include <sstream>
#include <utility>

namespace liubai {
namespace {

constexpr const char* kPage = "index.html";
constexpr const char* kScript = "page.js";
constexpr const char* kProgram = "liubai.js.gz";
constexpr const char* kCode = "liubai.wasm.gz";
constexpr const char* kLicences = "licences.txt"; // on the page a link shows it

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto byte = [&](std::size_t i) { return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u; };
        const unsigned three = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (std::size_t digit = 0; digit < 4; ++digit) {
            out += at + digit <= bytes.size() ? kDigits[three >> (18 - 6 * digit) & 63] : '=';
        }
    }
    return out;
}

/// Puts `text` where the page says @name@. Throws Error when it does not.
void put(std::string& page, const std::string& name, const std::string& text) {
    const std::string place = "@" + name + "@";
    const std::size_t at = page.find(place);
    if (at == std::string::npos) throw Error({"运行时的网页里没有 " + place, "the runtime's page has no " + place});
    page.replace(at, place.size(), text);
}

struct PackedPage {
    std::string page; ///< with its title, its font and the sizes of what it fetches; @script@ is still open
    std::vector<std::pair<std::string, std::string>> files; ///< that it fetches: names and bytes
};

/// The title's languages: the story's own first.
std::vector<std::pair<std::string, std::string>> titles_of(const Story& story) {
    std::vector<std::pair<std::string, std::string>> titles;
    for (const auto& title : story.title) {
        titles.insert(title.first == story.language ? titles.begin() : titles.end(), title);
    }
    return titles;
}

/// The face of a Chinese title, with the few characters that the page shows. (Garamond would be ten times as large.)
std::string font_for(const std::string& said, const std::vector<std::pair<std::string, std::string>>& titles, const Folder& stock) {
    std::set<char32_t> characters;
    for (const char32_t c : to_utf32(said)) characters.insert(c);
    for (const auto& [language, title] : titles) {
        for (const char32_t c : to_utf32(title)) characters.insert(c);
    }
    const std::string face = subset_font(stock.read("fonts/LiubaiKai-Regular.ttf"), characters);
    return "@font-face{font-family:\"Kai\";src:url(data:font/ttf;base64," + base64(face) + ")}";
}

PackedPage packed_page(const PackOptions& options, const Progress& progress) {
    const Folder runtime = Folder::open_directory(options.runtime);
    PackedPage made;
    for (const char* file : {kProgram, kCode}) made.files.emplace_back(file, runtime.read(file).text());
    std::size_t number = 0;
    std::string sizes; // of the parts, as JSON
    for (const auto& part : parts_to_pack(options, progress)) {
        made.files.emplace_back(ZipParts::part_name(number++), zip_of(part));
        sizes += (sizes.empty() ? "" : ",") + std::to_string(made.files.back().second.size());
    }
    const auto story = open_story(options.project, options.stock);
    const auto titles = titles_of(story->content.story);
    made.page = std::string(runtime.read(kPage).text());
    const std::string font = font_for(made.page, titles, story->stock);
    std::string title, heading;
    for (const auto& [language, text] : titles) {
        title += (title.empty() ? "" : " · ") + text;
        heading += "<span lang=\"" + html_escaped(language) + "\">" + html_escaped(text) + "</span>";
    }
    std::ostringstream licences; // what `--licences` prints elsewhere
    print_licences(story->stock, library_notices(options, progress), licences);
    made.files.emplace_back(kLicences, licences.str());
    put(made.page, "language", html_escaped(story->content.story.language));
    put(made.page, "title", html_escaped(title));
    put(made.page, "icon", "data:image/png;base64," + base64(png_of(icon_of(*story, 48))));
    put(made.page, "heading", heading);
    put(made.page, "font", font);
    put(made.page, "sizes", "{\"code\":" + std::to_string(made.files[1].second.size()) + ",\"parts\":[" + sizes + "]}");
    return made;
}

void make_folder(const std::string& folder) {
    std::error_code failure;
    std::filesystem::create_directories(native_path(folder), failure); // a failure shows when something is written there
}

void tell_written(const Progress& progress, const std::string& out, std::size_t bytes) {
    progress({"写好了：" + out + "（" + megabytes(bytes) + "）", "Written: " + out + " (" + megabytes(bytes) + ")"});
}

} // namespace

void pack_page(const PackOptions& options, const Progress& progress) {
    PackedPage made = packed_page(options, progress);
    put(made.page, "script", std::string("<script type=\"module\" src=\"") + kScript + "\"></script>");
    made.files.emplace_back(kScript, Folder::open_directory(options.runtime).read(kScript).text());
    made.files.emplace_back(kPage, made.page);
    make_folder(options.out);
    std::size_t bytes = 0;
    for (const auto& [name, file] : made.files) {
        write_file(joined(options.out, name), file);
        bytes += file.size();
    }
    tell_written(progress, options.out, bytes);
}

void pack_single_page(const PackOptions& options, const Progress& progress) {
    PackedPage made = packed_page(options, progress);
    std::string scripts;
    for (const auto& [name, file] : made.files) {
        scripts += "<script type=\"text/plain\" id=\"" + name + "\">" + base64(file) + "</script>\n";
    }
    scripts += "<script type=\"module\">\n" + std::string(Folder::open_directory(options.runtime).read(kScript).text()) + "</script>";
    put(made.page, "script", scripts);
    const std::size_t slash = options.out.rfind('/');
    if (slash != std::string::npos) make_folder(options.out.substr(0, slash));
    write_file(options.out, made.page);
    tell_written(progress, options.out, made.page.size());
}

} // namespace liubai
