/* SPDX-License-Identifier: MIT */
/*
 * Speaking time beside each name, of one session, in memory alone: a long log is not
 * added up for every key. For each statement there is what it adds to whose time; when
 * the journal says that it was changed, that is taken off, the statement is read anew
 * and added again. Which command it was, an undo, or another terminal, is all the same;
 * to read one twice, or later than the journal says, does no harm.
 *
 * At first, and where the journal has moved by more than a little, all statements are
 * read in the order of their numbers, a slice at a time. Until that is done nothing is
 * told. A speech that runs is not in it: its time is known only when it is asked for.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "change.h"
#include "internal.h"
#include "ledger.h"
#include "store/spoken.h"

enum {
	SPAN_STATEMENT = 1, /* column of the recorded table (schema.c) */
	SLICE = 1000,       /* statements: a millisecond or two */
	BEHIND = 200,       /* rows of the journal that are followed … */
	LARGE = 1 << 16     /* … each of at most so many bytes */
};

struct key {
	int64_t a, b;
};

/* Of a statement, {id, 0}, what it adds to whose time, {item, participant}; of such a
 * pair the sum. */
struct cell {
	struct key key; /* a 0: free */
	struct key whose;
	struct spoken_time time; /* milliseconds */
};

struct ledger {
	int64_t session;
	int64_t seen;   /* row of the journal */
	int64_t number; /* of the last statement that was read in turn */
	bool whole;
	struct cell *cells; /* a hash with open addressing; none is ever removed */
	size_t count, places;
};

/* --- cells --- */

static struct cell *place_of(const struct ledger *ledger, struct key key)
{
	uint64_t hash =
		((uint64_t)key.a * 0x9e3779b97f4a7c15u + (uint64_t)key.b) * 0xff51afd7ed558ccdu;
	size_t at = (size_t)(hash >> 29) & (ledger->places - 1);

	while (ledger->cells[at].key.a &&
		(ledger->cells[at].key.a != key.a || ledger->cells[at].key.b != key.b))
		at = (at + 1) & (ledger->places - 1);
	return &ledger->cells[at];
}

/* Room for a statement, a pair, and one that stays free. */
static void make_room(struct ledger *ledger)
{
	struct cell *before = ledger->cells;
	size_t places = ledger->places;

	if ((ledger->count + 2) * 4 < places * 3)
		return;
	ledger->places = places ? places * 2 : 256;
	ledger->cells = mem_alloc(ledger->places * sizeof *ledger->cells);
	for (size_t i = 0; i < places; i++)
		if (before[i].key.a)
			*place_of(ledger, before[i].key) = before[i];
	free(before);
}

static struct cell *cell_of(struct ledger *ledger, struct key key)
{
	struct cell *cell = place_of(ledger, key);

	ledger->count += cell->key.a == 0;
	cell->key = key;
	return cell;
}

static void add(struct ledger *ledger, const struct cell *part, int sign)
{
	struct cell *sum;

	if (part->whose.a == 0)
		return;
	sum = cell_of(ledger, part->whose);
	sum->time.own += sign * part->time.own;
	sum->time.voice += sign * part->time.voice;
}

/* What the statement adds, instead of what it did. */
static void put(struct ledger *ledger, const struct cell *part)
{
	struct cell *held;

	make_room(ledger);
	held = cell_of(ledger, part->key);
	add(ledger, held, -1);
	add(ledger, part, 1);
	*held = *part;
}

/* --- reading --- */

/* A span that runs has no length yet. */
#define PARTS                                                                \
	"SELECT s.id, s.item, s.participant, s.on_behalf, s.number, (SELECT" \
	" sum(x.stopped - x.started) FROM span x WHERE x.statement = s.id)"  \
	" FROM statement s WHERE s.session = ?1"

static struct cell part_of(struct sql *q)
{
	struct cell part = {{sql_int(q, 0), 0}, {sql_int(q, 1), sql_int(q, 2)}, {0, 0}};

	*(sql_null(q, 3) ? &part.time.own : &part.time.voice) = sql_int(q, 5);
	return part;
}

static void statement_changed(struct store *store, struct ledger *ledger, int64_t id)
{
	struct sql *q = sql_query(store, PARTS " AND s.id = ?2", "ii", ledger->session, id);
	struct cell part = {.key = {id, 0}};

	if (sql_row(q)) {
		part = part_of(q);
		sql_done(q);
	}
	/* One that is gone, or was never of this session, adds nothing. */
	if (id && (part.whose.a || (ledger->places && place_of(ledger, part.key)->key.a)))
		put(ledger, &part);
}

static void read_slice(struct store *store, struct ledger *ledger)
{
	struct sql *q = sql_query(store, PARTS " AND s.number > ?2 ORDER BY s.number LIMIT ?3",
		"iii", ledger->session, ledger->number, (int64_t)SLICE);
	int count = 0;

	for (; sql_row(q); count++) {
		struct cell part = part_of(q);

		ledger->number = sql_int(q, 4);
		put(ledger, &part);
	}
	ledger->whole = count < SLICE;
}

/* --- the journal --- */

/* As in search: of an update that did not move a span the changeset does not say whose
 * it is. One that is gone by now has a row of its own that does. */
static int64_t statement_of(struct store *store, const struct change *change)
{
	int64_t id;

	if (strcmp(change->table, "statement") == 0)
		return change->id;
	if (strcmp(change->table, "span") != 0)
		return 0;
	id = change_new(change, SPAN_STATEMENT);
	if (id == 0)
		id = change_old(change, SPAN_STATEMENT);
	return id ? id
		  : sql_value(
			    store, 0, "SELECT statement FROM span WHERE id = ?1", "i", change->id);
}

/* One after the other, of most changes it is the same. */
static void follow_statement(struct store *store, struct ledger *ledger, int64_t id, int64_t *last)
{
	if (id && id != *last)
		statement_changed(store, ledger, id);
	*last = id ? id : *last;
}

static void follow_row(struct store *store, struct ledger *ledger, const void *bytes, size_t length)
{
	struct walk walk = change_walk(bytes, length);
	struct change change;
	int64_t last = 0;

	while (change_next(&walk, &change)) {
		follow_statement(store, ledger, statement_of(store, &change), &last);
		/* A span that went over to another statement is missing in the one before. */
		if (strcmp(change.table, "span") == 0)
			follow_statement(store, ledger, change_old(&change, SPAN_STATEMENT), &last);
	}
}

static int64_t newest(struct store *store)
{
	return sql_value(store, 0, "SELECT max(seq) FROM journal", "");
}

static void begin(struct store *store, struct ledger *ledger, int64_t session)
{
	free(ledger->cells);
	*ledger = (struct ledger){.session = session, .seen = newest(store)};
}

/* Takes in what the journal has since; false where that is too much. */
static bool follow(struct store *store, struct ledger *ledger)
{
	int64_t behind = newest(store) - ledger->seen;
	size_t length = 0;
	struct sql *q;

	if (behind == 0)
		return true;
	if (behind < 0 || behind > BEHIND)
		return false;
	q = sql_query(store, "SELECT seq, changeset FROM journal WHERE seq > ?1 ORDER BY seq", "i",
		ledger->seen);
	while (sql_row(q)) {
		const void *bytes = sql_blob(q, 1, &length);

		if (length > LARGE) {
			sql_done(q);
			return false;
		}
		follow_row(store, ledger, bytes, length);
		ledger->seen = sql_int(q, 0);
	}
	return true;
}

static struct ledger *ledger_of(struct store *store, int64_t session)
{
	assert(!store->in_change);
	if (!store->ledger)
		store->ledger = mem_alloc(sizeof *store->ledger);
	if (store->ledger->session != session || !follow(store, store->ledger))
		begin(store, store->ledger, session);
	return store->ledger;
}

/* What could not be read is missing: it begins anew the next time. */
static bool is_good(struct store *store, struct ledger *ledger)
{
	if (sql_reads_good(store, NULL))
		return true;
	ledger->session = 0;
	ledger->whole = false;
	return false;
}

/* --- what is asked for --- */

/* Numbers are given in turn: there are at most so many to be read yet. */
static int64_t left(struct store *store, const struct ledger *ledger)
{
	int64_t last = sql_value(store, 0,
		"SELECT last FROM counter WHERE session = ?1 AND kind = 'statement'", "i",
		ledger->session);

	return last - ledger->number;
}

bool store_spoken_known(struct store *store, int64_t session)
{
	struct ledger *ledger = ledger_of(store, session);

	if (!ledger->whole && left(store, ledger) < SLICE)
		read_slice(store, ledger);
	return is_good(store, ledger) && ledger->whole;
}

bool store_spoken_slice(struct store *store, int64_t session)
{
	struct ledger *ledger = ledger_of(store, session);

	if (!ledger->whole)
		read_slice(store, ledger);
	return is_good(store, ledger) && !ledger->whole;
}

struct spoken_time store_spoken_time(const struct store *store, int64_t item, int64_t participant)
{
	assert(store->ledger && store->ledger->whole);
	if (store->ledger->places == 0)
		return (struct spoken_time){0, 0};
	return place_of(store->ledger, (struct key){item, participant})->time;
}

void ledger_free(struct ledger *ledger)
{
	if (ledger)
		free(ledger->cells);
	free(ledger);
}
