// libFuzzer's entry for one loader, named by LIUBAI_LOADER. tests/fuzz/run.sh builds and runs it.

#include "base/error.h"
#include "fuzz/loaders.h"

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    // A real file: the loaders follow no links, so none of /proc/self/fd.
    static char name[] = "/dev/shm/liubai-fuzz-XXXXXX";
    static const int file = mkstemp(name);
    [[maybe_unused]] static const int at_end = std::atexit([] { unlink(name); });
    if (ftruncate(file, 0) != 0 || pwrite(file, bytes, size, 0) != static_cast<ssize_t>(size)) std::abort();
    for (const liubai::Loader& loader : liubai::loaders()) {
        if (std::strcmp(loader.name, LIUBAI_LOADER) != 0) continue;
        try {
            loader.load(name);
        } catch (const liubai::Error&) {
            return 0; // refused with a sentence
        }
    }
    return 0;
}
