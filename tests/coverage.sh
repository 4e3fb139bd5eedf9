#!/bin/sh
# usage: tests/coverage.sh BUILD LAYER...
# Prints, layer by layer, how many lines of src/ ran, from what gcc's --coverage
# left in BUILD. A file that never ran counts with all its lines.
build=$1
shift
find "$build/src" -name '*.gcno' | xargs gcov -n 2>/dev/null | awk -F "[':% ]" -v layers="$*" '
	function row(name, hit, all) {
		if (all)
			printf "%-10s %5.1f %% of %5d lines\n", name, 100 * hit / all, all
	}
	/^File / {
		depth = split($3, path, "/")
		layer = path[1] != "src" ? "" : depth == 2 ? "main" : path[2]
	}
	/^Lines executed:/ && layer != "" {
		all[layer] += $NF
		hit[layer] += $3 / 100 * $NF
		layer = ""
	}
	END {
		for (n = split(layers, name, " "); i++ < n; lines += all[name[i]]) {
			row(name[i], hit[name[i]], all[name[i]])
			ran += hit[name[i]]
		}
		row("together", ran, lines)
	}'
