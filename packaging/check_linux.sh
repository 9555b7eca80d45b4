#!/usr/bin/env bash
# Packs Room for Wonder behind runtimes/liubai-linux-x86_64, and compares what is made with its folder: what it prints, three
# pictures, its size. Builds nothing.
#   packaging/check_linux.sh
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
runtime=$root/runtimes/liubai-linux-x86_64
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
fail() {
    printf 'check_linux.sh: %s\n' "$1" >&2
    exit 1
}
passed() { printf 'ok: %s\n' "$1"; }

[[ $(ldd "$runtime" | awk '/=>/ { print $1 }' | sort | tr '\n' ' ') == "libc.so.6 libm.so.6 " ]] || fail "the runtime needs more than libc and libm"
"$runtime" pack "$root" --target linux --out "$made" >"$made/log" || fail "pack: $(<"$made/log")"
packed=$made/room-for-wonder-linux-x86_64
bytes=$(stat -c %s "$packed")
((bytes <= 24000000)) || fail "Room for Wonder takes $bytes bytes (limit 24000000)"
passed "Room for Wonder, everything inside: $bytes bytes, needs libc and libm"

cd "$made" # away from the story's folder
"$packed" --licences >licences.txt
grep -q "GNU LESSER GENERAL PUBLIC LICENSE" licences.txt || fail "--licences does not print FriBidi's"
for command in read "read --set mode=spoken" "export --format transcript"; do
    # shellcheck disable=SC2086  # words of a command
    "$runtime" ${command%% *} "$root" ${command#"${command%% *}"} >folder.txt
    # shellcheck disable=SC2086
    "$packed" $command >packed.txt
    cmp folder.txt packed.txt || fail "$command prints something else"
    passed "liubai $command ($(wc -l <packed.txt) lines)"
done
for place in rain mist:12 letters; do
    "$runtime" shoot "$root" --at "$place" --out folder.png
    "$packed" shoot --at "$place" --out packed.png
    cmp folder.png packed.png || fail "shoot --at $place differs"
    passed "shoot --at $place, byte for byte"
done
