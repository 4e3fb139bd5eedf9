/* SPDX-License-Identifier: MIT */
/*
 * Speaking time summed up: what a delegation says for itself and as the voice of a
 * group stay apart, so that nobody is blamed for the time of a group.
 */
#include <string.h>

#include "model/region.h"
#include "report/speaking.h"
#include "store/participant.h"

struct speaking speaking_by_delegation(
	const struct spoken_row *spoken, size_t count, struct arena *arena)
{
	struct speaking totals = {
		.rows = arena_alloc(arena, (count + 1) * sizeof(struct speaking_total))};

	for (size_t i = 0; i < count; i++) {
		struct speaking_total *last = &totals.rows[totals.count];
		/* Those of one delegation follow each other. */
		if (totals.count > 0 && last[-1].key == spoken[i].participant)
			last--;
		else {
			*last = (struct speaking_total){
				.name = spoken[i].name, .key = spoken[i].participant};
			totals.count++;
		}
		*(spoken[i].group ? &last->voice : &last->own) += spoken[i].seconds;
		*(spoken[i].group ? &totals.sum.voice : &totals.sum.own) += spoken[i].seconds;
	}
	return totals;
}

enum { NO_REGION = REGIONS, ROWS };

/* Of the names that the group has had the one that the session knows: that of its date. */
static const char *name_of_region(size_t region, const struct participant_row *rows, size_t count)
{
	if (region == NO_REGION)
		return SPEAKING_NO_REGION;
	for (size_t name = 0; name < 2 && regions[region].names[name]; name++)
		for (size_t i = 0; i < count; i++)
			if (strcmp(rows[i].list_name, regions[region].names[name]) == 0)
				return rows[i].list_name;
	return regions[region].names[0];
}

struct speaking speaking_by_region(struct store *store, int64_t session,
	const struct spoken_row *spoken, size_t count, struct arena *arena)
{
	struct speaking totals = {
		.rows = arena_alloc(arena, ROWS * sizeof(struct speaking_total)), .count = ROWS};
	size_t known;
	const struct participant_row *rows = store_participants(store, session, arena, &known);

	for (size_t r = 0; r < ROWS; r++)
		totals.rows[r] = (struct speaking_total){.name = name_of_region(r, rows, known)};
	for (size_t i = 0; i < count; i++) {
		int found = region_find(spoken[i].region);
		size_t r = found < 0 ? NO_REGION : (size_t)found;
		*(spoken[i].group ? &totals.rows[r].voice : &totals.rows[r].own) +=
			spoken[i].seconds;
	}
	return totals;
}
