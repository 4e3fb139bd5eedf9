#!/bin/sh
# SPDX-License-Identifier: MIT
# What others make of the DOCX of a long day and of a negotiation: pandoc keeps headings, numbers
# of paragraphs, letters, italics, notes and tracked changes; LibreOffice prints the numbers that
# the text form has. Each is asked only where it is installed.
set -eu
echo "other programs read the numbers, notes and changes of a DOCX as they are"
dir=$(mktemp -d)
agenda=$TESTS_DIR/../agendas/2012-10-17-wg-technical-assistance.yaml

run() {
	"$RAPPORTEUR" --db "$dir/$db.db" "$@"
}

has() {
	grep -qF -- "$2" "$1" || { echo "$1 has no: $2" >&2; exit 1; }
}

command -v pandoc >/dev/null || command -v soffice >/dev/null || exit 77

db=day
run do agenda load "$agenda" >/dev/null
run do -f "$TESTS_DIR/e2e/day/script" >/dev/null
run do paragraph add 5 'The Chair thanked all speakers{note See the list.}.' >/dev/null
run report -o "$dir/report.docx" 2>/dev/null
run report -o "$dir/report.txt" 2>/dev/null
db=negotiation
run do agenda load "$agenda" >/dev/null
run do -f "$TESTS_DIR/e2e/negotiation/proposals" >/dev/null
run do -f "$TESTS_DIR/e2e/negotiation/decisions" >/dev/null
run recommendation export r1 --as marked -o "$dir/marked.docx" >/dev/null

# "12. At its 3rd meeting, on": the numbers of paragraphs with the words behind them.
numbers() {
	sed -n 's/^ *\([0-9][0-9]*\)\.  *\([^ ]* [^ ]* [^ ]*\).*/\1. \2/p' "$1"
}

numbers "$dir/report.txt" >"$dir/numbers"
[ "$(wc -l <"$dir/numbers")" -gt 200 ]

if command -v pandoc >/dev/null; then
	pandoc --wrap=none -t plain "$dir/report.docx" >"$dir/report.plain"
	numbers "$dir/report.plain" | diff "$dir/numbers" -
	pandoc --wrap=none -t markdown "$dir/report.docx" >"$dir/report.md"
	has "$dir/report.md" '# Introduction'
	has "$dir/report.md" '## Follow-up to the recommendations adopted by the Working Group at'
	has "$dir/report.md" '(a) *Takes note of* the progress made since the meeting of 2010;'
	has "$dir/report.md" '[^1]: See the list.'
	pandoc --wrap=none --track-changes=all -t markdown "$dir/marked.docx" >"$dir/marked.md"
	has "$dir/marked.md" '[Requests]{.deletion'
	has "$dir/marked.md" '[Invites]{.insertion'
fi

if command -v soffice >/dev/null && command -v pdftotext >/dev/null; then
	soffice --headless "-env:UserInstallation=file://$dir/office" --convert-to pdf \
		--outdir "$dir" "$dir/report.docx" >/dev/null 2>&1
	pdftotext -layout -enc UTF-8 "$dir/report.pdf" - | tr -s ' ' >"$dir/report.printed"
	numbers "$dir/report.printed" >"$dir/printed"
	! grep -vxFf "$dir/printed" "$dir/numbers" || { echo "not printed so" >&2; exit 1; }
	has "$dir/report.printed" 'III. Summary of deliberations'
	has "$dir/report.printed" 'See the list.'
	has "$dir/report.printed" '2/'
fi
