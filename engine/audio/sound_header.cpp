#include "audio/sound_header.h"

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace liubai {
namespace {

constexpr std::uint32_t kLeastRate = 4000;
constexpr std::uint32_t kMostRate = 192000;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u; }

std::uint32_t little_endian(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8 | byte_at(bytes, at + 2) << 16 | byte_at(bytes, at + 3) << 24;
}

void check_rate(std::uint32_t rate) {
    if (rate >= kLeastRate && rate <= kMostRate) return;
    const std::string given = std::to_string(rate);
    throw Error({"声音每秒有 " + given + " 个数，要在 4000 和 192000 之间", "the sound has " + given + " samples a second, not 4000 to 192000"});
}

Error cut_off() { return Error({"声音文件不完整", "the sound's file is cut off"}); }

void check_wav(std::string_view bytes) {
    constexpr std::size_t kHead = 8; // a chunk's name and length
    for (std::size_t at = 12; at + kHead <= bytes.size();) {
        const std::size_t length = little_endian(bytes, at + 4);
        if (length > bytes.size() - at - kHead) throw cut_off();
        if (bytes.substr(at, 4) == "fmt ") check_rate(little_endian(bytes, at + 12));
        at += kHead + length + length % 2;
    }
}

/// SDL_mixer reads each comment as a text that is there, which an empty or a broken one is not for libFLAC.
void check_flac_comments(std::string_view block) {
    std::size_t at = 0;
    const auto next_length = [&] {
        if (block.size() - at < 4) throw cut_off();
        const std::size_t length = little_endian(block, at);
        at += 4;
        return length;
    };
    const auto skip = [&](std::size_t length) {
        if (length > block.size() - at) throw cut_off();
        at += length;
    };
    skip(next_length()); // who wrote it
    for (std::size_t left = next_length(); left > 0; --left) {
        const std::size_t length = next_length();
        if (length == 0) throw Error({"声音文件的注释坏了", "a comment in the sound's file is broken"});
        skip(length);
    }
}

void check_flac(std::string_view bytes) {
    check_rate(byte_at(bytes, 18) << 12 | byte_at(bytes, 19) << 4 | byte_at(bytes, 20) >> 4);
    constexpr std::size_t kHead = 4; // a block's kind and length
    constexpr std::uint32_t kComments = 4;
    bool is_last = false;
    for (std::size_t at = 4; !is_last;) {
        const std::size_t length = byte_at(bytes, at + 1) << 16 | byte_at(bytes, at + 2) << 8 | byte_at(bytes, at + 3);
        if (at + kHead > bytes.size() || length > bytes.size() - at - kHead) throw cut_off();
        is_last = byte_at(bytes, at) >> 7 != 0;
        if ((byte_at(bytes, at) & 127) == kComments) check_flac_comments(bytes.substr(at + kHead, length));
        at += kHead + length;
    }
}

} // namespace

void check_sound_header(const Blob& file) {
    const std::string_view bytes = file.text();
    if (bytes.starts_with("RIFF")) check_wav(bytes);
    if (bytes.starts_with("OggS")) {
        const std::size_t packet = 27 + byte_at(bytes, 26);
        constexpr std::string_view kVorbis = "\x01vorbis";
        if (packet < bytes.size() && bytes.substr(packet, kVorbis.size()) == kVorbis) check_rate(little_endian(bytes, packet + 12));
    }
    if (bytes.starts_with("fLaC")) check_flac(bytes);
}

} // namespace liubai
