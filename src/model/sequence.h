/* SPDX-License-Identifier: MIT */
/* What two sequences have in common: the search behind the differences. */
#ifndef MODEL_SEQUENCE_H
#define MODEL_SEQUENCE_H

#include <stddef.h>

struct sequence_element {
	const char *text;
	size_t length; /* bytes */
};

/* Gives equal elements of both sequences the same number; numbers has a place
 * for each element. Returns how many numbers there are, from 0. */
size_t sequence_number(const struct sequence_element *a, size_t a_count,
	const struct sequence_element *b, size_t b_count, size_t a_numbers[], size_t b_numbers[]);

/* For each of b its partner in a, or -1: partners are equal, and both stand in
 * the same order. As many as can be, save in long sequences with little in common. */
void sequence_match(const size_t *a, size_t a_count, const size_t *b, size_t b_count, long match[]);

#endif
