/* SPDX-License-Identifier: MIT */
/* A small session for tests: two bodies, items 1 (with (a) and (b)), 2 and 3 (joint),
 * a day with two slots, six States and a document. */
#ifndef FIXTURE_H
#define FIXTURE_H

#include "store/agenda.h"
#include "store/journal.h"

/* 17 October 2012, 10 a.m. UTC. */
#define FIXTURE_MORNING INT64_C(1350468000000)

struct store *fixture_store(void);            /* in memory */
int64_t fixture_session(struct store *store); /* made as a step of "test" */

/* Begins and ends a step; a failure fails the test. */
void fixture_begin(struct store *store);
int64_t fixture_commit(struct store *store, int64_t session, const char *command);

int64_t fixture_participant(struct store *store, int64_t session, const char *name);
int64_t fixture_item(struct store *store, int64_t session, const char *printed);
/* A statement with a note, as a step of its own. */
int64_t fixture_statement(
	struct store *store, int64_t session, const char *item, const char *name, const char *note);
/* Undoes or redoes the newest step of "test"; false if there is none or it failed. */
bool fixture_undo(struct store *store, int64_t session, bool redo);
char *fixture_dump(struct store *store); /* yours to free */

#endif
