/* SPDX-License-Identifier: MIT */
/* Non-papers: copies of texts, which nothing that comes later changes. */
#include "base/str.h"
#include "number.h"
#include "store/non_paper.h"

struct non_paper_row *store_non_papers(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct non_paper_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT n.id, n.in_set, n.number, n.title, n.person, m.number, n.at,"
		" (SELECT count(*) FROM non_paper_text t WHERE t.non_paper = n.id)"
		" FROM non_paper n LEFT JOIN meeting m ON m.id = n.meeting"
		" WHERE n.session = ?1 ORDER BY n.number",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct non_paper_row){.id = sql_int(q, 0),
			.in_set = sql_int(q, 1),
			.number = (int)sql_int(q, 2),
			.title = sql_copy(q, 3, arena),
			.person = sql_copy(q, 4, arena),
			.meeting = (int)sql_int(q, 5),
			.at = sql_int(q, 6),
			.texts = sql_int(q, 7)};
	}
	return rows;
}

int64_t store_non_paper_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM non_paper WHERE session = ?1 AND number = ?2",
		"ii", session, (int64_t)number);
}

struct non_paper_text *store_non_paper_texts(
	struct store *store, int64_t non_paper, struct arena *arena, size_t *count)
{
	struct non_paper_text *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT recommendation, label, version, text, projected FROM non_paper_text"
		" WHERE non_paper = ?1 ORDER BY rank, id",
		"i", non_paper);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct non_paper_text){.recommendation = sql_int(q, 0),
			.label = sql_copy(q, 1, arena),
			.version = (int)sql_int(q, 2),
			.text = sql_copy(q, 3, arena),
			.projected = sql_copy(q, 4, arena)};
	}
	return rows;
}

int store_non_paper_version(struct store *store, int64_t recommendation, int *number)
{
	struct sql *q = sql_query(store,
		"SELECT t.version, n.number FROM non_paper n"
		" JOIN non_paper_text t ON t.non_paper = n.id"
		" WHERE n.session = (SELECT session FROM recommendation WHERE id = ?1)"
		" AND t.recommendation = ?1 AND t.text <> '' ORDER BY n.number DESC LIMIT 1",
		"i", recommendation);
	int version = 0;

	*number = 0;
	if (sql_row(q)) {
		version = (int)sql_int(q, 0);
		*number = (int)sql_int(q, 1);
		sql_done(q);
	}
	return version;
}

static bool add_texts(
	struct store *store, int64_t id, const struct non_paper_new *new, struct err *err)
{
	struct str rank;
	bool good = true;

	str_init(&rank);
	for (size_t i = 0; good && i < new->count; i++) {
		const struct non_paper_text *text = &new->texts[i];
		good = sql_run(store, err,
			"INSERT INTO non_paper_text(session, non_paper, recommendation, rank,"
			" label, version, text, projected)"
			" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
			"iiittitt", new->session, id, text->recommendation, rank_next(store, &rank),
			text->label, (int64_t)text->version, text->text, text->projected);
	}
	str_clear(&rank);
	return good;
}

int64_t store_non_paper_add(
	struct store *store, const struct non_paper_new *new, int *number, struct err *err)
{
	int64_t id;

	*number = number_next(store, new->session, "non_paper", err);
	if (*number == 0 ||
		!sql_run(store, err,
			"INSERT INTO non_paper(session, number, title, in_set, meeting, person, at)"
			" VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
			"iitnnti", new->session, (int64_t)*number, new->title, new->in_set,
			new->meeting, new->person, new->at))
		return 0;
	id = sql_inserted(store);
	return add_texts(store, id, new, err) ? id : 0;
}
