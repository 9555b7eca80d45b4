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

Error not_a_sound() {
    return Error({"声音文件要是 Ogg Vorbis，或者 WAV", "a sound is an Ogg Vorbis file, or a WAV; this is neither"});
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

void check_ogg(std::string_view bytes) {
    const std::size_t packet = 27 + byte_at(bytes, 26);
    constexpr std::string_view kVorbis = "\x01vorbis";
    if (packet >= bytes.size() || bytes.substr(packet, kVorbis.size()) != kVorbis) throw not_a_sound();
    check_rate(little_endian(bytes, packet + 12));
}

} // namespace

void check_sound_header(const Blob& file) {
    const std::string_view bytes = file.text();
    if (bytes.starts_with("OggS")) return check_ogg(bytes);
    if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WAVE")) return check_wav(bytes);
    throw not_a_sound();
}

} // namespace liubai
