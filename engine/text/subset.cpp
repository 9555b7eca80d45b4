#include "text/subset.h"

#include "base/error.h"

#include <hb-subset.h>

#include <memory>
#include <new>

namespace liubai {
namespace {

struct Release {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};

std::unique_ptr<hb_face_t, Release> face_of(const Blob& font) {
    const std::unique_ptr<hb_blob_t, Release> blob(
        hb_blob_create(reinterpret_cast<const char*>(font.bytes.data()), static_cast<unsigned>(font.bytes.size()),
                       HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    std::unique_ptr<hb_face_t, Release> face(hb_face_create(blob.get(), 0));
    if (hb_face_get_glyph_count(face.get()) == 0) throw Error({"这不是字体", "this is not a font"});
    return face;
}

} // namespace

std::string subset_font(const Blob& font, const std::set<char32_t>& characters) {
    const auto face = face_of(font);
    const std::unique_ptr<hb_subset_input_t, Release> input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    for (const char32_t c : characters) hb_set_add(wanted, c);
    hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(features);
    hb_set_invert(features);
    // No glyph is drawn hinted. Outlines that share no parts are larger, and a tenth smaller once they are deflated.
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    const std::unique_ptr<hb_face_t, Release> made(hb_subset_or_fail(face.get(), input.get()));
    if (!made) throw Error({"字体不能裁成子集", "the font cannot be made smaller"});
    const std::unique_ptr<hb_blob_t, Release> bytes(hb_face_reference_blob(made.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(bytes.get(), &length);
    return {data, length};
}

std::set<char32_t> characters_of(const Blob& font) {
    const auto face = face_of(font);
    const std::unique_ptr<hb_set_t, Release> found(hb_set_create());
    hb_face_collect_unicodes(face.get(), found.get());
    std::set<char32_t> characters;
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(found.get(), &c);) characters.insert(c);
    return characters;
}

} // namespace liubai
