/* SPDX-License-Identifier: MIT */
/* The rules of procedure of a session: rows with the values of a rule set as they
 * were when the session was made, and as they were corrected since. */
#ifndef STORE_RULE_H
#define STORE_RULE_H

#include "model/rules.h"
#include "store/store.h"

/* False, with nothing changed, if the session has no rules of its own: then those
 * of the program hold (desk_rules, command/command.h). */
bool store_rules(struct store *store, int64_t session, struct rules *rules);
/* Lays those that the session has over what is there, as its set has it: a session that was
 * made before there was a rule has no row of it. True if it lacks none. */
bool store_rules_over(struct store *store, int64_t session, struct rules *rules);
/* Writes all of them, in place of what was there. */
bool store_rules_write(
	struct store *store, int64_t session, const struct rules *rules, struct err *err);

#endif
