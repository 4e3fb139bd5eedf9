/* SPDX-License-Identifier: MIT */
/*
 * The second line of the screen: the slot of the organization of work, how much of
 * it is left, and the forecast, whether all who wait on the lists of its open items
 * can still speak (model/forecast.h). What must be read is read when the journal or
 * the minute has moved; the time that is left is derived when it is drawn. Of the
 * words for it those are taken that fit beside the slot.
 */
#include <string.h>

#include "app_inside.h"
#include "base/civil.h"
#include "base/utf8.h"
#include "model/phrase.h"
#include "store/limit.h"

enum {
	OPEN_ITEMS = 8,         /* whose lists are counted */
	FAR = 12 * 3600 * 1000, /* milliseconds: another day's slot */
	LEFT_LEAST = 12,        /* columns of the slot that stay when room is scarce */
	MINUTE = 60000
};

/* --- reading --- */

static const struct slot_row *slot_of_now(struct app *app)
{
	struct top *top = &app->top;
	struct store *store = app->desk->store;
	int64_t slot = top->sitting && top->meeting.slot
			       ? top->meeting.slot
			       : store_slot_at(store, app->desk->session, app_now(app));
	int64_t version = store_versions(store)[STORE_SLOTS];
	struct slot_kept *kept = &app->slot;

	if (!kept->known || kept->version != version || kept->row.id != slot) {
		arena_clear(&kept->arena);
		kept->version = version;
		kept->known = slot && store_slot(store, slot, &kept->arena, &kept->row);
	}
	return kept->known ? &kept->row : NULL;
}

/* Is it planned in the slot, or what it is under? */
static bool is_planned(const struct app *app, int64_t item)
{
	struct store *store = app->desk->store;

	for (int depth = 0; app->top.slot && item && depth < OPEN_ITEMS; depth++) {
		if (store_slot_has(store, app->top.slot->id, item))
			return true;
		item = store_item_parent(store, item);
	}
	return false;
}

/* The open items on whose lists somebody waits: those that the slot was planned for and the
 * one that is spoken on; others only if there are none of these. */
static size_t items_of_slot(struct app *app, int64_t items[OPEN_ITEMS])
{
	struct top *top = &app->top;
	struct store *store = app->desk->store;
	size_t count = store_items_open(store, app->desk->session, items, OPEN_ITEMS), kept = 0;
	int64_t own[OPEN_ITEMS];

	if (count > OPEN_ITEMS)
		count = OPEN_ITEMS;
	for (size_t i = 0; i < count; i++) {
		bool here =
			(top->owed && top->speaker.item == items[i]) || is_planned(app, items[i]);
		if (here && store_request_waits(store, items[i]))
			own[kept++] = items[i];
	}
	if (kept == 0)
		return count;
	memcpy(items, own, kept * sizeof *items);
	return kept;
}

/* Who waits on these lists, with the time that each has. */
static void read_waiting(struct app *app, const struct limits *limits)
{
	struct store *store = app->desk->store;
	struct top *top = &app->top;
	const struct request_row *lists[OPEN_ITEMS];
	size_t counts[OPEN_ITEMS], all = 0, read = 0;
	int64_t items[OPEN_ITEMS], asked = 0;
	size_t count = items_of_slot(app, items);

	for (size_t i = 0; i < count; i++) {
		lists[i] = store_requests(store, items[i], 0, &top->arena, &counts[i]);
		asked = counts[i] > 0 ? items[i] : asked;
		all += counts[i];
	}
	int *seconds = arena_alloc(&top->arena, (all + 1) * sizeof *seconds);
	for (size_t i = 0; i < count; read += counts[i++])
		store_limits_waiting(store, limits, lists[i], counts[i], seconds + read);
	top->waiting = (int64_t)all;
	top->floor.limits = seconds;
	top->floor.count = all;
	top->floor.average = all > 0 ? store_spoken_average(store, app->desk->session, asked) : 0;
}

void slot_load(struct app *app)
{
	struct store *store = app->desk->store;
	struct top *top = &app->top;
	int64_t session = app->desk->session;
	struct limits limits;

	top->slot = slot_of_now(app);
	store_limits(store, session, desk_rules(app->desk), &top->arena, &limits);
	top->speaking = store_statement_running(store, session, &top->arena, &top->speaker);
	top->owed =
		top->speaking || store_statement_paused(store, session, &top->arena, &top->speaker);
	if (top->owed)
		top->floor.limit = store_limit_of_statement(store, &limits, top->speaker.id);
	int64_t under = top->speaking ? store_statement_interrupted(store, top->speaker.id) : 0;
	top->interrupted =
		under && store_statement(store, under, &top->arena, &top->interrupted_speech);
	if (top->interrupted)
		top->floor.owed_limit = store_limit_of_statement(store, &limits, under);
	read_waiting(app, &limits);
}

/* --- the time --- */

static int64_t slot_instant(const struct slot_row *slot, int minute)
{
	struct civil civil = {0};

	if (!civil_parse_date(slot->date, &civil))
		return 0;
	civil.hour = minute / 60;
	civil.minute = minute % 60;
	return civil_ms(&civil);
}

struct span_left {
	bool known;
	int64_t from, to, now;
};

static struct span_left span_left(const struct app *app)
{
	const struct slot_row *slot = app->top.slot;
	struct span_left span = {.now = app_now(app)};

	if (!slot || slot->from < 0 || slot->to < 0)
		return span;
	span.from = slot_instant(slot, slot->from);
	span.to = slot_instant(slot, slot->to);
	span.known = span.now - span.to < FAR && span.from - span.now < FAR;
	return span;
}

/* Of the time in the slot; *late if it is over. */
static void describe_time_left(const struct app *app, struct str *out, bool *late)
{
	struct span_left span = span_left(app);
	int64_t to_go = (span.to - span.now + MINUTE - 1) / MINUTE;

	if (!span.known)
		return;
	if (span.now < span.from && !app->top.sitting) {
		str_add(out, "begins in ");
		phrase_minutes((long)((span.from - span.now + MINUTE - 1) / MINUTE), out);
	} else if (to_go > 0) {
		phrase_minutes((long)to_go, out);
		str_add(out, " left");
	} else if (app->top.sitting) {
		*late = true;
		phrase_minutes((long)((span.now - span.to) / MINUTE), out);
		str_add(out, " over time");
	}
}

static struct forecast foretell(const struct app *app)
{
	const struct top *top = &app->top;
	struct forecast_floor floor = top->floor;
	struct span_left span = span_left(app);
	int64_t from = span.now > span.from ? span.now : span.from;

	if (top->sitting)
		from = span.now;
	floor.speaking = top->owed;
	floor.spoken = top->owed ? (long)statement_seconds(&top->speaker, span.now) : 0;
	floor.owed = top->interrupted;
	floor.owed_spoken =
		top->interrupted ? (long)statement_seconds(&top->interrupted_speech, span.now) : 0;
	floor.left = !span.known      ? FORECAST_OPEN
		     : span.to > from ? (long)(span.to - from) / 1000
				      : 0;
	floor.ends = span.known ? top->slot->to : -1;
	return forecast_make(&floor);
}

/* --- the words --- */

static void describe_day(const struct app *app, struct str *out)
{
	struct civil now = civil_at(app_now(app));
	char date[11];

	civil_format_date(&now, date);
	phrase_short_day(date, out);
}

/* A slot of today with hours needs no day. */
static bool is_known_by_hours(const struct app *app)
{
	const struct slot_row *slot = app->top.slot;
	struct civil now = civil_at(app_now(app));
	char date[11];

	civil_format_date(&now, date);
	return slot && slot->from >= 0 && slot->to >= 0 && strcmp(slot->date, date) == 0;
}

static void describe_hours(const struct app *app, bool day, struct str *out)
{
	const struct slot_row *slot = app->top.slot;

	str_addc(out, ' ');
	if (!slot) {
		describe_day(app, out);
		return;
	}
	if (day)
		phrase_short_day(slot->date, out);
	if (slot->from >= 0 && slot->to >= 0) {
		str_add(out, day ? ", " : "");
		phrase_hours(slot->from, slot->to, out);
	} else if (slot->half) {
		str_add(out, strcmp(slot->half, "am") == 0 ? ", morning" : ", afternoon");
	}
}

static void describe_items(const struct app *app, struct str *out)
{
	const struct slot_row *slot = app->top.slot;

	if (slot && slot->items && slot->items[0])
		str_addf(out, " · %s %s", strchr(slot->items, ',') ? "items" : "item", slot->items);
	else if (slot && slot->label)
		str_addf(out, " · %s", slot->label);
}

/* What stands at the left: day and hours with what is planned, the same without the day,
 * day and hours alone. */
enum left { LEFT_ITEMS, LEFT_BRIEF, LEFT_SLOT, LEFT_FORMS };

struct line {
	struct str left[LEFT_FORMS];
	struct str time;  /* that is left */
	struct str right; /* as it is drawn */
	int columns;
};

/* What stands at the right if so much is said of the forecast. */
static void put(
	struct line *line, const struct forecast *forecast, bool time, enum forecast_form form)
{
	str_reset(&line->right);
	if (time)
		str_add(&line->right, line->time.text);
	if (time && line->time.length > 0 && forecast->speakers > 0)
		str_add(&line->right, " · ");
	forecast_phrase(forecast, form, &line->right);
}

static bool fits(const struct line *line, const struct str *left)
{
	return utf8_columns(left->text) + 2 + utf8_columns(line->right.text) + 1 <= line->columns;
}

/* The time that is left gives way to what says more than how many wait. */
static bool worth(const struct forecast *forecast, bool time, enum forecast_form form)
{
	return time || forecast->over > 0 || (forecast->known && form <= FORECAST_BRIEF);
}

/* The first that fits of these: the forecast gives way to what is planned and to the time
 * that is left, down to how many wait and how many of them are left over. */
static const char *fit(struct line *line, const struct forecast *forecast)
{
	static const struct {
		enum left left;
		bool time;
		enum forecast_form form;
	} ways[] = {
		{LEFT_ITEMS, true, FORECAST_FULL},
		{LEFT_ITEMS, true, FORECAST_PLAIN},
		{LEFT_ITEMS, true, FORECAST_SHORT},
		{LEFT_ITEMS, true, FORECAST_BRIEF},
		{LEFT_BRIEF, true, FORECAST_SHORT},
		{LEFT_BRIEF, true, FORECAST_BRIEF},
		{LEFT_BRIEF, true, FORECAST_LEAST},
		{LEFT_SLOT, true, FORECAST_BRIEF},
		{LEFT_SLOT, false, FORECAST_SHORT},
		{LEFT_SLOT, false, FORECAST_BRIEF},
		{LEFT_SLOT, true, FORECAST_LEAST},
		{LEFT_SLOT, false, FORECAST_LEAST},
	};

	put(line, forecast, true, FORECAST_LEAST);
	if (forecast->speakers == 0)
		return line->left[LEFT_ITEMS].text;
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		put(line, forecast, ways[i].time, ways[i].form);
		if (worth(forecast, ways[i].time, ways[i].form) &&
			fits(line, &line->left[ways[i].left]))
			return line->left[ways[i].left].text;
	}
	if (forecast->over == 0 || line->columns - utf8_columns(line->right.text) - 3 < LEFT_LEAST)
		put(line, &(struct forecast){0}, true, FORECAST_LEAST);
	return line->left[LEFT_ITEMS].text;
}

void slot_draw(const struct app *app, const struct area *whole)
{
	struct forecast forecast = foretell(app);
	struct line line = {.columns = whole->columns};
	bool late = false;

	str_init(&line.time);
	str_init(&line.right);
	for (int i = 0; i < LEFT_FORMS; i++) {
		str_init(&line.left[i]);
		describe_hours(app, i != LEFT_BRIEF || !is_known_by_hours(app), &line.left[i]);
		if (i != LEFT_SLOT)
			describe_items(app, &line.left[i]);
	}
	describe_time_left(app, &line.time, &late);
	const char *left = fit(&line, &forecast);
	str_addc(&line.right, ' ');
	area_cut(whole, 1, 0, whole->columns - utf8_columns(line.right.text) - 2, STYLE_TEXT, left);
	area_right(whole, 1, whole->columns, late || forecast.over > 0 ? STYLE_WARN : STYLE_TEXT,
		line.right.text);
	for (int i = 0; i < LEFT_FORMS; i++)
		str_clear(&line.left[i]);
	str_clear(&line.time);
	str_clear(&line.right);
}
