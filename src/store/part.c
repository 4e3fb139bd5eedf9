/* SPDX-License-Identifier: MIT */
/* Parts of the draft report as rows: each with the tree that was printed. */
#include "store/part.h"

#include <stdlib.h>
#include <string.h>

#include "number.h"

struct part_row *store_parts(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct part_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT p.id, p.number, p.symbol, p.date, p.distribution, p.language, p.seq,"
		" m.number, p.person, p.at,"
		" (SELECT a.outcome = 'adopted' FROM paragraph_act a WHERE a.part = p.id"
		"   AND a.paragraph IS NULL ORDER BY a.id DESC LIMIT 1),"
		" EXISTS(SELECT 1 FROM paragraph_act a WHERE a.part = p.id AND a.orally_amended),"
		" (SELECT a.meeting FROM paragraph_act a WHERE a.part = p.id"
		"   AND a.paragraph IS NULL ORDER BY a.id DESC LIMIT 1)"
		" FROM part p LEFT JOIN meeting m ON m.id = p.meeting WHERE p.session = ?1"
		" ORDER BY p.id",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct part_row){.id = sql_int(q, 0),
			.number = (int)sql_int(q, 1),
			.symbol = sql_copy(q, 2, arena),
			.date = sql_copy(q, 3, arena),
			.distribution = sql_copy(q, 4, arena),
			.language = sql_copy(q, 5, arena),
			.sequence = sql_int(q, 6),
			.meeting = (int)sql_int(q, 7),
			.person = sql_copy(q, 8, arena),
			.at = sql_int(q, 9),
			.adopted = sql_int(q, 10) != 0,
			.amended = sql_int(q, 11) != 0,
			.in = sql_int(q, 12)};
	}
	return rows;
}

/* Does the symbol end in it, behind a slash? */
static bool ends_in(const char *symbol, const char *text)
{
	size_t whole = strlen(symbol), end = strlen(text);

	return end > 0 && end <= whole && strcmp(symbol + whole - end, text) == 0 &&
	       (end == whole || symbol[whole - end - 1] == '/');
}

int64_t store_part_find(struct store *store, int64_t session, const char *text)
{
	struct arena arena;
	size_t count, ends = 0;
	int64_t found = 0, ending = 0;

	arena_init(&arena);
	const struct part_row *rows = store_parts(store, session, &arena, &count);
	for (size_t i = 0; i < count && !found; i++) {
		if (strcmp(rows[i].symbol, text) == 0 ||
			strcmp(arena_printf(&arena, "%d", rows[i].number), text) == 0)
			found = rows[i].id;
		else if (ends_in(rows[i].symbol, text)) {
			ending = rows[i].id;
			ends++;
		}
	}
	arena_clear(&arena);
	return found ? found : ends == 1 ? ending : 0;
}

const char *store_part_tree(struct store *store, int64_t id, struct arena *arena)
{
	struct sql *q = sql_query(store, "SELECT tree FROM part WHERE id = ?1", "i", id);
	const char *tree = sql_row(q) ? sql_copy(q, 0, arena) : NULL;

	sql_done(q);
	return tree;
}

int64_t store_part_add(struct store *store, const struct part_new *new, const int64_t *paragraphs,
	size_t count, int *number, struct err *err)
{
	*number = number_next(store, new->session, "part", err);
	if (!*number ||
		!sql_run(store, err,
			"INSERT INTO part(session, number, symbol, date, distribution, language,"
			" meeting, seq, person, at, tree) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7,"
			" (SELECT coalesce(max(seq), 0) FROM journal), ?8, ?9, ?10)",
			"iittttntit", new->session, (int64_t)*number, new->symbol, new->date,
			new->distribution, new->language, new->meeting, new->person, new->at,
			new->tree))
		return 0;
	int64_t id = sql_inserted(store);
	for (size_t i = 0; i < count; i++)
		if (!sql_run(store, err,
			    "UPDATE paragraph SET part = ?2 WHERE id = ?1 AND part IS NULL", "ii",
			    paragraphs[i], id))
			return 0;
	return id;
}

bool store_part_left_out(
	struct store *store, int64_t paragraph, const char *sources, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO paragraph_more(session, paragraph, left_out)"
		" SELECT session, id, ?2 FROM paragraph WHERE id = ?1"
		" ON CONFLICT(paragraph) DO UPDATE SET left_out = excluded.left_out",
		"it", paragraph, sources);
}
