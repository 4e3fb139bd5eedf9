/* SPDX-License-Identifier: MIT */
/* Who is here and whether that is a quorum, read together for screens and commands. */
#ifndef COMMAND_ATTENDANCE_H
#define COMMAND_ATTENDANCE_H

#include "command/command.h"
#include "model/quorum.h"
#include "store/participant.h"

struct attendance {
	const struct participant_row *rows; /* in the order of lists; good until the next change */
	bool *here;                         /* of each row; in the arena */
	size_t count;
	struct quorum quorum;
};

/* At a meeting; 0: who is registered for the session. Not inside a change. */
void attendance_load(
	struct desk *desk, int64_t meeting, struct arena *arena, struct attendance *attendance);

#endif
