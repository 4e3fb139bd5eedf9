/* SPDX-License-Identifier: MIT */
/*
 * Words of the agenda as a document that follow from nothing else: its heading, that
 * of an annotation, which session of a body it is. A row is there only where there
 * are such words; whoever deletes an item deletes its words with it.
 */
#include "sql.h"
#include "store/agenda.h"

const char *store_wording(struct store *store, int64_t session, int64_t body, int64_t item,
	const char *kind, struct arena *arena)
{
	struct sql *q = sql_query(store,
		"SELECT text FROM wording WHERE session = ?1 AND kind = ?4 AND body IS ?2"
		" AND item IS ?3",
		"innt", session, body, item, kind);
	const char *text = sql_row(q) ? sql_copy(q, 0, arena) : NULL;

	sql_done(q);
	return text;
}

bool store_wording_set(struct store *store, int64_t session, int64_t body, int64_t item,
	const char *kind, const char *text, struct err *err)
{
	int64_t row = sql_value(store, 0,
		"SELECT id FROM wording WHERE session = ?1 AND kind = ?4 AND body IS ?2"
		" AND item IS ?3",
		"innt", session, body, item, kind);
	bool some = text && *text;

	if (row && some)
		return sql_run(
			store, err, "UPDATE wording SET text = ?2 WHERE id = ?1", "it", row, text);
	if (row)
		return sql_run(store, err, "DELETE FROM wording WHERE id = ?1", "i", row);
	return !some || sql_run(store, err,
				"INSERT INTO wording(session, body, item, kind, text)"
				" VALUES(?1, ?2, ?3, ?4, ?5)",
				"inntt", session, body, item, kind, text);
}
