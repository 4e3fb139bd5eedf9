/* SPDX-License-Identifier: MIT */
/*
 * One arena that is thrown away when the session or its journal sequence is
 * another one; each list is read when it is first wanted.
 */
#include <stdlib.h>

#include "cache.h"

#include "base/mem.h"

enum list { PARTICIPANTS, ITEMS, BODIES, RECOMMENDATIONS, DOCUMENTS, LISTS };

struct desk_cache {
	const struct store *store;
	int64_t session, sequence;
	struct arena arena;
	bool read[LISTS];
	size_t counts[LISTS];
	void *rows[LISTS];
};

static void *read_list(struct desk *desk, enum list list, size_t *count)
{
	struct arena *arena = &desk->cache->arena;

	switch (list) {
	case PARTICIPANTS:
		return store_participants(desk->store, desk->session, arena, count);
	case ITEMS:
		return store_items(desk->store, desk->session, arena, count);
	case BODIES:
		return store_bodies(desk->store, desk->session, arena, count);
	case RECOMMENDATIONS:
		return store_recommendations(desk->store, desk->session, arena, count);
	default:
		return store_documents(desk->store, desk->session, 0, arena, count);
	}
}

static const void *cached(struct desk *desk, enum list list, size_t *count)
{
	int64_t sequence = store_sequence(desk->store, desk->session);
	struct desk_cache *cache = desk->cache;

	if (cache && (cache->store != desk->store || cache->session != desk->session ||
	    cache->sequence != sequence)) {
		desk_clear(desk);
		cache = NULL;
	}
	if (!cache) {
		cache = desk->cache = mem_alloc(sizeof *cache);
		arena_init(&cache->arena);
		cache->store = desk->store;
		cache->session = desk->session;
		cache->sequence = sequence;
	}
	if (!cache->read[list]) {
		cache->rows[list] = read_list(desk, list, &cache->counts[list]);
		cache->read[list] = true;
	}
	*count = cache->counts[list];
	return cache->rows[list];
}

void desk_clear(struct desk *desk)
{
	if (!desk->cache)
		return;
	arena_clear(&desk->cache->arena);
	free(desk->cache);
	desk->cache = NULL;
}

const struct participant_row *cache_participants(struct desk *desk, size_t *count)
{
	return cached(desk, PARTICIPANTS, count);
}

const struct item_row *cache_items(struct desk *desk, size_t *count)
{
	return cached(desk, ITEMS, count);
}

const struct body_row *cache_bodies(struct desk *desk, size_t *count)
{
	return cached(desk, BODIES, count);
}

const struct recommendation_row *cache_recommendations(struct desk *desk, size_t *count)
{
	return cached(desk, RECOMMENDATIONS, count);
}

const struct document_row *cache_documents(struct desk *desk, size_t *count)
{
	return cached(desk, DOCUMENTS, count);
}
