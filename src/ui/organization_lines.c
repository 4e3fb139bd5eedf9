/* SPDX-License-Identifier: MIT */
/*
 * The lines of the organization of work: each slot with its items and what became of them
 * in which meeting, then what stands in no slot. Nothing is drawn here.
 */
#include <string.h>

#include "base/civil.h"
#include "model/number.h"
#include "model/phrase.h"
#include "organization.h"

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

void organization_load(struct organization *state, struct app *app)
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
