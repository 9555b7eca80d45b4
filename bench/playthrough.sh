#!/usr/bin/env bash
# What a whole playthrough costs at 1920×1080 in the software renderer: the slowest frames, how long a picture ever had
# to wait for the worker, peak memory. In a window, every scene in story order, from a cold start. Frames are judged by
# the main thread's own CPU time, as wall time also tells of other programs; one picture in thirty a second is 33 ms.
#   [SECONDS_A_CLICK=1.2] [CLICKS=620] bench/playthrough.sh [PROGRAM]      (default: build/liubai; needs xvfb and xdotool)
# Below a second a click no reader reads: then the waits are told but not judged.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/liubai}
source bench/window.sh
open_server "$program" 1920x1080
pace=${SECONDS_A_CLICK:-1.2}

"$program" play --software --measure --set language=zh --set fullscreen=on >"$home/measured" 2>/dev/null &
game=$!
wait_for_window
sleep "$(awk -v p="$pace" 'BEGIN { print 2 + p }')"
xdotool key Return # begin
for _ in $(seq "${CLICKS:-620}"); do xdotool key space; sleep "$pace"; done
peak=$(awk '/VmHWM/ { printf "%.1f", $2 / 1024 }' "/proc/$game/status")
kill -TERM $game # SDL makes a "quit" of it
for _ in $(seq 50); do kill -0 $game 2>/dev/null || break; sleep 0.1; done
grep '^ ' "$home/measured" || true
value() { awk -v k="$1" '$1 == k { print $2 }' "$home/measured"; }
frame=$(value frame_cpu)
waits=$(value waits)
printf 'a click every            %s s, the last at %s\n' "$pace" "$(value until)"
printf 'slowest frame            %s ms CPU of the main thread (limit 33), %s ms wall\n' "$frame" "$(value frame_wall)"
printf 'waits for a picture      %s (limit 0 at a second a click or slower), the longest %s ms, together %s ms\n' \
    "$waits" "$(value longest_wait)" "$(value waited)"
printf 'peak memory              %s MB (limit 160)\n' "$peak"
awk -v f="$frame" -v w="$waits" -v s="$pace" -v p="$peak" 'BEGIN { exit !(f <= 33 && (w == 0 || s < 1) && p <= 160) }'
