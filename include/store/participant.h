/* SPDX-License-Identifier: MIT */
/* Whoever can take the floor. A session has a few hundred at most: they are
 * read whole, once per change of the journal. */
#ifndef STORE_PARTICIPANT_H
#define STORE_PARTICIPANT_H

#include <stddef.h>

#include "model/roster.h"
#include "store/store.h"

struct participant_row {
	int64_t id;
	const char *code, *code3, *kind, *status, *region;
	const char *list_name, *running_name, *formal_name;
	const char **keys; /* fold keys: list name, running name, aliases, codes */
	size_t key_count;
	bool present; /* registered or has spoken */
};
/* In the order of lists (conventions 4.1). */
struct participant_row *store_participants(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* Of those who are in one, by its code. */
struct participant_region {
	int64_t participant;
	const char *region; /* AF AP EE LA WE */
};
struct participant_region *store_participant_regions(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
bool store_participant(
	struct store *store, int64_t id, struct arena *arena, struct participant_row *row);

struct participant_new {
	const char *code, *code3, *kind, *status, *region, *list_name, *running_name, *formal_name;
};
int64_t store_participant_add(struct store *store, int64_t session,
	const struct participant_new *participant, struct err *err);
/* An entry under the name that it has on a date, with its other names as aliases; *id
 * is 0 if it is on no list that day. */
bool store_participant_of_roster(struct store *store, int64_t session,
	const struct roster_entry *entry, const char *date, int64_t *id, struct err *err);
bool store_participant_alias(
	struct store *store, int64_t participant, const char *alias, struct err *err);
/* Sets what is not NULL in it; code, code3 and region stay. */
bool store_participant_edit(struct store *store, int64_t participant,
	const struct participant_new *edited, struct err *err);
/* What would go with it. */
struct participant_traces {
	int64_t presences;   /* at meetings and for items, or registered */
	int64_t requests;    /* that came to nothing */
	int64_t statuses;    /* of treaties, with their dates */
	int64_t memberships; /* of groups; of a group its members */
};
void store_participant_traces(
	struct store *store, int64_t participant, struct participant_traces *traces);
/* With its presence and the requests that came to nothing. ERR_USAGE with the reason
 * while a statement, the speakers' list or a recommendation has it. */
bool store_participant_remove(struct store *store, int64_t participant, struct err *err);
bool store_participant_set_status(
	struct store *store, int64_t participant, const char *status, struct err *err);

#endif
