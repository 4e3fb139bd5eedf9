/* SPDX-License-Identifier: MIT */
/*
 * Corrections of who takes an item up: the bodies with which it is joint, as a person
 * types them, and a body that was read out of a document and has nothing to do. The one
 * idea: whom a person names is known by key, symbol or name, and else is a new body if
 * it has a name of several words; of one word it is a slip.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "agenda_edit_inside.h"
#include "base/fold.h"

static bool same_name(const char *name, const char *typed)
{
	char *a, *b;
	bool same;

	if (!name)
		return false;
	if (strncasecmp(typed, "the ", 4) == 0 && strncasecmp(name, "the ", 4) != 0)
		typed += 4;
	a = fold_key(name);
	b = fold_key(typed);
	same = strcmp(a, b) == 0;
	free(a);
	free(b);
	return same;
}

static size_t find_body(const struct agenda *agenda, const char *typed)
{
	for (size_t i = 0; i < agenda->body_count; i++) {
		const struct agenda_body *body = &agenda->bodies[i];
		if (strcasecmp(body->key, typed) == 0 || same_name(body->name, typed) ||
			(body->symbol && strcasecmp(body->symbol, typed) == 0))
			return i;
	}
	return AGENDA_NONE;
}

static bool has_key(const struct agenda *agenda, const char *key)
{
	for (size_t i = 0; i < agenda->body_count; i++)
		if (strcmp(agenda->bodies[i].key, key) == 0)
			return true;
	return false;
}

/* The letters with which its words begin, or "body", and a figure if another has that. */
static const char *key_for(struct agenda *agenda, const char *name)
{
	char letters[12] = "body";
	const char *key = letters;
	size_t length = 0;

	for (const char *at = name; *at && length + 1 < sizeof letters; at++)
		if (isupper((unsigned char)*at) && (at == name || at[-1] == ' '))
			letters[length++] = (char)tolower((unsigned char)*at);
	if (length > 0)
		letters[length] = '\0';
	for (int n = 2; has_key(agenda, key); n++)
		key = arena_printf(&agenda->arena, "%s%d", letters, n);
	return arena_strdup(&agenda->arena, key);
}

static size_t add_body(struct agenda *agenda, const char *name)
{
	const char *key = key_for(agenda, name);

	if (strncasecmp(name, "the ", 4) == 0)
		name += 4;
	agenda->bodies = agenda_edit_gap(agenda, agenda->bodies, agenda->body_count,
		agenda->body_count, sizeof *agenda->bodies);
	agenda->bodies[agenda->body_count] = (struct agenda_body){.key = key, .name = name};
	return agenda->body_count++;
}

/* "wg3", "wg3:2", "Working Group on Weirs" */
static bool add_joint(struct agenda *agenda, struct agenda_item *item, char *typed, struct err *err)
{
	char *colon = strrchr(typed, ':');
	size_t body;

	if (colon)
		*colon++ = '\0';
	body = find_body(agenda, typed);
	if (body == AGENDA_NONE && !strchr(typed, ' '))
		return err_set(err, ERR_DATA,
			"there is no body '%.60s'; one that is new has a name of several words",
			typed);
	if (body == AGENDA_NONE)
		body = add_body(agenda, typed);
	item->joint = agenda_edit_gap(
		agenda, item->joint, item->joint_count, item->joint_count, sizeof *item->joint);
	item->joint[item->joint_count++] = (struct agenda_joint){.body = body, .number = colon};
	return true;
}

bool agenda_edit_joint(struct agenda *agenda, size_t item, const char *with, struct err *err)
{
	struct agenda_item *it = &agenda->items[item];

	it->joint = NULL;
	it->joint_count = 0;
	it->confidence = AGENDA_SURE;
	while (*with) {
		size_t length = strcspn(with, ",;"), end = length, from = strspn(with, " ");
		while (end > from && with[end - 1] == ' ')
			end--;
		if (end > from &&
			!add_joint(agenda, it,
				arena_strndup(&agenda->arena, with + from, end - from), err))
			return false;
		with += length + (with[length] != '\0');
	}
	return true;
}

void agenda_edit_joint_words(const struct agenda *agenda, size_t item, struct str *out)
{
	const struct agenda_item *it = &agenda->items[item];

	for (size_t i = 0; i < it->joint_count; i++) {
		str_addf(out, "%s%s", i ? ", " : "", agenda->bodies[it->joint[i].body].key);
		if (it->joint[i].number)
			str_addf(out, ":%s", it->joint[i].number);
	}
}

/* --- a body that is none --- */

static const struct agenda_item *item_of(const struct agenda *agenda, size_t body)
{
	for (size_t i = 0; i < agenda->item_count; i++) {
		const struct agenda_item *item = &agenda->items[i];
		if (item->body == body)
			return item;
		for (size_t k = 0; k < item->joint_count; k++)
			if (item->joint[k].body == body)
				return item;
	}
	return NULL;
}

bool agenda_edit_body_remove(
	struct agenda *agenda, size_t body, struct agenda_lines lines, struct err *err)
{
	const struct agenda_item *held = item_of(agenda, body);

	if (held)
		return err_set(err, ERR_DATA,
			"item %s belongs to it: say first on the item with whom it is joint",
			held->printed);
	for (size_t i = 0; i < agenda->officer_count; i++)
		if (agenda->officers[i].body == body)
			return err_set(
				err, ERR_DATA, "%s is an officer of it", agenda->officers[i].name);
	if (agenda->body_count == 1)
		return err_set(err, ERR_DATA, "it is the only body");
	agenda_edit_unread(agenda, lines, agenda->bodies[body].name);
	agenda_edit_close(agenda->bodies, agenda->body_count--, body, sizeof *agenda->bodies);
	for (size_t i = 0; i < agenda->officer_count; i++)
		agenda->officers[i].body -= agenda->officers[i].body > body;
	for (size_t i = 0; i < agenda->item_count; i++) {
		struct agenda_item *item = &agenda->items[i];
		item->body -= item->body > body;
		for (size_t k = 0; k < item->joint_count; k++)
			item->joint[k].body -= item->joint[k].body > body;
	}
	return true;
}
