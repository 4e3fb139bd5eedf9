/* SPDX-License-Identifier: MIT */
/* Names of States and groups in other languages: names.fr.yaml, names.es.yaml …, one file
 * a language, which are embedded; a copy in $XDG_CONFIG_HOME/rapporteur/ wins. */
#ifndef EXCHANGE_NAME_FILE_H
#define EXCHANGE_NAME_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "exchange/message.h"
#include "model/name_table.h"

/* Reads a text into a table (initialised and empty). False, with messages, if anything is
 * wrong. */
bool name_file_parse(const char *name, const char *text, size_t length, struct name_table *table,
	struct messages *messages);
/* The same of the user's copy for that language ("fr"), else of the embedded file. A
 * language without one, English among them, has an empty table. */
bool name_file_read(const char *language, struct name_table *table, struct messages *messages);

/* Calls back with each language that the program has a file of names for. */
void name_file_languages(void (*each)(const char *language, void *data), void *data);

#endif
