/* SPDX-License-Identifier: MIT */
/*
 * One arena that is thrown away when the session or its journal sequence is
 * another one; each list is read when it is first wanted. What few commands change,
 * the participants, who are hundreds, the rules and the template, is kept until one
 * of these did.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cache.h"

#include "base/mem.h"
#include "command/drafting.h"
#include "exchange/rules_file.h"
#include "exchange/style_file.h"
#include "exchange/template_file.h"
#include "store/report_language.h"
#include "store/rule.h"
#include "store/template.h"

enum list { PARTICIPANTS, ITEMS, SLOTS, BODIES, RECOMMENDATIONS, DOCUMENTS, LISTS };

struct desk_cache {
	const struct store *store;
	int64_t session, sequence, versions[STORE_FAMILIES];
	struct arena arena, participants;
	struct arena style; /* of the house style, read once */
	bool read[LISTS], has_rules, has_defaults, has_style, has_template;
	struct rules rules, defaults; /* the latter from a file, read once */
	struct rules set;             /* of which an old session lacks some; read once */
	struct style_sheet sheet;
	struct template file, template; /* the words of reports: of a file, and of the session */
	struct other_names others;      /* read once */
	bool has_others;
	size_t counts[LISTS];
	void *rows[LISTS];
};

static void *read_list(struct desk *desk, enum list list, size_t *count)
{
	struct desk_cache *cache = desk->cache;

	switch (list) {
	case PARTICIPANTS:
		return store_participants(desk->store, desk->session, &cache->participants, count);
	case ITEMS:
		return store_items(desk->store, desk->session, &cache->arena, count);
	case SLOTS:
		return store_slots(desk->store, desk->session, &cache->arena, count);
	case BODIES:
		return store_bodies(desk->store, desk->session, &cache->arena, count);
	case RECOMMENDATIONS:
		return store_recommendations(desk->store, desk->session, &cache->arena, count);
	default:
		return store_documents(desk->store, desk->session, 0, &cache->arena, count);
	}
}

static struct desk_cache *begin(struct desk *desk)
{
	struct desk_cache *cache = mem_alloc(sizeof *cache);

	arena_init(&cache->arena);
	arena_init(&cache->participants);
	arena_init(&cache->style);
	arena_init(&cache->others.arena);
	template_init(&cache->template);
	template_init(&cache->file);
	cache->store = desk->store;
	cache->session = desk->session;
	return cache;
}

/* Forgets what does not hold any more. */
static void refresh(struct desk_cache *cache, struct store *store)
{
	int64_t sequence = store_sequence(store, cache->session);
	const int64_t *versions = store_versions(store);
	bool moved[STORE_FAMILIES];

	for (int i = 0; i < STORE_FAMILIES; i++)
		moved[i] = versions[i] != cache->versions[i];
	memcpy(cache->versions, versions, sizeof cache->versions);
	if (cache->sequence != sequence) {
		arena_clear(&cache->arena);
		for (int list = 0; list < LISTS; list++)
			cache->read[list] = list == PARTICIPANTS && cache->read[list];
	}
	if (moved[STORE_ROSTER]) {
		arena_clear(&cache->participants);
		cache->read[PARTICIPANTS] = false;
	}
	cache->has_rules = cache->has_rules && !moved[STORE_RULES];
	cache->has_template = cache->has_template && !moved[STORE_TEMPLATE];
	cache->sequence = sequence;
}

/* The cache with nothing in it that does not hold any more. */
static struct desk_cache *fresh(struct desk *desk)
{
	struct desk_cache *cache = desk->cache;

	if (cache && (cache->store != desk->store || cache->session != desk->session))
		desk_clear(desk);
	if (!desk->cache)
		desk->cache = begin(desk);
	cache = desk->cache;
	refresh(cache, desk->store);
	return cache;
}

static const void *cached(struct desk *desk, enum list list, size_t *count)
{
	struct desk_cache *cache = fresh(desk);

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
	template_clear(&desk->cache->template);
	template_clear(&desk->cache->file);
	arena_clear(&desk->cache->arena);
	arena_clear(&desk->cache->participants);
	arena_clear(&desk->cache->style);
	arena_clear(&desk->cache->others.arena);
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

const struct slot_row *cache_slots(struct desk *desk, size_t *count)
{
	return cached(desk, SLOTS, count);
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

static const struct rules *defaults(struct desk_cache *cache)
{
	if (!cache->has_defaults)
		rules_file_default(&cache->defaults);
	cache->has_defaults = true;
	return &cache->defaults;
}

/* The set of that key as it is now; nothing is limited if there is none any more. */
static const struct rules *set_of(struct desk_cache *cache, const char *key)
{
	struct messages messages;

	if (!*key)
		return defaults(cache);
	if (strcmp(cache->set.key, key) == 0)
		return &cache->set;
	messages_init(&messages, "rules.yaml");
	if (!rules_file_read(key, &cache->set, &messages)) {
		rules_init(&cache->set);
		snprintf(cache->set.key, sizeof cache->set.key, "%s", key);
	}
	messages_clear(&messages);
	return &cache->set;
}

/* What an old session has no row of is as its set has it. */
static void read_rules(struct desk *desk, struct desk_cache *cache)
{
	struct rules own;

	if (!store_rules(desk->store, desk->session, &own)) {
		cache->rules = *defaults(cache);
		return;
	}
	cache->rules = own;
	if (store_rules_over(desk->store, desk->session, &own))
		return;
	cache->rules = *set_of(cache, own.key);
	store_rules_over(desk->store, desk->session, &cache->rules);
}

const struct rules *desk_rules(struct desk *desk)
{
	struct desk_cache *cache = fresh(desk);

	if (!cache->has_rules)
		read_rules(desk, cache);
	cache->has_rules = true;
	return &cache->rules;
}

/* What an old session does not say is as the file of its language has it, read once. */
static void read_template(struct desk *desk, struct desk_cache *cache)
{
	const char *language = NULL;
	struct str said;

	str_init(&said);
	if (desk->store && desk->session)
		store_report_language(desk->store, desk->session, &said);
	if (said.length)
		language = template_file_find(said.text, NULL);
	if (!language)
		language = TEMPLATE_LANGUAGE;
	if (strcmp(cache->file.language, language) != 0) {
		template_clear(&cache->file);
		template_init(&cache->file);
		template_file_any(language, &cache->file);
	}
	str_clear(&said);
	template_clear(&cache->template);
	template_init(&cache->template);
	template_copy(&cache->template, &cache->file);
	if (desk->store && desk->session)
		store_template_over(desk->store, desk->session, &cache->template);
}

void desk_template_in(struct desk *desk, const char *language, struct template *template)
{
	template_file_any(language, template);
	if (desk->session)
		store_template_over(desk->store, desk->session, template);
}

const struct template *desk_template(struct desk *desk)
{
	struct desk_cache *cache = fresh(desk);

	if (!cache->has_template)
		read_template(desk, cache);
	cache->has_template = true;
	return &cache->template;
}

const struct other_names *cache_other_names(struct desk *desk)
{
	struct desk_cache *cache = fresh(desk);

	if (!cache->has_others)
		other_names_read(&cache->others);
	cache->has_others = true;
	return &cache->others;
}

const struct style_sheet *drafting_sheet(struct desk *desk)
{
	struct desk_cache *cache = fresh(desk);

	if (!cache->has_style)
		style_file_any(&cache->style, &cache->sheet);
	cache->has_style = true;
	return &cache->sheet;
}
