/* SPDX-License-Identifier: MIT */
/*
 * A question that is about places in a text: what an amendment changes has been changed
 * meanwhile, or a file has other words. All of them are shown; then its words are taken, or
 * the text that comes of it is put right in the editor, or nothing is done.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "app_inside.h"
#include "flow.h"
#include "places.h"
#include "store/amendment.h"
#include "views.h"
#include "writing.h"

struct places {
	struct run *run;
	const char *flag;
	char text[1000]; /* the question */
	void *editor;    /* the view that can put it right, or NULL */
	bool amendment;  /* is being accepted */
	struct flow flow;
	size_t top;
	int rows;
};

/* What it would save is a new version of the text, and nothing else comes of it. */
static bool is_of_text(const struct run *run)
{
	return run->draft && strncmp(run->words.command->name, "recommendation ", 15) == 0;
}

static void places_init(void *state, struct app *app, const void *argument)
{
	struct places *p = state;
	const struct question *question = argument;

	p->run = app_top(app)->run;
	p->rows = 1;
	p->flag = arena_strdup(&p->run->arena, question->flag);
	memcpy(p->text, question->text, sizeof p->text);
	flow_init(&p->flow);
	p->amendment = p->run->words.command == command_find("amendment accept");
	for (size_t i = 0; i < app->depth; i++)
		if (app->stack[i].ops == &view_text && !app->stack[i].leaving &&
			(p->amendment || is_of_text(p->run)))
			p->editor = app->stack[i].state;
}

static void places_clear(void *state)
{
	flow_clear(&((struct places *)state)->flow);
}

static void places_load(void *state, struct app *app, const struct frame *frame)
{
	struct places *p = state;
	struct shape shape = {
		.columns = frame->columns - 1, .indent = 4, .label = "·", .label_column = 2};

	(void)app;
	flow_reset(&p->flow);
	flow_add(&p->flow, STYLE_STRONG, p->text);
	flow_end(&p->flow, &(struct shape){.columns = frame->columns - 1, .indent = 1});
	flow_blank(&p->flow, 0);
	for (const char *line = p->run->about; *line;) {
		size_t length = strcspn(line, "\n");
		flow_addf(&p->flow, STYLE_TEXT, "%.*s", (int)length, line);
		flow_end(&p->flow, &shape);
		line += length + (line[length] == '\n');
	}
	p->rows = frame->rows;
	flow_fit(&p->flow, p->rows, &p->top);
}

static void places_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct places *p = state;

	(void)frame;
	if (app_hidden(app))
		area_text(area, 0, 1, STYLE_FAINT, "covered; F9 shows it");
	else
		flow_draw(&p->flow, area, p->top);
	area_cursor(area, 0, 0, false);
}

/* The amendment that was named, else the selected one. */
static int64_t amendment_of(const struct places *p, const struct app *app)
{
	const char *named = p->run->words.values[0];
	int number;

	if (named && sscanf(named, "a%d", &number) == 1)
		return store_amendment_find(app_store(app), app_session(app), number);
	return app_desk(app)->selected.amendment;
}

/* With the editor there is a third answer, and the key that asked is none. */
static bool asks_twice(const struct places *p)
{
	return p->amendment && p->editor;
}

/* In the editor; the question is answered by what is saved there. */
static void put_right(struct places *p, struct app *app)
{
	int64_t amendment = p->amendment ? amendment_of(p, app) : 0;
	char *draft = p->amendment ? NULL : mem_strdup(p->run->draft);
	void *editor = p->editor;

	app_leave_run(app, p->run, NULL);
	if (draft)
		view_text_put_right(editor, app, draft);
	else
		view_text_resolve(editor, app, amendment);
	free(draft);
}

static bool places_key(void *state, struct app *app, const struct key *key)
{
	struct places *p = state;
	uint32_t letter = key_letter(key);

	/* The y that accepts an amendment, pressed twice, is no answer to this. */
	if (letter == 't' || (letter == 'y' && !asks_twice(p))) {
		writing_put(&p->run->words, p->flag, "yes");
		run_step(app, p->run);
	} else if (letter == 'e' && p->editor) {
		put_right(p, app);
	} else if (key_leaves(key) || letter == 'n') {
		app_say(app, TONE_PLAIN, "Nothing was changed");
		app_leave(app, state);
	} else if (key_ctrl(key) == 'q') {
		return false;
	} else if (!flow_key(&p->flow, key, p->rows, &p->top)) {
		app_say(app, TONE_PLAIN, "Please answer: %s or n",
			p->amendment ? "t, e"
			: p->editor  ? "y, e"
				     : "y");
	}
	return true;
}

/* Every key is its own. */
static bool places_typing(const void *state)
{
	(void)state;
	return true;
}

static const char *places_hints(const void *state, const struct app *app)
{
	const struct places *p = state;

	(void)app;
	return asks_twice(p) ? "t take its words  e edit the result  n no  Esc no  ↑↓ scroll"
	       : p->editor   ? "y yes  e edit the result  n no  Esc no  ↑↓ scroll"
			     : "y yes  n no  Esc no  ↑↓ scroll";
}

const struct view_ops view_places = {
	.name = "places",
	.title = "Places changed by two",
	.size = sizeof(struct places),
	.init = places_init,
	.clear = places_clear,
	.load = places_load,
	.draw = places_draw,
	.key = places_key,
	.hints = places_hints,
	.typing = places_typing,
};
