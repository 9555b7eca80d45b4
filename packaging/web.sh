#!/usr/bin/env bash
# Builds the runtime for browsers: the folder runtimes/web, with the page that a story is played in.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/packaging/common.sh"

export NODE_PATH=/usr/share/nodejs # where Debian keeps the parser that emcc's own scripts need
"$root/packaging/dependencies.sh" web
folder=$root/build-web
flags="-Os -DNDEBUG -fexceptions -ffile-prefix-map=$root=."
build "$folder" liubai -DLIUBAI_RUNTIME=ON "-DCMAKE_PREFIX_PATH=$cache/web" "-DCMAKE_FIND_ROOT_PATH=$cache/web" \
    -DCMAKE_TOOLCHAIN_FILE=/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake \
    -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=$flags"

runtime=$root/runtimes/web
rm -rf "$runtime"
mkdir -p "$runtime"
cp "$root"/packaging/web/{index.html,page.js} "$runtime/"
# A static host may send them as they are.
for file in liubai.js liubai.wasm; do
    gzip -9 -n -c "$folder/$file" >"$runtime/$file.gz"
done
notices web >"$root/runtimes/web.licences.txt"
stat -c 'runtimes/web/%n: %s bytes' -- "$runtime"/* | sed "s|$runtime/||" >&2
