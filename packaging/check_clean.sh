#!/usr/bin/env bash
# Installs the DEB in a fresh minimal Debian 12 and runs it there, under Xvfb, to a picture; builds nothing. Needs root.
#   packaging/check_clean.sh [FILE.deb]      (default: the one in build-linux/packages)
# SHOTS=DIR keeps pictures of the window. Needs: debootstrap xvfb xdotool imagemagick.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
packages=("${1:-}")
if [[ -z ${1:-} ]]; then packages=("$root"/build-linux/packages/*.deb); fi
package=$(realpath -- "${packages[0]}")
made=$(mktemp -d)
clean=$made/debian
display=
finish() {
    if [[ -n $display ]]; then kill "$display" || true; fi
    rm -rf "$made"
}
trap finish EXIT
fail() {
    printf 'check_clean.sh: %s\n' "$1" >&2
    exit 1
}
passed() { printf 'ok: %s\n' "$1"; }
shot() { if [[ -n ${SHOTS:-} ]]; then cp "$made/$1.png" "$SHOTS/clean-$1.png"; fi; }
# inside COMMAND…: in the minimal Debian, with nothing of ours but the display.
inside() {
    unshare --mount --pid --fork --kill-child --root="$clean" --mount-proc --wd=/root \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive SDL_AUDIODRIVER=dummy \
        ${DISPLAY:+"DISPLAY=$DISPLAY"} "$@"
}

unset DISPLAY
debootstrap --variant=minbase bookworm "$clean" http://deb.debian.org/debian >"$made/log" 2>&1 || fail "debootstrap: $(tail -n 5 "$made/log")"
cp -- "$package" "$clean/root/liubai.deb"
inside dpkg -i liubai.deb >/dev/null || fail "the package cannot be installed with nothing added"
passed "dpkg -i in $(inside dpkg -l | grep -c ^ii) packages of a minimal Debian $(<"$clean/etc/debian_version")"
[[ $(inside ldd /usr/bin/liubai | awk '/=>/ { print $1 }' | sort | tr '\n' ' ') == "libc.so.6 libm.so.6 " ]] || fail "it needs more than libc and libm"
inside liubai --licences >"$made/licences"
grep -q "GNU LESSER GENERAL PUBLIC LICENSE" "$made/licences" || fail "--licences does not print FriBidi's"
inside liubai shoot --at mist:12 --out shot.png || fail "shoot: exit code $?"
passed "liubai shoot draws $(identify -format '%wx%h, %k colours' "$clean/root/shot.png") with nothing added"
inside liubai play >"$made/log" 2>&1 && fail "it plays without a display"
grep -q "no display" "$made/log" || fail "without a display it does not say so: $(<"$made/log")"
passed "without a display it says so"

# As a person would, with what the package recommends.
inside apt-get install -y ./liubai.deb >"$made/log" 2>&1 || fail "apt-get: $(tail -n 5 "$made/log")"
inside apt-get install -y --fix-policy >"$made/log" 2>&1 || fail "apt-get: $(tail -n 5 "$made/log")"
Xvfb -displayfd 3 -noreset -ac -screen 0 1280x720x24 -nolisten tcp 3>"$made/display" >/dev/null 2>&1 &
display=$!
for _ in $(seq 100); do
    if [[ -s $made/display ]]; then break; fi
    sleep 0.1
done
DISPLAY=:$(tr -d '\n' <"$made/display")
export DISPLAY
inside liubai play --set language=zh >"$made/log" 2>&1 &
for _ in $(seq 100); do
    if xdotool search --onlyvisible --name . >/dev/null 2>&1; then break; fi
    sleep 0.2
done
sleep 3
xdotool key Return
sleep 4
import -window root "$made/window.png"
shot window
colours=$(identify -format %k "$made/window.png")
((colours > 1000)) || fail "the window is empty: $colours colours; $(<"$made/log")"
passed "in its window under Xvfb: $colours colours"
