#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace liubai {

bool has_errors(const Diagnostics& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::kError; });
}

void sort_findings(Diagnostics& findings) {
    const auto key = [](const Diagnostic& d) { return std::tie(d.file, d.line, d.column, d.code, d.message.en); };
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
}

std::string to_text(const Diagnostic& finding, Language language) {
    const bool zh = language == Language::kZh;
    std::string out = finding.file;
    if (finding.line > 0) out += ":" + std::to_string(finding.line);
    if (finding.line > 0 && finding.column > 0) out += ":" + std::to_string(finding.column);
    const bool error = finding.severity == Severity::kError;
    out += error ? (zh ? "  错误  " : "  error  ") : (zh ? "  提醒  " : "  warning  ");
    out += finding.message.in(language) + "  [" + finding.code + "]\n";
    if (!finding.source.empty()) {
        const std::string number = std::to_string(finding.line);
        out += "  " + number + " | " + finding.source + "\n";
        if (finding.column > 0) {
            out += std::string(number.size() + 2, ' ') + " | ";
            out += std::string(static_cast<std::size_t>(finding.column - 1), ' ');
            out += std::string(static_cast<std::size_t>(std::max(1, finding.width)), '^') + "\n";
        }
    }
    if (!finding.hint.in(language).empty()) out += (zh ? "  改法：" : "  fix: ") + finding.hint.in(language) + "\n";
    return out;
}

} // namespace liubai
