/* SPDX-License-Identifier: MIT */
/*
 * Groups: participants that others belong to (group_member), and for whom a
 * statement was made as the group was then (statement_member). What a group is
 * made of later never changes for whom somebody spoke.
 */
#ifndef STORE_GROUP_H
#define STORE_GROUP_H

#include <stddef.h>

#include "model/roster.h"
#include "store/store.h"

struct group_row {
	int64_t id;
	const char *list_name, *running_name;
	int64_t members;
};
/* Those of kind "group" and whoever has members, in the order in which they came
 * into the session; rows in the arena. */
struct group_row *store_groups(
	struct store *store, int64_t session, struct arena *arena, size_t *count);
/* The ids of its members now. */
int64_t *store_group_members(
	struct store *store, int64_t group, struct arena *arena, size_t *count);
/* Has any group of the session a member? Sessions from before there were groups have not. */
bool store_groups_known(struct store *store, int64_t session);

/* Puts the groups of a roster into the session, with their members on its first day:
 * whoever is in the session by one of those codes. A group that has members already
 * is left as it is. *added gets how many groups got members. */
bool store_groups_add(struct store *store, int64_t session, const struct roster *roster,
	size_t *added, struct err *err);

/* One who is in it already, or is not: no error, no change; *changed says so. */
bool store_group_add(struct store *store, int64_t session, int64_t group, int64_t participant,
	bool *changed, struct err *err);
bool store_group_remove(
	struct store *store, int64_t group, int64_t participant, bool *changed, struct err *err);

/* For whom a statement was made, beside the one who made it. */
int64_t *store_statement_members(
	struct store *store, int64_t statement, struct arena *arena, size_t *count);
/* The members of its group (on_behalf) now; none if it was made for none. Called by
 * store_statement_add and store_statement_set. */
bool store_statement_members_take(struct store *store, int64_t statement, struct err *err);
/* Those of another statement: for one that was split off. */
bool store_statement_members_copy(struct store *store, int64_t from, int64_t to, struct err *err);

#endif
