#include "fuzz/loaders.h"

#include "audio/mixer.h"
#include "base/error.h"
#include "files/folder.h"
#include "render/picture.h"
#include "text/glyph_bitmap.h"
#include "text/paragraph.h"
#include "text/subset.h"
#include "tools/import.h"

#include <cstdlib>
#include <limits>

namespace liubai {
namespace {

void load_archive(const std::string& path) {
    const Folder folder = Folder::open_zip(path);
    constexpr std::size_t kMost = std::size_t{1} << 20;
    for (const char* inside : {"", "scenes", "assets", "story/scenes"}) {
        for (const std::string& name : folder.list(inside)) {
            const std::string file = *inside ? std::string(inside) + "/" + name : name;
            try {
                (void)folder.read_start(file, 64);
                (void)folder.read(file, kMost);
            } catch (const Error&) {
                continue; // the next one may be whole
            }
        }
    }
}

void load_picture(const std::string& path) {
    const Blob file = read_file(path);
    (void)decode_picture(file, 0.3f);
    (void)decode_picture(file, 1);
}

void load_sound(const std::string& path) {
    static Mixer* const mixer = [] { // what is decoded is decoded for a device
        setenv("SDL_AUDIODRIVER", "dummy", 1);
        auto* opened = new Mixer;
        opened->hear({}, {{"bell", 1}}, 0);
        return opened;
    }();
    if (!mixer->is_open()) std::abort(); // SDL's own device of nothing is always there
    (void)decode_sound(read_file(path));
}

/// Shaped, drawn and packed, as the engine does with a font that a project brings along.
void load_font(const std::string& path) {
    const Blob file = read_file(path);
    FontPlan plan;
    plan.serif.latin.path = "font";
    plan.serif.han.path = "font";
    plan.emoji.path = "font";
    const Fonts fonts(plan, [&](const std::string&) { return read_file(path); });
    TextStyle style;
    style.size = 32;
    const Layout layout = lay_out("Office AV “留白”，3.14 😀", style, std::numeric_limits<float>::infinity(), fonts);
    for (const PlacedGlyph& glyph : layout.glyphs) (void)rasterise(fonts, glyph.font, glyph.glyph, glyph.size, 0.25f);
    (void)subset_font(file, {U'O', U'f', U'i', U'留', U'白'});
}

void load_transcript(const std::string& path) { (void)import_text(read_file(path).text(), {}); }

} // namespace

const std::vector<Loader>& loaders() {
    static const std::vector<Loader> all{
        {"archive", load_archive}, {"picture", load_picture}, {"sound", load_sound}, {"font", load_font}, {"transcript", load_transcript},
    };
    return all;
}

} // namespace liubai
