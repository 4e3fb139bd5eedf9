/* SPDX-License-Identifier: MIT */
/*
 * Texts that several people change at once: what each one's text does to the text it was
 * made on, and how it is brought into the text as it is now. By words, as in model/diff.h.
 */
#ifndef MODEL_MERGE_H
#define MODEL_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* One thing that an amendment does: words in, words out, or words for words. */
enum merge_operation_kind { MERGE_INSERT, MERGE_DELETE, MERGE_REPLACE };

struct merge_operation {
	enum merge_operation_kind kind;
	size_t from,
		length; /* bytes of the base that it takes the place of; length 0 of an insertion */
	const char *gone; /* those bytes, "" of an insertion; in the arena */
	const char *put;  /* "" of a deletion */
	const char *behind; /* up to three words before it, for "after “…”"; "" at the beginning */
};

/* The operations that make `text` out of `base`, in order, none touching another. Applied
 * they give `text` again, byte for byte. Blanks that a change takes away and puts back are
 * none of it. For people: a replacement and its neighbour with no more than a word between
 * them are one (a merge looks closer and takes them apart). */
struct merge_operation *merge_operations(
	struct arena *arena, const char *base, const char *text, size_t *count);

/*
 * Do the two change the same place of the base, that is: has their merge a place that is
 * shown? Changes meet where their bytes overlap, or where both insert at one place. They are
 * near where no unchanged word of the line is left between them. Of “eighth session” one makes
 * “ninth session” and another “eighth meeting”: “ninth meeting” was proposed by nobody, and
 * only people can say whether it is meant. A word between, and be it a comma, is enough:
 * such changes are independent, and independent changes give the same text in any order.
 * The same change made by both is no conflict.
 */
enum merge_meeting {
	MERGE_APART,
	MERGE_NEAR, /* only next to each other */
	MERGE_MEET
};
enum merge_meeting merge_meets(const char *base, const char *one, const char *other);
/* The same, with what each changes found once: of a hundred texts each is compared with all
 * others, and only the finding is slow. In the arena. */
struct merge_changes;
struct merge_changes *merge_changes(struct arena *arena, const char *base, const char *text);
enum merge_meeting merge_changes_meet(
	const char *base, const struct merge_changes *one, const struct merge_changes *other);

/* A stretch of a merge. */
enum merge_kind {
	MERGE_SAME,    /* as in the base */
	MERGE_OURS,    /* changed in `ours` alone */
	MERGE_THEIRS,  /* changed in `theirs` alone */
	MERGE_BOTH,    /* the same change in both */
	MERGE_BESIDE,  /* changed in both, next to each other: what each changes, the other left */
	MERGE_CONFLICT /* changed in both, differently */
};

struct merge_piece {
	enum merge_kind kind;
	const char *base, *ours, *theirs; /* the words of each; "" for none. In the arena */
	const char *together; /* of MERGE_BESIDE what comes of both changes, else NULL */
};

/*
 * The three-way merge of what `ours` and `theirs` made of `base`, in order. Joined, the
 * bases of all pieces give `base`, and likewise ours and theirs; no two neighbours are of
 * one kind. merge(b, x, b) is x; merge(b, b, x) is x; merge(b, x, x) is x.
 */
struct merge_piece *merge_three(
	struct arena *arena, const char *base, const char *ours, const char *theirs, size_t *count);

/* Is it a place to be shown and asked about: a conflict, or changes beside each other? */
bool merge_is_place(const struct merge_piece *piece);

/* Which words stand where both changed the same words. */
enum merge_side { MERGE_TAKE_OURS, MERGE_TAKE_THEIRS };

/* The text of a merge, in the arena; changes beside each other are put together on either
 * side, as neither takes words of the other. *places (may be NULL): how many there are to be
 * shown. */
const char *merge_text(struct arena *arena, const struct merge_piece *pieces, size_t count,
	enum merge_side side, size_t *places);
/* How many pieces are of that kind. */
size_t merge_count(const struct merge_piece *pieces, size_t count, enum merge_kind kind);

#endif
