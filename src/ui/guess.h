/* SPDX-License-Identifier: MIT */
/* Names as they are typed, several separated by commas ("can, cot, zim"), and
 * whom each of them may mean, for all to see before the command runs. */
#ifndef UI_GUESS_H
#define UI_GUESS_H

#include "base/arena.h"
#include "base/str.h"
#include "command/command.h"
#include "flow.h"

enum guess_kind { GUESS_KNOWN, GUESS_GUESSED, GUESS_OPEN, GUESS_NONE };

struct guess {
	const char *typed; /* without blanks around; never "" */
	const char *name;  /* what would be put in; typed itself for OPEN and NONE */
	const char *label;
	enum guess_kind kind;
};

struct guesses {
	struct arena arena;
	struct guess *all;
	size_t count;
};

void guesses_init(struct guesses *guesses);
void guesses_clear(struct guesses *guesses);
/* Of the whole text; with `several` a comma separates. What was guessed before of
 * an equal name is kept, so that a long list costs one look-up a key. */
void guesses_make(struct guesses *guesses, struct desk *desk, const struct param *param,
	const char *text, bool several);
/* The text with each name as guessed, for the command. */
void guesses_join(const struct guesses *guesses, struct str *out);
/* "Canada · ≈ Côte d’Ivoire (cot) · ? zzz: unknown" */
void guesses_show(const struct guesses *guesses, struct flow *flow);

/* The name that the cursor is in: where it begins and ends, without blanks. */
void guess_part(const char *text, size_t cursor, bool several, size_t *from, size_t *to);
/* The names that begin like the typed one: complete_arg for one name. */
struct completion *guess_complete(struct desk *desk, const struct param *param, const char *typed,
	size_t limit, struct arena *arena, size_t *count);

#endif
