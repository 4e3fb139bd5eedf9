/* SPDX-License-Identifier: MIT */
/* The state of the form, shared by its files: form.c (what is asked, and the keys) and
 * form_draw.c (how it looks). Private to them. */
#ifndef UI_FORM_H
#define UI_FORM_H

#include "app_inside.h"
#include "panel.h"
#include "guess.h"
#include "writing.h"

struct field {
	size_t index;      /* of the parameter */
	const char *text;  /* in the run's arena; of the field with the focus it is old */
	const char *began; /* what the field was filled with */
	bool left;         /* what is in it was typed here, and then another had the focus */
};

struct form {
	struct run *run;
	struct field fields[COMMAND_PARAMS];
	size_t count, at;
	struct writing writing; /* its editor is the field at `at`; open if that is a text */
	struct choices choices;
	struct guesses guesses;
	struct flow guessed;
	const char *subject; /* "a3 Norway": the row that it is for, in `named`; NULL */
	struct arena named;
	/* The text that the words of a field are of, in `named`, NULL: none of them is of one;
	 * how it is shown, from which line on, and in how many. */
	const char *about;
	struct flow words;
	size_t words_top;
	int words_rows;
	int columns;  /* of the box of a text */
	bool fresh;   /* the value was there before: typing begins a new one */
	bool leaving; /* Ctrl-Q was pressed once */
};

/* --- form_draw.c --- */

const struct param *form_param(const struct form *form, size_t i);
/* Of the field with the focus. */
bool form_is_text(const struct form *form);
bool form_is_names(const struct form *form);
bool form_has_choices(const struct form *form);
const char *form_typed(const struct form *form);

/* How many rows it has in an area of so many, and of them how many for its fields. */
int form_rows(const struct form *form, int area_rows);
int form_fields_rows(const struct form *form);
void form_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area);

/* --- form_words.c --- */

bool form_has_words(const struct form *form);
/* Is it there while the focus is where it is? */
bool form_shows_words(const struct form *form);
/* Reads the text and lays it out; `named` was cleared before. */
void form_lay_words(struct form *form, struct app *app, int columns);
int form_words_rows(const struct form *form); /* that it would take; 0: there is none */
/* It has so many, and what was typed is in sight. */
void form_fit_words(struct form *form, int rows);
bool form_words_key(struct form *form, const struct key *key);
void form_draw_words(const struct form *form, const struct area *area);

#endif
