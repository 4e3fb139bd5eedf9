/* SPDX-License-Identifier: MIT */
/*
 * When a speakers' list was closed and opened again. Who is late follows from it
 * (request.c): by the instant of the request, and within one instant by the newest
 * request that there was. Nobody is late on a list that is open again.
 */
#include "sql.h"
#include "store/floor.h"

int64_t store_list_closed(struct store *store, int64_t item)
{
	return sql_kept_value(store, 0,
		"SELECT closed FROM list_closing WHERE item = ?1 AND opened IS NULL"
		" ORDER BY closed DESC LIMIT 1",
		"i", item);
}

bool store_list_close(
	struct store *store, int64_t session, int64_t item, int64_t at, struct err *err)
{
	int64_t newest =
		sql_value(store, 0, "SELECT max(id) FROM request WHERE item = ?1", "i", item);

	return sql_run(store, err,
		"INSERT INTO list_closing(session, item, closed, newest) VALUES(?1, ?2, ?3, ?4)",
		"iiii", session, item, at, newest);
}

bool store_list_open(struct store *store, int64_t item, int64_t at, struct err *err)
{
	return sql_run(store, err,
		"UPDATE list_closing SET opened = max(closed, ?2) WHERE item = ?1 AND opened IS NULL",
		"ii", item, at);
}
