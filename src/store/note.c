/* SPDX-License-Identifier: MIT */
/*
 * The note of a statement is its points, a line each. Saving a note compares the
 * lines with the points that are there: a line that stays keeps its point and
 * number; between two that stay, old and new lines are paired in order, so that
 * an edited line is still the same point; what is left over is new or gone.
 */
#include <string.h>

#include "model/diff.h"
#include "number.h"
#include "store/floor.h"
#include "store/point.h"

struct line {
	const char *text;
	long old; /* index of its point, -1 = new */
};

struct note {
	struct store *store;
	int64_t session, statement;
	struct arena arena;
	const char **old, **ranks;
	int64_t *ids;
	size_t old_count;
	struct line *lines;
	size_t line_count;
	struct err *err;
};

static void read_points(struct note *n)
{
	struct sql *q = sql_query(n->store,
		"SELECT id, text, rank FROM point WHERE statement = ?1 ORDER BY rank", "i",
		n->statement);

	for (; sql_row(q); n->old_count++) {
		n->ids = arena_grow(&n->arena, n->ids, n->old_count, sizeof *n->ids);
		n->old = arena_grow(&n->arena, n->old, n->old_count, sizeof *n->old);
		n->ranks = arena_grow(&n->arena, n->ranks, n->old_count, sizeof *n->ranks);
		n->ids[n->old_count] = sql_int(q, 0);
		n->old[n->old_count] = sql_copy(q, 1, &n->arena);
		n->ranks[n->old_count] = sql_copy(q, 2, &n->arena);
	}
}

static void split_lines(struct note *n, const char *text)
{
	size_t most = 1;

	for (const char *c = text; *c; c++)
		most += *c == '\n';
	n->lines = arena_alloc(&n->arena, most * sizeof *n->lines);
	for (const char *end; *text; text = *end ? end + 1 : end) {
		end = text + strcspn(text, "\n");
		while (text < end && *text == ' ')
			text++;
		if (text < end) /* a point is never empty */
			n->lines[n->line_count++] = (struct line){
				arena_strndup(&n->arena, text, (size_t)(end - text)), -1};
	}
}

/* Matches equal lines; of lines that moved, only those in order stay as they are. */
static void match_lines(struct note *n)
{
	const char **texts = arena_alloc(&n->arena, (n->line_count + 1) * sizeof *texts);
	long *match = arena_alloc(&n->arena, (n->line_count + 1) * sizeof *match);

	for (size_t i = 0; i < n->line_count; i++)
		texts[i] = n->lines[i].text;
	diff_lines(n->old, n->old_count, texts, n->line_count, match);
	for (size_t i = 0; i < n->line_count; i++)
		n->lines[i].old = match[i];
}

/* Gives the lines that are new the points that are left over, in order. */
static void pair_edited(struct note *n)
{
	bool *used = arena_alloc(&n->arena, (n->old_count + 1) * sizeof *used);
	size_t old = 0;

	for (size_t i = 0; i < n->line_count; i++)
		if (n->lines[i].old >= 0)
			used[n->lines[i].old] = true;
	for (size_t i = 0; i < n->line_count; i++) {
		if (n->lines[i].old >= 0) {
			old = (size_t)n->lines[i].old + 1;
			continue;
		}
		if (old < n->old_count && !used[old]) {
			used[old] = true;
			n->lines[i].old = (long)old++;
		}
	}
}

/* The rank of the next line that may keep its own: a point further on. */
static const char *rank_ahead(const struct note *n, size_t from, const char *after)
{
	for (size_t i = from; i < n->line_count; i++)
		if (n->lines[i].old >= 0 &&
			(!after || strcmp(n->ranks[n->lines[i].old], after) > 0))
			return n->ranks[n->lines[i].old];
	return NULL;
}

static bool write_line(struct note *n, struct line *line, const char *rank)
{
	int number;

	if (line->old >= 0)
		return sql_run(n->store, n->err,
			"UPDATE point SET text = ?2, rank = ?3 WHERE id = ?1"
			" AND (text <> ?2 OR rank <> ?3)",
			"itt", n->ids[line->old], line->text, rank);
	number = number_next(n->store, n->session, "point", n->err);
	return number &&
	       sql_run(n->store, n->err,
		       "INSERT INTO point(session, number, statement, rank,"
		       " text) VALUES(?1, ?2, ?3, ?4, ?5)",
		       "iiitt", n->session, (int64_t)number, n->statement, rank, line->text);
}

static bool write_lines(struct note *n)
{
	const char *last = NULL;
	struct str rank;
	bool good = true;

	for (size_t i = 0; good && i < n->line_count; i++) {
		struct line *line = &n->lines[i];
		const char *own = line->old >= 0 ? n->ranks[line->old] : NULL;

		if (!own || (last && strcmp(own, last) <= 0)) {
			str_init(&rank);
			rank_put(n->store, &rank, last, rank_ahead(n, i + 1, last));
			own = arena_strdup(&n->arena, rank.text);
			str_clear(&rank);
		}
		good = write_line(n, line, own);
		last = own;
	}
	return good;
}

static bool delete_rest(struct note *n)
{
	for (size_t i = 0; i < n->old_count; i++) {
		bool kept = false;

		for (size_t j = 0; j < n->line_count && !kept; j++)
			kept = n->lines[j].old == (long)i;
		if (!kept && !store_point_delete(n->store, n->ids[i], n->err))
			return false;
	}
	return true;
}

bool store_statement_note(
	struct store *store, int64_t statement, const char *text, int version, struct err *err)
{
	struct note n = {.store = store, .statement = statement, .err = err};
	int64_t is =
		sql_value(store, 0, "SELECT version FROM statement WHERE id = ?1", "i", statement);
	bool good;

	if (version && is != version)
		return err_set(
			err, ERR_TRY_AGAIN, "the note has been changed by somebody else meanwhile");
	n.session =
		sql_value(store, 0, "SELECT session FROM statement WHERE id = ?1", "i", statement);
	arena_init(&n.arena);
	read_points(&n);
	split_lines(&n, text);
	match_lines(&n);
	pair_edited(&n);
	int64_t next = number_version(store, n.session, "note", statement, is, err);
	good = next && write_lines(&n) && delete_rest(&n) &&
	       sql_run(store, err, "UPDATE statement SET version = ?2 WHERE id = ?1", "ii",
		       statement, next);
	arena_clear(&n.arena);
	return good;
}
