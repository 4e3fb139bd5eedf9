/* SPDX-License-Identifier: MIT */
/*
 * The outline of chapters III and IV.B is made before a statement is read, from
 * the items alone: that is what allows the chapters to be written in one pass.
 * Levels are set first as if every heading were allowed; then each level that
 * has only one heading in its place is merged upwards.
 */
#include "outline.h"

/* Opening and closing statements are not summarized (conventions 1.9). Other
 * procedure is reported in chapter IV, and comes into the summary only when
 * something was noted under it. */
static bool is_summarized(
	const struct facts *facts, struct store *store, const struct item_row *item)
{
	enum item_role role = facts_role(item);

	if (!facts_considered(facts, item) || facts_follows(item) || role == ROLE_OPENING ||
		role == ROLE_CLOSING)
		return false;
	if (role != ROLE_SUBSTANCE)
		return report_rows_noted(store, item->id);
	if (!facts_has_children(facts, item))
		return true;
	/* A parent is open while its sub-items are; it counts for what it has itself. */
	return item->statements > 0 || report_rows_noted(store, item->id);
}

static bool in_group(const struct facts *facts, const struct item_row *item, uint64_t group)
{
	uint64_t bodies = facts_bodies_of(facts, item);

	if (!group)
		return true;
	return facts_several(group) ? facts_several(bodies) : bodies == group;
}

static size_t top_of(const struct facts *facts, size_t i)
{
	while (i && facts->items[i].depth > 0)
		i--;
	return i;
}

/* Adds the items of a group; true if any of them has a heading. */
static bool add_items(struct outline *outline, const struct facts *facts, struct store *store,
	uint64_t group, int level)
{
	bool any = false;

	for (size_t i = 0; i < facts->item_count; i++) {
		const struct item_row *item = &facts->items[i];
		if (!in_group(facts, &facts->items[top_of(facts, i)], group))
			continue;
		struct outline_entry *entry = &outline->entries[outline->count++];
		int own = level + item->depth;
		entry->item = item;
		entry->bodies = facts_bodies_of(facts, item);
		entry->summarized = is_summarized(facts, store, item);
		entry->level = entry->summarized ? (own < 6 ? own : 6) : 0;
		any = any || entry->summarized;
	}
	return any;
}

static void add_group(struct outline *outline, const struct facts *facts, struct store *store,
	uint64_t group, int level)
{
	struct outline_entry *heading = &outline->entries[outline->count++];

	heading->bodies = group;
	heading->level = add_items(outline, facts, store, group, level + 1) ? level : 0;
}

/* An item without text of its own has a heading if one of its sub-items has. */
static void add_parents(struct outline *outline)
{
	for (size_t i = outline->count; i-- > 0;) {
		struct outline_entry *entry = &outline->entries[i];
		int depth = entry->item ? entry->item->depth : 0;
		if (!entry->level || depth == 0)
			continue;
		for (size_t p = i; p-- > 0;) {
			struct outline_entry *parent = &outline->entries[p];
			if (!parent->item || parent->item->id != entry->item->parent)
				continue;
			if (!parent->level)
				parent->level = entry->level - 1;
			break;
		}
	}
}

static size_t count_level(const struct outline *outline, size_t from, size_t to, int level)
{
	size_t count = 0;

	for (size_t i = from; i < to; i++)
		count += outline->entries[i].level == level;
	return count;
}

static void merge(struct outline *outline, size_t from, size_t to, int level);

/* Under each heading of a level what is below it. */
static void merge_below(struct outline *outline, size_t from, size_t to, int level)
{
	for (size_t i = from; i < to;) {
		size_t end = i + 1;
		while (end < to && outline->entries[end].level != level)
			end++;
		if (outline->entries[i].level == level)
			merge(outline, i + 1, end, level + 1);
		i = end;
	}
}

/* Merges single headings at `level` and below, between two places. */
static void merge(struct outline *outline, size_t from, size_t to, int level)
{
	if (level > 6)
		return;
	while (count_level(outline, from, to, level) == 1) {
		for (size_t i = from; i < to; i++) {
			struct outline_entry *entry = &outline->entries[i];
			if (entry->level == level)
				entry->level = 0;
			else if (entry->level > level)
				entry->level--;
		}
	}
	merge_below(outline, from, to, level);
}

void outline_make(struct outline *outline, const struct facts *facts, struct store *store, int base,
	bool lone, struct arena *arena)
{
	size_t groups = facts_several(facts->hosts) ? facts->body_count + 1 : 0;

	*outline = (struct outline){0};
	outline->entries =
		arena_alloc(arena, (facts->item_count + groups) * sizeof(*outline->entries));
	for (size_t b = 0; groups && b < facts->body_count && b < 64; b++)
		add_group(outline, facts, store, (uint64_t)1 << b, base + 1);
	if (groups)
		add_group(outline, facts, store, facts->hosts, base + 1);
	else
		add_items(outline, facts, store, 0, base + 1);
	add_parents(outline);
	if (base && !lone)
		merge(outline, 0, outline->count, base + 1);
	else if (!lone)
		merge_below(outline, 0, outline->count, 1);
}
