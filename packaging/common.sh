# shellcheck shell=bash disable=SC2034,SC2154
# What the scripts of this folder share. They set $root and source this file.
source "$root/.ci/prepare.sh"

cache=${LIUBAI_DEPS:-${XDG_CACHE_HOME:-$HOME/.cache}/liubai}
jobs=${JOBS:-$(nproc)}

source_packages=("source packages and build tools: dpkg-dev xz-utils bzip2 make cmake ninja-build")
linux_packages=(
    "compiler: g++"
    "window: libx11-dev libxext-dev libxcursor-dev libxi-dev libxrandr-dev libxfixes-dev libxss-dev libwayland-dev libxkbcommon-dev libdecor-0-dev"
    "graphics card: libegl-dev libgl-dev libgles-dev libdrm-dev libgbm-dev"
    "sound, pads, input methods: libasound2-dev libpulse-dev libudev-dev libdbus-1-dev libibus-1.0-dev"
)
windows_packages=(
    "compiler for Windows: g++-mingw-w64-x86-64-posix binutils-mingw-w64-x86-64"
    "icon: imagemagick"
)
web_packages=("compiler for the web: emscripten nodejs node-acorn")

# fail WHAT LOG
fail() {
    tail -n 30 "$2" >&2
    say "$1 failed. The whole log: $2"
    exit 1
}

# notices TARGET: what the authors of the libraries ask to be told.
notices() {
    local file name version
    cat "$root/packaging/notices.txt"
    for file in "$cache/$1"/share/licences/*; do
        name=${file##*/}
        # Ends with the first line of the changelog of Debian's package: "fribidi (1.0.8-2.1) unstable; …"
        version=$(sed 's/.* \([^ ]* ([^)]*)\).*/, from source package \1/' "$cache/$1/share/$name.built" 2>/dev/null || true)
        printf '\n==== %s%s\n\n' "$name" "$version"
        cat "$file"
    done
}

# build_runtime TARGET NAME FILE CMAKE-OPTION…: builds the program in build-TARGET, with $linker_flags, and copies FILE to runtimes/NAME, with the
# notices of its libraries beside it.
build_runtime() {
    local target=$1 name=$2 file=$3 folder=$root/build-$1
    local flags="-Os -DNDEBUG -ffunction-sections -fdata-sections -ffile-prefix-map=$root=."
    shift 3
    build "$folder" liubai -DLIUBAI_RUNTIME=ON "-DCMAKE_PREFIX_PATH=$cache/$target" "-DCMAKE_FIND_ROOT_PATH=$cache/$target" \
        -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=$flags" \
        "-DCMAKE_EXE_LINKER_FLAGS=-Wl,--gc-sections -s${linker_flags:+ $linker_flags}" "$@"
    mkdir -p "$root/runtimes"
    notices "$target" >"$folder/LIBRARIES.txt"
    cp "$folder/LIBRARIES.txt" "$root/runtimes/${name%.exe}.licences.txt"
    cp "$folder/$file" "$root/runtimes/$name"
    say "runtimes/$name: $(stat -c %s "$root/runtimes/$name") bytes"
}

# make_packages TARGET [--packages]
make_packages() {
    local folder=$root/build-$1
    if [[ ${2:-} == --packages ]]; then
        rm -rf "$folder/packages"
        cpack --config "$folder/CPackConfig.cmake" -B "$folder/packages" >"$folder/packages.log" 2>&1 || fail "CPack" "$folder/packages.log"
        rm -rf "$folder/packages/_CPack_Packages"
        stat -c 'build-'"$1"'/packages/%n: %s bytes' -- "$folder"/packages/* | sed "s|$folder/packages/||" >&2
    fi
}
