/* SPDX-License-Identifier: MIT */
/*
 * The sub-levels of a recommendation (conventions 1.5). A text whose first line ends with
 * a colon and has two or more further ones is a list: each further line is a sub-entry. One that
 * begins with a dash, a blank or “a.” is a level deeper than one before it that does not. What
 * was typed as label or ending of a line is none: both follow from its place.
 */
#ifndef MODEL_RECOMMENDATION_PARTS_H
#define MODEL_RECOMMENDATION_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct recommendation_part {
	int level;        /* 0 = the text before the list, or the whole; 1, 2 */
	int number;       /* from 1 among those of its level; 0 of level 0 */
	const char *text; /* one line in the form of recommendation_entry; in the arena */
	char ending;      /* ':' before deeper ones, else ';'; '\0' of the last part, which
			   * ends as the list around it says */
};

/* In order; never none, and one alone of a text that is no list. */
struct recommendation_part *recommendation_parts(
	struct arena *arena, const char *text, size_t *count);

/* The text with each part on a line as it is read, without label and ending, a deeper one
 * behind a dash: what two texts say can be compared so, however each was typed. It has the
 * same parts. A text that is no list as it is. */
const char *recommendation_plain(struct arena *arena, const char *text);

/* "(i)", below it "a."; in a numbered set "(a)", below it "(i)"; nothing of level 0. */
void recommendation_part_label(
	const struct recommendation_part *part, bool numbered, struct str *out);

#endif
