/* SPDX-License-Identifier: MIT */
/*
 * The names of a whole list, and whom they mean. A name that somebody has in full is
 * known; what fits one participant clearly best, by the same scores as anywhere
 * (model/match.h), is a guess, to be looked at; all else is nobody. Unlike with a
 * single name typed at a prompt also typing errors are guessed, because each guess is
 * shown, and a code of two letters is no more than one: "No" heads a column as often
 * as it is Norway. Nothing is written here.
 */
#include <stdlib.h>
#include <string.h>

#include "cache.h"
#include "shown.h"

#include "base/fold.h"
#include "command/named.h"
#include "model/match.h"
#include "store/floor.h"

enum { NEAR = 3, SHORTEST_NAME = 3, SHORTEST_GUESS = 3 };

/* A whole name of a participant. */
struct whole {
	const char *key; /* a fold key, borrowed */
	size_t row;
	bool own; /* the name in lists, and not one of its others */
};

/* What a reading looks names up in. */
struct book {
	struct arena arena;
	struct desk *desk;
	const struct participant_row *rows;
	size_t count;
	struct whole *wholes; /* sorted by key */
	size_t whole_count;
};

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct whole *)a)->key, ((const struct whole *)b)->key);
}

static void add_whole(struct book *book, const char *key, size_t row, bool own)
{
	if (*key)
		book->wholes[book->whole_count++] = (struct whole){key, row, own};
}

static void book_open(struct book *book, struct desk *desk)
{
	size_t most = 0;

	*book = (struct book){.desk = desk};
	arena_init(&book->arena);
	book->rows = cache_participants(desk, &book->count);
	for (size_t i = 0; i < book->count; i++)
		most += book->rows[i].key_count + 1;
	book->wholes = arena_alloc(&book->arena, (most + 1) * sizeof *book->wholes);
	for (size_t i = 0; i < book->count; i++) {
		const struct participant_row *row = &book->rows[i];
		for (size_t k = 0; k < row->key_count; k++)
			add_whole(book, row->keys[k], i, k == 0);
		if (!row->formal_name)
			continue;
		char *formal = fold_key(row->formal_name);
		add_whole(book, arena_strdup(&book->arena, formal), i, false);
		free(formal);
	}
	qsort(book->wholes, book->whole_count, sizeof *book->wholes, by_key);
}

static void book_close(struct book *book)
{
	arena_clear(&book->arena);
}

/* The first of those with this key; NULL if there is none. */
static const struct whole *find_key(const struct book *book, const char *key)
{
	size_t low = 0, high = book->whole_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(book->wholes[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < book->whole_count && strcmp(book->wholes[low].key, key) == 0
		       ? &book->wholes[low]
		       : NULL;
}

static const char *without_article(const char *key)
{
	return strncmp(key, "the ", 4) == 0 ? key + 4 : key;
}

/* "republic of zimbabwe" is "the republic of zimbabwe", and the other way round. */
static const struct whole *find_whole(const struct book *book, const char *key)
{
	const struct whole *whole = find_key(book, key);
	struct str with;

	if (whole)
		return whole;
	if (without_article(key) != key)
		return find_key(book, without_article(key));
	str_init(&with);
	str_addf(&with, "the %s", key);
	whole = find_key(book, with.text);
	str_clear(&with);
	return whole;
}

static bool is_name(void *context, const char *text)
{
	char *key = fold_key(text);
	bool found = strlen(key) >= SHORTEST_NAME && find_whole(context, key);

	free(key);
	return found;
}

/* --- one name --- */

/* Of those who have this whole name: the one in whose name in lists it is, or the only
 * one; book->count if it is not clear. */
static size_t who_has(const struct book *book, const struct whole *whole, const char *typed)
{
	size_t found = whole->row, owners = 0, owner = 0;
	bool several = false;

	for (const struct whole *w = whole;
		w < book->wholes + book->whole_count && strcmp(w->key, whole->key) == 0; w++) {
		several = several || w->row != found;
		if (strcmp(book->rows[w->row].list_name, typed) == 0)
			return w->row;
		owners += w->own;
		owner = w->own ? w->row : owner;
	}
	return !several ? found : owners == 1 ? owner : book->count;
}

static int score_of(const struct participant_row *row, const char *key)
{
	int best = 0;

	for (size_t i = 0; i < row->key_count; i++) {
		int score = match_score(key, row->keys[i]);
		best = score > best ? score : best;
	}
	return best;
}

/* The best first. */
struct ranking {
	size_t rows[NEAR + 1];
	int scores[NEAR + 1];
	size_t count;
};

static void rank(struct ranking *ranking, size_t row, int score)
{
	size_t at = ranking->count;

	if (score == 0 || (at == NEAR + 1 && ranking->scores[NEAR] >= score))
		return;
	if (at == NEAR + 1)
		at--;
	else
		ranking->count++;
	for (; at > 0 && ranking->scores[at - 1] < score; at--) {
		ranking->rows[at] = ranking->rows[at - 1];
		ranking->scores[at] = ranking->scores[at - 1];
	}
	ranking->rows[at] = row;
	ranking->scores[at] = score;
}

/* Of two that fit in the same way none is guessed, unless one is the shorter name of
 * which what was typed is the beginning: it stands first wherever one types. */
static bool is_clear(const struct ranking *ranking)
{
	int first = ranking->scores[0], second = ranking->count > 1 ? ranking->scores[1] : 0;

	if (ranking->count == 0)
		return false;
	return first / MATCH_STEP > second / MATCH_STEP ||
	       (first >= MATCH_BEGINNING && first > second);
}

static void name_near(const struct book *book, const struct ranking *ranking, struct arena *arena,
	struct named *named)
{
	const char *names[NEAR];
	size_t count = ranking->count < NEAR ? ranking->count : NEAR;

	named->near = "";
	for (size_t i = 0; i < count; i++)
		names[i] = book->rows[ranking->rows[i]].list_name;
	if (count > 0)
		named->near = shown_choice(arena, names, count, NEAR);
}

static void take(struct named *named, const struct book *book, size_t row, enum named_kind kind,
	struct arena *arena)
{
	named->kind = kind;
	named->participant = book->rows[row].id;
	named->name = arena_strdup(arena, book->rows[row].list_name);
	named->near = "";
}

static void find(const struct book *book, const char *typed, bool exact, struct arena *arena,
	struct named *named)
{
	char *key = fold_key(typed);
	const struct whole *whole = find_whole(book, key);
	size_t who = whole ? who_has(book, whole, typed) : book->count;
	struct ranking ranking = {.count = 0};

	*named = (struct named){
		NAMED_UNKNOWN, 0, arena_strdup(arena, typed), "", arena_strdup(arena, key)};
	if (who < book->count) {
		take(named, book, who, strlen(key) < SHORTEST_NAME ? NAMED_GUESSED : NAMED_KNOWN,
			arena);
	} else if (strlen(key) >= SHORTEST_GUESS) {
		for (size_t i = 0; i < book->count; i++)
			rank(&ranking, i, score_of(&book->rows[i], without_article(key)));
		if (!exact && is_clear(&ranking))
			take(named, book, ranking.rows[0], NAMED_GUESSED, arena);
		else
			name_near(book, &ranking, arena, named);
	}
	free(key);
}

void named_find(
	struct desk *desk, const char *typed, bool exact, struct arena *arena, struct named *named)
{
	struct book book;

	book_open(&book, desk);
	find(&book, typed, exact, arena, named);
	book_close(&book);
}

/* --- a list --- */

void named_list_init(struct named_list *list)
{
	*list = (struct named_list){0};
	arena_init(&list->arena);
}

void named_list_clear(struct named_list *list)
{
	arena_clear(&list->arena);
	list->entries = NULL;
	list->count = 0;
}

static void take_entries(
	struct named_list *list, const struct book *book, const struct speakers *speakers)
{
	struct arena *arena = &list->arena;

	list->entries = arena_alloc(arena, speakers->count * sizeof *list->entries);
	for (size_t i = 0; i < speakers->count; i++) {
		struct named_entry *entry = &list->entries[list->count++];
		entry->written = (struct speaker_entry){
			.name = arena_strdup(arena, speakers->entries[i].name),
			.group = arena_strdup(arena, speakers->entries[i].group),
			.person = arena_strdup(arena, speakers->entries[i].person),
			.line = speakers->entries[i].line,
			.exact = speakers->entries[i].exact};
		find(book, entry->written.name, entry->written.exact, arena, &entry->who);
		if (entry->written.group)
			find(book, entry->written.group, entry->written.exact, arena,
				&entry->group);
	}
}

bool named_list_read(struct named_list *list, struct desk *desk, const char *text, struct err *err)
{
	struct speakers speakers;
	struct book book;
	bool good = true;

	named_list_clear(list);
	speakers_init(&speakers);
	book_open(&book, desk);
	speakers_parse(&speakers, text, is_name, &book);
	if (speakers.count == 0)
		good = err_set(err, ERR_DATA, "the list names nobody");
	else if (speakers.count > NAMED_MOST)
		good = err_set(err, ERR_DATA,
			"the list has %zu names; a list of speakers has at most %d", speakers.count,
			NAMED_MOST);
	else
		take_entries(list, &book, &speakers);
	book_close(&book);
	speakers_clear(&speakers);
	return good;
}

static bool same_name(const struct named *a, const struct named *b)
{
	if (!a->name || !b->name)
		return a->name == b->name;
	return a->participant || b->participant ? a->participant == b->participant
						: strcmp(a->key, b->key) == 0;
}

static bool waits(const struct named_entry *entry, const struct request_row *requests, size_t count)
{
	for (size_t i = 0; entry->who.participant && i < count; i++)
		if (requests[i].participant == entry->who.participant &&
			strcmp(requests[i].kind, "reply") != 0 &&
			(!entry->group.name || requests[i].on_behalf == entry->group.participant) &&
			(entry->group.name || !requests[i].on_behalf))
			return true;
	return false;
}

void named_list_check(struct named_list *list, struct desk *desk, int64_t item)
{
	struct arena arena;
	size_t count;

	arena_init(&arena);
	const struct request_row *requests = store_requests(desk->store, item, 0, &arena, &count);
	for (size_t i = 0; i < list->count; i++) {
		struct named_entry *entry = &list->entries[i];
		entry->there = waits(entry, requests, count);
		entry->twice = false;
		for (size_t j = 0; j < i && !entry->twice; j++)
			entry->twice = entry->who.participant == list->entries[j].who.participant &&
				       same_name(&entry->who, &list->entries[j].who) &&
				       same_name(&entry->group, &list->entries[j].group);
	}
	arena_clear(&arena);
}

enum named_kind named_entry_kind(const struct named_entry *entry)
{
	return entry->group.name && entry->group.kind > entry->who.kind ? entry->group.kind
									: entry->who.kind;
}

size_t named_list_count(const struct named_list *list, enum named_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		count += !list->entries[i].there && !list->entries[i].twice &&
			 named_entry_kind(&list->entries[i]) == kind;
	return count;
}
