/* SPDX-License-Identifier: MIT */
/* Where the clock of a rehearsal stands, for who opens it: a screen, or a script. */
#include <string.h>

#include "base/civil.h"
#include "command/rehearsal.h"
#include "store/agenda.h"
#include "store/journal.h"

enum { BEFORE = 5 * 60000, LOOKED_AT = 50 };

int64_t rehearsal_beginning(struct desk *desk)
{
	struct arena arena;
	struct civil civil;
	struct session_row session = {.from = ""};
	size_t count = 0;
	int64_t at = 0;

	arena_init(&arena);
	store_session(desk->store, desk->session, &arena, &session);
	struct slot_row *slots = store_slots(desk->store, desk->session, &arena, &count);
	if (civil_parse_date(count > 0 ? slots[0].date : session.from, &civil)) {
		bool known = count > 0 && slots[0].from >= 0;
		bool afternoon = count > 0 && slots[0].half && strcmp(slots[0].half, "pm") == 0;
		civil.hour = known ? slots[0].from / 60 : afternoon ? 15 : 10;
		civil.minute = known ? slots[0].from % 60 : 0;
		at = civil_ms(&civil) - BEFORE;
	}
	arena_clear(&arena);
	return at;
}

static bool is_day_of(const struct session_row *session, int64_t at)
{
	struct civil day = civil_at(at);
	char date[11];

	civil_format_date(&day, date);
	return strcmp(date, session->from) >= 0 && strcmp(date, session->to) <= 0;
}

int64_t rehearsal_last(struct desk *desk)
{
	struct session_row session;
	struct arena arena;
	size_t count = 0;
	int64_t at = 0;

	arena_init(&arena);
	if (store_session(desk->store, desk->session, &arena, &session)) {
		const struct journal_row *rows =
			store_journal(desk->store, desk->session, 0, LOOKED_AT, &arena, &count);
		for (size_t i = 0; i < count && at == 0; i++)
			/* An agenda file that was taken again is from no time of the session. */
			if (strcmp(rows[i].command, "agenda load") != 0 &&
				strcmp(rows[i].command, "session copy") != 0 &&
				is_day_of(&session, rows[i].at))
				at = rows[i].at;
	}
	arena_clear(&arena);
	return at;
}

/* Word of a screen that ended badly may be days old: then it is another day there. */
static bool take_word(struct desk *desk, const struct session_row *session, int64_t last)
{
	struct clock clock = {0};

	if (!store_session_clock(desk->store, desk->session, &clock.shift) ||
		!is_day_of(session, clock_now(&clock)) || clock_now(&clock) < last)
		return false;
	desk->clock = clock;
	return true;
}

void rehearsal_go_on(struct desk *desk)
{
	struct session_row session;
	struct arena arena;

	arena_init(&arena);
	if (desk->session && !desk->at && !desk->clock.stands && !desk->clock.shift &&
		store_session(desk->store, desk->session, &arena, &session) && session.rehearsal) {
		int64_t last = rehearsal_last(desk);
		int64_t from = last ? last : rehearsal_beginning(desk);
		if (!take_word(desk, &session, last) && from)
			clock_shift_to(&desk->clock, from);
	}
	arena_clear(&arena);
}
