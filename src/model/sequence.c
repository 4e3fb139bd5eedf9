/* SPDX-License-Identifier: MIT */
/*
 * What two sequences have in common, by Myers' shortest edit script in the form
 * that needs no more than the two frontiers ("middle snake"). Both ends search
 * towards each other; where they meet the problem is cut in two.
 *
 *        x ->                A path from the left upper to the right lower
 *      +-----------+         corner; a step right is an element gone, one down
 *    y | \         |         a new one, a diagonal one the same. On diagonal
 *    | |   \___    |         k = x - y only the furthest point that d steps
 *    v |       \   |         reach is kept: forward[k] the largest x from the
 *      |        \  |         beginning, backward[k] the smallest from the end.
 *      +-----------+
 *
 * Texts that have little in common would cost the square of their length. So a
 * search that has gone on for PATIENCE steps cuts where the forward frontier has
 * come furthest: the script is then not the shortest, but still right.
 */
#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "sequence.h"

enum { PATIENCE = 512, FRONTIER = 2 * PATIENCE + 5 };

struct search {
	const size_t *a, *b;
	long *match;                                /* for each of b its partner in a, or -1 */
	long forward[FRONTIER], backward[FRONTIER]; /* the middle is diagonal 0 */
};

struct box {
	long left, right; /* of a */
	long top, bottom; /* of b */
};

static long *on(long frontier[], long diagonal)
{
	return &frontier[diagonal + PATIENCE + 2];
}

/* The diagonals that d steps reach inside n columns and m rows, every other one. */
static long lowest_diagonal(long d, long m)
{
	return d <= m ? -d : d - 2 * m;
}

/* One more step of the search from the beginning. True if it met the other
 * one, at *x and *y. Points are counted from the corner of the box. */
static bool step_forward(struct search *search, const struct box *box, long d, long *x, long *y)
{
	const size_t *a = search->a + box->left, *b = search->b + box->top;
	long n = box->right - box->left, m = box->bottom - box->top, delta = n - m;
	long highest = -lowest_diagonal(d, n);

	for (long k = lowest_diagonal(d, m); k <= highest; k += 2) {
		long below = *on(search->forward, k + 1), left = *on(search->forward, k - 1) + 1;
		bool down = k == -d || (k != d && left <= below);
		*x = down ? below : left;
		*y = *x - k;
		while (*x < n && *y < m && a[*x] == b[*y]) {
			++*x;
			++*y;
		}
		*on(search->forward, k) = *x;
		if (delta % 2 != 0 && labs(k - delta) < d && *on(search->backward, k - delta) <= *x)
			return true;
	}
	return false;
}

/* The same from the end; its diagonals are counted from the corner there. */
static bool step_backward(struct search *search, const struct box *box, long d, long *x, long *y)
{
	const size_t *a = search->a + box->left, *b = search->b + box->top;
	long n = box->right - box->left, m = box->bottom - box->top, delta = n - m;
	long highest = -lowest_diagonal(d, m);

	for (long k = lowest_diagonal(d, n); k <= highest; k += 2) {
		long above = *on(search->backward, k - 1), right = *on(search->backward, k + 1) - 1;
		bool up = k == d || (k != -d && above <= right);
		*x = up ? above : right;
		*y = *x - k - delta;
		while (*x > 0 && *y > 0 && a[*x - 1] == b[*y - 1]) {
			--*x;
			--*y;
		}
		*on(search->backward, k) = *x;
		if (delta % 2 == 0 && labs(k + delta) <= d && *x <= *on(search->forward, k + delta))
			return true;
	}
	return false;
}

/* Where the forward frontier of d steps has come furthest. */
static void furthest(struct search *search, const struct box *box, long d, long *x, long *y)
{
	long n = box->right - box->left, m = box->bottom - box->top;
	long highest = -lowest_diagonal(d, n);

	*x = *y = 0;
	for (long k = lowest_diagonal(d, m); k <= highest; k += 2) {
		long at = *on(search->forward, k);
		if (at <= n && at - k <= m && 2 * at - k > *x + *y) {
			*x = at;
			*y = at - k;
		}
	}
}

/* A point on a shortest way through the box, neither its first nor its last:
 * the box has no two equal elements at an end, so that both sides have steps. */
static void find_middle(struct search *search, const struct box *box, long *x, long *y)
{
	*on(search->forward, 1) = 0;
	*on(search->backward, -1) = box->right - box->left;
	for (long d = 0; d <= PATIENCE; d++) {
		if (step_forward(search, box, d, x, y) || step_backward(search, box, d, x, y))
			return;
	}
	furthest(search, box, PATIENCE, x, y);
}

static void match_box(struct search *search, struct box box)
{
	for (;;) {
		while (box.left < box.right && box.top < box.bottom &&
			search->a[box.left] == search->b[box.top])
			search->match[box.top++] = box.left++;
		while (box.left < box.right && box.top < box.bottom &&
			search->a[box.right - 1] == search->b[box.bottom - 1])
			search->match[--box.bottom] = --box.right;
		if (box.left == box.right || box.top == box.bottom)
			return;

		long x, y;
		find_middle(search, &box, &x, &y);
		assert(x + y > 0 && (box.left + x < box.right || box.top + y < box.bottom));
		match_box(search, (struct box){box.left, box.left + x, box.top, box.top + y});
		box.left += x;
		box.top += y;
	}
}

void sequence_match(const size_t *a, size_t a_count, const size_t *b, size_t b_count, long match[])
{
	struct search *search = mem_alloc(sizeof(*search));

	search->a = a;
	search->b = b;
	search->match = match;
	for (size_t i = 0; i < b_count; i++)
		match[i] = -1;
	match_box(search, (struct box){0, (long)a_count, 0, (long)b_count});
	free(search);
}

/* --- elements by number --- */

struct place {
	const struct sequence_element *element;
	size_t number;
};

struct numbering {
	struct place *places; /* open addressing, never more than half full */
	size_t size, used;    /* size is a power of two */
};

static uint64_t hash_of(const struct sequence_element *element)
{
	uint64_t hash = 14695981039346656037u; /* FNV-1a */

	for (size_t i = 0; i < element->length; i++)
		hash = (hash ^ (unsigned char)element->text[i]) * 1099511628211u;
	return hash ^ hash >> 32;
}

static bool are_equal(const struct sequence_element *a, const struct sequence_element *b)
{
	return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static size_t number_of(struct numbering *numbering, const struct sequence_element *element)
{
	size_t i = hash_of(element) & (numbering->size - 1);

	while (numbering->places[i].element && !are_equal(numbering->places[i].element, element))
		i = (i + 1) & (numbering->size - 1);
	struct place *place = &numbering->places[i];
	if (!place->element)
		*place = (struct place){element, numbering->used++};
	return place->number;
}

size_t sequence_number(const struct sequence_element *a, size_t a_count,
	const struct sequence_element *b, size_t b_count, size_t a_numbers[], size_t b_numbers[])
{
	struct numbering numbering = {.size = 16};

	while (numbering.size < (a_count + b_count) * 2)
		numbering.size *= 2;
	numbering.places = mem_alloc(numbering.size * sizeof(*numbering.places));
	for (size_t i = 0; i < a_count; i++)
		a_numbers[i] = number_of(&numbering, &a[i]);
	for (size_t i = 0; i < b_count; i++)
		b_numbers[i] = number_of(&numbering, &b[i]);
	free(numbering.places);
	return numbering.used;
}
