#pragma once
// A story as one file to hand on: what its scenes use, with fonts cut down to its characters, as a zip behind a program
// that plays it.

#include "tools/opened_story.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace liubai {

struct PackOptions {
    std::string project; ///< a project folder, a folder of scene files, or one of them
    std::string stock;   ///< the folder with fonts/ and assets/
    std::string runtime; ///< the program that the story is put behind; for a page, the folder with it
    std::string out;     ///< the file to write; for a page in a folder, that folder
};

/// Told of each thing that begins, so that somebody who waits sees it go on.
using Progress = std::function<void(const Bilingual&)>;

/// Every file that the story needs, by its path in the zip: the author's below kPackedProject, the engine's own below
/// kPackedStock. Texts are shaped with the smaller fonts exactly as with the whole ones, which is checked. Throws Error
/// when something cannot be read, or a text would be shaped otherwise.
std::map<std::string, Blob> files_to_pack(const PackOptions& options, const Progress& progress);

/// The same for a page, in the order in which a reader needs them: what the title needs, what the first line shows, then
/// scene by scene. Pictures that come later have their beginning in the first part, as ZipParts wants it.
std::vector<std::map<std::string, Blob>> parts_to_pack(const PackOptions& options, const Progress& progress);

/// Writes `out`: the runtime's bytes and the zip behind them, executable like the runtime. The same input gives the same
/// bytes. Throws Error, also when the runtime is a packed story already.
void pack(const PackOptions& options, const Progress& progress);

/// The notices of the runtime's libraries: NAME.licences.txt beside it, else those in the stock. None, and told, when there
/// are neither.
std::optional<Blob> library_notices(const PackOptions& options, const Progress& progress);

/// Writes the folder `out` for any web server: the page, the program and the story in parts, which the page fetches one
/// after another. The same input gives the same bytes. Throws Error.
void pack_page(const PackOptions& options, const Progress& progress);

/// The same as one file that needs no server: a page with everything inside.
void pack_single_page(const PackOptions& options, const Progress& progress);

/// "1.5 MB".
std::string megabytes(std::size_t bytes);

/// What a story's files are called: its English title, else that in its own language, in small Latin letters, figures, Han and
/// hyphens; its key when nothing of that is in it.
std::string file_name_of(const Story& story);

} // namespace liubai
