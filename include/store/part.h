/* SPDX-License-Identifier: MIT */
/* Parts of the draft report as they were issued. */
#ifndef STORE_PART_H
#define STORE_PART_H

#include <stddef.h>

#include "store/store.h"

struct part_row {
	int64_t id;
	int number;         /* 1 is the first issued */
	const char *symbol; /* CTOC/COP/WG.2/2012/L.1/Add.1 */
	const char *date;   /* that it bears */
	const char *distribution, *language;
	int64_t sequence; /* of the journal: what it was made from */
	int meeting;      /* its number; 0 = none */
	const char *person;
	int64_t at;
	bool adopted; /* as a whole … */
	bool amended; /* … as orally amended, or a paragraph of it was */
	int64_t in;   /* … at this meeting; 0 = not known */
};
/* In the order in which they were issued. */
struct part_row *store_parts(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* By its number ("2"), its symbol, or an end of it that no other has ("Add.1"); 0 = none. */
int64_t store_part_find(struct store *store, int64_t session, const char *text);
/* As it was printed, in JSON (document/json.c); NULL if there is no such part. */
const char *store_part_tree(struct store *store, int64_t id, struct arena *arena);

struct part_new {
	int64_t session, meeting, at;
	const char *symbol, *date, *distribution, *language, *person;
	const char *tree;
};
/* Its id, and its number; 0 on failure. What was edited for it is from now on of that
 * part: `paragraphs` are the rows that stand in it. */
int64_t store_part_add(struct store *store, const struct part_new *new, const int64_t *paragraphs,
	size_t count, int *number, struct err *err);
/* Keeps what a paragraph stood on that was left out of the part it was issued with: no part
 * after that has it. */
bool store_part_left_out(
	struct store *store, int64_t paragraph, const char *sources, struct err *err);

#endif
