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
#include "import_names.h"
#include "model/symbol.h"

static bool is_body(const char *text)
{
	static const char *const words[] = {"working group", "committee", "commission",
		"conference", "meeting", "session of the", "group of", "expert group",
		"advisory group", "workshop", "council", "assembly", "forum", "subsidiary body",
		"executive body", "board", "centre for", "task force", "working party", "team of",
		NULL};
	char *key = fold_key(text);
	size_t length = strlen(key);
	bool found = length > 6 && strcmp(key + length - 6, " group") == 0;

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

/* "sixth", "Twenty-first", "23rd" before `end`: where it begins; NULL if it is none. */
static const char *ordinal_before(const char *text, const char *end)
{
	static const char *const ends[] = {"th", "st", "nd", "rd"};
	const char *begin = end;

	while (begin > text && begin[-1] != ' ')
		begin--;
	for (size_t i = 0; end - begin > 3 && i < sizeof(ends) / sizeof(ends[0]); i++)
		if (strncasecmp(end - 2, ends[i], 2) == 0)
			return begin;
	return end - begin == 5 && strncasecmp(begin, "third", 5) == 0 ? begin : NULL;
}

/* The body of "Committee on Boats Sixth session", where lines were joined. */
static const char *before_session(struct import *import, const char *text, const char **session)
{
	size_t length = strlen(text);
	const char *begin = length > 24 && strcasecmp(text + length - 8, " session") == 0
				    ? ordinal_before(text, text + length - 8)
				    : NULL;

	if (!begin || begin - text < 12)
		return text;
	if (!*session)
		*session = import_kept_all(import, begin);
	return import_kept(import, text, (size_t)(begin - text));
}

/* "First session of the Advisory Group", "Committee on Boats Sixth session": the session is
 * kept, and the body returned. */
static const char *part_session(struct import *import, const char *text, const char **session)
{
	const char *of = import_find(text, " session of the ");

	if (!of || of - text > 24)
		return before_session(import, text, session);
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

static bool names_body(const struct import_line *line)
{
	static const char *const others[] = {"convened", "hosted", "co hosted", "organized",
		"organised", "submitted", "prepared", "presented", "item", "to be held", NULL};
	const char *text = line->whole;
	size_t length = strlen(text);

	return !line->prose && !line->labelled && line->heading != IMPORT_AGENDA && length > 0 &&
	       length <= 200 && is_body(text) && import_word_count(text) <= 20 &&
	       !islower((unsigned char)*text) && !strchr(".:;,", text[length - 1]) &&
	       *text != '(' && *text != '*' && strncmp(text, "•", 3) != 0 && !strstr(text, "://") &&
	       !import_has_words(text, "confidential") && !import_begins_any(text, others) &&
	       !import_has_words(text, "unclassified") && !import_has_words(text, "item");
}

/* The body in the heading of the agenda; NULL if it names none. */
static const char *named_in_heading(struct import *import, const struct import_line *line)
{
	size_t length = strlen(line->whole);
	const char *named = line->prose || strchr(":", length ? line->whole[length - 1] : ':')
				    ? NULL
				    : body_of_heading(line->whole);

	if (!named && line->heading == IMPORT_AGENDA && length > 8 &&
		strcasecmp(line->whole + length - 7, " agenda") == 0)
		named = import_kept(import, line->whole, length - 7);
	return named && is_body(named) ? named : NULL;
}

/* "Convention of the", "Convention of the United Nations": it does not end there. */
static bool ends_open(const char *text)
{
	static const char *const ends[] = {" of", " the", " to", " on", " for", " and", " against",
		" in", " the United Nations"};
	size_t length = strlen(text);

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (length > strlen(ends[i]) &&
			strcmp(text + length - strlen(ends[i]), ends[i]) == 0)
			return true;
	return false;
}

/* A name that goes on in the line below, in small letters or because it was not at its end:
 * "to the Convention". */
static const char *with_wrapped(struct import *import, size_t at, size_t end)
{
	const struct reading_paragraph *before = import->lines[at].paragraph;
	const char *text = import->lines[at].whole;

	for (size_t i = at + 1; i < end && i <= at + 6; i++) {
		struct import_line *line = &import->lines[i];
		const struct reading_paragraph *paragraph = line->paragraph;
		int aside = paragraph->indent - before->indent;
		if (paragraph->line != before->last_line + 1 || aside < -2 || aside > 2 ||
			(!islower((unsigned char)*line->whole) && !ends_open(text)) ||
			line->prose || line->labelled || line->understood)
			continue;
		text = arena_printf(&import->agenda->arena, "%s %s", text, line->whole);
		line->understood = true;
		before = paragraph;
	}
	return text;
}

/* "Council" alone below "Economic and Social". */
static const char *with_line_above(struct import *import, size_t at)
{
	struct import_line *line = &import->lines[at], *above = line - 1;

	if (at == 0 || import_word_count(line->whole) > 1 || above->understood || above->labelled ||
		line->paragraph->gap > 0)
		return line->whole;
	const char *joined =
		arena_printf(&import->agenda->arena, "%s %s", above->whole, line->whole);
	if (!is_organ(joined))
		return line->whole;
	above->understood = true;
	return joined;
}

/* "Third meeting", below a body that meets. */
static bool is_counted_meeting(const char *text)
{
	const char *space = strchr(text, ' ');

	return space && strcasecmp(space, " meeting") == 0 && ordinal_before(text, space) == text;
}

/* The line of it is no name of another body. */
static void take_session_below(
	struct import *import, size_t at, struct import_names *names, size_t *taken)
{
	for (size_t i = at + 1; i < import->count && i <= at + 2; i++)
		if (import_body_is_session(import->lines[i].whole) ||
			is_counted_meeting(import->lines[i].whole)) {
			*taken = i;
			import_names_session(
				names, import_kept_all(import, import->lines[i].whole));
			import->lines[i].understood = true;
			return;
		}
}

void import_body_find(
	struct import *import, size_t end, const char **organ, struct import_names *names)
{
	const char *last_organ = NULL;
	size_t session = import->count;

	*names = (struct import_names){0};
	*organ = NULL;
	for (size_t i = 0; i < end; i++) {
		struct import_line *line = &import->lines[i];
		const char *named = named_in_heading(import, line), *text;
		if (named) {
			if (names->count < 2)
				*names = (struct import_names){
					{import_kept_all(import, named)}, {0}, 1, 0};
			line->understood = true;
			continue;
		}
		if (!names_body(line) || i == session)
			continue;
		line->understood = true;
		text = with_line_above(import, i);
		if (last_organ)
			import_names_organ(import, last_organ, organ);
		if (is_organ(text)) {
			last_organ = import_kept_all(import, text);
			*organ = *organ ? *organ : last_organ;
			continue;
		}
		last_organ = NULL;
		import_names_take(import, names, with_wrapped(import, i, end), organ);
		take_session_below(import, i, names, &session);
	}
	if (names->count == 0 && last_organ)
		*names = (struct import_names){{last_organ}, {0}, 1, 0};
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

/* Before its year and number, as most documents share that are its own. */
size_t import_body_symbol(const char *symbol)
{
	size_t length = symbol_base(symbol);

	for (int brackets = 0; length > 0 && (brackets > 0 || symbol[length - 1] != '/'); length--)
		brackets += (symbol[length - 1] == ')') - (symbol[length - 1] == '(');
	if (length > 5 && isdigit((unsigned char)symbol[length - 2]) &&
		strspn(symbol + length - 5, "0123456789") == 4)
		length -= 5;
	while (length > 1 && symbol[length - 2] == ' ') /* of one that was read badly */
		length--;
	return length > 1 ? length - 1 : 0;
}

/* The symbol of the body by the one of the agenda; of several bodies each has its own. */
static const char *symbol_of_body(struct import *import, size_t body, size_t count)
{
	const char *rest = import->agenda->symbols, *symbol = rest, *one;
	size_t length, at = 0;

	if (!rest || symbol_at(rest) == 0)
		return NULL;
	while (count > 1 && (one = symbol_next(&rest, &length)) && at <= body) {
		symbol = arena_strndup(&import->agenda->arena, one, length);
		at++;
	}
	if (count > 1 && at != body + 1)
		return NULL;
	length = import_body_symbol(symbol);
	return length > 0 ? arena_strndup(&import->agenda->arena, symbol, length) : NULL;
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

/* A key is one body's. */
static const char *free_key(struct import *import, const char *key)
{
	const struct agenda *agenda = import->agenda;
	const char *found = key;

	for (size_t i = 0, n = 2; i < agenda->body_count; i++)
		if (strcmp(agenda->bodies[i].key, found) == 0) {
			found = arena_printf(&import->agenda->arena, "%s-%zu", key, n++);
			i = (size_t)-1;
		}
	return found;
}

size_t import_body_add(struct import *import, const char *name, const char *symbol)
{
	struct agenda *agenda = import->agenda;
	struct agenda_body *body;

	if (agenda->body_count == NAMES_MAX)
		return AGENDA_NONE;
	if (!agenda->bodies)
		agenda->bodies = arena_alloc(&agenda->arena, NAMES_MAX * sizeof(*agenda->bodies));
	body = &agenda->bodies[agenda->body_count];
	*body = (struct agenda_body){.name = name, .short_name = short_of(name), .symbol = symbol};
	body->key = free_key(import, key_of(import, symbol, name));
	return agenda->body_count++;
}

void import_body_set_symbol(struct import *import, size_t body, const char *symbol)
{
	struct agenda_body *it = &import->agenda->bodies[body];

	it->symbol = symbol;
	it->key = "";
	it->key = free_key(import, key_of(import, symbol, it->name));
}

void import_bodies_make(
	struct import *import, const struct import_names *names, const char *session)
{
	struct agenda *agenda = import->agenda;

	if (names->count > 1 && import->other_symbol)
		agenda->symbols = arena_printf(
			&agenda->arena, "%s-%s", agenda->symbols, import->other_symbol);
	for (size_t i = 0; i < names->count; i++) {
		const char *own = names->session[i];
		const char *name = part_session(import, names->name[i], &own);
		size_t body =
			import_body_add(import, name, symbol_of_body(import, i, names->count));
		agenda->bodies[body].session = own ? own : session;
		agenda->title = i == 0 ? name
				       : arena_printf(&agenda->arena, "%s%s%s", agenda->title,
						 i + 1 < names->count ? ", " : " and ", name);
	}
	for (size_t i = 0; names->joint && i < agenda->item_count; i++)
		if (agenda->items[i].parent == AGENDA_NONE)
			for (size_t body = 1; body < agenda->body_count; body++)
				import_joint_add(import, i, body);
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
