#!/bin/sh
# SPDX-License-Identifier: MIT
# A machine that has too little or does things by halves: files that may be opened,
# reads and writes that end early or are interrupted, memory. What is printed is whole
# or there is one sentence, what was acknowledged is there, and nothing is left about.
set -eu
echo "a machine with too little of something spoils nothing"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
agenda=$TESTS_DIR/../agendas/2012-10-17-wg-technical-assistance.yaml

fail() {
	echo "$*" >&2
	cat "$work/said" >&2
	exit 1
}

"$RAPPORTEUR" --db "$work/base.db" do agenda load "$agenda" >/dev/null
printf '%s\n' 'meeting open --at 2012-10-17T10:00' 'item open 2' \
	"statement add can --note 'asked for maps'" |
	"$RAPPORTEUR" --db "$work/base.db" do -f - >/dev/null
echo "statement add zim --note 'offered boats'" >"$work/script"

fresh() {
	rm -rf "$work/db"* "$work/file"*
	cp "$work/base.db" "$work/db"
}

# run SETTING VERB: one of the verbs, with its output in out and file, after SETTING
# has been evaluated (and after the shell has opened what it needs).
run() (
	exec >"$work/out" 2>"$work/said"
	eval "$1"
	case $2 in
	do) set -- do -f "$work/script" ;;
	show) set -- agenda show "$agenda" ;;
	write) set -- report -o "$work/file" ;;
	backup) set -- backup "$work/file" ;;
	sheet) set -- sheet "$work/file" ;;
	search) set -- search maps ;;
	session) set -- session show ;;
	*) set -- "$2" ;;
	esac
	exec "$RAPPORTEUR" --db "$work/db" "$@"
)

verbs='do show report write backup sheet search session check manual'

# Of a backup the bytes are the database's own affair: it is compared by what it holds.
settle() {
	if [ "$1" = backup ] && [ -e "$work/file" ]; then
		"$RAPPORTEUR" --db "$work/file" check >/dev/null || fail "$1: a backup that is not whole"
		"$RAPPORTEUR" --db "$work/file" session show >"$work/held"
		rm "$work/file"
		mv "$work/held" "$work/file"
	fi
	[ -e "$work/file" ] || : >"$work/file.none"
}

# What each of them does on a machine with enough of everything.
for verb in $verbs; do
	fresh
	run : "$verb" || fail "$verb fails"
	settle "$verb"
	mkdir "$work/$verb"
	mv "$work/out" "$work/file"* "$work/said" "$work/$verb"
done

# holds STATUS VERB WHAT: it has done all or nothing of it.
holds() {
	rm -f "$work/db-shm"
	left=$(find "$work" -maxdepth 1 -name '*unfinished*' -o -maxdepth 1 -name '*.tmp')
	[ -z "$left" ] || [ "$1" -eq 70 ] || fail "$2, $3: leaves $left"
	settle "$2"
	if [ "$1" -eq 0 ]; then
		for one in out file file.none; do
			[ ! -e "$work/$2/$one" ] || cmp -s "$work/$2/$one" "$work/$one" ||
				fail "$2, $3: $one is another"
		done
	else
		[ "$1" -ge 64 ] && [ "$1" -le 78 ] || fail "$2, $3: exit $1"
		[ -e "$work/file.none" ] || cmp -s "$work/$2/file" "$work/file" ||
			fail "$2, $3: half a file"
		[ "$(grep -c -e '^rapporteur: ' -e 'script:1: ' "$work/said")" -eq 1 ] ||
			fail "$2, $3: no sentence"
	fi
	"$RAPPORTEUR" --db "$work/db" check >/dev/null || fail "$2, $3: not whole any more"
	there=$("$RAPPORTEUR" --db "$work/db" session show | awk '$1 == "statements" { print $2 }')
	[ "$2" = do ] && [ -s "$work/out" ] && wanted=2 || wanted=1
	[ "$there" -ge $wanted ] || fail "$2, $3: what was acknowledged is gone"
}

# --- few files may be opened ---

failed=0
for verb in $verbs; do
	for files in 4 5 6 7 8 9; do
		fresh
		status=0
		run "ulimit -n $files" "$verb" || status=$?
		# So few that not even its libraries are loaded.
		[ $status -ne 127 ] || continue
		holds $status "$verb" "$files open files"
		[ $status -eq 0 ] || grep -qi 'too many' "$work/said" || fail "$verb: $files files, not told"
		[ $status -eq 0 ] || failed=$((failed + 1))
	done
done
[ $failed -gt 5 ] || fail "files were hardly missing: $failed"

# --- reads, writes and memory; a library of our own before the others ---

shim() {
	"${CC:-cc}" -std=c17 -shared -fPIC -o "$work/$1.so" "$TESTS_DIR/e2e/shim/$1.c" 2>/dev/null &&
		LD_PRELOAD=$work/$1.so "$RAPPORTEUR" --version >/dev/null 2>&1 9>/dev/null
}

if shim short; then
	for verb in $verbs; do
		fresh
		run "export LD_PRELOAD='$work/short.so'" "$verb" || fail "$verb fails over short reads"
		holds 0 "$verb" "short reads and writes"
	done
fi

if shim memory; then
	for verb in $verbs; do
		fresh
		run "export LD_PRELOAD='$work/memory.so'; exec 9>'$work/asked'" "$verb"
		asked=$(cat "$work/asked") failed=0 i=1
		while [ $i -le 12 ]; do
			[ $((i % 2)) -eq 0 ] && ever='SHIM_EVER=1' || ever=
			fresh
			status=0
			run "export SHIM_AT=$((asked * i / 12)) $ever LD_PRELOAD='$work/memory.so'
				exec 9>/dev/null" "$verb" || status=$?
			holds $status "$verb" "memory $((asked * i / 12)) $ever"
			# What cannot be read for want of memory is not told to be missing.
			[ $status -eq 0 ] || [ $status -eq 70 ] || fail "$verb: $status for a lack of memory"
			[ $status -eq 0 ] || failed=$((failed + 1))
			i=$((i + 1))
		done
		[ $failed -gt 5 ] || fail "$verb: memory was hardly missing: $failed"
	done
fi
