#include "base/rich_text.h"

#include <algorithm>

namespace liubai {
namespace {

bool is_heard(const Unsaid& gap, const std::vector<std::string>& keys) {
    return !gap.key.empty() && std::find(keys.begin(), keys.end(), gap.key) != keys.end();
}

} // namespace

std::string plain(const RichText& text, std::string_view gap) {
    std::string out = text.text;
    for (std::size_t at = out.find(kGapUtf8); at != std::string::npos; at = out.find(kGapUtf8, at + gap.size())) {
        out.replace(at, kGapUtf8.size(), gap);
    }
    return out;
}

RichText with_gaps_filled(const RichText& text, const std::vector<std::string>& keys) {
    RichText out = text;
    for (std::size_t i = 0; i < out.cues.size();) {
        const auto* gap = std::get_if<Unsaid>(&out.cues[i].kind);
        if (!gap || !is_heard(*gap, keys)) {
            ++i;
            continue;
        }
        const std::size_t at = out.cues[i].at;
        const std::string shown = gap->shown;
        out.text.replace(at, kGapUtf8.size(), shown);
        const auto moved = [&](std::size_t offset) {
            return offset > at ? offset - kGapUtf8.size() + shown.size() : offset;
        };
        out.cues.erase(out.cues.begin() + static_cast<std::ptrdiff_t>(i));
        for (Cue& cue : out.cues) cue.at = moved(cue.at);
        for (Span& span : out.spans) {
            span.begin = moved(span.begin);
            span.end = moved(span.end);
        }
    }
    return out;
}

} // namespace liubai
