#include "game/keep_place.h"

#include "base/utf8.h"
#include "game/play.h"

#include <algorithm>

namespace liubai {
namespace {

/// How far a reader has come in a line.
struct ReadSoFar {
    RichText lead;        ///< the whole line
    std::size_t byte = 0; ///< the end of what is shown of it
    std::size_t page_begin = 0;
    std::size_t page_end = 0;
    bool page_typed = false;
    bool line_typed = false;
    bool one_page = true;
    Millis limit = 0;
};

ReadSoFar read_so_far(const GameState& state, const Dialogue& dialogue, RichText lead) {
    const DialogueText& text = dialogue.texts[0];
    const Page& page = dialogue.pages[dialogue.page];
    ReadSoFar read;
    read.lead = std::move(lead);
    read.page_begin = page.begin;
    read.page_end = page.end;
    read.page_typed = is_typed(state, dialogue);
    read.line_typed = read.page_typed && !dialogue.has_more();
    read.one_page = dialogue.pages.size() == 1;
    read.limit = line_limit(state, dialogue);
    const auto& at = text.reveal.at;
    const auto next = std::upper_bound(at.begin(), at.end(), state.moment.elapsed);
    const bool all = read.page_typed || next == at.end();
    const auto index = static_cast<std::size_t>(next - at.begin());
    read.byte = all ? page.end : page.begin + text.layout->clusters[index].byte_begin;
    return read;
}

/// The byte at which `text` has been read as far as `other` at `byte`, by reading units.
std::size_t same_share(const std::string& text, const std::string& other, std::size_t byte, const Rhythm& rhythm) {
    const float all = reading_units(other, rhythm);
    const float share = all > 0 ? reading_units(std::string_view(other).substr(0, byte), rhythm) / all : 0;
    const float wanted = share * reading_units(text, rhythm);
    float read = 0;
    std::size_t at = 0;
    while (at < text.size() && read < wanted) {
        const std::size_t begin = at;
        next_code_point(text, at);
        read += reading_units(std::string_view(text).substr(begin, at - begin), rhythm);
    }
    return at;
}

/// Shows the page that holds the end of what was read, typed up to there.
void show_up_to(GameState& state, Layouts& layouts, const Content& content, std::size_t byte) {
    Moment& moment = state.moment;
    const std::vector<Page> pages = dialogue_now(state, content, layouts).pages;
    moment.page = 0;
    while (moment.page + 1 < pages.size() && pages[moment.page].end < byte) ++moment.page;
    const Dialogue dialogue = dialogue_now(state, content, layouts);
    const DialogueText& text = dialogue.texts[0];
    const auto& clusters = text.layout->clusters;
    const std::size_t local = byte - std::min(byte, pages[moment.page].begin);
    moment.waits = 0;
    for (const Stop& stop : text.reveal.stops) {
        if (stop.kind == StopKind::kWait && clusters[stop.cluster].byte_begin < local) ++moment.waits;
    }
    const Millis limit = line_limit(state, dialogue);
    std::size_t shown = 0;
    while (shown < clusters.size() && clusters[shown].byte_begin < local) ++shown;
    moment.elapsed = limit;
    if (shown == clusters.size()) return;
    const Millis next = text.reveal.at[shown];
    const Millis last = shown == 0 ? 0 : text.reveal.at[shown - 1];
    moment.elapsed = std::min({limit, last + rhythm_now(state).edge, std::max(last, next - 1)});
}

} // namespace

void keep_place(GameState& state, Layouts& layouts, const Content& content, const std::function<void()>& change) {
    const auto texts_before = texts_now(state, content);
    if (texts_before.empty()) {
        change();
        return;
    }
    const ReadSoFar read = read_so_far(state, dialogue_now(state, content, layouts), texts_before[0].text);
    change();
    const Dialogue now = dialogue_now(state, content, layouts);
    const Page& page = now.pages[now.page];
    Moment& moment = state.moment;
    const bool same_words = texts_now(state, content)[0].text == read.lead;
    const bool same_page = same_words && page.begin == read.page_begin && page.end == read.page_end;
    if (read.line_typed) {
        moment.page = now.pages.size() - 1;
        const Dialogue last = dialogue_now(state, content, layouts);
        moment.waits = count_waits(last);
        moment.elapsed = line_limit(state, last);
    } else if (same_page || (read.one_page && now.pages.size() == 1)) {
        const Millis limit = line_limit(state, now);
        const Millis share = same_words ? moment.elapsed : moment.elapsed * limit / std::max<Millis>(1, read.limit);
        moment.elapsed = read.page_typed ? limit : std::min(limit, share);
    } else if (same_words) {
        show_up_to(state, layouts, content, read.byte);
    } else {
        const std::string words = texts_now(state, content)[0].text.text;
        show_up_to(state, layouts, content, same_share(words, read.lead.text, read.byte, rhythm_now(state)));
    }
}

} // namespace liubai
