#include "files/zip_writer.h"

#include "base/error.h"
#include "files/folder.h"

#include <zip.h>

#include <memory>

namespace liubai {
namespace {

Error failed(const char* reason) {
    return Error({std::string("做不成压缩包：") + reason, std::string("cannot make the archive: ") + reason});
}

bool is_packed(const std::string& path) {
    for (const char* end : {".webp", ".png", ".jpg", ".jpeg", ".ogg"}) {
        if (path.ends_with(end)) return true;
    }
    return false;
}

void add(zip_t* zip, const std::string& path, const Blob& file) {
    if (!is_safe_path(path)) throw failed(path.c_str());
    zip_source_t* source = zip_source_buffer(zip, file.bytes.data(), file.bytes.size(), 0);
    const zip_int64_t index = source ? zip_file_add(zip, path.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source);
        throw failed(zip_strerror(zip));
    }
    const auto at = static_cast<zip_uint64_t>(index);
    constexpr zip_uint16_t kFirstDay = 1 << 5 | 1; // 1 January 1980, midnight: a zip's first moment
    constexpr zip_uint32_t kPlainFile = 0100644u << 16;
    constexpr zip_uint32_t kBest = 9;
    zip_file_set_dostime(zip, at, 0, kFirstDay, 0);
    zip_file_set_external_attributes(zip, at, 0, ZIP_OPSYS_UNIX, kPlainFile);
    zip_set_file_compression(zip, at, is_packed(path) ? ZIP_CM_STORE : ZIP_CM_DEFLATE, is_packed(path) ? 0 : kBest);
}

} // namespace

std::string zip_of(const std::map<std::string, Blob>& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &error);
    const std::unique_ptr<zip_source_t, void (*)(zip_source_t*)> kept(whole, zip_source_free);
    if (!whole) throw failed(zip_error_strerror(&error));
    zip_source_keep(whole);
    zip_t* zip = zip_open_from_source(whole, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!zip) {
        zip_source_free(whole);
        throw failed(zip_error_strerror(&error));
    }
    try {
        for (const auto& [path, file] : files) add(zip, path, file);
    } catch (const Error&) {
        zip_discard(zip);
        throw;
    }
    if (zip_close(zip) != 0) {
        const std::string reason = zip_strerror(zip);
        zip_discard(zip);
        throw failed(reason.c_str());
    }
    zip_stat_t stat;
    if (zip_source_stat(whole, &stat) != 0 || zip_source_open(whole) != 0) throw failed("it cannot be read back");
    std::string bytes(static_cast<std::size_t>(stat.size), '\0');
    const zip_int64_t got = zip_source_read(whole, bytes.data(), bytes.size());
    zip_source_close(whole);
    if (got != static_cast<zip_int64_t>(bytes.size())) throw failed("it cannot be read back");
    return bytes;
}

} // namespace liubai
