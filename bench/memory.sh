#!/usr/bin/env bash
# Whether memory grows when the story is read again and again: 1,000 times through update() alone, 50 times drawn and
# heard. Builds what it runs; takes some minutes.
#   bench/memory.sh [READINGS [DRAWN]]
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/.ci/prepare.sh"

need_packages "${build_packages[@]}" "to build the benches: libpango1.0-dev"
build "$root/build-bench" bench_memory -DLIUBAI_BENCH=ON -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG"
SDL_AUDIODRIVER=dummy exec "$root/build-bench/bench_memory" "$@"
