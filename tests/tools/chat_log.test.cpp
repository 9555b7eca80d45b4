#include "tools/chat_log.h"

#include <catch2/catch.hpp>

using namespace liubai;

namespace {

std::string speakers(const ChatLog& log) {
    std::string out;
    for (const ChatTurn& turn : log.turns) out += "[" + turn.speaker + "]";
    return out;
}

std::optional<ChatTime> whole_time(std::string_view text) {
    std::size_t at = 0;
    auto time = read_chat_time(text, at);
    return at == text.size() ? time : std::nullopt;
}

int minute(std::string_view text) {
    const auto time = whole_time(text);
    return time && time->minute ? *time->minute : -1;
}

} // namespace

TEST_CASE("clocks are read as chat programs write them", "[tools]") {
    CHECK(minute("10:32") == 632);
    CHECK(minute("10:32:15") == 632);
    CHECK(minute("9:05:59 PM") == 21 * 60 + 5);
    CHECK(minute("12:00 am") == 0);
    CHECK(minute("12:00 PM") == 720);
    CHECK(minute("下午3:05") == 15 * 60 + 5);
    CHECK(minute("凌晨12:10") == 10);
    CHECK(minute("10：32") == 632);
    CHECK(minute("2024-05-12 10:32:15") == 632);
    CHECK(minute("2024年5月12日 上午10:32") == 632);
    CHECK(minute("12/05/2024, 10:32") == 632);
    CHECK(minute("5月12日 10:32") == 632);
    CHECK(minute("昨天 10:32") == 632);
    CHECK(minute("星期三 10:32") == 632);
}

TEST_CASE("what only looks like a time is none", "[tools]") {
    for (const std::string text : {"25:00", "10:60", "10:3a", "3.14", "1:2:3", "昨天", "99/99/99"}) {
        INFO(text);
        CHECK_FALSE(whole_time(text).has_value());
    }
}

TEST_CASE("the order of day and month is found where it can be", "[tools]") {
    const auto order = [](std::initializer_list<const char*> texts) {
        std::vector<ChatTime> times;
        for (const char* text : texts) times.push_back(*whole_time(text));
        return guess_date_order(times);
    };
    CHECK(order({"13/05/2024 10:00"}).order == DateOrder::kDayMonthYear);
    CHECK(order({"05/13/2024 10:00"}).order == DateOrder::kMonthDayYear);
    CHECK(order({"1/12/24 10:00", "2/1/24 10:00"}).order == DateOrder::kMonthDayYear);
    CHECK(order({"12/1/24 10:00", "1/2/24 10:00"}).order == DateOrder::kDayMonthYear);
    CHECK_FALSE(order({"5/6/24 10:00"}).sure);
    CHECK(order({"2024-05-06 10:00"}).sure);
    CHECK(day_of(*whole_time("2024-03-01 00:00"), DateOrder::kYearMonthDay) -
              day_of(*whole_time("2024-02-28 00:00"), DateOrder::kYearMonthDay) ==
          2);
}

TEST_CASE("the form of most lines is the log's form", "[tools]") {
    CHECK(read_chat_log("[A]: x\n[B]: y: z\n").form == HeaderForm::kBracket);
    CHECK(read_chat_log("A: x\nB：y\n").form == HeaderForm::kLabel);
    CHECK(read_chat_log("**A:** x\n\n**B:** y\n").form == HeaderForm::kLabel);
    CHECK(read_chat_log("[10:32] A: x\n10:33 B: y\n").form == HeaderForm::kTimed);
    CHECK(read_chat_log("A 10:32\nx\n\nB 10:33\ny\n").form == HeaderForm::kAbove);
    CHECK(read_chat_log("2024-05-12 10:32:15 A(12345)\nx\n").form == HeaderForm::kAbove);
    CHECK(read_chat_log("12/05/2024, 10:32 - A: x\n").form == HeaderForm::kTimed);
    CHECK(read_chat_log("[12/05/2024, 10:32:15] A: x\n").form == HeaderForm::kTimed);
    CHECK(read_chat_log("A page of prose. It says: nothing.\n\nAnd more.\n").form == HeaderForm::kNone);
    CHECK(read_chat_log("See https://example.org\nat 10:32.\n").form == HeaderForm::kNone);
}

TEST_CASE("a word before a colon that comes once among speakers is text", "[tools]") {
    CHECK(speakers(read_chat_log("A: one\nNote: two\nA: three\nB: four\n")) == "[A][A][B]");
    CHECK(speakers(read_chat_log("林溪：一\n我想说的是：二\n林溪：三\n")) == "[林溪][林溪]");
    CHECK(speakers(read_chat_log("A: one\nB: two\n")) == "[A][B]");
}

TEST_CASE("a message that looks like a header in a log with times is text", "[tools]") {
    const ChatLog log = read_chat_log("A 10:32\n明天 9:30\n\nB 10:33\n好\n\nA 10:34\nok\n\nB 10:35\n嗯\n");
    CHECK(speakers(log) == "[A][B][A][B]");
    CHECK(log.turns[0].paragraphs == std::vector<ChatParagraph>{{"明天 9:30"}});
}

TEST_CASE("a time on a line of its own belongs to the next message", "[tools]") {
    const ChatLog log = read_chat_log("10:32\nA: one\nB: two\n\n昨天 13:40\nA: three\nB: four\n");
    REQUIRE(log.turns.size() == 4);
    CHECK(log.turns[2].at == "昨天 13:40");
    CHECK(*log.turns[2].minutes == 13 * 60 + 40);
}

TEST_CASE("stickers and the program's own lines become narration to check", "[tools]") {
    const ChatLog log = read_chat_log(
        "[10:32] A: [图片]\n[10:33] A: 看[捂脸]\n[10:34] B joined the group\n[10:35] A: <Media omitted>\n");
    REQUIRE(log.turns.size() == 4);
    CHECK(speakers(log) == "[][A][][]");
    CHECK(log.turns[0].from == "A");
    CHECK(log.turns[0].check);
    CHECK_FALSE(log.turns[1].check);
    CHECK(log.turns[2].from.empty());
}

TEST_CASE("a hard-wrapped paragraph is one line, a short line ends where its author ended it", "[tools]") {
    const ChatLog log = read_chat_log("[A]: This is a line that somebody wrapped at about seventy columns\nlike this "
                                      "one.\n[B]: a poem\nin two lines\n");
    REQUIRE(log.turns.size() == 2);
    CHECK(log.turns[0].paragraphs[0].size() == 1);
    CHECK(log.turns[1].paragraphs[0] == ChatParagraph{"a poem", "in two lines"});
}

TEST_CASE("nothing of a log is dropped", "[tools]") {
    const ChatLog log = read_chat_log("title\n\nA: one\n\nA: \n\nB: two\n");
    CHECK(speakers(log) == "[][A][][B]");
    CHECK(log.turns[2].from == "A");
}
