/* SPDX-License-Identifier: MIT */
/* Rules of procedure: sets in rules.yaml, which is embedded; a copy in
 * $XDG_CONFIG_HOME/rapporteur/ wins. */
#ifndef EXCHANGE_RULES_FILE_H
#define EXCHANGE_RULES_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "exchange/message.h"
#include "model/rules.h"

/* The set that a session has where nothing is said. */
#define RULES_DEFAULT "untoc"

/* Reads the set of that key out of a text whose every set is checked. False, with
 * messages, if anything is wrong with it or there is no such set. */
bool rules_file_parse(const char *name, const char *text, size_t length, const char *key,
	struct rules *rules, struct messages *messages);
/* The same of the user's copy if there is one, else of the embedded file. */
bool rules_file_read(const char *key, struct rules *rules, struct messages *messages);
/* The embedded set RULES_DEFAULT. */
void rules_file_default(struct rules *rules);

#endif
