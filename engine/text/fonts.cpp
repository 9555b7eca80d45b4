#include "text/fonts.h"

#include "base/error.h"
#include "base/log.h"
#include "base/utf8.h"
#include "text/faces.h"
#include "text/source.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ot.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace liubai {
namespace {

struct CloseFile {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
using HbBlob = std::unique_ptr<hb_blob_t, CloseFile>;
using HbFace = std::unique_ptr<hb_face_t, CloseFile>;

FaceUse add_face(std::vector<Face>& faces, const FontFile& file) {
    if (file.path.empty()) return {};
    const auto same = [&](const Face& f) { return f.file.path == file.path && f.file.face == file.face; };
    const auto found = std::find_if(faces.begin(), faces.end(), same);
    const int index = static_cast<int>(found - faces.begin());
    if (found == faces.end()) {
        faces.emplace_back();
        faces.back().file = file;
    }
    return {index, file.scale};
}

FamilyFaces add_family(std::vector<Face>& faces, const FamilyFiles& files) {
    return {add_face(faces, files.latin), add_face(faces, files.latin_italic), add_face(faces, files.latin_bold),
            add_face(faces, files.han), add_face(faces, files.han_bold)};
}

// What HarfBuzz asks while it shapes, answered by Face::glyph_of: itemising has just looked up the same characters.

hb_bool_t nominal_glyph(hb_font_t*, void* data, hb_codepoint_t c, hb_codepoint_t* glyph, void*) {
    *glyph = static_cast<Face*>(data)->glyph_of(c);
    return *glyph != 0 ? 1 : 0;
}

unsigned nominal_glyphs(hb_font_t*, void* data, unsigned count, const hb_codepoint_t* c, unsigned c_stride,
                        hb_codepoint_t* glyph, unsigned glyph_stride, void*) {
    auto& face = *static_cast<Face*>(data);
    for (unsigned i = 0; i < count; ++i) {
        *glyph = face.glyph_of(*c);
        if (*glyph == 0) return i;
        c = reinterpret_cast<const hb_codepoint_t*>(reinterpret_cast<const std::byte*>(c) + c_stride);
        glyph = reinterpret_cast<hb_codepoint_t*>(reinterpret_cast<std::byte*>(glyph) + glyph_stride);
    }
    return count;
}

/// A font that shapes as the face's plain one does.
HbFont remembering_font(Face& face) {
    HbFont font(hb_font_create_sub_font(face.plain.get()));
    hb_font_funcs_t* funcs = hb_font_funcs_create();
    hb_font_funcs_set_nominal_glyph_func(funcs, nominal_glyph, nullptr, nullptr);
    hb_font_funcs_set_nominal_glyphs_func(funcs, nominal_glyphs, nullptr, nullptr);
    hb_font_set_funcs(font.get(), funcs, &face, nullptr);
    hb_font_funcs_destroy(funcs);
    return font;
}

} // namespace

void CloseHandle::operator()(hb_font_t* font) const { hb_font_destroy(font); }
void CloseHandle::operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
void CloseHandle::operator()(FT_LibraryRec_* library) const { FT_Done_FreeType(library); }
void CloseHandle::operator()(FT_FaceRec_* face) const { FT_Done_Face(face); }

Fonts::Impl::Impl(FontPlan the_plan, ReadFont reader) : plan(std::move(the_plan)), read(std::move(reader)) {
    serif = add_family(faces, plan.serif);
    sans = add_family(faces, plan.sans);
    readable = add_family(faces, plan.readable);
    title = add_family(faces, plan.title);
    for (const FontFile& file : plan.fallback) fallback.push_back(add_face(faces, file));
    emoji = add_face(faces, plan.emoji);
}

const FamilyFaces& Fonts::Impl::family(Family f) const {
    switch (f) {
    case Family::kSans: return sans;
    case Family::kReadable: return readable;
    case Family::kTitle: return title;
    case Family::kSerif: break;
    }
    return serif;
}

void Fonts::Impl::load(Face& face) {
    face.blob = read(face.file.path);
    const auto bytes = face.blob.text();
    const HbBlob blob(
        hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HbFace opened(hb_face_create(blob.get(), static_cast<unsigned>(face.file.face)));
    if (hb_face_get_glyph_count(opened.get()) == 0) {
        throw Error({fmt::format("{} 不是字体文件", face.file.path), fmt::format("{} is not a font", face.file.path)});
    }
    face.units_per_em = static_cast<float>(hb_face_get_upem(opened.get()));
    face.plain.reset(hb_font_create(opened.get()));
    hb_ot_font_set_funcs(face.plain.get());
    face.hb = remembering_font(face);
}

std::uint32_t Face::look_up(char32_t c) {
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(plain.get(), c, &glyph)) glyph = 0;
    if (c > 0xFFFF) return glyph;
    std::unique_ptr<GlyphPage>& page = glyphs[c >> 8];
    if (!page) {
        page = std::make_unique<GlyphPage>();
        page->fill(kUnknownGlyph);
    }
    (*page)[c & 0xFF] = static_cast<std::uint16_t>(glyph);
    return glyph;
}

const std::vector<FaceUse>& Fonts::Impl::chain(Family f, bool han, bool bold, bool italic) {
    const auto [found, is_new] = chains_.try_emplace({f, han, bold, italic});
    if (is_new) found->second = make_chain(f, han, bold, italic);
    return found->second;
}

std::vector<FaceUse> Fonts::Impl::make_chain(Family f, bool han, bool bold, bool italic) const {
    const FamilyFaces& own = family(f);
    std::vector<FaceUse> asked;
    const auto add = [&](FaceUse use) {
        const auto same = [&](const FaceUse& a) { return a.face == use.face; };
        if (use.face >= 0 && std::none_of(asked.begin(), asked.end(), same)) asked.push_back(use);
    };
    const auto add_latin = [&] {
        if (italic) add(own.latin_italic);
        if (bold) add(own.latin_bold);
        add(own.latin);
    };
    const auto add_han = [&] {
        if (bold) add(own.han_bold);
        add(own.han);
    };
    if (!han) add_latin();
    add_han();
    for (const FaceUse& use : fallback) add(use);
    if (han) add_latin();
    add(emoji);
    return asked;
}

const Hyphenator* Fonts::Impl::english() {
    if (!hyphenator && !plan.hyphenation.empty()) {
        hyphenator = std::make_unique<Hyphenator>(read(plan.hyphenation).text());
    }
    return hyphenator.get();
}

void Fonts::Impl::report_missing(char32_t c) {
    if (!reported.insert(c).second) return;
    log_warning(
        fmt::format("no font draws U+{:04X} {}", static_cast<unsigned>(c), to_utf8(std::u32string_view(&c, 1))));
}

Fonts::Fonts(FontPlan plan, ReadFont read) : impl_(std::make_unique<Impl>(std::move(plan), std::move(read))) {}
Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;

const FontPlan& Fonts::plan() const { return impl_->plan; }

bool Fonts::draws(char32_t c, Family family) const {
    const bool nothing_to_draw = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == kGapChar || is_hard_break(c);
    if (nothing_to_draw || char_info(c).is(Flag::kIgnorable)) return true;
    const auto& chain = impl_->chain(family, is_han(c), false, false);
    return std::any_of(chain.begin(), chain.end(), [&](FaceUse use) { return impl_->glyph_of(use.face, c) != 0; });
}

} // namespace liubai
