/* SPDX-License-Identifier: MIT */
/*
 * What an agenda file says otherwise than the session that it was opened for, and
 * the question what becomes of it. The list scrolls, the answers stay in sight.
 * The answer is a flag of the run that asks, so that the screen does what the
 * command does; nothing is changed before.
 */
#include <stdio.h>
#include <string.h>

#include "app_inside.h"
#include "choice.h"
#include "flow.h"
#include "session.h"
#include "writing.h"

enum { FOOT = 4 }; /* rows below the list */

struct differences {
	struct run *run;
	struct flow head, flow; /* the sentence above, the list */
	size_t top;
	int rows; /* of the list */
};

static void differences_init(void *state, struct app *app, const void *argument)
{
	struct differences *d = state;

	(void)argument;
	d->run = app_top(app)->run;
	d->rows = 1;
	flow_init(&d->head);
	flow_init(&d->flow);
}

static void differences_clear(void *state)
{
	struct differences *d = state;

	flow_clear(&d->head);
	flow_clear(&d->flow);
}

static void add_lines(struct differences *d, int columns)
{
	struct shape shape = {.columns = columns - 1, .indent = 4, .label = "·", .label_column = 2};
	const char *line = d->run->about;

	while (*line) {
		size_t length = strcspn(line, "\n");
		char *text = arena_strndup(&d->flow.arena, line, length);
		flow_add(&d->flow, STYLE_TEXT, text);
		flow_end(&d->flow, &shape);
		line += length + (line[length] == '\n');
	}
}

static void differences_load(void *state, struct app *app, const struct frame *frame)
{
	struct differences *d = state;

	(void)app;
	flow_reset(&d->head);
	flow_reset(&d->flow);
	flow_add(&d->head, STYLE_STRONG,
		"The agenda file differs from its session (now → in the file):");
	flow_end(&d->head, &(struct shape){.columns = frame->columns - 1, .indent = 1});
	add_lines(d, frame->columns);
	d->rows = frame->rows - FOOT - (int)d->head.count - 1;
	if (d->rows > (int)d->flow.count)
		d->rows = (int)d->flow.count;
	if (d->rows < 1)
		d->rows = 1;
	flow_fit(&d->flow, d->rows, &d->top);
}

/* How much of the list is not in sight. */
static void draw_rest(const struct differences *d, const struct area *area, int row)
{
	size_t shown = d->top + (size_t)d->rows;
	size_t below = d->flow.count > shown ? d->flow.count - shown : 0;
	char text[80];

	if (d->top == 0 && below == 0)
		return;
	snprintf(text, sizeof text, "%zu above, %zu below: Up, Down, Space", d->top, below);
	area_cut(area, row, 2, area->columns - 3, STYLE_FAINT, text);
}

static void draw_answer(const struct area *area, int row, const char *key, const char *text)
{
	if (row < 0)
		return;
	area_text(area, row, 2, STYLE_KEY, key);
	area_cut(area, row, 5, area->columns - 6, STYLE_TEXT, text);
}

static void differences_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct differences *d = state;
	int head = (int)d->head.count + 1;
	struct area list = area_part(area, head, 0, d->rows, area->columns);
	int foot = head + d->rows;

	(void)app;
	(void)frame;
	flow_draw(&d->head, area, 0);
	flow_draw(&d->flow, &list, d->top);
	draw_rest(d, area, foot);
	draw_answer(area, foot + 1, "t",
		"take the file's: the session follows it, in one step that u undoes");
	draw_answer(area, foot + 2, "k", "keep the session as it is");
	draw_answer(area, foot + 3, "q", "leave: nothing is changed");
	area_cursor(area, 0, 0, false);
}

/* Its days or its time zone may be others now. */
static void taken(struct app *app, const struct call *call, void *context)
{
	(void)call;
	(void)context;
	choice_leave(app);
	session_entered(app);
}

static void answer(struct differences *d, struct app *app, const char *flag)
{
	struct run *run = d->run;

	writing_put(&run->words, flag, "yes");
	if (!run->after && strcmp(flag, "take") == 0)
		run->after = taken;
	run_step(app, run);
}

static bool differences_key(void *state, struct app *app, const struct key *key)
{
	struct differences *d = state;

	/* Before the list: there k is "up". */
	switch (key_letter(key)) {
	case 't':
		answer(d, app, "take");
		return true;
	case 'k':
		answer(d, app, "keep");
		return true;
	case 'q':
		app_want(app, WANT_QUIT);
		return true;
	}
	if (key_leaves(key)) {
		app_say(app, TONE_PLAIN, "Nothing was changed");
		app_leave(app, state);
	} else if (key_ctrl(key) == 'q') {
		return false;
	} else if (!flow_key(&d->flow, key, d->rows, &d->top)) {
		app_say(app, TONE_PLAIN, "Please answer: t, k or q");
	}
	return true;
}

/* Every key is its own. */
static bool differences_typing(const void *state)
{
	(void)state;
	return true;
}

static const char *differences_hints(const void *state, const struct app *app)
{
	(void)state;
	(void)app;
	return "t take  k keep  q leave  ↑↓ scroll";
}

const struct view_ops view_differences = {
	.name = "differences",
	.title = "Differences",
	.size = sizeof(struct differences),
	.init = differences_init,
	.clear = differences_clear,
	.load = differences_load,
	.draw = differences_draw,
	.key = differences_key,
	.hints = differences_hints,
	.typing = differences_typing,
};
