// Times the setting of the transcript's paragraphs: HarfBuzz alone, the whole of lay_out(), and Pango. One process,
// the four by turns, CPU time, the median of the rounds. bench/text.sh builds and runs it.

#include "text/bidi.h"
#include "text/default_fonts.h"
#include "text/faces.h"
#include "text/itemise.h"
#include "text/paragraph.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

using namespace liubai;

namespace {

std::size_t allocations = 0;

} // namespace

// glibc's own allocator under a counter: it sees HarfBuzz, GLib and operator new alike.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);

void* malloc(std::size_t size) {
    ++allocations;
    return __libc_malloc(size);
}

void* calloc(std::size_t count, std::size_t size) {
    ++allocations;
    return __libc_calloc(count, size);
}

void* realloc(void* old, std::size_t size) {
    ++allocations;
    return __libc_realloc(old, size);
}
}

namespace {

constexpr float kWidth = 760;
constexpr float kSize = 30;

struct Paragraph {
    bool zh = false;
    RichText text;
};

std::vector<Paragraph> read_transcript() {
    std::ifstream file(LIUBAI_ROOT "/scenes/transcript.txt");
    std::vector<Paragraph> paragraphs;
    bool zh = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("[A]: ") || line.starts_with("[B]: ")) {
            zh = line[1] == 'A';
            line.erase(0, 5);
        }
        if (!line.empty()) paragraphs.push_back({zh, {line, {}, {}}});
    }
    return paragraphs;
}

Blob read_font(const std::string& name) {
    std::ifstream file(LIUBAI_ROOT "/fonts/" + name, std::ios::binary);
    auto* bytes = new std::string(std::istreambuf_iterator<char>(file), {});
    Blob blob;
    blob.bytes = std::as_bytes(std::span(bytes->data(), bytes->size()));
    blob.owner = {bytes, [](void* owned) { delete static_cast<std::string*>(owned); }};
    return blob;
}

TextStyle style_for(bool zh, FitMode mode) {
    TextStyle style;
    style.size = kSize;
    style.language = zh ? "zh" : "en";
    style.mode = mode;
    return style;
}

/// HarfBuzz alone: the runs that lay_out() shapes, in plain fonts of the same faces, one buffer for all.
class Raw {
public:
    Raw(const std::vector<Paragraph>& paragraphs, const Fonts& fonts) : buffer_(hb_buffer_create()) {
        for (const Paragraph& paragraph : paragraphs) {
            const TextStyle style = style_for(paragraph.zh, FitMode::kFit);
            const TextSource source = collect(paragraph.text, style);
            const auto levels = bidi_levels(source.chars, source.info);
            texts_.push_back({source.chars, itemise(source, resolve_sides(source), levels.of, style, fonts.impl())});
        }
        for (std::size_t i = 0; i < fonts.impl().faces.size(); ++i) {
            const Face& face = fonts.impl().faces[i];
            faces_.emplace_back(face.hb ? hb_font_create(hb_font_get_face(face.hb.get())) : nullptr);
            if (face.hb) hb_ot_font_set_funcs(faces_.back().get());
        }
    }

    void run() {
        for (const Text& text : texts_) {
            const auto* chars = reinterpret_cast<const std::uint32_t*>(text.chars.data());
            for (const Run& run : text.runs) {
                if (run.kind != RunKind::kText && run.kind != RunKind::kEmoji) continue;
                hb_buffer_clear_contents(buffer_.get());
                hb_buffer_add_utf32(buffer_.get(), chars, static_cast<int>(text.chars.size()), run.begin,
                                    static_cast<int>(run.end - run.begin));
                hb_buffer_set_direction(buffer_.get(), run.level % 2 != 0 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
                hb_buffer_set_script(buffer_.get(), static_cast<hb_script_t>(run.script));
                hb_buffer_set_language(buffer_.get(), run.language);
                hb_shape(faces_[static_cast<std::size_t>(run.font.face)].get(), buffer_.get(), nullptr, 0);
            }
        }
    }

private:
    struct Text {
        std::u32string chars;
        std::vector<Run> runs;
    };
    std::vector<Text> texts_;
    std::vector<HbFont> faces_;
    HbBuffer buffer_;
};

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};

/// Pango on FreeType with the same font files and no others.
class Pango {
public:
    explicit Pango(const FontPlan& plan) : config_(FcConfigCreate()), map_(pango_ft2_font_map_new()) {
        for (const FontFile* file :
             {&plan.serif.latin, &plan.serif.han, &plan.fallback[0], &plan.fallback[1], &plan.emoji}) {
            const std::string path = LIUBAI_ROOT "/fonts/" + file->path;
            FcConfigAppFontAddFile(config_, reinterpret_cast<const FcChar8*>(path.c_str()));
        }
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map_.get()), config_);
        context_.reset(pango_font_map_create_context(map_.get()));
        PangoFontDescription* description = pango_font_description_from_string("EB Garamond 12,Noto Serif CJK SC");
        pango_font_description_set_absolute_size(description, kSize * PANGO_SCALE);
        pango_context_set_font_description(context_.get(), description);
        pango_font_description_free(description);
    }

    void run(const std::vector<Paragraph>& paragraphs) {
        for (const Paragraph& paragraph : paragraphs) {
            pango_context_set_language(context_.get(), pango_language_from_string(paragraph.zh ? "zh-cn" : "en"));
            const std::unique_ptr<PangoLayout, Unref> layout(pango_layout_new(context_.get()));
            pango_layout_set_width(layout.get(), static_cast<int>(kWidth * PANGO_SCALE));
            pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
            pango_layout_set_text(layout.get(), paragraph.text.text.data(),
                                  static_cast<int>(paragraph.text.text.size()));
            PangoRectangle logical;
            pango_layout_get_extents(layout.get(), nullptr, &logical);
            missing_ += pango_layout_get_unknown_glyphs_count(layout.get());
            rows_ += pango_layout_get_line_count(layout.get());
        }
    }

    int missing() const { return missing_; }

private:
    FcConfig* config_;
    std::unique_ptr<PangoFontMap, Unref> map_;
    std::unique_ptr<PangoContext, Unref> context_;
    int missing_ = 0;
    int rows_ = 0;
};

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// What one way of setting the text took, round by round.
struct Measured {
    std::string name;
    std::vector<double> seconds;
    std::size_t allocations = 0; ///< of the last round

    template <typename Work>
    void take(Work work) {
        const std::size_t before = allocations_now();
        const double start = cpu_seconds();
        work();
        seconds.push_back(cpu_seconds() - start);
        allocations = allocations_now() - before;
    }

private:
    static std::size_t allocations_now() { return ::allocations; }
};

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// How many times as long `a` took as `b`: the median of the rounds' ratios, as a busy machine is slow for both.
double ratio(const Measured& a, const Measured& b) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < a.seconds.size(); ++i) ratios.push_back(a.seconds[i] / b.seconds[i]);
    return median(ratios);
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 41;
    const std::vector<Paragraph> paragraphs = read_transcript();
    const Fonts fonts(default_font_plan(), read_font);
    Pango pango(fonts.plan());
    Measured raw{"hb_shape alone", {}, 0};
    Measured fit{"lay_out, fit", {}, 0};
    Measured greedy{"lay_out, greedy", {}, 0};
    Measured with_pango{"Pango", {}, 0};
    const auto lay_out_all = [&](FitMode mode) {
        for (const Paragraph& p : paragraphs) static_cast<void>(lay_out(p.text, style_for(p.zh, mode), kWidth, fonts));
    };
    lay_out_all(FitMode::kFit); // opens the faces
    Raw plain(paragraphs, fonts);
    pango.run(paragraphs);
    for (int round = 0; round < rounds; ++round) {
        greedy.take([&] { lay_out_all(FitMode::kGreedy); }); // first: what comes after Pango finds its caches cold
        raw.take([&] { plain.run(); });
        fit.take([&] { lay_out_all(FitMode::kFit); });
        with_pango.take([&] { pango.run(paragraphs); });
    }

    std::size_t chars = 0;
    for (const Paragraph& p : paragraphs) chars += collect(p.text, style_for(p.zh, FitMode::kFit)).size();
    fmt::print("{} paragraphs, {} characters, {:.0f} px wide, {:.0f} px; CPU time, median of {} rounds\n",
               paragraphs.size(), chars, kWidth, kSize, rounds);
    fmt::print("{:<18}{:>10}{:>14}{:>26}\n", "", "ms", "Mchars/s", "allocations/paragraph");
    for (const Measured* m : {&raw, &fit, &greedy, &with_pango}) {
        const double seconds = median(m->seconds);
        fmt::print("{:<18}{:>10.2f}{:>14.2f}{:>26.1f}\n", m->name, seconds * 1e3,
                   static_cast<double>(chars) / seconds * 1e-6,
                   static_cast<double>(m->allocations) / static_cast<double>(paragraphs.size()));
    }
    fmt::print("fit against hb_shape alone   {:.0f} % (at least 65)\n", 100 * ratio(raw, fit));
    fmt::print("fit against Pango            {:.2f} times as fast (at least 3)\n", ratio(with_pango, fit));
    if (pango.missing() > 0) fmt::print("Pango missed {} glyphs\n", pango.missing());
}
