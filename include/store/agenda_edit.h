/* SPDX-License-Identifier: MIT */
/*
 * Single changes of the agenda and of the organization of work; whether they make
 * sense is the command's question. All within a change. Places begin at 1 and are
 * among the siblings of an item (past the last: the end), or the items of a slot.
 */
#ifndef STORE_AGENDA_EDIT_H
#define STORE_AGENDA_EDIT_H

#include "store/agenda.h"

/* What stands on an item as something that happened, "7 statements", or NULL. Items
 * taken up jointly stand on each other. */
const char *store_item_use(struct store *store, int64_t item, struct arena *arena);

/* The new item's id, or 0. parent 0: on top. */
int64_t store_item_add(struct store *store, int64_t session, const struct item_row *item, int place,
	struct err *err);
/* With its place in slots, its mandates, and its documents' being of it; not its
 * sub-items, which must be gone before. */
bool store_item_delete(struct store *store, int64_t item, struct err *err);
/* What annotation and schedule called it goes with the old title. */
bool store_item_set_title(struct store *store, int64_t item, const char *title, struct err *err);
bool store_item_set_annotation(
	struct store *store, int64_t item, const char *text, struct err *err);
bool store_item_set_number(
	struct store *store, int64_t item, const char *label, const char *printed, struct err *err);
bool store_item_set_place(struct store *store, int64_t session, int64_t parent, int64_t item,
	int place, struct err *err);

/* From here on they are taken up jointly with `lead`, which is none of them. */
bool store_item_join(
	struct store *store, int64_t session, int64_t item, int64_t lead, struct err *err);
/* All that are taken up jointly with this lead are by themselves again. */
bool store_item_part(struct store *store, int64_t lead, struct err *err);
/* The first of those that an item is taken up jointly with: it has their list of speakers
 * and their log. The item itself if it is taken up alone. */
int64_t store_item_lead(struct store *store, int64_t item);
/* Those taken up jointly with an item, it and the lead among them, in the order of the
 * agenda; the item alone if there are none. How many; at most `room` are written. */
size_t store_item_joint(struct store *store, int64_t item, int64_t items[], size_t room);

/* Puts it where its day and time belong. Its id, or 0. */
int64_t store_slot_add(
	struct store *store, int64_t session, const struct slot_row *slot, struct err *err);
/* Day, times, half, room and label as they are in the row. */
bool store_slot_set(
	struct store *store, int64_t session, const struct slot_row *slot, struct err *err);
bool store_slot_delete(
	struct store *store, int64_t slot, struct err *err); /* with its items' places */
/* place 0: behind the others. What the schedule called it elsewhere goes with it from
 * `words_of`, a slot, or 0. */
bool store_slot_put(struct store *store, int64_t slot, int64_t item, int place, int64_t words_of,
	struct err *err);
bool store_slot_take(struct store *store, int64_t slot, int64_t item, struct err *err);
bool store_slot_set_place(
	struct store *store, int64_t slot, int64_t item, int place, struct err *err);

#endif
