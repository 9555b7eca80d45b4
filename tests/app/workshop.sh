#!/usr/bin/env bash
# An author's kit in a real window under Xvfb, by mouse alone: the program is started with a conversation, which becomes a
# story; it is read, left, and packed.
#   workshop.sh PROGRAM PROJECT        WINDOW_SHOTS=DIR keeps pictures of what was seen (needs ImageMagick)
set -euo pipefail
program=$1
project=$2
made=$(mktemp -d)
game=
server=
trap 'kill $game $server 2>/dev/null || true; rm -rf "$made"' EXIT
export LSAN_OPTIONS=suppressions=$(dirname "$0")/leaks_of_others.txt:print_suppressions=0
export HOME=$made XDG_DATA_HOME=$made/data XDG_RUNTIME_DIR=$made SDL_AUDIODRIVER=dummy LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY SDL_VIDEODRIVER || true

fail() { echo "workshop.sh: $1" >&2; cat "$made/log" >&2; shot workshop-failed; exit 1; }
shot() { [ -z "${WINDOW_SHOTS:-}" ] || import -window root "$WINDOW_SHOTS/$1.png"; }
await() { for _ in $(seq "${PATIENCE:-300}"); do "$@" && return 0; sleep 0.1; done; return 1; }

# As packaging/kit.sh puts it together, with a runtime that only has to be a file.
kit=$made/Liubai
mkdir -p "$kit/runtimes" "$made/聊天"
cp "$program" "$kit/liubai"
cp -r "$project/fonts" "$project/assets" "$kit/"
echo "a program" >"$kit/runtimes/liubai-linux-x86_64"
cp "$project/packaging/kit/conversation.txt" "$made/聊天/灯塔.txt"

Xvfb -displayfd 3 -noreset -screen 0 1280x720x24 -nolisten tcp 3>"$made/display" >/dev/null 2>&1 &
server=$!
await test -s "$made/display" || fail "Xvfb did not start"
export DISPLAY=:$(tr -d '\n' <"$made/display")
"$kit/liubai" "$made/聊天/灯塔.txt" >"$made/log" 2>&1 &
game=$!
await xdotool search --onlyvisible --pid "$game" >/dev/null || fail "no window came"
await test -e "$made/聊天/灯塔/scenes/project.yaml" || fail "the conversation became no story"
sleep 1
shot workshop

click() { xdotool mousemove "$1" "$2" click 1; sleep 0.5; }
reads_it() { click 640 478; await_short test -e "$made/data/liubai/settings"; }
await_short() { PATIENCE=20 await "$@"; }
choose_chinese() { click 490 360; grep -q language=zh "$made/data/liubai/settings" 2>/dev/null; }
begun() { compgen -G "$made/data/liubai/stories/*/slots/auto.json" >/dev/null; }
begin() { click 464 682; await_short begun; }
click 640 478 # read it
sleep 1.5
await choose_chinese || fail "pressed, the story is not read"
await begin || fail "the story does not begin"
shot workshop-reading
packed=$made/聊天/灯塔/dist/灯塔-linux-x86_64
# The menu, whose last entry leads back. In the workshop neither of the two clicks does anything.
leave() { xdotool mousemove 640 300 click 3; sleep 2; click 640 610; sleep 2; }
pack_it() { leave; click 640 525; PATIENCE=900 await test -s "$packed"; }
pack_it || pack_it || fail "pressed, the story is not packed: $(ls -R "$made/聊天")"
head -1 "$packed" | grep -q "a program" || fail "the packed story does not begin with the runtime"
sleep 1
shot workshop-packed
ended() { click 640 573; ! kill -0 "$game" 2>/dev/null; }
PATIENCE=100 await ended || fail "quit does not end the program"
wait "$game" || fail "the program ended with an error"
game=
echo "workshop.sh: all as expected"
