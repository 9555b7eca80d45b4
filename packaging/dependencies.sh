#!/usr/bin/env bash
# Builds the libraries of a runtime from Debian's source packages, each as a static library.
#   packaging/dependencies.sh linux|windows|web
# They come to ${LIUBAI_DEPS:-~/.cache/liubai}/TARGET; what is there already is left alone. JOBS=1 builds on one core.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/packaging/common.sh"

target=${1:-}
prefix=$cache/$target
sources=$cache/sources
work=$cache/build-$target
flags="-DNDEBUG -fPIC -ffunction-sections -fdata-sections -ffile-prefix-map=$cache=."
configure=(cmake)
options=()
c_flags=
sdl=()
case $target in
    linux)
        cc=gcc ar=ar host=x86_64-linux-gnu
        # No exception goes through their C; Linux's own drivers know the pads that hidapi would talk to.
        c_flags="-fno-unwind-tables -fno-asynchronous-unwind-tables"
        sdl=(-DSDL_{HIDAPI,VULKAN,OSS,DISKAUDIO}"=OFF")
        need_packages "${source_packages[@]}" "${linux_packages[@]}"
        ;;
    windows)
        cc=x86_64-w64-mingw32-gcc-posix ar=x86_64-w64-mingw32-ar host=x86_64-w64-mingw32
        options=("-DCMAKE_TOOLCHAIN_FILE=$root/packaging/windows.cmake")
        need_packages "${source_packages[@]}" "${windows_packages[@]}"
        ;;
    web)
        cc=emcc ar=emar host=wasm32-unknown-linux
        flags+=" -fno-pic -fexceptions"
        export NODE_PATH=/usr/share/nodejs # where Debian keeps the parser that emcc's own scripts need
        configure=(emcmake cmake)
        # Emscripten 3.1.6 hands its tests of sizes to Node with an option that newer ones refuse.
        options=(-DCMAKE_FIND_ROOT_PATH_MODE_PACKAGE=BOTH "-DCMAKE_CROSSCOMPILING_EMULATOR=node;--no-experimental-fetch"
            -DCMAKE_EXE_LINKER_FLAGS=-O0 -DWEBP_ENABLE_SIMD=OFF -DWEBP_USE_THREAD=OFF) # what is linked are tests only
        need_packages "${source_packages[@]}" "${web_packages[@]}"
        ;;
    *)
        say "usage: packaging/dependencies.sh linux|windows|web"
        exit 2
        ;;
esac
# What a start or a frame waits for is built for speed, the others for size.
fast=" zlib freetype libwebp SDL2 "
mkdir -p "$sources" "$work" "$prefix"/{lib,include,share/licences}

# apt's own view of Debian's sources, so that the system's is not changed.
apt_of_sources() {
    local view=$cache/apt
    apt-get -q -o Dir::Etc::SourceList="$view/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$view/lists" \
        -o Dir::Cache="$view" -o APT::Sandbox::User= "$@"
}

# fetch PACKAGE: unpacks Debian 12's newest version into $sources/PACKAGE.
fetch() {
    local package=$1 view=$cache/apt signed="[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
    local mirror=http://deb.debian.org
    if [[ -d $sources/$package ]]; then
        return
    fi
    if [[ ! -e $view/updated ]]; then
        say "Reading Debian's list of source packages"
        mkdir -p "$view"/{lists,archives}/partial
        printf 'deb-src %s %s/%s main\n' "$signed" "$mirror" "debian bookworm" "$signed" "$mirror" "debian bookworm-updates" \
            "$signed" "$mirror" "debian-security bookworm-security" >"$view/sources.list"
        apt_of_sources update >"$work/fetch.log" 2>&1 || fail "apt-get update" "$work/fetch.log"
        touch "$view/updated"
    fi
    say "Fetching $package"
    rm -rf "$sources/$package.part"
    mkdir "$sources/$package.part"
    # Mirrors do not always carry the newest security update; the release's own version is there then.
    if ! (cd "$sources/$package.part" &&
        { apt_of_sources source --download-only "$package" ||
            { rm -f ./* && apt_of_sources source --download-only "$package/bookworm"; }; } &&
        dpkg-source --no-check -x ./*.dsc unpacked) >"$work/fetch.log" 2>&1; then
        rm -f "$view/updated" # the lists may be old
        fail "fetching $package" "$work/fetch.log"
    fi
    mv "$sources/$package.part/unpacked" "$sources/$package"
    rm -rf "$sources/$package.part"
}

# library NAME PACKAGE COMMAND…: runs COMMAND, which installs into $prefix, unless it did so before.
library() {
    local name=$1 package=$2 built=$prefix/share/$1.built log=$work/$1.log began=$SECONDS failed flags="-Os $flags" made
    if [[ $fast == *" $name "* ]]; then
        flags="-O2 ${flags#-Os }"
    fi
    made="$flags${c_flags:+ $c_flags} ${*:3}"
    shift 2
    fetch "$package"
    made+=" $(head -n 1 "$sources/$package/debian/changelog")"
    if [[ -f $built && $(<"$built") == "$made" ]]; then
        return
    fi
    source=$sources/$package build=$work/$name
    rm -rf "$build"
    mkdir "$build"
    set +e # as part of a condition, COMMAND would go on after a failure
    (
        set -e
        cd "$build"
        "$@"
    ) >"$log" 2>&1
    failed=$?
    set -e
    if ((failed)); then
        fail "building $name" "$log"
    fi
    # With the LGPL's text for FriBidi, which Debian's file only refers to.
    cp "$source/debian/copyright" "$prefix/share/licences/$name"
    if [[ -f $source/COPYING ]]; then
        cat "$source/COPYING" >>"$prefix/share/licences/$name"
    fi
    printf '%s\n' "$made" >"$built"
    rm -rf "$build"
    say "Built $name in $((SECONDS - began)) s"
}

# with_cmake [--only TARGET] OPTION…: builds $source with CMake and installs it, or builds one target of it.
with_cmake() {
    local only=()
    if [[ ${1:-} == --only ]]; then
        only=(--target "$2")
        shift 2
    fi
    "${configure[@]}" -S "$source" -B "$build" -G Ninja "${options[@]}" -DCMAKE_BUILD_TYPE=None \
        -DCMAKE_C_FLAGS="$flags $c_flags" -DCMAKE_CXX_FLAGS="$flags" -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF \
        -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_FIND_ROOT_PATH="$prefix" -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib "$@"
    cmake --build "$build" -j "$jobs" "${only[@]}"
    if ((${#only[@]} == 0)); then
        cmake --install "$build"
    fi
}

# Debian leaves out zlib's win32/, without which its own build files do not work.
with_compiler() {
    # shellcheck disable=SC2086  # options
    $cc $flags $c_flags -D_LARGEFILE64_SOURCE=1 -DHAVE_UNISTD_H -c "$source"/*.c
    rm -f "$prefix/lib/libz.a"
    $ar rcs "$prefix/lib/libz.a" ./*.o
    cp "$source"/{zlib,zconf}.h "$prefix/include/"
}

# Fonts of the formats that nobody makes any more stay out: 150 kB less to send, and less that a stranger's file could break.
with_freetype() {
    sed -i -E '/(t1|t1cid|pfr|t42|winfnt|pcf|bdf)_driver_class/d' "$source/include/freetype/config/ftmodule.h"
    with_cmake "$@"
}

with_configure() {
    CC=$cc AR=$ar RANLIB=${ar%ar}ranlib CFLAGS="$flags $c_flags" "$source/configure" --host="$host" --prefix="$prefix" --disable-shared --enable-static
    make -j "$jobs" -C lib install
}

with_webp_decoder() {
    with_cmake --only webpdecoder "$@"
    cp "$build/libwebpdecoder.a" "$prefix/lib/"
    mkdir -p "$prefix/include/webp"
    cp "$source"/src/webp/{decode,types}.h "$prefix/include/webp/"
}

library zlib zlib with_compiler
library libpng libpng1.6 with_cmake -DPNG_SHARED=OFF -DPNG_TESTS=OFF -DPNG_EXECUTABLES=OFF
library freetype freetype with_freetype -DFT_DISABLE_{HARFBUZZ,BROTLI,BZIP2}=ON -DFT_REQUIRE_{PNG,ZLIB}=ON
library harfbuzz harfbuzz with_cmake -DHB_HAVE_{FREETYPE,GLIB,ICU}=OFF -DHB_BUILD_UTILS=OFF -DHB_BUILD_SUBSET=ON
library fribidi fribidi with_configure
library utf8proc utf8proc with_cmake
library yaml-cpp yaml-cpp with_cmake -DYAML_CPP_BUILD_{TESTS,TOOLS}=OFF
library fmt fmtlib with_cmake -DFMT_TEST=OFF -DFMT_DOC=OFF
library nlohmann-json nlohmann-json3 with_cmake -DJSON_BuildTests=OFF
library cli11 cli11 with_cmake -DCLI11_BUILD_{TESTS,EXAMPLES,DOCS}=OFF -DCLI11_PRECOMPILED=OFF
library libzip libzip with_cmake -DENABLE_{COMMONCRYPTO,GNUTLS,MBEDTLS,OPENSSL,WINDOWS_CRYPTO,BZIP2,LZMA,ZSTD}=OFF \
    -DBUILD_{TOOLS,REGRESS,EXAMPLES,DOC}=OFF
library libwebp libwebp with_webp_decoder \
    -DWEBP_BUILD_{ANIM_UTILS,CWEBP,DWEBP,GIF2WEBP,IMG2WEBP,VWEBP,WEBPINFO,LIBWEBPMUX,WEBPMUX,EXTRAS}=OFF
# SDL brings its settings for Emscripten: asking for them with CMake takes ten times as long as compiling.
sdl_sources() {
    local from=$source/src
    # shellcheck disable=SC2086  # options
    $cc $flags -I"$source/include" -c "$from"/*.c \
        "$from"/{atomic,audio,cpuinfo,dynapi,events,file,haptic,hidapi,joystick,libm,locale,misc,power,render,sensor,stdlib,thread,timer,video}/*.c \
        "$from"/{audio,filesystem,joystick,locale,misc,power,video}/emscripten/*.c "$from"/{audio,haptic,sensor}/dummy/*.c "$from"/audio/disk/*.c \
        "$from"/{loadso/dlopen,render/opengles2,render/software,thread/generic,timer/unix,video/yuv2rgb}/*.c
    archive SDL2 "$source"/include/*.h
}

# sdl_satellite NAME HEADER OPTION… FILE…
sdl_satellite() {
    local name=$1 header=$2
    shift 2
    # shellcheck disable=SC2086  # options
    $cc $flags -I"$prefix/include/SDL2" -I"$prefix/include" -I"$(dirname "$source/$header")" -c "$@"
    archive "$name" "$source/$header"
}

# archive NAME HEADER…
archive() {
    rm -f "$prefix/lib/lib$1.a"
    $ar rcs "$prefix/lib/lib$1.a" ./*.o
    mkdir -p "$prefix/include/SDL2"
    cp "${@:2}" "$prefix/include/SDL2/"
}

sdl_image() {
    sdl_satellite SDL2_image SDL_image.h -DUSE_STBIMAGE -DLOAD_{PNG,JPG,WEBP} "$source"/IMG*.c
}

sdl_mixer() {
    sdl_satellite SDL2_mixer include/SDL_mixer.h -I"$source"/src -I"$source"/src/codecs -DMUSIC_WAV -DMUSIC_OGG -DOGG_USE_STB \
        -DMUSIC_FLAC_DRFLAC -DMUSIC_MP3_DRMP3 "$source"/src/*.c "$source"/src/codecs/*.c
}

sdl_ttf() {
    sdl_satellite SDL2_ttf SDL_ttf.h -I"$prefix/include/freetype2" -DTTF_USE_HARFBUZZ=0 "$source"/SDL_ttf.c
}

if [[ $target == web ]]; then
    library SDL2 libsdl2 sdl_sources
    library SDL2_image libsdl2-image sdl_image
    library SDL2_ttf libsdl2-ttf sdl_ttf
    library SDL2_mixer libsdl2-mixer sdl_mixer
    cp /usr/share/doc/emscripten/copyright "$prefix/share/licences/emscripten"
    rm -rf "$work"
    say "The libraries for $target are in $prefix"
    exit 0
fi

library SDL2 libsdl2 with_cmake -DSDL_SHARED=OFF -DSDL_STATIC=ON -DSDL_{TEST,JACK,SNDIO,LIBSAMPLERATE}=OFF "${sdl[@]}"
library SDL2_image libsdl2-image with_cmake -DSDL2IMAGE_{VENDORED,DEPS_SHARED,SAMPLES,TESTS,AVIF,JXL,TIF,WEBP_SHARED}=OFF \
    -DSDL2IMAGE_BACKEND_STB=ON -DSDL2IMAGE_WEBP=ON -Dwebp_LIBRARY="$prefix/lib/libwebpdecoder.a" \
    -Dwebp_INCLUDE_PATH="$prefix/include" -DSDL2_DIR="$prefix/lib/cmake/SDL2"
library SDL2_ttf libsdl2-ttf with_cmake -DSDL2TTF_{VENDORED,SAMPLES,HARFBUZZ}=OFF -DSDL2_DIR="$prefix/lib/cmake/SDL2"
library SDL2_mixer libsdl2-mixer with_cmake -DSDL2MIXER_{VENDORED,SAMPLES,OPUS,MOD,MIDI,FLAC_LIBFLAC,MP3_MPG123}=OFF \
    -DSDL2MIXER_VORBIS=STB -DSDL2_DIR="$prefix/lib/cmake/SDL2"
if [[ $target == windows ]]; then
    cp /usr/share/doc/mingw-w64-x86-64-dev/copyright "$prefix/share/licences/mingw-w64"
fi
rm -rf "$work"
say "The libraries for $target are in $prefix"
