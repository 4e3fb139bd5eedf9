#!/bin/sh
# usage: tests/layers.sh [TREE]
# Fails on an include that goes up or sideways in the house (the table uses_* of
# the Makefile), on a library that is included outside the layer that owns it, and on a
# writer of documents that knows another one's format.
cd "${1:-$(dirname "$0")/..}" || exit 2
find src include -name '*.[ch]' | sort | xargs awk '
function complain(what) {
	print FILENAME ":" FNR ": " what
	bad = 1
}
# docx of docx_runs.c and docx.h; nothing of what all formats share.
function format_of(file) {
	sub(/[_.].*/, "", file)
	return file ~ /^(akn|docx|html|json|markdown|text)$/ ? file : ""
}
BEGIN {
	split("sqlite3.h store sqlite3ext.h store yaml.h exchange gumbo.h exchange curses.h term ncurses.h term " \
		"utf8proc.h base zlib.h pack expat.h pack", words)
	for (i = 1; i in words; i += 2)
		owner[words[i]] = words[i + 1]
}
FILENAME == "Makefile" {
	if (sub(/^uses_/, "")) {
		known[$1]
		for (i = 3; i <= NF; i++)
			allowed[$1, $i]
	}
	next
}
FNR == 1 {
	depth = split(FILENAME, path, "/")
	layer = depth == 2 ? "main" : path[2]
	if (depth != 2 && !(layer in known))
		complain(layer " is no layer of the Makefile")
}
/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
	split($0, part, /[<">]/)
	name = part[2]
	sub(/^ncursesw?\//, "", name)
	to = substr(name, 1, index(name, "/") - 1)
	library = to == "minizip" ? "pack" : owner[name]
	if (library != "" && (path[1] != "src" || layer != library))
		complain("only src/" library " may include <" name ">")
	else if (name ~ /\.\.\//)
		complain("a path with .. hides the layer")
	else if (layer == "document" && format_of(name) && format_of(path[3]) != format_of(name))
		complain("a format of documents must not include " name)
	else if (layer != "main" && to in known && to != layer && !((layer, to) in allowed))
		complain(layer " must not include " to)
}
END { exit bad }' Makefile
