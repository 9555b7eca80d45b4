#!/bin/sh
# Contact sheets of everything there is to see, drawn by `liubai shoot`: tests/screens/sheet_*.webp.
#
#   tests/screens/make.sh [build/liubai]      all sheets; or name those wanted: ONLY="events moods" tests/screens/make.sh
#
# Needs imagemagick and webp. Cells are 480×270; a sheet is at most 150 KB.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
liubai=${1:-$root/build/liubai}
out=$root/tests/screens
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
only=${ONLY:-scenes events moods screens}

# cell NAME PROJECT OPTION…: one picture of 960×540, shrunk, with its name under it.
cell() {
    name=$1 project=$2
    shift 2
    if ! "$liubai" shoot "$project" --size 960x540 --out "$work/raw.png" "$@" 2> "$work/log"; then
        echo "$name: $(tail -n 1 "$work/log")" >&2
        return 1
    fi
    convert "$work/raw.png" -resize 480x270! "$work/cells/$name.png"
}

# sheet NAME COLUMNS: the cells so far, as one picture no larger than 150 KB.
sheet() {
    montage -label '%t' "$work"/cells/*.png -tile "$2x" -geometry 480x270+4+4 -background '#14161b' -fill '#d6cab4' "$work/sheet.png"
    for quality in 80 70 60 50 40 30 20 10; do
        cwebp -quiet -m 6 -q $quality "$work/sheet.png" -o "$out/sheet_$1.webp"
        [ "$(wc -c < "$out/sheet_$1.webp")" -le 153600 ] && break
    done
    echo "sheet_$1.webp: quality $quality, $(wc -c < "$out/sheet_$1.webp") bytes"
    fresh
}

fresh() { rm -rf "$work/cells" && mkdir "$work/cells"; }

fresh
scenes=$(sed -n 's/^scenes: \[\(.*\)\]$/\1/p' "$root/scenes/project.yaml" | tr -d ',')

for wanted in $only; do
    case $wanted in
    scenes)
        for language in zh en; do
            n=10
            for scene in $scenes; do
                cell "${n}_$scene" "$root" --at "$scene" --set language=$language
                n=$((n + 1))
            done
            sheet "scenes_$language" 4
        done
        ;;
    events)
        n=10
        while IFS='|' read -r scene line time name; do
            case $scene in '' | '#'*) continue ;; esac
            scene=$(echo $scene) line=$(echo "$line" | sed 's/^ *//; s/ *$//')
            number=$(grep -n -m 1 -e "$line" "$root/scenes/$scene.yaml" | cut -d: -f1)
            [ -n "$number" ] || { echo "events.txt: $scene has no \"$line\"" >&2; exit 1; }
            cell "${n}_$(echo $name)" "$root" --at "$scene:$number" --time $time
            n=$((n + 1))
        done < "$out/events.txt"
        sheet events 5
        ;;
    moods)
        # A scene of its own: each figure alone, in each mood that its figure.yaml has.
        mkdir -p "$work/moods/scenes"
        printf 'title: 脸\nlanguage: zh\nlanguages: [zh]\nscenes: [one]\n' > "$work/moods/scenes/project.yaml"
        printf 'lines:\n  - bg: lab\n  - framing: speaker\n' > "$work/moods/scenes/one.yaml"
        side=right # the director, who comes first, faces left
        for folder in "$root"/assets/figures/*/; do
            figure=$(basename "$folder")
            printf '%s: {name: %s, language: zh, figure: %s, side: %s}\n' "$figure" "$figure" "$figure" $side >> "$work/moods/scenes/cast.yaml"
            side=left
            for mood in $(sed -n 's/^moods: *\[\(.*\)\].*/\1/p' "$folder/figure.yaml" | tr -d ','); do
                printf '  - %s (%s): %s\n    id: %s_%s\n' "$figure" "$mood" "$mood" "$figure" "$mood" >> "$work/moods/scenes/one.yaml"
                echo "${figure}_$mood" >> "$work/moods/list"
            done
        done
        while read -r name; do
            cell "$name" "$work/moods" --at "one:one/$name"
        done < "$work/moods/list"
        sheet moods 4
        ;;
    screens)
        for language in zh en; do
            for screen in title language menu settings end; do
                cell "1_${screen}_$language" "$root" --screen $screen --set language=$language
            done
            for card in $(grep -n '^  - chapter:' "$root"/scenes/*.yaml | sed 's|.*/\([a-z_]*\)\.yaml:\([0-9]*\):.*|\1:\2|'); do
                cell "2_card_${card%:*}_$language" "$root" --at "$card" --time 1.6 --set language=$language
            done
            # A choice, which the shipped story does not have.
            mkdir -p "$work/choice/scenes"
            cat > "$work/choice/scenes/one.yaml" << 'SCENE'
lines:
  - bg: city
  - choice: 怎么回答？
    en: What do you say?
    options:
      - 说实话:
        en: Tell the truth
      - 什么也不说:
        en: Say nothing
  - 雨停了。
SCENE
            printf 'title: {zh: 问, en: A question}\nlanguage: zh\nlanguages: [zh, en]\nscenes: [one]\n' > "$work/choice/scenes/project.yaml"
            : > "$work/choice/scenes/cast.yaml"
            cell "3_choice_$language" "$work/choice" --at one:3 --set language=$language
            # A line that rises when its word is heard, 1.2 s after the word begins.
            place=$(grep -n '<heard ' "$root/scenes/mist.yaml" | head -n 1 | cut -d: -f1)
            cell "4_risen_$language" "$root" --at "mist:$place" --time 3.2 --set language=$language
        done
        sheet screens 5
        ;;
    *)
        echo "no sheet is called $wanted" >&2
        exit 2
        ;;
    esac
done
