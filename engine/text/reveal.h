#pragma once
// The typewriter: when each grapheme cluster of a finished layout appears. Nothing ever moves; it only gets visible.

#include "base/millis.h"
#include "base/rich_text.h"
#include "text/layout.h"

#include <vector>

namespace liubai {

enum class StopKind : std::uint8_t {
    kUnsaid, ///< a silence: rests, then goes on by itself; a click goes on at once
    kWait,   ///< <wait>: only a click goes on
};

struct Stop {
    StopKind kind = StopKind::kUnsaid;
    std::uint32_t cluster = 0; ///< the gap's cluster, or the first cluster after the wait
    Millis begin = 0;          ///< everything before has appeared
    Millis end = 0;            ///< typing goes on; kWait: equal to begin, the screen holds there
};

/// A timeline in milliseconds from the line's first moment.
struct Reveal {
    std::vector<Millis> at; ///< by cluster: when it starts to appear
    std::vector<Stop> stops;
    Millis total = 0; ///< everything is fully visible
};

struct Rhythm {
    float tick = 45;      ///< milliseconds of one Han cluster at this reader's speed; 0 = instant
    float latin = 0.45f;  ///< ticks of a Latin cluster, so that both languages read alike
    float rests = 1;      ///< share of the punctuation rests, 0 turns them (and the silences) off
    Millis unsaid = 1600; ///< the rest at a silence
    Millis edge = 90;     ///< a cluster fades in over this long (about two clusters)
};

/// The timeline of a layout of `text` by requirements T2–T4. <slow> doubles a tick, <pause> adds its seconds.
Reveal make_reveal(const RichText& text, const Layout& layout, const Rhythm& rhythm);

/// The timeline of a translation that keeps step with `lead`: the same share of reading units at the same time, resting
/// at the same silences. Without as many gaps as the lead it keeps step as a whole.
Reveal keep_step(const RichText& text, const Layout& layout, const Reveal& lead, const RichText& lead_text,
                 const Layout& lead_layout, const Rhythm& rhythm);

/// Alpha 0…1 of a cluster at `elapsed`: one value a cluster, never a gradient inside one.
float cluster_alpha(const Reveal& reveal, std::size_t cluster, Millis elapsed, const Rhythm& rhythm);

/// The moment after `elapsed` at which the picture next changes, or kNever. (While a cluster fades in: 16 ms later.)
Millis next_change(const Reveal& reveal, Millis elapsed, const Rhythm& rhythm);

/// Where one click at `elapsed` goes: to the beginning of the next stop, past the stop it rests at, or to `total`.
Millis after_click(const Reveal& reveal, Millis elapsed);

/// Where the clock stands `dt` after `elapsed` without a click: a kWait holds it at the stop's beginning.
Millis run_on(const Reveal& reveal, Millis elapsed, Millis dt);

/// Reading units of a text: a Han character is 1, a Latin cluster `latin`, spaces and marks nothing.
float reading_units(std::string_view text, const Rhythm& rhythm);

} // namespace liubai
