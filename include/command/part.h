/* SPDX-License-Identifier: MIT */
/* Parts of the draft report, for who prints them. */
#ifndef COMMAND_PART_H
#define COMMAND_PART_H

#include "command/command.h"
#include "document/document.h"

/* The symbol that the next part would have by itself, "" if no body has one. In the arena. */
const char *part_next_symbol(struct desk *desk, struct arena *arena);
/* The day that a part of that symbol bears if it is issued now: that of the register, else
 * today, but not behind the last day of the session. In the arena. */
const char *part_next_date(struct desk *desk, const char *symbol, struct arena *arena);
/* A part as it was issued, by its number, its symbol or an end of it, into a document that
 * is initialised and empty. ERR_USAGE if there is none. */
bool part_read(struct desk *desk, const char *part, struct document *document, struct err *err);

#endif
