/* SPDX-License-Identifier: MIT */
/*
 * The organization of work: days and slots with what was planned, and beside it
 * what was actually taken up, in which meeting and from when to when, with its late
 * start, its pauses and who was in the chair. Items and meetings that stand in no slot
 * are listed at the end, and below them what was amended (organization_amend.c). A session
 * has some tens of slots and items, so all of it is read whole, once per change of the
 * journal, and turned into lines; drawing only cuts them to the screen.
 */
#include <string.h>

#include "base/civil.h"
#include "base/utf8.h"
#include "model/number.h"
#include "model/phrase.h"
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

/* --- what was taken up where --- */

/* Is the printed number one of "1 (a), 1 (b), 2"? */
static bool is_in(const char *list, const char *printed)
{
	size_t length = strlen(printed);

	while (list && *list) {
		size_t one = strcspn(list, ",");
		if (one == length && strncmp(list, printed, length) == 0)
			return true;
		list += one;
		list += strspn(list, ", ");
	}
	return false;
}

static const struct meeting_row *meeting_of(
	const struct organization *state, const struct slot_row *slot)
{
	for (size_t i = 0; i < state->meeting_count; i++)
		if (state->meetings[i].id == slot->meeting && slot->meeting)
			return &state->meetings[i];
	return NULL;
}

/* "taken up in the 1st and the 3rd meeting", in other slots than this one; ""
 * for none. */
static void add_elsewhere(const struct organization *state, const struct slot_row *here,
	const char *printed, struct str *out)
{
	bool any = false;

	for (size_t i = 0; i < state->slot_count; i++) {
		const struct meeting_row *meeting = meeting_of(state, &state->slots[i]);
		if (&state->slots[i] == here || !meeting ||
			!is_in(state->slots[i].taken_up, printed))
			continue;
		str_add(out, any ? " and the " : "taken up in the ");
		number_ordinal(meeting->number, out);
		any = true;
	}
	if (any)
		str_add(out, " meeting");
}

/* ", in debate"; nothing of one that is still to come. */
static void add_stage(const char *stage, struct str *out)
{
	if (strcmp(stage, "open") == 0)
		str_add(out, ", open now");
	else if (strcmp(stage, "pending") != 0)
		str_addf(out, ", %s", stage);
}

/* --- lines --- */

struct line *organization_line(struct organization *state)
{
	state->lines = arena_grow(&state->arena, state->lines, state->count, sizeof *state->lines);
	state->lines[state->count] = (struct line){.planned = "", .happened = ""};
	return &state->lines[state->count++];
}

const char *organization_kept(struct organization *state, struct str *text)
{
	const char *copy = arena_strdup(&state->arena, text->text);

	str_clear(text);
	return copy;
}

void organization_heading(struct organization *state, struct str *text)
{
	struct line *line = organization_line(state);

	line->planned = organization_kept(state, text);
	line->style = STYLE_STRONG;
}

static void add_day(int64_t at, struct str *out)
{
	struct civil civil = civil_at(at);
	char date[11];

	civil_format_date(&civil, date);
	str_add(out, "  ");
	phrase_short_day(date, out);
}

static const char *meeting_in_words(struct organization *state, const struct meeting_row *meeting)
{
	struct str text;

	str_init(&text);
	course_times(meeting, &text);
	return organization_kept(state, &text);
}

/* One more line of a meeting, unless there is nothing to say. */
static void add_part(
	struct organization *state, const struct slot_row *slot, int part, struct str *text)
{
	if (text->length == 0) {
		str_clear(text);
		return;
	}
	struct line *line = organization_line(state);
	line->slot = slot ? slot->id : 0;
	line->part = part;
	line->happened = organization_kept(state, text);
	line->happened_style = STYLE_FAINT;
}

static void add_course(struct organization *state, const struct slot_row *slot,
	const struct meeting_row *meeting, const struct app *app)
{
	struct str text;

	str_init(&text);
	course_numbers(&state->course, meeting, &text);
	add_part(state, slot, 1, &text);
	str_init(&text);
	course_delays(&state->course, meeting, &text);
	add_part(state, slot, 2, &text);
	str_init(&text);
	course_chairs(&state->course, meeting, app, &text);
	add_part(state, slot, 3, &text);
}

static void add_slot_line(
	struct organization *state, const struct slot_row *slot, const struct app *app)
{
	const struct meeting_row *meeting = meeting_of(state, slot);
	struct line *line = organization_line(state);
	struct str text;

	str_init(&text);
	str_add(&text, "  ");
	if (slot->from >= 0)
		phrase_hours(slot->from, slot->to, &text);
	else if (slot->half)
		str_add(&text, strcmp(slot->half, "am") == 0 ? "Morning" : "Afternoon");
	else
		str_add(&text, "No time");
	if (slot->room)
		str_addf(&text, ", %s", slot->room);
	if (slot->label)
		str_addf(&text, "  %s", slot->label);
	line->slot = slot->id;
	line->planned = organization_kept(state, &text);
	line->happened = meeting ? meeting_in_words(state, meeting) : "";
	line->style = meeting && !meeting->closed ? STYLE_ACCENT : STYLE_TEXT; /* now */
	if (meeting)
		add_course(state, slot, meeting, app);
}

/* What became of an item in its slot. */
static void describe(struct organization *state, const struct slot_row *slot, struct line *line,
	bool taken_up, const char *stage)
{
	const struct meeting_row *meeting = slot ? meeting_of(state, slot) : NULL;
	struct str text;

	str_init(&text);
	if (taken_up) {
		str_add(&text, "✓ taken up");
		add_stage(stage, &text);
		line->happened_style = STYLE_GOOD;
	} else {
		add_elsewhere(state, slot, line->number, &text);
		if (text.length == 0 && strcmp(stage, "pending") != 0 && !meeting) {
			str_add(&text, "taken up");
			add_stage(stage, &text);
		} else if (text.length == 0 && meeting && meeting->closed) {
			str_add(&text, "not reached");
		}
	}
	line->happened = organization_kept(state, &text);
}

size_t organization_item(const struct organization *state, int64_t item)
{
	for (size_t i = 0; i < state->item_count; i++)
		if (state->items[i].id == item)
			return i;
	return state->item_count;
}

/* Those above it in the agenda are covered by it, and those below by them. */
static void mark_planned(struct organization *state, int64_t item)
{
	for (size_t i = organization_item(state, item); i < state->item_count;
		i = organization_item(state, state->items[i].parent))
		state->planned[i] = true;
}

static void add_slot_items(struct organization *state, const struct slot_row *slot, struct app *app)
{
	size_t count;
	struct slot_item_row *rows =
		store_slot_items(app_store(app), slot->id, &state->arena, &count);

	for (size_t i = 0; i < count; i++) {
		struct line *line = organization_line(state);
		line->slot = slot->id;
		line->item = rows[i].item;
		line->number = rows[i].printed;
		line->planned = rows[i].title;
		describe(state, slot, line, rows[i].taken_up, rows[i].stage);
		mark_planned(state, rows[i].item);
	}
}

/* What its meeting took up although it stands elsewhere in the plan. */
static void add_unplanned(struct organization *state, const struct slot_row *slot)
{
	for (size_t i = 0; i < state->item_count; i++) {
		const struct item_row *item = &state->items[i];
		if (!is_in(slot->taken_up, item->printed) || is_in(slot->items, item->printed))
			continue;
		struct line *line = organization_line(state);
		line->slot = slot->id;
		line->item = item->id;
		line->number = item->printed;
		line->planned = item->title;
		line->happened = "✓ taken up, not planned here";
		line->happened_style = STYLE_WARN;
	}
}

static void add_slots(struct organization *state, struct app *app)
{
	const char *date = "";
	struct str day;

	for (size_t i = 0; i < state->slot_count; i++) {
		if (strcmp(state->slots[i].date, date) != 0) {
			date = state->slots[i].date;
			str_init(&day);
			phrase_weekday(date, &day);
			organization_heading(state, &day);
		}
		add_slot_line(state, &state->slots[i], app);
		add_slot_items(state, &state->slots[i], app);
		add_unplanned(state, &state->slots[i]);
	}
}

/* A sub-item of one that is planned is planned with it. */
static bool is_covered(const struct organization *state, size_t i)
{
	for (; i < state->item_count; i = organization_item(state, state->items[i].parent))
		if (state->planned[i])
			return true;
	return false;
}

static void add_in_no_slot(struct organization *state)
{
	bool any = false;
	struct str heading;

	for (size_t i = 0; i < state->item_count; i++) {
		const struct item_row *item = &state->items[i];
		if (!item->leaf || state->planned[i] || is_covered(state, i))
			continue;
		if (!any) {
			str_init(&heading);
			str_add(&heading, "In no meeting yet");
			organization_heading(state, &heading);
		}
		any = true;
		struct line *line = organization_line(state);
		line->item = item->id;
		line->number = item->printed;
		line->planned = item->title;
		describe(state, NULL, line, false, item->stage);
	}
}

/* Meetings that nobody had planned. */
static void add_unscheduled(struct organization *state, const struct app *app)
{
	bool any = false;
	struct str text;

	for (size_t i = 0; i < state->meeting_count; i++) {
		const struct meeting_row *meeting = &state->meetings[i];
		if (meeting->slot)
			continue;
		str_init(&text);
		if (!any) {
			str_add(&text, "Meetings in no slot");
			organization_heading(state, &text);
			str_init(&text);
		}
		any = true;
		add_day(meeting->opened, &text);
		struct line *line = organization_line(state);
		line->planned = organization_kept(state, &text);
		line->happened = meeting_in_words(state, meeting);
		line->style = meeting->closed ? STYLE_TEXT : STYLE_ACCENT;
		add_course(state, NULL, meeting, app);
	}
}

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

static void load_lines(struct organization *state, struct app *app)
{
	struct store *store = app_store(app);
	int64_t session = app_session(app);

	arena_clear(&state->arena);
	state->lines = NULL;
	state->count = 0;
	state->slots = store_slots(store, session, &state->arena, &state->slot_count);
	state->items = store_items(store, session, &state->arena, &state->item_count);
	state->meetings = store_meetings(store, session, &state->arena, &state->meeting_count);
	course_load(&state->course, app, &state->arena);
	state->planned =
		arena_alloc(&state->arena, (state->item_count + 1) * sizeof *state->planned);
	state->changes = store_agenda_changes(store, session, &state->arena, &state->change_count);
	add_slots(state, app);
	add_in_no_slot(state);
	add_unscheduled(state, app);
	organization_add_changes(state, app);
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
	load_lines(state, app);
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
