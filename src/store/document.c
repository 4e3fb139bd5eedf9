/* SPDX-License-Identifier: MIT */
/*
 * Papers before the meeting, by symbol, and what became of each. What a row says of
 * its state is what the latest event says; the documents that an agenda announces have
 * no event yet.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "model/symbol.h"
#include "model/symbol_links.h"
#include "number.h"
#include "store/document.h"

#define COLUMNS                                                                            \
	"d.id, d.number, d.kind, d.title, d.symbols, d.state,"                             \
	" (SELECT group_concat(printed, ', ') FROM (SELECT i.printed FROM item_document x" \
	"  JOIN item i ON i.id = x.item WHERE x.document = d.id ORDER BY i.rank)),"        \
	" d.date, m.languages, m.late"                                                     \
	" FROM document d LEFT JOIN document_more m ON m.document = d.id"

static struct document_row read_row(struct sql *q, struct arena *arena)
{
	return (struct document_row){.id = sql_int(q, 0),
		.number = (int)sql_int(q, 1),
		.kind = sql_copy(q, 2, arena),
		.title = sql_copy(q, 3, arena),
		.symbols = sql_copy(q, 4, arena),
		.state = sql_copy(q, 5, arena),
		.items = sql_copy(q, 6, arena),
		.date = sql_copy(q, 7, arena),
		.languages = sql_copy(q, 8, arena),
		.late = sql_copy(q, 9, arena)};
}

bool store_document(struct store *store, int64_t id, struct arena *arena, struct document_row *row)
{
	struct sql *q = sql_query(store, "SELECT " COLUMNS " WHERE d.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	*row = read_row(q, arena);
	sql_done(q);
	return true;
}

struct document_row *store_documents(
	struct store *store, int64_t session, int64_t item, struct arena *arena, size_t *count)
{
	struct document_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT " COLUMNS
		" WHERE d.session = ?1 AND (?2 = 0 OR EXISTS(SELECT 1 FROM item_document y"
		"  WHERE y.document = d.id AND y.item = ?2)) ORDER BY d.rank",
		"ii", session, item);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_row(q, arena);
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
		" OR instr('-' || upper(symbols) || '-', '-' || upper(?2) || '-') > 0)",
		"it", session, symbol_or_number);
}

/* --- changes --- */

/* Of what stands beside its row; most documents have nothing there. */
static bool edit_more(
	struct store *store, int64_t document, const struct document_edit *edit, struct err *err)
{
	if (!edit->languages && !edit->late)
		return true;
	return sql_run(store, err,
		       "INSERT INTO document_more(session, document) SELECT session, id"
		       " FROM document WHERE id = ?1"
		       " AND NOT EXISTS(SELECT 1 FROM document_more WHERE document = ?1)",
		       "i", document) &&
	       sql_run(store, err,
		       "UPDATE document_more SET languages = nullif(coalesce(?2, languages), ''),"
		       " late = nullif(coalesce(?3, late), '') WHERE document = ?1",
		       "itt", document, edit->languages, edit->late) &&
	       sql_run(store, err,
		       "DELETE FROM document_more WHERE document = ?1 AND languages IS NULL"
		       " AND late IS NULL",
		       "i", document);
}

bool store_document_edit(
	struct store *store, int64_t document, const struct document_edit *edit, struct err *err)
{
	return sql_run(store, err,
		       "UPDATE document SET symbols = coalesce(?2, symbols),"
		       " title = coalesce(?3, title), kind = nullif(coalesce(?4, kind), ''),"
		       " date = nullif(coalesce(?5, date), '') WHERE id = ?1",
		       "itttt", document, edit->symbols, edit->title, edit->kind, edit->date) &&
	       edit_more(store, document, edit, err);
}

bool store_document_from_item(struct store *store, int64_t document, int64_t item, struct err *err)
{
	return sql_run(store, err, "DELETE FROM item_document WHERE item = ?1 AND document = ?2",
		"ii", item, document);
}

/* What happened last, by its time: an event may be put on record late. */
static bool set_last_state(struct store *store, int64_t document, struct err *err)
{
	return sql_run(store, err,
		"UPDATE document SET state = last.state FROM (SELECT state FROM document_event"
		"  WHERE document = ?1 ORDER BY at DESC, id DESC LIMIT 1) last"
		" WHERE id = ?1 AND document.state <> last.state",
		"i", document);
}

bool store_document_event_add(struct store *store, int64_t session, int64_t document,
	const struct document_event *event, struct err *err)
{
	return sql_run(store, err,
		       "INSERT INTO document_event(session, document, state, at, meeting, item,"
		       " participant) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
		       "iitinnn", session, document, event->state, event->at, event->meeting,
		       event->item, event->participant) &&
	       set_last_state(store, document, err);
}

/* What of the record has it. */
static const struct {
	const char *sql, *what;
} uses[] = {
	{"SELECT count(*) FROM document_event WHERE document = ?1 AND state = 'introduced'",
		"it was introduced"},
	{"SELECT count(*) FROM contribution WHERE document = ?1", "a contribution became it"},
	{"SELECT count(*) FROM recommendation_more WHERE document = ?1",
		"a recommendation was proposed in it"},
	{"SELECT count(*) FROM amendment WHERE document = ?1", "an amendment was proposed in it"},
	{"SELECT count(*) FROM follow_up_action WHERE document = ?1",
		"it says what was done about an earlier recommendation"},
};

/* Texts that have its symbol, perhaps as the beginning of another one. Each text of the
 * session is looked at: search would find them at once, but follows the journal later and
 * not inside a change, and what it has not yet must not be lost. A document is seldom
 * deleted, and a hundred thousand points take some hundredths of a second. */
#define CITING(table, column)                                                           \
	"SELECT x." column " FROM document d JOIN " table " x ON x.session = d.session" \
	" AND instr(x." column ", ?2) > 0 WHERE d.id = ?1"
static const struct {
	const char *sql, *what;
} texts[] = {
	{CITING("point", "text"), "the note of a statement cites it"},
	{CITING("recommendation", "text"), "a recommendation cites it"},
	{CITING("recommendation_set", "chapeau"), "the chapeau of recommendations cites it"},
	{CITING("amendment", "text"), "an amendment cites it"},
	{CITING("amendment", "reason"), "the reason of an amendment cites it"},
	{CITING("comment", "text"), "a comment on a text cites it"},
	{CITING("position", "text"), "a position on what was decided cites it"},
	{CITING("follow_up_action", "text"),
		"what was done about an earlier recommendation cites it"},
	{CITING("ruling", "text"), "a ruling cites it"},
	{CITING("conclusion", "text"), "a conclusion of the Chair cites it"},
	{CITING("paragraph", "text"), "a paragraph of the report cites it"},
};

static bool has_symbol(struct store *store, const char *sql, int64_t document, const char *symbol)
{
	struct sql *q = sql_query(store, sql, "it", document, symbol);
	bool odd = !symbol_check(symbol, NULL), cited = false;

	while (sql_row(q))
		cited = cited || odd || symbol_cited(sql_text(q, 0), symbol);
	return cited;
}

/* By one symbol of a joint one too. */
static bool is_cited(struct store *store, const char *sql, int64_t document, const char *symbols)
{
	const char *rest = symbols, *one;
	size_t length;
	bool cited = false;

	while (!cited && (one = symbol_next(&rest, &length))) {
		char *symbol = mem_strndup(one, length);
		cited = length > 0 && has_symbol(store, sql, document, symbol);
		free(symbol);
	}
	return cited;
}

static bool refuse_used(const char *why, struct err *err)
{
	return err_set(err, ERR_USAGE,
		"the document cannot be deleted: %s; document withdraw keeps it in the register",
		why);
}

bool store_document_delete(struct store *store, int64_t document, struct err *err)
{
	static const char *const deletes[] = {
		"DELETE FROM item_document WHERE document = ?1",
		"DELETE FROM document_event WHERE document = ?1",
		"DELETE FROM document_more WHERE document = ?1",
		"DELETE FROM document WHERE id = ?1",
	};
	struct arena arena;
	struct document_row row = {.symbols = ""};
	bool good = true;

	arena_init(&arena);
	store_document(store, document, &arena, &row);
	for (size_t i = 0; good && i < sizeof uses / sizeof uses[0]; i++)
		good = sql_value(store, 0, uses[i].sql, "i", document) == 0 ||
		       refuse_used(uses[i].what, err);
	for (size_t i = 0; good && i < sizeof texts / sizeof texts[0]; i++)
		good = !is_cited(store, texts[i].sql, document, row.symbols) ||
		       refuse_used(texts[i].what, err);
	arena_clear(&arena);
	for (size_t i = 0; good && i < sizeof deletes / sizeof deletes[0]; i++)
		good = sql_run(store, err, deletes[i], "i", document);
	return good;
}

/* --- what became of it --- */

struct document_event_row *store_document_events(
	struct store *store, int64_t document, struct arena *arena, size_t *count)
{
	struct document_event_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT e.state, e.at, m.number, i.printed, p.list_name FROM document_event e"
		" LEFT JOIN meeting m ON m.id = e.meeting LEFT JOIN item i ON i.id = e.item"
		" LEFT JOIN participant p ON p.id = e.participant"
		" WHERE e.document = ?1 ORDER BY e.at, e.id",
		"i", document);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct document_event_row){.state = sql_copy(q, 0, arena),
			.at = sql_int(q, 1),
			.meeting = (int)sql_int(q, 2),
			.item = sql_copy(q, 3, arena),
			.participant = sql_copy(q, 4, arena)};
	}
	return rows;
}

int64_t *store_document_items(
	struct store *store, int64_t document, struct arena *arena, size_t *count)
{
	int64_t *ids = NULL;
	struct sql *q = sql_query(store,
		"SELECT x.item FROM item_document x JOIN item i ON i.id = x.item"
		" WHERE x.document = ?1 ORDER BY i.rank",
		"i", document);

	for (*count = 0; sql_row(q); ++*count) {
		ids = arena_grow(arena, ids, *count, sizeof *ids);
		ids[*count] = sql_int(q, 0);
	}
	return ids;
}

struct item_document_row *store_item_documents(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct item_document_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT x.item, x.document FROM item_document x JOIN item i ON i.id = x.item"
		" WHERE i.session = ?1 ORDER BY i.rank, x.rank",
		"i", session);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct item_document_row){sql_int(q, 0), sql_int(q, 1)};
	}
	return rows;
}
