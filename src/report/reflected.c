/* SPDX-License-Identifier: MIT */
/*
 * What is reflected nowhere: the statements and points that are in no paragraph's sources.
 * They are read in windows by their numbers, so that a log of any length is gone through
 * with a few rows in memory.
 */
#include "report/reflected.h"

#include <string.h>

#include "model/item_role.h"
#include "store/agenda.h"

enum { WINDOW = 500 };

/* Places of points are behind those of all statements. */
#define POINTS ((int64_t)1 << 40)

void report_sources(const struct report *report, struct sources *sources)
{
	const struct node *node = report_document(report)->root;

	for (; node; node = document_next(node))
		if (node->sources)
			sources_parse(sources, node->sources);
}

/* Procedure is told in chapter IV, not who spoke on it; opening and closing statements are
 * not summarized (conventions 1.9). */
static const char *why(struct store *store, const struct behind_row *row, struct arena *arena)
{
	struct item_row item;

	if (row->kind == 's' && strcmp(row->state, "point_of_order") == 0)
		return "a point of order";
	if (row->kind == 's' && strcmp(row->state, "chair") == 0)
		return "the Chair’s";
	if (!row->item || !store_item(store, row->item, arena, &item))
		return NULL;
	switch (item_role(item.title)) {
	case ROLE_OPENING:
		return "an opening statement";
	case ROLE_CLOSING:
		return "a closing statement";
	case ROLE_AGENDA:
	case ROLE_ORGANIZATION:
	case ROLE_REPORT:
		return "procedure";
	case ROLE_SUBSTANCE:
		break;
	}
	return NULL;
}

static bool is_reflected(const struct sources *sources, const struct behind_row *row)
{
	if (sources_has(sources, row->kind, row->number))
		return true;
	/* Equal points are told by one; one of a statement that is nowhere goes with that. */
	return row->kind == 'p' && ((row->lead && sources_has(sources, 'p', row->lead)) ||
					   !sources_has(sources, 's', row->statement_number));
}

struct unreflected *report_unreflected(struct store *store, int64_t session,
	const struct sources *sources, int64_t *from, size_t limit, struct arena *arena,
	size_t *count)
{
	struct unreflected *found = NULL;

	for (*count = 0; *from >= 0 && *count < limit;) {
		char kind = *from < POINTS ? 's' : 'p';
		size_t read;
		struct behind_row *rows = store_behind(
			store, session, kind, *from % POINTS + 1, INT64_MAX, WINDOW, arena, &read);
		for (size_t i = 0; i < read && *count < limit; i++) {
			*from = rows[i].number + (kind == 'p' ? POINTS : 0);
			if (is_reflected(sources, &rows[i]))
				continue;
			found = arena_grow(arena, found, *count, sizeof *found);
			found[*count] = (struct unreflected){rows[i], why(store, &rows[i], arena)};
			++*count;
		}
		if (read < WINDOW && *count < limit)
			*from = kind == 's' ? POINTS : -1;
	}
	return found;
}
