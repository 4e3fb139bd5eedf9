/* SPDX-License-Identifier: MIT */
/* A reading as text, to be compared. */
#ifndef SUPPORT_EXCHANGE_READING_DUMP_H
#define SUPPORT_EXCHANGE_READING_DUMP_H

#include "base/str.h"
#include "exchange/reading.h"

/* A line for each paragraph: what it is ("heading 2", "note", "page", "cell 1:2:3" for
 * table, row and cell), "bold" and "centred", ">4" its indent, and behind a bar the number in
 * brackets and the text: "heading 2 bold | [1.] Opening". */
void reading_dump(const struct reading *reading, struct str *out);

/* Fails the test unless the bytes are read, and as such a dump. */
void assert_reading(const char *name, const char *bytes, size_t length, const char *dump);
/* Fails the test unless they are refused with ERR_DATA and this sentence (a part of it). */
void assert_not_read(const char *name, const char *bytes, size_t length, const char *sentence);

#endif
