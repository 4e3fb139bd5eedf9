/* SPDX-License-Identifier: MIT */
/*
 * Identifiers as the naming convention of Akoma Ntoso has them: what an element is, its
 * number as printed without punctuation, below that of its parent. The same document gives
 * the same ones; a paragraph added at the end changes none. Numbers may be anybody's, so
 * that each is reduced to signs that an identifier can have, and made another one where it
 * was given already.
 */
#include <stdlib.h>
#include <string.h>

#include "akn.h"
#include "base/mem.h"

enum { NUMBER_LENGTH = 32, FIRST_SIZE = 256 };

/* --- those that were given --- */

static size_t hash(const char *text)
{
	size_t value = 5381;

	for (; *text; text++)
		value = value * 33 ^ (unsigned char)*text;
	return value;
}

static struct akn_id *slot_of(const struct akn_ids *ids, const char *text)
{
	size_t at = hash(text) & (ids->size - 1);

	while (ids->slots[at].text && strcmp(ids->slots[at].text, text) != 0)
		at = (at + 1) & (ids->size - 1);
	return &ids->slots[at];
}

static void widen(struct akn_ids *ids)
{
	struct akn_ids wider = {.size = ids->size ? ids->size * 2 : FIRST_SIZE};

	wider.slots = mem_alloc(wider.size * sizeof *wider.slots);
	for (size_t i = 0; i < ids->size; i++)
		if (ids->slots[i].text)
			*slot_of(&wider, ids->slots[i].text) = ids->slots[i];
	wider.count = ids->count;
	free(ids->slots);
	*ids = wider;
}

/* NULL if it was given before. */
static const char *give(struct akn *akn, const char *text)
{
	struct akn_ids *ids = &akn->ids;

	if (ids->count * 2 >= ids->size)
		widen(ids);
	struct akn_id *slot = slot_of(ids, text);
	if (slot->text)
		return NULL;
	ids->count++;
	return slot->text = arena_strdup(&akn->kept, text);
}

/* "sec_I-2", "sec_I-3": where one was given before. */
static const char *give_another(struct akn *akn, struct str *id)
{
	unsigned again = slot_of(&akn->ids, id->text)->again;
	size_t length = id->length;
	const char *given;

	do {
		str_cut(id, length);
		str_addf(id, "-%u", ++again + 1);
		given = give(akn, id->text);
	} while (!given);
	str_cut(id, length);
	slot_of(&akn->ids, id->text)->again = again;
	return given;
}

/* --- new ones --- */

/* "(a)" is a, "3 bis." is 3bis. */
static void put_number(struct str *out, const char *number)
{
	size_t start = out->length;

	for (; number && *number && out->length - start < NUMBER_LENGTH; number++) {
		char c = *number;
		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			((c == '.' || c == '-') && out->length > start))
			str_addc(out, c);
	}
	while (out->length > start && strchr(".-", out->text[out->length - 1]))
		str_cut(out, out->length - 1);
}

const char *akn_id(
	struct akn *akn, const char *parent, const char *what, const char *number, unsigned n)
{
	struct str id;

	str_init(&id);
	str_addf(&id, "%s%s%s_", parent, *parent ? "__" : "", what);
	size_t start = id.length;
	put_number(&id, number);
	if (id.length == start)
		str_addf(&id, number ? "n%u" : "%u", n);
	const char *given = give(akn, id.text);
	if (!given)
		given = give_another(akn, &id);
	str_clear(&id);
	return given;
}
