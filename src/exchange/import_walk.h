/* SPDX-License-Identifier: MIT */
/* A list of items while it is walked (import_list.c), and how much it looks like an agenda
 * (import_score.c). */
#ifndef IMPORT_WALK_H
#define IMPORT_WALK_H

#include "import.h"

enum { LEVELS = 3 };

enum series { SERIES_NONE, SERIES_FIGURES, SERIES_LETTERS, SERIES_ROMANS };

struct import_level {
	enum series series;
	int last; /* as printed */
};

struct import_found {
	size_t line;
	int level; /* from 0 */
	char label[LABEL_BYTES];
	int figure; /* of a top item, as counted, which need not be as printed */
	bool guessed;
	struct str title;
	size_t last; /* the line that its title ends in */
	/* The walk before it, for a number that turns out to be none. */
	struct {
		struct import_level levels[LEVELS];
		int depth, counted, moved;
	} before;
};

struct import_walk {
	struct import *import;
	struct import_found *entries;
	size_t count, room;
	struct import_level levels[LEVELS];
	struct import_label style; /* of the first one */
	int depth;                 /* level of the last entry */
	int counted;               /* top items so far */
	int top_indent;
	int moved;       /* counted less printed */
	size_t from, to; /* its lines; to is behind its end */
	size_t asides;   /* lines since the last item that are none */
	size_t notes;    /* lines of running text between the items */
	bool stray;      /* among them one with a number of its own */
	size_t proses;   /* items that read like sentences */
	bool annotated;
};

/* How good a list is that begins in line `at`, below the heading in line `heading`
 * (import->count if there is none); 0 if it is no agenda. */
int import_score(const struct import_walk *walk, size_t heading, size_t at);

#endif
