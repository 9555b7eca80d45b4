#pragma once
// How the process gets its memory: blocks as large as a picture, which are made and given back all the time.

namespace liubai {

/// To be called before anything else: SDL and malloc remember how they gave what they gave.
void set_up_large_blocks();

} // namespace liubai
