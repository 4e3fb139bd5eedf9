/* SPDX-License-Identifier: MIT */
/* Words become rows: the table by type of argument, and the context. */
#ifndef RESOLVE_H
#define RESOLVE_H

#include "command/command.h"
#include "store/agenda.h"

/* The argument that is being resolved. */
struct resolving {
	struct call *call;
	const struct param *param;
	struct arg *arg;
	struct question *question;
};

/* Fills call->args from the words, then the context. OUTCOME_DONE: all is there;
 * call->guests names who is to be added first. Reads, and writes nothing. */
enum outcome resolve_arguments(
	struct call *call, const struct words *words, struct question *question, struct err *err);

/* Once all arguments are there: who is on no list is named and asked about, all of
 * them together (the flag "guest"); false until that was agreed to. */
bool resolve_agree_guests(struct call *call, struct err *err);

/* Adds the participants that --guest allows, and puts their ids into the
 * arguments. Inside a change. */
bool resolve_guests(struct call *call, struct err *err);

/* Of what means itself (resolve_values.c). False with err, or with question set. */
bool resolve_any(struct resolving *resolving, struct err *err);
bool resolve_word(struct resolving *resolving, struct err *err);
bool resolve_integer(struct resolving *resolving, struct err *err);
bool resolve_time(struct resolving *resolving, struct err *err);
bool resolve_date(struct resolving *resolving, struct err *err);
bool resolve_flag(struct resolving *resolving, struct err *err);
bool resolve_choice(struct resolving *resolving, struct err *err);

/* Of ARG_PARTICIPANT and ARG_PARTICIPANTS (resolve_names.c); the rest of the
 * types is in resolve.c. False with err, or with question set. */
bool resolve_participant(struct resolving *resolving, struct err *err);
bool resolve_participants(struct resolving *resolving, struct err *err);

/* Of ARG_ITEM (resolve.c), and of what is made of it: ARG_ITEMS, ARG_SLOT
 * (resolve_agenda.c). */
bool resolve_item(struct resolving *resolving, struct err *err);
bool resolve_items(struct resolving *resolving, struct err *err);
bool resolve_slot(struct resolving *resolving, struct err *err);
bool context_slot(struct resolving *resolving);
/* How people call the slot at i: "17 Oct pm", with its time where a half-day has two. */
const char *slot_name(const struct slot_row *slots, size_t count, size_t i, struct arena *arena);

#endif
