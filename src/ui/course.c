/* SPDX-License-Identifier: MIT */
/* The course of a meeting in words. It is told of one meeting at a time, from tables
 * that are loaded whole: a session has some tens of meetings. */
#include "base/civil.h"
#include "model/number.h"
#include "model/phrase.h"
#include "course.h"
#include "show.h"

void course_load(struct course *course, struct app *app, struct arena *arena)
{
	struct store *store = app_store(app);
	int64_t session = app_session(app);

	course->numbers = store_meeting_numbers(store, session, arena, &course->number_count);
	course->pauses = store_pauses(store, session, arena, &course->pause_count);
	course->chairs = store_chairs(store, session, arena, &course->chair_count);
}

static int minute_of(int64_t at)
{
	struct civil civil = civil_at(at);

	return civil.hour * 60 + civil.minute;
}

static void add_late(const struct meeting_row *meeting, struct str *out)
{
	struct civil planned;

	if (!meeting->slot_date || meeting->slot_from < 0 ||
		!civil_parse_date(meeting->slot_date, &planned))
		return;
	planned.hour = meeting->slot_from / 60;
	planned.minute = meeting->slot_from % 60;
	int64_t late = (meeting->opened - civil_ms(&planned)) / 60000;
	if (late < 1)
		return;
	phrase_minutes((long)late, out);
	str_add(out, " late");
}

void course_times(const struct meeting_row *meeting, struct str *out)
{
	number_ordinal(meeting->number, out);
	str_add(out, " meeting, ");
	if (meeting->closed) {
		phrase_hours(minute_of(meeting->opened), minute_of(meeting->closed), out);
	} else if (meeting->suspended) {
		str_add(out, "suspended since ");
		phrase_clock(minute_of(meeting->suspended), out);
	} else {
		str_add(out, "open since ");
		phrase_clock(minute_of(meeting->opened), out);
	}
}

void course_numbers(const struct course *course, const struct meeting_row *meeting, struct str *out)
{
	for (size_t i = 0; i < course->number_count; i++) {
		const struct meeting_number *number = &course->numbers[i];
		if (number->meeting != meeting->id || number->number == meeting->number)
			continue;
		str_add(out, out->length ? ", " : "");
		number_ordinal(number->number, out);
		str_addf(out, " of the %s", number->name);
	}
}

void course_delays(const struct course *course, const struct meeting_row *meeting, struct str *out)
{
	bool any = false;

	add_late(meeting, out);
	for (size_t i = 0; i < course->pause_count; i++) {
		const struct pause_row *pause = &course->pauses[i];
		if (pause->meeting != meeting->id || !pause->resumed)
			continue;
		str_add(out, out->length ? ", " : "");
		str_add(out, any ? "" : "suspended ");
		phrase_hours(minute_of(pause->suspended), minute_of(pause->resumed), out);
		any = true;
	}
}

static void add_person(const struct chair_row *chair, const struct app *app, struct str *out)
{
	str_addf(out, "%s: %s", chair->role, show_covered(app, chair->name));
	if (chair->country && chair->country[0])
		str_addf(out, " (%s)", chair->country);
}

void course_chairs(const struct course *course, const struct meeting_row *meeting,
	const struct app *app, struct str *out)
{
	for (size_t i = 0; i < course->chair_count; i++) {
		const struct chair_row *chair = &course->chairs[i];
		if (chair->meeting != meeting->id)
			continue;
		str_add(out, out->length ? "; " : "");
		if (chair->started > meeting->opened) {
			str_add(out, "from ");
			phrase_clock(minute_of(chair->started), out);
			str_addc(out, ' ');
		}
		add_person(chair, app, out);
	}
}
