/* SPDX-License-Identifier: MIT */
/*
 * What States and groups are called in a language other than English, with the days of
 * each name, and the order of lists in that language (conventions 4.1: a translation is
 * sorted by its own alphabet). From agendas/data/names.fr.yaml and its like.
 */
#ifndef MODEL_NAME_TABLE_H
#define MODEL_NAME_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/roster.h"

struct table_name {
	const char *code;    /* of the State, or NULL: */
	const char *english; /* its name in lists */
	struct roster_name name;
};

/* A letter that is not another one with a mark: ñ, which stands behind n. */
struct table_letter {
	uint32_t letter; /* its small form */
	const char *after;
	size_t rank; /* from 1, among those behind the same letter */
};

struct name_table {
	struct arena arena;
	struct table_name *names;        /* in the order of the file */
	size_t name_count, participants; /* the first of them are of States and groups */
	struct table_letter *letters;
	size_t letter_count;
};

void name_table_init(struct name_table *table);
void name_table_clear(struct name_table *table);
/* copy: initialised and empty. */
void name_table_copy(struct name_table *copy, const struct name_table *from);
/* Makes the name findable; nothing in it is copied. */
void name_table_add(struct name_table *table, const struct table_name *name);
/* The name on a date (NULL: the one still valid) of the State of that code or, where no
 * code is given or known, of whoever has that name in English; NULL if there is none. */
const struct roster_name *name_table_on(
	const struct name_table *table, const char *code, const char *english, const char *date);
/* What names are compared by in this language, with strcmp. Yours to free. */
char *name_table_sort_key(const struct name_table *table, const char *name);

#endif
