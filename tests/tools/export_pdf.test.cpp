#include "import_support.h"

#include "tools/export_formats.h"
#include "tools/pdf_canvas.h"

#include "base/error.h"
#include "text/unicode.h"

#include <cstdio>
#include <iostream>

using namespace liubai;
namespace fs = std::filesystem;

namespace {

std::string output_of(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string out;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
    CHECK(pclose(pipe) == 0);
    return out;
}

/// Says what a test cannot do here, so that ctest counts it as skipped.
bool can_be_checked(bool has, const char* what) {
    if (!has) std::cout << "skipped: " << what << "\n";
    return has;
}

bool makes_pdf() { return can_be_checked(has_pdf(), "this build has no cairo (libcairo2-dev)"); }
bool reads_pdf() {
    return makes_pdf() && can_be_checked(std::system("pdftotext -v >/dev/null 2>&1") == 0, "there is no pdftotext (poppler-utils)");
}

/// Without blanks, and without emoji: those are pictures, and not every reader of PDFs finds the text behind one.
std::string words_of(const std::string& text) {
    std::string out;
    for (const char32_t c : to_utf32(text)) {
        const bool emoji = char_info(c).is(Flag::kExtendedPictographic) || c == 0xFE0F;
        if (!is_space(c) && c != U'\n' && c != U'\f' && !emoji) append_utf8(out, c);
    }
    return out;
}

std::string pdf_of(const std::string& path) {
    const auto story = open_story(path, LIUBAI_ROOT);
    return export_pdf(set_out(*story), *story->fonts);
}

} // namespace

TEST_CASE("a program without cairo names the package that PDF needs", "[tools]") {
    if (!can_be_checked(!has_pdf(), "this build has cairo")) return;
    try {
        pdf_of(LIUBAI_ROOT);
        FAIL("a PDF without cairo");
    } catch (const Error& e) {
        CHECK(e.text().en.find("libcairo2-dev") != std::string::npos);
    }
}

TEST_CASE("the same story gives the same PDF, byte for byte", "[tools]") {
    if (!makes_pdf()) return;
    const std::string path = LIUBAI_ROOT "/tests/tools/exports/small";
    const std::string pdf = pdf_of(path);
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(pdf.find("CreationDate") == std::string::npos);
    CHECK(pdf == pdf_of(path));
}

TEST_CASE("every text of the shipped story can be copied out of its PDF", "[tools]") {
    if (!reads_pdf()) return;
    const TestFolder folder;
    const std::string file = (folder.path() / "story.pdf").string();
    const auto story = open_story(LIUBAI_ROOT, LIUBAI_ROOT);
    const PrintedStory printed = set_out(*story);
    write_bytes(file, export_pdf(printed, *story->fonts));
    const std::string text = words_of(output_of("pdftotext -raw " + file + " -"));
    int texts = 0;
    for (const PrintedItem& item : printed.items) {
        for (const PrintedText& shown : item.texts) {
            const std::string words = words_of(plain(shown.text, ""));
            INFO(words);
            CHECK(text.find(words) != std::string::npos);
            ++texts;
        }
    }
    CHECK(texts > 400);
}

TEST_CASE("a PDF keeps its fonts inside, as the parts that it uses", "[tools]") {
    if (!reads_pdf()) return;
    const TestFolder folder;
    const std::string file = (folder.path() / "small.pdf").string();
    write_bytes(file, pdf_of(LIUBAI_ROOT "/tests/tools/exports/small"));
    std::istringstream rows(output_of("pdffonts " + file));
    std::string row;
    std::getline(rows, row);
    std::getline(rows, row);
    int fonts = 0;
    for (; std::getline(rows, row); ++fonts) {
        INFO(row);
        CHECK(row.find("yes yes yes") != std::string::npos); // embedded, a subset, with Unicode
    }
    CHECK(fonts >= 3);
}
