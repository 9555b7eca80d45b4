#!/usr/bin/env bash
# Builds the runtime for Linux: runtimes/liubai-linux-x86_64, and with --packages a TGZ and a DEB in build-linux/packages.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/packaging/common.sh"

"$root/packaging/dependencies.sh" linux
linker_flags="-Wl,-O1,-z,pack-relative-relocs"
build_runtime linux liubai-linux-x86_64 liubai
# Everything else is in the program, or is looked for when it runs.
if others=$(objdump -p "$root/runtimes/liubai-linux-x86_64" | awk '/NEEDED/ { print $2 }' | grep -vxE 'lib[cm]\.so\.6|ld-linux-x86-64\.so\.2'); then
    say "The program needs more than libc and libm:" "$others"
    exit 1
fi
make_packages linux "$@"
