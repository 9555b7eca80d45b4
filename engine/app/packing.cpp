#include "app/packing.h"

#include "app/world.h"
#include "tools/author_path.h"
#include "tools/lint.h"
#include "tools/pack.h"

#include <array>
#include <sstream>

namespace liubai {
namespace {

struct Target {
    const char* name;
    const char* runtime; ///< in runtimes/: a program, or the folder with a page
    const char* ending;  ///< of the packed file, or folder
    const char* made_by;
    void (*pack)(const PackOptions&, const Progress&);
};
constexpr std::array kTargets{
    Target{"linux", "liubai-linux-x86_64", "-linux-x86_64", "packaging/linux.sh", pack},
    Target{"windows", "liubai-windows-x86_64.exe", ".exe", "packaging/windows.sh", pack},
    Target{"web", "web", "-web", "packaging/web.sh", pack_page},
    Target{"html", "web", ".html", "packaging/web.sh", pack_single_page},
};

} // namespace

int pack_for_targets(const PackRequest& request, const std::function<void(const Bilingual&)>& tell) {
    const std::string stock = stock_folder();
    std::ostringstream findings;
    const int errors = lint(request.project, stock, system_language(), findings);
    std::string text = findings.str();
    while (text.ends_with('\n')) text.pop_back();
    tell({text, text});
    if (errors != 0) return errors;
    const std::string name = file_name_of(open_story(request.project, stock)->content.story);
    int code = 0;
    for (const Target& target : kTargets) {
        if (request.target != "all" && request.target != target.name) continue;
        const std::string runtime = request.runtime.empty() ? runtime_named(target.runtime) : request.runtime;
        if (runtime.empty()) {
            code = 1;
            tell({std::string("没有 runtimes/") + target.runtime + "，所以没有做 " + target.name + " 的。用 " + target.made_by + " 可以做出来。",
                  std::string("there is no runtimes/") + target.runtime + ", so nothing was made for " + target.name + ". Make it with " + target.made_by + "."});
            continue;
        }
        target.pack({request.project, stock, runtime, joined(request.out, name + target.ending)}, tell);
    }
    return code;
}

} // namespace liubai
