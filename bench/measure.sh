# What the scripts of this folder share. To be sourced, after "set -eu" and with $bench set to this folder.
# Needs GNU time and GNU find (Linux).

repository=$(dirname "$bench")
seed=42
news=plain
work=${TMPDIR:-/tmp}/newsbake-bench

# Every tool reads and prints dates in the machine's zone unless told otherwise.
TZ=UTC
export TZ

die() {
    printf '%s: %s\n' "$(basename "$0")" "$1" >&2
    exit "${2:-1}"
}

# number OPTION VALUE: the value of an option that must be a whole number above zero.
number() {
    case $2 in
        '' | *[!0-9]* | 0*) die "$1 must be a whole number above 0, not \"$2\"." 2 ;;
    esac
    printf '%s' "$2"
}

# Takes the work folder for this run alone: two measurements at once would measure each other.
open_work() {
    [ "$(env time -f '%M' true 2>&1 | tr -d '0-9')" = '' ] 2>/dev/null ||
        die "GNU time is missing. On Debian: apt-get install time"
    mkdir -p "$work"
    work=$(cd "$work" && pwd)
    mkdir "$work/lock" 2>/dev/null ||
        die "$work is in use. If no other measurement is running, delete $work/lock."
    trap 'rmdir "$work/lock"' EXIT
    trap 'exit 130' INT TERM
    rm -rf "$work/out" "$work/runs"
    mkdir -p "$work/out" "$work/runs"
}

# newsbake_launcher: the launcher of this checkout. NEWSBAKE names another one, such as that of an earlier version.
newsbake_launcher() {
    launcher=${NEWSBAKE:-$repository/newsbake}
    [ -x "$launcher" ] || die "$launcher is missing. Set NEWSBAKE to the launcher to be measured."
}

# ensure_site ARTICLES KIND: sets $site to the folder that holds the site of $news, generated unless it is there already.
ensure_site() {
    site=$work/site-$1-$seed-$news
    stamp="$(cksum <"$bench/Generate.java") $1 $seed $2 $news"
    if [ "$(cat "$site/$2.stamp" 2>/dev/null)" != "$stamp" ]; then
        printf 'Generating %s articles for %s ...\n' "$1" "$2" >&2
        rm -rf "${site:?}/$2" "$site/$2.stamp"
        java "$bench/Generate.java" --articles "$1" --seed "$seed" --kind "$2" --news "$news" --out "$site"
        printf '%s\n' "$stamp" >"$site/$2.stamp"
    fi
}

# dress_site: gives the articles of $site/newsbake this repository's theme, in $site/theme. No pictures: the articles have
# none.
dress_site() {
    theme=$site/theme
    rm -rf "${theme:?}"
    mkdir -p "$theme/assets" "$theme/data"
    cp -r "$site/newsbake/content" "$theme/content"
    # A story of the newsroom's own has no source.
    find "$theme/content" -name '*.md' -exec sed -i '/^source=own$/d' {} +
    cp -r "$repository/templates" "$theme/templates"
    cp -r "$repository/assets/css" "$theme/assets/css"
    if [ -d "$repository/assets/icons" ]; then cp -r "$repository/assets/icons" "$theme/assets/icons"; fi
    {
        grep -v '^site\.logo=' "$repository/jbake.properties"
        printf 'date.format=yyyy-MM-dd HH:mm\n'
    } >"$theme/jbake.properties"
    cp "$repository/data/wording.yaml" "$theme/data/"
    for section in local politics business culture science sport; do
        printf '%s:\n  name: %s\n' "$section" "$section"
    done >"$theme/data/sections.yaml"
    for source in tarnwire ombrel-press kestrimore-news; do
        printf '%s:\n  name: %s\n  url: https://%s.example/\n' "$source" "$source" "$source"
    done >"$theme/data/sources.yaml"
}

# reset_site SITE: removes what a tool left beside the sources, caches above all, so that every run starts from nothing.
reset_site() {
    for entry in "$1"/* "$1"/.[!.]*; do
        case ${entry##*/} in
            jbake.properties | config.toml | content | data | templates | layouts | assets | static) ;;
            *) rm -rf "$entry" ;;
        esac
    done
}

# run TOOL SITE COMMAND...: runs the command, which must write to $work/out/TOOL, timed and on an empty output folder. The
# output stays until the tool's next run.
run() {
    tool=$1
    reset_site "$2"
    shift 2
    rm -rf "${work:?}/out/$tool"
    mkdir "$work/out/$tool"
    sync # or the kernel would write the last tool's output while this one is measured
    # ext4 does not give a deleted file's inode away for five seconds, and searches past all of them meanwhile.
    [ "$(stat -f -c %T "$work")" = tmpfs ] || sleep 6
    timed "$tool" "$@"
}

# timed TOOL COMMAND...: runs the command and adds a line "wall user system kilobytes" to $work/runs/TOOL. What it prints is
# in $work/TOOL.out and $work/TOOL.log.
timed() {
    tool=$1
    shift
    env time -f '%e %U %S %M' -o "$work/time" "$@" >"$work/$tool.out" 2>"$work/$tool.log" ||
        die "$tool failed:
$(cat "$work/$tool.out" "$work/$tool.log" | tail -n 20)"
    cat "$work/time" >>"$work/runs/$tool"
}

run_newsbake() {
    run newsbake "$site/newsbake" "$launcher" build "$site/newsbake" -o "$work/out/newsbake" -q
}

# figures TOOL: prints, over all runs, "median-wall min-wall max-wall median-cpu median-megabytes".
figures() {
    awk '
        function sort(a, n,    i, j, t) {
            for (i = 2; i <= n; i++)
                for (j = i; j > 1 && a[j] < a[j - 1]; j--) { t = a[j]; a[j] = a[j - 1]; a[j - 1] = t }
        }
        function median(a, n) { return n % 2 ? a[(n + 1) / 2] : (a[n / 2] + a[n / 2 + 1]) / 2 }
        { wall[NR] = $1 + 0; cpu[NR] = $2 + $3; memory[NR] = $4 / 1024 }
        END {
            sort(wall, NR); sort(cpu, NR); sort(memory, NR)
            print median(wall, NR), wall[1], wall[NR], median(cpu, NR), median(memory, NR)
        }' "$work/runs/$1"
}

# size FOLDER: prints "files bytes".
size() {
    find "$1" -type f -printf '%s\n' | awk '{ bytes += $1 } END { printf "%d %.0f\n", NR, bytes }'
}
