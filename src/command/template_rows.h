/* SPDX-License-Identifier: MIT */
/* The words of reports of a session, from the file of their language. Private. */
#ifndef TEMPLATE_ROWS_H
#define TEMPLATE_ROWS_H

#include "command/command.h"

/* For a session that is made: those of the language of its documents. */
bool template_rows_begin(struct call *call, int64_t session, struct err *err);
/* Writes what the file of a language says, but for what the session has already; `again`:
 * in place of that. Refuses what is wrong with the user's copy, with its place. */
bool template_rows_write(
	struct call *call, int64_t session, const char *language, bool again, struct err *err);

#endif
