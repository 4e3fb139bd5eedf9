/* SPDX-License-Identifier: MIT */
/*
 * What an agenda file says otherwise than the session that it is opened for, and
 * what would come of taking the file's: which one of each kind is which, what is
 * new, what goes, and what stays because something stands on it.
 *
 * An item is the same if body, number and title are; else if its title is, and is
 * the only one such: it has another number, and what was logged stays with its
 * subject; else if body and number are. Officers, documents and bodies that only
 * the session has always stay: they may have come from no file.
 */
#ifndef MODEL_AGENDA_COMPARE_H
#define MODEL_AGENDA_COMPARE_H

#include "model/agenda.h"

/* What stands on the agenda of a session; the arrays go with its indexes. */
struct agenda_use {
	const char *const *items; /* what is logged under it, "7 statements", or NULL */
	const bool *slots;        /* a meeting was held in it */
	bool adopted;             /* by a decision: the file's status says nothing against it */
};

enum agenda_part {
	AGENDA_JOINT = 1 << 0,     /* of an item: its further bodies */
	AGENDA_MANDATES = 1 << 1,  /* of an item */
	AGENDA_DOCUMENTS = 1 << 2, /* of an item: of the documents that the file has */
	AGENDA_PLANNED = 1 << 3    /* of a slot: its items and their wording */
};

/* One thing on both sides; AGENDA_NONE where it is on one only. */
struct agenda_pair {
	size_t file, held;
	bool stays;       /* only in the session, and stays there */
	unsigned differs; /* agenda_parts */
};

struct agenda_pairs { /* in the order that they will have */
	struct agenda_pair *all;
	size_t count;
};

struct agenda_comparison {
	struct arena arena;
	const char **lines; /* one for each difference, in the order of the file */
	size_t count;
	size_t changes; /* that taking the file's would make: the others stay as they are */
	/* Why the file's cannot be taken, a sentence, or NULL: what stays has the number
	 * of another item of the file, or what it is under gets another. */
	const char *clash;
	struct agenda_pairs bodies, officers, documents, items, slots;
};

/* Compares; every text is in the comparison's own arena. */
void agenda_compare(const struct agenda *held, const struct agenda_use *use,
	const struct agenda *file, struct agenda_comparison *comparison);
void agenda_comparison_clear(struct agenda_comparison *comparison);

#endif
