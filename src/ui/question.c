/* SPDX-License-Identifier: MIT */
/*
 * Questions: one that a command asks (yes gives its flag and runs it again), and
 * the look at what an undo or redo will do. No, the default, leaves all as it
 * was. The key that says yes is never the one that led here: a key that is held
 * down or hit twice confirms nothing; an undo, which can itself be undone, may
 * be confirmed so.
 */
#include <stdio.h>
#include <string.h>

#include "store/journal.h"
#include "app_inside.h"
#include "flow.h"
#include "panel.h"
#include "show.h"
#include "writing.h"

enum { ROWS = 12, SHOWN = 7 }; /* of the panel; commands of an undo named in it */

struct question_state {
	struct run *run;
	const char *flag;
	char yes;
	char hints[80];
	bool undo;
	struct flow flow; /* the text; laid out in load */
	char text[1000];
	struct arena arena;
	struct undo_plan plan; /* of an undo: copied into the arena */
};

static struct run *own_run(const struct app *app)
{
	return app_top(app)->run;
}

static void question_init(void *state, struct app *app, const void *argument)
{
	struct question_state *q = state;
	const struct question *question = argument;

	arena_init(&q->arena);
	flow_init(&q->flow);
	q->run = own_run(app);
	q->flag = arena_strdup(&q->arena, question->flag);
	memcpy(q->text, question->text, sizeof q->text);
	q->yes = q->run->key.point == 'y' ? 'd' : 'y'; /* not j, which moves in a list */
	snprintf(
		q->hints, sizeof q->hints, "%s  n no  Esc no", q->yes == 'y' ? "y yes" : "d do it");
}

static void question_clear(void *state)
{
	struct question_state *q = state;

	flow_clear(&q->flow);
	arena_clear(&q->arena);
}

static void question_load(void *state, struct app *app, const struct frame *frame)
{
	struct question_state *q = state;
	struct shape shape = {.columns = frame->columns - 1, .indent = 1};

	(void)app;
	flow_reset(&q->flow);
	flow_add(&q->flow, STYLE_STRONG, q->text);
	flow_end(&q->flow, &shape);
}

static void question_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct question_state *q = state;
	int rows = q->flow.count < ROWS ? (int)q->flow.count : ROWS;
	struct area inside = panel_draw(area, rows);

	(void)app;
	(void)frame;
	flow_draw(&q->flow, &inside, 0);
	area_cursor(&inside, inside.rows - 1, 1, false);
}

static bool question_key(void *state, struct app *app, const struct key *key)
{
	struct question_state *q = state;

	if (key_ctrl(key) == 'q')
		return false;
	if (key_letter(key) == (unsigned char)q->yes) {
		writing_put(&q->run->words, q->flag, "yes");
		q->run->agreed.flag = arena_strdup(&q->run->arena, q->flag);
		memcpy(q->run->agreed.text, q->text, sizeof q->text);
		run_step(app, q->run);
	} else if (key_letter(key) == 'n' || key->code == KEY_ESCAPE || key->code == KEY_ENTER) {
		app_say(app, TONE_PLAIN, "Nothing was changed");
		app_leave(app, state);
	} else {
		app_say(app, TONE_PLAIN, "Please answer: %c or n", q->yes);
	}
	return true;
}

static const char *question_hints(const void *state, const struct app *app)
{
	(void)app;
	return ((const struct question_state *)state)->hints;
}

const struct view_ops view_question = {
	.name = "question",
	.title = "Question",
	.overlay = true,
	.size = sizeof(struct question_state),
	.init = question_init,
	.clear = question_clear,
	.load = question_load,
	.draw = question_draw,
	.key = question_key,
	.hints = question_hints,
};

/* --- undo --- */

static void copy_plan(struct question_state *q, const struct undo_plan *plan)
{
	q->plan = *plan;
	q->plan.rows = arena_alloc(&q->arena, (plan->count + 1) * sizeof *plan->rows);
	for (size_t i = 0; i < plan->count; i++) {
		q->plan.rows[i] = plan->rows[i];
		q->plan.rows[i].person = arena_strdup(&q->arena, plan->rows[i].person);
		q->plan.rows[i].command = arena_strdup(&q->arena, plan->rows[i].command);
		q->plan.rows[i].arguments = arena_strdup(&q->arena, plan->rows[i].arguments);
		q->plan.rows[i].summary = arena_strdup(&q->arena, plan->rows[i].summary);
	}
}

static void undo_init(void *state, struct app *app, const void *argument)
{
	struct question_state *q = state;
	const char *verb;
	struct str key;

	arena_init(&q->arena);
	flow_init(&q->flow);
	str_init(&key);
	q->run = own_run(app);
	copy_plan(q, argument);
	verb = q->plan.redo ? "redo" : "undo";
	if (q->plan.count > 1) {
		snprintf(q->hints, sizeof q->hints, "y %s all %zu  n no  Esc leave it", verb,
			q->plan.count);
		str_clear(&key);
		return;
	}
	if (q->run->key.code == KEY_CHARACTER && (q->run->key.ctrl || q->run->key.point == 'u'))
		key_format(&q->run->key, &key);
	if (key.length > 0)
		snprintf(q->hints, sizeof q->hints, "Enter %s  %s %s  Esc leave it", verb, key.text,
			verb);
	else
		snprintf(q->hints, sizeof q->hints, "Enter %s  Esc leave it", verb);
	str_clear(&key);
}

static void undo_load(void *state, struct app *app, const struct frame *frame)
{
	struct question_state *q = state;
	struct shape shape = {.columns = frame->columns - 1, .indent = 1};
	struct shape row = {.columns = frame->columns - 1, .indent = 8, .label_column = 1};
	struct str time;

	flow_reset(&q->flow);
	if (q->plan.count > 1)
		flow_addf(&q->flow, STYLE_BAD,
			"Undo %zu commands: this one and the later ones that stand on it?",
			q->plan.count);
	else
		flow_add(&q->flow, STYLE_STRONG, q->plan.redo ? "Redo:" : "Undo:");
	flow_end(&q->flow, &shape);
	str_init(&time);
	size_t shown = q->plan.count > SHOWN ? SHOWN - 1 : q->plan.count;
	for (size_t i = 0; i < shown; i++) {
		const struct journal_row *r = &q->plan.rows[i];
		bool covered = app_hidden(app) && r->summary && r->summary[0];
		str_reset(&time);
		show_time(&time, r->at, frame->now);
		row.label = time.text;
		row.indent = (int)time.length + 3;
		flow_addf(&q->flow, STYLE_TEXT, "%s", r->command);
		if (r->summary && r->summary[0])
			flow_addf(&q->flow, STYLE_TEXT, ": %s",
				covered ? show_covered(app, r->summary) : r->summary);
		flow_end(&q->flow, &row);
	}
	if (shown < q->plan.count) {
		flow_addf(&q->flow, STYLE_BAD, "and %zu more", q->plan.count - shown);
		flow_end(&q->flow, &shape);
	}
	str_clear(&time);
}

static bool undo_key(void *state, struct app *app, const struct key *key)
{
	struct question_state *q = state;
	bool again = key_equal(key, &q->run->key) && key->code == KEY_CHARACTER;
	bool many = q->plan.count > 1;

	/* A whole morning is not undone by the key that was at hand. */
	if (many ? key_letter(key) == 'y' : key->code == KEY_ENTER || again) {
		if (q->plan.count > 1)
			writing_put(&q->run->words, "with-later", "yes");
		run_step(app, q->run);
	} else if (key->code == KEY_ESCAPE || key_letter(key) == 'n') {
		app_leave(app, state);
	}
	return key_ctrl(key) != 'q';
}

const struct view_ops view_undo = {
	.name = "undo",
	.title = "Undo",
	.overlay = true,
	.size = sizeof(struct question_state),
	.init = undo_init,
	.clear = question_clear,
	.load = undo_load,
	.draw = question_draw,
	.key = undo_key,
	.hints = question_hints,
};
