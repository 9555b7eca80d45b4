#include "tools/export_formats.h"

#include "base/utf8.h"
#include "text/paragraph.h"
#include "ui/strings.h"

namespace liubai {
namespace {

constexpr int kCells = 72;
constexpr int kStep = 2; // cells further in: a translation, a branch

/// Rows of at most `cells`, broken where the typesetter would; a longer word stays whole.
std::vector<std::string> rows_of(const std::string& text, const std::string& language, int cells) {
    TextStyle style;
    style.language = language;
    std::vector<std::size_t> ends = allowed_breaks({text, {}, {}}, style);
    ends.push_back(text.size());
    const auto trimmed = [&](std::size_t begin, std::size_t end) {
        while (end > begin && text[end - 1] == ' ') --end;
        return std::string_view(text).substr(begin, end - begin);
    };
    std::vector<std::string> rows;
    std::size_t begin = 0;
    std::size_t fits = 0;
    for (const std::size_t end : ends) {
        if (fits > begin && display_width(trimmed(begin, end)) > cells) {
            rows.emplace_back(trimmed(begin, fits));
            begin = fits;
        }
        fits = end;
    }
    rows.emplace_back(trimmed(begin, text.size()));
    return rows;
}

class TxtWriter {
public:
    explicit TxtWriter(const PrintedStory& story) : story_(story) {}

    std::string run() {
        for (const PrintedText& text : story_.title) put(plain_row(text), text.language, 0);
        for (const PrintedItem& item : story_.items) add(item);
        out_ += "\n";
        for (const std::string& language : story_.languages) {
            const std::string end = strings::kTheEnd.in(language.starts_with("zh") ? Language::kZh : Language::kEn);
            const std::string row = is_east_asian(language) ? "（" + end + "）" : "(" + end + ")";
            if (!out_.ends_with(row + "\n")) put(row, language, 0);
        }
        return std::move(out_);
    }

private:
    void put(const std::string& text, const std::string& language, int cells_in, int cells_on = 0) {
        const std::string in(static_cast<std::size_t>(cells_in), ' ');
        std::string before = in;
        for (const std::string& row : rows_of(text, language, kCells - cells_in - cells_on)) {
            out_ += before + row + "\n";
            before = in + std::string(static_cast<std::size_t>(cells_on), ' ');
        }
    }

    void add(const PrintedItem& item) {
        const int in = item.depth * kStep;
        under_card_ = last_ == PrintedKind::kChapter;
        last_ = item.kind;
        switch (item.kind) {
        case PrintedKind::kChapter:
        case PrintedKind::kScene: {
            out_ += item.kind == PrintedKind::kChapter ? "\n\n\n" : under_card_ ? "\n" : "\n\n";
            std::string title;
            for (const PrintedText& text : item.texts) title += (title.empty() ? "" : " · ") + plain_row(text);
            const std::string rule(item.kind == PrintedKind::kChapter ? "══" : "──");
            put(rule + " " + title + " " + rule, item.texts.front().language, in);
            break;
        }
        case PrintedKind::kLine: add_line(item, in); break;
        case PrintedKind::kPrompt:
        case PrintedKind::kCondition:
        case PrintedKind::kJump:
            out_ += "\n";
            for (const PrintedText& text : item.texts) put(plain_row(text), text.language, in);
            break;
        case PrintedKind::kOption: {
            out_ += "\n";
            const std::string number = std::to_string(item.number) + ". ";
            const int cells = display_width(number);
            bool first = true;
            for (const PrintedText& text : item.texts) {
                if (first) put(number + plain_row(text), text.language, in, cells);
                if (!first) put(plain_row(text), text.language, in + cells);
                first = false;
            }
            break;
        }
        }
    }

    void add_line(const PrintedItem& item, int in) {
        out_ += "\n";
        if (item.begins_turn) {
            std::string names;
            const auto all = item.speaker ? names_of(story_, *item.speaker) : std::vector<PrintedName>();
            for (const PrintedName& name : all) names += (names.empty() ? "" : " · ") + name.text;
            if (!names.empty()) out_ += "\n" + std::string(static_cast<std::size_t>(in), ' ') + "【" + names + "】\n\n";
        } else if (item.begins_paragraph) {
            out_ += "\n";
        }
        for (const bool as_spoken : {true, false}) {
            for (const PrintedText& text : item.texts) {
                if (is_as_spoken(item, text) == as_spoken) put(plain_row(text), text.language, in + (as_spoken ? 0 : kStep));
            }
        }
    }

    const PrintedStory& story_;
    std::string out_;
    PrintedKind last_ = PrintedKind::kLine;
    bool under_card_ = false; ///< the item before was a chapter's title
};

} // namespace

std::string export_txt(const PrintedStory& story) { return TxtWriter(story).run(); }

} // namespace liubai
