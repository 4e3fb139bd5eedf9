/* SPDX-License-Identifier: MIT */
/* Non-papers: the texts as they stood at an instant and as they were on the screen then,
 * kept word for word, so that what was circulated can be printed again. */
#ifndef STORE_NON_PAPER_H
#define STORE_NON_PAPER_H

#include <stddef.h>

#include "store/store.h"

struct non_paper_row {
	int64_t id, in_set; /* 0: every set */
	int number;
	const char *title;  /* NULL: "Non-paper 2" */
	const char *person; /* who cut it */
	int meeting;        /* its number; 0 = none */
	int64_t at;
	int64_t texts; /* how many */
};
struct non_paper_row *store_non_papers(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
int64_t store_non_paper_find(struct store *store, int64_t session, int number); /* 0 = none */

struct non_paper_text {
	int64_t recommendation; /* may be gone since */
	const char *label;      /* as it was printed: "(c) bis" */
	int version;
	const char *text;      /* as it stood */
	const char *projected; /* with what was proposed, marked */
};
struct non_paper_text *store_non_paper_texts(
	struct store *store, int64_t non_paper, struct arena *arena, size_t *count);

/* The version of a text that was circulated last, and the number of that non-paper; 0: none
 * of them has it. */
int store_non_paper_version(struct store *store, int64_t recommendation, int *number);

struct non_paper_new {
	int64_t session, in_set, meeting, at;
	const char *title, *person;
	const struct non_paper_text *texts; /* in the order of printing */
	size_t count;
};
/* Its id, and its number; 0 on failure. */
int64_t store_non_paper_add(
	struct store *store, const struct non_paper_new *new, int *number, struct err *err);

#endif
