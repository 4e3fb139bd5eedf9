/* SPDX-License-Identifier: MIT */
/* The slots of the organization of work and the items that they are planned for, shared by
 * the commands on slots. */
#ifndef COMMAND_SLOT_ITEMS_H
#define COMMAND_SLOT_ITEMS_H

#include "amend.h"

struct slots {
	struct slot_row *rows;
	size_t count;
};

struct slots slots_read(struct call *call);
const struct slot_row *slots_find(const struct slots *slots, int64_t id); /* NULL: not there */
/* Its day and time as a trace has them, in the arena of the call; NULL of none. */
const char *slot_code(struct call *call, const struct slot_row *slot);

/* Plans the item for a slot at a place from 1 (0: the end), no longer for `from` (NULL: it
 * stays where else it is), and leaves a trace. False with a sentence where it is planned for
 * it already. */
bool slot_put_item(struct call *call, const struct item_row *item, const struct slot_row *from,
	const struct slot_row *to, int place, struct err *err);

/* The `run` of the commands of these names. */
bool slot_move(struct call *call, struct err *err);
bool slot_put(struct call *call, struct err *err);
bool slot_take(struct call *call, struct err *err);
bool slot_earlier(struct call *call, struct err *err);
bool slot_later(struct call *call, struct err *err);
bool slot_raise(struct call *call, struct err *err);
bool slot_lower(struct call *call, struct err *err);

#endif
