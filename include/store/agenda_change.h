/* SPDX-License-Identifier: MIT */
/*
 * The living agenda: what was amended since the session was made, as it happened, and
 * what a decision adopted. The trace tells; it is nothing that the agenda is made of.
 */
#ifndef STORE_AGENDA_CHANGE_H
#define STORE_AGENDA_CHANGE_H

#include "store/agenda.h"
#include "store/meeting.h"

/* By kind, `before` and `after` are:
 *	added		-; "after 8", or NULL at the beginning
 *	deleted		-; -
 *	retitled	the title
 *	annotated	the annotation, or NULL
 *	renumbered	the printed number
 *	moved		"before 6", "after 5"
 *	joined		-; the numbers of all, "6, 7"
 *	parted		the numbers of all; -
 *	planned		the slot that it was taken out of, put into (store_slot_code), or NULL
 *	ordered		in a slot: "before 6", "after 5"
 *	slot_added	-; the slot
 *	slot_deleted	the slot; -
 *	slot_changed	the slot
 */
struct agenda_change {
	int64_t id, meeting; /* meeting 0 = between meetings */
	int64_t item, slot;  /* 0 = none; may be deleted since */
	const char *kind, *number, *title, *before, *after, *reason, *person;
	bool decided; /* false: a correction by the secretariat */
	int64_t at;
};
/* In the order in which they were entered. */
struct agenda_change *store_agenda_changes(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
bool store_agenda_change_add(
	struct store *store, int64_t session, const struct agenda_change *change, struct err *err);
/* Was it entered after that sequence of the journal? Of what the journal has not, as in a copy
 * of a session, the time tells. */
bool store_agenda_change_after(struct store *store, int64_t session,
	const struct agenda_change *change, int64_t sequence, int64_t at);
/* Does the agenda itself read otherwise by it (and not the organization of work)? */
bool agenda_change_amends(const struct agenda_change *change);

bool store_agenda_amended(struct store *store, int64_t session); /* is there any? */

/* The last change before the agenda was adopted last by a decision, in the order in which they
 * were entered, whatever their times; 0: none was, or it was not adopted. */
int64_t store_agenda_adopted_after(struct store *store, int64_t session);
/* Was it adopted under this item, or without saying under which? */
bool store_agenda_adopted_by(struct store *store, int64_t session, int64_t item);
/* Adopts the agenda as it is now, and keeps what that was. */
bool store_agenda_adopt(struct store *store, int64_t session, const struct act *act,
	bool organization, struct err *err);

struct adopted_item {
	int64_t act, item, parent, body; /* the item may be deleted since */
	const char *label, *printed, *title;
};
/* What all acts of adoption adopted, in printed order; nothing of one made before that
 * was kept. */
struct adopted_item *store_adopted_items(
	struct store *store, int64_t session, struct arena *arena, size_t *count);

/* "2012-10-17 15:00-18:00", "2012-10-17 pm", "2012-10-17": what a slot is in a trace. */
void store_slot_code(const struct slot_row *slot, struct str *out);

#endif
