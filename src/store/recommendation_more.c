/* SPDX-License-Identifier: MIT */
/* What few recommendations have: a row beside theirs, made with the first of it. */
#include "sql.h"
#include "store/recommendation_more.h"

void store_recommendation_more(struct store *store, int64_t recommendation, struct arena *arena,
	struct recommendation_more *more)
{
	struct sql *q = sql_query(store,
		"SELECT x.on_behalf, x.document, x.alternative_of, x.by_chair, x.paragraph,"
		" g.list_name, d.symbols, r.number FROM recommendation_more x"
		" LEFT JOIN participant g ON g.id = x.on_behalf"
		" LEFT JOIN document d ON d.id = x.document"
		" LEFT JOIN recommendation r ON r.id = x.alternative_of"
		" WHERE x.recommendation = ?1",
		"i", recommendation);

	*more = (struct recommendation_more){0};
	if (!sql_row(q))
		return;
	*more = (struct recommendation_more){.on_behalf = sql_int(q, 0),
		.document = sql_int(q, 1),
		.alternative_of = sql_int(q, 2),
		.by_chair = sql_int(q, 3) != 0,
		.paragraph = sql_copy(q, 4, arena),
		.on_behalf_name = sql_copy(q, 5, arena),
		.document_symbols = sql_copy(q, 6, arena),
		.alternative_of_number = (int)sql_int(q, 7)};
	sql_done(q);
}

bool store_recommendation_more_set(struct store *store, int64_t recommendation,
	const struct recommendation_more *more, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO recommendation_more(session, recommendation, on_behalf, document,"
		" alternative_of, by_chair, paragraph)"
		" SELECT session, id, ?2, ?3, ?4, ?5, ?6 FROM recommendation WHERE id = ?1"
		" ON CONFLICT(recommendation) DO UPDATE SET on_behalf = ?2, document = ?3,"
		" alternative_of = ?4, by_chair = ?5, paragraph = ?6",
		"innnit", recommendation, more->on_behalf, more->document, more->alternative_of,
		(int64_t)more->by_chair, more->paragraph);
}

int64_t store_recommendation_root(struct store *store, int64_t recommendation)
{
	int64_t of = sql_value(store, 0,
		"SELECT alternative_of FROM recommendation_more WHERE recommendation = ?1", "i",
		recommendation);

	return of ? of : recommendation;
}
