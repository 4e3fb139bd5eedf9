/* SPDX-License-Identifier: MIT */
/*
 * How the time of the meetings was used (conventions 6): planned by the slots, used
 * by what was held, without the pauses. A meeting without a slot was not planned and
 * counts for what was used alone. With who spoke how long it is the annex that a
 * report has where it is wanted.
 */
#include <string.h>

#include "base/civil.h"
#include "facts_names.h"
#include "model/inline.h"
#include "model/phrase.h"
#include "page.h"
#include "report/report.h"
#include "report/speaking.h"
#include "statistics.h"
#include "words.h"
#include "store/agenda.h"
#include "store/journal.h"
#include "store/meeting.h"
#include "store/survey.h"

enum { MINUTE = 60000, BAR = 20 };

struct sums {
	long planned, used, late; /* minutes */
};

static void add_heading(struct document *document, const char *text)
{
	document_add(document, document->root, NODE_HEADING, text);
}

static void add_cell(struct document *document, struct node *row, const char *text)
{
	document_add(document, row, NODE_CELL, text);
}

/* heads: keys of the template */
static struct node *add_table(struct document *document, const struct template *words,
	const char *const heads[], size_t count)
{
	struct node *table = document_add(document, document->root, NODE_TABLE, NULL);
	struct node *row = document_add(document, table, NODE_ROW, NULL);

	for (size_t i = 0; i < count; i++)
		add_cell(document, row, template_text(words, heads[i]));
	return table;
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

static void add_meeting(struct document *document, const struct template *words, struct node *table,
	const struct meeting_row *meeting, int64_t now, struct sums *sums)
{
	struct node *row = document_add(document, table, NODE_ROW, NULL);
	long planned = planned_time(meeting), late = late_start(meeting);
	long used = (long)(store_meeting_sat(meeting, now) / MINUTE);
	struct str text;

	str_init(&text);
	words_ordinal(words, meeting->number, &text);
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

static void add_sums(struct document *document, const struct template *words, struct node *table,
	const struct sums *sums)
{
	struct node *row = document_add(document, table, NODE_ROW, NULL);

	add_cell(document, row, template_text(words, "statistics.all"));
	add_minutes(document, row, sums->planned);
	add_minutes(document, row, sums->late);
	add_minutes(document, row, sums->used);
	add_share(document, row, sums->planned, sums->used);
}

/* False if no meeting has been held. */
static bool add_use(struct document *document, const struct template *words, struct store *store,
	int64_t session, int64_t now)
{
	static const char *const heads[] = {"statistics.meeting", "statistics.planned",
		"statistics.late", "statistics.used", "statistics.share"};
	struct sums sums = {0};
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct meeting_row *meetings = store_meetings(store, session, &arena, &count);
	if (count > 0) {
		struct node *table =
			add_table(document, words, heads, sizeof heads / sizeof heads[0]);
		for (size_t i = 0; i < count; i++)
			add_meeting(document, words, table, &meetings[i], now, &sums);
		add_sums(document, words, table, &sums);
	}
	arena_clear(&arena);
	return count > 0;
}

void report_statistics(struct store *store, int64_t session, const struct template *template,
	int64_t now, struct document *document)
{
	page_begin(template, document);
	document_add(
		document, document->root, NODE_TITLE, template_text(template, "statistics.title"));
	if (!add_use(document, template, store, session, now))
		document_add(document, document->root, NODE_PLAIN,
			template_text(template, "statistics.none"));
	document_number(document);
}

/* --- speaking time --- */

static void add_duration(struct document *document, struct node *row, int64_t seconds)
{
	struct str text;

	str_init(&text);
	if (seconds > 0)
		phrase_duration((long)seconds, &text);
	add_cell(document, row, text.text);
	str_clear(&text);
}

/* Of BAR for the most; what is for groups comes behind the rest. */
static void add_bar(struct document *document, struct node *row, const struct speaking_total *total,
	int64_t most)
{
	int64_t whole = most > 0 ? ((total->own + total->voice) * BAR + most - 1) / most : 0;
	int64_t own = total->voice > 0 ? total->own * BAR / most : whole;
	struct str text;

	str_init(&text);
	for (int64_t i = 0; i < whole; i++)
		str_addc(&text, i < own ? '=' : '+');
	add_cell(document, row, text.text);
	str_clear(&text);
}

/* In the language of the report; speaking.c has a name of its own for no group. */
static const char *name_of(const struct facts *facts, const struct speaking_total *total)
{
	return strcmp(total->name, SPEAKING_NO_REGION) == 0
		       ? template_text(facts->template, "survey.no-region")
		       : facts_listed(facts, total->name);
}

static void add_total(struct document *document, const struct facts *facts, struct node *table,
	const struct speaking_total *total, int64_t most)
{
	struct node *row = document_add(document, table, NODE_ROW, NULL);
	struct str name;

	str_init(&name);
	inline_escape(name_of(facts, total), &name);
	add_cell(document, row, name.text);
	str_clear(&name);
	add_duration(document, row, total->own);
	add_duration(document, row, total->voice);
	add_bar(document, row, total, most);
}

static void add_speaking(struct document *document, const struct facts *facts, const char *head,
	const struct speaking *totals)
{
	const char *const heads[] = {
		head, "statistics.own", "statistics.voice", "statistics.share"};
	struct node *table =
		add_table(document, facts->template, heads, sizeof heads / sizeof heads[0]);
	int64_t most = 0;

	for (size_t i = 0; i < totals->count; i++)
		if (totals->rows[i].own + totals->rows[i].voice > most)
			most = totals->rows[i].own + totals->rows[i].voice;
	for (size_t i = 0; i < totals->count; i++)
		if (totals->rows[i].own + totals->rows[i].voice > 0)
			add_total(document, facts, table, &totals->rows[i], most);
}

/* --- documents and contributions --- */

static void add_number(struct document *document, struct node *row, size_t number)
{
	struct str text;

	str_init(&text);
	str_addf(&text, "%zu", number);
	add_cell(document, row, text.text);
	str_clear(&text);
}

/* How many of them are in the state; "": that came late. */
static size_t count_of(const struct document_row *rows, size_t count, const char *state)
{
	size_t of_it = 0;

	for (size_t i = 0; i < count; i++)
		of_it += *state ? strcmp(rows[i].state, state) == 0 : rows[i].late != NULL;
	return of_it;
}

static void add_register(struct document *document, const struct template *words,
	struct store *store, int64_t session)
{
	static const char *const heads[] = {"statistics.registered", "statistics.announced",
		"statistics.issued", "statistics.introduced", "statistics.reissued",
		"statistics.withdrawn", "statistics.overdue"};
	static const char *const states[] = {
		"announced", "issued", "introduced", "reissued", "withdrawn", ""};
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct document_row *rows = store_documents(store, session, 0, &arena, &count);
	if (count > 0) {
		add_heading(document, template_text(words, "statistics.documents"));
		struct node *table =
			add_table(document, words, heads, sizeof heads / sizeof heads[0]);
		struct node *row = document_add(document, table, NODE_ROW, NULL);
		add_number(document, row, count);
		for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
			add_number(document, row, count_of(rows, count, states[i]));
	}
	arena_clear(&arena);
}

static void add_surveys(struct document *document, const struct template *words,
	struct store *store, int64_t session)
{
	static const char *const heads[] = {"statistics.survey", "statistics.asked",
		"statistics.answered", "statistics.overdue"};
	struct arena arena;
	struct str title;
	size_t count;

	arena_init(&arena);
	str_init(&title);
	const struct survey_row *rows = store_surveys(store, session, &arena, &count);
	struct node *table = NULL;
	for (size_t i = 0; i < count; i++) {
		if (!table) {
			add_heading(document, template_text(words, "statistics.contributions"));
			table = add_table(document, words, heads, sizeof heads / sizeof heads[0]);
		}
		struct node *row = document_add(document, table, NODE_ROW, NULL);
		str_reset(&title);
		inline_escape(rows[i].title, &title);
		add_cell(document, row, title.text);
		add_number(document, row, (size_t)store_survey_asked(store, rows[i].id));
		add_number(document, row, (size_t)rows[i].answered);
		add_number(document, row, (size_t)rows[i].late);
	}
	str_clear(&title);
	arena_clear(&arena);
}

/* --- the annex --- */

/* As of the last command: a report is the same whenever it is printed. */
static int64_t time_of_record(struct store *store, int64_t session, struct arena *arena)
{
	size_t count;
	const struct journal_row *newest = store_journal(store, session, 0, 1, arena, &count);

	return count > 0 ? newest->at : 0;
}

void statistics_annex(
	struct store *store, int64_t session, const struct facts *facts, struct document *document)
{
	const struct template *words = facts->template;
	struct arena arena;
	size_t count;

	arena_init(&arena);
	int64_t now = time_of_record(store, session, &arena);
	document_add(document, document->root, NODE_HEADING, template_text(words, "paper.annex"))
		->annex = true;
	add_heading(document, template_text(words, "statistics.title"));
	if (!add_use(document, words, store, session, now))
		document_add(document, document->root, NODE_PLAIN,
			template_text(words, "statistics.none"));
	const struct spoken_row *spoken = store_spoken(store, session, 0, 0, now, &arena, &count);
	if (count > 0) {
		struct speaking delegations = speaking_by_delegation(spoken, count, &arena);
		struct speaking regions = speaking_by_region(store, session, spoken, count, &arena);
		add_heading(document, template_text(words, "statistics.speaking"));
		add_speaking(document, facts, "statistics.delegation", &delegations);
		add_speaking(document, facts, "statistics.region", &regions);
	}
	add_register(document, words, store, session);
	add_surveys(document, words, store, session);
	arena_clear(&arena);
}
