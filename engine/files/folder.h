#pragma once
// A folder of files to read: a directory, a zip, or a zip at the end of our own executable. It alone refuses bad paths
// and enforces limits. Paths are UTF-8 with '/', relative, without "..".

#include "base/blob.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace liubai {

/// Thrown instead of a file's bytes: they come later. No failure, and so no Error.
struct StillOnItsWay {};

class Folder {
public:
    Folder(Folder&&) noexcept;
    Folder& operator=(Folder&&) noexcept;
    ~Folder();

    /// A directory. Throws Error if it is not one.
    static Folder open_directory(const std::string& path);
    /// A zip file, an executable with a zip at its end, or a folder of zips that come one after another (ZipParts); of it
    /// the folder `inside`, or all. Throws Error if it is none of them or breaks a limit.
    static Folder open_zip(const std::string& path, const std::string& inside = "");
    /// True for what open_zip() opens: a file with a zip at its end, or a folder of parts. Looks no further.
    static bool is_packed(const std::string& path);

    /// Throws Error when there is no such file, the path is refused, or it is larger than `limit` bytes.
    /// A directory's large file is mapped, not copied. Throws StillOnItsWay when its part is not here yet: until then
    /// there is only its start. Safe on any thread.
    [[nodiscard]] Blob read(const std::string& path, std::size_t limit = 64u << 20) const;
    /// No more than its first `most` bytes, where that is cheaper than all of it. Throws Error like read().
    [[nodiscard]] Blob read_start(const std::string& path, std::size_t most) const;
    [[nodiscard]] bool has(const std::string& path) const;
    /// Names of the files right inside `directory` ("" = the top), sorted.
    [[nodiscard]] std::vector<std::string> list(const std::string& directory) const;
    /// How many of its parts are here; 1 when it has none.
    [[nodiscard]] std::size_t parts() const;
    /// As it was opened, for messages.
    [[nodiscard]] const std::string& name() const;

private:
    struct Impl;
    explicit Folder(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// False for an empty or absolute path, "..", ".", a backslash, a drive letter, a control character or a trailing
/// slash.
bool is_safe_path(const std::string& path);

/// A file anywhere, as somebody named it on the command line. Throws Error like Folder.
Blob read_file(const std::string& path);

/// Writes the whole text to a temporary file beside `path`, syncs and renames it. Throws Error. Folders must exist.
void write_file(const std::string& path, std::string_view text);

/// Adds to a file's end, making it and its folder when they are not there. Not atomic: a reader of it must bear a last
/// row that is cut off. Throws Error.
void append_to_file(const std::string& path, std::string_view text);

} // namespace liubai
