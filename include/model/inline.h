/* SPDX-License-Identifier: MIT */
/*
 * The one inline form of texts (design, "Text"): *italic*, {para g41},
 * {item wg2:3}, {doc SYMBOL}, {note text}; and, only where a program marks changes in a
 * text, {new words} and {gone words}, directly behind {by NAME} where it is known whose
 * they are; a backslash escapes the sign behind it. What is not closed is plain text, as
 * are stars with a blank inside them ("2 * 3 * 4"). Runs do not nest.
 */
#ifndef MODEL_INLINE_H
#define MODEL_INLINE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

enum inline_kind {
	INLINE_TEXT,
	INLINE_ITALIC,
	INLINE_PARAGRAPH,
	INLINE_ITEM,
	INLINE_DOCUMENT,
	INLINE_NOTE,
	INLINE_NEW, /* words that were put in, or would be */
	INLINE_GONE /* … taken away */
};

struct inline_run {
	enum inline_kind kind;
	const char *text; /* in the arena, escapes resolved; the target of a reference */
	const char *by;   /* of what is new or gone: whose it is, or NULL */
};

/* Runs in order, in the arena; no run is "", no two neighbours are both TEXT. */
struct inline_run *inline_parse(struct arena *arena, const char *text, size_t *count);
/* Escapes *, {, }, and \ so that the text means itself. */
void inline_escape(const char *text, struct str *out);

#endif
