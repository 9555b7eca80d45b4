#!/usr/bin/env bash
# A real window under Xvfb, driven by xdotool: from the language question through the title into the story, the menu and
# out again; the recorded log must replay. Then the same program without a display.
#   window.sh PROGRAM PROJECT
set -euo pipefail
program=$1
project=$2
for tool in Xvfb xdotool; do
    command -v "$tool" >/dev/null || { echo "$tool is missing; ./test installs it" >&2; exit 1; }
done
home=$(mktemp -d)/薇
mkdir -p "$home"
game=
server=
trap 'kill $game $server 2>/dev/null || true; rm -rf "$home"' EXIT
export LSAN_OPTIONS=suppressions=$(dirname "$0")/leaks_of_others.txt:print_suppressions=0
export HOME=$home XDG_DATA_HOME=$home/data XDG_RUNTIME_DIR=$home SDL_AUDIODRIVER=dummy LC_ALL=C.UTF-8
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER || true

fail() { echo "window.sh: $1" >&2; [ -f "$home/log" ] && cat "$home/log" >&2; [ -n "${WINDOW_SHOT:-}" ] && import -window root "$WINDOW_SHOT"; exit 1; }

set +e
"$program" play "$project" >"$home/log" 2>&1
code=$?
set -e
[ "$code" = 1 ] || fail "without a display the exit code is $code, not 1"
grep -q "no display" "$home/log" || fail "without a display nothing says so"
grep -q "显示器" "$home/log" || fail "without a display nothing says so in Chinese"

# Xvfb picks a free number and writes it when it is ready.
Xvfb -displayfd 3 -noreset -screen 0 1280x720x24 -nolisten tcp 3>"$home/display" >/dev/null 2>&1 &
server=$!
for _ in $(seq 300); do [ -s "$home/display" ] && break; sleep 0.1; done
[ -s "$home/display" ] || fail "Xvfb did not start"
export DISPLAY=:$(tr -d '\n' <"$home/display")

"$program" play "$project" --software --record "$home/replay" >"$home/log" 2>&1 &
game=$!
for _ in $(seq 300); do xdotool search --onlyvisible --pid "$game" >/dev/null 2>&1 && break; sleep 0.1; done
xdotool search --onlyvisible --pid "$game" >/dev/null 2>&1 || fail "no window came"
settings() { grep -q "$1" "$home/data/liubai/settings" 2>/dev/null; }
await() { for _ in $(seq 100); do "$@" && return 0; sleep 0.1; done; return 1; }
choose_chinese() { xdotool mousemove 490 360 click 1; sleep 0.3; settings language=zh; }
await choose_chinese || fail "the language was not kept"
sleep 1
xdotool key Return # the focused first button: begin
sleep 1
for _ in $(seq 12); do xdotool key space; sleep 0.2; done
press_t() { settings mode=mine || xdotool key t; sleep 0.5; settings mode=mine; }
await press_t || fail "T did not change the reading mode"
for _ in $(seq 4); do xdotool mousemove 640 300 click 1; sleep 0.2; done
xdotool key Escape
sleep 0.5
kill -0 "$game" || fail "the game ended by itself"
xdotool key Up # from the first button round to the last: quit
sleep 0.3
xdotool key Up
sleep 0.3
xdotool key Return
for _ in $(seq 100); do kill -0 "$game" 2>/dev/null || break; sleep 0.1; done
kill -0 "$game" 2>/dev/null && fail "quit did not end the game"
wait "$game" || fail "the game ended with an error"
game=
[ -s "$home/replay" ] || fail "no log was recorded"
"$program" replay "$home/replay" "$project" | grep -q "frames, fingerprint" || fail "the log does not replay"
"$program" replay "$home/replay" "$project" --dump | grep -q "^request quit" || fail "the log does not end with quit"
echo "window.sh: all as expected"
