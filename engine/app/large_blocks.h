#pragma once
// How the process gets its memory: blocks as large as a picture, which are made and given back all the time.

#include <cstddef>

namespace liubai {

/// To be called before anything else: SDL and malloc remember how they gave what they gave.
void set_up_large_blocks();

/// Another thread's next surface of about that many bytes gets a block whose pages this one touched. Safe on any thread.
void make_block_ready(std::size_t bytes);

} // namespace liubai
