/* SPDX-License-Identifier: MIT */
/*
 * A key has the printed number of its item. Where items were renumbered after a part was
 * issued, the keys in its tree are those of then: the changes since, in the order in which
 * they were entered, make of them those of now.
 */
#include "renumbered.h"

#include <string.h>

/* The number of an item, or of one below it, after one change. */
static const char *renumber(
	struct arena *arena, const char *number, const struct agenda_change *change)
{
	size_t length = strlen(change->before);

	if (strncmp(number, change->before, length) != 0 ||
		(number[length] && number[length] != ' '))
		return number;
	return arena_printf(arena, "%s%s", change->after, number + length);
}

/* "ITEM-1/wg2/3/": formula, bodies, the number, and the rest. */
static const char *renumber_key(
	struct report *report, const char *key, const bool *since, struct arena *arena)
{
	const struct facts *facts = &report->facts;
	const char *bodies = strchr(key, '/'), *from = bodies ? strchr(bodies + 1, '/') : NULL;
	const char *to = from ? strchr(from + 1, '/') : NULL;

	if (!to || to == from + 1)
		return key;
	const char *was = arena_strndup(arena, from + 1, (size_t)(to - from - 1)), *number = was;
	for (size_t i = 0; i < facts->change_count; i++)
		if (since[i])
			number = renumber(arena, number, &facts->changes[i]);
	return number == was ? key
			     : arena_printf(arena, "%.*s/%s%s", (int)(from - key), key, number, to);
}

void renumbered_keys(struct report *report, const struct part_row *part, struct document *document)
{
	const struct facts *facts = &report->facts;
	bool *since = arena_alloc(&report->arena, (facts->change_count + 1) * sizeof *since);
	bool any = false;

	for (size_t i = 0; i < facts->change_count; i++) {
		const struct agenda_change *change = &facts->changes[i];
		since[i] = strcmp(change->kind, "renumbered") == 0 && change->before &&
			   change->after &&
			   store_agenda_change_after(report->store, report->session, change,
				   part->sequence, part->at);
		any = any || since[i];
	}
	for (struct node *at = any ? document->root : NULL; at;
		at = (struct node *)document_next(at))
		if (at->key)
			at->key = renumber_key(report, at->key, since, &document->arena);
}

void report_renumber_part(struct report *report, int64_t part, struct document *document)
{
	size_t count;
	const struct part_row *parts =
		store_parts(report->store, report->session, &report->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (parts[i].id == part)
			renumbered_keys(report, &parts[i], document);
}
