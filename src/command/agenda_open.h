/* SPDX-License-Identifier: MIT */
/* Opening an agenda file whose session is there already. Private to commands. */
#ifndef COMMAND_AGENDA_OPEN_H
#define COMMAND_AGENDA_OPEN_H

#include "command/command.h"
#include "model/agenda.h"

/* Opens the session. If the file says otherwise, --take makes the session follow it
 * and --keep leaves it; with neither it asks, and call->output has a line for each
 * difference. Refuses both together, and a file that cannot be taken. */
bool agenda_open(struct call *call, const struct agenda *file, int64_t sum, int64_t session,
	struct err *err);

/* Writes the rules of procedure that the agenda names, whose set must be there; of one
 * that names none those that hold everywhere. Inside a change. */
bool agenda_write_rules(
	struct call *call, const struct agenda *agenda, int64_t session, struct err *err);

#endif
