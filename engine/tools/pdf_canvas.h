#pragma once
// Pages of a PDF to put layouts, fills and light on. The only user of cairo, which is there in development builds only.

#include "base/color.h"
#include "base/geometry.h"
#include "text/fonts.h"
#include "text/layout.h"

#include <memory>
#include <string>
#include <string_view>

namespace liubai {

/// Points, 1/72 inch; y goes down.
inline constexpr Vec2 kA4{595.276f, 841.89f};

/// False in a program that was built without cairo.
bool has_pdf();

class PdfCanvas {
public:
    /// Throws Error without cairo. `fonts` must outlive this.
    PdfCanvas(const Fonts& fonts, const std::string& title);
    ~PdfCanvas();
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;

    void fill(Rect to, Color color, float radius = 0);
    void frame(Rect at, Color color, float width, float radius = 0);
    /// An upright line that comes out of `from` at its top.
    void thread(Rect at, Color from, Color to);
    /// The light of a silence, which ends in the ground's colour.
    void light(Rect at, Color core, Color ground);

    /// One row of a layout of `text`, with its own colour where a span gives none. Text can be selected and copied;
    /// annotations and dots are drawn only.
    void put_row(std::string_view text, const Layout& layout, std::size_t row, Vec2 origin);

    /// An entry of the outline that leads to this height of the page.
    void mark_chapter(const std::string& title, float y);

    void end_page();

    /// The whole file. Call it once, after the last end_page().
    std::string finish();

    struct Impl; ///< pdf_canvas.cpp only

private:
    std::unique_ptr<Impl> impl_;
};

} // namespace liubai
