#!/usr/bin/env bash
# What pictures of the story cost at 1920×1080 in the software renderer: a typing frame beside two full-screen blends,
# moving scenery beside its limit. Builds what it runs.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/.ci/prepare.sh"

need_packages "${build_packages[@]}" "to build the benches: libpango1.0-dev"
build "$root/build-bench" bench_frames -DLIUBAI_BENCH=ON -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG"
exec "$root/build-bench/bench_frames"
