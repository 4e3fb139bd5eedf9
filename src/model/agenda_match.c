/* SPDX-License-Identifier: MIT */
/*
 * Pairs of what a file and a session have. Each kind is matched in passes, from
 * the strictest likeness to the loosest; a loose one counts only where it leaves
 * no choice. What only the session has keeps its place behind what it followed.
 * What the pairs differ in is the comparison's business.
 */
#include <string.h>

#include "agenda_match.h"

bool agenda_same_text(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

/* --- passes --- */

struct kind {
	const struct agenda_match *match;
	size_t file_count, held_count;
	size_t *of;  /* file to session */
	bool *taken; /* of the session */
};

typedef bool alike(const struct kind *kind, size_t file, size_t held);

static void take(struct kind *kind, size_t file, size_t held)
{
	kind->of[file] = held;
	kind->taken[held] = true;
}

/* The first that is like it. Lists mostly agree: the search begins after the last. */
static void match_first(struct kind *kind, alike *is)
{
	size_t next = 0;

	for (size_t f = 0; f < kind->file_count; f++) {
		if (kind->of[f] != AGENDA_NONE)
			continue;
		for (size_t i = 0; i < kind->held_count; i++) {
			size_t h = (next + i) % kind->held_count;
			if (kind->taken[h] || !is(kind, f, h))
				continue;
			take(kind, f, h);
			next = h + 1;
			break;
		}
	}
}

static size_t only_held(const struct kind *kind, alike *is, size_t file)
{
	size_t found = AGENDA_NONE;

	for (size_t h = 0; h < kind->held_count; h++) {
		if (kind->taken[h] || !is(kind, file, h))
			continue;
		if (found != AGENDA_NONE)
			return AGENDA_NONE;
		found = h;
	}
	return found;
}

static bool only_file(const struct kind *kind, alike *is, size_t held)
{
	size_t found = 0;

	for (size_t f = 0; f < kind->file_count && found < 2; f++)
		found += kind->of[f] == AGENDA_NONE && is(kind, f, held);
	return found == 1;
}

/* Only where there is one on either side. */
static void match_only(struct kind *kind, alike *is)
{
	for (size_t f = 0; f < kind->file_count; f++) {
		size_t held = kind->of[f] == AGENDA_NONE ? only_held(kind, is, f) : AGENDA_NONE;
		if (held != AGENDA_NONE && only_file(kind, is, held))
			take(kind, f, held);
	}
}

/* --- their order --- */

/* What only the session has, from there to the next that both have. */
static void add_only_held(const struct kind *kind, size_t from, struct agenda_pairs *pairs)
{
	for (size_t h = from; h < kind->held_count && !kind->taken[h]; h++)
		pairs->all[pairs->count++] = (struct agenda_pair){.file = AGENDA_NONE, .held = h};
}

static void merge(const struct kind *kind, struct arena *arena, struct agenda_pairs *pairs)
{
	pairs->all =
		arena_alloc(arena, (kind->file_count + kind->held_count + 1) * sizeof *pairs->all);
	add_only_held(kind, 0, pairs);
	for (size_t f = 0; f < kind->file_count; f++) {
		pairs->all[pairs->count++] = (struct agenda_pair){.file = f, .held = kind->of[f]};
		if (kind->of[f] != AGENDA_NONE)
			add_only_held(kind, kind->of[f] + 1, pairs);
	}
}

static struct kind begin(
	const struct agenda_match *match, size_t file_count, size_t held_count, struct arena *arena)
{
	struct kind kind = {.match = match, .file_count = file_count, .held_count = held_count};

	kind.of = arena_alloc(arena, (file_count + 1) * sizeof *kind.of);
	kind.taken = arena_alloc(arena, (held_count + 1) * sizeof *kind.taken);
	for (size_t i = 0; i < file_count; i++)
		kind.of[i] = AGENDA_NONE;
	return kind;
}

/* --- bodies, officers, documents --- */

static bool body_key(const struct kind *k, size_t f, size_t h)
{
	return agenda_same_text(k->match->file->bodies[f].key, k->match->held->bodies[h].key);
}

static bool body_name(const struct kind *k, size_t f, size_t h)
{
	return agenda_same_text(k->match->file->bodies[f].name, k->match->held->bodies[h].name);
}

bool agenda_same_body(const struct agenda_match *match, size_t file, size_t held)
{
	size_t body = file < match->file->body_count ? match->bodies[file] : AGENDA_NONE;

	return body == held || (file >= match->file->body_count && held == AGENDA_NONE);
}

static bool officer_post(const struct kind *k, size_t f, size_t h)
{
	const struct agenda_officer *a = &k->match->file->officers[f];
	const struct agenda_officer *b = &k->match->held->officers[h];

	return agenda_same_text(a->role, b->role) && agenda_same_body(k->match, a->body, b->body);
}

static bool officer_person(const struct kind *k, size_t f, size_t h)
{
	return officer_post(k, f, h) &&
	       agenda_same_text(k->match->file->officers[f].name, k->match->held->officers[h].name);
}

static bool document_symbols(const struct kind *k, size_t f, size_t h)
{
	return agenda_same_text(
		k->match->file->documents[f].symbols, k->match->held->documents[h].symbols);
}

static bool document_title(const struct kind *k, size_t f, size_t h)
{
	const struct agenda_document *a = &k->match->file->documents[f];
	const struct agenda_document *b = &k->match->held->documents[h];

	return a->title && *a->title && agenda_same_text(a->title, b->title) &&
	       agenda_same_text(a->kind, b->kind);
}

/* --- items --- */

static bool item_number(const struct kind *k, size_t f, size_t h)
{
	const struct agenda_item *a = &k->match->file->items[f];
	const struct agenda_item *b = &k->match->held->items[h];

	return agenda_same_text(a->printed, b->printed) &&
	       agenda_same_body(k->match, a->body, b->body);
}

static bool item_title(const struct kind *k, size_t f, size_t h)
{
	const struct agenda_item *a = &k->match->file->items[f];
	const struct agenda_item *b = &k->match->held->items[h];

	return agenda_same_text(a->title, b->title) &&
	       agenda_same_body(k->match, a->body, b->body) &&
	       (a->parent == AGENDA_NONE) == (b->parent == AGENDA_NONE);
}

static bool item_whole(const struct kind *k, size_t f, size_t h)
{
	return item_number(k, f, h) && item_title(k, f, h);
}

/* --- slots --- */

static bool slot_day(const struct kind *k, size_t f, size_t h)
{
	const struct agenda_slot *a = &k->match->file->slots[f];
	const struct agenda_slot *b = &k->match->held->slots[h];

	return agenda_same_text(a->date, b->date) && agenda_same_text(a->room, b->room);
}

static bool slot_begin(const struct kind *k, size_t f, size_t h)
{
	const struct agenda_slot *a = &k->match->file->slots[f];
	const struct agenda_slot *b = &k->match->held->slots[h];

	return slot_day(k, f, h) && a->from == b->from && agenda_same_text(a->half, b->half);
}

static bool slot_whole(const struct kind *k, size_t f, size_t h)
{
	const struct agenda_slot *a = &k->match->file->slots[f];
	const struct agenda_slot *b = &k->match->held->slots[h];

	return slot_begin(k, f, h) && a->to == b->to && agenda_same_text(a->label, b->label);
}

static bool is_morning(const struct agenda_slot *slot)
{
	return slot->from >= 0 ? slot->from < 13 * 60 : slot->half && strcmp(slot->half, "am") == 0;
}

static bool slot_half(const struct kind *k, size_t f, size_t h)
{
	const struct agenda_slot *a = &k->match->file->slots[f];
	const struct agenda_slot *b = &k->match->held->slots[h];

	return agenda_same_text(a->date, b->date) && is_morning(a) == is_morning(b) &&
	       agenda_same_text(a->label, b->label);
}

/* --- all --- */

static void match_bodies(struct agenda_match *match, struct agenda_comparison *c)
{
	struct kind kind =
		begin(match, match->file->body_count, match->held->body_count, &c->arena);

	match_first(&kind, body_key);
	match_only(&kind, body_name);
	match->bodies = kind.of;
	merge(&kind, &c->arena, &c->bodies);
}

static void match_officers(struct agenda_match *match, struct agenda_comparison *c)
{
	struct kind kind =
		begin(match, match->file->officer_count, match->held->officer_count, &c->arena);

	match_first(&kind, officer_person);
	match_first(&kind, officer_post);
	match->officers = kind.of;
	merge(&kind, &c->arena, &c->officers);
}

static void match_documents(struct agenda_match *match, struct agenda_comparison *c)
{
	struct kind kind =
		begin(match, match->file->document_count, match->held->document_count, &c->arena);

	match_first(&kind, document_symbols);
	match_only(&kind, document_title);
	match->documents = kind.of;
	merge(&kind, &c->arena, &c->documents);
}

static void match_items(struct agenda_match *match, struct agenda_comparison *c)
{
	struct kind kind =
		begin(match, match->file->item_count, match->held->item_count, &c->arena);

	match_first(&kind, item_whole);
	match_only(&kind, item_title);
	match_first(&kind, item_number);
	match->items = kind.of;
	merge(&kind, &c->arena, &c->items);
}

static void match_slots(struct agenda_match *match, struct agenda_comparison *c)
{
	struct kind kind =
		begin(match, match->file->slot_count, match->held->slot_count, &c->arena);

	match_first(&kind, slot_whole);
	match_first(&kind, slot_begin);
	match_only(&kind, slot_half);
	match->slots = kind.of;
	merge(&kind, &c->arena, &c->slots);
}

void agenda_match(const struct agenda *held, const struct agenda *file, struct agenda_match *match,
	struct agenda_comparison *comparison)
{
	*match = (struct agenda_match){.file = file, .held = held};
	match_bodies(match, comparison);
	match_officers(match, comparison);
	match_documents(match, comparison);
	match_items(match, comparison);
	match_slots(match, comparison);
}
