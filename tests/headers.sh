#!/bin/sh
# usage: tests/headers.sh COMPILER FLAG...
# Every header in include/ must compile alone, without a warning. Run from the
# top of a tree.
bad=0
for header in include/*/*.h; do
	[ -e "$header" ] || continue
	# The declaration is there because C forbids a file of macros only.
	printf '#include "%s"\nextern int alone;\n' "${header#include/}" |
		"$@" -fsyntax-only -x c - || {
		echo "$header does not compile alone"
		bad=1
	}
done
exit $bad
