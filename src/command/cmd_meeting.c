/* SPDX-License-Identifier: MIT */
/*
 * Meetings: opened, suspended and resumed, closed with a list of what is undecided.
 * A command is of the moment (--at says another one). One that would make a time
 * below 0 is refused; where only the machine's clock was set back, the moment is that
 * of what happened last. Corrections are in cmd_meeting_edit.c.
 */
#include <string.h>
#include <strings.h>

#include "groups.h"
#include "model/phrase.h"
#include "model/recommendation.h"
#include "rows.h"
#include "sitting.h"
#include "store/amendment.h"
#include "store/recommendation.h"

/* --- meeting open --- */

static void add_slot(struct call *call, int64_t slot)
{
	size_t count;
	struct slot_row *rows =
		store_slots(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (rows[i].id != slot)
			continue;
		str_add(&call->reply, ", ");
		if (rows[i].from >= 0 && rows[i].to >= 0)
			phrase_hours(rows[i].from, rows[i].to, &call->reply);
		else
			phrase_day(rows[i].date, &call->reply);
		if (rows[i].items)
			str_addf(&call->reply, ", items %s", rows[i].items);
	}
}

/* Items that were left open at the last meeting are being considered again. */
static bool go_on(struct call *call, int64_t meeting, int64_t at, struct err *err)
{
	int64_t items[64];
	size_t count = store_items_open(call->desk->store, call->desk->session, items, 64);

	for (size_t i = 0; i < count && i < 64; i++)
		if (!rows_open(call, items[i], meeting, at, err))
			return false;
	return true;
}

static bool has_number(
	const struct meeting_number *numbers, size_t count, int64_t meeting, int64_t body)
{
	for (size_t i = 0; i < count; i++)
		if (numbers[i].meeting == meeting && numbers[i].body == body)
			return true;
	return false;
}

static bool is_chair(const struct officer_row *officer)
{
	return strncasecmp(officer->role, "chair", 5) == 0 ||
	       strcasecmp(officer->role, "president") == 0;
}

/* The officer who is the Chair of the session, or of a body that meets. */
static bool find_chair(struct call *call, int64_t meeting, struct officer_row *chair)
{
	size_t count, numbered;
	struct officer_row *rows =
		store_officers(call->desk->store, call->desk->session, &call->arena, &count);
	struct meeting_number *numbers = store_meeting_numbers(
		call->desk->store, call->desk->session, &call->arena, &numbered);

	for (size_t i = 0; i < count; i++) {
		bool here = !rows[i].body || !numbered ||
			    has_number(numbers, numbered, meeting, rows[i].body);
		if (is_chair(&rows[i]) && here) {
			*chair = rows[i];
			return true;
		}
	}
	return false;
}

static bool seat_chair(struct call *call, int64_t meeting, int64_t at, struct err *err)
{
	struct officer_row officer;

	if (!find_chair(call, meeting, &officer))
		return true;
	struct chair_row chair = {.meeting = meeting,
		.name = officer.name,
		.role = officer.role,
		.country = officer.country,
		.started = at};
	str_addf(&call->reply, "; %s in the chair", chair.name);
	return store_meeting_chair(call->desk->store, call->desk->session, &chair, err);
}

/* One meeting at a time. */
static bool refuse_second(struct call *call, int64_t at, struct err *err)
{
	struct store *store = call->desk->store;
	struct meeting_row row;

	if (store_meeting_open_now(store, call->desk->session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "the %s meeting is %s: close it first",
			sitting_ordinal(call, row.number),
			row.suspended ? "suspended" : "still open");
	if (sitting_find(call, store_meeting_at(store, call->desk->session, at), &row) &&
		row.closed > at)
		return err_set(err, ERR_USAGE,
			"the %s meeting was held until %s: say --at, when this one was opened",
			sitting_ordinal(call, row.number), sitting_clock(call, row.closed));
	return true;
}

static bool meeting_open(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session, at = desk_now(call->desk), slot;
	struct meeting_row row;
	int number;

	if (!refuse_second(call, at, err))
		return false;
	slot = store_slot_at(store, session, at);
	call->made = store_meeting_open(store, session, slot, at, &number, err);
	if (call->made == 0 ||
		!store_meeting_number_planned(
			store, session, call->made, call_id(call, "body"), err) ||
		!go_on(call, call->made, at, err) || !sitting_find(call, call->made, &row))
		return false;
	sitting_say(call, &row);
	str_add(&call->reply, " opened");
	if (slot)
		add_slot(call, slot);
	return seat_chair(call, call->made, at, err);
}

/* --- meeting suspend, meeting resume --- */

/* Nobody speaks in a suspended meeting. */
static bool end_speech(struct call *call, int64_t at, struct err *err)
{
	struct statement_row running;

	if (!store_statement_running(
		    call->desk->store, call->desk->session, &call->arena, &running))
		return true;
	if (running.started > at && call->desk->at)
		return err_set(err, ERR_USAGE,
			"%s has had the floor since %s: say --to too, when it was resumed",
			running.name, sitting_clock(call, running.started));
	str_addf(&call->reply, "; s%d %s ended", running.number, running.name);
	return rows_end_speech(call, at, err);
}

static bool meeting_suspend(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	struct meeting_row row;
	int64_t last, at;

	if (call_given(call, "to"))
		return sitting_note_pause(call, err);
	if (!store_meeting_open_now(store, call->desk->session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "no meeting is open");
	if (row.suspended)
		return err_set(err, ERR_USAGE, "the %s meeting is suspended already",
			sitting_ordinal(call, row.number));
	last = sitting_last(call, &row);
	at = call_given(call, "from") ? call_id(call, "from") : sitting_now(call, last);
	if (at < last)
		return err_set(err, ERR_USAGE,
			"the meeting went on at %s: say --to too, when it was resumed",
			sitting_clock(call, last));
	if (!sitting_fits(call, &row, at, err))
		return false;
	sitting_say(call, &row);
	str_addf(&call->reply, " suspended at %s", sitting_clock(call, at));
	return end_speech(call, at, err) &&
	       store_meeting_suspend(store, call->desk->session, row.id, at, 0, err);
}

static bool meeting_resume(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	struct meeting_row row;
	int64_t at;

	if (!store_meeting_open_now(store, call->desk->session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "no meeting is suspended: meeting open");
	if (!row.suspended)
		return err_set(err, ERR_USAGE, "the %s meeting is not suspended",
			sitting_ordinal(call, row.number));
	at = sitting_now(call, row.suspended);
	if (at < row.suspended)
		return err_set(
			err, ERR_USAGE, "a meeting cannot be resumed before it was suspended");
	if (!sitting_fits(call, &row, at, err))
		return false;
	sitting_say(call, &row);
	str_add(&call->reply, " resumed after ");
	phrase_minutes((long)((at - row.suspended) / 60000), &call->reply);
	return store_meeting_resume(store, row.id, at, err);
}

/* --- meeting close --- */

/* The line of those who wait under an item; how many those are. */
static int64_t list_waiting(struct call *call, const struct item_row *item)
{
	enum { NAMED = 6 };
	struct str *out = &call->output;
	size_t count;
	struct request_row *rows =
		store_requests(call->desk->store, item->id, 0, &call->arena, &count);

	if (count == 0)
		return 0;
	str_addf(out, "  item %s, %zu on the list: ", item->printed, count);
	for (size_t i = 0; i < count && i < NAMED; i++)
		str_addf(out, "%s%s", i ? ", " : "", rows[i].name);
	if (count > NAMED)
		str_addf(out, " and %zu more", count - NAMED);
	str_addc(out, '\n');
	return (int64_t)count;
}

/* A line for each item that is open or has speakers waiting, and their sum. */
static void list_items(struct call *call, int64_t *waiting)
{
	size_t count, listed = 0;
	struct item_row *rows =
		store_items(call->desk->store, call->desk->session, &call->arena, &count);

	*waiting = 0;
	for (size_t i = 0; i < count; i++) {
		bool open = rows[i].leaf && strcmp(rows[i].state, "open") == 0;
		if (open)
			str_addf(&call->reply, "%s%s",
				listed++ ? ", " : "; still open: ", rows[i].printed);
		if (open)
			str_addf(&call->output, "  item %s is open and goes on: %s\n",
				rows[i].printed, rows[i].title);
		*waiting += list_waiting(call, &rows[i]);
	}
	if (*waiting)
		str_addf(&call->reply, "; %lld on speakers' lists", (long long)*waiting);
}

static size_t list_recommendations(struct call *call)
{
	size_t count, open = 0;
	struct recommendation_row *rows =
		store_recommendations(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (!recommendation_open(rows[i].state))
			continue;
		open++;
		str_addf(&call->output, "  r%d, %s: %.*s\n", rows[i].number,
			recommendation_label(rows[i].state), (int)strcspn(rows[i].text, "\n"),
			rows[i].text);
	}
	if (open)
		str_addf(&call->reply, "; %zu recommendation%s not decided", open,
			open == 1 ? "" : "s");
	return open;
}

static size_t list_paragraphs(struct call *call)
{
	size_t count, open = 0;
	const struct amendment_row *rows =
		store_amendments(call->desk->store, call->desk->session, 0, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (rows[i].kind != AMENDMENT_PARAGRAPH || rows[i].state != AMENDMENT_PROPOSED)
			continue;
		open++;
		str_addf(&call->output, "  a%d, new paragraph behind r%d: %.*s\n", rows[i].number,
			rows[i].recommendation_number, (int)strcspn(rows[i].text, "\n"),
			rows[i].text);
	}
	if (open)
		str_addf(&call->reply, "; %zu new paragraph%s not decided", open,
			open == 1 ? "" : "s");
	return open;
}

/* What is undecided: in a word in the reply, and unless that says it all a line each. */
static void list_undecided(struct call *call)
{
	int64_t waiting;

	list_items(call, &waiting);
	if (list_recommendations(call) + list_paragraphs(call) == 0 && waiting == 0)
		str_reset(&call->output);
}

static bool meeting_close(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t at, last;
	struct meeting_row row;

	if (!store_meeting_open_now(store, call->desk->session, &call->arena, &row))
		return err_set(err, ERR_USAGE, "no meeting is open");
	last = sitting_last(call, &row);
	at = sitting_now(call, last);
	if (at < row.opened)
		return err_set(err, ERR_USAGE, "the meeting cannot close before it was opened");
	if (at < last)
		return err_set(err, ERR_USAGE, "the meeting cannot close before %s, when it %s",
			sitting_clock(call, last), row.suspended ? "was suspended" : "went on");
	if (!sitting_fits(call, &row, at, err))
		return false;
	call->milestone = true;
	sitting_say(call, &row);
	str_add(&call->reply, " closed");
	list_undecided(call);
	str_add(&call->aside, "; u takes it back");
	return rows_end_speech(call, at, err) && store_meeting_close(store, row.id, at, err);
}

const struct command meeting_commands[] = {
	{.name = "meeting open",
		.keys = "m",
		.help = "Open the next meeting",
		.hint = "open meeting",
		.hint_place = 1,
		.where = IN_ROOM | IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"body", ARG_BODY, .option = true,
			.prompt = "Of this body, whatever is planned"}},
		.run = meeting_open},
	{.name = "meeting suspend",
		.keys = "S",
		.help = "Suspend the meeting, ending the speech, or note that it was suspended",
		.where = IN_ROOM | IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"from", ARG_TIME, .option = true, .prompt = "Suspended at"},
				{"to", ARG_TIME, .option = true, .prompt = "Resumed at, if it was"},
			},
		.run = meeting_suspend},
	{.name = "meeting resume",
		.keys = "R",
		.help = "Resume the suspended meeting",
		.hint = "resume",
		.hint_place = 1,
		.where = IN_ROOM | IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.run = meeting_resume},
	{.name = "meeting close",
		.keys = "M",
		.help = "Close the meeting, ending the speech, and list what is undecided",
		.hint = "close meeting",
		.hint_place = 6,
		.where = IN_ROOM | IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.run = meeting_close},
	{0}};
