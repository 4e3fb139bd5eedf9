/* SPDX-License-Identifier: MIT */
/* A list of completions, sorted once. */
#include <stdlib.h>

#include "gather.h"

#include "base/mem.h"
#include "model/match.h"

void gather_add(
	struct gather *gather, int score, const char *text, const char *label, const char *detail)
{
	if (score <= 0)
		return;
	gather->found = mem_grow(
		gather->found, &gather->capacity, gather->count + 1, sizeof *gather->found);
	gather->found[gather->count++] = (struct completion){text, label, detail, score};
}

bool gather_has(const struct gather *gather, int score)
{
	for (size_t i = 0; i < gather->count; i++)
		if (gather->found[i].score >= score)
			return true;
	return false;
}

/* What only a typing error would make of it is offered where there is nothing else. */
static int least_score(const struct gather *gather)
{
	return gather_has(gather, MATCH_ELIDED) ? MATCH_ELIDED : 1;
}

/* A form keeps them longer than the desk keeps its cache, which a refused
 * command throws away. */
static void own(struct completion *one, struct arena *arena)
{
	one->text = arena_strdup(arena, one->text);
	one->label = arena_strdup(arena, one->label);
	one->detail = one->detail ? arena_strdup(arena, one->detail) : NULL;
}

/* Insertion into the best so far: the lists are short and the limit a screen's. */
struct completion *gather_best(struct gather *gather, size_t limit, size_t *count)
{
	struct completion *best = arena_alloc(gather->arena, (limit + 1) * sizeof *best);
	int least = least_score(gather);
	size_t kept = 0;

	for (size_t i = 0; i < gather->count && limit > 0; i++) {
		if (gather->found[i].score < least)
			continue;
		size_t at = kept < limit ? kept++ : limit - 1;
		if (at == limit - 1 && kept == limit && best[at].text &&
			best[at].score >= gather->found[i].score)
			continue;
		for (; at > 0 && best[at - 1].score < gather->found[i].score; at--)
			best[at] = best[at - 1];
		best[at] = gather->found[i];
	}
	for (size_t i = 0; i < kept; i++)
		own(&best[i], gather->arena);
	free(gather->found);
	gather->found = NULL;
	gather->count = gather->capacity = 0;
	*count = kept;
	return best;
}
