/* SPDX-License-Identifier: MIT */
/*
 * What time it is in a rehearsal. It has no durable clock of its own: where it stands is
 * the instant of its newest command, and while a screen rehearses, the word that the screen
 * leaves of how far it is from the machine's time.
 */
#ifndef COMMAND_REHEARSAL_H
#define COMMAND_REHEARSAL_H

#include "command/command.h"

/* Five minutes before the first slot of the desk's session; where that has no time, or none
 * is planned, before the morning or afternoon of its day. 0: it has no day. */
int64_t rehearsal_beginning(struct desk *desk);
/* When the newest command was given since the session was made, of those that were given on
 * a day of it: what was logged with the time of the machine says nothing. 0 = none was. */
int64_t rehearsal_last(struct desk *desk);
/* If the desk's session is a rehearsal whose time nobody has said, its clock goes on: with
 * the screen's, if one rehearses now, else from the newest command, else it begins. */
void rehearsal_go_on(struct desk *desk);

#endif
