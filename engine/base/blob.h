#pragma once
// Bytes of a file, owned: read into memory or mapped. Move-only.

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace liubai {

struct Blob {
    using Owner = std::unique_ptr<void, void (*)(void*)>;

    std::span<const std::byte> bytes;
    Owner owner{nullptr, [](void*) {}}; ///< keeps `bytes` alive

    [[nodiscard]] std::string_view text() const {
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
};

} // namespace liubai
