#!/usr/bin/env bash
# What laying out the transcript's paragraphs costs, beside HarfBuzz alone and beside Pango. Builds what it runs.
#   bench/text.sh [ROUNDS]      (default 41)
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
source "$root/.ci/prepare.sh"

need_packages "${build_packages[@]}" "to compare with: libpango1.0-dev"
build "$root/build-bench" bench_text -DLIUBAI_BENCH=ON -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS_RELEASE=-O2 -DNDEBUG"
exec "$root/build-bench/bench_text" "$@"
