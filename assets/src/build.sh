#!/usr/bin/env bash
# Rebuilds every picture and sound from its source, about a quarter of an hour. README.md beside this tells what it needs.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
for part in figures backgrounds sound; do
    /usr/bin/python3 "$part/build.py"
done
/usr/bin/python3 backgrounds/masks.py
/usr/bin/python3 sound/check.py
