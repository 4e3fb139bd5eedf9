/* SPDX-License-Identifier: MIT */
/*
 * The agenda format, rapporteur-agenda(5): a file read into plain values with
 * every message that a careful reader would have for it, in one run.
 */
#ifndef EXCHANGE_AGENDA_FILE_H
#define EXCHANGE_AGENDA_FILE_H

#include <stdbool.h>

#include "base/err.h"
#include "exchange/message.h"
#include "model/agenda.h"

/* Reads the file into agenda (initialised by the caller, cleared by the caller).
 * Returns false if any message is an error; then agenda must not be used. A file
 * that cannot be read at all is an error of its own in messages (line 0). */
bool agenda_file_read(const char *path, struct agenda *agenda, struct messages *messages);

/* The same of text in memory; name stands in the messages for the path. */
bool agenda_file_parse(const char *name, const char *text, size_t length, struct agenda *agenda,
	struct messages *messages);

/* The same two, and what a careful colleague would see in a file without errors: items worded
 * in two ways, gaps in the numbering, mandates and symbols in two forms, mentions of items
 * that there are not. As warnings and notes. */
bool agenda_file_check(const char *path, struct agenda *agenda, struct messages *messages);
bool agenda_file_review(const char *name, const char *text, size_t length, struct agenda *agenda,
	struct messages *messages);

/* The `agenda show` form: a line for each item, "item TAB 5.a.ii TAB title", and
 * for each slot, "slot TAB date TAB from TAB to TAB 1.a,1.b,2". */
void agenda_file_show(const struct agenda *agenda, struct str *out);

#endif
