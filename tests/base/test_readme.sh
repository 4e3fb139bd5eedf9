#!/bin/sh
# What README.md says about the tree is true: every path and every file of the
# source that it names is there, every folder of src/ is described, the commands
# of its first screen are goals of the Makefile.
set -u
echo test_readme
failed=0

fail() {
	echo "README.md: $1"
	failed=1
}

# What stands between grave accents or in a link's brackets, a word a line.
words=$(awk '/^```/ { block = !block; next } !block' README.md |
	grep -oE '`[^`]+`|\]\([^)]+\)' | sed 's/^[`(]*//; s/^](//; s/[`)]$//' | tr ' ' '\n')

# Paths from the top of the tree, with patterns for families of files.
for path in $(echo "$words" | grep -E '^(src|include|tests|man|agendas)/|^[A-Z]+(\.md)?$' |
	sed 's/LAYER.*/./; s/NAME.*//; s/view_$//' | grep -v '^[A-Z]*$'); do
	# shellcheck disable=SC2086 # a pattern stands for its files
	ls -d $path >/dev/null 2>&1 || fail "there is no $path"
done

# Files named without their folder stand in the layer that is described there.
layer=
awk '/^## Where/ { on = 1; next } /^## / { on = 0 } on' README.md |
	grep -oE '`[^`]+`' | tr -d '`' | tr ' ' '\n' | {
	while read -r word; do
		case $word in
		src/*/) layer=$word ;;
		*/* | *LAYER* | *NAME* | .c) ;;
		*.c | *.h)
			# shellcheck disable=SC2086
			ls $layer$word >/dev/null 2>&1 || fail "there is no $layer$word"
			;;
		esac
	done
	exit $failed
} || failed=1

for folder in src/*/; do
	grep -qF "\`$folder\`" README.md || fail "$folder is not described"
done
for file in src/*.c; do
	grep -qF "\`$file\`" README.md || fail "$file is not described"
done

for goal in $(sed -n 's/^    make \([a-z]*\) .*/\1/p' README.md) $(grep -oE '`make [a-z]+`' README.md |
	tr -d '`' | sed 's/make //'); do
	grep -q "^$goal:" Makefile || fail "make $goal is no goal of the Makefile"
done
[ "$(sed -n '1,25s/^    make \(run\|test\) .*/\1/p' README.md | tr '\n' ' ')" = 'run test ' ] ||
	fail 'make run and make test are not on its first screen'

# `.ci/run` runs the command that is promised here.
grep -q '^make test' .ci/run || fail '.ci/run does not run make test'
exit $failed
