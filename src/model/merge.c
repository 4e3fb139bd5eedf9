/* SPDX-License-Identifier: MIT */
/*
 * Texts that several people change at once. The one idea: what a text does to its
 * base is a list of changes, each a range of bytes of the base and what stands there
 * instead, found by the word diff (so none cuts a cluster). Everything is derived
 * from two such lists that are walked side by side:
 *
 *     base     Requests the Secretariat to report on progress
 *     ours     [Invites]                              [all ]
 *     theirs   [Urges  ]             [also ]
 *              conflict               theirs           ours
 *
 * Ranges that overlap, however many in a row, make one region; whether it is a
 * conflict is seen from what both make of it. Ranges that only touch are apart: two
 * delegations may well change two neighbouring words. Nothing here decides.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/diff.h"
#include "model/merge.h"

struct change {
	size_t from, to; /* bytes of the base */
	const char *put; /* "" for nothing */
};

struct merge_changes {
	struct change *items;
	size_t count;
};

/* Blanks that it takes away and puts back are none of the change: what comes in or goes is
 * then words alone, an insertion one and not “ ” for “, which ”. */
static void trim_blanks(struct arena *arena, const char *base, struct change *change)
{
	size_t length = strlen(change->put), kept = length;

	while (change->to > change->from && kept > 0 && base[change->to - 1] == ' ' &&
		change->put[kept - 1] == ' ') {
		change->to--;
		kept--;
	}
	if (kept < length)
		change->put = arena_strndup(arena, change->put, kept);
	while (change->to > change->from && base[change->from] == ' ' && *change->put == ' ') {
		change->from++;
		change->put++;
	}
}

/* What makes `text` of `base`; in the arena. */
static struct merge_changes find_changes(struct arena *arena, const char *base, const char *text)
{
	size_t count, at = 0;
	struct diff_piece *pieces = diff_words(arena, base, text, &count);
	struct merge_changes changes = {arena_alloc(arena, count * sizeof(*changes.items)), 0};

	for (size_t i = 0; i < count; i++) {
		bool goes_on = i > 0 && pieces[i - 1].kind != DIFF_SAME;
		size_t length = pieces[i].kind == DIFF_NEW ? 0 : strlen(pieces[i].text);
		if (pieces[i].kind != DIFF_SAME) {
			if (!goes_on)
				changes.items[changes.count++] = (struct change){at, at, ""};
			struct change *change = &changes.items[changes.count - 1];
			change->to += length;
			if (pieces[i].kind == DIFF_NEW)
				change->put = pieces[i].text;
		}
		at += length;
	}
	for (size_t i = 0; i < changes.count; i++)
		trim_blanks(arena, base, &changes.items[i]);
	return changes;
}

static const struct change *change_at(const struct merge_changes *changes, size_t i)
{
	return i < changes->count ? &changes->items[i] : NULL;
}

/* --- the merge --- */

enum { OURS, THEIRS, SIDES };

struct region {
	size_t from, to;                 /* bytes of the base */
	size_t first[SIDES], end[SIDES]; /* the changes of both in it */
};

/* Do a change and a region have bytes in common, or are both an insertion at one place?
 * An insertion at the edge of a region is beside it. */
static bool meets(const struct change *change, const struct region *region)
{
	if (change->from == change->to && region->from == region->to)
		return change->from == region->from;
	return change->from < region->to && change->to > region->from;
}

/* The region that begins with the first change of either side; false: none is left. An
 * insertion goes before what begins where it stands. */
static bool next_region(
	const struct merge_changes sides[SIDES], const size_t at[SIDES], struct region *region)
{
	const struct change *first = NULL;

	for (int side = 0; side < SIDES; side++) {
		const struct change *change = change_at(&sides[side], at[side]);
		region->first[side] = region->end[side] = at[side];
		if (change && (!first || change->from < first->from ||
				      (change->from == first->from && change->to < first->to)))
			first = change;
	}
	if (!first)
		return false;
	region->from = first->from;
	region->to = first->to;
	for (bool grew = true; grew;) {
		grew = false;
		for (int side = 0; side < SIDES; side++) {
			size_t *end = &region->end[side];
			const struct change *change = change_at(&sides[side], *end);
			if (!change || !meets(change, region))
				continue;
			if (change->to > region->to)
				region->to = change->to;
			++*end;
			grew = true;
		}
	}
	return true;
}

/* What a side makes of a region. */
static const char *region_text(struct arena *arena, const char *base,
	const struct merge_changes sides[], int side, const struct region *region)
{
	struct str text = STR_EMPTY;
	size_t at = region->from;

	for (size_t i = region->first[side]; i < region->end[side]; i++) {
		const struct change *change = &sides[side].items[i];
		str_addn(&text, base + at, change->from - at);
		str_add(&text, change->put);
		at = change->to;
	}
	str_addn(&text, base + at, region->to - at);
	const char *kept = arena_strndup(arena, text.text, text.length);
	str_clear(&text);
	return kept;
}

struct pieces {
	struct arena *arena;
	struct merge_piece *items;
	size_t count, capacity;
};

static const char *joined(struct arena *arena, const char *one, const char *other)
{
	return arena_printf(arena, "%s%s", one, other);
}

static enum merge_kind kind_of(const struct merge_piece *piece)
{
	if (strcmp(piece->ours, piece->theirs) == 0)
		return strcmp(piece->ours, piece->base) == 0 ? MERGE_SAME : MERGE_BOTH;
	if (strcmp(piece->ours, piece->base) == 0)
		return MERGE_THEIRS;
	return strcmp(piece->theirs, piece->base) == 0 ? MERGE_OURS : MERGE_CONFLICT;
}

/* Neighbours of one kind become one piece, and that may be of another kind. */
static void add_piece(struct pieces *pieces, struct merge_piece piece)
{
	piece.kind = kind_of(&piece);
	while (pieces->count > 0 && pieces->items[pieces->count - 1].kind == piece.kind) {
		const struct merge_piece *last = &pieces->items[--pieces->count];
		piece.base = joined(pieces->arena, last->base, piece.base);
		piece.ours = joined(pieces->arena, last->ours, piece.ours);
		piece.theirs = joined(pieces->arena, last->theirs, piece.theirs);
		piece.kind = kind_of(&piece);
	}
	pieces->items = mem_grow(
		pieces->items, &pieces->capacity, pieces->count + 1, sizeof(*pieces->items));
	pieces->items[pieces->count++] = piece;
}

static void add_same(struct pieces *pieces, const char *base, size_t from, size_t to)
{
	if (from == to)
		return;
	const char *text = arena_strndup(pieces->arena, base + from, to - from);
	add_piece(pieces, (struct merge_piece){MERGE_SAME, text, text, text});
}

static struct merge_piece *merge_sides(struct arena *arena, const char *base,
	const struct merge_changes sides[SIDES], size_t *count)
{
	struct pieces pieces = {.arena = arena};
	size_t at[SIDES] = {0, 0}, done = 0;

	for (struct region region; next_region(sides, at, &region); done = region.to) {
		add_same(&pieces, base, done, region.from);
		const char *was = arena_strndup(arena, base + region.from, region.to - region.from);
		add_piece(&pieces, (struct merge_piece){MERGE_CONFLICT, was,
					   region_text(arena, base, sides, OURS, &region),
					   region_text(arena, base, sides, THEIRS, &region)});
		memcpy(at, region.end, sizeof(at));
	}
	add_same(&pieces, base, done, strlen(base));

	struct merge_piece *result = arena_alloc(arena, pieces.count * sizeof(*result));
	if (pieces.count > 0)
		memcpy(result, pieces.items, pieces.count * sizeof(*result));
	*count = pieces.count;
	free(pieces.items);
	return result;
}

struct merge_piece *merge_three(
	struct arena *arena, const char *base, const char *ours, const char *theirs, size_t *count)
{
	const struct merge_changes sides[SIDES] = {
		find_changes(arena, base, ours), find_changes(arena, base, theirs)};

	return merge_sides(arena, base, sides, count);
}

const char *merge_text(struct arena *arena, const struct merge_piece *pieces, size_t count,
	enum merge_side side, size_t *conflicts)
{
	struct str text = STR_EMPTY;
	size_t met = 0;

	for (size_t i = 0; i < count; i++) {
		const struct merge_piece *piece = &pieces[i];
		bool conflict = piece->kind == MERGE_CONFLICT;
		bool takes_theirs =
			piece->kind == MERGE_THEIRS || (conflict && side == MERGE_TAKE_THEIRS);
		met += conflict;
		str_add(&text, takes_theirs ? piece->theirs : piece->ours);
	}
	if (conflicts)
		*conflicts = met;
	const char *kept = arena_strndup(arena, text.text, text.length);
	str_clear(&text);
	return kept;
}

struct merge_changes *merge_changes(struct arena *arena, const char *base, const char *text)
{
	struct merge_changes *changes = arena_alloc(arena, sizeof *changes);

	*changes = find_changes(arena, base, text);
	return changes;
}

/* Without a place that both change there is nothing to merge. */
static bool share_a_region(const struct merge_changes sides[SIDES])
{
	size_t at[SIDES] = {0, 0};

	for (struct region region; next_region(sides, at, &region);) {
		if (region.end[OURS] > at[OURS] && region.end[THEIRS] > at[THEIRS])
			return true;
		memcpy(at, region.end, sizeof(at));
	}
	return false;
}

bool merge_changes_meet(
	const char *base, const struct merge_changes *one, const struct merge_changes *other)
{
	const struct merge_changes sides[SIDES] = {*one, *other};
	struct arena arena;
	size_t count;
	bool met = false;

	if (!share_a_region(sides))
		return false;
	arena_init(&arena);
	const struct merge_piece *pieces = merge_sides(&arena, base, sides, &count);
	for (size_t i = 0; i < count && !met; i++)
		met = pieces[i].kind == MERGE_CONFLICT;
	arena_clear(&arena);
	return met;
}

bool merge_meets(const char *base, const char *one, const char *other)
{
	struct arena arena;

	arena_init(&arena);
	bool met = merge_changes_meet(
		base, merge_changes(&arena, base, one), merge_changes(&arena, base, other));
	arena_clear(&arena);
	return met;
}

/* --- the operations of one text --- */

static size_t longer_side(const struct change *change)
{
	size_t gone = change->to - change->from, put = strlen(change->put);

	return gone > put ? gone : put;
}

/* Is what stands between two changes so little that people see one there? A word at most, no
 * longer than either: “Requests the Secretariat” for “Invites the Chair”. Words that only
 * come in on both sides of one, or only go, are two changes. */
static bool are_one(const char *base, const struct change *one, const struct change *next)
{
	const char *between = base + one->to;
	size_t length = next->from - one->to;
	size_t blanks = strspn(between, " ");
	bool come = one->from == one->to && next->from == next->to;
	bool go = !*one->put && !*next->put;

	if (come || go || memchr(between, '\n', length) || length > longer_side(one) ||
		length > longer_side(next))
		return false;
	for (size_t i = blanks; i + 1 < length; i++) {
		if (between[i] == ' ' && between[i + 1] != ' ')
			return false;
	}
	return true;
}

static void join_changes(struct arena *arena, const char *base, struct merge_changes *changes)
{
	size_t count = 0;

	for (size_t i = 0; i < changes->count; i++) {
		struct change *last = count ? &changes->items[count - 1] : NULL;
		const struct change *change = &changes->items[i];
		if (!last || !are_one(base, last, change)) {
			changes->items[count++] = *change;
			continue;
		}
		last->put = arena_printf(arena, "%s%.*s%s", last->put,
			(int)(change->from - last->to), base + last->to, change->put);
		last->to = change->to;
	}
	changes->count = count;
}

/* Up to three words before `at`, not across a line feed, and no more than a line of
 * what is written without blanks. */
static const char *words_behind(struct arena *arena, const char *base, size_t at)
{
	enum { WORDS = 3, BYTES = 80 };
	size_t end = at, from, words = 0;

	while (end > 0 && strchr(" \t", base[end - 1]))
		end--;
	for (from = end; from > 0 && base[from - 1] != '\n';) {
		size_t cluster = utf8_cluster_before(base, from);
		if (base[from - 1] == ' ' && base[from] != ' ' && ++words == WORDS)
			break;
		if (end - from + cluster > BYTES)
			break;
		from -= cluster;
	}
	return arena_strndup(arena, base + from, end - from);
}

struct merge_operation *merge_operations(
	struct arena *arena, const char *base, const char *text, size_t *count)
{
	struct merge_changes changes = find_changes(arena, base, text);

	join_changes(arena, base, &changes);
	struct merge_operation *operations =
		arena_alloc(arena, changes.count * sizeof(*operations));
	for (size_t i = 0; i < changes.count; i++) {
		const struct change *change = &changes.items[i];
		size_t length = change->to - change->from;
		enum merge_operation_kind kind = MERGE_REPLACE;
		if (!length)
			kind = MERGE_INSERT;
		else if (!*change->put)
			kind = MERGE_DELETE;
		operations[i] = (struct merge_operation){.kind = kind,
			.from = change->from,
			.length = length,
			.gone = arena_strndup(arena, base + change->from, length),
			.put = change->put,
			.behind = words_behind(arena, base, change->from)};
	}
	*count = changes.count;
	return operations;
}
