#include <catch2/catch.hpp>

#include "base/error.h"
#include "files/folder.h"
#include "support/temporary_folder.h"
#include "render/draw_support.h"
#include "files/picture_header.h"

#include <SDL2/SDL_image.h>

#include <cstring>
#include <random>
#include <vector>

using namespace render_test;
using test_support::TemporaryFolder;

namespace {

Blob blob_of(const std::string& bytes) {
    auto* kept = new std::string(bytes);
    Blob blob;
    blob.bytes = std::as_bytes(std::span(*kept));
    blob.owner = {kept, [](void* p) { delete static_cast<std::string*>(p); }};
    return blob;
}

Blob png_of(const TemporaryFolder& temporary, const Pixels& picture) {
    write_png(temporary.at("图.png"), picture);
    return Folder::open_directory(temporary.path().string()).read("图.png");
}

Blob jpeg_of(const Pixels& picture) {
    std::string bytes(100'000, '\0');
    SDL_RWops* rw = SDL_RWFromMem(bytes.data(), static_cast<int>(bytes.size()));
    SDL_Surface* surface =
        SDL_CreateRGBSurfaceWithFormatFrom(const_cast<std::uint8_t*>(picture.rgba.data()), picture.width,
                                           picture.height, 32, picture.width * 4, SDL_PIXELFORMAT_RGBA32);
    REQUIRE(IMG_SaveJPG_RW(surface, rw, 0, 95) == 0);
    bytes.resize(static_cast<std::size_t>(SDL_RWtell(rw)));
    SDL_FreeSurface(surface);
    SDL_RWclose(rw);
    return blob_of(bytes);
}

/// A PNG's first bytes that claim this size; nothing follows.
std::string png_head(std::uint32_t width, std::uint32_t height) {
    std::string head("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16);
    for (const std::uint32_t side : {width, height}) {
        for (int shift = 24; shift >= 0; shift -= 8) head.push_back(static_cast<char>(side >> shift & 0xFF));
    }
    return head + std::string("\x08\x06\0\0\0", 5);
}

/// An EXIF block that holds nothing but an orientation.
std::string exif(int turn, bool little) {
    const char high = '\0';
    const char low = static_cast<char>(turn);
    const std::string head = little ? std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) + low + high
                                    : std::string("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01", 18) + high + low;
    return std::string("Exif\0\0", 6) + head + std::string(6, '\0');
}

/// The JPEG with the block as its first segment.
std::string with_exif(const std::string& jpeg, const std::string& block) {
    const std::size_t length = block.size() + 2;
    return jpeg.substr(0, 2) + "\xFF\xE1" + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + block +
           jpeg.substr(2);
}

} // namespace

TEST_CASE("a written PNG reads back as it was", "[render]") {
    const TemporaryFolder temporary;
    Pixels picture{3, 2, {}, false};
    for (int i = 0; i < 24; ++i) picture.rgba.push_back(static_cast<std::uint8_t>(i * 10 + 5));
    const Pixels again = decode_picture(png_of(temporary, picture), 1);
    CHECK(again.width == 3);
    CHECK(again.height == 2);
    CHECK(again.rgba == picture.rgba);
    CHECK_FALSE(again.opaque);

    const Pixels solid = plain_picture(5, 4, {200, 100, 50, 255});
    const Pixels solid_again = decode_picture(png_of(temporary, solid), 1);
    CHECK(solid_again.rgba == solid.rgba);
    CHECK(solid_again.opaque);
}

TEST_CASE("a picture that cannot be written says so", "[render]") {
    CHECK_THROWS_AS(write_png("no/such/folder/a.png", plain_picture(2, 2, {})), Error);
}

TEST_CASE("pictures are decoded at their scale", "[render]") {
    const TemporaryFolder temporary;
    const Blob file = png_of(temporary, plain_picture(30, 20, {200, 100, 50, 255}));
    const auto size_at = [&](float scale) {
        const Pixels p = decode_picture(file, scale);
        CHECK(p.opaque);
        CHECK(pixel(p, p.width - 1, p.height - 1) == Color{200, 100, 50, 255});
        return std::pair(p.width, p.height);
    };
    CHECK(size_at(1) == std::pair(30, 20));
    CHECK(size_at(2) == std::pair(60, 40));
    CHECK(size_at(1.5f) == std::pair(45, 30));
    CHECK(size_at(2 / 3.0f) == std::pair(20, 13));
    CHECK(size_at(0.1f) == std::pair(3, 2));
    CHECK(size_at(0) == std::pair(1, 1));
}

TEST_CASE("a shrunk pixel is the mean of what it covers", "[render]") {
    const TemporaryFolder temporary;
    Pixels picture = plain_picture(8, 8, {0, 0, 0, 255});
    for (std::size_t i = 0; i < 64; ++i) picture.rgba[i * 4] = static_cast<std::uint8_t>((i % 8) * 30);
    const Pixels half = decode_picture(png_of(temporary, picture), 0.5f);
    for (int x = 0; x < 4; ++x) CHECK(near(pixel(half, x, 1), {static_cast<std::uint8_t>(x * 60 + 15), 0, 0, 255}));
    const Pixels three = decode_picture(png_of(temporary, picture), 3 / 8.0f); // each covers 2⅔ columns
    CHECK(near(pixel(three, 0, 0), {static_cast<std::uint8_t>((0 + 30 + 60 * 2 / 3) * 3 / 8), 0, 0, 255}));
}

TEST_CASE("an enlarged picture goes evenly from pixel to pixel and keeps its edges", "[render]") {
    const TemporaryFolder temporary;
    Pixels picture = plain_picture(2, 1, {0, 0, 0, 255});
    picture.rgba[4] = 200;
    const Pixels large = decode_picture(png_of(temporary, picture), 4);
    REQUIRE(large.width == 8);
    CHECK(large.height == 4);
    CHECK(large.opaque);
    CHECK(pixel(large, 0, 0).r == 0);
    CHECK(pixel(large, 7, 3).r == 200);
    for (int x = 1; x < 8; ++x) CHECK(pixel(large, x, 2).r >= pixel(large, x - 1, 2).r);
    CHECK(near(pixel(large, 3, 1), {75, 0, 0, 255}, 2)); // an eighth of the way before the middle
    CHECK(near(pixel(large, 4, 1), {125, 0, 0, 255}, 2));
}

TEST_CASE("invisible pixels do not colour the edge of a shrunk picture", "[render]") {
    const TemporaryFolder temporary;
    Pixels picture = plain_picture(9, 9, {255, 255, 255, 255});
    picture.opaque = false;
    for (std::size_t i = 0; i < 81; ++i) {
        if (i % 9 < 4) std::memcpy(&picture.rgba[i * 4], "\0\0\0", 4); // black under alpha 0
    }
    const Pixels shrunk = decode_picture(png_of(temporary, picture), 1 / 3.0f);
    CHECK(near(pixel(shrunk, 1, 1), {255, 255, 255, 170}));
    CHECK(pixel(shrunk, 0, 1) == Color{255, 255, 255, 0}); // filtering at the edge mixes white, not black
    CHECK(pixel(shrunk, 2, 1) == Color{255, 255, 255, 255});
}

TEST_CASE("WebP and JPEG are read", "[render]") {
    const Folder assets = Folder::open_directory(LIUBAI_ROOT "/assets");
    const Blob webp = assets.read("backgrounds/city.webp");
    CHECK(read_picture_header(webp) == PictureHeader{PictureKind::kWebp, 1920, 1080});
    const Pixels city = decode_picture(webp, 1 / 3.0f);
    CHECK(city.width == 640);
    CHECK(city.opaque);
    const Blob figure = assets.read("figures/director/body.webp");
    const auto header = read_picture_header(figure);
    const Pixels body = decode_picture(figure, 1);
    CHECK_FALSE(body.opaque);
    REQUIRE(header);
    CHECK(header->width == body.width);
    CHECK(header->height == body.height);

    const Blob jpeg = jpeg_of(plain_picture(40, 24, {200, 100, 50, 255}));
    CHECK(read_picture_header(jpeg) == PictureHeader{PictureKind::kJpeg, 40, 24});
    CHECK(near(pixel(decode_picture(jpeg, 0.5f), 10, 5), {200, 100, 50, 255}, 4));
}

TEST_CASE("a photograph is shown the way up that its EXIF orientation says", "[render]") {
    // Rows as the camera kept them: red, green above blue, white.
    const Color corners[4] = {{220, 30, 30, 255}, {30, 220, 30, 255}, {30, 30, 220, 255}, {240, 240, 240, 255}};
    Pixels picture = plain_picture(48, 32, {0, 0, 0, 255});
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 48; ++x) {
            const Color& c = corners[(y < 16 ? 0 : 2) + (x < 24 ? 0 : 1)];
            const std::uint8_t rgba[4] = {c.r, c.g, c.b, c.a};
            std::memcpy(&picture.rgba[static_cast<std::size_t>(y * 48 + x) * 4], rgba, 4);
        }
    }
    const std::string jpeg(jpeg_of(picture).text());
    // Which corner stands top left and top right, by orientation.
    const int expected[9][2] = {{0, 1}, {0, 1}, {1, 0}, {3, 2}, {2, 3}, {0, 2}, {2, 0}, {3, 1}, {1, 3}};
    for (int turn = 0; turn <= 9; ++turn) {
        for (const bool little : {false, true}) {
            INFO(turn << (little ? " II" : " MM"));
            const bool stands = turn >= 5 && turn <= 8;
            const Blob file = blob_of(with_exif(jpeg, exif(turn, little)));
            const auto header = read_picture_header(file);
            REQUIRE(header);
            CHECK(header->width == (stands ? 32 : 48));
            CHECK(header->height == (stands ? 48 : 32));
            const Pixels shown = decode_picture(file, 0.5f);
            CHECK(shown.width == (stands ? 16 : 24));
            const int* corner = expected[turn <= 8 ? turn : 1];
            CHECK(near(pixel(shown, 3, 3), corners[corner[0]], 12));
            CHECK(near(pixel(shown, shown.width - 4, 3), corners[corner[1]], 12));
        }
    }
}

TEST_CASE("any bytes in place of EXIF leave a photograph as it is or turn it, and are never read past", "[render]") {
    const std::string jpeg(jpeg_of(plain_picture(48, 32, {200, 100, 50, 255})).text());
    std::mt19937 random(5);
    int turned = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string block = exif(6, round % 2 == 0);
        for (std::uint_fast32_t n = random() % 4; n > 0; --n) block[random() % block.size()] = static_cast<char>(random() % 256);
        if (random() % 3 == 0) block.resize(random() % block.size());
        std::string bytes = with_exif(jpeg, block);
        if (random() % 4 == 0) bytes.resize(random() % 64);
        // A buffer of its own size, so that the sanitizers see a byte too far.
        const std::vector<char> exact(bytes.begin(), bytes.end());
        Blob file;
        file.bytes = std::as_bytes(std::span(exact));
        const auto header = read_picture_header(file);
        if (!header) continue;
        CHECK(header->turn >= 1);
        CHECK(header->turn <= 8);
        turned += header->turn == 6 ? 1 : 0;
    }
    CHECK(turned > 500);
}

TEST_CASE("what is no picture, is cut short or too large is refused", "[render]") {
    const TemporaryFolder temporary;
    const std::string png(png_of(temporary, plain_picture(30, 20, {})).text());
    const std::string jpeg(jpeg_of(plain_picture(30, 20, {})).text());
    for (const std::string& bytes :
         {std::string(), std::string("hello"), std::string("BM") + std::string(100, '\0'), std::string("<svg></svg>"),
          png.substr(0, 20), png.substr(0, 40), png.substr(0, png.size() - 12), jpeg.substr(0, 10), std::string("RIFF\0\0\0\0WEBPVP8 ", 16),
          std::string("RIFF\0\0\0\0WEBPVP8L", 16) + std::string(40, '\x7F')}) {
        CHECK_THROWS_AS(decode_picture(blob_of(bytes), 1), Error);
    }
    for (const auto& [width, height] :
         {std::pair(8193u, 1u), std::pair(1u, 8193u), std::pair(0x10000u, 1u), std::pair(0u, 5u)}) {
        CHECK_THROWS_AS(decode_picture(blob_of(png_head(width, height)), 1), Error);
    }
    try {
        decode_picture(blob_of(png_head(60'000, 60'000)), 1);
        FAIL("a gigantic picture was read");
    } catch (const Error& e) {
        CHECK(std::string(e.what()).find("larger than 8192") != std::string::npos);
    }
}
