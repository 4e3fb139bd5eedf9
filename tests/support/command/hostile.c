/* SPDX-License-Identifier: MIT */
#undef NDEBUG
#include <assert.h>
#include <string.h>

#include "hostile.h"

#include "base/utf8.h"
#include "command/command.h"

static void assert_same(const struct words *one, const struct words *other)
{
	assert(one->command == other->command);
	for (size_t i = 0; i < COMMAND_PARAMS; i++) {
		assert(!one->values[i] == !other->values[i]);
		assert(!one->values[i] || strcmp(one->values[i], other->values[i]) == 0);
	}
}

static void write_and_read(const struct words *words, struct arena *arena)
{
	struct words again;
	struct str line;
	struct err err = {0};
	const char *at;

	str_init(&line);
	command_format(words, &line);
	assert(command_parse(line.text, arena, &again, &at, &err));
	assert(!at);
	assert_same(words, &again);
	str_clear(&line);
}

/* A line is whole for a script exactly when no quotation is open in it. */
static void check_scan(const char *line, const struct err *err)
{
	struct script_scan at_once = {0}, by_bytes = {0};
	size_t length = strlen(line);

	script_scan(&at_once, line, length);
	for (size_t i = 0; i < length; i++)
		script_scan(&by_bytes, line + i, 1);
	assert(at_once.open == by_bytes.open && at_once.quote == by_bytes.quote);
	assert(!at_once.quote == !strstr(err->text, "is opened and never closed"));
}

void hostile_line(const char *line)
{
	struct arena arena;
	struct words words;
	struct err err = {0};
	const char *at;
	size_t bad;

	arena_init(&arena);
	if (command_parse(line, &arena, &words, &at, &err))
		write_and_read(&words, &arena);
	else
		assert(err.code == ERR_USAGE && *err.text && !strpbrk(err.text, "\n\r\t\033"));
	assert(utf8_valid(err.text, strlen(err.text), &bad));
	check_scan(line, &err);
	arena_clear(&arena);
}
