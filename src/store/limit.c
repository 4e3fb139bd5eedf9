/* SPDX-License-Identifier: MIT */
/*
 * Limits of speaking time, and the average time of statements. Which limit holds is
 * decided in model/limit.c; here are read what was announced and what must be known
 * of a speech: its item and those above, and the class of who speaks. The average
 * is of a few of the newest statements, so that it costs the same in a long log.
 */
#include <string.h>

#include "sql.h"
#include "store/agenda.h"
#include "store/floor.h"
#include "store/limit.h"

enum {
	DEEP = 8,         /* items in items */
	NEWEST_COUNT = 20 /* statements of which the average is taken */
};

/* --- reading and writing --- */

static int class_of(const char *name)
{
	for (int i = 0; name && rules_classes[i]; i++)
		if (strcmp(rules_classes[i], name) == 0)
			return i;
	return -1;
}

void store_limits(struct store *store, int64_t session, const struct rules *rules,
	struct arena *arena, struct limits *limits)
{
	struct limit *rows = NULL;
	size_t count;
	struct sql *q = sql_kept(store,
		"SELECT item, kind, class, seconds FROM time_limit WHERE session = ?1"
		" ORDER BY at, id",
		"i", session);

	for (count = 0; sql_row(q); count++) {
		rows = arena_grow(arena, rows, count, sizeof *rows);
		rows[count] = (struct limit){.item = sql_int(q, 0),
			.kind = sql_copy(q, 1, arena),
			.class = class_of(sql_text(q, 2)),
			.seconds = (int)sql_int(q, 3)};
	}
	*limits = (struct limits){.rules = rules, .announced = rows, .count = count};
}

bool store_limit_add(struct store *store, int64_t session, const struct limit *limit, int64_t at,
	struct err *err)
{
	const char *class = limit->class < 0 ? NULL : rules_classes[limit->class];

	return sql_run(store, err,
		"INSERT INTO time_limit(session, item, kind, class, seconds, at)"
		" VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
		"inttii", session, limit->item, limit->kind, class, (int64_t)limit->seconds, at);
}

/* --- what holds --- */

/* The item, those above it, 0. */
static void read_items(struct store *store, int64_t item, int64_t items[DEEP + 1])
{
	int depth = 0;

	for (; item && depth < DEEP; depth++) {
		items[depth] = item;
		item = store_item_parent(store, item);
	}
	items[depth] = 0;
}

/* Before an instant a delegation has had so many of its rights of reply on the item. */
static int replies_before(struct store *store, int64_t item, int64_t participant, int64_t statement)
{
	return (int)sql_value(store, 0,
		"SELECT count(*) FROM statement WHERE participant = ?1 AND item = ?2"
		" AND kind = 'reply' AND id < ?3",
		"iii", participant, item, statement);
}

struct speech {
	struct limit_speech speech;
	int64_t item, participant, statement;
};

static int seconds_of(struct store *store, const struct limits *limits, const struct speech *speech)
{
	const struct limit *announced =
		limit_holding(limits->announced, limits->count, &speech->speech);
	const char *kind = speech->speech.kind;
	int before = 0;

	if (announced)
		return announced->seconds;
	if (strcmp(kind, "reply") == 0)
		before =
			replies_before(store, speech->item, speech->participant, speech->statement);
	return rules_limit(limits->rules, speech->speech.class, kind, before);
}

int store_limit_of_statement(struct store *store, const struct limits *limits, int64_t statement)
{
	int64_t items[DEEP + 1];
	struct speech speech = {.speech = {.items = items}, .statement = statement};
	struct arena arena;
	struct sql *q = sql_kept(store,
		"SELECT s.item, s.participant, s.kind, p.kind, p.status, s.on_behalf"
		" FROM statement s JOIN participant p ON p.id = s.participant WHERE s.id = ?1",
		"i", statement);

	if (!sql_row(q))
		return 0;
	arena_init(&arena);
	speech.item = sql_int(q, 0);
	speech.participant = sql_int(q, 1);
	speech.speech.kind = sql_copy(q, 2, &arena);
	speech.speech.class = rules_class_of(sql_text(q, 3), sql_text(q, 4), sql_int(q, 5) != 0);
	sql_done(q);
	read_items(store, speech.item, items);
	int seconds = seconds_of(store, limits, &speech);
	arena_clear(&arena);
	return seconds;
}

void store_limits_waiting(struct store *store, const struct limits *limits,
	const struct request_row *rows, size_t count, int seconds[])
{
	int64_t items[DEEP + 1];

	read_items(store, count > 0 ? rows->item : 0, items);
	for (size_t i = 0; i < count; i++) {
		const struct request_row *row = &rows[i];
		struct speech speech = {.speech = {.items = items, .kind = row->kind},
			.item = row->item,
			.participant = row->participant,
			.statement = INT64_MAX};
		speech.speech.class =
			rules_class_of(row->participant_kind, row->status, row->on_behalf != 0);
		seconds[i] = seconds_of(store, limits, &speech);
	}
}

/* --- how long it takes --- */

/* Newest first; who reads it stops. */
#define NEWEST(from)                                                  \
	"SELECT s.id, s.kind, x.stopped - x.started FROM statement s" \
	" LEFT JOIN span x ON x.statement = s.id WHERE s." from " DESC, s.id DESC"

/* A statement like those that are waited for. */
static bool is_typical(const char *kind)
{
	return strcmp(kind, "general") == 0 || strcmp(kind, "explanation_before") == 0 ||
	       strcmp(kind, "explanation_after") == 0;
}

/* Seconds, at least one where there is any such statement; 0 = there is none. The spans of
 * a statement come one after the other. Of the newest statements: what was
 * said an hour ago tells little of who comes next. */
static int average(struct sql *q)
{
	int64_t sum = 0, count = 0, seen = 0, last = 0, counted = 0;

	while (sql_row(q)) {
		int64_t id = sql_int(q, 0), took = sql_int(q, 2);
		seen += id != last;
		last = id;
		if (seen > NEWEST_COUNT) {
			sql_done(q);
			break;
		}
		if (took <= 0 || !is_typical(sql_text(q, 1)))
			continue;
		sum += took;
		count += id != counted;
		counted = id;
	}
	if (count == 0)
		return 0;
	return sum < 1000 * count ? 1 : (int)(sum / (1000 * count));
}

int store_spoken_average(struct store *store, int64_t session, int64_t item)
{
	int seconds = average(sql_query(store, NEWEST("item = ?1 ORDER BY place"), "i", item));

	return seconds > 0 ? seconds
			   : average(sql_query(
				     store, NEWEST("session = ?1 ORDER BY number"), "i", session));
}
