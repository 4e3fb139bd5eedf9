/* SPDX-License-Identifier: MIT */
/*
 * The order of entry. Within a table ids tell it; between tables the journal does, whose
 * changesets have the insertions. Each row of the journal is taken apart once, when it is
 * first asked for, and what is remembered is in memory alone. A redo inserts again what was
 * there before: the first command counts.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "change.h"
#include "entered.h"
#include "internal.h"

enum { REMEMBERED_MAX = 1 << 24 }; /* ids above are a damaged changeset */

static const char *const tables[] = {"recommendation_version", "act", "position", "agenda_change"};

struct entered_rows {
	int64_t session, read; /* read: the last row of the journal */
	struct {
		int64_t *sequences; /* by id */
		size_t count, capacity;
	} of[ENTERED_TABLES];
};

void entered_rows_free(struct entered_rows *rows)
{
	for (int i = 0; rows && i < ENTERED_TABLES; i++)
		free(rows->of[i].sequences);
	free(rows);
}

static void remember(struct entered_rows *rows, int table, int64_t id, int64_t sequence)
{
	size_t wanted = (size_t)id + 1;

	if (id < 1 || id > REMEMBERED_MAX)
		return;
	rows->of[table].sequences = mem_grow(rows->of[table].sequences, &rows->of[table].capacity,
		wanted, sizeof *rows->of[table].sequences);
	if (rows->of[table].count < wanted)
		rows->of[table].count = wanted;
	if (rows->of[table].sequences[id] == 0)
		rows->of[table].sequences[id] = sequence;
}

static void take(struct entered_rows *rows, const struct change *change, int64_t sequence)
{
	for (int i = 0; i < ENTERED_TABLES && change->operation == SQLITE_INSERT; i++)
		if (strcmp(tables[i], change->table) == 0)
			remember(rows, i, change->id, sequence);
}

static struct entered_rows *read_on(struct store *store, int64_t session)
{
	if (store->entered && store->entered->session != session) {
		entered_rows_free(store->entered);
		store->entered = NULL;
	}
	if (!store->entered) {
		store->entered = mem_alloc(sizeof *store->entered);
		store->entered->session = session;
	}
	struct entered_rows *rows = store->entered;
	struct sql *q = sql_query(store,
		"SELECT seq, changeset FROM journal WHERE session = ?1 AND seq > ?2 ORDER BY seq",
		"ii", session, rows->read);
	while (sql_row(q)) {
		size_t length;
		const void *bytes = sql_blob(q, 1, &length);
		struct walk walk = change_walk(bytes, length);
		struct change change;

		while (change_next(&walk, &change))
			take(rows, &change, sql_int(q, 0));
		rows->read = sql_int(q, 0);
	}
	return rows;
}

int64_t entered_sequence(struct store *store, int64_t session, enum entered_table table, int64_t id)
{
	const struct entered_rows *rows = read_on(store, session);

	return id > 0 && (uint64_t)id < rows->of[table].count ? rows->of[table].sequences[id] : 0;
}
