/* SPDX-License-Identifier: MIT */
/* What a command has printed (a list, a sheet), to be read and left again. */
#include <stdlib.h>

#include "base/mem.h"
#include "app_inside.h"
#include "flow.h"
#include "show.h"

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

static void output_load(void *state, struct app *app, const struct frame *frame)
{
	struct output *output = state;

	(void)app;
	flow_reset(&output->flow);
	output->rows = frame->rows;
	flow_add(&output->flow, STYLE_TEXT, output->text);
	flow_end(&output->flow, &(struct shape){.columns = frame->columns - 1, .indent = 1});
}

static void output_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct output *output = state;

	(void)frame;
	if (app_hidden(app))
		area_text(area, 0, 1, STYLE_FAINT, "covered; F9 shows it");
	else
		flow_draw(&output->flow, area, output->top);
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
