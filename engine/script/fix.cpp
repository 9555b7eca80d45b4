#include "script/fix.h"

#include "script/source.h"

namespace liubai {

std::optional<std::string> fixed_text(std::string_view file_text, const Diagnostics& findings, int line) {
    constexpr std::string_view kBom = "\xEF\xBB\xBF";
    const bool bom = file_text.starts_with(kBom);
    const Source source("", std::string(file_text.substr(bom ? kBom.size() : 0)));
    if (line < 1 || line > source.line_count()) return std::nullopt;
    for (const Diagnostic& finding : findings) {
        if (finding.line != line || finding.fixed.empty()) continue;
        const std::string_view old = source.line(line);
        if (!finding.source.empty() && finding.source != old) return std::nullopt;
        std::string out(source.text());
        out.replace(source.start_of(line), old.size(), finding.fixed);
        return (bom ? std::string(kBom) : std::string()) + out;
    }
    return std::nullopt;
}

} // namespace liubai
