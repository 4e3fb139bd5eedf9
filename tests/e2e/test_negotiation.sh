#!/bin/sh
# SPDX-License-Identifier: MIT
# One text through forty amendments of twelve delegations, three of them in conflict, with
# amendments to amendments, brackets, an alternative, comments and non-papers, replayed by
# `rapporteur do -f`: the list of conflicts before it is decided, the texts on paper, what became
# of each amendment, the history and the report, word for word as in tests/e2e/negotiation.
set -eu
echo "a text through forty amendments gives its golden papers"
golden=$TESTS_DIR/e2e/negotiation
db=$(mktemp -d)/text.db
agenda=$TESTS_DIR/../agendas/2012-10-17-wg-technical-assistance.yaml

run() {
	"$RAPPORTEUR" --db "$db" "$@"
}

# A paper is as it was accepted.
paper() {
	name=$1
	shift
	run "$@" >"$db.$name"
	[ -z "${ACCEPT:-}" ] || cp "$db.$name" "$golden/$name.txt"
	diff -u "$golden/$name.txt" "$db.$name"
}

run do agenda load "$agenda" >/dev/null
run do -f "$golden/proposals" >/dev/null
paper conflicts do amendment list --conflicts
paper projected recommendation export --as projected
run do -f "$golden/decisions" >/dev/null
run check >/dev/null
paper amendments do amendment list
paper history do recommendation history r1
paper final recommendation export --as final
paper marked recommendation export r1 --as marked --lines
paper report report

# None of the forty is gone, and none is without a state.
states='proposed|accepted|rejected|withdrawn|lapsed'
[ "$(grep -cE "^ +a[0-9]+ .*\((${states})[^()]*\)\$" "$db.amendments")" -eq 40 ]

# What was cut is printed as it was on the screen then.
run recommendation export --non-paper 1 >"$db.cut"
tail -n +5 "$db.projected" | sed 1,2d >"$db.then"
tail -n +5 "$db.cut" | cmp - "$db.then"

# Undone to the brackets and redone, the papers are the same again.
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do run do undo >/dev/null; done
run recommendation export --as final | cmp -s - "$db.final" && { echo "undo changed nothing" >&2; exit 1; }
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do run do redo >/dev/null; done
paper final recommendation export --as final
paper amendments do amendment list
