/* SPDX-License-Identifier: MIT */
/*
 * Items that are taken up with another body. A document says so ("jointly with the
 * Working Group on ..."), of the item at hand or of those that the sentence names; or it
 * lets guess it, where somewhere a joint discussion is announced and an annotation asks
 * both bodies for the same. What is guessed is marked so.
 *
 * Of sub-items nothing is said here: theirs are the bodies of their item.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import_names.h"
#include "model/symbol.h"

void import_joint_add(struct import *import, size_t item, size_t body)
{
	struct agenda *agenda = import->agenda;
	struct agenda_item *it = &agenda->items[item];
	struct agenda_joint *joint;

	for (size_t i = 0; i < it->joint_count; i++)
		if (it->joint[i].body == body)
			return;
	joint = arena_alloc(&agenda->arena, (it->joint_count + 1) * sizeof(*joint));
	if (it->joint_count > 0)
		memcpy(joint, it->joint, it->joint_count * sizeof(*joint));
	joint[it->joint_count++] = (struct agenda_joint){.body = body};
	it->joint = joint;
}

/* --- bodies in running text --- */

/* "SBI": the capitals of the body's name or the end of its symbol. */
static bool is_short_for(const struct agenda_body *body, const char *text)
{
	size_t length = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	const char *slash = body->symbol ? strrchr(body->symbol, '/') : NULL;

	if (length < 2 || isalnum((unsigned char)text[length]))
		return false;
	return (strlen(body->key) == length && strncasecmp(body->key, text, length) == 0) ||
	       (slash && strlen(slash + 1) == length && strncmp(slash + 1, text, length) == 0);
}

/* The body that the text begins with, behind "the": added if it is new and `adds`; the
 * first one is 0, and AGENDA_NONE is none. */
static size_t body_at(struct import *import, const char *text, bool adds)
{
	const struct agenda *agenda = import->agenda;
	size_t length;

	text += strncasecmp(text, "the ", 4) == 0 ? 4 : 0;
	for (size_t i = 0; i < agenda->body_count; i++)
		if (is_short_for(&agenda->bodies[i], text) ||
			import_find(text, agenda->bodies[i].name) == text)
			return i;
	length = import_name_at(text);
	if (length == 0 || !import_may_compare(import))
		return AGENDA_NONE;
	const char *name = import_kept(import, text, length);
	for (size_t i = 0; i < agenda->body_count; i++)
		if (import_names_alike(agenda->bodies[i].name, name))
			return i;
	return adds ? import_body_add(import, name, NULL) : AGENDA_NONE;
}

/* --- what is said --- */

static const char *sentence_of(const char *text, const char *at)
{
	while (at > text && at[-1] != '\n' &&
		!(at - text > 1 && at[-1] == ' ' && strchr(".;", at[-2])))
		at--;
	return at;
}

/* Of organizational matters a sentence speaks only by number. */
static bool is_organizational(const char *title)
{
	static const char *const words[] = {"opening", "adoption", "organizational",
		"organisational", "organization of", "organisation of", "election", "other matters",
		"other business", "any other business", "closing", "closure", NULL};

	return import_begins_any(title, words);
}

static void join(struct import *import, size_t item, size_t body)
{
	const struct agenda *agenda = import->agenda;

	if (agenda->items[item].parent == AGENDA_NONE)
		import_joint_add(import, item, body);
	else
		messages_add(import->messages, true, agenda->items[item].line, 0,
			"item %s is said to be joint with the %s; an agenda file says so of whole "
			"items only",
			agenda->items[item].printed, agenda->bodies[body].name);
}

/* "jointly with the Working Group on Weirs", about the items that the sentence names or the
 * one that it stands under. */
static void read_said(struct import *import, size_t item, const char *text)
{
	static const char *const words[] = {"jointly with ", "joint meeting with ",
		"joint session with ", "joint discussion with ", "joint consideration with ",
		"jointly considered with ", "joint item with "};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		for (const char *at = text; (at = import_find(at, words[i])); at++) {
			size_t body = body_at(import, at + strlen(words[i]), true);
			if (body == 0 || body == AGENDA_NONE)
				continue;
			struct import_refs refs = {0};
			const char *from = sentence_of(text, at);
			char *before = mem_strndup(from, (size_t)(at - from));
			import_refs_within(import, before, &refs);
			free(before);
			for (size_t k = 0; k < refs.count; k++)
				join(import, refs.items[k], body);
			if (refs.count == 0 &&
				!is_organizational(import->agenda->items[item].title))
				join(import, item, body);
		}
}

/* --- what is guessed --- */

static bool says_joint(const struct import *import)
{
	for (size_t i = 0; i < import->count; i++)
		if (import_find(import->lines[i].whole, "joint discussion") ||
			import_find(import->lines[i].whole, "joint meeting") ||
			import_find(import->lines[i].whole, "joint session") ||
			import_find(import->lines[i].whole, "joint consideration") ||
			import_find(import->lines[i].whole, "jointly"))
			return true;
	return false;
}

/* "the Working Group on Eels and the Working Group on Weirs", one of them the first body. */
static size_t other_of_pair(struct import *import, const char *text)
{
	static const char and[] = " and the ";

	for (const char *at = text; (at = strchr(at, ' ')); at++) {
		size_t length = isupper((unsigned char)at[1]) ? import_name_at(at + 1) : 0;
		const char *end = at + 1 + length;
		if (length == 0 || strncmp(end, and, sizeof(and) - 1) != 0)
			continue;
		const char *second = end + sizeof(and) - 1;
		if (body_at(import, at + 1, false) == 0)
			return body_at(import, second, true);
		if (import_name_at(second) > 0 && body_at(import, second, false) == 0)
			return body_at(import, at + 1, true);
	}
	return AGENDA_NONE;
}

/* "a joint meeting of the Working Group on Eels and the ..." says it. */
static bool is_said(const char *text)
{
	static const char *const words[] = {
		"joint meeting of the ", "joint session of the ", "jointly by the "};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		const char *at = import_find(text, words[i]);
		if (at && import_name_at(at + strlen(words[i])) > 0)
			return true;
	}
	return false;
}

static void guess(struct import *import, size_t index)
{
	struct agenda_item *item = &import->agenda->items[index];
	size_t body;

	if (item->joint_count > 0 || item->parent != AGENDA_NONE || !item->annotation ||
		is_organizational(item->title))
		return;
	body = other_of_pair(import, item->annotation);
	if (body == 0 || body == AGENDA_NONE)
		return;
	import_joint_add(import, index, body);
	if (is_said(item->annotation))
		return;
	if (item->confidence == AGENDA_SURE)
		item->confidence = AGENDA_LIKELY;
	messages_add(import->messages, true, item->line, 0,
		"item %s is taken to be joint with the %s: its annotation names both",
		item->printed, import->agenda->bodies[body].name);
}

/* --- symbols of bodies that were found so --- */

/* The one body's symbol beside that of the first in the joint symbols of documents; NULL if
 * there is none, or several. */
static const char *symbol_beside(struct import *import)
{
	const struct agenda *agenda = import->agenda;
	const char *own = agenda->bodies[0].symbol, *found = NULL, *one;
	size_t length;

	for (size_t i = 0; own && i < agenda->document_count; i++) {
		const char *rest = agenda->documents[i].symbols, *other = NULL;
		bool ours = false;
		while ((one = symbol_next(&rest, &length))) {
			const char *symbol = arena_strndup(&import->agenda->arena, one, length);
			size_t part = import_body_symbol(symbol);
			if (part == strlen(own) && strncmp(symbol, own, part) == 0)
				ours = true;
			else if (part > 0)
				other = arena_strndup(&import->agenda->arena, symbol, part);
		}
		if (ours && other && found && strcmp(found, other) != 0)
			return NULL;
		found = ours && other ? other : found;
	}
	return found;
}

static void find_symbol(struct import *import)
{
	const struct agenda *agenda = import->agenda;
	const char *symbol;

	if (agenda->body_count != 2 || agenda->bodies[1].symbol)
		return;
	symbol = symbol_beside(import);
	if (symbol)
		import_body_set_symbol(import, 1, symbol);
}

void import_joint_read(struct import *import)
{
	const struct agenda *agenda = import->agenda;
	bool joint = says_joint(import);

	for (size_t i = 0; joint && i < agenda->item_count; i++) {
		read_said(import, i, agenda->items[i].title);
		if (agenda->items[i].annotation)
			read_said(import, i, agenda->items[i].annotation);
	}
	for (size_t i = 0; joint && i < agenda->item_count; i++)
		guess(import, i);
	find_symbol(import);
}
