// libFuzzer's entry for one loader, named by LIUBAI_LOADER. tests/fuzz/run.sh builds and runs it.

#include "base/error.h"
#include "fuzz/loaders.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const int file = memfd_create("fuzzed", 0);
    static const std::string path = "/proc/self/fd/" + std::to_string(file);
    if (ftruncate(file, 0) != 0 || pwrite(file, bytes, size, 0) != static_cast<ssize_t>(size)) std::abort();
    for (const liubai::Loader& loader : liubai::loaders()) {
        if (std::strcmp(loader.name, LIUBAI_LOADER) != 0) continue;
        try {
            loader.load(path);
        } catch (const liubai::Error&) {
            return 0; // refused with a sentence
        }
    }
    return 0;
}
