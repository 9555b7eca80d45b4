#include "tools/pdf_canvas.h"

#include "base/error.h"

#ifdef LIUBAI_CAIRO

#include "text/glyph_bitmap.h"
#include "text/outline_face.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <vector>

namespace liubai {

bool has_pdf() { return true; }

struct PdfCanvas::Impl {
    const Fonts& fonts;
    std::string bytes;
    cairo_surface_t* surface = nullptr;
    cairo_t* cr = nullptr;
    std::map<FontId, cairo_font_face_t*> faces; ///< nullptr: drawn as pictures
    int page = 1;

    explicit Impl(const Fonts& given) : fonts(given) {
        const auto write = [](void* to, const unsigned char* data, unsigned length) {
            static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
            return CAIRO_STATUS_SUCCESS;
        };
        surface = cairo_pdf_surface_create_for_stream(write, &bytes, static_cast<double>(kA4.x), static_cast<double>(kA4.y));
        cr = cairo_create(surface);
        // Glyphs stand where the layout put them, on any screen.
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_set_font_options(cr, options);
        cairo_font_options_destroy(options);
    }

    void close() {
        if (cr == nullptr) return;
        cairo_destroy(cr);
        cr = nullptr;
        cairo_surface_finish(surface);
        cairo_surface_destroy(surface);
        for (const auto& [font, face] : faces) {
            if (face != nullptr) cairo_font_face_destroy(face);
        }
        // cairo keeps scaled fonts by the address of their FT_Face, which is gone with our fonts.
        cairo_debug_reset_static_data();
    }

    ~Impl() { close(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    void color(Color c) const {
        constexpr double kFull = 255;
        cairo_set_source_rgba(cr, c.r / kFull, c.g / kFull, c.b / kFull, c.a / kFull);
    }

    static void stop(cairo_pattern_t* pattern, double at, Color c) {
        constexpr double kFull = 255;
        cairo_pattern_add_color_stop_rgb(pattern, at, c.r / kFull, c.g / kFull, c.b / kFull);
    }

    void rectangle(Rect r, float radius) const {
        const auto x = static_cast<double>(r.x);
        const auto y = static_cast<double>(r.y);
        const auto w = static_cast<double>(r.w);
        const auto h = static_cast<double>(r.h);
        const auto corner = static_cast<double>(radius);
        if (radius <= 0) return cairo_rectangle(cr, x, y, w, h);
        constexpr double kQuarter = 1.5707963267948966;
        cairo_new_sub_path(cr);
        cairo_arc(cr, x + w - corner, y + corner, corner, -kQuarter, 0);
        cairo_arc(cr, x + w - corner, y + h - corner, corner, 0, kQuarter);
        cairo_arc(cr, x + corner, y + h - corner, corner, kQuarter, 2 * kQuarter);
        cairo_arc(cr, x + corner, y + corner, corner, 2 * kQuarter, 3 * kQuarter);
        cairo_close_path(cr);
    }

    cairo_font_face_t* face(FontId font) {
        const auto [found, is_new] = faces.try_emplace(font, nullptr);
        if (!is_new) return found->second;
        if (FT_Face opened = outline_face(fonts, font)) {
            found->second = cairo_ft_font_face_create_for_ft_face(opened, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
        }
        return found->second;
    }

    void draw_picture(const PlacedGlyph& glyph, Vec2 origin) const {
        constexpr float kEm = 136; // pixels, the size of the strike in Noto Color Emoji
        const GlyphBitmap bitmap = rasterise(fonts, glyph.font, glyph.glyph, kEm, 0);
        if (bitmap.width == 0) return;
        cairo_surface_t* image = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, bitmap.width, bitmap.height);
        cairo_surface_flush(image);
        unsigned char* to = cairo_image_surface_get_data(image);
        const int stride = cairo_image_surface_get_stride(image);
        for (int y = 0; y < bitmap.height; ++y) {
            for (int x = 0; x < bitmap.width; ++x) {
                const auto at = static_cast<std::size_t>(y * bitmap.width + x);
                std::uint32_t argb = 0;
                if (bitmap.colored) {
                    const std::uint8_t* p = &bitmap.pixels[at * 4];
                    const auto part = [&](int c) { return static_cast<std::uint32_t>(p[c] * p[3] / 255); };
                    argb = static_cast<std::uint32_t>(p[3]) << 24 | part(0) << 16 | part(1) << 8 | part(2);
                } else {
                    const auto part = [&](std::uint8_t c) { return static_cast<std::uint32_t>(c * bitmap.pixels[at] / 255); };
                    argb = part(255) << 24 | part(glyph.color.r) << 16 | part(glyph.color.g) << 8 | part(glyph.color.b);
                }
                reinterpret_cast<std::uint32_t*>(to + static_cast<std::ptrdiff_t>(y) * stride)[x] = argb;
            }
        }
        cairo_surface_mark_dirty(image);
        cairo_save(cr);
        const double scale = static_cast<double>(glyph.size / kEm);
        cairo_translate(cr, static_cast<double>(origin.x + glyph.at.x), static_cast<double>(origin.y + glyph.at.y));
        cairo_scale(cr, scale, scale);
        cairo_set_source_surface(cr, image, bitmap.left, -bitmap.top);
        cairo_paint(cr);
        cairo_restore(cr);
        cairo_surface_destroy(image);
    }
};

namespace {

/// Glyphs that go out in one call, with the text that they stand for.
struct TextRun {
    PlacedGlyph like;
    std::string text;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;

    [[nodiscard]] bool takes(const PlacedGlyph& g) const {
        return glyphs.empty() || (g.font == like.font && g.size == like.size && g.color == like.color);
    }
    void add(const PlacedGlyph& g, Vec2 origin) {
        if (glyphs.empty()) like = g;
        glyphs.push_back({g.glyph, static_cast<double>(g.at.x + origin.x), static_cast<double>(g.at.y + origin.y)});
    }
    void end_cluster(std::string_view bytes, std::size_t glyph_count) {
        text += bytes;
        clusters.push_back({static_cast<int>(bytes.size()), static_cast<int>(glyph_count)});
    }
};

class RowWriter {
public:
    RowWriter(PdfCanvas::Impl& pdf, std::string_view text, const Layout& layout, Vec2 origin)
        : pdf_(pdf), text_(text), layout_(layout), origin_(origin) {}

    void run(const Row& row) {
        for (std::uint32_t i = row.cluster_begin; i < row.cluster_end; ++i) {
            const Cluster& cluster = layout_.clusters[i];
            if (cluster.kind == ClusterKind::kText) add_text(i, row.cluster_end);
            if (cluster.kind == ClusterKind::kSpace) add_space(cluster, row.baseline);
            if (cluster.kind == ClusterKind::kGap) flush();
        }
        flush();
    }

private:
    void add_text(std::uint32_t i, std::uint32_t row_end) {
        const Cluster& cluster = layout_.clusters[i];
        if (cluster.glyph_begin == cluster.glyph_end) return; // a ligature's later part
        std::uint32_t byte_end = cluster.byte_end;
        for (std::uint32_t k = i + 1; k < row_end; ++k) {
            const Cluster& later = layout_.clusters[k];
            if (later.kind != ClusterKind::kText || later.glyph_begin != later.glyph_end) break;
            byte_end = later.byte_end;
        }
        const PlacedGlyph& first = layout_.glyphs[cluster.glyph_begin];
        if (pdf_.face(first.font) == nullptr) {
            flush();
            pdf_.draw_picture(first, origin_);
            add_silent(text_.substr(cluster.byte_begin, byte_end - cluster.byte_begin), first.at);
            return;
        }
        if (!run_.takes(first) || cluster.right_to_left) flush();
        std::size_t count = 0;
        std::vector<const PlacedGlyph*> around; // annotations and dots
        for (std::uint32_t g = cluster.glyph_begin; g < cluster.glyph_end; ++g) {
            const PlacedGlyph& glyph = layout_.glyphs[g];
            if (glyph.font == first.font && glyph.size == first.size) {
                run_.add(glyph, origin_);
                ++count;
            } else {
                around.push_back(&glyph);
            }
        }
        run_.end_cluster(text_.substr(cluster.byte_begin, byte_end - cluster.byte_begin), count);
        if (cluster.right_to_left) flush();
        for (const PlacedGlyph* glyph : around) draw_path(*glyph);
    }

    void add_space(const Cluster& cluster, float baseline) { add_silent(" ", {cluster.x, baseline}); }

    /// Text that draws nothing, for whoever copies: a space of a face near by stands for it.
    void add_silent(std::string_view bytes, Vec2 at) {
        PlacedGlyph space = run_.glyphs.empty() ? some_outline() : run_.like;
        space.glyph = glyph_in(pdf_.fonts, space.font, U' ');
        if (space.glyph == 0) return;
        space.at = at;
        run_.add(space, origin_);
        run_.end_cluster(bytes, 1);
    }

    /// A glyph of the layout whose face is embedded.
    PlacedGlyph some_outline() const {
        for (const PlacedGlyph& glyph : layout_.glyphs) {
            if (pdf_.face(glyph.font) != nullptr) return glyph;
        }
        return {};
    }

    void use(const PlacedGlyph& glyph) {
        pdf_.color(glyph.color);
        cairo_set_font_face(pdf_.cr, pdf_.face(glyph.font));
        cairo_set_font_size(pdf_.cr, static_cast<double>(glyph.size));
    }

    void draw_path(const PlacedGlyph& glyph) {
        flush();
        if (pdf_.face(glyph.font) == nullptr) return;
        use(glyph);
        const cairo_glyph_t placed{glyph.glyph, static_cast<double>(glyph.at.x + origin_.x),
                                   static_cast<double>(glyph.at.y + origin_.y)};
        cairo_new_path(pdf_.cr);
        cairo_glyph_path(pdf_.cr, &placed, 1);
        cairo_fill(pdf_.cr);
    }

    void flush() {
        if (run_.glyphs.empty()) return;
        use(run_.like);
        cairo_show_text_glyphs(pdf_.cr, run_.text.data(), static_cast<int>(run_.text.size()), run_.glyphs.data(),
                               static_cast<int>(run_.glyphs.size()), run_.clusters.data(),
                               static_cast<int>(run_.clusters.size()), static_cast<cairo_text_cluster_flags_t>(0));
        run_ = {};
    }

    PdfCanvas::Impl& pdf_;
    std::string_view text_;
    const Layout& layout_;
    Vec2 origin_;
    TextRun run_;
};

} // namespace

PdfCanvas::PdfCanvas(const Fonts& fonts, const std::string& title) : impl_(std::make_unique<Impl>(fonts)) {
    cairo_pdf_surface_set_metadata(impl_->surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(impl_->surface, CAIRO_PDF_METADATA_CREATOR, "Liubai");
    // The same story gives the same file: no date, for cairo would write today's.
    cairo_pdf_surface_set_metadata(impl_->surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
}

PdfCanvas::~PdfCanvas() = default;

void PdfCanvas::fill(Rect to, Color color, float radius) {
    impl_->color(color);
    impl_->rectangle(to, radius);
    cairo_fill(impl_->cr);
}

void PdfCanvas::frame(Rect at, Color color, float width, float radius) {
    impl_->color(color);
    impl_->rectangle(at, radius);
    cairo_set_line_width(impl_->cr, static_cast<double>(width));
    cairo_stroke(impl_->cr);
}

void PdfCanvas::thread(Rect at, Color from, Color to) {
    cairo_pattern_t* fade = cairo_pattern_create_linear(0, static_cast<double>(at.y), 0, static_cast<double>(at.y + at.h));
    Impl::stop(fade, 0, from);
    Impl::stop(fade, 1, to);
    cairo_set_source(impl_->cr, fade);
    impl_->rectangle(at, 0);
    cairo_fill(impl_->cr);
    cairo_pattern_destroy(fade);
}

void PdfCanvas::light(Rect at, Color core, Color ground) {
    cairo_pattern_t* glow = cairo_pattern_create_radial(0, 0, 0, 0, 0, 1);
    constexpr int kStops = 8;
    for (int i = 0; i <= kStops; ++i) {
        const float out = static_cast<float>(i) / kStops;
        const float rest = 1 - out * out;
        Impl::stop(glow, static_cast<double>(out), mix(ground, core, rest * rest)); // flat in the middle and at the rim
    }
    cairo_save(impl_->cr);
    cairo_translate(impl_->cr, static_cast<double>(at.x + at.w / 2), static_cast<double>(at.y + at.h / 2));
    cairo_scale(impl_->cr, static_cast<double>(at.w / 2), static_cast<double>(at.h / 2));
    cairo_set_source(impl_->cr, glow);
    cairo_arc(impl_->cr, 0, 0, 1, 0, 6.283185307179586);
    cairo_fill(impl_->cr);
    cairo_restore(impl_->cr);
    cairo_pattern_destroy(glow);
}

void PdfCanvas::put_row(std::string_view text, const Layout& layout, std::size_t row, Vec2 origin) {
    RowWriter(*impl_, text, layout, origin).run(layout.rows[row]);
}

void PdfCanvas::mark_chapter(const std::string& title, float y) {
    const std::string to = fmt::format("page={} pos=[0 {:.1f}]", impl_->page, y);
    cairo_pdf_surface_add_outline(impl_->surface, CAIRO_PDF_OUTLINE_ROOT, title.c_str(), to.c_str(),
                                  static_cast<cairo_pdf_outline_flags_t>(0));
}

void PdfCanvas::end_page() {
    cairo_show_page(impl_->cr);
    ++impl_->page;
}

std::string PdfCanvas::finish() {
    const cairo_status_t status = cairo_status(impl_->cr);
    impl_->close();
    if (status != CAIRO_STATUS_SUCCESS) {
        const std::string why = cairo_status_to_string(status);
        throw Error({"写不成 PDF：" + why, "cannot make the PDF: " + why});
    }
    return std::move(impl_->bytes);
}

} // namespace liubai

#else

namespace liubai {

struct PdfCanvas::Impl {};

bool has_pdf() { return false; }

PdfCanvas::PdfCanvas(const Fonts& /*fonts*/, const std::string& /*title*/) {
    throw Error({"这个程序编译时没有 cairo，写不了 PDF。装上 libcairo2-dev，再编译一次。",
                 "this program was built without cairo, which PDF needs. Install libcairo2-dev and build it again."});
}

PdfCanvas::~PdfCanvas() = default;
void PdfCanvas::fill(Rect, Color, float) {}
void PdfCanvas::frame(Rect, Color, float, float) {}
void PdfCanvas::thread(Rect, Color, Color) {}
void PdfCanvas::light(Rect, Color, Color) {}
void PdfCanvas::put_row(std::string_view, const Layout&, std::size_t, Vec2) {}
void PdfCanvas::mark_chapter(const std::string&, float) {}
void PdfCanvas::end_page() {}
std::string PdfCanvas::finish() { return {}; }

} // namespace liubai

#endif
