/* SPDX-License-Identifier: MIT */
/* A roster of possible participants; which name was valid when. Dates compare
 * as text, because 'YYYY-MM-DD' sorts as it runs. */
#include <stdbool.h>
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

static bool is_valid_on(const struct roster_name *name, const char *date)
{
	if (!date)
		return !name->until;
	return (!name->from || strcmp(name->from, date) <= 0) &&
	       (!name->until || strcmp(date, name->until) <= 0);
}

const struct roster_name *roster_name_on(const struct roster_entry *entry, const char *date)
{
	if (date && entry->member && strcmp(date, entry->member) < 0)
		return NULL;
	for (size_t i = 0; i < entry->name_count; i++) {
		if (is_valid_on(&entry->names[i], date))
			return &entry->names[i];
	}
	return NULL;
}
