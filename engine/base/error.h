#pragma once
// The one exception: the world is not as we need it (no file, no device, disk full). Thrown by load, save and start
// code only; main, the saves screen and tests catch it. An author's mistake is a Diagnostic, our own bug an assert.

#include "base/bilingual.h"

#include <stdexcept>
#include <utility>

namespace liubai {

class Error : public std::runtime_error {
public:
    explicit Error(Bilingual text) : std::runtime_error(text.en), text_(std::move(text)) {}

    /// The sentence in both languages; what() is the English one.
    [[nodiscard]] const Bilingual& text() const { return text_; }

private:
    Bilingual text_;
};

} // namespace liubai
