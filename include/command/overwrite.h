/* SPDX-License-Identifier: MIT */
/*
 * What of a person's files may be written over: nothing by itself. A file that is there
 * is lost only if that was said; an agenda file (.yaml, .yml, .json) that is not as the
 * program wrote it, by nothing. One rule for whatever writes a file that a person named.
 */
#ifndef COMMAND_OVERWRITE_H
#define COMMAND_OVERWRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* May these bytes go to the file? Yes, where nothing is lost: it is not there, has the
 * same bytes, or is an agenda file as the program wrote it and the bytes are one too; else
 * where `anyway` says so. ERR_CANNOT_CREATE with what to do. What is no regular file is left
 * to file_write. */
bool overwrite_may(
	const char *file, bool anyway, const char *bytes, size_t length, struct err *err);
/* ERR_CANNOT_CREATE if the file is there and not as the program wrote an agenda file. */
bool overwrite_may_own(const char *file, struct err *err);
/* The same of a file that has the name of an agenda file; any other passes, and so does
 * a report or another paper that was written as JSON. */
bool overwrite_spares_agenda(const char *file, struct err *err);

#endif
