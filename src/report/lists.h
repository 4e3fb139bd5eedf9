/* SPDX-License-Identifier: MIT */
/* Lists of participants in the order of the United Nations (conventions 4.1). */
#ifndef REPORT_LISTS_H
#define REPORT_LISTS_H

#include <stddef.h>

#include "base/str.h"
#include "facts.h"

enum name_form { NAME_LIST, NAME_RUNNING };

/* A selection of participants, in the order of lists. */
struct name_list {
	const char *first; /* the running name of the first */
	bool organization; /* one of them is no State */
	size_t count;
	struct str joined; /* "Benin, Canada and Spain" */
	struct str of;     /* with the word for "of" before each */
};

/* Those with a standing between `from` and `to`, of whom chosen[index] is true;
 * by standing, then by name. Clear it. */
struct name_list list_names(const struct facts *facts, const bool chosen[], enum standing from,
	enum standing to, enum name_form form);

/* Those chosen in the one order of names, whatever their standing. */
struct name_list list_names_all(
	const struct facts *facts, const bool chosen[], enum name_form form);

void name_list_clear(struct name_list *list);

#endif
