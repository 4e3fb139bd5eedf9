/* SPDX-License-Identifier: MIT */
/* A roster of possible participants; which name was valid when. Dates compare
 * as text, because 'YYYY-MM-DD' sorts as it runs. */
#include <string.h>

#include "model/roster.h"

void roster_init(struct roster *roster)
{
	*roster = (struct roster){0};
	arena_init(&roster->arena);
}

void roster_clear(struct roster *roster)
{
	arena_clear(&roster->arena);
	roster_init(roster);
}

static bool is_valid_on(const char *from, const char *until, const char *date)
{
	if (!date)
		return !until;
	return (!from || strcmp(from, date) <= 0) && (!until || strcmp(date, until) <= 0);
}

bool roster_is_name_on(const struct roster_name *name, const char *date)
{
	return is_valid_on(name->from, name->until, date);
}

const struct roster_name *roster_name_on(const struct roster_entry *entry, const char *date)
{
	if (date && entry->member && strcmp(date, entry->member) < 0)
		return NULL;
	for (size_t i = 0; i < entry->name_count; i++) {
		if (roster_is_name_on(&entry->names[i], date))
			return &entry->names[i];
	}
	return NULL;
}

bool roster_is_member_on(
	const struct roster_entry *group, const char *code, const char *region, const char *date)
{
	if (region && group->region && strcmp(region, group->region) == 0)
		return true;
	for (size_t i = 0; i < group->member_count; i++) {
		const struct roster_member *member = &group->members[i];
		if (strcmp(member->code, code) == 0 &&
			is_valid_on(member->from, member->until, date))
			return true;
	}
	return false;
}
