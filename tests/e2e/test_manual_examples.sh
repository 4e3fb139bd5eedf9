#!/bin/sh
# The examples of rapporteur(1) and of README.md, run in their order in a fresh
# home, print what stands there, on standard output or standard error. "$ "
# begins a command, "> " goes on with it, every other line is its output.
set -u
echo test_manual_examples
top=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$RAPPORTEUR" "$work/bin/rapporteur"
PATH=$work/bin:$PATH
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME XDG_CACHE_HOME
failed=0

# The literal blocks under EXAMPLES, as they look on the page.
of_manual() {
	awk '
	/^\.Sh / { examples = $2 == "EXAMPLES" }
	/^\.Ed/ { literal = 0 }
	examples && literal {
		gsub(/\\&/, ""); gsub(/\\-/, "-"); gsub(/\\\(aq/, "\047"); gsub(/\\\(dq/, "\"")
		gsub(/\\\(\^o/, "ô"); gsub(/\\\(cq/, "’"); gsub(/\\\(lq/, "“"); gsub(/\\\(rq/, "”")
		gsub(/\\e/, "\\"); print
	}
	/^\.Bd -literal/ { literal = 1 }' "$top/man/rapporteur.1"
}

# The blocks marked as sh.
of_readme() {
	awk '/^```/ { shell = $0 == "```sh"; next } shell' "$top/README.md"
}

# try SOURCE: takes its examples apart into N.run, the command, and N.says, what
# it prints; runs them in this shell, since one may set a variable for the next.
try() {
	here=$work/$1
	mkdir -p "$here/home" "$here/examples"
	cd "$here" || exit 1
	ln -s "$top/agendas" agendas
	export HOME="$here/home"
	"$1" | awk '
	/^\$ / { n++; running = 1; printf "" >("examples/" n ".says") }
	running && /^[$>] / { print substr($0, 3) >("examples/" n ".run"); next }
	{ running = 0; print >("examples/" n ".says") }'
	count=$(find examples -name '*.run' | wc -l)
	i=0
	while [ $((i += 1)) -le "$count" ]; do
		. "$here/examples/$i.run" >said 2>&1
		diff -u "examples/$i.says" said && continue
		echo "$1, $(head -n 1 "examples/$i.run")"
		failed=1
	done
	[ "$count" -gt 0 ] || { echo "$1 has no example"; failed=1; }
}

# Every verb and option that --help lists stands in rapporteur(1).
documented() {
	rapporteur --help >"$work/help"
	sed -n 's/^  \([a-z][a-z ]*[a-z]\) .*  .*/\1/p' "$work/help" | sed 's/  .*//' | while read -r verb; do
		grep -q "^\.It Cm $verb" "$top/man/rapporteur.1" || echo "verb $verb"
	done
	grep -o '^  --[a-z]*' "$work/help" | sed 's/.*--//' | while read -r option; do
		grep -q "^\.It.* Fl -$option" "$top/man/rapporteur.1" || echo "option --$option"
	done
}

missing=$(documented)
[ -z "$missing" ] || { echo "not in rapporteur(1): $missing"; failed=1; }
(try of_manual; exit $failed) || failed=1
(try of_readme; exit $failed) || failed=1
exit $failed
