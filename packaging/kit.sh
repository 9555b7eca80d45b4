#!/usr/bin/env bash
# Puts together what an author without a compiler needs, a ZIP for each system: kits/liubai-kit-linux.zip and
# kits/liubai-kit-windows.zip. In it: liubai (also the runtime for its own system), the other runtimes, whole fonts, the stock
# stage, an example, and a page that tells how. Builds nothing: first run packaging/{linux,windows,web}.sh.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/packaging/common.sh"

runtimes=$root/runtimes
for part in "$runtimes"/{liubai-linux-x86_64,liubai-windows-x86_64.exe,web/liubai.wasm.gz}; do
    if [[ ! -e $part ]]; then
        say "$part is missing: run packaging/linux.sh, packaging/windows.sh and packaging/web.sh first."
        exit 1
    fi
done
need_packages "ZIP files: zip"
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT

# make_kit SYSTEM PROGRAM RUNTIME OTHER-RUNTIME
make_kit() {
    local folder=$made/$1/Liubai other=${4%.exe}
    mkdir -p "$folder/runtimes"
    cp "$runtimes/$3" "$folder/$2"
    cp "$runtimes/${3%.exe}.licences.txt" "$folder/LIBRARIES.txt"
    cp -r "$runtimes/$4" "$runtimes/$other.licences.txt" "$runtimes"/web{,.licences.txt} "$folder/runtimes/"
    cp -r "$root"/{assets,fonts,LICENSE,THIRD_PARTY.md} "$root"/packaging/kit/* "$folder/"
    rm -rf "$folder"/assets/src "$folder"/fonts/*.py "$folder"/{assets,fonts}/README.md
    rm -f "$root/kits/liubai-kit-$1.zip"
    (cd "$made/$1" && zip -q -9 -X -r "$root/kits/liubai-kit-$1.zip" Liubai)
    say "kits/liubai-kit-$1.zip: $(stat -c %s "$root/kits/liubai-kit-$1.zip") bytes"
}

mkdir -p "$root/kits"
make_kit linux liubai liubai-linux-x86_64 liubai-windows-x86_64.exe
make_kit windows liubai.exe liubai-windows-x86_64.exe liubai-linux-x86_64
