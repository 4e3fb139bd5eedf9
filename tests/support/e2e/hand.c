/* SPDX-License-Identifier: MIT */
/*
 * The comments of a script, read as keys. All keys of a step are typed at once, as
 * fast as they go: what a command leads to must not depend on how slow its hand is.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "hand.h"
#include "podium.h"

enum {
	MOST = 1 << 20,
	SHOWN = 40 /* columns of a reply that fit beside the keys of a narrow screen */
};

/* --- reading --- */

static const char *find_time(struct arena *arena, const char *command)
{
	const char *at = strstr(command, " --at ");

	return at ? arena_strndup(arena, at + 6, strcspn(at + 6, " \n")) : NULL;
}

/* `before` is the time until now; NULL at the first. */
static struct hand_step read_step(
	struct arena *arena, const char *command, const char *keys, const char *before)
{
	struct hand_step step = {.command = arena_strdup(arena, command),
		.at = find_time(arena, command),
		.time = before,
		.keys = arena_strndup(arena, keys, strcspn(keys, "\n"))};

	assert_true(before || (step.at && strchr(step.at, 'T')));
	if (step.at)
		step.time = strchr(step.at, 'T') ? step.at
						 : arena_printf(arena, "%.11s%s", before, step.at);
	return step;
}

struct hand_step *hand_read(const char *path, struct arena *arena, size_t *count)
{
	struct hand_step *steps;
	struct str text, command;
	struct err err = {0};
	const char *time = NULL;
	size_t lines = 1;

	str_init(&text);
	str_init(&command);
	if (!file_read(path, MOST, &text, &err))
		fail_msg("%s", err.text);
	for (size_t i = 0; i < text.length; i++)
		lines += text.text[i] == '\n';
	steps = arena_alloc(arena, lines * sizeof *steps);
	*count = 0;
	for (const char *line = text.text, *next; *line; line = next) {
		next = line + strcspn(line, "\n") + 1;
		if (strncmp(line, "#: ", 3) == 0) {
			steps[*count] = read_step(arena, command.text, line + 3, time);
			time = steps[(*count)++].time;
			str_reset(&command);
		} else if (*line != '#') {
			str_addn(&command, line, (size_t)(next - line));
		}
	}
	if (command.length > 0)
		fail_msg("no keys for %s", command.text);
	str_clear(&command);
	str_clear(&text);
	return steps;
}

/* --- doing --- */

static const char leaves[] = "Escape-";

/* One key or text; what is behind it. */
static const char *do_one(struct pty *pty, const char *keys, const char *reply)
{
	bool escape = strncmp(keys, leaves, sizeof leaves - 1) == 0;
	const char *from = escape ? keys + sizeof leaves - 1 : keys, *end;
	bool text = *from == '"';

	from += text;
	end = text ? strchr(from, '"') : from + strcspn(from, " ");
	assert_non_null(end);
	char *word = mem_strndup(from, (size_t)(end - from));
	if (escape) {
		podium_sees(pty, reply);
		podium_escapes(pty, word);
	} else if (text) {
		pty_type(pty, word);
	} else {
		pty_keys(pty, word);
	}
	free(word);
	return end + text;
}

void hand_sets_time(struct pty *pty, const char *time)
{
	pty_keys(pty, "t");
	pty_type(pty, time);
	pty_keys(pty, "Enter");
}

void hand_does(struct pty *pty, const struct hand_step *step, const char *reply)
{
	bool left = false;
	char *shown = mem_strndup(reply, utf8_fit(reply, strlen(reply), SHOWN));

	if (pty_sees(pty, shown))
		fail_msg("\"%s\" is on the screen before", shown);
	if (step->at)
		hand_sets_time(pty, step->at);
	for (const char *at = step->keys; *at; at += strspn(at, " ")) {
		left = strncmp(at, leaves, sizeof leaves - 1) == 0;
		at = do_one(pty, at, shown);
	}
	if (!left)
		podium_sees(pty, shown);
	free(shown);
}
