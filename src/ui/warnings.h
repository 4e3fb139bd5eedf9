/* SPDX-License-Identifier: MIT */
/* The warnings of the drafting check about a recommendation while it is typed: how many,
 * and the first, in one row below the editor; F8 shows them all. */
#ifndef UI_WARNINGS_H
#define UI_WARNINGS_H

#include "command/drafting.h"
#include "ui/app.h"
#include "ui/canvas.h"

struct warnings {
	struct arena arena;
	const char *text; /* looked at; NULL = none yet */
	int64_t sequence; /* of the journal then */
	struct drafting_finding *all;
	size_t count, silenced;
};

void warnings_init(struct warnings *warnings);
void warnings_clear(struct warnings *warnings);
/* Looks at what is typed in the place of a recommendation's text; 0: of a new one. */
void warnings_look(
	struct warnings *warnings, struct app *app, int64_t recommendation, const char *text);
/* In one row; nothing where there is nothing to warn of. */
void warnings_draw(const struct warnings *warnings, const struct area *area, int row);
/* F8 shows them all; true if it was that. */
bool warnings_key(const struct warnings *warnings, struct app *app, const struct key *key);

#endif
