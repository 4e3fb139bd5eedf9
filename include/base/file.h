/* SPDX-License-Identifier: MIT */
/*
 * Whole files: read within a limit, written beside, synced and renamed. Files
 * are 0600, folders 0700; no symbolic link is followed when writing.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/* Appends the file's bytes to out. Refuses what is no regular file (a pipe on
 * "-", standard input, passes) with ERR_NO_INPUT, as what cannot be read, and what
 * is larger than limit with ERR_DATA; out is then as it was. */
bool file_read(const char *path, size_t limit, struct str *out, struct err *err);
/* The old content stays whole until the new one is. Refuses a path that is there and
 * no regular file (a folder, a link, a device). ERR_CANNOT_CREATE where no file can
 * be made, ERR_IO where it cannot be filled or synced; nothing is left beside, and what a
 * process left there that was killed is removed. */
bool file_write(const char *path, const char *bytes, size_t length, struct err *err);
/* Makes the folder and those above it. */
bool file_make_folders(const char *path, struct err *err);
/* Where things are kept: kind "data", "config", "state"; XDG_*_HOME or its
 * default under HOME, with "/rapporteur". A relative XDG value is ignored. Adds
 * to out; makes no folder. ERR_CONFIG if HOME is needed and is no absolute path. */
bool file_home(const char *kind, struct str *out, struct err *err);

#endif
