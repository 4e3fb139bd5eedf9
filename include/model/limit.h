/* SPDX-License-Identifier: MIT */
/*
 * Limits of speaking time as the Chair announces them, and how a speech stands
 * against one (conventions 5.3, 4). A limit says for whom it is: an item, a kind of
 * statement, a class of speakers, or any of the three left open.
 */
#ifndef MODEL_LIMIT_H
#define MODEL_LIMIT_H

#include <stddef.h>
#include <stdint.h>

#include "model/rules.h"

struct limit {
	int64_t item;     /* with the items below it; 0 = all */
	const char *kind; /* NULL: of all who ask for the floor to speak on the item */
	int class;        /* enum rules_class; -1 = all */
	int seconds;      /* 0 = no limit */
};

/* Who speaks on what. */
struct limit_speech {
	const int64_t *items; /* the item, then those above it, ended by 0 */
	const char *kind;
	enum rules_class class;
};

/*
 * Which of the limits, in the order they were announced, holds for a speech; NULL =
 * none. The one that fits best: first by kind, then by item (the nearest), then by
 * class; of equals the newest. One without a kind is for general statements and
 * explanations of position only: replies and points of order have times of their
 * own, and whoever was asked to present speaks without.
 */
const struct limit *limit_holding(
	const struct limit *limits, size_t count, const struct limit_speech *speech);

/* "5", "5 min", "2:30", "1:00:00"; "0" and "none" lift the limit: 0. At most 12 hours.
 * ERR_USAGE with what it may be. */
bool limit_parse(const char *text, int *seconds, struct err *err);

/* What a speaker and the Chair must know, each in words of its own. */
enum limit_state {
	LIMIT_NONE,
	LIMIT_RUNNING, /* "2:14 of 5:00" */
	LIMIT_SOON,    /* in the last 30 s, or the last tenth if that is more: "0:20 left" */
	LIMIT_OVER     /* "OVER by 0:40" */
};
enum limit_state limit_state(long spoken, int limit);
/* Adds the words for a speech of so many seconds; without a limit the time alone. */
void limit_phrase(long spoken, int limit, struct str *out);

#endif
