/* SPDX-License-Identifier: MIT */
/* A text that was made on an earlier version comes back, in a file or pasted. Private to the
 * command layer. */
#ifndef RETURNED_H
#define RETURNED_H

#include "store/recommendation.h"
#include "texts.h"

#define PARAM_BASE                                                                          \
	{                                                                                   \
		"base", ARG_NUMBER, .option = true, .prompt = "Version that it was made on" \
	}

struct returned {
	const struct recommendation_row *row;
	const char *name; /* whose it is, for messages: "night.docx" */
	int base;         /* the version that it was made on */
	int non_paper;    /* that circulated it, if that is why; 0 */
	/* That version, the text as it is, and the one that came back, each as it is printed but
	 * for labels and final signs, which are no changes. In the call's arena. */
	const char *was, *now, *text;
};

/* Finds the version: --base, else the one that is `before` (the text as it was without its
 * tracked changes; NULL: not known), else the one that a non-paper circulated last, else the
 * text as it is. */
bool returned_read(struct call *call, const struct recommendation_row *row, const char *text,
	const char *before, const char *name, struct returned *returned, struct err *err);
/* "made on version 2 (non-paper 1)"; nothing if that is the text as it is. */
void returned_say_base(const struct returned *returned, struct str *out);
/* What comes of it, as merged_text does. */
const char *returned_merge(struct call *call, const struct returned *returned, struct err *err);
/* Saved; a draft is under negotiation from then on, as with an amendment that is taken. */
bool returned_save(
	struct call *call, const struct returned *returned, const char *text, struct err *err);

#endif
