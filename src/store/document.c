/* SPDX-License-Identifier: MIT */
/* Papers before the meeting, by symbol. */
#include <stdlib.h>

#include "number.h"
#include "store/agenda.h"

struct document_row *store_documents(
	struct store *store, int64_t session, int64_t item, struct arena *arena, size_t *count)
{
	size_t total = (size_t)sql_value(
		store, 0, "SELECT count(*) FROM document WHERE session = ?1", "i", session);
	struct document_row *rows = arena_alloc(arena, (total + 1) * sizeof *rows);
	struct sql *q = sql_query(store,
		"SELECT d.id, d.number, d.kind, d.title, d.symbols, d.state,"
		" (SELECT group_concat(printed, ', ') FROM (SELECT i.printed FROM item_document x"
		"  JOIN item i ON i.id = x.item WHERE x.document = d.id ORDER BY i.rank))"
		" FROM document d WHERE d.session = ?1 AND (?2 = 0 OR EXISTS(SELECT 1 FROM item_document y"
		"  WHERE y.document = d.id AND y.item = ?2)) ORDER BY d.rank",
		"ii", session, item);

	for (*count = 0; sql_row(q);) {
		if (*count == total)
			continue;
		rows[(*count)++] = (struct document_row){.id = sql_int(q, 0),
			.number = (int)sql_int(q, 1),
			.kind = sql_copy(q, 2, arena),
			.title = sql_copy(q, 3, arena),
			.symbols = sql_copy(q, 4, arena),
			.state = sql_copy(q, 5, arena),
			.items = sql_copy(q, 6, arena)};
	}
	return rows;
}

int64_t store_document_add(struct store *store, int64_t session, const char *kind,
	const char *title, const char *symbols, int *number, struct err *err)
{
	struct str rank;
	bool added;

	*number = number_next(store, session, "document", err);
	if (*number == 0)
		return 0;
	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM document WHERE session = ?1", session);
	added = sql_run(store, err,
		"INSERT INTO document(session, number, rank, kind, title, symbols)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
		"iitttt", session, (int64_t)*number, rank.text, kind, title, symbols);
	str_clear(&rank);
	return added ? sql_inserted(store) : 0;
}

bool store_document_to_item(struct store *store, int64_t document, int64_t item, struct err *err)
{
	struct str rank;
	bool added;

	str_init(&rank);
	rank_after(store, &rank, "SELECT max(rank) FROM item_document WHERE item = ?1", item);
	added = sql_run(store, err,
		"INSERT INTO item_document(item, document, rank)"
		" SELECT ?1, ?2, ?3 WHERE NOT EXISTS(SELECT 1 FROM item_document WHERE item = ?1"
		" AND document = ?2)",
		"iit", item, document, rank.text);
	str_clear(&rank);
	return added;
}

bool store_document_set_state(
	struct store *store, int64_t document, const char *state, struct err *err)
{
	return sql_run(store, err, "UPDATE document SET state = ?2 WHERE id = ?1 AND state <> ?2",
		"it", document, state);
}

int64_t store_document_find(struct store *store, int64_t session, const char *symbol_or_number)
{
	const char *digits = symbol_or_number + (symbol_or_number[0] == 'd');
	char *end;
	long number = strtol(digits, &end, 10);

	if (end != digits && *end == '\0')
		return sql_value(store, 0,
			"SELECT id FROM document WHERE session = ?1 AND number = ?2", "ii", session,
			(int64_t)number);
	/* Either symbol of a joint document, or both. */
	return sql_value(store, 0,
		"SELECT id FROM document WHERE session = ?1 AND (symbols = ?2"
		" OR '-' || symbols || '-' LIKE '%-' || replace(replace(?2, '%', ''), '_', '') || '-%')",
		"it", session, symbol_or_number);
}
