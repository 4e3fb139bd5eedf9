/* SPDX-License-Identifier: MIT */
/*
 * Square brackets in a text that is negotiated: words not yet agreed, with whose they are:
 * "[EU: delete]", "[Group of 77 and China: and its Protocols]", "[and prevention]"
 * (conventions 1.5). They nest. A backslash before a bracket makes it a plain sign
 * (model/inline.h).
 */
#ifndef MODEL_BRACKET_H
#define MODEL_BRACKET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct bracket {
	size_t from, length;        /* bytes of the text, with both brackets */
	size_t inside;              /* the byte where its words begin, behind the name */
	const char *name;           /* whose: "EU"; NULL where none is given. In the arena */
	size_t words, words_length; /* bytes of them, without the name and blanks around */
	bool deletes;               /* the words are "delete": what stands before it is meant */
	int means;                  /* of a "delete": the bracket just before it, or -1 */
	int depth;                  /* 0 = outermost */
	int parent;                 /* index of the one around it, or -1 */
};

/* All of them, in the order of their opening signs; in time and memory that grow with the
 * text alone, however deep they nest. *unbalanced (may be NULL) gets the
 * byte of the first bracket without a partner, or (size_t)-1; such a one is plain text.
 * A name is what stands before the first colon, up to 60 bytes, without a bracket or a
 * line feed in it; it has a letter and begins with none that is small, save "the":
 * "[1: …]", "[including: …]" and times as 10:30 are no names. */
struct bracket *bracket_parse(
	struct arena *arena, const char *text, size_t *count, size_t *unbalanced);
/* Its words in the arena; of more than `most` bytes (0: all) only so many, and “…”. */
const char *bracket_words(
	struct arena *arena, const char *text, const struct bracket *bracket, size_t most);

/* The text with the bracket at `place` (from 1, in the order above) lifted: its words stay
 * and the signs and the name go. A "delete" that is lifted takes away the words it means:
 * the bracket just before it, else nothing can be lifted and false is returned. A "delete"
 * that means a bracket goes with it. False also where there is no such bracket. */
bool bracket_keep(const char *text, size_t place, struct str *out);
/* The text without the bracket and its words; of a "delete", without it alone. Blanks are
 * mended, and of two commas one goes, as does a line that is left empty. */
bool bracket_drop(const char *text, size_t place, struct str *out);
/*
 * `words` put in brackets; name NULL: without one. They must stand in the text once
 * (whole words where there are such), and hold no half of a bracket.
 *   put NULL: "[EU: words]"; lifted again it gives the text back.
 *   put: behind the words: "words [EU: put]", and "[words] [EU: delete]" for "delete";
 *        dropped (the "delete": kept with its words) it gives the text back.
 *   words "": at the end of the text, before its last sign: "… [EU: put]."
 * False: not found, or more than once (*found, may be NULL, says how often).
 */
bool bracket_put(const char *text, const char *words, const char *name, const char *put,
	struct str *out, size_t *found);
/* The words in brackets without a name, and one with `put` behind: "[words] [EU: put]". */
bool bracket_instead(const char *text, const char *words, const char *name, const char *put,
	struct str *out, size_t *found);

#endif
