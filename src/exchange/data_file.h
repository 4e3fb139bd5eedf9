/* SPDX-License-Identifier: MIT */
/* The data files that the program brings: a copy that the user made in
 * $XDG_CONFIG_HOME/rapporteur/ wins over the embedded one. */
#ifndef DATA_FILE_H
#define DATA_FILE_H

#include <stdbool.h>

#include "base/str.h"
#include "exchange/embedded.h"
#include "exchange/message.h"

/* The embedded file of that name; it must be one of the program's. */
const struct embedded *data_file_embedded(const char *name);

/* Is there a file of that name, the user's or an embedded one? */
bool data_file_exists(const char *name);

/* Appends the file to text and its path, or name if it is embedded, to path. False,
 * with a message, if the user's copy cannot be read. */
bool data_file_read(
	const char *name, struct str *path, struct str *text, struct messages *messages);

#endif
