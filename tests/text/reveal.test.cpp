#include "text/reveal.h"

#include "support/lay_out_text.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace liubai;

namespace {

constexpr float kTick = 100; // so that ticks read as hundreds of milliseconds

Rhythm test_rhythm() {
    Rhythm rhythm;
    rhythm.tick = kTick;
    rhythm.latin = 0.5f;
    return rhythm;
}

RichText rich(const std::string& text) {
    RichText out;
    out.text = text;
    return out;
}

struct Typed {
    RichText text;
    Layout layout;
    Reveal reveal;
};

Typed type(RichText text, const Rhythm& rhythm = test_rhythm(), float width = kNoLimit) {
    Typed typed{std::move(text), {}, {}};
    typed.layout = lay_out(typed.text, test_style(), width, test_fonts());
    typed.reveal = make_reveal(typed.text, typed.layout, rhythm);
    REQUIRE(typed.reveal.at.size() == typed.layout.clusters.size());
    return typed;
}

/// Ticks between the last two clusters: what stands before the last one, rest included.
float before_last(const std::string& text) {
    const Typed typed = type(rich(text));
    const auto& at = typed.reveal.at;
    return static_cast<float>(at.back() - at[at.size() - 2]) / kTick;
}

} // namespace

TEST_CASE("T1: revealing moves nothing: any prefix is a part of the finished layout", "[text][T1]") {
    const Typed typed = type(rich("office “中文” 👩‍🚀，然后走了。"), test_rhythm(), 200);
    for (std::size_t k = 0; k < typed.layout.clusters.size(); ++k) {
        const Layout again = lay_out(typed.text, test_style(), 200, test_fonts());
        CHECK(again.glyphs == typed.layout.glyphs);
        CHECK(cluster_alpha(typed.reveal, k, typed.reveal.total, test_rhythm()) == 1);
    }
    CHECK(std::is_sorted(typed.reveal.at.begin(), typed.reveal.at.end()));
}

TEST_CASE("T2: a family, a letter with its accent and a flag each come in one step", "[text][T2]") {
    for (const char* text : {"👩‍👩‍👧‍👦", "e\u0301", "🇨🇳", "👍🏽"}) {
        const Typed typed = type(rich(text));
        CAPTURE(text);
        CHECK(typed.reveal.at.size() == 1);
    }
    CHECK(type(rich("office")).reveal.at.size() == 6);
}

TEST_CASE("T3: closing marks and spaces come with what they close, and the rest follows them", "[text][T3]") {
    const Typed typed = type(rich("好。”他"));
    const auto& at = typed.reveal.at;
    CHECK(at[1] == 100);
    CHECK(at[2] == at[1]);
    CHECK(at[3] == at[1] + 100 + 800);
    const Typed spaced = type(rich("a. b"));
    CHECK(spaced.reveal.at[2] == spaced.reveal.at[1]);
}

TEST_CASE("T4: each mark has its rest, in Han ticks", "[text][T4]") {
    CHECK(before_last("好、好") == 1 + 3);
    CHECK(before_last("好，好") == 1 + 4);
    CHECK(before_last("好；好") == 1 + 5);
    CHECK(before_last("好：好") == 1 + 5);
    CHECK(before_last("好。好") == 1 + 8);
    CHECK(before_last("好？好") == 1 + 8);
    CHECK(before_last("好！好") == 1 + 8);
    CHECK(before_last("好——好") == 1 + 5);
    CHECK(before_last("好…好") == 1 + 5);
    CHECK(before_last("好🎬好") == 1 + 4);
    CHECK(before_last("好好") == 1);
    CHECK(before_last("ab") == 0.5f);
    CHECK(before_last("a, b") == 0.5f + 4);
    CHECK(before_last("a. b") == 0.5f + 8);
    CHECK(before_last("a? b") == 0.5f + 8);
    CHECK(before_last("a: b") == 0.5f + 5);
    CHECK(before_last("a — b") == 0.5f + 5);
    CHECK(before_last("a\nb") == 0.5f + 10);
}

TEST_CASE("T4: an ellipsis comes dot group by dot group", "[text][T4]") {
    const auto at = type(rich("好……好")).reveal.at;
    CHECK(at[2] - at[1] == 600);
    CHECK(at[3] - at[2] == 600);
}

TEST_CASE("T4: no rest inside numbers, times, addresses and abbreviations", "[text][T4]") {
    for (const char* text : {"3.14", "10:30", "1,000", "example.org/a", "e.g. one", "Dr. Who", "it’s", "it's"}) {
        const Typed typed = type(rich(text));
        Millis longest = 0;
        for (std::size_t i = 1; i < typed.reveal.at.size(); ++i) {
            longest = std::max(longest, typed.reveal.at[i] - typed.reveal.at[i - 1]);
        }
        CAPTURE(text);
        CHECK(longest == 50);
    }
}

TEST_CASE("T4: rests can be turned down and off, and so can the silences", "[text][T4]") {
    Rhythm half = test_rhythm();
    half.rests = 0.5f;
    CHECK(type(rich("好。好"), half).reveal.at[2] == 100 + 100 + 400);
    Rhythm none = test_rhythm();
    none.rests = 0;
    CHECK(type(rich("好。好"), none).reveal.at[2] == 200);
    CHECK(type(rich("好" + std::string(kGapUtf8) + "好"), none).reveal.stops.empty());
}

TEST_CASE("T5: a soft edge is one alpha a cluster, and the end shows everything", "[text][T5]") {
    Rhythm rhythm = test_rhythm();
    rhythm.edge = 200;
    const Typed typed = type(rich("一二三"), rhythm);
    CHECK(cluster_alpha(typed.reveal, 0, 0, rhythm) == 0);
    CHECK(cluster_alpha(typed.reveal, 0, 100, rhythm) == Approx(0.5));
    CHECK(cluster_alpha(typed.reveal, 1, 150, rhythm) == Approx(0.25));
    CHECK(cluster_alpha(typed.reveal, 2, 100, rhythm) == 0);
    CHECK(typed.reveal.total == 400);
    for (std::size_t i = 0; i < 3; ++i) CHECK(cluster_alpha(typed.reveal, i, typed.reveal.total, rhythm) == 1);
}

TEST_CASE("T6: the schedule does not depend on the width of the box", "[text][T6]") {
    const RichText text = rich("真正的共情，从来不是计算。It happens — slowly, in the gaps.");
    CHECK(type(text).reveal.at == type(text, test_rhythm(), 150).reveal.at);
}

TEST_CASE("typing rests at a silence, then goes on", "[text][gap]") {
    const Rhythm rhythm = test_rhythm();
    const Typed typed = type(rich("学会" + std::string(kGapUtf8) + "的"), rhythm);
    REQUIRE(typed.reveal.stops.size() == 1);
    const Stop stop = typed.reveal.stops[0];
    CHECK(stop.kind == StopKind::kUnsaid);
    CHECK(stop.cluster == 2);
    CHECK(stop.begin == typed.reveal.at[2]);
    CHECK(stop.begin >= typed.reveal.at[1] + rhythm.edge);
    CHECK(stop.end == stop.begin + rhythm.unsaid);
    CHECK(typed.reveal.at[3] == stop.end);
    CHECK(after_click(typed.reveal, 0) == stop.begin);
    CHECK(after_click(typed.reveal, stop.begin) == stop.end);
    CHECK(after_click(typed.reveal, stop.begin + 10) == stop.end);
    CHECK(after_click(typed.reveal, stop.end) == typed.reveal.total);
}

TEST_CASE("instant text still rests at its silences", "[text][gap]") {
    Rhythm rhythm = test_rhythm();
    rhythm.tick = 0;
    const Typed typed = type(rich("学会" + std::string(kGapUtf8) + "的。好"), rhythm);
    REQUIRE(typed.reveal.stops.size() == 1);
    CHECK(typed.reveal.at[1] == 0);
    CHECK(typed.reveal.at[5] == typed.reveal.stops[0].end);
}

TEST_CASE("a wait holds until a click; a pause adds its seconds", "[text]") {
    RichText text = rich("一二三");
    text.cues.push_back({3, PauseCue{0.5}});
    text.cues.push_back({6, WaitCue{}});
    const Typed typed = type(text);
    const auto& at = typed.reveal.at;
    CHECK(at[1] == 100 + 500);
    REQUIRE(typed.reveal.stops.size() == 1);
    const Stop stop = typed.reveal.stops[0];
    CHECK(stop.kind == StopKind::kWait);
    CHECK(stop.cluster == 2);
    CHECK(stop.begin == stop.end);
    CHECK(run_on(typed.reveal, 0, 10000) == stop.begin);
    CHECK(run_on(typed.reveal, stop.begin, 10000) == stop.begin);
    CHECK(cluster_alpha(typed.reveal, 1, stop.begin, test_rhythm()) == 1);
    CHECK(cluster_alpha(typed.reveal, 2, stop.begin, test_rhythm()) == 0);
    const Millis clicked = after_click(typed.reveal, stop.begin);
    CHECK(clicked > stop.begin);
    CHECK(run_on(typed.reveal, clicked, 10000) == clicked + 10000);
}

TEST_CASE("slow text takes twice as long", "[text]") {
    RichText text = rich("一二三");
    text.spans.push_back({0, 6, Slow{}});
    CHECK(type(text).reveal.at == std::vector<Millis>{0, 200, 400});
}

TEST_CASE("the next change is the next cluster or the next step of a fade, and never after the end", "[text]") {
    const Rhythm rhythm = test_rhythm();
    const Typed typed = type(rich("一。二"), rhythm);
    Millis now = 0;
    int steps = 0;
    while (now != kNever && steps < 1000) {
        std::vector<float> before;
        for (std::size_t i = 0; i < 3; ++i) before.push_back(cluster_alpha(typed.reveal, i, now, rhythm));
        const Millis next = next_change(typed.reveal, now, rhythm);
        if (next == kNever) break;
        REQUIRE(next > now);
        bool changed = false;
        for (std::size_t i = 0; i < 3; ++i) changed |= before[i] != cluster_alpha(typed.reveal, i, next, rhythm);
        CHECK(changed);
        now = next;
        ++steps;
    }
    CHECK(now == typed.reveal.total);
    CHECK(steps < 30);
}

TEST_CASE("a translation keeps step with its line and rests at the same silences", "[text]") {
    const Rhythm rhythm = test_rhythm();
    const std::string gap(kGapUtf8);
    const Typed lead = type(rich("It is not about better rooms, but about " + gap + " rooms, you see."), rhythm);
    const RichText text = rich("这不是更好的房间，而是" + gap + "的房间，你看。");
    const Layout layout = lay_out(text, test_style(), kNoLimit, test_fonts());
    const Reveal step = keep_step(text, layout, lead.reveal, lead.text, lead.layout, rhythm);
    REQUIRE(step.at.size() == layout.clusters.size());
    REQUIRE(step.stops.size() == 1);
    CHECK(layout.clusters[step.stops[0].cluster].kind == ClusterKind::kGap);
    CHECK(step.stops[0].begin == lead.reveal.stops[0].begin);
    CHECK(step.stops[0].end == lead.reveal.stops[0].end);
    CHECK(std::is_sorted(step.at.begin(), step.at.end()));
    CHECK(step.total == lead.reveal.total);
    const std::size_t at_gap = step.stops[0].cluster;
    CHECK(step.at[at_gap - 1] < step.stops[0].begin);
    CHECK(step.at[at_gap + 1] >= step.stops[0].end);
    CHECK(step.at.back() <= lead.reveal.total);
}

TEST_CASE("a translation with other silences keeps step as a whole", "[text]") {
    const Rhythm rhythm = test_rhythm();
    const Typed lead = type(rich("一二三四五六七八九十"), rhythm);
    const RichText text = rich("one two " + std::string(kGapUtf8) + " three");
    const Layout layout = lay_out(text, test_style(), kNoLimit, test_fonts());
    const Reveal step = keep_step(text, layout, lead.reveal, lead.text, lead.layout, rhythm);
    CHECK(step.stops.empty());
    CHECK(std::is_sorted(step.at.begin(), step.at.end()));
    CHECK(step.total == lead.reveal.total);
    CHECK(step.at.back() < lead.reveal.total);
    CHECK(step.at.back() > lead.reveal.total / 2);
}

TEST_CASE("reading units count what is read: Han and Latin letters, no marks", "[text]") {
    const Rhythm rhythm = test_rhythm();
    CHECK(reading_units("真正的共情，", rhythm) == 5);
    CHECK(reading_units("it’s — ok.", rhythm) == Approx(2.5));
    CHECK(reading_units("", rhythm) == 0);
}

TEST_CASE("an empty line is over at once", "[text]") {
    const Typed typed = type(rich(""));
    CHECK(typed.reveal.total == 0);
    CHECK(next_change(typed.reveal, 0, test_rhythm()) == kNever);
    CHECK(after_click(typed.reveal, 0) == 0);
}
