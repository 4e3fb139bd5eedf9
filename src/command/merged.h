/* SPDX-License-Identifier: MIT */
/* Three-way merges in commands. Private to the command layer. */
#ifndef MERGED_H
#define MERGED_H

#include "command/command.h"

/* The text that comes of what `now` and `text` made of `base`, in the call's arena; asks with
 * the flag "anyway" where both changed the same words, or words next to each other, and has
 * them in the output; with it the words of `text` stand there, and of neighbours both. NULL with err. `name` is whose the text is: "a9", a file.
 * *conflicts gets how many places there are. */
const char *merged_text(struct call *call, const char *base, const char *now, const char *text,
	const char *name, int *conflicts, struct err *err);
/* Adds a line for each such place to the output, and asks nothing; how many. */
int merged_places(
	struct call *call, const char *base, const char *now, const char *text, const char *name);

#endif
