/* SPDX-License-Identifier: MIT */
/* A question with a few answers, each a letter: what to do on another day, what
 * becomes of a rehearsal. */
#ifndef UI_CHOICE_H
#define UI_CHOICE_H

#include "base/str.h"
#include "ui/app.h"

struct choice {
	char letter;
	const char *name, *what; /* "rehearse", "in a copy of the session, …" */
	/* Does it; false leaves the question standing (something is still asked). */
	bool (*take)(struct app *app);
};

struct choice_question {
	void (*say)(struct app *app, struct str *text); /* appends the question itself */
	const struct choice *choices;                   /* ended by letter 0 */
	const char *hints;
	char escape; /* the letter that Esc stands for; 0: the question goes, nothing is done */
	char again;  /* the letter that the key which led here stands for when hit again: 'q' */
	char first;  /* and what it then means */
};

/* An overlay; its argument is a const struct choice_question that stays. */
extern const struct view_ops view_choice;

/* Takes a question away that a take() left standing. */
void choice_leave(struct app *app);

#endif
