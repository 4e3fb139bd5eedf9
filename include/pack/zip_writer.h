/* SPDX-License-Identifier: MIT */
/*
 * A zip archive into a string: its parts one after another, each in pieces. The same
 * parts make the same bytes, whenever and wherever: they stand in the order in which
 * they were begun, deflated, with the first day of 1980 as their date.
 */
#ifndef PACK_ZIP_WRITER_H
#define PACK_ZIP_WRITER_H

#include <stddef.h>

#include "base/str.h"

struct zip_writer;

/* The archive is added to out, which nothing else may change until zip_writer_free. */
struct zip_writer *zip_writer_new(struct str *out);
/* Completes the archive; the last part has been ended. NULL passes. */
void zip_writer_free(struct zip_writer *zip);

/* Names are ASCII, with slashes, each of them once. One part at a time. */
void zip_writer_begin(struct zip_writer *zip, const char *name);
void zip_writer_add(struct zip_writer *zip, const char *bytes, size_t length);
void zip_writer_end(struct zip_writer *zip);

#endif
