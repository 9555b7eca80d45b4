// What an imported scene stands before: nobody has to stage a chat before it can be watched.
#include "tools/import_scenes.h"

#include <algorithm>

namespace liubai {
namespace {

constexpr std::int64_t kDay = 1440; // minutes

/// Which of the program's backgrounds a scene stands before: by the hour where that is known, else in turn, and never
/// the same twice running.
class Lights {
public:
    std::string next(std::optional<std::int64_t> minutes) {
        const Names& names = at(minutes ? (*minutes % kDay + kDay) % kDay / 60 : -1);
        std::string chosen = names[turn_++ % names.size()];
        if (chosen == last_) chosen = names[turn_++ % names.size()];
        return last_ = chosen;
    }

private:
    using Names = std::vector<std::string>;

    static const Names& at(std::int64_t hour) {
        static const Names any{"mist_mountains", "city", "wheat", "branch", "wildflower", "white_mountains", "city_late", "dew"};
        static const Names morning{"mist_mountains", "dew", "white_mountains"};
        static const Names noon{"branch", "sheet", "white_mountains"};
        static const Names dusk{"wheat", "wildflower"};
        static const Names night{"city", "wildflower", "city_late"};
        if (hour < 0) return any;
        if (hour < 5 || hour >= 20) return night;
        if (hour < 10) return morning;
        return hour < 17 ? noon : dusk;
    }

    std::size_t turn_ = 0;
    std::string last_;
};

} // namespace

std::vector<ImportedScene> stage_scenes(const std::vector<std::vector<ImportedTurn>>& scenes) {
    std::vector<ImportedScene> out;
    std::vector<ImportedTurn> before; // the last scene's
    Lights lights;
    for (const auto& turns : scenes) {
        ImportedScene scene;
        scene.number = static_cast<int>(out.size()) + 1;
        const auto first = std::find_if(turns.begin(), turns.end(), [](const ImportedTurn& t) { return t.minutes.has_value(); });
        const bool timed = first != turns.end() && !first->at.empty();
        const bool begins = out.empty() || (timed && gap_before(before, *first) > kLongSilence);
        if (timed && begins) scene.card = first->at;
        scene.background = lights.next(first == turns.end() ? std::nullopt : first->minutes);
        out.push_back(std::move(scene));
        before = turns;
    }
    return out;
}

} // namespace liubai
