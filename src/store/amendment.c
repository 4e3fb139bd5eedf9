/* SPDX-License-Identifier: MIT */
/*
 * Amendments. One is a branch off a version of a text and has versions of its own; what
 * was decided on it is a row for each decision, so that nothing that was proposed is ever
 * without a state. What it changes is no business of the store (model/merge.h).
 */
#include "number.h"
#include "store/amendment.h"

/* Is what a is to in the end a new paragraph? */
#define ROOT_IS_PARAGRAPH                                                        \
	"(WITH RECURSIVE up(parent, kind) AS (SELECT a.parent, a.kind UNION ALL" \
	" SELECT o.parent, o.kind FROM up JOIN amendment o ON o.id = up.parent)" \
	" SELECT kind = 'paragraph' FROM up WHERE parent IS NULL)"

/* --- reading --- */

#define COLUMNS                                                                                   \
	"a.id, a.recommendation, a.parent, a.number, r.number, o.number, a.kind, a.state, a.how," \
	" a.base, a.version, CASE WHEN a.parent IS NOT NULL THEN (SELECT v.text FROM"             \
	" amendment_version v WHERE v.amendment = a.parent AND v.version = a.base)"               \
	" WHEN a.kind = 'paragraph' THEN '' ELSE (SELECT v.text FROM recommendation_version v"    \
	" WHERE v.recommendation = a.recommendation AND v.version = a.base) END, a.text,"         \
	" a.proposer, a.on_behalf, a.statement, a.document, p.list_name, g.list_name,"            \
	" d.symbols, a.paragraph, a.reason, m.number, a.proposed, e.at, e.version, n.number,"     \
	" e.conflicts, e.reason, s.number, CASE WHEN a.parent IS NULL THEN a.kind = 'paragraph'"  \
	" ELSE " ROOT_IS_PARAGRAPH " END"
#define TABLES                                                                               \
	" amendment a JOIN recommendation r ON r.id = a.recommendation"                      \
	" LEFT JOIN amendment o ON o.id = a.parent"                                          \
	" LEFT JOIN participant p ON p.id = a.proposer"                                      \
	" LEFT JOIN participant g ON g.id = a.on_behalf"                                     \
	" LEFT JOIN document d ON d.id = a.document LEFT JOIN meeting m ON m.id = a.meeting" \
	" LEFT JOIN amendment_event e ON a.state <> 'proposed' AND e.id ="                   \
	" (SELECT max(x.id) FROM amendment_event x WHERE x.amendment = a.id)"                \
	" LEFT JOIN recommendation n ON n.id = e.made LEFT JOIN statement s ON s.id = a.statement"

static void read_states(struct sql *q, struct amendment_row *row)
{
	if (!amendment_kind_parse(sql_text(q, 6), &row->kind))
		row->kind = AMENDMENT_WORDS;
	if (!amendment_state_parse(sql_text(q, 7), &row->state))
		row->state = AMENDMENT_PROPOSED;
	if (!amendment_how_parse(sql_text(q, 8), &row->how))
		row->how = AMENDMENT_IN_WRITING;
}

static void read_origin(struct sql *q, struct arena *arena, struct amendment_row *row)
{
	row->proposer = sql_int(q, 13);
	row->on_behalf = sql_int(q, 14);
	row->statement = sql_int(q, 15);
	row->document = sql_int(q, 16);
	row->proposer_name = sql_copy(q, 17, arena);
	row->on_behalf_name = sql_copy(q, 18, arena);
	row->document_symbol = sql_copy(q, 19, arena);
	row->paragraph = sql_copy(q, 20, arena);
	row->reason = sql_copy(q, 21, arena);
	row->meeting = (int)sql_int(q, 22);
	row->proposed = sql_int(q, 23);
}

static struct amendment_row read_row(struct sql *q, struct arena *arena)
{
	struct amendment_row row = {.id = sql_int(q, 0),
		.recommendation = sql_int(q, 1),
		.parent = sql_int(q, 2),
		.number = (int)sql_int(q, 3),
		.recommendation_number = (int)sql_int(q, 4),
		.parent_number = (int)sql_int(q, 5),
		.base = (int)sql_int(q, 9),
		.version = (int)sql_int(q, 10),
		.base_text = sql_null(q, 11) ? "" : sql_copy(q, 11, arena),
		.text = sql_copy(q, 12, arena),
		.decided = sql_int(q, 24),
		.made_version = (int)sql_int(q, 25),
		.made_number = (int)sql_int(q, 26),
		.conflicts = (int)sql_int(q, 27),
		.remark = sql_copy(q, 28, arena),
		.statement_number = (int)sql_int(q, 29),
		.of_new_paragraph = sql_int(q, 30) != 0};

	read_states(q, &row);
	read_origin(q, arena, &row);
	return row;
}

struct amendment_row *store_amendments(struct store *store, int64_t session, int64_t recommendation,
	struct arena *arena, size_t *count)
{
	struct amendment_row *rows = NULL;
	struct sql *q = sql_query(store,
		"WITH RECURSIVE tree(id, path) AS (SELECT id, printf('%08d', number) FROM amendment"
		" WHERE session = ?1 AND (?2 = 0 OR recommendation = ?2) AND parent IS NULL"
		" UNION ALL SELECT c.id, t.path || printf('%08d', c.number) FROM tree t"
		" JOIN amendment c ON c.parent = t.id)"
		" SELECT " COLUMNS " FROM tree t CROSS JOIN " TABLES
		" JOIN recommendation_set l ON l.id = r.in_set WHERE a.id = t.id"
		" ORDER BY l.rank, l.id, r.rank, r.id, t.path",
		"ii", session, recommendation);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = read_row(q, arena);
	}
	return rows;
}

bool store_amendment(
	struct store *store, int64_t id, struct arena *arena, struct amendment_row *row)
{
	struct sql *q =
		sql_query(store, "SELECT " COLUMNS " FROM " TABLES " WHERE a.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	*row = read_row(q, arena);
	sql_done(q);
	return true;
}

int64_t store_amendment_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM amendment WHERE session = ?1 AND number = ?2",
		"ii", session, (int64_t)number);
}

const char *store_amendment_text(struct store *store, int64_t id, int version, struct arena *arena)
{
	struct sql *q = sql_query(store,
		"SELECT text FROM amendment_version WHERE amendment = ?1 AND version = ?2", "ii",
		id, (int64_t)version);
	const char *text = NULL;

	if (sql_row(q)) {
		text = sql_copy(q, 0, arena);
		sql_done(q);
	}
	return text;
}

int64_t store_amendments_open(struct store *store, int64_t session, int64_t recommendation)
{
	return sql_value(store, 0,
		"SELECT count(*) FROM amendment WHERE session = ?1 AND state = 'proposed'"
		" AND (?2 = 0 OR recommendation = ?2)",
		"ii", session, recommendation);
}

struct amendments_open *store_amendments_open_all(
	struct store *store, int64_t session, struct arena *arena, size_t *count)
{
	struct amendments_open *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT recommendation, sum(NOT new), sum(kind = 'paragraph') FROM (SELECT"
		" a.recommendation, a.kind, " ROOT_IS_PARAGRAPH " AS new FROM amendment a"
		" WHERE a.session = ?1 AND a.state = 'proposed') GROUP BY recommendation",
		"i", session);

	*count = 0;
	while (sql_row(q)) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[(*count)++] =
			(struct amendments_open){sql_int(q, 0), sql_int(q, 1), sql_int(q, 2)};
	}
	return rows;
}

struct amendment_event_row *store_amendment_events(
	struct store *store, int64_t id, struct arena *arena, size_t *count)
{
	struct amendment_event_row *rows = NULL;
	struct sql *q = sql_query(store,
		"SELECT e.state, e.version, r.number, e.conflicts, e.reason, m.number, e.at"
		" FROM amendment_event e LEFT JOIN recommendation r ON r.id = e.made"
		" LEFT JOIN meeting m ON m.id = e.meeting WHERE e.amendment = ?1 ORDER BY e.id",
		"i", id);

	for (*count = 0; sql_row(q); ++*count) {
		rows = arena_grow(arena, rows, *count, sizeof *rows);
		rows[*count] = (struct amendment_event_row){.version = (int)sql_int(q, 1),
			.made_number = (int)sql_int(q, 2),
			.conflicts = (int)sql_int(q, 3),
			.reason = sql_copy(q, 4, arena),
			.meeting = (int)sql_int(q, 5),
			.at = sql_int(q, 6)};
		if (!amendment_state_parse(sql_text(q, 0), &rows[*count].state))
			rows[*count].state = AMENDMENT_PROPOSED;
	}
	return rows;
}

/* --- changing --- */

static bool add_version(
	struct store *store, int64_t id, int64_t merged, int64_t at, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO amendment_version(session, amendment, version, base, text, merged, at)"
		" SELECT session, id, version, base, text, ?2, ?3 FROM amendment WHERE id = ?1",
		"ini", id, merged, at);
}

/* The version that a text or an amendment has now. */
static int64_t version_now(struct store *store, const struct amendment_new *new)
{
	return new->parent ? sql_value(store, 0, "SELECT version FROM amendment WHERE id = ?1", "i",
				     new->parent)
			   : sql_value(store, 0, "SELECT version FROM recommendation WHERE id = ?1",
				     "i", new->recommendation);
}

static bool insert(
	struct store *store, const struct amendment_new *new, int number, struct err *err)
{
	return sql_run(store, err,
		"INSERT INTO amendment(session, number, recommendation, parent, kind, base, text,"
		" how, proposer, on_behalf, statement, document, paragraph, reason, meeting,"
		" proposed) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,"
		" ?15, ?16)",
		"iiintittnnnnttni", new->session, (int64_t)number, new->recommendation, new->parent,
		amendment_kind_word(new->kind), new->base ? new->base : version_now(store, new),
		new->text, amendment_how_word(new->how), new->proposer, new->on_behalf,
		new->statement, new->document, new->paragraph, new->reason, new->meeting, new->at);
}

int64_t store_amendment_add(
	struct store *store, const struct amendment_new *new, int *number, struct err *err)
{
	int64_t id;

	*number = number_next(store, new->session, "amendment", err);
	if (*number == 0 || !insert(store, new, *number, err))
		return 0;
	id = sql_inserted(store);
	return add_version(store, id, 0, new->at, err) ? id : 0;
}

bool store_amendment_edit(struct store *store, int64_t id, const char *text, int base, int version,
	int64_t merged, int64_t at, struct err *err)
{
	int64_t is = sql_value(store, 0, "SELECT version FROM amendment WHERE id = ?1", "i", id);
	int64_t session =
		sql_value(store, 0, "SELECT session FROM amendment WHERE id = ?1", "i", id);
	int64_t next;

	if (version && is != version)
		return err_set(err, ERR_TRY_AGAIN,
			"the amendment has been changed by somebody else meanwhile");
	next = number_version(store, session, "amendment text", id, is, err);
	return next &&
	       sql_run(store, err,
		       "UPDATE amendment SET text = ?2, base = coalesce(?3, base), version = ?4"
		       " WHERE id = ?1",
		       "itni", id, text, (int64_t)base, next) &&
	       add_version(store, id, merged, at, err);
}

bool store_amendment_decide(
	struct store *store, int64_t id, const struct amendment_event *event, struct err *err)
{
	return sql_run(store, err, "UPDATE amendment SET state = ?2 WHERE id = ?1", "it", id,
		       amendment_state_word(event->state)) &&
	       sql_run(store, err,
		       "INSERT INTO amendment_event(session, amendment, state, version, made,"
		       " conflicts, reason, meeting, at)"
		       " SELECT session, id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM amendment WHERE id = ?1",
		       "itnnitni", id, amendment_state_word(event->state), (int64_t)event->version,
		       event->made, (int64_t)event->conflicts, event->reason, event->meeting,
		       event->at);
}

static int64_t *open_ones(struct store *store, int64_t recommendation, int64_t parent,
	struct arena *arena, size_t *count)
{
	int64_t *ids = NULL;
	struct sql *q = sql_query(store,
		"WITH RECURSIVE under(id) AS (SELECT id FROM amendment WHERE recommendation = ?1"
		" AND parent IS ?2 AND (?2 IS NOT NULL OR kind <> 'paragraph')"
		" UNION SELECT c.id FROM under u JOIN amendment c ON c.parent = u.id)"
		" SELECT a.id FROM under u JOIN amendment a ON a.id = u.id"
		" WHERE a.state = 'proposed' ORDER BY a.id",
		"in", recommendation, parent);

	for (*count = 0; sql_row(q); ++*count) {
		ids = arena_grow(arena, ids, *count, sizeof *ids);
		ids[*count] = sql_int(q, 0);
	}
	return ids;
}

bool store_amendments_lapse(struct store *store, int64_t recommendation, int64_t parent,
	const struct amendment_event *event, int *count, struct err *err)
{
	struct amendment_event lapsed = *event;
	struct arena arena;
	size_t open;
	bool good = true;

	arena_init(&arena);
	lapsed.state = AMENDMENT_LAPSED;
	const int64_t *ids = open_ones(store, recommendation, parent, &arena, &open);
	for (size_t i = 0; good && i < open; i++)
		good = store_amendment_decide(store, ids[i], &lapsed, err);
	*count = (int)open;
	arena_clear(&arena);
	return good;
}
