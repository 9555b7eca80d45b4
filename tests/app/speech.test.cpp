// Lines said aloud, through a library that stands in for speech-dispatcher's.
#include "app/fake_speechd.h"
#include "app/speech.h"
#include "app/speech_dispatcher.h"
#include "base/log.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

using namespace liubai;
using fake_speechd::calls;

namespace {

using Calls = std::vector<std::string>;

/// A voice and the main loop that it wakes.
class Listener {
public:
    explicit Listener(const std::string& library = FAKE_SPEECHD) : speech([this] { wake(); }, library) {}

    /// Sleeps as the main loop does until all is said. False when that does not come in ten seconds.
    bool wait_until_done() {
        std::unique_lock lock(mutex_);
        return woken_.wait_for(lock, std::chrono::seconds(10), [&] { return speech.take_done(); });
    }

private:
    void wake() {
        const std::lock_guard lock(mutex_);
        woken_.notify_all();
    }
    std::mutex mutex_;
    std::condition_variable woken_;

public:
    Speech speech; // last: its end may still wake
};

} // namespace

TEST_CASE("each run of a line is said in the voice of its language, one after another", "[app]") {
    fake_speechd::begin({});
    Listener at;
    at.speech.speak({{{"你好", "zh"}, {"AI", "en"}, {"再见", "zh-Hant"}}, true});
    REQUIRE(at.wait_until_done());
    CHECK(calls() == Calls{"open liubai", "notify 10", "language zh", "say 1 你好", "language en", "say 2 AI",
                           "language zh", "say 3 再见"});
    CHECK_FALSE(at.speech.take_done());
}

TEST_CASE("nothing of speech-dispatcher is touched before there is something to say", "[app]") {
    fake_speechd::begin({});
    Listener at;
    at.speech.speak({});
    CHECK_FALSE(at.speech.take_done());
    CHECK(calls().empty());
}

TEST_CASE("the next part waits for the end of the one before it", "[app]") {
    fake_speechd::Behaviour slow;
    slow.ends_at_once = false;
    fake_speechd::begin(slow);
    Listener at;
    at.speech.speak({{{"One", "en"}, {"Two", "en"}}, true});
    REQUIRE(fake_speechd::wait_for_calls(4));
    CHECK(calls().back() == "say 1 One");
    CHECK_FALSE(at.speech.take_done());
    fake_speechd::end_message(1, false);
    REQUIRE(fake_speechd::wait_for_calls(6));
    CHECK(calls().back() == "say 2 Two");
    fake_speechd::end_message(2, false);
    CHECK(at.wait_until_done());
}

TEST_CASE("a new line cuts off the old one, of which no end is told", "[app]") {
    fake_speechd::Behaviour slow;
    slow.ends_at_once = false;
    fake_speechd::begin(slow);
    Listener at;
    at.speech.speak({{{"One", "en"}, {"never said", "en"}}, true});
    REQUIRE(fake_speechd::wait_for_calls(4));
    at.speech.speak({{{"Two", "en"}}, true});
    REQUIRE(fake_speechd::wait_for_calls(7));
    CHECK(calls() == Calls{"open liubai", "notify 10", "language en", "say 1 One", "cancel", "language en", "say 2 Two"});
    fake_speechd::end_message(1, true); // the daemon tells of it late
    CHECK_FALSE(at.speech.take_done());
    fake_speechd::end_message(2, false);
    CHECK(at.wait_until_done());
}

TEST_CASE("a line that does not interrupt follows the one being said", "[app]") {
    fake_speechd::Behaviour slow;
    slow.ends_at_once = false;
    fake_speechd::begin(slow);
    Listener at;
    at.speech.speak({{{"One", "en"}}, true});
    REQUIRE(fake_speechd::wait_for_calls(4));
    at.speech.speak({{{"Two", "en"}}, false});
    fake_speechd::end_message(1, false);
    REQUIRE(fake_speechd::wait_for_calls(6));
    CHECK(calls().back() == "say 2 Two");
    CHECK_FALSE(at.speech.take_done());
    fake_speechd::end_message(2, false);
    CHECK(at.wait_until_done());
}

TEST_CASE("without parts the voice stops, and no end is told", "[app]") {
    fake_speechd::Behaviour slow;
    slow.ends_at_once = false;
    fake_speechd::begin(slow);
    Listener at;
    at.speech.speak({{{"One", "en"}}, true});
    REQUIRE(fake_speechd::wait_for_calls(4));
    at.speech.speak({});
    REQUIRE(fake_speechd::wait_for_calls(5));
    CHECK(calls().back() == "cancel");
    CHECK_FALSE(at.speech.take_done());
}

TEST_CASE("a screen reader that silences all speech ends the line", "[app]") {
    fake_speechd::Behaviour slow;
    slow.ends_at_once = false;
    fake_speechd::begin(slow);
    Listener at;
    at.speech.speak({{{"One", "en"}, {"Two", "en"}}, true});
    REQUIRE(fake_speechd::wait_for_calls(4));
    fake_speechd::end_message(1, true);
    REQUIRE(at.wait_until_done());
    CHECK(calls().back() == "say 1 One");
}

TEST_CASE("a part without words is a pause that nobody says", "[app]") {
    fake_speechd::begin({});
    Listener at;
    at.speech.speak({{{"very", "en"}, {"", "en"}, {"vibe", "en"}}, true});
    REQUIRE(at.wait_until_done());
    CHECK(calls() == Calls{"open liubai", "notify 10", "language en", "say 1 very", "language en", "say 2 vibe"});
}

TEST_CASE("without the library every line is done in its time, and the log says once why", "[app]") {
    take_warnings();
    Listener at("libspeechd-that-nobody-has.so.2");
    at.speech.speak({{{"嗯", "zh"}}, true});
    REQUIRE(at.wait_until_done());
    at.speech.speak({{{"哦", "zh"}}, true});
    REQUIRE(at.wait_until_done());
    const auto warnings = take_warnings();
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].find("libspeechd-that-nobody-has") != std::string::npos);
}

TEST_CASE("without a daemon, or with one that takes no words, every line is done in its time", "[app]") {
    take_warnings();
    fake_speechd::Behaviour behaviour;
    behaviour.refuses = true;
    SECTION("no daemon") {}
    SECTION("no words") { behaviour = {false, true, true, false}; }
    fake_speechd::begin(behaviour);
    Listener at;
    at.speech.speak({{{"A", "en"}, {"B", "en"}}, true});
    REQUIRE(at.wait_until_done());
    const auto all = calls();
    CHECK(std::count(all.begin(), all.end(), "open liubai") == 1);
    CHECK(take_warnings().size() == 1);
}

TEST_CASE("a daemon that was restarted is found again", "[app]") {
    fake_speechd::begin({});
    Listener at;
    at.speech.speak({{{"One", "en"}}, true});
    REQUIRE(at.wait_until_done());
    fake_speechd::lose_connection();
    at.speech.speak({{{"Two", "en"}}, true});
    REQUIRE(at.wait_until_done());
    CHECK(calls() == Calls{"open liubai", "notify 10", "language en", "say 1 One", "open liubai", "notify 10",
                           "language en", "say 2 Two"});
}

TEST_CASE("the program ends although speech-dispatcher does not answer", "[app]") {
    fake_speechd::Behaviour stuck;
    stuck.hangs = true;
    fake_speechd::begin(stuck);
    Listener at;
    at.speech.speak({{{"One", "en"}}, true});
    CHECK(fake_speechd::wait_for_calls(1));
}

TEST_CASE("a voice is known by its language, not by the script it is written in", "[app]") {
    CHECK(voice_language("zh") == "zh");
    CHECK(voice_language("zh-Hant-HK") == "zh-HK");
    CHECK(voice_language("en-GB") == "en-GB");
    CHECK(voice_language("en\r\nSTOP ALL") == "");
    CHECK(voice_language("") == "");
}
