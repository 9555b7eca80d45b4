#!/usr/bin/env bash
# Runs a packed story for Windows under Wine and compares it with the same story packed for Linux; builds nothing.
#   packaging/check_windows.sh [STORY.exe [STORY-FOR-LINUX]]     (default: Room for Wonder in dist/, of `pack --target all`)
# The reader is called 薇 and keeps the file in a folder 游戏. SHOTS=DIR keeps pictures of the window. Needs: wine64 xvfb
# xdotool imagemagick.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
program=$(realpath -- "${1:-$root/dist/room-for-wonder.exe}")
linux=$(realpath -- "${2:-$root/dist/room-for-wonder-linux-x86_64}")
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
server_of_wine=$(command -v wineserver || echo /usr/lib/wine/wineserver64)

home=$(mktemp -d)
export HOME=$home USER=薇 LOGNAME=薇 LC_ALL=C.UTF-8 XDG_DATA_HOME=$home/data SDL_AUDIODRIVER=dummy
export WINEPREFIX=$home/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
unset WAYLAND_DISPLAY SDL_VIDEODRIVER || true
display=
finish() {
    "$server_of_wine" -k || true
    if [[ -n $display ]]; then kill "$display" || true; fi
    rm -rf "$home"
}
trap finish EXIT
fail() {
    printf 'check_windows.sh: %s\n' "$1" >&2
    shot failed
    exit 1
}
passed() { printf 'ok: %s\n' "$1"; }
shot() { if [[ -n ${SHOTS:-} ]]; then import -window root "$SHOTS/$1.png" || true; fi; }
await() {
    local _
    for _ in $(seq 150); do
        if "$@"; then return 0; fi
        sleep 0.2
    done
    return 1
}

mkdir "$home/游戏"
cp -- "$program" "$home/游戏/留白.exe"
cd "$home/游戏"
Xvfb -displayfd 3 -noreset -screen 0 1280x720x24 -nolisten tcp 3>"$home/display" >/dev/null 2>&1 &
display=$!
await test -s "$home/display" || fail "Xvfb did not start"
DISPLAY=:$(tr -d '\n' <"$home/display")
export DISPLAY
"$wine" wineboot -i >/dev/null 2>&1
data=$WINEPREFIX/drive_c/users/薇/AppData/Roaming/liubai
[[ -d ${data%/liubai} ]] || fail "Wine made no user 薇"

# The command line: what it prints, and the same on both systems.
here() { "$wine" 留白.exe "$@"; }
[[ $(here --version) == "$("$linux" --version)" ]] || fail "--version differs"
here --licences | grep -q "GNU LESSER GENERAL PUBLIC LICENSE" || fail "--licences does not print FriBidi's"
for command in "--licences" "read" "read --set mode=spoken"; do
    # shellcheck disable=SC2086  # words of a command
    here $command >"$home/windows.txt" || fail "$command: exit code $?"
    # shellcheck disable=SC2086
    "$linux" $command >"$home/linux.txt"
    [[ $command == --licences ]] || cmp "$home/windows.txt" "$home/linux.txt" || fail "$command prints something else"
    passed "liubai $command ($(wc -l <"$home/windows.txt") lines)"
done
for place in ${PLACES:-rain mist:12 letters}; do
    here shoot --at "$place" --out windows.png || fail "shoot --at $place: exit code $?"
    "$linux" shoot --at "$place" --out "$home/linux.png"
    differing=$(compare -metric AE windows.png "$home/linux.png" null: 2>&1 || true)
    [[ $differing == 0 ]] || fail "shoot --at $place: $differing pixels differ"
    passed "shoot --at $place, every pixel"
done

# start LOG: opens the window, records what happens in it.
start() {
    "$wine" 留白.exe play --record "$1" >"$home/output" 2>&1 &
    game=$!
    await xdotool search --onlyvisible --name . >/dev/null 2>&1 || fail "no window came: $(<"$home/output")"
    sleep 2
}
has_ended() { ! kill -0 "$game" 2>/dev/null; }
closed() {
    xdotool key alt+F4
    sleep 0.5
    has_ended
}
close_window() {
    has_ended && fail "the game ended by itself: $(<"$home/output")"
    await closed || fail "Alt+F4 does not end the game"
    wait "$game" || fail "the game ended with an error: $(<"$home/output")"
}
# How many lines were shown, by the autosave: 0 without one.
shown() {
    local saves=("$data"/stories/*/slots/auto.json)
    [[ -e ${saves[0]} ]] && grep -o '"shown":[0-9]*' "${saves[0]}" | grep -o '[0-9]*$' || echo 0
}
chose_chinese() {
    xdotool mousemove 490 360 click 1
    sleep 0.5
    grep -q language=zh "$data/settings" 2>/dev/null
}
# The title's first entry, begin or go on; in the story, the next line.
pressed_return_to() {
    xdotool key Return
    sleep 1.5
    (($(shown) >= $1))
}
clicked_to() {
    xdotool mousemove 640 300 click 1
    sleep 1.8 # the autosave comes when a second has passed
    (($(shown) >= $1))
}

start first.log
shot start
await chose_chinese || fail "the language was not kept in $data"
sleep 3
shot title
await pressed_return_to 1 || fail "no autosave in $data"
await clicked_to 4 || fail "clicks do not go on"
sleep 3
shot reading
close_window
left=$(shown)
passed "started in 游戏, clicked to line $left, saved in ${data#"$WINEPREFIX/drive_c/"}"

start second.log
sleep 3
shot second_start
await pressed_return_to $((left + 1)) || fail "the second start does not go on where the first ended"
await clicked_to $((left + 3)) || fail "clicks do not go on after the second start"
sleep 3
shot second_reading
close_window
passed "started again, went on from the save to line $(shown)"

for log in first.log second.log; do
    here replay "$log" --dump >"$home/windows.txt" || fail "replay $log: exit code $?"
    "$linux" replay "$log" --dump >"$home/linux.txt"
    cmp "$home/windows.txt" "$home/linux.txt" || fail "replay $log --dump differs"
    passed "replay --dump, $(tail -n 1 "$home/linux.txt")"
done
