#!/usr/bin/env bash
# Gives made-up files to what reads a stranger's files (tests/fuzz/loaders.cpp), under ASan and UBSan, with clang's libFuzzer.
#   tests/fuzz/run.sh [MINUTES] [LOADER…]      (default: 30 minutes of CPU each of archive picture sound font transcript)
# Starts from tests/fuzz/corpus and keeps what it finds in build-fuzz/found; an input that breaks something is left in
# build-fuzz and named. `tests/fuzz/run.sh --merge` adds to the corpus what reaches new code, as few files as do.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
source "$root/.ci/prepare.sh"

need_packages "${build_packages[@]}" "fuzzing: clang libclang-rt-14-dev"
folder=$root/build-fuzz
build "$folder" all -DLIUBAI_FUZZ=ON -DLIUBAI_SANITIZE=ON -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER=clang++
cd "$folder"
most_bytes() { case $1 in transcript) echo 4096 ;; font | sound | picture) echo 32768 ;; *) echo 8192 ;; esac; }

if [[ ${1:-} == --merge ]]; then
    for found in found/*; do
        ASAN_OPTIONS=detect_leaks=0 "./fuzz_${found##*/}" -set_cover_merge=1 -use_counters=0 -max_len="$(most_bytes "${found##*/}")" "$root/tests/fuzz/corpus/${found##*/}" "$found"
    done
    exit
fi
minutes=${1:-30}
shift || true
if (($# == 0)); then
    set -- archive picture sound font transcript
fi
for loader in "$@"; do
    mkdir -p "found/$loader"
    say "$loader: $minutes minutes"
    # SDL_image loses 16 bytes of its own with some broken WebP: there leaks are not looked for.
    leaks=1
    if [[ $loader == picture ]]; then leaks=0; fi
    ASAN_OPTIONS=detect_leaks=$leaks "./fuzz_$loader" -max_total_time=$((minutes * 60)) -max_len="$(most_bytes "$loader")" -timeout=20 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$loader-" "found/$loader" "$root/tests/fuzz/corpus/$loader" 2>"$loader.log" ||
        { tail -n 40 "$loader.log" >&2; say "$loader: see build-fuzz/$loader.log"; exit 1; }
    grep -E '^stat::number_of_executed_units|^stat::new_units|cov:' "$loader.log" | tail -n 3 >&2
done
