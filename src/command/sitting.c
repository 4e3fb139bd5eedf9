/* SPDX-License-Identifier: MIT */
/* What the rows about meetings share: how they are named, and their moments. */
#include "base/civil.h"
#include "model/number.h"
#include "model/phrase.h"
#include "sitting.h"

const char *sitting_clock(struct call *call, int64_t at)
{
	struct civil civil = civil_at(at);
	struct str text;
	const char *words;

	str_init(&text);
	phrase_clock(civil.hour * 60 + civil.minute, &text);
	words = arena_strdup(&call->arena, text.text);
	str_clear(&text);
	return words;
}

const char *sitting_ordinal(struct call *call, int number)
{
	struct str text;
	const char *words;

	str_init(&text);
	number_ordinal(number, &text);
	words = arena_strdup(&call->arena, text.text);
	str_clear(&text);
	return words;
}

void sitting_say(struct call *call, const struct meeting_row *row)
{
	size_t count;
	struct meeting_number *numbers =
		store_meeting_numbers(call->desk->store, call->desk->session, &call->arena, &count);

	store_meeting_name(row, numbers, count, &call->reply);
}

bool sitting_find(struct call *call, int64_t id, struct meeting_row *row)
{
	size_t count;
	struct meeting_row *rows =
		store_meetings(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].id == id) {
			*row = rows[i];
			return true;
		}
	return false;
}

bool sitting_numbered(struct call *call, int64_t number, struct meeting_row *row, struct err *err)
{
	size_t count;
	struct meeting_row *rows =
		store_meetings(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].number == number) {
			*row = rows[i];
			return true;
		}
	return err_set(err, ERR_USAGE, "there %s %zu meeting%s", count == 1 ? "is" : "are", count,
		count == 1 ? "" : "s");
}

int64_t sitting_last(struct call *call, const struct meeting_row *row)
{
	int64_t last = row->opened;
	size_t count;
	struct pause_row *pauses =
		store_pauses(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++) {
		if (pauses[i].meeting == row->id && pauses[i].suspended > last)
			last = pauses[i].suspended;
		if (pauses[i].meeting == row->id && pauses[i].resumed > last)
			last = pauses[i].resumed;
	}
	struct chair_row *chairs =
		store_chairs(call->desk->store, call->desk->session, &call->arena, &count);
	for (size_t j = 0; j < count; j++)
		if (chairs[j].meeting == row->id && chairs[j].started > last)
			last = chairs[j].started;
	return last;
}

int64_t sitting_now(const struct call *call, int64_t last)
{
	int64_t now = desk_now(call->desk);

	return !call->desk->at && now < last ? last : now;
}

bool sitting_fits(struct call *call, const struct meeting_row *row, int64_t at, struct err *err)
{
	size_t count;
	struct meeting_row *rows =
		store_meetings(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (rows[i].number > row->number && rows[i].opened < at)
			return err_set(err, ERR_USAGE,
				"the %s meeting was opened at %s: say --at, when that was",
				sitting_ordinal(call, rows[i].number),
				sitting_clock(call, rows[i].opened));
	return true;
}
