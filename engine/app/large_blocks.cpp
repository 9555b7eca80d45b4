#include "app/large_blocks.h"

#include <SDL.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#endif

namespace liubai {

#ifdef __GLIBC__
namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20;
constexpr std::size_t kNearlyLarge = kLargePage / 4 * 3;
constexpr std::size_t kOwnPages = std::size_t{256} << 10; ///< larger ones do not lie in the heap
constexpr std::size_t kMostKept = std::size_t{8} << 20;
constexpr std::size_t kMostReady = std::size_t{16} << 20;

/// Touched blocks, to be given out again. A page first touched costs a microsecond, on a virtual machine a dozen: for a
/// whole picture that is a dropped frame.
class KeptBlocks {
public:
    explicit KeptBlocks(std::size_t most) : most_(most) {}
    /// One of at least `size` and not much more; null when there is none.
    void* take(std::size_t size) {
        const std::lock_guard lock(mutex_);
        const auto best = blocks_.lower_bound(size);
        if (best == blocks_.end() || best->first > size + size / 2) return nullptr;
        void* block = best->second;
        held_ -= best->first;
        blocks_.erase(best);
        return block;
    }
    /// False when there is no room for it.
    bool keep(void* block, std::size_t size) {
        const std::lock_guard lock(mutex_);
        if (held_ + size > most_) return false;
        blocks_.emplace(size, block);
        held_ += size;
        return true;
    }

private:
    std::mutex mutex_;
    std::multimap<std::size_t, void*> blocks_;
    std::size_t held_ = 0;
    std::size_t most_;
};

// SDL frees until the very end: these are never destroyed.
KeptBlocks& freed_blocks() {
    static auto* blocks = new KeptBlocks(kMostKept);
    return *blocks;
}
KeptBlocks& ready_blocks() {
    static auto* blocks = new KeptBlocks(kMostReady);
    return *blocks;
}

thread_local bool makes_ready = false; ///< this thread leaves what is ready to the others

void* take_touched(std::size_t size) {
    void* block = makes_ready ? nullptr : ready_blocks().take(size);
    return block ? block : freed_blocks().take(size);
}

void* allocate(std::size_t size) {
    if (size < kOwnPages) return std::malloc(size);
    if (void* block = take_touched(size)) return block;
    const std::size_t rest = size % kLargePage;
    if (rest >= kNearlyLarge) size += kLargePage - rest; // the rest would be small pages, hundreds of them
    if (size < kLargePage) return std::malloc(size);
    void* block = nullptr;
    if (posix_memalign(&block, kLargePage, size) != 0) return nullptr;
    madvise(block, size, MADV_HUGEPAGE); // only a wish
    return block;
}

void* allocate_zeros(std::size_t count, std::size_t size) {
    if (size != 0 && count > SIZE_MAX / size) return nullptr;
    if (count * size < kOwnPages) return std::calloc(count, size);
    void* block = allocate(count * size);
    if (block) std::memset(block, 0, count * size);
    return block;
}

void release(void* block) {
    const std::size_t size = malloc_usable_size(block);
    if (size < kOwnPages || !freed_blocks().keep(block, size)) std::free(block);
}

/// Makes the heap's first megabytes large pages too, before anything touches them.
void widen_pages_of_heap() {
    constexpr std::size_t kHeap = std::size_t{16} << 20;
    mallopt(M_MMAP_THRESHOLD, 2 * kHeap);
    mallopt(M_TRIM_THRESHOLD, 2 * kHeap);
    void* all = std::malloc(kHeap);
    if (!all) return;
    const auto first = (reinterpret_cast<std::uintptr_t>(all) + kLargePage - 1) / kLargePage * kLargePage;
    madvise(reinterpret_cast<void*>(first), kHeap - kLargePage, MADV_HUGEPAGE);
    std::free(all);
}

} // namespace

void make_block_ready(std::size_t bytes) {
    constexpr std::size_t kAround = 4096; // what SDL adds to a surface's pixels
    const std::size_t size = bytes + kAround;
    if (size < kOwnPages) return;
    makes_ready = true;
    void* block = allocate(size);
    if (!block) return;
    std::memset(block, 0, size);
    if (!ready_blocks().keep(block, malloc_usable_size(block))) release(block);
}

void set_up_large_blocks() {
    widen_pages_of_heap();
    // Left alone, glibc stops giving big blocks back once a few were freed: pictures and sounds would then leave holes.
    mallopt(M_MMAP_THRESHOLD, kOwnPages);
    mallopt(M_ARENA_MAX, 1);
    SDL_SetMemoryFunctions(allocate, allocate_zeros, std::realloc, release);
}
#else
void make_block_ready(std::size_t) {}
void set_up_large_blocks() {}
#endif

} // namespace liubai
