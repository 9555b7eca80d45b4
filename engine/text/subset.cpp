#include "text/subset.h"

#include "base/error.h"

#include <hb-subset.h>

#include <memory>

namespace liubai {
namespace {

struct Release {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};

} // namespace

std::string subset_font(const Blob& font, const std::set<char32_t>& characters) {
    const std::unique_ptr<hb_blob_t, Release> blob(
        hb_blob_create(reinterpret_cast<const char*>(font.bytes.data()), static_cast<unsigned>(font.bytes.size()),
                       HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const std::unique_ptr<hb_face_t, Release> face(hb_face_create(blob.get(), 0));
    const std::unique_ptr<hb_subset_input_t, Release> input(hb_subset_input_create_or_fail());
    if (!input || hb_face_get_glyph_count(face.get()) == 0) throw Error({"这不是字体", "this is not a font"});
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    for (const char32_t c : characters) hb_set_add(wanted, c);
    hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(features);
    hb_set_invert(features);
    const std::unique_ptr<hb_face_t, Release> made(hb_subset_or_fail(face.get(), input.get()));
    if (!made) throw Error({"字体不能裁成子集", "the font cannot be made smaller"});
    const std::unique_ptr<hb_blob_t, Release> bytes(hb_face_reference_blob(made.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(bytes.get(), &length);
    return {data, length};
}

} // namespace liubai
