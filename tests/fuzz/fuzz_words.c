/* SPDX-License-Identifier: MIT */
/*
 * The reader of command lines under a fuzzer: build this file with
 * tests/support/command, the libraries of build/ and clang's
 * -fsanitize=fuzzer,address,undefined.
 *
 * test_words runs random lines through the same checks in every run of the
 * tests. What must hold of any line: no fault, a sentence fit to print for what
 * is refused, and what was understood reads the same when it is written out.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "command/command.h"
#include "support/command/hostile.h"
#include "support/command/toys.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void complete(const char *line)
{
	struct desk desk = {0};
	struct err err = {0};
	struct arena arena;
	size_t count, from;

	desk.store = store_new(":memory:", STORE_OPEN_CREATE, &err);
	arena_init(&arena);
	if (desk.store)
		complete_line(&desk, line, 20, &arena, &count, &from);
	arena_clear(&arena);
	desk_clear(&desk);
	store_free(desk.store);
}

/* The first byte says which: one in sixteen is completed, which needs a database. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *line;

	if (size == 0)
		return 0;
	command_add_group(toy_commands);
	line = malloc(size);
	if (!line)
		return 0;
	memcpy(line, data + 1, size - 1);
	line[size - 1] = '\0';
	hostile_line(line);
	if (data[0] % 16 == 0)
		complete(line);
	free(line);
	return 0;
}
