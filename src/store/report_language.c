/* SPDX-License-Identifier: MIT */
/* The language of the report: a row among the words of reports that is of every language. */
#include "sql.h"
#include "store/report_language.h"

#define KEY "language"

void store_report_language(struct store *store, int64_t session, struct str *out)
{
	struct sql *q = sql_query(store,
		"SELECT coalesce((SELECT text FROM template WHERE session = ?1 AND language = ''"
		" AND key = '" KEY "'), (SELECT language FROM session WHERE id = ?1), '')",
		"i", session);

	if (sql_row(q))
		str_add(out, sql_text(q, 0));
	sql_done(q);
}

bool store_report_language_set(
	struct store *store, int64_t session, const char *language, struct err *err)
{
	if (!*language)
		return sql_run(store, err,
			"DELETE FROM template WHERE session = ?1 AND language = '' AND key = '" KEY
			"'",
			"i", session);
	return sql_run(store, err,
		"INSERT INTO template(session, language, key, text) VALUES(?1, '', '" KEY "', ?2)"
		" ON CONFLICT(session, language, key) DO UPDATE SET text = excluded.text"
		" WHERE text <> excluded.text",
		"it", session, language);
}
