#!/bin/sh
# SPDX-License-Identifier: MIT
# A disk that fails or is full while commands are run: what was printed as done is there
# afterwards, the rest is not, and one sentence says why. strace lets the n-th sync or
# write fail; a tmpfs of its own and a limit to the size of files are full for real.
set -eu
echo "a disk that fails or is full loses nothing that was acknowledged"
export ASAN_OPTIONS=detect_leaks=0 # it cannot look for leaks while it is traced
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
agenda=$TESTS_DIR/../agendas/2012-10-17-wg-technical-assistance.yaml
did=0

fail() {
	echo "$*" >&2
	cat "$work/out" "$work/err" >&2
	exit 1
}

statements() {
	"$RAPPORTEUR" --db "$1" session show | awk '$1 == "statements" { print $2 }'
}

# A database with a meeting and an open item.
"$RAPPORTEUR" --db "$work/base.db" do agenda load "$agenda" >/dev/null
printf 'meeting open --at 2012-10-17T10:00\nitem open 2\n' |
	"$RAPPORTEUR" --db "$work/base.db" do -f - >/dev/null
for name in can zim cot; do
	printf "statement add %s --note 'asked for maps\noffered boats'\n" $name
	printf "statement add %s --note 'thanked the Chair'\n" $name
done >"$work/script"

# What must hold after a run on $work/db that ended with $1.
holds() {
	lines=$(wc -l <"$work/out")
	"$RAPPORTEUR" --db "$work/db" check >/dev/null || fail "$2: not whole any more"
	there=$(statements "$work/db")
	[ "$there" -ge "$lines" ] || fail "$2: $lines were acknowledged, $there are there"
	[ "$there" -le $((lines + 1)) ] || fail "$2: $lines were acknowledged, but $there are there"
	[ "$1" -eq 0 ] || [ "$1" -eq 74 ] || fail "$2: exit $1"
	[ "$1" -eq 0 ] || [ "$(wc -l <"$work/err")" -eq 1 ] || fail "$2: not one sentence"
	[ "$1" -ne 0 ] || [ "$there" -eq 6 ] || fail "$2: exit 0 with $there of 6"
	# It goes on as if nothing had been.
	"$RAPPORTEUR" --db "$work/db" do statement add benin >/dev/null || fail "$2: does not go on"
}

fresh() {
	rm -f "$work"/db*
	cp "$work/base.db" "$work/db"
}

# inject CALLS ERROR FIRST STEP LAST [+]: at every STEP-th call.
inject() {
	n=$3 failed=0
	while [ "$n" -le "$5" ]; do
		fresh
		status=0
		strace -f -qq -o /dev/null -e trace="$1" -e inject="$1:error=$2:when=$n${6:-}" \
			"$RAPPORTEUR" --db "$work/db" do -f "$work/script" \
			>"$work/out" 2>"$work/err" || status=$?
		holds $status "$1 $2 at $n"
		[ $status -eq 0 ] || failed=$((failed + 1))
		n=$((n + $4))
	done
	[ $failed -gt 3 ] || fail "$1 $2 has hardly failed: $failed"
	did=1
}

fresh
if strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:error=EIO:when=99 true 2>/dev/null; then
	inject fdatasync,fsync EIO 1 1 9
	inject fdatasync,fsync EIO 1 2 9 +
	inject pwrite64 EIO 2 5 60
	inject pwrite64 EIO 3 7 60 +
	inject pwrite64 ENOSPC 1 7 60
	inject pwrite64 ENOSPC 4 7 60 +
	# A full disk is called one.
	fresh
	strace -f -qq -o /dev/null -e trace=pwrite64 -e inject=pwrite64:error=ENOSPC:when=6+ \
		"$RAPPORTEUR" --db "$work/db" do -f "$work/script" >"$work/out" 2>"$work/err" || true
	grep -q 'the disk is full: make room' "$work/err" || fail "a full disk is not called one"
	# A memory stick has no links: a database is made all the same.
	strace -f -qq -o /dev/null -e trace=link,linkat -e inject=link,linkat:error=EPERM \
		"$RAPPORTEUR" --db "$work/stick.db" do agenda load "$agenda" >"$work/out" 2>"$work/err" ||
		fail "no database without links"
	"$RAPPORTEUR" --db "$work/stick.db" check >/dev/null
fi

# No file may grow past 8 * 512 bytes more than the database has: as a quota.
fresh
status=0
(
	ulimit -f $(($(wc -c <"$work/db") / 512 + 8))
	exec "$RAPPORTEUR" --db "$work/db" do -f "$work/script" >"$work/out" 2>"$work/err"
) || status=$?
holds $status "a limit to the size of files"
fresh
status=0
(
	ulimit -f 8
	exec "$RAPPORTEUR" --db "$work/db" do -f "$work/script" >"$work/out" 2>"$work/err"
) || status=$?
holds $status "a small limit to the size of files"
[ $status -eq 74 ] || fail "8 blocks were enough"
grep -q 'the disk is full' "$work/err" || fail "a limit is not called a full disk"

# A disk that is full and has room again; in a name space of its own.
cat >"$work/full" <<'SCRIPT'
set -eu
mount -t tmpfs -o size=2m none "$1"
cp "$1.base" "$1/db"
dd if=/dev/zero of="$1/filler" bs=1k 2>/dev/null || true
status=0
"$RAPPORTEUR" --db "$1/db" do -f "$2" >"$1.out" 2>"$1.err" || status=$?
[ $status -eq 74 ] || { echo "exit $status on a full disk"; exit 1; }
grep -q 'the disk is full: make room' "$1.err" || { cat "$1.err"; exit 1; }
rm "$1/filler"
"$RAPPORTEUR" --db "$1/db" check >/dev/null
"$RAPPORTEUR" --db "$1/db" do -f "$2" >/dev/null
"$RAPPORTEUR" --db "$1/db" check >/dev/null
SCRIPT
mkdir "$work/disk"
cp "$work/base.db" "$work/disk.base"
if unshare -Urm sh -c "mount -t tmpfs none '$work/disk'" 2>/dev/null; then
	unshare -Urm sh "$work/full" "$work/disk" "$work/script" || fail "a full disk"
	did=1
fi

[ $did -eq 1 ] || exit 77
