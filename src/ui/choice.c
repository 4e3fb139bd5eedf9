/* SPDX-License-Identifier: MIT */
/* A question with a few answers. What the answers do is in the table of who asks; of
 * several things to go to, each answer is the argument of one command. */
#include <assert.h>

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

/* --- several things to go to --- */

struct offering {
	const char *says, *name, *param;
	const struct offer *offers;
	size_t count;
};

struct offers_state {
	struct choice_state shown; /* first: drawn as any choice is */
	struct choice_question question;
	struct choice choices[OFFERS + 1];
	struct arena arena;
	struct offering offering;
};

static void offers_say(struct app *app, struct str *text)
{
	const struct offers_state *s = app_top(app)->state;

	str_add(text, s->offering.says);
}

static void offers_init(void *state, struct app *app, const void *argument)
{
	const struct offering *offering = argument;
	struct offers_state *s = state;

	arena_init(&s->arena);
	s->offering = (struct offering){arena_strdup(&s->arena, offering->says),
		arena_strdup(&s->arena, offering->name), arena_strdup(&s->arena, offering->param),
		NULL, offering->count};
	struct offer *copies = arena_alloc(&s->arena, (offering->count + 1) * sizeof *copies);
	for (size_t i = 0; i < offering->count; i++) {
		copies[i] = (struct offer){arena_strdup(&s->arena, offering->offers[i].name),
			arena_strdup(&s->arena, offering->offers[i].what),
			arena_strdup(&s->arena, offering->offers[i].argument)};
		s->choices[i] =
			(struct choice){(char)('1' + i), copies[i].name, copies[i].what, NULL};
	}
	s->offering.offers = copies;
	s->question = (struct choice_question){
		.say = offers_say, .choices = s->choices, .hints = "1-9 go there  Esc back"};
	choice_init(&s->shown, app, &s->question);
}

static void offers_clear(void *state)
{
	struct offers_state *s = state;

	choice_clear(&s->shown);
	arena_clear(&s->arena);
}

static bool offers_key(void *state, struct app *app, const struct key *key)
{
	const struct offers_state *s = state;
	uint32_t letter = key_letter(key);

	if (key->code == KEY_ESCAPE)
		app_leave(app, state);
	for (size_t i = 0; i < s->offering.count; i++) {
		if (letter != (unsigned char)s->choices[i].letter)
			continue;
		app_leave(app, state);
		app_run_with(app, s->offering.name, s->offering.param,
			s->offering.offers[i].argument, NULL);
	}
	return key_ctrl(key) != 'q';
}

static const struct view_ops view_offers = {
	.name = "offers",
	.title = "Question",
	.overlay = true,
	.size = sizeof(struct offers_state),
	.init = offers_init,
	.clear = offers_clear,
	.load = choice_load,
	.draw = choice_draw,
	.key = offers_key,
	.hints = choice_hints,
};

void choice_offer(struct app *app, const char *says, const struct offer *offers, size_t count,
	const char *name, const char *param)
{
	const struct offering offering = {says, name, param, offers, count};

	assert(count <= OFFERS);
	app_push(app, &view_offers, &offering);
}
