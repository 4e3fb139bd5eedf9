/* SPDX-License-Identifier: MIT */
/*
 * The draft report of a session: store → document tree, in short slices so that
 * a screen can show "building 40 %" and a key interrupts it (design, "Report").
 * The formulas are those of conventions 3; each generated paragraph has a key.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "document/document.h"
#include "store/store.h"

struct report;

/* What is missing for a complete report: a sentence and the row it is about. */
struct report_gap {
	const char *
		text; /* "The treaty status of 3 participants is not known: participant status …" */
	size_t line; /* of the numbered paragraph's label it concerns; 0 = none */
};

/* Begins building; the store is read in steps and must stay open. */
struct report *report_new(struct store *store, int64_t session);
void report_free(struct report *report);

/* One slice (a few milliseconds of work, whatever the size); true when done. */
bool report_step(struct report *report);
int report_percent(const struct report *report);

/* The tree, numbered, complete after report_step returned true; borrowed. */
const struct document *report_document(const struct report *report);
const struct report_gap *report_gaps(const struct report *report, size_t *count);

/* All at once. */
struct report *report_build(struct store *store, int64_t session);

/* The sheet to go on with on paper (command line, sheet): title, agenda,
 * participants with boxes to tick, blank lines for a speakers' list. */
void report_sheet(struct store *store, int64_t session, struct document *document);

#endif
