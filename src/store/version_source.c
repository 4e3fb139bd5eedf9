/* SPDX-License-Identifier: MIT */
/* Where the versions of recommendations came from: a row beside each version; and what
 * in the tables of texts was said in a statement. */
#include "sql.h"
#include "store/version_source.h"

bool store_version_source_add(struct store *store, int64_t recommendation, int version,
	const struct version_source *source, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO version_source(session, of, how, proposer, on_behalf, statement,"
		" amendment, file) SELECT r.session, v.id, ?3, ?4, ?5, ?6, ?7, ?8"
		" FROM recommendation r JOIN recommendation_version v ON v.recommendation = r.id"
		" AND v.version = coalesce(?2, r.version) WHERE r.id = ?1",
		"intnnnnt", recommendation, (int64_t)version, source->how, source->proposer,
		source->on_behalf, source->statement, source->amendment, source->file);
}

bool store_version_source_first(struct store *store, int64_t recommendation, int64_t proposer,
	int64_t on_behalf, const char *how, struct err *err)
{
	return sql_run(store, err,
		"UPDATE version_source SET proposer = ?2, on_behalf = ?3, how = coalesce(?4, how)"
		" WHERE of = (SELECT id FROM recommendation_version WHERE recommendation = ?1"
		" ORDER BY version LIMIT 1)",
		"innt", recommendation, proposer, on_behalf, how);
}

bool store_statement_texts(struct store *store, int64_t statement, int64_t to, struct err *err)
{
	return sql_run(store, err, "UPDATE amendment SET statement = ?2 WHERE statement = ?1", "in",
		       statement, to) &&
	       sql_run(store, err, "UPDATE version_source SET statement = ?2 WHERE statement = ?1",
		       "in", statement, to) &&
	       sql_run(store, err, "UPDATE comment SET statement = ?2 WHERE statement = ?1", "in",
		       statement, to) &&
	       sql_run(store, err, "UPDATE position SET statement = ?2 WHERE statement = ?1", "in",
		       statement, to);
}
