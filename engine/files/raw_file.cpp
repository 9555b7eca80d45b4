#include "files/raw_file.h"

#include "base/error.h"

#include <cstdint>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>

#if defined(__unix__) && !defined(__EMSCRIPTEN__)
#define LIUBAI_MAPS_FILES 1
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace liubai {
namespace {

Error unreadable(const std::string& name) { return Error({"读不了文件 " + name, "cannot read the file " + name}); }

#ifdef LIUBAI_MAPS_FILES

struct Mapping {
    void* address = nullptr;
    std::size_t size = 0;
};

/// Nothing when the system refuses: then it is read instead.
Blob map_file(const std::filesystem::path& path, std::size_t size) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return {};
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (address == MAP_FAILED) return {};
    Blob blob;
    blob.bytes = {static_cast<const std::byte*>(address), size};
    blob.owner = {new Mapping{address, size}, [](void* p) {
                      const std::unique_ptr<Mapping> mapping(static_cast<Mapping*>(p));
                      ::munmap(mapping->address, mapping->size);
                  }};
    return blob;
}

#else

Blob map_file(const std::filesystem::path&, std::size_t) { return {}; }

#endif

Blob copied(const std::filesystem::path& path, const std::string& name, std::size_t size) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes(size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (in.bad() || !in.is_open()) throw unreadable(name);
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return blob_of(std::move(bytes));
}

} // namespace

Blob blob_of(std::string bytes) {
    Blob blob;
    auto* kept = new std::string(std::move(bytes));
    blob.owner = {kept, [](void* p) { delete static_cast<std::string*>(p); }};
    blob.bytes = std::as_bytes(std::span(*kept));
    return blob;
}

Blob read_raw_start(const std::filesystem::path& path, const std::string& name, std::size_t most) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) throw unreadable(name); // see below
    return copied(path, name, most);
}

Blob read_raw_file(const std::filesystem::path& path, const std::string& name, std::size_t limit) {
    std::error_code error;
    // A pipe or a device would block, or never end.
    if (!std::filesystem::is_regular_file(path, error)) throw unreadable(name);
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) throw unreadable(name);
    if (size > limit) throw Error({"文件太大：" + name, "the file is too large: " + name});

    // What an author edits is small, and is copied: a mapped file that shrinks under us would end the program.
    constexpr std::uintmax_t kMapFrom = 256 * 1024;
    if (size >= kMapFrom) {
        Blob mapped = map_file(path, static_cast<std::size_t>(size));
        if (mapped.owner) return mapped;
    }
    return copied(path, name, static_cast<std::size_t>(size));
}

} // namespace liubai
