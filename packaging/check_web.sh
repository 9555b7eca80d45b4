#!/usr/bin/env bash
# Packs a story (without PROJECT: Room for Wonder) for browsers and plays it in Chromium: ten lines, a reload, on from the same line; the single page
# in a phone's shape by touch; and the frames of a replayed log, which must be this system's. Needs runtimes/web.
#   packaging/check_web.sh PROGRAM [FOLDER-FOR-PICTURES [PROJECT]]      PROGRAM: a liubai of this system
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/packaging/common.sh"

program=${1:?packaging/check_web.sh PROGRAM [FOLDER-FOR-PICTURES [PROJECT]]}
project=${3:-$root}
work=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || true; rm -rf "$work"' EXIT
pictures=${2:-$work/pictures}
mkdir -p "$pictures"
need_packages "browser and what drives it: chromium nodejs python3"

"$program" pack "$project" --target web --out "$work/dist" >"$work/log" || { cat "$work/log" >&2; exit 1; }
"$program" pack "$project" --target html --out "$work/dist" >"$work/log" || { cat "$work/log" >&2; exit 1; }
mv "$work"/dist/*-web "$work/dist/story-web"
mv "$work"/dist/*.html "$work/dist/story.html"
stat -c '%n: %s bytes' -- "$work"/dist/*-web/* "$work"/dist/*.html | sed "s|$work/dist/||"

# The log: a choice of language, the title, and forty keys.
{
    printf '%s\n' "liubai-replay 1" "seed 7" "content 0" "settings 'language=en%0A" "tick 16 | resized 1280 720 1 0 0"
    for ((i = 0; i < 40; ++i)); do
        printf '%s\n' "tick 400" "tick 16 | key-down 1 0 0 0 0 | key-up 1" "tick 1200"
    done
} >"$work/dist/story-web/replay.log"
# The same files behind the program of this system: glyphs have the numbers of the same cut-down fonts.
cp "$program" "$work/packed"
python3 - "$work/packed" "$work"/dist/story-web/part-*.zip <<'END'
import sys
import zipfile

with zipfile.ZipFile(sys.argv[1], "a") as whole:
    for part in map(zipfile.ZipFile, sys.argv[2:]):
        for name in part.namelist():
            if not name.startswith("heads/"):
                whole.writestr(zipfile.ZipInfo(name), part.read(name))
END
"$work/packed" replay "$work/dist/story-web/replay.log" --dump >"$work/dump"
cp "$root/packaging/web/replay.html" "$work/dist/story-web/"

python3 -u -m http.server --bind 127.0.0.1 --directory "$work/dist/story-web" 0 >"$work/server" 2>&1 &
server=$!
for _ in $(seq 100); do
    grep -q "http://" "$work/server" && break
    sleep 0.1
done
url=$(grep -o "http://[^/]*/" "$work/server")
node "$root/packaging/web/check.mjs" "$url" "$work/dist/story.html" "$pictures" "$work/dump"
say "The pages play."
