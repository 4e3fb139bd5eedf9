/* SPDX-License-Identifier: MIT */
/*
 * Nearest word by the distance of Damerau and Levenshtein in its simple form (a
 * pair of letters is exchanged at most once). Words are keys and identifiers:
 * short and ASCII; anything long is nobody's slip of the finger and near to
 * nothing.
 */
#include <stdbool.h>
#include <string.h>

#include "model/nearest.h"

enum { WORD_MAX = 40 };

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* A letter as it is compared: "Organization of-work" is organization_of_work. */
static char plain(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c == ' ' || c == '-' ? '_' : c;
}

/* Changes that make b of a; both at most WORD_MAX long. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t rows[3][WORD_MAX + 1];
	size_t *two_up = rows[0], *up = rows[1], *row = rows[2];

	for (size_t j = 0; j <= b_length; j++)
		up[j] = two_up[j] = j;
	for (size_t i = 1; i <= a_length; i++) {
		row[0] = i;
		for (size_t j = 1; j <= b_length; j++) {
			bool differ = plain(a[i - 1]) != plain(b[j - 1]);
			size_t best = smaller(up[j - 1] + differ, smaller(up[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && plain(a[i - 1]) == plain(b[j - 2]) &&
				plain(a[i - 2]) == plain(b[j - 1]))
				best = smaller(best, two_up[j - 2] + 1);
			row[j] = best;
		}
		size_t *free_row = two_up;
		two_up = up;
		up = row;
		row = free_row;
	}
	return up[b_length];
}

/* "doc" for "documents" is no small distance and still clear. */
static bool begins(const char *word, size_t length, const char *known)
{
	size_t i = 0;

	while (i < length && plain(word[i]) == plain(known[i]))
		i++;
	return length >= 3 && i == length;
}

const char *nearest_find(const char *word, const char *const known[], size_t count)
{
	size_t length = strlen(word), best = (size_t)-1;
	const char *found = NULL;

	if (length == 0 || length > WORD_MAX)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		size_t known_length = strlen(known[i]);
		if (known_length > WORD_MAX)
			continue;
		size_t far = distance(word, length, known[i], known_length);
		size_t limit = known_length < 4 ? 1 : known_length < 8 ? 2 : 3;
		if (begins(word, length, known[i]))
			far = smaller(far, 1);
		/* Half of a word changed is another word: "tz" is not "to". */
		if (far <= limit && 2 * far < length && far < known_length && far < best) {
			best = far;
			found = known[i];
		}
	}
	return found;
}
