/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "podium.h"

enum { WORDS = 20, VARIABLES = 20 };

struct pty *podium_open(struct program *program, const struct pty_options *options, ...)
{
	const char *argv[WORDS] = {getenv("RAPPORTEUR")}, *environment[VARIABLES];
	struct pty_options own = options ? *options : (struct pty_options){0};
	static const char *const homes[] = {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"};
	va_list words;
	int count = 1, variables = 0;

	va_start(words, options);
	while ((argv[count] = va_arg(words, const char *)))
		assert_true(++count < WORDS);
	va_end(words);
	for (; own.environment && own.environment[variables]; variables++) {
		assert_true(variables < VARIABLES - 4);
		environment[variables] = own.environment[variables];
	}
	for (size_t i = 0; i < sizeof homes / sizeof homes[0]; i++)
		environment[variables++] =
			arena_printf(&program->arena, "%s=%s", homes[i], program->home);
	environment[variables] = NULL;
	own.environment = environment;
	return pty_start(&own, argv);
}

struct pty *podium_after(
	struct program *program, const struct pty_options *options, const char *commands)
{
	struct pty *pty;

	program_does(program, "do", "agenda", "load", "--rehearse", EXAMPLE_AGENDA, NULL);
	program->input = commands;
	program_does(program, "do", "--at", "2012-10-17T09:55", "-f", "-", NULL);
	program->input = NULL;
	pty = podium_open(program, options, REHEARSAL, NULL);
	podium_sees(pty, "AGENDA");
	return pty;
}

void podium_sees(struct pty *pty, const char *text)
{
	if (!pty_until(pty, text))
		fail_msg("\"%s\" does not come", text);
}

void podium_misses(struct pty *pty, const char *text)
{
	if (!pty_until_gone(pty, text))
		fail_msg("\"%s\" does not go", text);
}

/* All of it: cmocka cuts what fail_msg says. */
static void show(struct pty *pty)
{
	fprintf(stderr, "the screen:\n%s--\n", pty_screen(pty));
}

static void assert_not_there(struct pty *pty, const char *text)
{
	if (!pty_sees(pty, text))
		return;
	show(pty);
	fail_msg("\"%s\" is on the screen already", text);
}

void podium_keys(struct pty *pty, const char *keys, const char *comes)
{
	assert_not_there(pty, comes);
	pty_keys(pty, keys);
	podium_sees(pty, comes);
}

void podium_types(struct pty *pty, const char *text, const char *comes)
{
	assert_not_there(pty, comes);
	pty_type(pty, text);
	podium_sees(pty, comes);
}

void podium_runs(struct pty *pty, const char *line, const char *comes)
{
	assert_null(strstr(line, comes));
	pty_keys(pty, ":");
	podium_sees(pty, "↑↓ choose");
	pty_type(pty, line);
	podium_keys(pty, "Enter", comes);
}

void podium_escapes(struct pty *pty, const char *goes)
{
	podium_sees(pty, goes);
	pty_keys(pty, "Escape");
	podium_misses(pty, goes);
}

/* The text of the cursor's row; fails where it has not this part. */
static const char *cursor_row(struct pty *pty, const char *part, int *column, bool *shown)
{
	int row;

	pty_cursor(pty, &row, column, shown);
	const char *text = pty_row(pty, row);
	if (strstr(text, part))
		return text;
	show(pty);
	fail_msg("the cursor is at %d, %d and not at \"%s\"", row, *column, part);
	return text;
}

void podium_points_at(struct pty *pty, const char *text)
{
	int column;
	bool shown;

	cursor_row(pty, text, &column, &shown);
}

void podium_types_behind(struct pty *pty, const char *text)
{
	int column, behind;
	bool shown;
	const char *row = cursor_row(pty, text, &column, &shown);
	char *before = mem_strndup(row, (size_t)(strstr(row, text) - row) + strlen(text));

	behind = utf8_columns(before);
	free(before);
	if (shown && column == behind)
		return;
	show(pty);
	fail_msg("the cursor is %s in column %d, \"%s\" ends in %d", shown ? "shown" : "hidden",
		column, text, behind);
}

int podium_speech_seconds(struct pty *pty)
{
	const char *row = strstr(pty_screen(pty), "● ");
	int minutes = -1, seconds = 0;

	assert_non_null(row);
	for (const char *at = row; *at && *at != '\n'; at++)
		if (sscanf(at, " %d:%2d", &minutes, &seconds) == 2)
			return minutes * 60 + seconds;
	show(pty);
	fail_msg("no speech is running");
	return 0;
}

void podium_waits_a_second(struct pty *pty)
{
	int then = podium_speech_seconds(pty) + 2;
	char clock[24];

	snprintf(clock, sizeof clock, " %d:%02d", then / 60, then % 60);
	podium_sees(pty, clock);
}

void podium_leaves(struct pty *pty)
{
	pty_keys(pty, "Ctrl-Q");
	podium_ended(pty, 0);
}

void podium_ended(struct pty *pty, int status)
{
	const char *why;

	assert_int_equal(pty_wait(pty), status);
	if (!pty_clean(pty, &why))
		fail_msg("%s", why);
	assert_string_equal(pty_injected(pty), "");
	pty_free(pty);
}
