#!/bin/sh
# The check of the headers notices one that leans on what its user included.
set -eu
echo test_headers
check=$PWD/tests/headers.sh
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir -p "$copy/include/base"
cd "$copy"

echo '#define LIMIT 3' >include/base/macros.h
printf '#include <stddef.h>\nsize_t length(const char *);\n' >include/base/whole.h
"$check" "${CC:-cc}" -std=c17 -Wall -Wpedantic -Werror -Iinclude

echo 'size_t length(const char *);' >include/base/leaning.h
if said=$("$check" "${CC:-cc}" -std=c17 -Wall -Wpedantic -Werror -Iinclude 2>/dev/null); then
	echo "a header without its includes went through"
	exit 1
fi
[ "$said" = 'include/base/leaning.h does not compile alone' ]
