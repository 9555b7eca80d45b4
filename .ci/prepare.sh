# shellcheck shell=bash disable=SC2034,SC2154
# What ./play and ./test share: the packages a build needs, and the build. They set $root and source this file.

# One group a line: what it is for, then Debian's packages.
build_packages=(
    "compiler and build tools: g++ cmake ninja-build pkg-config"
    "window, pictures, sound: libsdl2-dev libsdl2-image-dev libsdl2-ttf-dev libsdl2-mixer-dev"
    "text: libharfbuzz-dev libfreetype-dev libfribidi-dev libutf8proc-dev"
    "files and formats: libyaml-cpp-dev libzip-dev nlohmann-json3-dev libfmt-dev libcli11-dev"
    "export to PDF: libcairo2-dev"
)
test_packages=(
    "tests: catch2 ccache unicode-data xvfb xdotool poppler-utils"
)

say() { printf '%s\n' "$*" >&2; }

# need_packages GROUP…: installs what is missing, or names it and stops. One dpkg-query call when nothing is.
need_packages() {
    local group name installed missing=() lines=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This script installs what it needs with apt, and this system has no apt."
        say "Please install these libraries (their names in Debian 12):"
        printf '  %s\n' "$@" >&2
        say "Then build with: cmake -S . -B build -G Ninja && cmake --build build && build/liubai play"
        exit 1
    fi
    # shellcheck disable=SC2046,SC2016  # package names hold no blanks; ${} is for dpkg-query
    installed=" $(dpkg-query -W -f '${Package}=${db:Status-Status} ' $(printf '%s ' "${@#*: }") 2>/dev/null || true)"
    for group in "$@"; do
        local of_group=()
        for name in ${group#*: }; do
            [[ $installed == *" $name=installed "* ]] || of_group+=("$name")
        done
        if ((${#of_group[@]})); then
            missing+=("${of_group[@]}")
            lines+=("${group%%: *}: ${of_group[*]}")
        fi
    done
    if ((${#missing[@]} == 0)); then
        return
    fi
    say "To build Liubai, these Debian packages will be installed with apt:"
    printf '  %s\n' "${lines[@]}" >&2
    install_packages "${missing[@]}"
}

install_packages() {
    local as_root=() options=(-y -q --no-install-recommends -o DPkg::Lock::Timeout=120)
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            say "That needs root, and there is no sudo here. Please run as root:"
            say "  apt-get update && apt-get install --no-install-recommends $*"
            exit 1
        fi
        say "sudo may ask for your password."
        as_root=(sudo)
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive)
    # A fresh system has no package lists, an old one may have lists that name files which are gone.
    if ! apt-get install -s "${options[@]}" "$@" >/dev/null 2>&1; then
        "${as_root[@]}" apt-get update -q >&2 || say "apt-get update failed; trying with the lists that are here."
    elif "${as_root[@]}" apt-get install "${options[@]}" "$@" >&2; then
        return
    else
        "${as_root[@]}" apt-get update -q >&2 || true
    fi
    if ! "${as_root[@]}" apt-get install "${options[@]}" "$@" >&2; then
        say ""
        say "The packages could not be installed. What apt said is above; the command was:"
        say "  apt-get install --no-install-recommends $*"
        exit 1
    fi
}

# build FOLDER TARGET CMAKE-OPTION…: configures when the options are new (Ninja runs CMake again by itself when its
# files change), builds on $JOBS cores or all, and says nothing when there is nothing to do.
build() {
    local folder=$1 target=$2 options
    shift 2
    if [[ ${CI:-} == true ]]; then
        set -- "$@" -DLIUBAI_WERROR=ON
    fi
    options="$root $*"
    if [[ ! -f $folder/build.ninja || $(cat "$folder/options" 2>/dev/null) != "$options" ]]; then
        say "Configuring ${folder#"$root"/}"
        mkdir -p "$folder"
        rm -f "$folder/options" "$folder/CMakeCache.txt"
        # Not one of the remembered options: a compiler cache that comes later is no reason to build everything again.
        if command -v ccache >/dev/null; then
            set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
        fi
        if ! cmake -S "$root" -B "$folder" -G Ninja "$@" >"$folder/configure.log" 2>&1; then
            cat "$folder/configure.log" >&2
            say "CMake could not configure the build: see above."
            exit 1
        fi
        printf '%s\n' "$options" >"$folder/options"
    fi
    if ! (cd "$folder" && ninja ${JOBS:+-j "$JOBS"} "$target" | quiet_ninja >&2); then
        say "The build failed: see above."
        exit 1
    fi
}

# Ninja's progress on one line of a terminal, as lines elsewhere; without the lines that say nothing was done.
quiet_ninja() {
    local line width=0 drawn=false
    if [[ -t 2 ]]; then
        width=$(tput cols 2>/dev/null || echo 80)
    fi
    while IFS= read -r line; do
        case $line in
            "ninja: no work to do."* | *"Re-checking globbed directories"*) ;;
            "["*"]"*)
                if ((width)); then
                    printf '\r\033[K%s' "${line:0:width-1}"
                    drawn=true
                else
                    printf '%s\n' "$line"
                fi
                ;;
            *)
                if $drawn; then
                    printf '\n'
                    drawn=false
                fi
                printf '%s\n' "$line"
                ;;
        esac
    done
    if $drawn; then
        printf '\r\033[K'
    fi
}
