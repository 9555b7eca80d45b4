#include "app/command_line.h"

#include <SDL.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

int main(int argc, char** argv) {
#ifdef __GLIBC__
    // Left alone, glibc stops giving big blocks back once a few were freed: decoded pictures and sounds then leave holes.
    constexpr int kOwnPages = 256 * 1024;
    mallopt(M_MMAP_THRESHOLD, kOwnPages);
#endif
    return liubai::run_command_line(argc, argv);
}
