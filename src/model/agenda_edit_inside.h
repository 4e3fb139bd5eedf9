/* SPDX-License-Identifier: MIT */
/* What the files of corrections share: places in arrays that have no room. */
#ifndef MODEL_AGENDA_EDIT_INSIDE_H
#define MODEL_AGENDA_EDIT_INSIDE_H

#include "model/agenda_edit.h"

/* A copy of count entries of `size` bytes with one zeroed at `at`. */
void *agenda_edit_gap(struct agenda *agenda, const void *old, size_t count, size_t at, size_t size);
/* Takes the entry at `at` out, in place. */
void agenda_edit_close(void *all, size_t count, size_t at, size_t size);
/* A copy; NULL of an empty text. */
const char *agenda_edit_text(struct agenda *agenda, const char *text);
/* Behind the others. */
void agenda_edit_unread(struct agenda *agenda, struct agenda_lines lines, const char *text);

#endif
