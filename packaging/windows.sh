#!/usr/bin/env bash
# Builds the runtime for Windows: runtimes/liubai-windows-x86_64.exe, and with --packages a ZIP in build-windows/packages.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/packaging/common.sh"

need_packages "${windows_packages[@]}"
"$root/packaging/dependencies.sh" windows
mkdir -p "$root/build-windows"
convert "$root/assets/ui/icon.png" -define icon:auto-resize=256,64,48,32,24,16 "$root/build-windows/liubai.ico"
linker_flags="-Wl,--no-insert-timestamp"
build_runtime windows liubai-windows-x86_64.exe liubai.exe "-DCMAKE_TOOLCHAIN_FILE=$root/packaging/windows.cmake"
# What the compiler brings has to be in the program.
if others=$(x86_64-w64-mingw32-objdump -p "$root/runtimes/liubai-windows-x86_64.exe" | grep -E 'DLL Name: lib'); then
    say "The program needs libraries that Windows does not have:" "$others"
    exit 1
fi
make_packages windows "$@"
