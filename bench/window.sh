# Sourced by the benches that play in a window: an X server of their own and an empty home.
#   open_server PROGRAM WIDTHxHEIGHT      sets $home; $game, once set, is ended with the script
open_server() {
    local tool
    [ -x "$1" ] || { echo "$0: no program $1; run ./play first" >&2; exit 1; }
    for tool in Xvfb xdotool; do
        command -v "$tool" >/dev/null || { echo "$0: $tool is missing (./test installs it)" >&2; exit 1; }
    done
    home=$(mktemp -d)
    Xvfb -displayfd 3 -noreset -screen 0 "$2x24" 3>"$home/display" >/dev/null 2>&1 &
    server=$!
    game=
    trap 'kill $game $server 2>/dev/null || true; rm -rf "$home"' EXIT
    for _ in $(seq 100); do [ -s "$home/display" ] && break; sleep 0.1; done
    export DISPLAY=:$(tr -d '\n' <"$home/display") HOME=$home XDG_DATA_HOME=$home SDL_AUDIODRIVER=dummy
}

wait_for_window() {
    for _ in $(seq 100); do xdotool search --onlyvisible --pid "$game" >/dev/null 2>&1 && break; sleep 0.1; done
}
