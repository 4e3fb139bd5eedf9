/* SPDX-License-Identifier: MIT */
/* Rosters: who can take the floor. states.yaml and groups.yaml are embedded; a copy
 * in $XDG_CONFIG_HOME/rapporteur/ wins. */
#ifndef EXCHANGE_ROSTER_FILE_H
#define EXCHANGE_ROSTER_FILE_H

#include <stdbool.h>

#include "exchange/message.h"
#include "model/roster.h"

bool roster_file_parse(const char *name, const char *text, size_t length, struct roster *roster,
	struct messages *messages);
/* The States: the user's copy if there is one, else the embedded one. */
bool roster_file_states(struct roster *roster, struct messages *messages);
/* The groups of States, in the same way. */
bool roster_file_groups(struct roster *roster, struct messages *messages);

#endif
