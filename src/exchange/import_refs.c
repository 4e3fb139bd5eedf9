/* SPDX-License-Identifier: MIT */
/*
 * References to items in the words of a timetable: "1 (a)", "1–3", "4, 5 and 6",
 * "Plenary (1, 2)", "discussion of agenda item 3", "6 (a), (b)". A number counts only
 * if the agenda has such an item: a year or a room in brackets is none.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "import.h"

void import_refs_add(struct import_refs *refs, size_t item)
{
	for (size_t i = 0; i < refs->count; i++)
		if (refs->items[i] == item)
			return;
	if (item != AGENDA_NONE && refs->count < IMPORT_REFS_MAX)
		refs->items[refs->count++] = item;
}

size_t import_item_find(const struct import *import, size_t parent, const char *part)
{
	const struct agenda *agenda = import->agenda;

	for (size_t i = 0; i < agenda->item_count; i++) {
		const char *number = agenda->items[i].number;
		size_t length = strlen(part);
		if (agenda->items[i].parent != parent)
			continue;
		if (parent == AGENDA_NONE ? strcmp(number, part) == 0
					  : strncmp(number + 1, part, length) == 0 &&
						    number[length + 1] == ')')
			return i;
	}
	return AGENDA_NONE;
}

size_t import_item_labelled(const struct import *import, const struct import_label *label)
{
	size_t item = AGENDA_NONE;

	for (int i = 0; i < label->count; i++) {
		item = import_item_find(import, item, label->part[i]);
		if (item == AGENDA_NONE)
			break;
	}
	return item;
}

/* --- a list of numbers --- */

struct reader {
	const struct import *import;
	const char *at;
	size_t last;   /* the item read last; AGENDA_NONE at first */
	size_t parent; /* where letters belong */
	struct import_refs *refs;
};

static void skip(struct reader *reader)
{
	while (*reader->at == ' ' || strncmp(reader->at, "\u00A0", 2) == 0)
		reader->at += *reader->at == ' ' ? 1 : 2;
}

/* "12", "(a)", "a)" at the reader's place, in small letters; its bytes. */
static size_t read_part(const char *text, char part[LABEL_BYTES])
{
	const char *at = text;
	size_t length = 0;
	bool bracket = *at == '(';

	at += bracket;
	while (length < 4 &&
		(isdigit((unsigned char)*text) && !bracket ? isdigit((unsigned char)*at)
							   : isalnum((unsigned char)*at)))
		part[length++] = (char)tolower((unsigned char)*at++);
	part[length] = '\0';
	if (length == 0 || (!isdigit((unsigned char)part[0]) && *at != ')') ||
		(bracket && *at != ')'))
		return 0;
	at += *at == ')' && (bracket || !isdigit((unsigned char)part[0]));
	return isalnum((unsigned char)*at) && !isalpha((unsigned char)*text) ? 0
									     : (size_t)(at - text);
}

/* Sub-parts that follow a number directly: " (a)", "(a)(ii)", ".1". */
static void read_subs(struct reader *reader)
{
	char part[LABEL_BYTES];

	for (;;) {
		const char *before = reader->at;
		bool stop = *reader->at == '.' && isdigit((unsigned char)reader->at[1]);
		skip(reader);
		size_t length = *reader->at == '(' || stop ? read_part(reader->at + stop, part) : 0;
		size_t item =
			length ? import_item_find(reader->import, reader->last, part) : AGENDA_NONE;
		if (item == AGENDA_NONE) {
			reader->at = before;
			return;
		}
		reader->parent = reader->last;
		reader->last = item;
		reader->at += length + stop;
	}
}

/* One number with its subs: a figure, or a letter below what was read before. */
static bool read_number(struct reader *reader)
{
	char part[LABEL_BYTES];
	size_t length = read_part(reader->at, part), item;

	if (length == 0)
		return false;
	if (isdigit((unsigned char)part[0])) {
		item = import_item_find(reader->import, AGENDA_NONE, part);
		reader->parent = AGENDA_NONE;
	} else {
		size_t parent = reader->parent != AGENDA_NONE ? reader->parent : reader->last;
		item = parent != AGENDA_NONE ? import_item_find(reader->import, parent, part)
					     : AGENDA_NONE;
		reader->parent = parent;
	}
	if (item == AGENDA_NONE)
		return false;
	reader->last = item;
	reader->at += length;
	if (isdigit((unsigned char)part[0]))
		read_subs(reader);
	return true;
}

/* "-", "–", "to"; its bytes. */
static size_t range_length(const char *text)
{
	static const char *const dashes[] = {"-", "\u2010", "\u2011", "\u2013", "\u2014", "to "};

	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (strncasecmp(text, dashes[i], strlen(dashes[i])) == 0)
			return strlen(dashes[i]);
	return 0;
}

static size_t comma_length(const char *text)
{
	static const char *const commas[] = {", and ", "and ", "& ", "&", ",", ";", "/", "+"};

	for (size_t i = 0; i < sizeof(commas) / sizeof(commas[0]); i++)
		if (strncasecmp(text, commas[i], strlen(commas[i])) == 0)
			return strlen(commas[i]);
	return 0;
}

/* From the one before to the one read: the siblings between. */
static void add_range(struct reader *reader, size_t from, size_t to)
{
	const struct agenda *agenda = reader->import->agenda;

	for (size_t i = from; i <= to && i < agenda->item_count; i++)
		if (agenda->items[i].parent == agenda->items[to].parent ||
			(agenda->items[i].parent == agenda->items[from].parent &&
				agenda->items[to].parent != i)) /* "1 to 3 (a)" */
			import_refs_add(reader->refs, i);
}

static bool read_rest(struct reader *reader)
{
	const char *before = reader->at;
	size_t from = reader->last, length;

	skip(reader);
	length = range_length(reader->at);
	bool range = length > 0;
	if (!range)
		length = comma_length(reader->at);
	reader->at += length;
	skip(reader);
	/* "3 4": a line each in the cell of a table */
	bool apart = length > 0 || (reader->at > before && isdigit((unsigned char)*reader->at));
	if (!apart || !read_number(reader)) {
		reader->at = before;
		return false;
	}
	if (range)
		add_range(reader, from, reader->last);
	else
		import_refs_add(reader->refs, reader->last);
	return true;
}

/* A list at text; the bytes of it, 0 if there is none. */
static size_t read_list(const struct import *import, const char *text, struct import_refs *refs)
{
	struct reader reader = {import, text, AGENDA_NONE, AGENDA_NONE, refs};

	skip(&reader);
	if (!isdigit((unsigned char)*reader.at) || !read_number(&reader))
		return 0;
	import_refs_add(refs, reader.last);
	while (read_rest(&reader))
		;
	return (size_t)(reader.at - text);
}

/* --- where lists stand --- */

static const char *skip_words(const char *text)
{
	static const char *const words[] = {"agenda items", "agenda item", "items", "item"};

	while (*text == ' ')
		text++;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strncasecmp(text, words[i], strlen(words[i])) == 0)
			return text + strlen(words[i]);
	return text;
}

bool import_refs_only(const struct import *import, const char *text, struct import_refs *refs)
{
	struct import_refs found = {0};
	const char *list = skip_words(text);
	size_t length = read_list(import, list, &found);
	const char *rest = list + length;

	while (*rest && strchr(" .:*", *rest))
		rest++;
	if (length == 0 || (*rest && !import_is_continued(rest)))
		return false;
	for (size_t i = 0; i < found.count; i++)
		import_refs_add(refs, found.items[i]);
	return true;
}

/* A list in brackets that ends with them: "(1, 2)", "(items 3 and 4)", "(7 cont'd)". */
static bool read_bracket(const struct import *import, const char *text, struct import_refs *refs)
{
	struct import_refs found = {0};
	const char *list = skip_words(text + 1);
	size_t length = read_list(import, list, &found);
	const char *rest = list + length;

	while (*rest == ' ' || *rest == '.')
		rest++;
	if (length == 0 || (*rest != ')' && strncasecmp(rest, "cont", 4) != 0))
		return false;
	for (size_t i = 0; i < found.count; i++)
		import_refs_add(refs, found.items[i]);
	return true;
}

bool import_refs_within(const struct import *import, const char *text, struct import_refs *refs)
{
	size_t before = refs->count;

	for (const char *at = text; *at; at++) {
		if (*at == '(') {
			read_bracket(import, at, refs);
		} else if (strncasecmp(at, "item", 4) == 0 &&
			   (at == text || !isalnum((unsigned char)at[-1]))) {
			const char *list = at + 4 + (at[4] == 's' || at[4] == 'S');
			if (*list == ' ')
				read_list(import, list, refs);
		}
	}
	return refs->count > before;
}
