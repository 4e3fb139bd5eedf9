/* SPDX-License-Identifier: MIT */
/*
 * Who cites a document. Search finds the texts that have the words of its symbol,
 * however long the log is, and each of these few is then looked into: a symbol is
 * cited as a whole, "CTOC/COP/2012/1" not by "CTOC/COP/2012/10".
 */
#include "model/symbol_links.h"
#include "sql.h"
#include "store/document.h"
#include "store/search.h"

enum { SEARCHED = 200 }; /* texts looked into for each symbol, at most */

struct citing {
	struct store *store;
	int64_t session, document;
	const char *symbols; /* as registered: one, or several joined */
	size_t limit;        /* of a kind */
	struct arena *arena;
	struct citation_row *rows;
	size_t count;
};

static size_t count_of(const struct citing *citing, char kind)
{
	size_t count = 0;

	for (size_t i = 0; i < citing->count; i++)
		count += citing->rows[i].kind == kind;
	return count;
}

static void add(struct citing *citing, struct citation_row row)
{
	for (size_t i = 0; i < citing->count; i++)
		if (citing->rows[i].kind == row.kind && citing->rows[i].number == row.number &&
			row.kind != 'i')
			return;
	if (count_of(citing, row.kind) < citing->limit)
		citing->rows[citing->count++] = row;
}

static void add_items(struct citing *citing)
{
	struct sql *q = sql_query(citing->store,
		"SELECT printed, title, annotation FROM item WHERE session = ?1"
		" AND annotation IS NOT NULL ORDER BY parent IS NOT NULL, rank",
		"i", citing->session);

	while (sql_row(q))
		if (symbol_cited(sql_text(q, 2), citing->symbols))
			add(citing, (struct citation_row){.kind = 'i',
					    .item = sql_copy(q, 0, citing->arena),
					    .name = sql_copy(q, 1, citing->arena)});
}

static void add_hit(struct citing *citing, const struct hit_row *hit)
{
	char kind = hit->kind == HIT_RECOMMENDATION ? 'r' : 's';

	if (symbol_cited(hit->text, citing->symbols))
		add(citing, (struct citation_row){.kind = kind,
				    .number = hit->number,
				    .item = hit->item_printed,
				    .name = hit->name});
}

static void add_texts(struct citing *citing)
{
	const char *rest = citing->symbols, *one;
	size_t length, count;

	while ((one = symbol_next(&rest, &length))) {
		const struct hit_row *hits = store_search_whole(citing->store, citing->session,
			arena_strndup(citing->arena, one, length), SEARCHED, citing->arena, &count);
		for (size_t i = 0; i < count; i++)
			add_hit(citing, &hits[i]);
	}
}

static void add_contributions(struct citing *citing)
{
	struct sql *q = sql_query(citing->store,
		"SELECT c.number, p.list_name FROM contribution c"
		" JOIN participant p ON p.id = c.participant WHERE c.document = ?1 ORDER BY c.number",
		"i", citing->document);

	while (sql_row(q))
		add(citing, (struct citation_row){.kind = 'c',
				    .number = (int)sql_int(q, 0),
				    .name = sql_copy(q, 1, citing->arena)});
}

struct citation_row *store_document_citations(struct store *store, int64_t session,
	int64_t document, size_t limit, struct arena *arena, size_t *count)
{
	struct citing citing = {.store = store,
		.session = session,
		.document = document,
		.limit = limit,
		.arena = arena,
		.rows = arena_alloc(arena, (4 * limit + 1) * sizeof *citing.rows)};
	struct document_row row;

	*count = 0;
	if (!store_document(store, document, arena, &row))
		return citing.rows;
	citing.symbols = row.symbols;
	add_items(&citing);
	add_texts(&citing);
	add_contributions(&citing);
	*count = citing.count;
	return citing.rows;
}
