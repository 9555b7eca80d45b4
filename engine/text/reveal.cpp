#include "text/reveal.h"

#include "text/rhythm.h"

#include <algorithm>
#include <optional>

namespace liubai {
namespace {

constexpr Millis kFadeStep = 16; // about one frame

Millis rounded(double ms) { return static_cast<Millis>(ms + 0.5); }

/// Walks over the clusters in reading order with a clock.
class Typist {
public:
    Typist(const RichText& text, const Layout& layout, const Rhythm& rhythm)
        : text_(text), layout_(layout), rhythm_(rhythm), beats_(beats(text.text, layout.clusters, rhythm)) {}

    Reveal run() {
        out_.at.reserve(layout_.clusters.size());
        for (std::size_t i = 0; i < layout_.clusters.size(); ++i) {
            obey_cues(i);
            if (layout_.clusters[i].kind == ClusterKind::kGap) {
                rest_at_gap(i);
            } else {
                type(i);
            }
        }
        obey_cues(layout_.clusters.size());
        out_.total = shown();
        for (const Stop& stop : out_.stops) out_.total = std::max(out_.total, stop.end);
        return std::move(out_);
    }

private:
    void type(std::size_t i) {
        const Beat& beat = beats_[i];
        if (!beat.hangs_on) {
            clock_ += rest_;
            rest_ = 0;
        }
        const double tick = rhythm_.tick * (slow(layout_.clusters[i].byte_begin) ? 2.0 : 1.0);
        appear(beat.hangs_on && !out_.at.empty() && !held_ ? out_.at.back() : rounded(clock_));
        clock_ += beat.ticks * tick;
        rest_ = std::max(rest_, beat.rest * tick * rhythm_.rests);
    }

    void appear(Millis at) {
        out_.at.push_back(at);
        held_ = false;
    }

    void rest_at_gap(std::size_t i) {
        rest_ = 0;
        const Millis begin = std::max(rounded(clock_), shown());
        appear(begin);
        if (rhythm_.rests <= 0) {
            clock_ = static_cast<double>(begin);
            return;
        }
        const Millis end = begin + rhythm_.unsaid;
        out_.stops.push_back({StopKind::kUnsaid, static_cast<std::uint32_t>(i), begin, end});
        clock_ = static_cast<double>(end);
        held_ = true;
    }

    /// The cues before cluster `i`: pauses add to the clock, a wait stops it.
    void obey_cues(std::size_t i) {
        const std::size_t byte = i < layout_.clusters.size() ? layout_.clusters[i].byte_begin : text_.text.size() + 1;
        for (; cue_ < text_.cues.size() && text_.cues[cue_].at <= byte; ++cue_) {
            const Cue& cue = text_.cues[cue_];
            if (const auto* pause = std::get_if<PauseCue>(&cue.kind)) {
                if (rhythm_.tick > 0 && rhythm_.rests > 0) clock_ += pause->seconds * 1000;
                held_ = true;
            } else if (std::holds_alternative<WaitCue>(cue.kind) && i < layout_.clusters.size()) {
                const Millis begin = std::max(rounded(clock_), shown());
                out_.stops.push_back({StopKind::kWait, static_cast<std::uint32_t>(i), begin, begin});
                clock_ = static_cast<double>(begin) + 1; // what follows is not there yet while the screen holds
                rest_ = 0;
                held_ = true;
            }
        }
    }

    /// When everything so far is fully visible.
    Millis shown() const { return out_.at.empty() ? 0 : out_.at.back() + rhythm_.edge; }

    bool slow(std::size_t byte) const {
        return std::any_of(text_.spans.begin(), text_.spans.end(), [&](const Span& span) {
            return std::holds_alternative<Slow>(span.kind) && span.begin <= byte && byte < span.end;
        });
    }

    const RichText& text_;
    const Layout& layout_;
    const Rhythm& rhythm_;
    std::vector<Beat> beats_;
    Reveal out_;
    double clock_ = 0;  ///< milliseconds; whole ticks are added up before they are rounded
    double rest_ = 0;   ///< owed before the next cluster that stands on its own
    bool held_ = false; ///< something lies between the last cluster and the next: it cannot hang on
    std::size_t cue_ = 0;
};

std::vector<std::uint32_t> gaps(const Layout& layout) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < layout.clusters.size(); ++i) {
        if (layout.clusters[i].kind == ClusterKind::kGap) found.push_back(i);
    }
    return found;
}

/// A stretch of a timeline without silences: how many reading units were read when each of its clusters came.
struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<float> read; ///< one more than clusters
};

Stretch stretch(std::uint32_t begin, std::uint32_t end, const std::vector<Beat>& beats) {
    Stretch found{begin, end, {0}};
    for (std::uint32_t i = begin; i < end; ++i) found.read.push_back(found.read.back() + beats[i].units);
    return found;
}

/// When the lead has read `share` of its stretch.
double lead_time(const Stretch& lead, const Reveal& reveal, float share, const Rhythm& rhythm) {
    const float wanted = share * lead.read.back();
    const auto after = std::upper_bound(lead.read.begin(), lead.read.end(), wanted);
    const auto passed = static_cast<std::uint32_t>(after - lead.read.begin());
    if (passed == 0) return static_cast<double>(reveal.at[lead.begin]);
    const std::uint32_t i = std::min(lead.begin + passed - 1, lead.end - 1);
    const std::size_t k = i - lead.begin;
    const float units = lead.read[k + 1] - lead.read[k];
    const double part = units > 0 ? std::min(1.0f, (wanted - lead.read[k]) / units) : 0;
    return static_cast<double>(reveal.at[i]) + part * static_cast<double>(units * rhythm.tick);
}

} // namespace

Reveal make_reveal(const RichText& text, const Layout& layout, const Rhythm& rhythm) {
    return Typist(text, layout, rhythm).run();
}

Reveal keep_step(const RichText& text, const Layout& layout, const Reveal& lead, const RichText& lead_text,
                 const Layout& lead_layout, const Rhythm& rhythm) {
    Reveal out;
    if (lead.at.empty()) return make_reveal(text, layout, rhythm);
    const std::vector<Beat> own_beats = beats(text.text, layout.clusters, rhythm);
    const std::vector<Beat> lead_beats = beats(lead_text.text, lead_layout.clusters, rhythm);
    std::vector<std::uint32_t> own_gaps = gaps(layout);
    std::vector<std::uint32_t> lead_gaps = gaps(lead_layout);
    const bool in_step = own_gaps.size() == lead_gaps.size();
    if (!in_step) {
        own_gaps.clear();
        lead_gaps.clear();
    }
    out.at.assign(layout.clusters.size(), 0);
    own_gaps.push_back(static_cast<std::uint32_t>(layout.clusters.size()));
    lead_gaps.push_back(static_cast<std::uint32_t>(lead_layout.clusters.size()));
    Millis last = 0;
    for (std::size_t g = 0; g < own_gaps.size(); ++g) {
        const Stretch own = stretch(g == 0 ? 0 : own_gaps[g - 1] + 1, own_gaps[g], own_beats);
        const Stretch led = stretch(g == 0 ? 0 : lead_gaps[g - 1] + 1, lead_gaps[g], lead_beats);
        for (std::uint32_t i = own.begin; i < own.end; ++i) {
            const float share = own.read.back() > 0 ? own.read[i - own.begin] / own.read.back() : 0;
            const bool joins = own_beats[i].hangs_on && i > own.begin;
            if (!joins && led.begin < led.end) {
                const Millis with_lead = rounded(lead_time(led, lead, share, rhythm));
                last = std::max(last, std::min(with_lead, lead.total - rhythm.edge));
            }
            out.at[i] = last;
        }
        if (own.end < layout.clusters.size()) out.at[own.end] = last = std::max(last, lead.at[led.end]);
        const auto stop = std::find_if(lead.stops.begin(), lead.stops.end(), [&](const Stop& s) {
            return s.kind == StopKind::kUnsaid && s.cluster == led.end;
        });
        if (stop != lead.stops.end()) last = std::max(last, stop->end);
    }
    for (Stop stop : lead.stops) {
        const auto index = std::find(lead_gaps.begin(), lead_gaps.end(), stop.cluster) - lead_gaps.begin();
        const bool own_gap = stop.kind == StopKind::kUnsaid && in_step;
        const auto at = std::lower_bound(out.at.begin(), out.at.end(), stop.begin) - out.at.begin();
        stop.cluster = own_gap ? own_gaps[static_cast<std::size_t>(index)] : static_cast<std::uint32_t>(at);
        out.stops.push_back(stop);
    }
    out.total = std::max(lead.total, out.at.empty() ? 0 : out.at.back() + rhythm.edge);
    return out;
}

float cluster_alpha(const Reveal& reveal, std::size_t cluster, Millis elapsed, const Rhythm& rhythm) {
    const Millis since = elapsed - reveal.at[cluster];
    if (rhythm.edge <= 0) return since >= 0 ? 1 : 0;
    return static_cast<float>(std::clamp<Millis>(since, 0, rhythm.edge)) / static_cast<float>(rhythm.edge);
}

Millis next_change(const Reveal& reveal, Millis elapsed, const Rhythm& rhythm) {
    // `at` never goes back, so what fades in now ends with the last cluster that has started.
    const auto next = std::upper_bound(reveal.at.begin(), reveal.at.end(), elapsed);
    const Millis step = std::min(kFadeStep, rhythm.edge);
    if (next != reveal.at.begin()) {
        const Millis full = *(next - 1) + rhythm.edge;
        if (elapsed < full) return std::min(elapsed + step, full);
    }
    return next == reveal.at.end() ? kNever : *next + step;
}

Millis after_click(const Reveal& reveal, Millis elapsed) {
    for (const Stop& stop : reveal.stops) {
        if (elapsed < stop.begin) return stop.begin;
        if (stop.kind == StopKind::kWait && elapsed == stop.begin) return stop.begin + 1;
        if (elapsed < stop.end) return stop.end;
    }
    return reveal.total;
}

Millis run_on(const Reveal& reveal, Millis elapsed, Millis dt) {
    for (const Stop& stop : reveal.stops) {
        const bool ahead = stop.kind == StopKind::kWait && elapsed <= stop.begin;
        if (ahead && elapsed + dt >= stop.begin) return stop.begin;
    }
    return elapsed + dt;
}

} // namespace liubai
