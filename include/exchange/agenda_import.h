/* SPDX-License-Identifier: MIT */
/*
 * From the published document to an agenda: a reading (exchange/reading.h) is
 * understood as a provisional agenda, with its annotations, documents, mandates and
 * organization of work. What was not understood is in `unread`, with its lines; how
 * sure an item is in its `confidence`. The sources of the rules are conventions 1.1
 * to 1.5 and the family of documents described in rapporteur-agenda(5).
 */
#ifndef EXCHANGE_AGENDA_IMPORT_H
#define EXCHANGE_AGENDA_IMPORT_H

#include <stdbool.h>

#include "base/err.h"
#include "exchange/message.h"
#include "exchange/reading.h"
#include "model/agenda.h"

/* Understands the reading of the file `name` (its name may say the year, and names
 * the file in messages) into agenda, which the caller has initialised and clears; all
 * its strings are its own. Messages are warnings with lines of the document, about what
 * was guessed. Refuses with ERR_DATA and the reason what is no agenda: a corrigendum,
 * a report, a document without a list of items. */
bool agenda_import(const struct reading *reading, const char *name, struct agenda *agenda,
	struct messages *messages, struct err *err);

/* "19 items, 24 slots, 7 documents, 3 pieces unread, 1 item doubtful": adds to out. */
void agenda_import_summary(const struct agenda *agenda, struct str *out);

#endif
