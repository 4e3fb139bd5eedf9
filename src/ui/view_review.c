/* SPDX-License-Identifier: MIT */
/*
 * The review of an imported agenda: the document at the left, what was understood of it
 * at the right, and below that the whole of the selected row. Where the window is
 * narrow the document is below. Moving in the list moves the document; all that changes
 * something is a row of the command table (review_commands.c). The state is the draft
 * (exchange/agenda_draft.h), which is in its file at every moment.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_inside.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "review.h"
#include "views.h"
#include "writing.h"

enum {
	HEAD = 1,     /* rows of the view's own on top */
	BESIDE = 100, /* columns from which the panes lie side by side */
	WIDEST = 92,  /* columns of the document: a printed line and its number */
	DETAIL = 3,   /* rows of the selected one, where the panes are stacked */
	NAME = 12,    /* columns from which a document's name is worth showing */
	BRIEF = 8,    /* rows from which there are two of the selected one */
	STACKED = 14, /* rows from which that is so; else one pane is seen at a time */
	UNFOLDED = 10 /* rows from which the selected one has its own beside */
};

/* --- its beginning and end --- */

struct review *review_of(const struct app *app)
{
	for (size_t i = app->depth; i-- > 0;)
		if (app->stack[i].ops == &view_review && !app->stack[i].leaving)
			return app->stack[i].state;
	return NULL;
}

static void init(void *state, struct app *app, const void *argument)
{
	struct review *review = state;

	(void)app;
	(void)argument;
	arena_init(&review->arena);
	flow_init(&review->detail);
	flow_init(&review->paper);
	str_init(&review->refused);
	review->wanted = AGENDA_NONE;
	review->list.rows = 1;
}

static void clear(void *state)
{
	struct review *review = state;

	agenda_draft_clear(&review->draft);
	arena_clear(&review->arena);
	flow_clear(&review->detail);
	flow_clear(&review->paper);
	str_clear(&review->refused);
	free(review->document);
	free(review->file);
}

static void say_opened(const struct review *review, struct app *app)
{
	app_say(app, TONE_PLAIN, review->draft.went_on ? "Going on with %s" : "Kept in %s",
		review->draft.file);
}

void app_review(struct app *app, const char *document, const char *file)
{
	app_push(app, &view_review, NULL);
	struct review *review = app_top(app)->state;
	review->document = mem_strdup(document);
	review->file = file ? mem_strdup(file) : NULL;
}

void app_review_draft(struct app *app, struct agenda_draft *draft)
{
	app_push(app, &view_review, NULL);
	struct review *review = app_top(app)->state;
	review->draft = *draft;
	*draft = (struct agenda_draft){0};
	review->opened = review->stale = review->ends = true;
	say_opened(review, app);
}

/* The file is somebody else's, or cannot be made. */
static void ask_for_name(const struct review *review, struct app *app)
{
	struct words shown = {.command = command_find("agenda import")};

	writing_put(&shown, "document", review->document);
	writing_put(&shown, "output", review->draft.file);
	app_run_whole_form(app, &shown);
}

/* Behind a picture that says so: a long document takes a moment. */
static bool work(void *state, struct app *app)
{
	struct review *review = state;
	struct err err = {0};

	if (review->opened || !review->document)
		return false;
	if (agenda_draft_open(&review->draft, review->document, review->file, &err)) {
		review->opened = review->stale = true;
		say_opened(review, app);
	} else {
		app_say(app, TONE_BAD, "%s", err.text);
		app_leave(app, review);
		if (err.code == ERR_CANNOT_CREATE)
			ask_for_name(review, app);
	}
	free(review->document);
	review->document = NULL;
	app_reload(app);
	return false;
}

void review_leave(struct review *review, struct app *app)
{
	if (review->ends) {
		app_want(app, WANT_QUIT);
		return;
	}
	app_say(app, TONE_PLAIN, "The agenda is in %s", review->draft.file);
	app_leave(app, review);
}

void review_changed(struct review *review, struct app *app)
{
	review->stale = true;
	app_reload(app);
}

/* --- the panes --- */

static struct review_panes panes_of(const struct review *review, const struct area *area)
{
	struct review_panes panes = {.rules = {-1, -1}};
	struct area body = area_part(area, HEAD, 0, area->rows - HEAD, area->columns);
	struct area none = area_part(area, 0, 0, 0, 0);

	panes.paper = panes.list = panes.detail = none;
	if (area->columns >= BESIDE) {
		int left = area->columns / 2 < WIDEST ? area->columns / 2 : WIDEST;
		int right = area->columns - left - 1;
		int detail = body.rows >= UNFOLDED ? body.rows / 3 : 0;
		panes.beside = true;
		panes.bar = left;
		panes.paper = area_part(&body, 0, 0, body.rows, left);
		panes.list =
			area_part(&body, 0, left + 1, body.rows - detail - (detail > 0), right);
		if (detail > 0) {
			panes.rules[0] = area->rows - detail - 1;
			panes.rule_from[0] = left + 1;
			panes.rule_columns[0] = right;
			panes.detail =
				area_part(&body, body.rows - detail, left + 1, detail, right);
		}
	} else if (body.rows >= STACKED) {
		int paper = (body.rows - DETAIL - 2) * 2 / 5;
		int list = body.rows - DETAIL - 2 - paper;
		panes.list = area_part(&body, 0, 0, list, body.columns);
		panes.detail = area_part(&body, list + 1, 0, DETAIL, body.columns);
		panes.paper = area_part(&body, list + DETAIL + 2, 0, paper, body.columns);
		panes.rules[0] = HEAD + list;
		panes.rules[1] = HEAD + list + DETAIL + 1;
		panes.rule_columns[0] = panes.rule_columns[1] = body.columns;
	} else if (review->focus == REVIEW_ON_PAPER) {
		panes.paper = body;
	} else if (body.rows >= BRIEF) {
		/* The first line of what is said of the row, below its text. */
		int list = body.rows - 3;
		panes.list = area_part(&body, 0, 0, list, body.columns);
		panes.detail = area_part(&body, list + 1, 0, 2, body.columns);
		panes.rules[0] = HEAD + list;
		panes.rule_columns[0] = body.columns;
	} else {
		panes.list = body;
	}
	return panes;
}

/* Is there more of the selected row than is seen of it? */
static bool has_more(const struct review *review)
{
	return review->detail_rows > 0 && review->detail.count > (size_t)review->detail_rows;
}

static void load(void *state, struct app *app, const struct frame *frame)
{
	struct review *review = state;
	struct canvas canvas = {.rows = frame->rows, .columns = frame->columns};
	struct area area = {&canvas, 0, 0, frame->rows, frame->columns};
	struct review_panes panes = panes_of(review, &area);

	(void)app;
	if (!review->opened)
		return;
	review->list.rows = panes.list.rows > 0 ? panes.list.rows : 1;
	if (review->stale)
		review_rows_make(review);
	list_fit(&review->list, review->count, review->list.rows);
	if (panes.paper.rows > 0) {
		review->paper_rows = panes.paper.rows;
		review_paper_make(review, panes.paper.columns);
		if (review->follow)
			review_paper_follow(review);
	}
	review_detail_make(review, panes.beside ? panes.detail.columns : frame->columns);
	review->detail_rows = panes.detail.rows;
	flow_fit(&review->detail, review->detail_rows, &review->detail_top);
	if (review->focus == REVIEW_ON_DETAIL && !has_more(review))
		review->focus = REVIEW_ON_LIST;
}

/* --- drawing --- */

static void add_count(struct str *out, size_t count, const char *words)
{
	if (count > 0)
		str_addf(out, " · %zu %s", count, words);
}

static const char *base_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void draw_head(const struct review *review, const struct area *area)
{
	const struct agenda *agenda = &review->draft.agenda;
	struct str left, right;

	str_init(&left);
	str_init(&right);
	str_addf(&right, "%zu items · %zu slots", agenda->item_count, agenda->slot_count);
	add_count(&right, review->doubtful, "doubtful");
	add_count(&right, review->likely, "likely");
	add_count(&right, review->warned, review->warned == 1 ? "warning" : "warnings");
	add_count(&right, agenda->unread_count, "unread");
	str_addf(&left, "%s → %s", base_of(review->draft.document), base_of(review->draft.file));
	int room = area->columns - utf8_columns(right.text) - 4;
	if (utf8_columns(left.text) > room)
		str_cut(&left, strlen(base_of(review->draft.document)));
	if (room >= NAME)
		area_cut(area, 0, 1, room, STYLE_STRONG, left.text);
	area_right(area, 0, area->columns - 1, STYLE_TEXT, right.text);
	str_clear(&left);
	str_clear(&right);
}

static void draw_detail(
	const struct review *review, const struct area *area, const struct review_panes *panes)
{
	size_t seen = review->detail_top + (size_t)panes->detail.rows;
	char more[40];

	flow_draw(&review->detail, &panes->detail, review->detail_top);
	if (review->focus == REVIEW_ON_DETAIL)
		area_cursor(&panes->detail, 0, 0, false);
	if (review->detail.count <= seen)
		return;
	snprintf(more, sizeof more, " %zu more: Tab Tab ", review->detail.count - seen);
	area_right(area, panes->rules[0], area->columns - 1, STYLE_FAINT, more);
}

static void draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area)
{
	const struct review *review = state;
	struct review_panes panes = panes_of(review, area);

	(void)app;
	(void)frame;
	if (!review->opened || review->count == 0) {
		area_textf(area, HEAD, 1, STYLE_STRONG, "Reading %s …",
			review->document ? review->document : "");
		area_cursor(area, HEAD, 1, false);
		return;
	}
	draw_head(review, area);
	if (panes.beside)
		area_bar(area, HEAD, panes.bar, area->rows - HEAD);
	for (int i = 0; i < 2; i++)
		if (panes.rules[i] >= 0)
			area_rule(area, panes.rules[i], panes.rule_from[i], panes.rule_columns[i]);
	if (panes.list.rows > 0)
		review_rows_draw(review, &panes.list);
	if (panes.detail.rows > 0)
		draw_detail(review, area, &panes);
	if (panes.paper.rows > 0)
		review_paper_draw(review, &panes.paper);
}

/* --- keys --- */

/* A heading is no row to be on. */
static void leave_heading(struct review *review, bool up)
{
	struct list *list = &review->list;

	if (review->rows[list->selected].kind != REVIEW_HEADING)
		return;
	if (up && list->selected > 1)
		list_select(list, list->selected - 1);
	else
		list_select(list, list->selected + 1);
	if (review->rows[list->selected].kind == REVIEW_HEADING && list->selected + 1 < list->count)
		list_select(list, list->selected + (up ? 0 : 1));
}

bool review_step(struct review *review, bool back)
{
	size_t count = review->count, at = review->list.selected;

	for (size_t i = 0; i < count; i++) {
		at = back ? (at + count - 1) % count : (at + 1) % count;
		if (review->rows[at].open) {
			list_select(&review->list, at);
			review->detail_top = 0;
			review->follow = true;
			return true;
		}
	}
	return false;
}

static bool is_switch(const struct key *key)
{
	return !key->alt && !key->ctrl &&
	       (key->code == KEY_TAB || key->code == KEY_BACKTAB || key->code == KEY_LEFT ||
		       key->code == KEY_RIGHT);
}

/* Tab goes to what can be scrolled, and back to the list. */
static void switch_focus(struct review *review, const struct key *key)
{
	if (key->code == KEY_LEFT)
		review->focus = REVIEW_ON_PAPER;
	else if (key->code == KEY_RIGHT || review->focus == REVIEW_ON_DETAIL)
		review->focus = REVIEW_ON_LIST;
	else if (review->focus == REVIEW_ON_LIST)
		review->focus = REVIEW_ON_PAPER;
	else
		review->focus = has_more(review) ? REVIEW_ON_DETAIL : REVIEW_ON_LIST;
}

static bool key(void *state, struct app *app, const struct key *key)
{
	struct review *review = state;
	size_t before = review->list.selected;

	if (!review->opened)
		return false;
	if (is_switch(key)) {
		switch_focus(review, key);
		app_reload(app);
		return true;
	}
	if (review->focus == REVIEW_ON_PAPER)
		return flow_key(&review->paper, key, review->paper_rows, &review->paper_top);
	if (review->focus == REVIEW_ON_DETAIL)
		return flow_key(&review->detail, key, review->detail_rows, &review->detail_top);
	if (!list_key(&review->list, key))
		return false;
	leave_heading(review, review->list.selected < before);
	review->detail_top = 0;
	review->follow = true;
	app_reload(app);
	return true;
}

static const char *hints(const void *state, const struct app *app)
{
	const struct review *review = state;

	(void)app;
	if (!review->opened)
		return NULL;
	return review->focus == REVIEW_ON_LIST ? NULL : "↑↓ scroll  Tab next pane";
}

const struct view_ops view_review = {
	.name = "review",
	.title = "Review of an imported agenda",
	.bit = IN_REVIEW,
	.alone = true,
	.size = sizeof(struct review),
	.init = init,
	.clear = clear,
	.load = load,
	.draw = draw,
	.key = key,
	.hints = hints,
	.work = work,
	.keys = "Up, Down, j, k\tMove; the document goes along\n"
		"Tab, Left, Right\tTo the document, to what is said of the row, and back\n",
};
