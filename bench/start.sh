#!/usr/bin/env bash
# How much the game costs on a machine without a graphics card: CPU until the first picture, peak memory over a
# playthrough, CPU of a minute at rest, the thread that plays sound told apart. Window of 1280×720, software renderer, X server of its own.
#   bench/start.sh [PROGRAM]       (default: build/liubai; needs xvfb and xdotool)
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-build/liubai}
source bench/window.sh
open_server "$program" 1280x720

# threads_ms PROCESS sound|others: CPU so far of SDL's audio threads, or of all but them.
threads_ms() {
    local task name
    for task in /proc/"$1"/task/*; do
        name=others
        [[ $(<"$task/comm") == SDLAudio* ]] && name=sound
        if [ "$name" = "$2" ]; then cat "$task/schedstat"; fi
    done | awk '{ sum += $1 } END { printf "%.1f", sum / 1e6 }'
}

first=()
for _ in 1 2 3 4 5; do
    TIMEFORMAT='%3U %3S'
    times=$({ time "$program" play --software --first-frame --set language=zh >/dev/null 2>&1; } 2>&1)
    first+=("$(awk '{ printf "%.3f", $1 + $2 }' <<<"$times")")
done
median=$(printf '%s\n' "${first[@]}" | sort -n | sed -n 3p)

"$program" play --software --set language=zh --set text_speed=0 >/dev/null 2>&1 &
game=$!
wait_for_window
sleep 1
xdotool key Return # begin
lines=${LINES_READ:-400}
for _ in $(seq "$lines"); do xdotool key space; sleep 0.06; done
peak=$(awk '/VmHWM/ { printf "%.1f", $2 / 1024 }' "/proc/$game/status")
xdotool key Escape
sleep 3
before=$(threads_ms "$game" others)
before_sound=$(threads_ms "$game" sound)
sleep "${REST_SECONDS:-60}"
after=$(threads_ms "$game" others)
after_sound=$(threads_ms "$game" sound)
a_minute() { awk -v a="$1" -v b="$2" -v s="${REST_SECONDS:-60}" 'BEGIN { printf "%.2f", (b - a) * 60 / s }'; }
rest=$(a_minute "$before" "$after")
sound=$(a_minute "$before_sound" "$after_sound")

printf 'start to first picture   %s s CPU (median of 5; limit 0.150)\n' "$median"
printf 'peak memory              %s MB (%s key presses; limit 120)\n' "$peak" "$lines"
printf 'at rest                  %s ms CPU a minute (limit 5)\n' "$rest"
printf 'playing sound            %s ms CPU a minute, in its own thread\n' "$sound"
awk -v m="$median" -v p="$peak" -v r="$rest" 'BEGIN { exit !(m <= 0.150 && p <= 120 && r <= 5) }'
