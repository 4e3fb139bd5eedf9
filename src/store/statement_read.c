/* SPDX-License-Identifier: MIT */
/*
 * Reading statements, one or a window of the log. A window takes three queries,
 * however long it is: its statements, and beside them their spans and their
 * points, which come in the same order and are laid to their rows in one pass.
 */
#include "base/str.h"
#include "sql.h"
#include "store/floor.h"

#define COLUMNS                                                                                 \
	"s.id, s.item, s.meeting, s.participant, s.on_behalf, s.place, s.number,"               \
	" p.list_name, g.running_name, s.person, s.kind, i.printed, s.version FROM statement s" \
	" JOIN participant p ON p.id = s.participant JOIN item i ON i.id = s.item"              \
	" LEFT JOIN participant g ON g.id = s.on_behalf"
#define RUNNING INT64_MAX /* for a while, in row->stopped */
/* CROSS JOIN: the statements are gone through first, in their order. */
#define SPANS \
	"SELECT s.id, x.started, x.stopped FROM statement s CROSS JOIN span x ON x.statement = s.id"
#define POINTS "SELECT s.id, x.text FROM statement s CROSS JOIN point x ON x.statement = s.id"
/* Statements that were logged one after the other need not be gone through again. */
#define SPANS_BETWEEN                                                                    \
	"SELECT statement, started, stopped FROM span WHERE statement BETWEEN ?1 AND ?2" \
	" ORDER BY statement, started"
#define POINTS_BETWEEN \
	"SELECT statement, text FROM point WHERE statement BETWEEN ?1 AND ?2 ORDER BY statement, rank"

static void read_row(struct sql *q, struct arena *arena, struct statement_row *row)
{
	*row = (struct statement_row){.id = sql_int(q, 0),
		.item = sql_int(q, 1),
		.meeting = sql_int(q, 2),
		.participant = sql_int(q, 3),
		.on_behalf = sql_int(q, 4),
		.place = sql_int(q, 5),
		.number = (int)sql_int(q, 6),
		.version = (int)sql_int(q, 12),
		.note = ""};
	row->name = sql_copy(q, 7, arena);
	row->group = sql_copy(q, 8, arena);
	row->person = sql_copy(q, 9, arena);
	row->kind = sql_copy(q, 10, arena);
	row->item_printed = sql_copy(q, 11, arena);
}

/* The row of the statement that a line belongs to, from the row of the line before
 * on; NULL if it is not in the window. */
static struct statement_row *row_of(
	struct sql *q, struct statement_row *row, const struct statement_row *end)
{
	int64_t id = sql_int(q, 0);

	while (row < end && row->id != id)
		row++;
	return row < end ? row : NULL;
}

static void add_span(struct sql *q, struct statement_row *row)
{
	int64_t started = sql_int(q, 1), stopped = sql_int(q, 2);

	if (row->started == 0)
		row->started = started;
	if (sql_null(q, 2)) {
		row->stopped = RUNNING;
		row->since = started;
		return;
	}
	row->seconds += stopped - started; /* milliseconds until all are there */
	if (row->stopped != RUNNING && stopped > row->stopped)
		row->stopped = stopped;
}

static void read_spans(struct sql *q, struct statement_row *rows, size_t count)
{
	struct statement_row *row = rows, *found;

	while (sql_row(q))
		if ((found = row_of(q, row, rows + count)) != NULL)
			add_span(q, row = found);
	for (size_t i = 0; i < count; i++) {
		rows[i].seconds /= 1000;
		if (rows[i].stopped == RUNNING)
			rows[i].stopped = 0;
	}
}

/* One point is the rule; of more the lines are gathered, and copied when the last
 * is there. */
static void read_points(
	struct sql *q, struct arena *arena, struct statement_row *rows, size_t count)
{
	struct statement_row *row = rows, *found;
	struct str lines;

	str_init(&lines);
	while (sql_row(q)) {
		if (!(found = row_of(q, row, rows + count)))
			continue;
		if (found != row && row->points > 1)
			row->note = arena_strdup(arena, lines.text);
		row = found;
		if (row->points++ == 0) {
			row->note = sql_copy(q, 1, arena);
			continue;
		}
		if (row->points == 2) {
			str_reset(&lines);
			str_add(&lines, row->note);
		}
		str_addc(&lines, '\n');
		str_add(&lines, sql_text(q, 1));
	}
	if (count > 0 && row->points > 1)
		row->note = arena_strdup(arena, lines.text);
	str_clear(&lines);
}

int64_t statement_seconds(const struct statement_row *row, int64_t now)
{
	int64_t running = row->since && now > row->since ? (now - row->since) / 1000 : 0;

	return row->seconds + running;
}

bool store_statement(
	struct store *store, int64_t id, struct arena *arena, struct statement_row *row)
{
	struct sql *q = sql_kept(store, "SELECT " COLUMNS " WHERE s.id = ?1", "i", id);

	if (!sql_row(q))
		return false;
	read_row(q, arena, row);
	sql_done(q);
	read_spans(sql_kept(store,
			   "SELECT statement, started, stopped FROM span WHERE statement = ?1"
			   " ORDER BY started",
			   "i", id),
		row, 1);
	read_points(sql_kept(store,
			    "SELECT statement, text FROM point WHERE statement = ?1 ORDER BY rank",
			    "i", id),
		arena, row, 1);
	return true;
}

int64_t store_point_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM point WHERE session = ?1 AND number = ?2", "ii",
		session, (int64_t)number);
}

int64_t store_statement_find(struct store *store, int64_t session, int number)
{
	return sql_value(store, 0, "SELECT id FROM statement WHERE session = ?1 AND number = ?2",
		"ii", session, (int64_t)number);
}

int store_statements_of(struct store *store, int64_t item, int64_t participant, const char *kind)
{
	return (int)sql_value(store, 0,
		"SELECT count(*) FROM statement WHERE participant = ?2 AND item = ?1 AND kind = ?3",
		"iit", item, participant, kind);
}

int64_t store_statement_item(struct store *store, int64_t statement, int64_t *place)
{
	struct sql *q =
		sql_kept(store, "SELECT item, place FROM statement WHERE id = ?1", "i", statement);
	int64_t item = 0;

	*place = 0;
	if (sql_row(q)) {
		item = sql_int(q, 0);
		*place = sql_int(q, 1);
		sql_done(q);
	}
	return item;
}

int64_t store_statement_running_id(struct store *store, int64_t session)
{
	struct sql *q = sql_kept(store,
		"SELECT x.id, s.id FROM span x CROSS JOIN statement s ON s.id = x.statement"
		" WHERE x.stopped IS NULL AND s.session = ?1",
		"i", session);
	int64_t id = 0, newest = 0;

	/* There is one, if any; a damaged file may have more. */
	while (sql_row(q)) {
		if (sql_int(q, 0) < newest)
			continue;
		newest = sql_int(q, 0);
		id = sql_int(q, 1);
	}
	return id;
}

bool store_statement_running(
	struct store *store, int64_t session, struct arena *arena, struct statement_row *row)
{
	int64_t id = store_statement_running_id(store, session);

	return id != 0 && store_statement(store, id, arena, row);
}

/* --- a window --- */

/* How the log of an item and that of the whole session are gone through. */
static const struct log {
	const char *before, *after; /* the item or session, from where, how many */
	const char *spans, *points; /* the item or session, first, last */
} of_item =
	{
		"SELECT " COLUMNS
		" WHERE s.item = ?1 AND s.place < ?2 ORDER BY s.place DESC, s.id DESC"
		" LIMIT ?3",
		"SELECT " COLUMNS
		" WHERE s.item = ?1 AND s.place >= ?2 ORDER BY s.place, s.id LIMIT ?3",
		SPANS
		" WHERE s.item = ?1 AND s.place BETWEEN ?2 AND ?3 ORDER BY s.place, s.id, x.started",
		POINTS
		" WHERE s.item = ?1 AND s.place BETWEEN ?2 AND ?3 ORDER BY s.place, s.id, x.rank",
},
  of_session = {
	  "SELECT " COLUMNS
	  " WHERE s.session = ?1 AND s.number < ?2 ORDER BY s.number DESC LIMIT ?3",
	  "SELECT " COLUMNS " WHERE s.session = ?1 AND s.number >= ?2 ORDER BY s.number LIMIT ?3",
	  SPANS " WHERE s.session = ?1 AND s.number BETWEEN ?2 AND ?3 ORDER BY s.number, x.started",
	  POINTS " WHERE s.session = ?1 AND s.number BETWEEN ?2 AND ?3 ORDER BY s.number, x.rank",
};

static size_t read_rows(struct sql *q, struct arena *arena, struct statement_row *rows)
{
	size_t count = 0;

	while (sql_row(q))
		read_row(q, arena, &rows[count++]);
	return count;
}

static void reverse(struct statement_row *rows, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		struct statement_row row = rows[i];
		rows[i] = rows[count - 1 - i];
		rows[count - 1 - i] = row;
	}
}

/* Nearly all between the first and the last of them are theirs, and in their order. */
static bool in_a_row(const struct statement_row *rows, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (rows[i].id <= rows[i - 1].id)
			return false;
	return (uint64_t)(rows[count - 1].id - rows[0].id) < 2 * count;
}

static void read_beside(struct store *store, const struct log *log, int64_t of, struct arena *arena,
	struct statement_row *rows, size_t count)
{
	const struct statement_row *last = &rows[count - 1];
	int64_t first = log == &of_item ? rows->place : rows->number;
	int64_t end = log == &of_item ? last->place : last->number;

	if (in_a_row(rows, count)) {
		read_spans(sql_query(store, SPANS_BETWEEN, "ii", rows->id, last->id), rows, count);
		read_points(sql_query(store, POINTS_BETWEEN, "ii", rows->id, last->id), arena, rows,
			count);
		return;
	}
	read_spans(sql_query(store, log->spans, "iii", of, first, end), rows, count);
	read_points(sql_query(store, log->points, "iii", of, first, end), arena, rows, count);
}

struct statement_row *store_statements(struct store *store, int64_t session, int64_t item,
	int64_t from, size_t before, size_t after, struct arena *arena, size_t *count)
{
	struct statement_row *rows = arena_alloc(arena, (before + after + 1) * sizeof *rows);
	const struct log *log = item ? &of_item : &of_session;
	int64_t of = item ? item : session;

	*count = 0;
	if (before)
		*count = read_rows(sql_query(store, log->before, "iii", of, from, (int64_t)before),
			arena, rows);
	reverse(rows, *count);
	if (after)
		*count += read_rows(sql_query(store, log->after, "iii", of, from, (int64_t)after),
			arena, rows + *count);
	if (*count > 0)
		read_beside(store, log, of, arena, rows, *count);
	return rows;
}
