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
 * conflict is seen from what both make of it. Regions of one side each with no unchanged
 * word between them make one place too, in which both changes can be put together.
 * Nothing here decides.
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

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Blanks that it takes away and puts back are none of the change: what comes in or goes is
 * then words alone, an insertion one and not “ ” for “, which ”. */
static void trim_blanks(struct arena *arena, const char *base, struct change *change)
{
	size_t length = strlen(change->put), kept = length;

	while (change->to > change->from && kept > 0 && is_blank(base[change->to - 1]) &&
		change->put[kept - 1] == base[change->to - 1]) {
		change->to--;
		kept--;
	}
	if (kept < length)
		change->put = arena_strndup(arena, change->put, kept);
	while (change->to > change->from && is_blank(base[change->from]) &&
		*change->put == base[change->from]) {
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

/* The changes of one side alone? */
static bool is_of_one(const struct region *region)
{
	return (region->end[OURS] > region->first[OURS]) !=
	       (region->end[THEIRS] > region->first[THEIRS]);
}

/* The first change, or the last, of a region of one side. */
static const struct change *change_of(
	const struct merge_changes sides[SIDES], const struct region *region, bool last)
{
	int side = region->end[OURS] > region->first[OURS] ? OURS : THEIRS;

	return &sides[side].items[last ? region->end[side] - 1 : region->first[side]];
}

/* Is there no word between two regions that follow each other? A line feed parts them, also
 * that of a line which is inserted. */
static bool is_beside(const char *base, const struct merge_changes sides[SIDES],
	const struct region *one, const struct region *next)
{
	const struct change *before = change_of(sides, one, true);
	const struct change *behind = change_of(sides, next, false);
	size_t put = strlen(before->put);
	bool line = (before->from == before->to && put > 0 && before->put[put - 1] == '\n') ||
		    (behind->from == behind->to && *behind->put == '\n');

	return !line && strspn(base + one->to, " \t") >= next->from - one->to;
}

/* Those of the regions from `at` on that are one side's each and beside one another. */
static size_t count_beside(const char *base, const struct merge_changes sides[SIDES],
	const struct region *regions, size_t count, size_t at)
{
	size_t end = at + 1;

	while (end < count && is_of_one(&regions[end - 1]) && is_of_one(&regions[end]) &&
		is_beside(base, sides, &regions[end - 1], &regions[end]))
		end++;
	return end - at;
}

static struct region *find_regions(
	struct arena *arena, const struct merge_changes sides[SIDES], size_t *count)
{
	struct region *regions = NULL, region;
	size_t at[SIDES] = {0, 0};

	for (*count = 0; next_region(sides, at, &region); ++*count) {
		regions = arena_grow(arena, regions, *count, sizeof *regions);
		regions[*count] = region;
		memcpy(at, region.end, sizeof(at));
	}
	return regions;
}

/* The words that come of several regions of one side each. */
static const char *text_together(struct arena *arena, const char *base,
	const struct merge_changes sides[SIDES], const struct region *regions, size_t count)
{
	struct str text = STR_EMPTY;

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			str_addn(&text, base + regions[i - 1].to,
				regions[i].from - regions[i - 1].to);
		str_add(&text, change_of(sides, &regions[i], false)->put);
	}
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
	if (strcmp(piece->theirs, piece->base) == 0)
		return MERGE_OURS;
	return piece->together ? MERGE_BESIDE : MERGE_CONFLICT;
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
		if (piece.together && last->together)
			piece.together = joined(pieces->arena, last->together, piece.together);
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
	add_piece(pieces, (struct merge_piece){MERGE_SAME, text, text, text, NULL});
}

/* The piece of a region, or of several that are beside one another. */
static void add_regions(struct pieces *pieces, const char *base,
	const struct merge_changes sides[SIDES], const struct region *regions, size_t count)
{
	struct arena *arena = pieces->arena;
	struct region whole = regions[0];

	whole.to = regions[count - 1].to;
	memcpy(whole.end, regions[count - 1].end, sizeof whole.end);
	add_piece(pieces,
		(struct merge_piece){.kind = MERGE_CONFLICT,
			.base = arena_strndup(arena, base + whole.from, whole.to - whole.from),
			.ours = region_text(arena, base, sides, OURS, &whole),
			.theirs = region_text(arena, base, sides, THEIRS, &whole),
			.together = count > 1 ? text_together(arena, base, sides, regions, count)
					      : NULL});
}

static struct merge_piece *merge_sides(struct arena *arena, const char *base,
	const struct merge_changes sides[SIDES], size_t *count)
{
	struct pieces pieces = {.arena = arena};
	size_t region_count, done = 0;
	const struct region *regions = find_regions(arena, sides, &region_count);

	for (size_t i = 0, beside; i < region_count; i += beside) {
		beside = count_beside(base, sides, regions, region_count, i);
		add_same(&pieces, base, done, regions[i].from);
		add_regions(&pieces, base, sides, &regions[i], beside);
		done = regions[i + beside - 1].to;
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

bool merge_is_place(const struct merge_piece *piece)
{
	return piece->kind == MERGE_CONFLICT || piece->kind == MERGE_BESIDE;
}

size_t merge_count(const struct merge_piece *pieces, size_t count, enum merge_kind kind)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += pieces[i].kind == kind;
	return found;
}

const char *merge_text(struct arena *arena, const struct merge_piece *pieces, size_t count,
	enum merge_side side, size_t *places)
{
	struct str text = STR_EMPTY;

	for (size_t i = 0; i < count; i++) {
		const struct merge_piece *piece = &pieces[i];
		bool takes_theirs = piece->kind == MERGE_THEIRS ||
				    (piece->kind == MERGE_CONFLICT && side == MERGE_TAKE_THEIRS);
		str_add(&text, piece->kind == MERGE_BESIDE ? piece->together
			       : takes_theirs              ? piece->theirs
							   : piece->ours);
	}
	if (places)
		*places = merge_count(pieces, count, MERGE_CONFLICT) +
			  merge_count(pieces, count, MERGE_BESIDE);
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

/* Without a place that both change, or change on both sides of, there is nothing to merge. */
static bool share_a_place(const char *base, const struct merge_changes sides[SIDES])
{
	size_t at[SIDES] = {0, 0};
	struct region before = {0};
	bool met = false, any = false;

	for (struct region region; !met && next_region(sides, at, &region); any = true) {
		met = !is_of_one(&region) ||
		      (any && is_of_one(&before) && is_beside(base, sides, &before, &region));
		memcpy(at, region.end, sizeof(at));
		before = region;
	}
	return met;
}

enum merge_meeting merge_changes_meet(
	const char *base, const struct merge_changes *one, const struct merge_changes *other)
{
	const struct merge_changes sides[SIDES] = {*one, *other};
	struct arena arena;
	size_t count;

	if (!share_a_place(base, sides))
		return MERGE_APART;
	arena_init(&arena);
	const struct merge_piece *pieces = merge_sides(&arena, base, sides, &count);
	bool met = merge_count(pieces, count, MERGE_CONFLICT) > 0;
	bool near = merge_count(pieces, count, MERGE_BESIDE) > 0;
	arena_clear(&arena);
	return met ? MERGE_MEET : near ? MERGE_NEAR : MERGE_APART;
}

enum merge_meeting merge_meets(const char *base, const char *one, const char *other)
{
	struct arena arena;

	arena_init(&arena);
	enum merge_meeting met = merge_changes_meet(
		base, merge_changes(&arena, base, one), merge_changes(&arena, base, other));
	arena_clear(&arena);
	return met;
}

/* --- the operations of one text --- */

/* How much a change takes of the text, and how much it puts there. */
struct extent {
	size_t from, to, put;
};

static struct extent extent_of(const struct change *change)
{
	return (struct extent){change->from, change->to, strlen(change->put)};
}

static size_t longer_side(const struct extent *change)
{
	size_t gone = change->to - change->from;

	return gone > change->put ? gone : change->put;
}

/* Is what stands between two changes so little that people see one there? A word at most, no
 * longer than either: “Requests the Secretariat” for “Invites the Chair”. Words that only
 * come in on both sides of one, or only go, are two changes. */
static bool are_one(const char *base, const struct extent *one, const struct extent *next)
{
	const char *between = base + one->to;
	size_t length = next->from - one->to;
	size_t blanks = strspn(between, " ");
	bool come = one->from == one->to && next->from == next->to;
	bool go = !one->put && !next->put;

	if (come || go || memchr(between, '\n', length) || length > longer_side(one) ||
		length > longer_side(next))
		return false;
	for (size_t i = blanks; i + 1 < length; i++) {
		if (between[i] == ' ' && between[i + 1] != ' ')
			return false;
	}
	return true;
}

/* All that are one are put together at once: a long text may have thousands of them. */
static void join_changes(struct arena *arena, const char *base, struct merge_changes *changes)
{
	size_t count = 0;
	struct str put = STR_EMPTY;

	for (size_t i = 0, next; i < changes->count; i = next) {
		struct extent all = extent_of(&changes->items[i]);
		str_reset(&put);
		str_add(&put, changes->items[i].put);
		for (next = i + 1; next < changes->count; next++) {
			struct extent one = extent_of(&changes->items[next]);
			if (!are_one(base, &all, &one))
				break;
			str_addn(&put, base + all.to, one.from - all.to);
			str_add(&put, changes->items[next].put);
			all.to = one.to;
			all.put = put.length;
		}
		changes->items[count++] = (struct change){
			all.from, all.to, arena_strndup(arena, put.text, put.length)};
	}
	changes->count = count;
	str_clear(&put);
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
