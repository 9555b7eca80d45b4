#pragma once
// The opened font files behind Fonts: HarfBuzz for shaping, FreeType once a glyph is drawn. For text/ only.

#include "base/geometry.h"
#include "text/fonts.h"
#include "text/hyphenate.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

struct hb_font_t;
struct hb_buffer_t;
struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace liubai {

struct CloseHandle {
    void operator()(hb_font_t* font) const;
    void operator()(hb_buffer_t* buffer) const;
    void operator()(FT_LibraryRec_* library) const;
    void operator()(FT_FaceRec_* face) const;
};
using HbFont = std::unique_ptr<hb_font_t, CloseHandle>;
using HbBuffer = std::unique_ptr<hb_buffer_t, CloseHandle>;
using FtLibrary = std::unique_ptr<FT_LibraryRec_, CloseHandle>;
using FtFace = std::unique_ptr<FT_FaceRec_, CloseHandle>;

/// What a glyph may lose on either side without losing ink; em.
struct Halves {
    float left = 0;
    float right = 0;
};

/// The glyphs of 256 characters in a row; kUnknown until asked for.
using GlyphPage = std::array<std::uint16_t, 256>;
inline constexpr std::uint16_t kUnknownGlyph = 0xFFFF;

struct Face {
    FontFile file;
    Blob blob;
    HbFont plain; ///< null until the face is first needed; scaled to units_per_em, unhinted
    HbFont hb;    ///< the same with the glyphs of characters remembered
    float units_per_em = 1000;
    std::array<std::unique_ptr<GlyphPage>, 256> glyphs; ///< of the BMP, as far as asked for
    FtFace ft;                                          ///< null until a glyph is first drawn
    std::map<std::uint32_t, Halves> halves;             ///< known so far, by glyph
    std::map<char32_t, Halves> overhang;                ///< likewise, by character
    std::unordered_map<std::uint32_t, Rect> ink;        ///< likewise, by glyph: from the pen, em

    /// The glyph of a character, or 0. Only when opened.
    std::uint32_t glyph_of(char32_t c) {
        const GlyphPage* page = c <= 0xFFFF ? glyphs[c >> 8].get() : nullptr;
        const std::uint16_t known = page != nullptr ? (*page)[c & 0xFF] : kUnknownGlyph;
        return known != kUnknownGlyph ? known : look_up(c);
    }

    std::uint32_t look_up(char32_t c);
};

/// A face in one of its parts.
struct FaceUse {
    int face = -1; ///< index into Impl::faces
    float scale = 1;
};

struct FamilyFaces {
    FaceUse latin, latin_italic, latin_bold, han, han_bold;
};

/// The glyphs of the box that stands for a missing character. Their face is no file: see Impl::box().
inline constexpr std::uint32_t kNarrowBox = 0;
inline constexpr std::uint32_t kWideBox = 1;
inline constexpr float kNarrowBoxEm = 0.6f;

struct Fonts::Impl {
    FontPlan plan;
    ReadFont read;
    FtLibrary library;       ///< before the faces: it must outlive them
    std::vector<Face> faces; ///< every file of the plan once, in the plan's order; stays where it is
    FamilyFaces serif, sans, readable, title;
    std::vector<FaceUse> fallback;
    FaceUse emoji;
    HbBuffer buffer;
    std::unique_ptr<Hyphenator> hyphenator;
    std::set<char32_t> reported; ///< missing characters that the log knows already

    Impl(FontPlan plan, ReadFont read);

    [[nodiscard]] const FamilyFaces& family(Family f) const;

    /// The face, opened. Throws Error when its file cannot be read or is no font.
    Face& open(int index) {
        Face& face = faces[static_cast<std::size_t>(index)];
        if (!face.hb) load(face);
        return face;
    }

    /// The face with FreeType ready for drawing. Throws like open().
    FT_FaceRec_* drawable(int face);

    /// The face's glyph of a character, or 0.
    std::uint32_t glyph_of(int face, char32_t c) { return open(face).glyph_of(c); }

    /// The faces to ask for a character of this side, in order.
    const std::vector<FaceUse>& chain(Family f, bool han, bool bold, bool italic);

    /// What a glyph of a Han face may lose on either side: by its `halt` feature, or else where its ink leaves a half
    /// free.
    Halves halves(int face, char32_t c, std::uint32_t glyph);

    /// How far a character may stand outside a row's start and end: by the face's `lfbd` and `rtbd`, else nothing; em.
    Halves overhang(int face, char32_t c);

    [[nodiscard]] FontId id(int face) const { return static_cast<FontId>(face + 1); }
    [[nodiscard]] FontId box() const { return static_cast<FontId>(faces.size() + 1); }

    /// The plan's hyphenation patterns, read when first asked for; null when it has none. Throws like open().
    const Hyphenator* english();

    /// Logs a character that no font draws, once.
    void report_missing(char32_t c);

private:
    void load(Face& face);
    [[nodiscard]] std::vector<FaceUse> make_chain(Family f, bool han, bool bold, bool italic) const;

    std::map<std::tuple<Family, bool, bool, bool>, std::vector<FaceUse>> chains_; ///< those asked for
};

} // namespace liubai
