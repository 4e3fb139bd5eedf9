/* SPDX-License-Identifier: MIT */
/*
 * The organization of work: days and slots with what was planned, and beside it
 * what was actually taken up, in which meeting and from when to when, with its late
 * start, its pauses and who was in the chair. Items and meetings that stand in no slot
 * are listed at the end, and below them what was amended (organization_amend.c). A session
 * has some tens of slots and items, so all of it is read whole, once per change of the
 * journal, and turned into lines (organization_lines.c); drawing only cuts them to the
 * screen.
 */
#include <string.h>

#include "base/utf8.h"
#include "app_inside.h"
#include "cited.h"
#include "organization.h"
#include "views.h"

enum {
	HEAD = 1,     /* rows of the view's own on top */
	UNFOLDED = 4, /* rows for the selected line, with the rule */
	TALL = 10,    /* rows from which there is room for them */
	NARROW = 100, /* columns below which a title takes what room is left */
	INDENT = 4,
	NUMBERS = 10 /* columns of a number at most */
};

/* --- loading --- */

static void init(void *data, struct app *app, const void *argument)
{
	struct organization *state = data;

	(void)argument;
	arena_init(&state->arena);
	flow_init(&state->text);
	state->app = app;
	state->session = app_session(app);
	state->before = app_desk(app)->selected.item;
}

/* What was selected before is again where nothing was selected here. */
static void clear(void *data)
{
	struct organization *state = data;
	struct desk *desk = app_desk(state->app);

	if (!desk->selected.item && desk->session == state->session)
		desk->selected.item = state->before;
	flow_clear(&state->text);
	arena_clear(&state->arena);
}

static size_t find_line(const struct organization *state, const struct line *wanted)
{
	for (size_t i = 0; i < state->count; i++)
		if (state->lines[i].slot == wanted->slot && state->lines[i].item == wanted->item &&
			state->lines[i].part == wanted->part &&
			state->lines[i].change == wanted->change)
			return i;
	return state->count;
}

/* Of the meeting that is open, else the one that comes next. */
static int64_t slot_of_now(struct app *app, int64_t now)
{
	struct arena arena;
	struct meeting_row meeting;

	arena_init(&arena);
	bool open = store_meeting_open_now(app_store(app), app_session(app), &arena, &meeting);
	arena_clear(&arena);
	if (open && meeting.slot)
		return meeting.slot;
	return store_slot_at(app_store(app), app_session(app), now);
}

/* An item that was moved takes the cursor with it. */
static size_t follow_item(const struct organization *state, const struct line *before, size_t again)
{
	if (!before->item || again < state->count)
		return again;
	for (size_t i = 0; i < state->count; i++)
		if (state->lines[i].item == before->item)
			return i;
	return again;
}

/* What the commands take for the selected ones: what is not selected here is not meant. */
static void tell_desk(const struct organization *state, struct app *app)
{
	struct desk *desk = app_desk(app);

	if (state->count == 0)
		return;
	const struct line *line = &state->lines[state->list.selected];
	desk->selected.slot = line->slot;
	if (desk->selected.item == line->item)
		return;
	desk->selected.item = line->item;
	top_select(app);
}

/* The row under the cursor keeps it; at first it is on the slot that is now. */
static void load_again(struct organization *state, struct app *app, int64_t now)
{
	struct line before = {0};

	if (state->list.count > 0)
		before = state->lines[state->list.selected];
	if (!state->loaded)
		before.slot = slot_of_now(app, now);
	organization_load(state, app);
	int64_t added = app_made(app, "item add");
	if (state->loaded && added && added != state->added)
		before = (struct line){.item = added};
	state->added = added;
	size_t again = find_line(state, &before);
	again = follow_item(state, &before, again);
	if ((before.slot || before.item || before.change) && again < state->count)
		list_carry(&state->list, state->count, again);
	state->loaded = true;
}

static void load_text(struct organization *state, int columns)
{
	flow_reset(&state->text);
	if (state->list.count == 0)
		return;
	const struct line *line = &state->lines[state->list.selected];
	if (line->number)
		flow_addf(&state->text, STYLE_STRONG, "%s  ", line->number);
	flow_add(&state->text, STYLE_TEXT, line->planned + strspn(line->planned, " "));
	if (line->happened[0])
		flow_addf(&state->text, STYLE_FAINT, "%s%s", line->planned[0] ? " · " : "",
			line->happened);
	flow_end(&state->text, &(struct shape){.columns = columns - 1, .indent = 1});
}

static void load(void *data, struct app *app, const struct frame *frame)
{
	struct organization *state = data;
	int64_t sequence = store_sequence(app_store(app), app_session(app));
	int rows = frame->rows - HEAD;

	if (frame->rows >= TALL)
		rows -= UNFOLDED;
	state->list.rows = rows > 0 ? rows : 1;
	if (!state->loaded || sequence != state->sequence || app_hidden(app) != state->hidden)
		load_again(state, app, frame->now);
	state->sequence = sequence;
	state->hidden = app_hidden(app);
	list_fit(&state->list, state->count, rows);
	tell_desk(state, app);
	load_text(state, frame->columns);
}

/* --- drawing --- */

/* Where what happened begins; what has nothing beside it may begin before that, and on a
 * narrow screen what is short leaves its room to the title. */
static int happened_column(const struct area *area, const struct line *line)
{
	int right = area->columns >= 150 ? 90 : area->columns * 9 / 16;
	int fits = area->columns - utf8_columns(line->happened);

	if (line->number && area->columns < NARROW)
		return fits > right ? fits - 1 : right;
	if (line->planned[0] || fits >= right)
		return right;
	return fits > 4 ? fits : 4;
}

static void draw_line(const struct area *area, int row, const struct line *line, int numbers)
{
	int right = happened_column(area, line), column = 1;

	if (line->number) {
		area_cut(area, row, INDENT, numbers, STYLE_TEXT, line->number);
		column = INDENT + numbers + 2;
	}
	bool wide = line->happened[0] == '\0';
	area_cut(area, row, column, (wide ? area->columns : right) - column - 1, line->style,
		line->planned);
	if (!wide)
		area_cut(area, row, right, area->columns - right, line->happened_style,
			line->happened);
}

/* All titles begin behind the widest number. */
static int number_columns(const struct organization *state)
{
	int widest = 0;

	for (size_t i = 0; i < state->count; i++) {
		int own = state->lines[i].number ? utf8_columns(state->lines[i].number) : 0;
		if (own > widest)
			widest = own;
	}
	return widest < NUMBERS ? widest : NUMBERS;
}

static void draw(
	const void *data, const struct app *app, const struct frame *frame, const struct area *area)
{
	const struct organization *state = data;
	struct area list = area_part(area, HEAD, 0, state->list.rows, area->columns);
	struct area text =
		area_part(area, HEAD + state->list.rows + 1, 0, UNFOLDED - 1, area->columns);

	(void)app;
	(void)frame;
	area_text(area, 0, 1, STYLE_STRONG, "ORGANIZATION OF WORK");
	list_place(&state->list, area, 0);
	if (state->count == 0) {
		area_text(&list, 0, 1, STYLE_FAINT, "The agenda has no organization of work");
		area_cursor(&list, 0, 1, false);
	}
	int numbers = number_columns(state);
	for (int row = 0; row < list.rows; row++)
		if (state->list.top + (size_t)row < state->count)
			draw_line(
				&list, row, &state->lines[state->list.top + (size_t)row], numbers);
	list_mark(&state->list, &list, true);
	if (text.rows > 0) {
		area_rule(area, HEAD + state->list.rows, 0, area->columns);
		flow_draw(&state->text, &text, 0);
	}
}

/* --- keys --- */

static bool key(void *data, struct app *app, const struct key *key)
{
	struct organization *state = data;

	if (state->count == 0)
		return false;
	if (list_key(&state->list, key)) {
		tell_desk(state, app);
		app_reload(app);
		return true;
	}
	if (organization_amend_key(state, app, key))
		return true;
	if (key->code != KEY_ENTER)
		return false;
	if (state->lines[state->list.selected].item) {
		app_desk(app)->selected.item = state->lines[state->list.selected].item;
		app_show(app, &view_room);
	}
	return true;
}

static void cites(const void *data, struct app *app, struct str *text)
{
	const struct organization *state = data;

	if (state->count > 0)
		cited_of_item(app, state->lines[state->list.selected].item, text);
}

static const char *hints(const void *data, const struct app *app)
{
	const struct organization *state = data;
	const struct line *line = state->count ? &state->lines[state->list.selected] : NULL;
	bool changes = !app->looking && !store_read_only(app_store(app));

	if (line && line->item && !line->slot && state->slot_count && changes)
		return "v into a meeting  < into the last  Enter Room";
	if (line && line->item)
		return "Enter Room";
	return line && line->slot && changes ? "t time" : NULL;
}

const struct view_ops view_organization = {
	.name = "organization",
	.title = "Organization of work",
	.tab = "Work",
	.bit = IN_ORGANIZATION,
	.size = sizeof(struct organization),
	.init = init,
	.clear = clear,
	.load = load,
	.draw = draw,
	.key = key,
	.cites = cites,
	.hints = hints,
	.keys = "Enter\tShow the selected item in the Room\n",
};
