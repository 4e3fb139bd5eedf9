/* SPDX-License-Identifier: MIT */
/* What is said of a meeting besides its course: who is in the chair, a pause that was
 * not logged when it was, corrected times and numbers. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "groups.h"
#include "rows.h"
#include "sitting.h"

/* --- meeting chair --- */

static bool folded_in(const char *text, const char *part, bool whole)
{
	char *one = fold_key(text), *other = fold_key(part);
	bool is = *other && (whole ? strcmp(one, other) == 0 : strstr(one, other) != NULL);

	free(one);
	free(other);
	return is;
}

/* The officer of that name, or the only one with a part of it; NULL if there is none. */
static const struct officer_row *find_officer(struct call *call, const char *name)
{
	size_t count, parts = 0;
	struct officer_row *rows =
		store_officers(call->desk->store, call->desk->session, &call->arena, &count);
	const struct officer_row *found = NULL;

	for (size_t i = 0; i < count; i++) {
		if (folded_in(rows[i].name, name, true))
			return &rows[i];
		if (folded_in(rows[i].name, name, false)) {
			found = &rows[i];
			parts++;
		}
	}
	return parts == 1 ? found : NULL;
}

static bool meeting_chair(struct call *call, struct err *err)
{
	const struct officer_row *officer = find_officer(call, call_text(call, "name"));
	struct chair_row chair = {.name = officer ? officer->name : call_text(call, "name"),
		.role = officer ? officer->role : "Chair",
		.country = officer ? officer->country : NULL};
	struct meeting_row row;

	if (!sitting_find(call, rows_meeting(call, desk_now(call->desk)), &row))
		return err_set(err, ERR_USAGE, "no meeting was open at that time");
	chair.meeting = row.id;
	chair.started = sitting_now(call, row.closed ? row.opened : sitting_last(call, &row));
	if (!sitting_fits(call, &row, chair.started, err))
		return false;
	if (call_given(call, "role"))
		chair.role = call_text(call, "role");
	if (call_given(call, "country"))
		chair.country = rows_country(call, call_text(call, "country"));
	str_addf(&call->reply, "%s, %s, in the chair from %s", chair.name, chair.role,
		sitting_clock(call, chair.started));
	return store_meeting_chair(call->desk->store, call->desk->session, &chair, err);
}

/* --- meeting pause --- */

/* A pause that is noted afterwards lies within the meeting and beside its others. */
static bool pause_fits(
	struct call *call, const struct meeting_row *row, int64_t from, int64_t to, struct err *err)
{
	size_t count;
	struct pause_row *pauses =
		store_pauses(call->desk->store, call->desk->session, &call->arena, &count);

	if (to < from)
		return err_set(
			err, ERR_USAGE, "a meeting cannot be resumed before it was suspended");
	if (from < row->opened || (row->closed && to > row->closed))
		return err_set(err, ERR_USAGE, "the %s meeting was not open all that time",
			sitting_ordinal(call, row->number));
	for (size_t i = 0; i < count; i++)
		if (pauses[i].meeting == row->id && from <= pauses[i].resumed &&
			to >= pauses[i].suspended)
			return err_set(err, ERR_USAGE, "it was suspended at %s already",
				sitting_clock(call, pauses[i].suspended));
	return true;
}

bool sitting_note_pause(struct call *call, struct err *err)
{
	struct store *store = call->desk->store;
	int64_t session = call->desk->session, to = call_id(call, "to");
	int64_t from = call_given(call, "from") ? call_id(call, "from") : desk_now(call->desk);
	struct meeting_row row;

	if (!sitting_find(call, rows_meeting(call, from), &row))
		return err_set(err, ERR_USAGE, "no meeting was open at that time");
	if (row.suspended && to > row.suspended)
		return err_set(err, ERR_USAGE, "the meeting is suspended: meeting resume");
	if (!pause_fits(call, &row, from, to, err))
		return false;
	if (!sitting_fits(call, &row, to, err))
		return false;
	sitting_say(call, &row);
	str_addf(&call->reply, " suspended at %s and resumed", sitting_clock(call, from));
	str_addf(&call->reply, " at %s", sitting_clock(call, to));
	return store_meeting_suspend(store, session, row.id, from, to, err);
}

/* --- meeting edit --- */

/* The one with the number, else the one that is open, else the last. */
static bool meant(struct call *call, struct meeting_row *row, struct err *err)
{
	size_t count;
	struct meeting_row *rows =
		store_meetings(call->desk->store, call->desk->session, &call->arena, &count);

	if (count == 0)
		return err_set(err, ERR_USAGE, "no meeting has been opened yet");
	if (!call_given(call, "number")) {
		if (!store_meeting_open_now(
			    call->desk->store, call->desk->session, &call->arena, row))
			*row = rows[count - 1];
		return true;
	}
	return sitting_numbered(call, call_id(call, "number"), row, err);
}

/* It may not reach into another meeting, nor leave a pause of its own outside. */
static bool times_fit(
	struct call *call, const struct meeting_row *row, int64_t from, int64_t to, struct err *err)
{
	size_t count, paused;
	struct meeting_row *rows =
		store_meetings(call->desk->store, call->desk->session, &call->arena, &count);
	struct pause_row *pauses =
		store_pauses(call->desk->store, call->desk->session, &call->arena, &paused);

	if (to && to < from)
		return err_set(err, ERR_USAGE, "the meeting cannot close before it was opened");
	if (!to && from > desk_now(call->desk))
		return err_set(err, ERR_USAGE, "the meeting is open: it was not opened later");
	for (size_t i = 0; i < count; i++) {
		bool before = rows[i].number < row->number && rows[i].closed > from;
		bool after = rows[i].number > row->number && (!to || rows[i].opened < to);
		if (before || after)
			return err_set(err, ERR_USAGE, "the %s meeting was held then",
				sitting_ordinal(call, rows[i].number));
	}
	for (size_t i = 0; i < paused; i++) {
		bool outside = pauses[i].suspended < from ||
			       (to && (pauses[i].suspended > to || pauses[i].resumed > to));
		if (pauses[i].meeting == row->id && outside)
			return err_set(err, ERR_USAGE, "the meeting was suspended at %s",
				sitting_clock(call, pauses[i].suspended));
	}
	return true;
}

static bool edit_times(struct call *call, const struct meeting_row *row, struct err *err)
{
	int64_t from = call_id(call, "from"), to = call_id(call, "to");

	if (to && !row->closed)
		return err_set(err, ERR_USAGE, "the %s meeting is still open: meeting close",
			sitting_ordinal(call, row->number));
	if (from == 0 && to == 0)
		return true;
	return times_fit(call, row, from ? from : row->opened, to ? to : row->closed, err) &&
	       store_meeting_set_times(call->desk->store, row->id, from, to, err);
}

static bool edit_number(struct call *call, const struct meeting_row *row, struct err *err)
{
	int64_t number = call_id(call, "counts-as");

	if (!call_given(call, "counts-as") && !call_given(call, "body"))
		return true;
	if (!call_given(call, "counts-as") || !call_given(call, "body"))
		return err_set(err, ERR_USAGE, "--body and --counts-as go together");
	if (number < 1 || number > 9999)
		return err_set(err, ERR_USAGE, "meetings are counted from 1");
	return store_meeting_number_set(call->desk->store, call->desk->session, row->id,
		call_id(call, "body"), (int)number, err);
}

static bool meeting_edit(struct call *call, struct err *err)
{
	struct meeting_row row = {0};

	if (!call_given(call, "from") && !call_given(call, "to") && !call_given(call, "body") &&
		!call_given(call, "counts-as"))
		return err_set(err, ERR_USAGE,
			"say what to correct: --from, --to, or --body with --counts-as");
	if (!meant(call, &row, err) || !edit_times(call, &row, err) ||
		!edit_number(call, &row, err))
		return false;
	sitting_say(call, &row);
	str_add(&call->reply, " changed");
	return true;
}

const struct command meeting_edit_commands[] = {
	{.name = "meeting chair",
		.keys = "C",
		.help = "Say who is in the chair from now on",
		.where = IN_ROOM | IN_ORGANIZATION,
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"name", ARG_LINE, .required = true,
					.prompt = "Who takes the chair"},
				{"role", ARG_LINE, .option = true, .prompt = "Role, as Vice-Chair"},
				{"country", ARG_LINE, .option = true, .prompt = "Country"},
			},
		.run = meeting_chair},
	{.name = "meeting edit",
		.help = "Correct when a meeting was held and which meeting of a body it was",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"number", ARG_NUMBER, .prompt = "Number of the meeting"},
				{"from", ARG_TIME, .option = true, .prompt = "Opened at"},
				{"to", ARG_TIME, .option = true, .prompt = "Closed at"},
				{"body", ARG_BODY, .option = true, .prompt = "Body that counts it"},
				{"counts-as", ARG_NUMBER, .option = true,
					.prompt = "Number that the body gives it"},
			},
		.run = meeting_edit},
	{0}};
