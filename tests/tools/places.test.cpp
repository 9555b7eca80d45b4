// A place in a scene's file, as `play --at` and `shoot --at` take it.
#include "support/temporary_folder.h"
#include "tools/shoot.h"

#include <catch2/catch.hpp>

using namespace liubai;

TEST_CASE("reading starts at a line, and at a card, a rest or a change of the stage that stands on that very line", "[tools]") {
    const test_support::TemporaryFolder folder;
    folder.put("one.yaml", "lines:\n  - A: 一\n  - chapter: 二\n  - A: 三\n  - pause: 2\n  - bg: night\n    fade: 2\n  - A: 四\n");
    const auto story = open_story(folder.at("one.yaml"), LIUBAI_ROOT);
    Layouts layouts(*story->fonts);
    const auto moment_at = [&](const std::string& line) {
        ShootOptions options;
        options.scene = "one";
        options.line = line;
        options.seconds = 0.5;
        return take_shot(*story, layouts, options).state;
    };
    CHECK(moment_at("2").moment.kind == MomentKind::kLine);
    CHECK(moment_at("3").moment.kind == MomentKind::kCard);
    CHECK(moment_at("5").moment.kind == MomentKind::kPause);
    CHECK_FALSE(moment_at("6").stage.background.done()); // it is seen from its beginning
    CHECK(moment_at("7").moment.place.step == moment_at("4").moment.place.step); // the last line before it
    CHECK(moment_at("8").stage.background.done());
}
