/* SPDX-License-Identifier: MIT */
/*
 * What States sent in. A focal point belongs to its State, so that the next survey
 * finds it again; it is there for as long as a contribution has it, no longer: it is
 * personal data.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/names.h"
#include "number.h"
#include "survey_asks.h"
#include "store/survey.h"

/* --- reading --- */

#define COLUMNS                                                                            \
	"c.id, c.survey, c.participant, c.document, c.number, q.number, p.list_name,"      \
	" p.region, c.received, c.updated, c.language, f.name, f.office, f.contact,"       \
	" d.symbols, c.file, c.covers, c.panel, c.remark, c.received > q.due," SURVEY_ASKS \
	", " SURVEY_IS_STATE " FROM contribution c JOIN survey q ON q.id = c.survey"       \
	" JOIN participant p ON p.id = c.participant"                                      \
	" LEFT JOIN focal_point f ON f.id = c.focal_point"                                 \
	" LEFT JOIN document d ON d.id = c.document"

static struct contribution_row read_row(struct sql *q, struct arena *arena)
{
	return (struct contribution_row){.id = sql_int(q, 0),
		.survey = sql_int(q, 1),
		.participant = sql_int(q, 2),
		.document = sql_int(q, 3),
		.number = (int)sql_int(q, 4),
		.survey_number = (int)sql_int(q, 5),
		.name = sql_copy(q, 6, arena),
		.region = sql_copy(q, 7, arena),
		.received = sql_copy(q, 8, arena),
		.updated = sql_copy(q, 9, arena),
		.language = sql_copy(q, 10, arena),
		.focal = sql_copy(q, 11, arena),
		.office = sql_copy(q, 12, arena),
		.contact = sql_copy(q, 13, arena),
		.symbols = sql_copy(q, 14, arena),
		.file = sql_copy(q, 15, arena),
		.covers = sql_copy(q, 16, arena),
		.panel = sql_copy(q, 17, arena),
		.remark = sql_copy(q, 18, arena),
		.late = sql_int(q, 19) != 0,
		.asked = sql_int(q, 20) != 0,
		.state = sql_int(q, 21) != 0};
}

struct keyed {
	struct contribution_row row;
	char *key;
};

static int by_key(const void *a, const void *b)
{
	const struct keyed *one = a, *other = b;

	if (one->row.survey_number != other->row.survey_number)
		return one->row.survey_number < other->row.survey_number ? -1 : 1;
	return strcmp(one->key, other->key);
}

struct contribution_row *store_contributions(
	struct store *store, int64_t session, int64_t survey, struct arena *arena, size_t *count)
{
	struct sql *q = sql_query(store,
		"SELECT " COLUMNS " WHERE c.session = ?1 AND (?2 = 0 OR c.survey = ?2)", "ii",
		session, survey);
	struct keyed *all = NULL;
	size_t capacity = 0;

	for (*count = 0; sql_row(q); ++*count) {
		all = mem_grow(all, &capacity, *count + 1, sizeof *all);
		all[*count].row = read_row(q, arena);
		all[*count].key = names_sort_key(all[*count].row.name);
	}
	if (*count)
		qsort(all, *count, sizeof *all, by_key);
	struct contribution_row *rows = arena_alloc(arena, (*count + 1) * sizeof *rows);
	for (size_t i = 0; i < *count; i++) {
		rows[i] = all[i].row;
		free(all[i].key);
	}
	free(all);
	return rows;
}

bool store_contribution(
	struct store *store, int64_t id, struct arena *arena, struct contribution_row *row)
{
	struct sql *q = sql_query(store, "SELECT " COLUMNS " WHERE c.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	*row = read_row(q, arena);
	sql_done(q);
	return true;
}

int64_t store_contribution_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM contribution WHERE session = ?1 AND number = ?2",
		"ii", session, (int64_t)number);
}

int64_t store_contribution_of(struct store *store, int64_t survey, int64_t participant)
{
	return sql_value(store, 0,
		"SELECT id FROM contribution WHERE survey = ?1 AND participant = ?2", "ii", survey,
		participant);
}

/* --- focal points --- */

/* Those that no contribution has any more. */
static bool forget_focal_points(struct store *store, int64_t session, struct err *err)
{
	return sql_run(store, err,
		"DELETE FROM focal_point WHERE session = ?1"
		" AND NOT EXISTS(SELECT 1 FROM contribution c WHERE c.focal_point = focal_point.id)",
		"i", session);
}

/* The State's of that name, made if there is none. */
static bool name_focal_point(
	struct store *store, int64_t contribution, const char *name, struct err *err)
{
	return sql_run(store, err,
		       "INSERT INTO focal_point(session, participant, name)"
		       " SELECT session, participant, ?2 FROM contribution c WHERE id = ?1"
		       " AND ?2 <> '' AND NOT EXISTS(SELECT 1 FROM focal_point f"
		       "  WHERE f.participant = c.participant AND f.name = ?2)",
		       "it", contribution, name) &&
	       sql_run(store, err,
		       "UPDATE contribution SET focal_point = (SELECT f.id FROM focal_point f"
		       " WHERE f.participant = contribution.participant AND f.name = ?2)"
		       " WHERE id = ?1",
		       "it", contribution, name);
}

static bool set_focal_point(struct store *store, int64_t contribution,
	const struct contribution_edit *edit, struct err *err)
{
	if (edit->focal && !name_focal_point(store, contribution, edit->focal, err))
		return false;
	if (!edit->office && !edit->contact)
		return true;
	if ((edit->office && *edit->office) || (edit->contact && *edit->contact))
		if (!sql_value(store, 0, "SELECT focal_point FROM contribution WHERE id = ?1", "i",
			    contribution))
			return err_set(err, ERR_USAGE,
				"an office and a contact are of a focal point: say its name");
	return sql_run(store, err,
		"UPDATE focal_point SET office = nullif(coalesce(?2, office), ''),"
		" contact = nullif(coalesce(?3, contact), '')"
		" WHERE id = (SELECT focal_point FROM contribution WHERE id = ?1)",
		"itt", contribution, edit->office, edit->contact);
}

/* --- changing --- */

int64_t store_contribution_add(struct store *store, int64_t session, int64_t survey,
	const struct contribution_edit *contribution, int *number, struct err *err)
{
	int64_t id;

	*number = number_next(store, session, "contribution", err);
	if (*number == 0 ||
		!sql_run(store, err,
			"INSERT INTO contribution(session, number, survey, participant, received)"
			" VALUES(?1, ?2, ?3, ?4, ?5)",
			"iiiit", session, (int64_t)*number, survey, contribution->participant,
			contribution->received))
		return 0;
	id = sql_inserted(store);
	return store_contribution_edit(store, id, contribution, err) ? id : 0;
}

bool store_contribution_edit(struct store *store, int64_t contribution,
	const struct contribution_edit *edit, struct err *err)
{
	int64_t session = sql_value(
		store, 0, "SELECT session FROM contribution WHERE id = ?1", "i", contribution);

	/* The focal point of another State is not its own. */
	return sql_run(store, err,
		       "UPDATE contribution SET focal_point = CASE WHEN ?2 IS NULL"
		       " OR ?2 = participant THEN focal_point END,"
		       " participant = coalesce(?2, participant) WHERE id = ?1",
		       "in", contribution, edit->participant) &&
	       sql_run(store, err,
		       "UPDATE contribution SET received = coalesce(?2, received),"
		       " updated = nullif(coalesce(?3, updated), ''),"
		       " language = nullif(coalesce(?4, language), ''),"
		       " file = nullif(coalesce(?5, file), ''),"
		       " covers = nullif(coalesce(?6, covers), ''),"
		       " panel = nullif(coalesce(?7, panel), ''),"
		       " remark = nullif(coalesce(?8, remark), ''),"
		       " document = nullif(coalesce(?9, document), -1) WHERE id = ?1",
		       "itttttttn", contribution, edit->received, edit->updated, edit->language,
		       edit->file, edit->covers, edit->panel, edit->remark, edit->document) &&
	       set_focal_point(store, contribution, edit, err) &&
	       forget_focal_points(store, session, err);
}

bool store_contribution_delete(struct store *store, int64_t contribution, struct err *err)
{
	int64_t session = sql_value(
		store, 0, "SELECT session FROM contribution WHERE id = ?1", "i", contribution);

	return sql_run(store, err, "DELETE FROM contribution WHERE id = ?1", "i", contribution) &&
	       forget_focal_points(store, session, err);
}
