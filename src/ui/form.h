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

void form_draw(const void *state, const struct app *app, const struct frame *frame,
	const struct area *area);

#endif
