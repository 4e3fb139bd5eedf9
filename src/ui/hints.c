/* SPDX-License-Identifier: MIT */
/*
 * The hint bar. A view's own line of hints comes first, then the rows of the command
 * table that work here and now, each put where its rank belongs. The table is walked
 * once for a view, for those that may ever work there. A key that changes nothing of
 * the session changes none of those that work now, so that they are kept from one key
 * to the next. What a row needs is asked here; what it does is not.
 */
#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "store/store.h"
#include "app_inside.h"
#include "hints.h"
#include "views.h"

enum {
	WIDE_HINTS = 60, /* columns from which undo stays in a hint bar that is cut */
	PLACES = 9,      /* of the hints that a row gives a place */
	VIEWS = 5,
	RANK_TAIL = PLACES + VIEWS + 1
};

/* --- what works --- */

static bool is_undo(const struct command *command)
{
	return strcmp(command->name, "undo") == 0;
}

static bool works_everywhere(const struct command *command)
{
	return (command->effect == EFFECT_SCREEN || is_undo(command)) &&
	       (command->where & IN_LISTS) == IN_LISTS;
}

/* There is a meeting, and it is not suspended. */
static bool goes_on(const struct top *top)
{
	return top->sitting && !top->meeting.suspended;
}

/* What the needs of a row do not say: there is an open meeting already … */
static bool makes_sense(const struct app *app, const struct command *command)
{
	const struct top *top = &app->top;

	if (strcmp(command->name, "help") == 0)
		return app_top(app)->ops != &view_help;
	if (strcmp(command->name, "meeting open") == 0)
		return !top->sitting;
	if (strcmp(command->name, "meeting close") == 0)
		return top->sitting;
	if (strcmp(command->name, "meeting resume") == 0)
		return top->sitting && !goes_on(top);
	if (strcmp(command->name, "item open") == 0)
		return !top->item_open && top->item_leaf;
	if (strcmp(command->name, "slot move") == 0 || strcmp(command->name, "slot earlier") == 0)
		return top->item_leaf;
	if (strcmp(command->name, "slot later") == 0)
		return top->item_leaf && app->desk->selected.slot;
	if (strcmp(command->name, "item conclude") == 0)
		return top->item_open;
	/* A heading is not decided on, nor is what has been; an amendment is by other rows. */
	if (strcmp(command->name, "recommendation adopt") == 0)
		return top->undecided && !app->desk->selected.amendment;
	if (strcmp(command->name, "recommendation withdraw") == 0 ||
		strcmp(command->name, "recommendation defer") == 0)
		return top->undecided;
	if (strcmp(command->name, "paragraph edit") == 0)
		return app->desk->selected.paragraph != NULL;
	if (strcmp(command->name, "view text") == 0)
		return app->desk->selected.recommendation != 0;
	/* Before a meeting is open, opening one is what comes first. */
	if (strcmp(command->name, "floor request") == 0)
		return top->sitting;
	return strcmp(command->name, "floor give") != 0 || top->waiting > 0;
}

static bool works_now(const struct app *app, const struct command *command)
{
	bool writes = command->effect == EFFECT_CHANGES || (command->needs & NEED_WRITING);

	if (writes && (app->looking || store_read_only(app->desk->store)))
		return false;
	if ((command->needs & NEED_SESSION) && !app->top.known)
		return false;
	if ((command->needs & NEED_MEETING) && !goes_on(&app->top))
		return false;
	if ((command->needs & NEED_SPEAKER) && !app->top.speaking)
		return false;
	return makes_sense(app, command);
}

static int views_of(const struct command *command)
{
	int count = 0;

	for (unsigned where = command->where & IN_LISTS; where; where >>= 1)
		count += where & 1;
	return count;
}

/* What a row has asked for comes first, by its place; then what works in this view
 * alone, what works in many views later, what works everywhere last: of that undo only
 * where the view is a list of what it could take back. 0: not here. */
static unsigned char rank_of(const struct command *command, unsigned bit)
{
	bool here = (command->where & bit) != 0;

	if (command->hint_place)
		return here ? (unsigned char)command->hint_place : 0;
	if (works_everywhere(command) && (here || !(bit & ~(unsigned)IN_LISTS)))
		return !is_undo(command) || here ? RANK_TAIL : 0;
	return here ? (unsigned char)(PLACES + views_of(command)) : 0;
}

/* --- collecting --- */

static int columns_of(const char *text, size_t length)
{
	int columns = 0, own;

	for (size_t bytes; length > 0; text += bytes, length -= bytes, columns += own)
		bytes = utf8_cluster(text, length, &own);
	return columns;
}

static struct hint hint_of(const char *key, size_t key_length, const char *word, size_t word_length)
{
	return (struct hint){.key = key,
		.word = word,
		.key_length = key_length,
		.word_length = word_length,
		.columns = columns_of(key, key_length) + columns_of(word, word_length) + 3};
}

/* "Enter note  Esc save": a key and its words, two blanks between hints. */
static void add_text(struct hints *hints, const char *text)
{
	while (*text) {
		const char *end = strstr(text, "  ");
		size_t length = end ? (size_t)(end - text) : strlen(text);
		size_t key = strcspn(text, " ");
		if (key < length && hints->count < HINTS)
			hints->all[hints->count++] =
				hint_of(text, key, text + key + 1, length - key - 1);
		text += length;
		text += strspn(text, " ");
	}
}

/* Behind those of its rank. */
static void put(struct hints *hints, const struct command *command, unsigned char rank)
{
	size_t at = hints->count;

	if (hints->count == HINTS)
		return;
	while (at > 0 && hints->ranks[at - 1] > rank) {
		hints->all[at] = hints->all[at - 1];
		hints->ranks[at] = hints->ranks[at - 1];
		at--;
	}
	hints->all[at] = hint_of(
		command->keys, strcspn(command->keys, " "), command->hint, strlen(command->hint));
	hints->ranks[at] = rank;
	hints->count++;
	hints->tail += rank == RANK_TAIL;
}

static void find_rows(struct hint_rows *rows, const struct view_ops *view)
{
	rows->view = view;
	rows->count = 0;
	for (const struct command *c = NULL; (c = command_next(c));) {
		unsigned char rank = c->hint && c->keys ? rank_of(c, view->bit) : 0;
		if (!rank)
			continue;
		assert(rows->count < HINT_ROWS);
		rows->all[rows->count++] = (struct hint_row){c, rank};
	}
}

static void collect(struct hints *hints, struct app *app, const struct view_ops *view)
{
	struct hint_rows *rows = &app->hint_rows;

	if (rows->view != view)
		find_rows(rows, view);
	*hints = (struct hints){.known = true, .view = view, .looking = app->looking};
	for (size_t i = 0; i < rows->count; i++)
		if (works_now(app, rows->all[i].command))
			put(hints, rows->all[i].command, rows->all[i].rank);
}

static bool has_key(const struct hints *hints, const struct hint *hint)
{
	for (size_t i = 0; i < hints->count; i++)
		if (hints->all[i].key_length == hint->key_length &&
			memcmp(hints->all[i].key, hint->key, hint->key_length) == 0)
			return true;
	return false;
}

/* What a view says of a key holds there, whatever the table says of it. */
static void add_table(struct hints *hints, struct app *app, const struct view_ops *view)
{
	struct hints *table = &app->hints;

	if (!table->known || table->view != view || table->looking != app->looking)
		collect(table, app, view);
	for (size_t i = 0; i < table->count && hints->count < HINTS; i++)
		if (!has_key(hints, &table->all[i])) {
			hints->all[hints->count++] = table->all[i];
			hints->tail += i >= table->count - table->tail;
		}
}

static void gather(struct hints *hints, struct app *app)
{
	const struct entry *top = app_top(app);
	const char *own = top->ops->hints ? top->ops->hints(top->state, app) : NULL;
	bool typing = top->ops->typing && top->ops->typing(top->state);

	hints->count = hints->tail = 0;
	if (own)
		add_text(hints, own);
	if (!top->ops->overlay && !typing)
		add_table(hints, app, top->ops);
}

/* --- drawing --- */

/* How many of those that are not in the tail fit. */
static size_t hints_fitting(const struct hints *hints, int columns)
{
	size_t fitting = 0, head = hints->count - hints->tail;

	for (size_t i = head; i < hints->count; i++)
		columns -= hints->all[i].columns;
	while (fitting < head && columns >= hints->all[fitting].columns)
		columns -= hints->all[fitting++].columns;
	return fitting;
}

/* Of the tail only undo and the key to all keys stay, what helps who is lost; undo where
 * they do not take most of the line. */
static void keep_help_of_tail(struct hints *hints, int columns)
{
	size_t head = hints->count - hints->tail, kept = 0;

	for (size_t i = head; i < hints->count; i++) {
		char key = hints->all[i].key[0];
		if (key == '?' || (key == 'u' && columns >= WIDE_HINTS))
			hints->all[head + kept++] = hints->all[i];
	}
	hints->tail = kept;
	hints->count = head + kept;
}

static int draw(const struct area *line, int column, const struct hint *hint, struct str *text)
{
	if (column + hint->columns - 2 > line->columns)
		return line->columns;
	str_reset(text);
	str_addn(text, hint->key, hint->key_length);
	column = area_text(line, 0, column, STYLE_KEY, text->text);
	str_reset(text);
	str_addc(text, ' ');
	str_addn(text, hint->word, hint->word_length);
	return area_text(line, 0, column, STYLE_TEXT, text->text) + 2;
}

void hints_draw(struct app *app, const struct area *line)
{
	struct hints hints = {0};
	struct str text = STR_EMPTY;
	int column = 1;

	gather(&hints, app);
	size_t tail = hints.tail, count = hints.count;
	hints.tail = 0;
	bool cut = hints_fitting(&hints, line->columns + 1) < count;
	hints.tail = tail;
	if (cut)
		keep_help_of_tail(&hints, line->columns);
	size_t head = hints_fitting(&hints, line->columns + 1 - (cut ? 2 : 0));
	for (size_t i = 0; i < head; i++)
		column = draw(line, column, &hints.all[i], &text);
	if (cut)
		column = area_text(line, 0, column, STYLE_FAINT, "…") + 1;
	for (size_t i = hints.count - hints.tail; i < hints.count; i++)
		column = draw(line, column, &hints.all[i], &text);
	str_clear(&text);
}
