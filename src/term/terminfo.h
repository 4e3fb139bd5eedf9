/* SPDX-License-Identifier: MIT */
/* What the description of the terminal says. A file of its own, since <term.h>
 * makes macros of words like `columns`. Private to term. */
#ifndef TERM_TERMINFO_H
#define TERM_TERMINFO_H

#include <stdbool.h>

#include "base/str.h"

enum terminfo { TERMINFO_UNKNOWN, TERMINFO_PRINTER, TERMINFO_SCREEN };

/* Of the type of that name; a printer is what cannot move its cursor. */
enum terminfo terminfo_kind(const char *type);

/* The rest is about the terminal that curses was started for. */
const char *terminfo_string(const char *name); /* NULL if it has none */
bool terminfo_flag(const char *name);
int terminfo_number(const char *name); /* negative if it has none */
/* Bold characters lose their colour there, or their colour its place. */
bool terminfo_forbids_bold(void);
/* Appends the string as it is to be sent, without its marks for delays. */
void terminfo_add(struct str *out, const char *name);
/* What sets the colour of the characters, as setaf counts them. */
void terminfo_add_colour(struct str *out, int colour);

#endif
