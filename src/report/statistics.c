/* SPDX-License-Identifier: MIT */
/*
 * How the time of the meetings was used (conventions 6): planned by the slots, used
 * by what was held, without the pauses. A meeting without a slot was not planned and
 * counts for what was used alone.
 */
#include "base/civil.h"
#include "model/number.h"
#include "model/phrase.h"
#include "report/report.h"
#include "store/agenda.h"
#include "store/meeting.h"

enum { MINUTE = 60000, BAR = 20 };

struct sums {
	long planned, used, late; /* minutes */
};

static void add_cell(struct document *document, struct node *row, const char *text)
{
	document_add(document, row, NODE_CELL, text);
}

static void add_minutes(struct document *document, struct node *row, long minutes)
{
	struct str text;

	str_init(&text);
	if (minutes >= 0)
		phrase_minutes(minutes, &text);
	add_cell(document, row, text.text);
	str_clear(&text);
}

/* One sign for each twentieth of what was planned; what is over it comes behind. */
static void add_share(struct document *document, struct node *row, long planned, long used)
{
	struct str text;

	str_init(&text);
	if (planned > 0) {
		long signs = used * BAR / planned;
		str_addf(&text, "%3ld %% ", used * 100 / planned);
		for (long i = 0; i < signs && i < 2L * BAR; i++)
			str_addc(&text, i < BAR ? '=' : '+');
	}
	add_cell(document, row, text.text);
	str_clear(&text);
}

static int64_t instant_of(const struct meeting_row *meeting, int minute)
{
	struct civil civil = {0};

	if (!meeting->slot_date || minute < 0 || !civil_parse_date(meeting->slot_date, &civil))
		return 0;
	civil.hour = minute / 60;
	civil.minute = minute % 60;
	return civil_ms(&civil);
}

/* -1: it was not planned. */
static long late_start(const struct meeting_row *meeting)
{
	int64_t planned = instant_of(meeting, meeting->slot_from);

	if (planned == 0)
		return -1;
	return meeting->opened > planned ? (long)((meeting->opened - planned) / MINUTE) : 0;
}

static long planned_time(const struct meeting_row *meeting)
{
	int64_t from = instant_of(meeting, meeting->slot_from);
	int64_t to = instant_of(meeting, meeting->slot_to);

	return from && to > from ? (long)((to - from) / MINUTE) : -1;
}

static void add_meeting(struct document *document, struct node *table,
	const struct meeting_row *meeting, int64_t now, struct sums *sums)
{
	struct node *row = document_add(document, table, NODE_ROW, NULL);
	long planned = planned_time(meeting), late = late_start(meeting);
	long used = (long)(store_meeting_sat(meeting, now) / MINUTE);
	struct str text;

	str_init(&text);
	number_ordinal(meeting->number, &text);
	add_cell(document, row, text.text);
	str_clear(&text);
	add_minutes(document, row, planned);
	add_minutes(document, row, late);
	add_minutes(document, row, used);
	add_share(document, row, planned, used);
	sums->used += used;
	sums->planned += planned > 0 ? planned : 0;
	sums->late += late > 0 ? late : 0;
}

static void add_sums(struct document *document, struct node *table, const struct sums *sums)
{
	struct node *row = document_add(document, table, NODE_ROW, NULL);

	add_cell(document, row, "All");
	add_minutes(document, row, sums->planned);
	add_minutes(document, row, sums->late);
	add_minutes(document, row, sums->used);
	add_share(document, row, sums->planned, sums->used);
}

void report_statistics(struct store *store, int64_t session, int64_t now, struct document *document)
{
	static const char *const heads[] = {"Meeting", "Planned", "Late start", "Used", "Share"};
	struct sums sums = {0};
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct meeting_row *meetings = store_meetings(store, session, &arena, &count);
	document_add(document, document->root, NODE_TITLE, "Use of meeting time");
	if (count == 0) {
		document_add(document, document->root, NODE_PLAIN, "No meeting has been held.");
	} else {
		struct node *table = document_add(document, document->root, NODE_TABLE, NULL);
		struct node *row = document_add(document, table, NODE_ROW, NULL);
		for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
			add_cell(document, row, heads[i]);
		for (size_t i = 0; i < count; i++)
			add_meeting(document, table, &meetings[i], now, &sums);
		add_sums(document, table, &sums);
	}
	document_number(document);
	arena_clear(&arena);
}
