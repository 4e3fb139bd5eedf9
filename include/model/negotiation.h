/* SPDX-License-Identifier: MIT */
/*
 * One text with all that is proposed to it: what each would make of the text as it is
 * now, which of them change the same words, and all of them marked in one text, without
 * colour: [-gone-] and [+put+]. Everything is worked out from whole texts (model/merge.h).
 */
#ifndef MODEL_NEGOTIATION_H
#define MODEL_NEGOTIATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/amendment.h"

struct negotiated {
	const char *base, *text; /* as in the amendment: what it was made on, and its own */
	const char *name;        /* whose, for marks; NULL: nobody's */
	bool counts;             /* false: it is not compared (decided, or a new paragraph) */
	/* Found out: */
	const char *reads; /* the text as it is now with it taken; where both changed the same
			    * words, its own. In the arena */
	size_t places;     /* how many such places there are */
	size_t near;       /* and how many where it changes what is next to a change of the text */
	size_t *against;   /* those that change the same words of the text as it is now */
	size_t against_count;
	size_t *beside; /* those that change words next to what it changes (model/merge.h) */
	size_t beside_count;
};
/* Fills in what is found out, for all that count. */
void negotiation_compare(
	struct arena *arena, const char *now, struct negotiated *all, size_t count);
/* The same with the others found out of that one alone, which takes no square of the count. */
void negotiation_compare_one(
	struct arena *arena, const char *now, struct negotiated *all, size_t count, size_t which);
/* Is it in conflict with the text as it is now, or with another? */
bool negotiation_in_conflict(const struct negotiated *one);
/* The same, or would it be put together with a change next to it? It is not taken unasked. */
bool negotiation_is_asked(const struct negotiated *one);

/* The operations as a sentence without capital or stop: "replace “a” by “b”; delete “c”;
 * insert “d” after “e”", "… at the beginning". Nothing if nothing changes. */
void negotiation_say(const char *base, const char *text, struct str *out);
/* The same of a whole amendment: "new paragraph: “…”", "delete the paragraph". */
void negotiation_say_amendment(
	enum amendment_kind kind, const char *base, const char *text, struct str *out);

/* What `text` does to `base`, marked: "report [-on-] [+about+] it". */
void negotiation_mark(const char *base, const char *text, struct str *out);
/* The text as it is now with all that count, whose it is behind the sign; of words that
 * several change what each would put: "[-Benin, Canada: on-] [+Benin: about+]
 * [+Canada: of+] it". Compared before. What takes away the whole text stands at the end:
 * "[Chile: delete]". */
void negotiation_mark_all(
	const char *now, const struct negotiated *all, size_t count, struct str *out);
/* The text as it would read if all that count and need not be asked about were taken. */
void negotiation_amended(
	const char *now, const struct negotiated *all, size_t count, struct str *out);

/* What opens and ends a mark, for writers of pages. */
#define NEGOTIATION_NEW "[+"
#define NEGOTIATION_NEW_END "+]"
#define NEGOTIATION_GONE "[-"
#define NEGOTIATION_GONE_END "-]"

#endif
