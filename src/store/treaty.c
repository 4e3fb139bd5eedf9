/* SPDX-License-Identifier: MIT */
/* Treaty status with its dates. What stands in participant.status is a copy of
 * what held on the first day, so that lists and sentences read one column. */
#include "sql.h"
#include "store/treaty.h"

bool store_treaty_clear(
	struct store *store, int64_t participant, const char *treaty, struct err *err)
{
	return sql_run(store, err,
		"DELETE FROM treaty_status WHERE participant = ?1 AND treaty = ?2", "it",
		participant, treaty);
}

bool store_treaty_add(struct store *store, int64_t session, int64_t participant, const char *treaty,
	const char *status, const char *date, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO treaty_status(session, participant, treaty, status, from_date)"
		" VALUES(?1, ?2, ?3, ?4, ?5)",
		"iittt", session, participant, treaty, status, date);
}

#define OF_THE_DAY                                                                        \
	"coalesce((SELECT t.status FROM treaty_status t WHERE t.participant = p.id"       \
	" AND t.treaty = ?2 AND coalesce(t.from_date, '') <= (SELECT coalesce(from_date," \
	" '9999') FROM session WHERE id = ?1) ORDER BY coalesce(t.from_date, '') DESC,"   \
	" t.id DESC LIMIT 1), 'nonparty')"

bool store_treaty_settle(struct store *store, int64_t session, const char *treaty, struct err *err)
{
	return sql_run(store, err,
		"UPDATE participant AS p SET status = " OF_THE_DAY
		" WHERE p.session = ?1 AND EXISTS(SELECT 1 FROM treaty_status t"
		" WHERE t.participant = p.id AND t.treaty = ?2) AND p.status <> " OF_THE_DAY,
		"it", session, treaty);
}

int64_t store_treaty_count(struct store *store, int64_t session, const char *status)
{
	return sql_value(store, 0,
		"SELECT count(*) FROM participant WHERE session = ?1 AND status = ?2", "it",
		session, status);
}
