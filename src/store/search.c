/* SPDX-License-Identifier: MIT */
/* Search over fold keys: the words typed are folded in the same way, quoted for
 * FTS5 and each made a beginning. Newest first is by rowid, which needs no
 * ranking of everything found (engineering A.3). */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/str.h"
#include "search_index.h"
#include "store/search.h"

/* Each costs a search of its own, and a page that is pasted has hundreds. */
enum { MOST_WORDS = 16 };

/* scope:"s3" AND fold:("cote"* AND "iv"*), whole: without the stars; false if there is no
 * word. */
static bool match_text(int64_t session, const char *words, bool whole, struct str *out)
{
	char *fold = fold_key(words), *rest = fold, *word;
	int count = 0;

	str_addf(out, "scope : \"s%lld\" AND fold : (", (long long)session);
	while (count < MOST_WORDS && (word = strsep(&rest, " ")) != NULL) {
		if (!*word)
			continue;
		str_add(out, count ? " AND \"" : "\"");
		for (; *word; word++)
			if (*word != '"')
				str_addc(out, *word);
		str_add(out, whole ? "\"" : "\" *");
		count++;
	}
	str_add(out, ")");
	free(fold);
	return count > 0;
}

void hit_say_number(const struct hit_row *hit, struct str *out)
{
	static const char letters[HIT_KINDS] = {[HIT_STATEMENT] = 's',
		[HIT_RECOMMENDATION] = 'r',
		[HIT_DOCUMENT] = 'd',
		[HIT_CONTRIBUTION] = 'c',
		[HIT_AMENDMENT] = 'a',
		[HIT_COMMENT] = 'k',
		[HIT_FOLLOW_UP] = 'f',
		[HIT_POSITION] = 'r'};

	if (hit->number)
		str_addf(out, "%c%d", letters[hit->kind], hit->number);
	else
		str_add(out, "set");
}

/* Of a row: id, item, number, item's printed number, name, text, recommendation. */
static struct sql *ask_text(struct store *store, enum hit_kind kind, int64_t id)
{
	switch (kind) {
	case HIT_AMENDMENT:
		return sql_query(store,
			"SELECT a.id, r.item, a.number, i.printed, p.list_name,"
			" CASE a.kind WHEN 'deletion' THEN r.text ELSE a.text END, r.id"
			" FROM amendment a JOIN recommendation r ON r.id = a.recommendation"
			" LEFT JOIN item i ON i.id = r.item"
			" LEFT JOIN participant p ON p.id = a.proposer WHERE a.id = ?1",
			"i", id);
	case HIT_COMMENT:
		return sql_query(store,
			"SELECT c.id, r.item, c.number, i.printed, p.list_name, c.text, r.id"
			" FROM comment c JOIN recommendation r ON r.id = c.recommendation"
			" LEFT JOIN item i ON i.id = r.item"
			" LEFT JOIN participant p ON p.id = c.participant WHERE c.id = ?1",
			"i", id);
	case HIT_POSITION:
		return sql_query(store,
			"SELECT x.id, r.item, coalesce(r.number, 0), i.printed, p.list_name,"
			" replace(x.kind, '_', ' ') || coalesce(': ' || x.text, ''), r.id"
			" FROM position x JOIN participant p ON p.id = x.participant"
			" LEFT JOIN recommendation r ON r.id = x.recommendation"
			" LEFT JOIN item i ON i.id = r.item WHERE x.id = ?1",
			"i", id);
	default:
		return sql_query(store,
			"SELECT r.id, r.item, r.number, i.printed,"
			" p.list_name, r.text, 0 FROM recommendation r LEFT JOIN item i ON i.id = r.item"
			" LEFT JOIN participant p ON p.id = r.proposer WHERE r.id = ?1",
			"i", id);
	}
}

/* The same of what is no text and on none. */
static struct sql *ask(struct store *store, enum hit_kind kind, int64_t id)
{
	switch (kind) {
	case HIT_RECOMMENDATION:
	case HIT_AMENDMENT:
	case HIT_COMMENT:
	case HIT_POSITION:
		return ask_text(store, kind, id);
	case HIT_FOLLOW_UP:
		return sql_query(store,
			"SELECT f.id, f.item, f.number, i.printed, f.body, f.text"
			" || coalesce((SELECT group_concat(char(10) || a.text, '')"
			"  FROM follow_up_action a WHERE a.follow_up = f.id), ''), 0"
			" FROM follow_up f LEFT JOIN item i ON i.id = f.item WHERE f.id = ?1",
			"i", id);
	case HIT_DOCUMENT:
		return sql_query(store,
			"SELECT d.id, 0, d.number, (SELECT min(i.printed) FROM item_document x"
			" JOIN item i ON i.id = x.item WHERE x.document = d.id), d.symbols,"
			" coalesce(d.kind || ': ', '') || d.title, 0 FROM document d WHERE d.id = ?1",
			"i", id);
	case HIT_CONTRIBUTION:
		return sql_query(store,
			"SELECT c.id, q.item, c.number, i.printed, p.list_name,"
			" q.title || coalesce(char(10) || d.symbols, '')"
			" || coalesce(char(10) || c.file, '') || coalesce(char(10) || c.remark, ''), 0"
			" FROM contribution c JOIN survey q ON q.id = c.survey"
			" JOIN participant p ON p.id = c.participant LEFT JOIN item i ON i.id = q.item"
			" LEFT JOIN document d ON d.id = c.document WHERE c.id = ?1",
			"i", id);
	default:
		return sql_query(store,
			"SELECT s.id, s.item, s.number, i.printed, p.list_name,"
			" (SELECT group_concat(text, char(10)) FROM (SELECT text FROM point"
			"  WHERE statement = s.id ORDER BY rank)), 0 FROM statement s JOIN item i ON i.id = s.item"
			" JOIN participant p ON p.id = s.participant WHERE s.id = ?1",
			"i", id);
	}
}

static bool read_hit(struct store *store, int64_t rowid, struct arena *arena, struct hit_row *hit)
{
	enum hit_kind kind = (enum hit_kind)(rowid >> SEARCH_BITS);
	struct sql *q = ask(store, kind, rowid - SEARCH_ROW(kind, 0));

	if (!sql_row(q))
		return false;
	*hit = (struct hit_row){.kind = kind,
		.id = sql_int(q, 0),
		.item = sql_int(q, 1),
		.number = (int)sql_int(q, 2),
		.item_printed = sql_copy(q, 3, arena),
		.name = sql_copy(q, 4, arena),
		.text = sql_null(q, 5) ? "" : sql_copy(q, 5, arena),
		.recommendation = sql_int(q, 6)};
	sql_done(q);
	return true;
}

/* Appends the newest hits of one kind until `most` are there. */
static void find(struct store *store, const char *match, enum hit_kind kind, size_t most,
	struct arena *arena, struct hit_row *rows, size_t *count)
{
	struct sql *q;

	if (*count >= most)
		return;
	q = sql_query(store,
		"SELECT rowid FROM search WHERE search MATCH ?1"
		" AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC LIMIT ?4",
		"tiii", match, SEARCH_ROW(kind, 0), SEARCH_ROW(kind + 1, 0) - 1,
		(int64_t)(most - *count));
	while (sql_row(q))
		if (*count < most && read_hit(store, sql_int(q, 0), arena, &rows[*count]))
			++*count;
}

struct hit_row *store_search(struct store *store, int64_t session, const char *words, size_t limit,
	struct arena *arena, size_t *count)
{
	struct hit_row *rows = arena_alloc(arena, (limit + 1) * sizeof *rows);
	struct str match;

	*count = 0;
	store_search_catch_up(store);
	str_init(&match);
	if (match_text(session, words, false, &match)) {
		find(store, match.text, HIT_DOCUMENT, limit / 8, arena, rows, count);
		find(store, match.text, HIT_CONTRIBUTION, limit / 4, arena, rows, count);
		size_t texts = limit - (limit - *count) / 2;
		find(store, match.text, HIT_RECOMMENDATION, texts, arena, rows, count);
		find(store, match.text, HIT_AMENDMENT, texts, arena, rows, count);
		find(store, match.text, HIT_COMMENT, texts, arena, rows, count);
		find(store, match.text, HIT_POSITION, texts, arena, rows, count);
		find(store, match.text, HIT_FOLLOW_UP, texts, arena, rows, count);
		find(store, match.text, HIT_STATEMENT, limit, arena, rows, count);
	}
	str_clear(&match);
	return rows;
}

struct hit_row *store_search_whole(struct store *store, int64_t session, const char *words,
	size_t limit, struct arena *arena, size_t *count)
{
	struct hit_row *rows = arena_alloc(arena, (limit + 1) * sizeof *rows);
	struct str match;

	*count = 0;
	store_search_catch_up(store);
	str_init(&match);
	if (match_text(session, words, true, &match)) {
		find(store, match.text, HIT_RECOMMENDATION, limit - limit / 2, arena, rows, count);
		find(store, match.text, HIT_STATEMENT, limit, arena, rows, count);
	}
	str_clear(&match);
	return rows;
}
