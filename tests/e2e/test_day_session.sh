#!/bin/sh
# SPDX-License-Identifier: MIT
# Two days of 200 statements and 15 recommendations, replayed by `rapporteur do -f`: a line for
# each command (what a meeting left undecided stands indented below its line), a sound database,
# and the reports of tests/e2e/day, word for word.
set -eu
echo "a day of 200 statements and 15 recommendations gives its golden report"
day=$TESTS_DIR/e2e/day
db=$(mktemp -d)/day.db
agenda=$TESTS_DIR/../agendas/2012-10-17-wg-technical-assistance.yaml

run() {
	"$RAPPORTEUR" --db "$db" "$@"
}

run do agenda load "$agenda" >/dev/null
printed=$(run do -f "$day/script" | grep -c '^[^ ]')
commands=$(grep -cE '^(statement|recommendation|item|meeting|participant|officer|agenda|document|set) ' "$day/script")
[ "$printed" -eq "$commands" ] || { echo "$commands commands, $printed lines" >&2; exit 1; }
run check
run report --format text >"$db.txt"
run report --format markdown >"$db.md"
for suffix in txt md; do
	if [ -n "${ACCEPT:-}" ]; then
		cp "$db.$suffix" "$day/report.$suffix"
	fi
	diff -u "$day/report.$suffix" "$db.$suffix"
done

# Undone to the last command and redone, the report is the same again.
for _ in 1 2 3 4 5; do run do undo >/dev/null; done
run report --format text | cmp -s - "$db.txt" && { echo "undo changed nothing" >&2; exit 1; }
for _ in 1 2 3 4 5; do run do redo >/dev/null; done
run report --format text | cmp - "$db.txt"
