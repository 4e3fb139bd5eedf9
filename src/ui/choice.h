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

/* One of several things to go to. */
struct offer {
	const char *name, *what; /* "CTOC/COP/2012/10", "Technical assistance …" */
	const char *argument;    /* "d5" */
};
enum { OFFERS = 9 }; /* at most: each is a digit */
/* Asks which of them, and runs the command `name` with that one as its argument
 * `param`. The strings are copied. */
void choice_offer(struct app *app, const char *says, const struct offer *offers, size_t count,
	const char *name, const char *param);

/* Takes a question away that a take() left standing. */
void choice_leave(struct app *app);

#endif
