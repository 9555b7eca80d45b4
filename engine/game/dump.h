#pragma once
// A frame as text that a person and a diff can read; what `liubai replay --dump` prints and golden tests keep.

#include "base/frame.h"

#include <string>

namespace liubai {

/// Every item of every layer on a line of its own, then sound, requests and wake-up. Equal frames, equal text.
std::string to_text(const Frame& frame);

/// 64 bits of that text.
std::uint64_t fingerprint(const Frame& frame);

} // namespace liubai
