/* SPDX-License-Identifier: MIT */
/* Surveys: who was asked what until when, and who has not answered. Who was asked is
 * not kept: it is all States of the roster, or all parties, as they are now. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/names.h"
#include "number.h"
#include "survey_asks.h"
#include "store/survey.h"

/* Groups and organizations answer too; they were not asked and are counted apart. */
#define COLUMNS                                                                            \
	"q.id, q.item, q.number, q.title, i.printed, i.title, q.asked, q.sent, q.due,"     \
	" q.closed, count(CASE WHEN " SURVEY_ASKS " THEN 1 END),"                          \
	" count(CASE WHEN c.received > q.due AND " SURVEY_ASKS " THEN 1 END), count(c.id)" \
	" FROM survey q LEFT JOIN item i ON i.id = q.item"                                 \
	" LEFT JOIN contribution c ON c.survey = q.id"                                     \
	" LEFT JOIN participant p ON p.id = c.participant"

static struct survey_row read_row(struct sql *q, struct arena *arena)
{
	return (struct survey_row){.id = sql_int(q, 0),
		.item = sql_int(q, 1),
		.number = (int)sql_int(q, 2),
		.title = sql_copy(q, 3, arena),
		.item_printed = sql_copy(q, 4, arena),
		.item_title = sql_copy(q, 5, arena),
		.asked = sql_copy(q, 6, arena),
		.sent = sql_copy(q, 7, arena),
		.due = sql_copy(q, 8, arena),
		.closed = sql_copy(q, 9, arena),
		.answered = sql_int(q, 10),
		.late = sql_int(q, 11),
		.others = sql_int(q, 12) - sql_int(q, 10)};
}

struct survey_row *store_surveys(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct survey_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " COLUMNS " WHERE q.session = ?1 GROUP BY q.id ORDER BY q.number", "i",
		session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_row(q, arena);
	}
	return rows;
}

bool store_survey(struct store *store, int64_t id, struct arena *arena, struct survey_row *row)
{
	struct sql *q =
		sql_query(store, "SELECT " COLUMNS " WHERE q.id = ?1 GROUP BY q.id", "i", id);

	if (!sql_row(q))
		return false;
	*row = read_row(q, arena);
	sql_done(q);
	return true;
}

int64_t store_survey_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM survey WHERE session = ?1 AND number = ?2", "ii",
		session, (int64_t)number);
}

int64_t store_survey_add(struct store *store, int64_t session, const struct survey_edit *survey,
	int *number, struct err *err)
{
	*number = number_next(store, session, "survey", err);
	if (*number == 0 ||
		!sql_run(store, err,
			"INSERT INTO survey(session, number, title, item, asked, sent, due)"
			" VALUES(?1, ?2, ?3, ?4, coalesce(?5, 'states'), nullif(?6, ''),"
			" nullif(?7, ''))",
			"iitnttt", session, (int64_t)*number, survey->title, survey->item,
			survey->asked, survey->sent, survey->due))
		return 0;
	return sql_inserted(store);
}

bool store_survey_edit(
	struct store *store, int64_t survey, const struct survey_edit *edit, struct err *err)
{
	return sql_run(store, err,
		"UPDATE survey SET title = coalesce(?2, title), asked = coalesce(?3, asked),"
		" sent = nullif(coalesce(?4, sent), ''), due = nullif(coalesce(?5, due), ''),"
		" closed = nullif(coalesce(?6, closed), ''), item = coalesce(?7, item)"
		" WHERE id = ?1",
		"itttttn", survey, edit->title, edit->asked, edit->sent, edit->due, edit->closed,
		edit->item);
}

bool store_survey_delete(struct store *store, int64_t survey, struct err *err)
{
	int64_t count = sql_value(
		store, 0, "SELECT count(*) FROM contribution WHERE survey = ?1", "i", survey);

	if (count > 0)
		return err_set(err, ERR_USAGE, "the survey cannot be deleted: %lld %s answered it",
			(long long)count, count == 1 ? "has" : "have");
	return sql_run(store, err, "DELETE FROM survey WHERE id = ?1", "i", survey);
}

/* --- who was asked --- */

#define ASKED                                                        \
	" FROM survey q JOIN participant p ON p.session = q.session" \
	" WHERE q.id = ?1 AND " SURVEY_ASKS

int64_t store_survey_asked(struct store *store, int64_t survey)
{
	return sql_value(store, 0, "SELECT count(*)" ASKED, "i", survey);
}

struct keyed {
	struct silent_row row;
	char *key;
};

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct keyed *)a)->key, ((const struct keyed *)b)->key);
}

struct silent_row *store_survey_silent(
	struct store *store, int64_t survey, struct arena *arena, size_t *count)
{
	struct sql *q = sql_query(store,
		"SELECT p.id, p.list_name, p.region" ASKED " AND NOT EXISTS(SELECT 1"
		" FROM contribution c WHERE c.survey = q.id AND c.participant = p.id)",
		"i", survey);
	struct keyed *all = NULL;
	size_t capacity = 0;

	for (*count = 0; sql_row(q); ++*count) {
		all = mem_grow(all, &capacity, *count + 1, sizeof *all);
		all[*count].row = (struct silent_row){
			sql_int(q, 0), sql_copy(q, 1, arena), sql_copy(q, 2, arena)};
		all[*count].key = names_sort_key(all[*count].row.name);
	}
	if (*count)
		qsort(all, *count, sizeof *all, by_key);
	struct silent_row *rows = arena_alloc(arena, (*count + 1) * sizeof *rows);
	for (size_t i = 0; i < *count; i++) {
		rows[i] = all[i].row;
		free(all[i].key);
	}
	free(all);
	return rows;
}
