/* SPDX-License-Identifier: MIT */
/*
 * What became of a recommendation: its versions, the decisions on it and the positions taken,
 * in the order in which they came into the record, so that the text before a decision is the
 * one that was decided. Times may have been typed, and a minute has room for a vote and a new
 * text: where the clock leaves it open the journal says what came first.
 */
#include <stdlib.h>
#include <string.h>

#include "entered.h"
#include "sql.h"
#include "store/recommendation.h"
#include "store/vote.h"

/* Versions, decisions and positions each stay in their order, also where one was put on
 * record with an earlier time: a version is read as a change of the one before. */
#define VERSIONS                                                                      \
	"SELECT v.at, v.version, NULL, NULL, NULL, 0, 0, v.text, x.how, p.list_name," \
	" g.list_name, x.file, s.number, a.number, 0 AS sort, v.id,"                  \
	" max(v.at) OVER (ORDER BY v.version)"                                        \
	" FROM recommendation_version v LEFT JOIN version_source x ON x.of = v.id"    \
	" LEFT JOIN participant p ON p.id = x.proposer"                               \
	" LEFT JOIN participant g ON g.id = x.on_behalf"                              \
	" LEFT JOIN statement s ON s.id = x.statement"                                \
	" LEFT JOIN amendment a ON a.id = x.amendment WHERE v.recommendation = ?1"
#define DECISIONS                                                              \
	"SELECT a.at, 0, a.outcome, a.form, a.reason, a.orally_amended,"       \
	" coalesce(m.number, 0), NULL, NULL, NULL, NULL, NULL, 0, 0, 1, a.id," \
	" max(a.at) OVER (ORDER BY a.id)"                                      \
	" FROM act a LEFT JOIN meeting m ON m.id = a.meeting WHERE a.recommendation = ?1"
#define POSITIONS                                                                       \
	"SELECT x.at, 0, NULL, NULL, NULL, 0, coalesce(m.number, 0), NULL, NULL, NULL," \
	" NULL, NULL, 0, 0, 2, x.id, max(x.at) OVER (ORDER BY x.id) FROM position x"    \
	" LEFT JOIN meeting m ON m.id = x.meeting WHERE x.recommendation = ?1"          \
	" OR x.in_set = (SELECT in_set FROM recommendation WHERE id = ?1)"
/* The column `sort` is the table. */
enum {
	SORT_VERSION = ENTERED_VERSION,
	SORT_DECISION = ENTERED_DECISION,
	SORT_POSITION = ENTERED_POSITION
};

static struct history_row read_history(struct sql *q, struct arena *arena)
{
	return (struct history_row){.at = sql_int(q, 0),
		.version = (int)sql_int(q, 1),
		.outcome = sql_copy(q, 2, arena),
		.form = sql_copy(q, 3, arena),
		.reason = sql_copy(q, 4, arena),
		.orally_amended = sql_int(q, 5) != 0,
		.meeting = (int)sql_int(q, 6),
		.text = sql_copy(q, 7, arena),
		.how = sql_copy(q, 8, arena),
		.proposer_name = sql_copy(q, 9, arena),
		.on_behalf_name = sql_copy(q, 10, arena),
		.file = sql_copy(q, 11, arena),
		.statement = (int)sql_int(q, 12),
		.amendment = (int)sql_int(q, 13)};
}

/* What stands in tables of their own. */
struct beside {
	const struct decision_row *decisions;
	const struct position_row *positions;
	size_t decision_count, position_count;
};

static struct beside read_beside(struct store *store, int64_t id, struct arena *arena)
{
	int64_t session =
		sql_value(store, 0, "SELECT session FROM recommendation WHERE id = ?1", "i", id);
	struct beside beside;

	beside.decisions = store_decisions(store, session, id, arena, &beside.decision_count);
	beside.positions = store_positions(store, session, arena, &beside.position_count);
	return beside;
}

static void put_beside(
	const struct beside *beside, int64_t sort, int64_t id, struct history_row *row)
{
	for (size_t i = 0; sort == SORT_DECISION && i < beside->decision_count; i++)
		if (beside->decisions[i].id == id)
			row->decision = &beside->decisions[i];
	for (size_t i = 0; sort == SORT_POSITION && i < beside->position_count; i++)
		if (beside->positions[i].id == id)
			row->position = &beside->positions[i];
}

/* --- the order --- */

/* An entry where it stands by the clock. */
struct placed {
	struct history_row row;
	int64_t sort, id, by, sequence;
};

static bool closes(const struct history_row *row)
{
	enum recommendation_state state;
	const struct decision_row *decision = row->decision;

	if (!decision || decision->amendment)
		return false;
	return strcmp(decision->outcome, "not adopted") == 0 ||
	       (recommendation_state_parse(decision->outcome, &state) &&
		       !recommendation_open(state));
}

/* Is it told by the clock what came first? Not where two have one time, nor where a text
 * changes that was locked. */
static bool in_doubt(const struct placed *all, size_t count)
{
	bool locked = false;

	for (size_t i = 0; i < count; i++) {
		if (i > 0 && all[i].by == all[i - 1].by && all[i].sort != all[i - 1].sort)
			return true;
		if (locked && all[i].sort == SORT_VERSION)
			return true;
		if (all[i].sort == SORT_DECISION)
			locked = closes(&all[i].row) ||
				 (locked && strcmp(all[i].row.outcome, "reopened") != 0);
	}
	return false;
}

/* By the sequence of the commands; of what one command made the version comes first. */
static int by_sequence(const void *a, const void *b)
{
	const struct placed *one = a, *other = b;

	if (one->sequence != other->sequence)
		return one->sequence < other->sequence ? -1 : 1;
	if (one->sort != other->sort)
		return one->sort < other->sort ? -1 : 1;
	return (one->id > other->id) - (one->id < other->id);
}

/* What the journal does not know stays as it is by the clock. */
static void put_in_order(struct store *store, int64_t id, struct placed *all, size_t count)
{
	int64_t session =
		sql_value(store, 0, "SELECT session FROM recommendation WHERE id = ?1", "i", id);

	for (size_t i = 0; i < count; i++) {
		all[i].sequence = entered_sequence(
			store, session, (enum entered_table)all[i].sort, all[i].id);
		if (all[i].sequence == 0)
			return;
	}
	qsort(all, count, sizeof *all, by_sequence);
}

static struct placed read_placed(struct sql *q, const struct beside *beside, struct arena *arena)
{
	struct placed placed = {.row = read_history(q, arena),
		.sort = sql_int(q, 14),
		.id = sql_int(q, 15),
		.by = sql_int(q, 16)};

	put_beside(beside, placed.sort, placed.id, &placed.row);
	return placed;
}

struct history_row *store_recommendation_history(
	struct store *store, int64_t id, struct arena *arena, size_t *count)
{
	struct placed *all = NULL;
	struct beside beside = read_beside(store, id, arena);
	struct sql *q = sql_query(store,
		VERSIONS " UNION ALL " DECISIONS " UNION ALL " POSITIONS " ORDER BY 17, sort, 16",
		"i", id);

	for (*count = 0; sql_row(q); ++*count) {
		all = arena_grow(arena, all, *count, sizeof *all);
		all[*count] = read_placed(q, &beside, arena);
	}
	if (in_doubt(all, *count))
		put_in_order(store, id, all, *count);
	struct history_row *rows = arena_alloc(arena, (*count + 1) * sizeof *rows);
	for (size_t i = 0; i < *count; i++)
		rows[i] = all[i].row;
	return rows;
}
