/* SPDX-License-Identifier: MIT */
/* What a command has printed (a list, a sheet), to be read and left again. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "app_inside.h"
#include "flow.h"
#include "show.h"

enum {
	MEASURE = 100, /* columns, comfortable to read */
	LAST_CELL = 8  /* columns that stay behind a tab, with what parts them */
};

struct output {
	char *text;
	struct flow flow;
	size_t top;
	int rows;
};

static void output_init(void *state, struct app *app, const void *argument)
{
	struct output *output = state;

	(void)app;
	output->text = mem_strdup(argument);
	output->rows = 1;
	flow_init(&output->flow);
}

static void output_clear(void *state)
{
	struct output *output = state;

	free(output->text);
	flow_clear(&output->flow);
}

/* A line by itself that is no sentence stands over what follows. */
static bool is_heading(const char *text, const char *line, size_t length)
{
	bool alone = (line == text || (line - text > 1 && line[-2] == '\n')) &&
		     strncmp(line + length, "\n\n", 2) == 0;

	return alone && length > 0 && *line != ' ' && !strchr(".?!:;,)", line[length - 1]);
}

/* A line that is wrapped goes on where it began. */
static void add_line(
	struct flow *flow, const char *line, size_t length, enum style style, int columns)
{
	size_t blanks = strspn(line, " ");
	char *text;

	if (blanks >= length) {
		flow_blank(flow, 0);
		return;
	}
	text = mem_strndup(line + blanks, length - blanks);
	flow_add(flow, style, text);
	flow_end(flow,
		&(struct shape){.columns = columns - 1,
			.indent = 1 + ((int)blanks < columns / 2 ? (int)blanks : columns / 2)});
	free(text);
}

/* Of what stands before a tab, in the whole text. */
static int widest_cell(const char *text, int most)
{
	int widest = 0;

	for (const char *at = text; *at;) {
		size_t line = strcspn(at, "\n"), cell = strcspn(at, "\t\n");
		char *name = mem_strndup(at, cell);
		int own = cell < line ? utf8_columns(name) : 0;
		widest = own > widest ? own : widest;
		free(name);
		at += line + (at[line] == '\n');
	}
	return widest < most ? widest : most;
}

/* What stands behind the tab is in a column. */
static void add_cells(struct flow *flow, const char *line, size_t length, int cell, int columns)
{
	size_t first = strcspn(line, "\t"), fitting = utf8_fit(line, first, cell);
	char *name = mem_strndup(line, fitting);
	char *rest = mem_strndup(line + first + 1, length - first - 1);

	flow_addf(flow, STYLE_TEXT, "%s%*s  %s", name, cell - utf8_columns(name), "", rest);
	flow_end(flow, &(struct shape){.columns = columns - 1, .indent = 1, .one_line = true});
	free(name);
	free(rest);
}

static void output_load(void *state, struct app *app, const struct frame *frame)
{
	struct output *output = state;
	int columns = frame->columns < MEASURE ? frame->columns : MEASURE;
	int cell = widest_cell(output->text, columns - LAST_CELL);

	(void)app;
	flow_reset(&output->flow);
	output->rows = frame->rows;
	for (const char *at = output->text; *at;) {
		size_t length = strcspn(at, "\n");
		bool heading = is_heading(output->text, at, length);
		if (memchr(at, '\t', length))
			add_cells(&output->flow, at, length, cell > 0 ? cell : 0, columns);
		else
			add_line(&output->flow, at, length, heading ? STYLE_STRONG : STYLE_TEXT,
				columns);
		at += length + (at[length] == '\n');
	}
	if (output->flow.count > (size_t)frame->rows && frame->rows > 1)
		output->rows--;
}

static void output_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct output *output = state;

	(void)frame;
	if (app_hidden(app))
		area_text(area, 0, 1, STYLE_FAINT, "covered; F9 shows it");
	else {
		struct area text = area_part(area, 0, 0, output->rows, area->columns);
		flow_draw(&output->flow, &text, output->top);
		if (output->rows < area->rows)
			flow_draw_place(
				&output->flow, area, area->rows - 1, output->top, output->rows);
	}
	area_cursor(area, 0, 0, false);
}

static bool output_key(void *state, struct app *app, const struct key *key)
{
	struct output *output = state;
	bool close = key->code == KEY_ESCAPE || key->code == KEY_ENTER || key_letter(key) == 'q';

	bool undo = app->last && app->last->effect == EFFECT_CHANGES && show_key_runs(key, "undo");

	if (close || undo)
		app_leave(app, state);
	if (undo)
		app_run_with(app, "undo", NULL);
	return close || undo || flow_key(&output->flow, key, output->rows, &output->top);
}

static const char *output_hints(const void *state, const struct app *app)
{
	(void)state;
	return app->last && app->last->effect == EFFECT_CHANGES ? "↑↓ scroll  q back  u undo"
								: "↑↓ scroll  q back";
}

const struct view_ops view_output = {
	.name = "output",
	.title = "Output",
	.size = sizeof(struct output),
	.init = output_init,
	.clear = output_clear,
	.load = output_load,
	.draw = output_draw,
	.key = output_key,
	.hints = output_hints,
};
