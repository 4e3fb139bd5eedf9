/* SPDX-License-Identifier: MIT */
/*
 * An agenda on its way from a published document to a session. Its state is a text,
 * the agenda file that agenda_write makes: a correction changes the values that were
 * read of it, they are written and read again, and only what reads well is the new
 * text. It is in the file before anybody hears of it, so that a crash loses nothing;
 * the texts before it can be gone back to.
 */
#ifndef EXCHANGE_AGENDA_DRAFT_H
#define EXCHANGE_AGENDA_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "exchange/message.h"
#include "exchange/reading.h"
#include "model/agenda.h"

struct agenda_draft {
	char *document, *file; /* what it was read from; where it is kept */
	struct reading reading;
	struct agenda first;      /* as it was imported: its lines are those of the document */
	struct str imported;      /* the text of that */
	struct agenda agenda;     /* as it is now; its lines are those of the text */
	struct messages messages; /* that `agenda check` has for it */
	char **texts;             /* from the first one; [at] is the one that is now */
	size_t at, count, capacity;
	bool went_on; /* with a file that was there */
};

/*
 * Reads the document and understands it, or goes on with the file where it is one that
 * the program wrote. file NULL: the document's name with .yaml, in its folder, or where
 * that cannot be written in the current one. Refuses with the reason a document that is
 * no agenda (agenda_import), and a file that somebody else has written or worked on.
 */
bool agenda_draft_open(
	struct agenda_draft *draft, const char *document, const char *file, struct err *err);
void agenda_draft_clear(struct agenda_draft *draft); /* also of one that was not opened */

/* One correction of the agenda's values. False: refused, with a sentence. */
typedef bool (*agenda_draft_edit)(struct agenda *agenda, void *context, struct err *err);

/* Makes it, unless it is refused, what comes of it does not read, or the file is not as it
 * was left: then nothing is changed and err says why, without a place in the file. */
bool agenda_draft_change(
	struct agenda_draft *draft, agenda_draft_edit edit, void *context, struct err *err);
/* The whole text in other words, as somebody's editor gave them; a refusal has its line. */
bool agenda_draft_replace(struct agenda_draft *draft, const char *text, struct err *err);
const char *agenda_draft_text(const struct agenda_draft *draft);
/* False with a sentence where there is nothing to undo, or it cannot be written. */
bool agenda_draft_undo(struct agenda_draft *draft, struct err *err);
bool agenda_draft_redo(struct agenda_draft *draft, struct err *err);
/* As the document was read at first; a change like any other. */
bool agenda_draft_again(struct agenda_draft *draft, struct err *err);

/* The name that a document's agenda file has, beside it: adds to out. */
void agenda_draft_file(const char *document, struct str *out);

#endif
