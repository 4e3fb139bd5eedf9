/* SPDX-License-Identifier: MIT */
/* A question with a few answers. What the answers do is in the table of who asks. */
#include <string.h>

#include "app_inside.h"
#include "choice.h"
#include "flow.h"
#include "panel.h"

enum { ROWS = 10 };

struct choice_state {
	const struct choice_question *question;
	struct flow flow;
};

static void choice_init(void *state, struct app *app, const void *argument)
{
	struct choice_state *s = state;

	(void)app;
	s->question = argument;
	flow_init(&s->flow);
}

static void choice_clear(void *state)
{
	flow_clear(&((struct choice_state *)state)->flow);
}

static void say_choice(struct flow *flow, const struct choice *choice, int columns)
{
	char key[] = {choice->letter, '\0'};
	struct shape shape = {.columns = columns - 1,
		.indent = 5,
		.label = key,
		.label_column = 2,
		.label_style = STYLE_KEY};

	flow_add(flow, STYLE_STRONG, choice->name);
	flow_addf(flow, STYLE_TEXT, ": %s", choice->what);
	flow_end(flow, &shape);
}

static void choice_load(void *state, struct app *app, const struct frame *frame)
{
	struct choice_state *s = state;
	struct str text;

	str_init(&text);
	s->question->say(app, &text);
	flow_reset(&s->flow);
	flow_add(&s->flow, STYLE_TEXT, text.text);
	flow_end(&s->flow, &(struct shape){.columns = frame->columns - 1, .indent = 1});
	str_clear(&text);
	flow_blank(&s->flow, 0);
	for (const struct choice *c = s->question->choices; c->letter; c++)
		say_choice(&s->flow, c, frame->columns);
}

static void choice_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct choice_state *s = state;
	struct area inside = panel_draw(area, s->flow.count < ROWS ? (int)s->flow.count : ROWS);

	(void)app;
	(void)frame;
	flow_draw(&s->flow, &inside, 0);
	area_cursor(&inside, 0, 1, false);
}

static bool choice_key(void *state, struct app *app, const struct key *key)
{
	const struct choice_state *s = state;
	uint32_t letter = key_letter(key);

	if (letter && letter == (unsigned char)s->question->again)
		letter = (unsigned char)s->question->first;
	if (key->code == KEY_ESCAPE && !s->question->escape)
		app_leave(app, state);
	else if (key->code == KEY_ESCAPE)
		letter = (unsigned char)s->question->escape;
	for (const struct choice *c = s->question->choices; c->letter; c++)
		if (letter == (unsigned char)c->letter && c->take(app))
			app_leave(app, state);
	return key_ctrl(key) != 'q';
}

static const char *choice_hints(const void *state, const struct app *app)
{
	(void)app;
	return ((const struct choice_state *)state)->question->hints;
}

void choice_leave(struct app *app)
{
	for (size_t i = app->depth; i-- > 0;)
		if (app->stack[i].ops == &view_choice)
			app_leave(app, app->stack[i].state);
}

const struct view_ops view_choice = {
	.name = "choice",
	.title = "Question",
	.overlay = true,
	.size = sizeof(struct choice_state),
	.init = choice_init,
	.clear = choice_clear,
	.load = choice_load,
	.draw = choice_draw,
	.key = choice_key,
	.hints = choice_hints,
};
