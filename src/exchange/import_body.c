/* SPDX-License-Identifier: MIT */
/*
 * Whose agenda it is: the last line of the masthead that names a body, the organ above
 * it, the session that is counted, and the symbol and key that belong to it.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fold.h"
#include "import.h"
#include "model/symbol.h"

static bool is_body(const char *text)
{
	static const char *const words[] = {"working group", "committee", "commission",
		"conference", "meeting", "session of the", "group of", "expert group",
		"advisory group", "workshop", "council", "assembly", "forum", "subsidiary body",
		"executive body", "board", "centre for", "task force", "working party", "team of",
		NULL};
	char *key = fold_key(text);
	bool found = false;

	for (size_t i = 0; !found && words[i]; i++)
		found = strstr(key, words[i]) != NULL;
	free(key);
	return found;
}

static bool is_organ(const char *text)
{
	static const char *const organs[] = {"united nations", "economic and social council",
		"general assembly", "security council", "economic commission for europe",
		"economic and social commission for asia and the pacific",
		"economic commission for africa", "trade and development board", NULL};
	char *key = fold_key(text);
	bool found = false;

	for (size_t i = 0; !found && organs[i]; i++)
		found = strcmp(key, organs[i]) == 0;
	free(key);
	return found;
}

/* "First session of the Advisory Group": the session is kept, and the body returned. */
const char *import_body_part_session(struct import *import, const char *text, const char **session)
{
	const char *of = import_find(text, " session of the ");

	if (!of || of - text > 24)
		return text;
	*session = import_kept(import, text, (size_t)(of - text) + 8);
	return of + 16;
}

bool import_body_is_session(const char *text)
{
	char *key = fold_key(text);
	size_t words = import_word_count(key);
	const char *session = strstr(key, " session");
	bool found =
		session && words <= 6 && words >= 2 && (session[8] == '\0' || session[8] == ' ');

	free(key);
	return found;
}

/* "Agenda for the eleventh consultative meeting": what stands behind "for the". */
static const char *body_of_heading(const char *text)
{
	static const char *const openings[] = {"agenda of the ", "agenda for the ", "agenda for ",
		"schedule for ", "agenda: ", "agenda - "};

	for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
		const char *at = import_find(text, openings[i]);
		if (at)
			return at + strlen(openings[i]);
	}
	/* "Twelfth Consultative Meeting: agenda" */
	return strncasecmp(text, "of the ", 7) == 0 ? text + 7 : NULL;
}

/* The last line of the masthead that names a body; its wrapped lines with it. */
const char *import_body_find(struct import *import, size_t end, const char **organ)
{
	static const char *const others[] = {"convened", "hosted", "co hosted", "organized",
		"organised", "submitted", "prepared", "presented", "item", "to be held", NULL};
	const char *body = NULL;

	*organ = NULL;
	for (size_t i = 0; i < end; i++) {
		struct import_line *line = &import->lines[i];
		const char *named = line->prose ? NULL : body_of_heading(line->whole);
		size_t length = strlen(line->whole);
		if (!named && line->heading == IMPORT_AGENDA && length > 8 &&
			strcasecmp(line->whole + length - 7, " agenda") == 0)
			named = import_kept(import, line->whole, length - 7);
		if (named && is_body(named)) {
			body = import_kept_all(import, named);
			line->understood = true;
			continue;
		}
		if (line->prose || line->labelled || line->heading == IMPORT_AGENDA ||
			strlen(line->whole) > 200 || !is_body(line->whole) ||
			import_word_count(line->whole) > 20 ||
			islower((unsigned char)*line->whole) ||
			line->whole[strlen(line->whole) - 1] == '.' ||
			import_has_words(line->whole, "confidential") ||
			import_begins_any(line->whole, others) ||
			import_has_words(line->whole, "unclassified") || *line->whole == '(' ||
			*line->whole == '*' || import_has_words(line->whole, "item"))
			continue;
		line->understood = true;
		if (is_organ(line->whole)) {
			if (!*organ)
				*organ = import_kept_all(import, line->whole);
			continue;
		}
		if (body && !*organ && import_likeness(body, line->whole) < 70)
			*organ = body;
		body = import_kept_all(import, line->whole);
	}
	return body;
}

/* "wg2" of ".../WG.2/...", else the capitals of the name. */
static const char *key_of(struct import *import, const char *symbol, const char *name)
{
	struct str key;
	const char *found, *at = symbol ? strstr(symbol, "/WG.") : NULL;

	str_init(&key);
	if (at)
		str_addf(&key, "wg%ld", strtol(at + 4, NULL, 10));
	for (const char *c = name; !at && *c && key.length < 8; c++)
		if (isupper((unsigned char)*c) && (c == name || !isalpha((unsigned char)c[-1])))
			str_addc(&key, (char)tolower((unsigned char)*c));
	if (key.length < 2) {
		str_reset(&key);
		str_add(&key, "body");
	}
	found = arena_strdup(&import->agenda->arena, key.text);
	str_clear(&key);
	return found;
}

/* The symbol of the body: the one of the agenda before its year and number, or what
 * most documents share that are its own ("CTOC/COP/WG.2"). */
static const char *symbol_of_body(struct import *import)
{
	const char *symbol = import->agenda->symbols;
	size_t length;

	if (!symbol || symbol_at(symbol) == 0)
		return NULL;
	length = symbol_base(symbol);
	for (int brackets = 0; length > 0 && (brackets > 0 || symbol[length - 1] != '/'); length--)
		brackets += (symbol[length - 1] == ')') - (symbol[length - 1] == '(');
	if (length > 5 && isdigit((unsigned char)symbol[length - 2]) &&
		strspn(symbol + length - 5, "0123456789") == 4)
		length -= 5;
	while (length > 1 && symbol[length - 2] == ' ') /* of one that was read badly */
		length--;
	return length > 1 ? arena_strndup(&import->agenda->arena, symbol, length - 1) : NULL;
}

static const char *short_of(const char *name)
{
	static const char *const forms[][2] = {{"Working Group", "the Working Group"},
		{"Working Party", "the Working Party"}, {"Subsidiary Body", "the Subsidiary Body"},
		{"Commission", "the Commission"}, {"Conference", "the Conference"},
		{"Committee", "the Committee"}, {"Advisory Group", "the Advisory Group"},
		{"Group", "the Group"}, {"Workshop", "the Workshop"}, {"Meeting", "the Meeting"},
		{"MEETING", "the Meeting"}};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (strstr(name, forms[i][0]))
			return forms[i][1];
	return NULL;
}

void import_body_make(struct import *import, const char *name)
{
	struct agenda *agenda = import->agenda;
	struct agenda_body *body;

	agenda->bodies = arena_alloc(&agenda->arena, sizeof(*agenda->bodies));
	body = &agenda->bodies[agenda->body_count++];
	body->name = name;
	body->short_name = short_of(name);
	body->symbol = symbol_of_body(import);
	body->key = key_of(import, body->symbol, name);
}

/* "Agenda for ATCM XXVIII", where no line says more of the body. */
const char *import_body_named(struct import *import, size_t end)
{
	for (size_t i = 0; i < end; i++) {
		const char *named = import->lines[i].heading == IMPORT_AGENDA
					    ? body_of_heading(import->lines[i].whole)
					    : NULL;
		if (named && *named && import_word_count(named) <= 8)
			return import_kept_all(import, named);
	}
	return "Meeting";
}
