#!/usr/bin/env bash
# What a whole playthrough costs at 1920×1080 in the software renderer: the slowest frames, how long a picture ever had
# to wait for the worker, peak memory. In a window, every scene in story order, from a cold start.
#   bench/playthrough.sh [PROGRAM]      (default: build/liubai; needs xvfb and xdotool)
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/liubai}
source bench/window.sh
open_server "$program" 1920x1080

"$program" play --software --measure --set language=zh --set fullscreen=on >"$home/measured" 2>/dev/null &
game=$!
wait_for_window
sleep 2
xdotool key Return # begin
for _ in $(seq "${CLICKS:-700}"); do xdotool key space; sleep "${SECONDS_A_CLICK:-0.25}"; done
peak=$(awk '/VmHWM/ { printf "%.1f", $2 / 1024 }' "/proc/$game/status")
kill -TERM $game # SDL makes a "quit" of it
for _ in $(seq 50); do kill -0 $game 2>/dev/null || break; sleep 0.1; done
printf 'peak memory %s MB (limit 160)\nslowest:\n' "$peak"
cat "$home/measured"
awk -v p="$peak" 'BEGIN { exit !(p <= 160) }'
