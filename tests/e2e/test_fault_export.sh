#!/bin/sh
# SPDX-License-Identifier: MIT
# Fault 39 of the engineering notes: an export that is killed, or for which the disk is full,
# or that may not be written or renamed where it was wanted. What was there under that name
# stays as it was, or the new file is there whole; nothing is left beside it.
set -eu
echo "an export is there whole, or the old one is"
export ASAN_OPTIONS=detect_leaks=0 # it cannot look for leaks while it is traced
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
agenda=$TESTS_DIR/../agendas/2012-10-17-wg-technical-assistance.yaml
db=$work/db
did=0
halves=0

fail() {
	echo "$*" >&2
	cat "$work/out" "$work/err" >&2
	ls -la "$work/to" >&2
	exit 1
}

: >"$work/out"
: >"$work/err"
mkdir "$work/to" "$work/old" "$work/whole"

# to FOLDER NAME: the export of that name into a folder.
to() {
	case $2 in
	agenda.*) set -- agenda export --anyway -o "$1/$2" ;;
	list.*) set -- do conclusion list "$1/$2" --anyway ;;
	session.*) set -- session export "$1/$2" --anyway ;;
	report.*) set -- report --anyway -o "$1/$2" ;;
	esac
	$before "$RAPPORTEUR" --db "$db" "$@"
}
before=

# each FOLDER: all of them.
names="report.docx report.txt agenda.html list.md session.json"
each() {
	for name in $names; do
		to "$1" "$name" >"$work/out" 2>"$work/err" || fail "$name: cannot be exported"
	done
}

# The old exports, and what is to be exported over them.
"$RAPPORTEUR" --db "$db" do agenda load "$agenda" >/dev/null
printf '%s\n' 'meeting open --at 2012-10-17T10:00' 'item open 2' \
	'conclusion add draw maps --request' |
	"$RAPPORTEUR" --db "$db" do -f - >/dev/null
each "$work/old"
printf '%s\n' "statement add can --note 'asked for maps$(printf ' and maps%.0s' $(seq 10000))'" \
	'conclusion add sell them --request' 'item title 3 Maps' |
	"$RAPPORTEUR" --db "$db" do -f - >/dev/null
each "$work/whole"

# A DOCX bears the time at which it was made: it is whole if it is as long and ends as one.
is_whole() {
	cmp -s "$work/to/$1" "$work/whole/$1" ||
		[ "$(wc -c <"$work/to/$1")" -eq "$(wc -c <"$work/whole/$1")" ]
}

fresh() {
	rm -rf "$work/to"
	mkdir "$work/to"
	cp "$work/old/$1" "$work/to/$1"
}

# refused STATUS WORDS NAME: it was told in a sentence with these words, and the old is there.
refused() {
	[ "$1" -eq 73 ] || [ "$1" -eq 74 ] || fail "$3: exit $1"
	[ "$(grep -c . "$work/err")" -eq 1 ] && grep -q "$2" "$work/err" || fail "$3: not told"
	cmp -s "$work/to/$3" "$work/old/$3" || fail "$3: the old one is gone"
	[ "$(ls -A "$work/to")" = "$3" ] || fail "$3: something is left beside it"
}

# injected NAME CALLS FAULT: the export, in which that happens to these calls.
injected() {
	fresh "$1"
	before="strace -f -qq -o /dev/null -e trace=$2 -e inject=$2:$3"
	status=0
	to "$work/to" "$1" >"$work/out" 2>"$work/err" || status=$?
	before=
}

# After a fault it goes on as if nothing had been, and nothing is left of what was.
goes_on() {
	to "$work/to" "$1" >"$work/out" 2>"$work/err" || fail "$1: does not go on"
	is_whole "$1" || fail "$1: is not whole afterwards"
	[ "$(ls -A "$work/to")" = "$1" ] || fail "$1: something is left afterwards"
}

if strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:error=EIO:when=99 true 2>/dev/null; then
	for name in $names; do
		# A disk that is full at once, or half way, and one that fails.
		injected "$name" write error=EIO:when=1
		refused $status 'cannot be written' "$name"
		injected "$name" write error=ENOSPC:when=1
		refused $status 'make room' "$name"
		if [ "$(wc -c <"$work/whole/$name")" -gt 65536 ]; then
			injected "$name" write error=ENOSPC:when=2
			refused $status 'make room' "$name"
			halves=$((halves + 1))
		fi
		injected "$name" fsync,fdatasync error=EIO:when=1
		refused $status 'cannot be written' "$name"
		# A folder of another machine or disk, into which nothing is renamed.
		injected "$name" rename,renameat,renameat2 error=EXDEV:when=1+
		refused $status 'cannot be written' "$name"
		goes_on "$name"
		# Killed: while it is written, before it is synced, before it is renamed, after that.
		for call in write fsync,fdatasync rename,renameat,renameat2; do
			injected "$name" $call signal=KILL:when=1
			[ $status -ne 0 ] || fail "$name: not killed at $call"
			cmp -s "$work/to/$name" "$work/old/$name" || is_whole "$name" ||
				fail "$name, killed at $call: neither old nor whole"
			goes_on "$name"
		done
	done
	[ $halves -ge 2 ] || fail "hardly one is written in two pieces: $halves"
	did=1
fi

# A folder has the name that was wanted; a link, a pipe; and there is no folder.
for name in $names; do
	fresh "$name"
	mkdir "$work/to/x"
	for target in to/x to/link to/pipe nowhere/x; do
		rm -f "$work/to/link" "$work/to/pipe"
		ln -s "$work/to/$name" "$work/to/link"
		mkfifo "$work/to/pipe"
		status=0
		case $name in
		report.*) to_it="report --anyway --format docx -o" ;;
		agenda.*) to_it="agenda export --anyway --format html -o" ;;
		session.*) to_it="session export --anyway" ;;
		list.*) to_it="do conclusion list --format markdown --anyway" ;;
		esac
		"$RAPPORTEUR" --db "$db" $to_it "$work/$target" >"$work/out" 2>"$work/err" || status=$?
		rm -f "$work/to/link" "$work/to/pipe"
		rmdir "$work/to/x"
		refused $status "$work/$target" "$name"
		mkdir "$work/to/x"
	done
done

# No file may grow past 512 bytes.
for name in $names; do
	fresh "$name"
	status=0
	(
		ulimit -f 1
		to "$work/to" "$name" >"$work/out" 2>"$work/err"
	) || status=$?
	refused $status 'make room' "$name"
done

# A disk that is really full, and one that may only be read; in a name space of its own.
cat >"$work/disks" <<'SCRIPT'
set -eu
mount -t tmpfs -o size=64k none "$1"
echo old >"$1/report.docx"
dd if=/dev/zero of="$1/filler" bs=1k 2>/dev/null || true
status=0
"$RAPPORTEUR" --db "$2" report --anyway -o "$1/report.docx" >"$2.out" 2>"$2.err" || status=$?
[ $status -eq 74 ] || [ $status -eq 73 ] || { echo "exit $status on a full disk"; exit 1; }
grep -q 'make room' "$2.err" || { cat "$2.err"; exit 1; }
[ "$(cat "$1/report.docx")" = old ] || { echo "the old one is gone"; exit 1; }
rm "$1/filler"
[ "$(ls -A "$1")" = report.docx ] || { echo "left: $(ls -A "$1")"; exit 1; }
mount -o remount,ro "$1"
status=0
"$RAPPORTEUR" --db "$2" report --anyway -o "$1/report.docx" >"$2.out" 2>"$2.err" || status=$?
[ $status -eq 73 ] || { echo "exit $status on a disk that may only be read"; exit 1; }
grep -q 'choose another folder' "$2.err" || { cat "$2.err"; exit 1; }
[ "$(cat "$1/report.docx")" = old ] || { echo "the old one is gone"; exit 1; }
SCRIPT
mkdir "$work/disk"
if unshare -Urm sh -c "mount -t tmpfs none '$work/disk'" 2>/dev/null; then
	unshare -Urm sh "$work/disks" "$work/disk" "$db" || fail "a full disk"
	did=1
fi

[ $did -eq 1 ] || exit 77
