#!/bin/sh
# The check of the layers passes on this tree and notices each kind of fault.
set -eu
echo test_layers
tests/layers.sh

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R Makefile src include "$copy"
chmod -R u+w "$copy"

# refuse FILE INCLUDE MESSAGE
refuse() {
	mkdir -p "$copy/${1%/*}"
	printf '\n\n#include %s\n' "$2" >"$copy/$1"
	if said=$(tests/layers.sh "$copy"); then
		echo "$1 may include $2"
		exit 1
	fi
	rm "$copy/$1"
	[ "$said" = "$1:3: $3" ] || {
		echo "expected: $1:3: $3"
		echo "said: $said"
		exit 1
	}
}

refuse src/base/fault.c '"ui/canvas.h"' 'base must not include ui'
refuse include/model/fault.h '"store/store.h"' 'model must not include store'
refuse src/exchange/fault.c '"document/tree.h"' 'exchange must not include document'
refuse src/exchange/fault.c '"report/draft.h"' 'exchange must not include report'
refuse src/document/fault.c '"store/store.h"' 'document must not include store'
refuse src/document/fault.c '"exchange/embedded.h"' 'document must not include exchange'
refuse src/document/html_fault.c '"docx.h"' 'a format of documents must not include docx.h'
refuse src/report/fault.c '"exchange/embedded.h"' 'report must not include exchange'
refuse src/command/fault.c '"ui/view.h"' 'command must not include ui'
refuse src/ui/fault.c '<term/term.h>' 'ui must not include term'
refuse src/ui/fault.c '"../term/term.h"' 'a path with .. hides the layer'
refuse src/report/fault.c '<sqlite3.h>' 'only src/store may include <sqlite3.h>'
refuse include/store/fault.h '<sqlite3.h>' 'only src/store may include <sqlite3.h>'
refuse src/cli/fault.c '<yaml.h>' 'only src/exchange may include <yaml.h>'
refuse src/ui/fault.c '<ncursesw/curses.h>' 'only src/term may include <curses.h>'
refuse src/model/fault.c '<utf8proc.h>' 'only src/base may include <utf8proc.h>'
