/* SPDX-License-Identifier: MIT */
/* What the words of a command line may be: shared by parsing and completing. */
#ifndef WORDS_H
#define WORDS_H

#include "command/command.h"

enum { COMMAND_NAME_WORDS = 4 }; /* more than any name has */

/* Is it given by position? */
bool param_positional(const struct param *param);
/* Does it take all the words that are left? */
bool param_joins(const struct command *command, const struct param *param);

/* Is the whole word one of the choices of an ARG_CHOICE? */
bool param_is_choice(const struct param *param, const char *word);

/* Adds the value, quoted if it needs to be; one that joins needs no quotes for its
 * blanks. */
void words_quote(struct str *out, const char *value, bool joined);

/* Is the value of a flag one that says yes? NULL is none. */
bool flag_given(const char *value);

#endif
