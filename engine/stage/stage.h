#pragma once
// What is on the stage and how it moves: background, figures, who is lit. Steps of a story change what is wanted; time
// brings the picture there. compose.h draws it.

#include "stage/motion.h"
#include "story/step.h"

#include <map>
#include <string>
#include <vector>

namespace liubai {

/// What the camera sees: how far its centre is from the stage's, and how near.
struct Viewpoint {
    float x = 0; ///< stage units
    float y = 0;
    float zoom = 1; ///< at least 1
    bool operator==(const Viewpoint&) const = default;
};

/// What the story asked for. Rolls back with the reading; everything else of the stage follows from it without time.
struct WantedStage {
    std::string background; ///< "" = black
    Framing framing = Framing::kTwo;
    std::vector<std::string> cast;           ///< who stands there, in order of entrance
    std::map<std::string, std::string> moods;
    std::map<std::string, bool> gazes; ///< at the other figure (else away); none = at who speaks
    std::map<std::string, Side> sides;
    std::string speaker; ///< who speaks or spoke last; "" = nobody (narration)
    std::string music;
    std::string ambience;
    Millis music_fade = 2000; ///< of the change to it
    Millis ambience_fade = 2000;
    float music_volume = 1;
    float ambience_volume = 1;
    std::string weather;
    Viewpoint camera;
    bool operator==(const WantedStage&) const = default;
};

/// Where a figure stands and how it is seen.
struct Pose {
    float x = 0;     ///< centre, share of the stage's width
    float scale = 1; ///< of the figure's canvas
    float alpha = 0;
    float light = 1; ///< 1 = speaks, 0 = listens
    bool operator==(const Pose&) const = default;
};

struct FigureMotion {
    Pose from;
    Pose to;
    Fade fade;
    std::string old_mood; ///< before the present one
    Fade face;            ///< from that to the present one
    bool operator==(const FigureMotion&) const = default;
    [[nodiscard]] Pose now() const;
};

struct CameraMotion {
    Viewpoint from;
    Viewpoint to;
    Fade fade;
    bool operator==(const CameraMotion&) const = default;
    [[nodiscard]] Viewpoint now() const;
};

struct Stage {
    WantedStage wanted;
    std::string old_background;
    Viewpoint old_view;          ///< the camera stays on the old background as it was,
    bool same_place = false;     ///< unless it is another state of the same place
    Fade background;        ///< from old_background to wanted.background
    std::string transition; ///< how; see SetBackground::with
    CameraMotion camera;
    std::string old_weather;
    Fade weather;
    Fade shake;
    std::map<std::string, FigureMotion> figures;
    Fade flash;
    Millis clock = 0; ///< since the reading began
    bool operator==(const Stage&) const = default;
};

/// A scene begins: its speakers who have a figure stand there, and the seal of the first on each side that is free;
/// moods start anew. When the scene opens with a chapter card, nobody comes or goes before settle(): the card hides it.
void enter_scene(Stage& stage, const Scene& scene, const Story& story);

/// Carries out a step. `instant` leaves out every transition (loading, skipping, reduced motion). A new background is a
/// new shot, its camera at rest, unless it is the `same_place` in another state.
void apply(Stage& stage, const StageStep& step, const Story& story, bool instant, bool same_place = false);

/// A line begins: its speaker is lit and takes its mood and place.
void begin_line(Stage& stage, const Line& line, const Story& story, bool instant);

/// A face changes, in mid-line too.
void set_mood(Stage& stage, const std::string& speaker, const std::string& mood, bool instant);

/// Time passes; run(a + b) equals run(a), run(b).
void run(Stage& stage, Millis dt);

/// Everything arrives at once.
void settle(Stage& stage);

/// A stage at rest that shows what is wanted: after loading, and after going back.
Stage stage_at(const WantedStage& wanted, Millis clock);

/// True while a transition runs.
bool is_moving(const Stage& stage);

/// The mood a speaker shows now; "" = none set.
std::string mood_of(const Stage& stage, const std::string& speaker);

} // namespace liubai
