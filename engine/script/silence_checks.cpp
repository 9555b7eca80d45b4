#include "script/silence_checks.h"

#include <algorithm>
#include <vector>

namespace liubai {
namespace {

std::vector<std::string> unsaid_in(const RichText& text) {
    std::vector<std::string> out;
    for (const Cue& cue : text.cues) {
        if (const auto* gap = std::get_if<Unsaid>(&cue.kind)) out.push_back(gap->key);
    }
    return out;
}

std::vector<std::string> heard_in(const RichText& text) {
    std::vector<std::string> out;
    for (const Span& span : text.spans) {
        if (const auto* heard = std::get_if<Heard>(&span.kind)) out.push_back(heard->key);
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string listed(const std::vector<std::string>& gaps) {
    std::string out;
    for (const std::string& key : gaps)
        out += (out.empty() ? "<unsaid" : " <unsaid") + (key.empty() ? "" : " " + key) + ">";
    return out.empty() ? "0" : out;
}

} // namespace

void check_silences(const RichText& original, const RichText& translation, Spot spot, const std::string& language,
                    Findings& findings) {
    if (original.cues.empty() && translation.cues.empty() && original.spans.empty() && translation.spans.empty()) return;
    const auto wanted = unsaid_in(original);
    const auto found = unsaid_in(translation);
    if (wanted != found) findings.add("gap-mismatch", spot, {language, listed(wanted), listed(found)});
    if (heard_in(original) != heard_in(translation)) findings.add("heard-mismatch", spot, {language});
}

} // namespace liubai
