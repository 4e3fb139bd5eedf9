/* SPDX-License-Identifier: MIT */
/*
 * The word difference between what is saved now and what was being written
 * here, a note, a recommendation or a chapeau: the same keys for all of them.
 * Esc goes back to the text, which is still in its editor.
 */
#include "model/diff.h"
#include "app_inside.h"
#include "conflict.h"
#include "flow.h"

struct conflict_state {
	struct conflict conflict;
	struct arena arena;
	struct flow flow;
	size_t top;
	int rows;
};

static void conflict_init(void *state, struct app *app, const void *argument)
{
	struct conflict_state *c = state;

	(void)app;
	c->conflict = *(const struct conflict *)argument;
	arena_init(&c->arena);
	flow_init(&c->flow);
	c->rows = 1;
	c->conflict.what = arena_strdup(&c->arena, c->conflict.what);
	c->conflict.theirs = arena_strdup(&c->arena, c->conflict.theirs);
	c->conflict.mine = arena_strdup(&c->arena, c->conflict.mine);
}

static void conflict_clear(void *state)
{
	struct conflict_state *c = state;

	flow_clear(&c->flow);
	arena_clear(&c->arena);
}

static void conflict_load(void *state, struct app *app, const struct frame *frame)
{
	struct conflict_state *c = state;
	struct shape shape = {.columns = frame->columns - 2, .indent = 2};
	struct arena arena;
	size_t count = 0;

	(void)app;
	arena_init(&arena);
	flow_reset(&c->flow);
	c->rows = frame->rows;
	flow_addf(&c->flow, STYLE_STRONG, "Somebody else has changed %s since you began.",
		c->conflict.what);
	flow_end(&c->flow, &shape);
	flow_add(&c->flow, STYLE_TEXT,
		"From the saved text to yours: [-only there-] {+only in yours+}");
	flow_end(&c->flow, &shape);
	flow_blank(&c->flow, 0);
	struct diff_piece *pieces =
		diff_words(&arena, c->conflict.theirs, c->conflict.mine, &count);
	flow_add_diff(&c->flow, pieces, count);
	flow_end(&c->flow, &shape);
	arena_clear(&arena);
}

static void conflict_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct conflict_state *c = state;

	(void)frame;
	if (app_hidden(app))
		area_text(area, 0, 1, STYLE_FAINT, "covered; F9 shows it");
	else
		flow_draw(&c->flow, area, c->top);
	area_cursor(area, 0, 0, false);
}

static bool conflict_key(void *state, struct app *app, const struct key *key)
{
	struct conflict_state *c = state;
	uint32_t letter = key_letter(key);

	if (letter == 'm' || letter == 't') {
		app_leave(app, state);
		c->conflict.chosen(c->conflict.state, app, letter == 'm', &c->conflict);
		return true;
	}
	if (key_leaves(key)) {
		app_leave(app, state);
		return true;
	}
	flow_key(&c->flow, key, c->rows, &c->top);
	return key_ctrl(key) != 'q';
}

/* Every key is its own, so the hint bar offers no other. */
static bool conflict_typing(const void *state)
{
	(void)state;
	return true;
}

static const char *conflict_hints(const void *state, const struct app *app)
{
	(void)state;
	(void)app;
	return "m save mine  t take theirs  Esc back to my text";
}

/* It takes every key, so that nothing else happens before this is settled. */
const struct view_ops view_conflict = {
	.name = "conflict",
	.title = "Two versions",
	.size = sizeof(struct conflict_state),
	.init = conflict_init,
	.clear = conflict_clear,
	.load = conflict_load,
	.draw = conflict_draw,
	.key = conflict_key,
	.hints = conflict_hints,
	.typing = conflict_typing,
};
