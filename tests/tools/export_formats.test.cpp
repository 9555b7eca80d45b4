#include "import_support.h"

#include "tools/export_formats.h"

#include "base/error.h"

#include <regex>

using namespace liubai;
namespace fs = std::filesystem;

namespace {

const fs::path kExports = fs::path(LIUBAI_ROOT) / "tests" / "tools" / "exports";

std::unique_ptr<OpenedStory> opened(const fs::path& path) { return open_story(path.string(), LIUBAI_ROOT); }

/// A single scene without a project.
std::unique_ptr<OpenedStory> scene_of(const TestFolder& folder, const std::string& yaml) {
    write_bytes(folder.path() / "story.yaml", yaml);
    return opened(folder.path() / "story.yaml");
}

/// Holds a text against a file beside the story; UPDATE_GOLDEN=1 writes it anew.
void check_golden(const std::string& name, const std::string& text) {
    const fs::path path = kExports / name;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) write_bytes(path, text);
    CHECK(text == read_bytes(path));
}

std::string without_blanks(const std::string& text) {
    std::string out;
    for (const char32_t c : to_utf32(text)) {
        if (!is_space(c) && c != U'\n') append_utf8(out, c);
    }
    return out;
}

/// What a reader sees of a page: no head, no tags, entities resolved, silences as nothing.
std::string page_text(const std::string& html) {
    std::string text = std::regex_replace(html.substr(html.find("<main>")), std::regex("<rt>[^<]*</rt>|<[^>]*>"), "");
    const std::pair<const char*, const char*> entities[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
    for (const auto& [entity, c] : entities) text = std::regex_replace(text, std::regex(entity), c);
    return text;
}

/// Fails unless every text of the story stands in `all`, each after the one before.
template <typename Row> void check_order(const PrintedStory& story, const std::string& all, bool with_mixed, const Row& row) {
    std::size_t at = 0;
    int texts = 0;
    for (const PrintedItem& item : story.items) {
        for (const bool as_spoken : {true, false}) {
            for (const PrintedText& text : item.texts) {
                if (text.mixed && !with_mixed) continue;
                if (is_as_spoken(item, text) != as_spoken) continue;
                const std::string words = without_blanks(row(text));
                const std::size_t found = all.find(words, at);
                INFO(words);
                REQUIRE(found != std::string::npos);
                at = found + words.size();
                ++texts;
            }
        }
    }
    CHECK(texts > 400);
}

/// The same with the languages always in the story's order.
PrintedStory in_columns(PrintedStory story) {
    for (PrintedItem& item : story.items) item.spoken.clear();
    return story;
}

struct SubtitleCue {
    long begin = 0;
    long end = 0;
    std::vector<std::string> rows;
};

/// Reads SubRip strictly.
std::vector<SubtitleCue> cues_of(const std::string& srt) {
    const std::regex times(R"((\d\d):(\d\d):(\d\d),(\d\d\d) --> (\d\d):(\d\d):(\d\d),(\d\d\d))");
    std::vector<SubtitleCue> cues;
    std::istringstream in(srt);
    std::string line;
    while (std::getline(in, line)) {
        REQUIRE(line == std::to_string(cues.size() + 1));
        REQUIRE(std::getline(in, line));
        std::smatch m;
        REQUIRE(std::regex_match(line, m, times));
        const auto time = [&](int i) {
            return ((std::stol(m[i]) * 60 + std::stol(m[i + 1])) * 60 + std::stol(m[i + 2])) * 1000 + std::stol(m[i + 3]);
        };
        SubtitleCue cue{time(1), time(5), {}};
        while (std::getline(in, line) && !line.empty()) cue.rows.push_back(line);
        cues.push_back(cue);
    }
    return cues;
}

} // namespace

TEST_CASE("a small story as plain text and as subtitles is what its files say", "[tools]") {
    const auto story = opened(kExports / "small");
    const PrintedStory printed = set_out(*story);
    check_golden("small.txt", export_txt(printed));
    check_golden("small.srt", export_srt(printed, *story->fonts));
}

TEST_CASE("every text of the shipped story stands in its exports, in order", "[tools]") {
    const auto story = opened(LIUBAI_ROOT);
    const PrintedStory printed = set_out(*story);
    CHECK(printed.languages == std::vector<std::string>{"zh", "en"});
    CHECK(printed.title.size() == 2);
    check_order(printed, without_blanks(export_txt(printed)), true, plain_row);
    check_order(in_columns(printed), without_blanks(page_text(export_html(printed))), true,
                [](const PrintedText& text) { return plain(text.text, ""); });
    std::string subtitles;
    const std::vector<SubtitleCue> cues = cues_of(export_srt(printed, *story->fonts));
    for (const SubtitleCue& cue : cues) {
        CHECK(cue.rows.size() == 2);
        for (const std::string& row : cue.rows) subtitles += row;
    }
    CHECK(cues.size() == printed.items.size());
    check_order(in_columns(printed), without_blanks(subtitles), false, plain_row);
}

TEST_CASE("subtitles follow each other, and a longer text stays longer", "[tools]") {
    const auto story = opened(LIUBAI_ROOT);
    const std::vector<SubtitleCue> cues = cues_of(export_srt(set_out(*story), *story->fonts));
    REQUIRE(cues.size() > 200);
    for (std::size_t i = 0; i < cues.size(); ++i) {
        CHECK(cues[i].end >= cues[i].begin + 1200);
        CHECK(cues[i].end < cues[i].begin + 30000);
        if (i > 0) CHECK(cues[i].begin > cues[i - 1].end);
    }
    const TestFolder folder;
    const auto two = scene_of(folder, "lines:\n  - A: 很短的一句话，不长。\n  - A: 这一句就长得多了，读它的人要多看几秒钟，才看得完它，所以它留得更久一些。\n");
    const std::vector<SubtitleCue> pair = cues_of(export_srt(set_out(*two), *two->fonts));
    REQUIRE(pair.size() == 2);
    CHECK(pair[1].end - pair[1].begin > pair[0].end - pair[0].begin + 1500);
}

TEST_CASE("a page holds no script, fetches nothing and closes what it opens", "[tools]") {
    const auto story = opened(kExports / "small");
    const std::string html = export_html(set_out(*story));
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;") == std::string::npos); // curled like any text
    CHECK(html.find("&lt;script&gt;alert(“x”)&lt;/script&gt;") != std::string::npos);
    CHECK(html.find("a &lt; b &amp; c") != std::string::npos);
    CHECK_FALSE(std::regex_search(html, std::regex("src=|url\\(|@import|https?:")));
    std::vector<std::string> open;
    const std::regex tag("<(/?)([a-z0-9]+)[^>]*>");
    const std::string body = html.substr(html.find("<body"));
    for (std::sregex_iterator it(body.begin(), body.end(), tag), end; it != end; ++it) {
        const std::string name = (*it)[2];
        if (name == "br") continue;
        if ((*it)[1].length() == 0) {
            open.push_back(name);
            continue;
        }
        if (name == "html") continue;
        REQUIRE(!open.empty());
        CHECK(open.back() == name);
        open.pop_back();
    }
    CHECK(open.empty());
}

TEST_CASE("a page says in which language each text is, and where a silence's word is heard", "[tools]") {
    const auto story = opened(kExports / "small");
    const std::string html = export_html(set_out(*story));
    CHECK(std::regex_search(html, std::regex("<p lang=\"zh\"[^>]*>雨停了，站台上只有两个人。</p><p lang=\"en\"[^>]*>The rain had")));
    CHECK(html.find("<ruby>站<rt>zhàn</rt></ruby><ruby>台<rt>tái</rt></ruby>") != std::string::npos);
    CHECK(html.find("你说的“<span lang=\"en\">late</span>”") != std::string::npos);
    CHECK(html.find("<a class=\"gap\" href=\"#w1-en\" aria-label=\"a silence; its word is heard later\">") != std::string::npos);
    CHECK(html.find("<span class=\"heard\" id=\"w1-en\">patient</span>") != std::string::npos);
    CHECK(html.find("<span class=\"gap\" role=\"img\" aria-label=\"没说出的话\">") != std::string::npos);
    CHECK(html.find("--voice:#e7d070") != std::string::npos);
}

TEST_CASE("every option and both sides of a branch are set out, each inside its own", "[tools]") {
    const auto story = opened(kExports / "small");
    std::vector<std::pair<int, std::string>> shape;
    for (const PrintedItem& item : set_out(*story).items) shape.emplace_back(item.depth, plain(item.texts.front().text, ""));
    const std::vector<std::pair<int, std::string>> expected{
        {0, "怎么办？"}, {0, "等"}, {1, "我等。"}, {1, "等到几时？"}, {1, "天亮"}, {2, "到天亮。"}, {1, "永远"}, {2, "→ 早晨"},
        {0, "走"}, {1, "我走了。"}, {0, "〔视前文而定〕"}, {1, "那就坐吧。"}, {0, "〔否则〕"}, {1, "那么晚安。"}, {0, "灯一直亮着。"}};
    const auto begin = std::find(shape.begin(), shape.end(), expected.front());
    REQUIRE(begin != shape.end());
    REQUIRE(static_cast<std::size_t>(shape.end() - begin) >= expected.size());
    CHECK(std::vector(begin, begin + static_cast<std::ptrdiff_t>(expected.size())) == expected);
}

TEST_CASE("stories of one language, of three, and imported chats are exported", "[tools]") {
    const TestFolder folder;
    const auto one = scene_of(folder, "lines:\n  - A: 只有中文。\n  - 旁白也在。\n");
    const PrintedStory chinese = set_out(*one);
    CHECK(chinese.languages == std::vector<std::string>{"zh"});
    CHECK(export_html(chinese).find("--columns:1") != std::string::npos);
    CHECK(export_txt(chinese).find("【A】\n\n只有中文。\n") != std::string::npos);

    const auto three = scene_of(folder, "lines:\n  - A: 早。\n    en: Morning.\n    ja: おはよう。\n");
    const PrintedStory languages = set_out(*three);
    CHECK(languages.languages == std::vector<std::string>{"zh", "en", "ja"});
    CHECK(export_html(languages).find("<p lang=\"ja\" class=\"a\">") != std::string::npos);
    CHECK(cues_of(export_srt(languages, *three->fonts)).front().rows.size() == 3);

    ImportOptions options = options_for(folder);
    write_import(import_text("小溪: 你好吗？\n\nSam: Fine, thanks.\n", options), options);
    const auto chat = opened(options.out);
    const std::string text = export_txt(set_out(*chat));
    CHECK(text.find("【小溪】\n\n你好吗？\n") != std::string::npos);
    CHECK(text.find("Fine, thanks.\n") != std::string::npos);
}

TEST_CASE("plain text keeps to 72 cells, and a longer word stays whole", "[tools]") {
    const auto story = opened(LIUBAI_ROOT);
    std::istringstream rows(export_txt(set_out(*story)));
    int widest = 0;
    for (std::string row; std::getline(rows, row);) widest = std::max(widest, display_width(row));
    CHECK(widest <= 72);
    CHECK(widest > 66);
    const TestFolder folder;
    const std::string word(100, 'w');
    const auto long_word = scene_of(folder, "lines:\n  - A: see " + word + " there\n");
    CHECK(export_txt(set_out(*long_word)).find("see\n" + word + "\nthere\n") != std::string::npos);
}

TEST_CASE("a story with an error is not exported: the sentence names its place", "[tools]") {
    const TestFolder folder;
    const auto story = scene_of(folder, "lines:\n  - jump: nowhere/at_all\n  - choice: 什么？\n");
    CHECK_THROWS_AS(set_out(*story), Error);
}

TEST_CASE("a colour that cannot be read on paper is darkened, one that can stays", "[tools]") {
    const Color paper{245, 236, 217, 255};
    CHECK(contrast_ratio(readable_on({231, 208, 112, 255}, paper), paper) >= 4.5);
    CHECK(readable_on({40, 42, 60, 255}, paper) == Color{40, 42, 60, 255});
}
