#!/usr/bin/env bash
# A real window under Xvfb, driven by xdotool: from the language question through the title into the story, settings,
# saves, going back, the backlog and its search, and out again; the recorded log must replay. Then another session goes on
# from where the first ended, and a story is edited while it plays. Before all that: the program without a display.
#   window.sh PROGRAM PROJECT        WINDOW_SHOTS=DIR keeps pictures of what was seen (needs ImageMagick)
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

fail() { echo "window.sh: $1" >&2; [ -f "$home/log" ] && cat "$home/log" >&2; shot failed; exit 1; }
shot() { [ -z "${WINDOW_SHOTS:-}" ] || import -window root "$WINDOW_SHOTS/$1.png"; }

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
shot reading

slots=$home/data/liubai/stories/*/slots
held() { compgen -G "$1" >/dev/null && grep -q "$2" $1; }
quick_save() { xdotool key F5; sleep 0.4; held "$slots/quick.json" '"liubai":1'; }
await quick_save || fail "F5 saved nothing"
words() { tail -c +1 $1 | grep -o '"words":{[^}]*}' | head -1; }
before=$(words "$slots/quick.json")
xdotool key Prior Prior Prior # back, three lines
sleep 0.5
shot back
gone_back() { held "$slots/auto.json" '"liubai":1' && [ "$(words "$slots/auto.json")" != "$before" ]; }
await gone_back || fail "going back is not in the autosave"
xdotool key F9
came_back() { [ "$(words "$slots/auto.json")" = "$before" ]; }
await came_back || fail "F9 did not bring the quick save back"

xdotool key l # the backlog, and its search
sleep 0.5
xdotool key f
sleep 0.3
xdotool type --delay 60 "chengshi"
sleep 0.6
shot search
xdotool key Escape
sleep 0.3
xdotool key Escape
sleep 0.4

named_save() {
    xdotool key F6; sleep 0.5
    xdotool key Return; sleep 0.4
    xdotool type --delay 40 "rainy"; sleep 0.3
    shot naming
    xdotool key Return; sleep 0.5
    held "$slots/1.json" '"name":"rainy"' && return 0
    xdotool key Escape; sleep 0.2; xdotool key Escape; sleep 0.2
    return 1
}
await named_save || fail "a save with a name did not reach its slot"
shot saves
xdotool key Escape
sleep 0.4

xdotool key Escape # the menu
sleep 0.5
shot menu
xdotool key Down Down Down Down Down Down Down Return # on to the settings
sleep 0.5
shot settings
larger() { xdotool key Down; sleep 0.1; xdotool key Right; sleep 0.3; settings text_size=115; }
larger || await larger || fail "no setting was changed by keys"
xdotool key Escape
sleep 0.4
kill -0 "$game" || fail "the game ended by itself"
xdotool key Down Down # from the settings over the title to the last entry: quit
sleep 0.3
shot quit
xdotool key Return
for _ in $(seq 100); do kill -0 "$game" 2>/dev/null || break; sleep 0.1; done
kill -0 "$game" 2>/dev/null && fail "quit did not end the game"
wait "$game" || fail "the game ended with an error"
game=
[ -s "$home/replay" ] || fail "no log was recorded"
"$program" replay "$home/replay" "$project" | grep "frames, fingerprint" >/dev/null || fail "the log does not replay"
"$program" replay "$home/replay" "$project" --dump | grep "^request quit" >/dev/null || fail "the log does not end with quit"

# Another session, another story folder: it goes on where its files say, and follows them when they are edited.
cp -r "$project/scenes" "$home/story-scenes"
mkdir -p "$home/故事" && mv "$home/story-scenes" "$home/故事/scenes"
"$program" play "$home/故事" --software >"$home/log" 2>&1 &
game=$!
for _ in $(seq 300); do xdotool search --onlyvisible --pid "$game" >/dev/null 2>&1 && break; sleep 0.1; done
sleep 3 # the entries come last
shot title
xdotool mousemove 262 683 click 1 # go on: it is the same story by its title
sleep 1.5
shot continued
place=$(words "$slots/auto.json")
[ "$place" = "$before" ] || fail "the second session does not go on where the first ended"
scene=$home/故事/scenes/rain.yaml
sed -i 's/^    \(zh\|en\): /    \1: EDITED /' "$scene" # every translation: the one that is shown too
reads_again() { held "$slots/auto.json" 'EDITED'; }
await reads_again || fail "an edited scene was not read again"
shot edited
broken=$(mktemp)
cp "$scene" "$broken"
printf -- '  - Nobody: who is that?\n' >>"$scene"
sleep 1
shot broken
kill -0 "$game" || fail "a broken scene ended the game"
cp "$broken" "$scene"
sleep 1
shot mended
kill -0 "$game" || fail "a mended scene ended the game"

# What may happen to a window: another size, out of sight and back, asleep with the machine. It reads on where it was.
place=$(words "$slots/auto.json")
window=$(xdotool search --onlyvisible --pid "$game" | head -1)
reads_on() { xdotool key space; sleep 0.3; kill -0 "$game" || fail "the game ended"; [ "$(words "$slots/auto.json")" != "$1" ]; }
for size in "640 960" "1280 720"; do
    xdotool windowsize "$window" $size
    sleep 0.5
    shot "size ${size// /x}"
done
await reads_on "$place" || fail "after a change of its size the window reads on no more"
place=$(words "$slots/auto.json")
xdotool windowunmap "$window"
sleep 1
xdotool windowmap "$window"
sleep 0.5
xdotool windowfocus "$window" 2>/dev/null || true
shot uncovered
await reads_on "$place" || fail "once out of sight the window reads on no more"
sleep 1.5 # its autosave
place=$(words "$slots/auto.json")
kill -STOP "$game"
sleep 3
kill -CONT "$game"
sleep 0.5
await reads_on "$place" || fail "after a sleep the window reads on no more"
kill -TERM "$game"
for _ in $(seq 100); do kill -0 "$game" 2>/dev/null || break; sleep 0.1; done
wait "$game" || fail "the second session ended with an error"
game=
echo "window.sh: all as expected"
