/* SPDX-License-Identifier: MIT */
/*
 * What running text says that cannot be: an agenda item that there is not, a date with
 * the wrong day of the week. Only what is written out is read; "item 4" alone may be of
 * any list, and "agenda item 4 of the General Assembly" is of another agenda.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "agenda_review.h"
#include "base/civil.h"
#include "model/number.h"
#include "model/phrase.h"
#include "model/symbol.h"

struct prose {
	struct agenda_build *build;
	const struct node *at;
	const char *where;   /* "the annotation of item 4" */
	struct lookup *said; /* sentences, so that each is said once */
};

/* Is it the first time? */
static bool is_new(const struct prose *prose, const char *what)
{
	struct str key;
	size_t index;

	str_init(&key);
	str_addf(&key, "%d %s %s", prose->at->line, prose->where, what);
	bool there = lookup_get(prose->said, key.text, &index);
	if (!there)
		lookup_add(prose->said, arena_strdup(prose->build->reader.arena, key.text), 0);
	str_clear(&key);
	return !there;
}

/* Bytes of the word that text begins with, capitals or not, if it ends there. */
static size_t word_at(const char *text, const char *word)
{
	size_t length = strlen(word);

	return strncasecmp(text, word, length) == 0 && !isalpha((unsigned char)text[length])
		       ? length
		       : 0;
}

/* --- items --- */

static bool is_on_agenda(struct agenda_build *build, const char *printed)
{
	struct str key;
	size_t item;
	bool found = false;

	str_init(&key);
	for (size_t b = 0; !found && b < build->agenda->body_count; b++) {
		str_reset(&key);
		str_addf(&key, "%s:%s", build->body_keys[b], printed);
		found = lookup_get(&build->numbers, key.text, &item);
	}
	str_clear(&key);
	return found;
}

/* Bytes of " (a)" or "(ii)"; 0 if there is none. */
static size_t label_length(const char *text)
{
	size_t start = *text == ' ', length = start + 1;

	if (text[start] != '(')
		return 0;
	while (islower((unsigned char)text[length]))
		length++;
	return length > start + 1 && length <= start + 5 && text[length] == ')' ? length + 1 : 0;
}

/* Bytes of "4", "1 (a)", "5 (a) (ii)"; 0 if text does not begin with one. */
static size_t reference_length(const char *text)
{
	size_t length = 0, label;

	while (isdigit((unsigned char)text[length]))
		length++;
	if (!length || length > 3)
		return 0;
	while ((label = label_length(text + length)) > 0)
		length += label;
	return length;
}

/* Does "… of the" follow, and then no agenda of this session? */
static bool is_of_others(const char *text)
{
	static const char *const own[] = {
		"agenda", "provisional", "present", "annotated", "draft", "proposed"};

	if (strncmp(text, " of the ", 8) != 0)
		return strncmp(text, " of its ", 8) == 0;
	for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
		if (word_at(text + 8, own[i]))
			return false;
	return true;
}

static void check_reference(const struct prose *prose, const char *text, size_t length)
{
	struct agenda_build *build = prose->build;
	struct str reference, printed;

	str_init(&reference);
	str_init(&printed);
	str_addn(&reference, text, length);
	if (number_item_parse(reference.text, &printed, NULL) &&
		!is_on_agenda(build, printed.text) && is_new(prose, printed.text))
		reader_warn(&build->reader, prose->at,
			"%s mentions agenda item %s, which is not on the agenda: which one is meant?",
			prose->where, printed.text);
	str_clear(&reference);
	str_clear(&printed);
}

/* Bytes between two numbers of a list: ", ", " and ", "-" … */
static size_t between_length(const char *text)
{
	static const char *const words[] = {", and ", ", ", " and ", " or ", " to ", "-", "–"};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t length = strlen(words[i]);
		if (strncmp(text, words[i], length) == 0 && reference_length(text + length))
			return length;
	}
	return 0;
}

/* The numbers behind "agenda items"; what follows them is returned. */
static const char *check_references(const struct prose *prose, const char *text)
{
	enum { MOST = 20 };
	const char *numbers[MOST];
	size_t lengths[MOST], count = 0, between;

	for (size_t length; (length = reference_length(text)) > 0;) {
		if (count < MOST) {
			numbers[count] = text;
			lengths[count++] = length;
		}
		text += length;
		if ((between = between_length(text)) == 0)
			break;
		text += between;
	}
	for (size_t i = 0; i < count && !is_of_others(text); i++)
		check_reference(prose, numbers[i], lengths[i]);
	return text;
}

/* --- dates --- */

static const char *const weekdays[] = {
	"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"};

static size_t one_of(const char *text, const char *const words[], size_t count, int *index)
{
	for (size_t i = 0; i < count; i++) {
		size_t length = word_at(text, words[i]);
		if (length) {
			*index = (int)i;
			return length;
		}
	}
	return 0;
}

/* "17 October 2012", "17 October" of the year of the session. */
static bool read_date(const struct prose *prose, const char *text, struct civil *date)
{
	char *after;
	char written[40];
	int month;
	long day = strtol(text, &after, 10), year;

	if (after == text || *after != ' ' || day < 1 || day > 31)
		return false;
	after++;
	size_t length = one_of(after, months, 12, &month);
	if (!length)
		return false;
	after += length;
	if (strncmp(after, " of", 3) == 0)
		return false;
	year = *after == ' ' && isdigit((unsigned char)after[1]) ? strtol(after, NULL, 10) : 0;
	if (year < 1000 || year > 9999)
		year = strtol(prose->build->agenda->from, NULL, 10);
	snprintf(written, sizeof written, "%04d-%02d-%02d", (int)(year % 10000), month + 1,
		(int)day);
	return civil_parse_date(written, date);
}

static void check_weekday(const struct prose *prose, const char *text, int weekday)
{
	struct civil date;
	struct str said;
	char written[11];

	text += *text == ',';
	text += *text == ' ';
	if (!read_date(prose, text, &date) || civil_weekday(&date) == weekday)
		return;
	str_init(&said);
	civil_format_date(&date, written);
	phrase_date(written, &said);
	if (is_new(prose, said.text))
		reader_warn(&prose->build->reader, prose->at, "%s: %s is a %s and not a %s",
			prose->where, said.text, weekdays[civil_weekday(&date)], weekdays[weekday]);
	str_clear(&said);
}

/* --- documents --- */

/* Is it of this session: of the organ of one of its bodies, and of its year? */
static bool is_of_session(const struct agenda *agenda, const char *symbol)
{
	size_t organ = strcspn(symbol, "/") + 1, b = 0;
	char year[7];

	while (b < agenda->body_count &&
		!(agenda->bodies[b].symbol &&
			strncmp(agenda->bodies[b].symbol, symbol, organ) == 0))
		b++;
	snprintf(year, sizeof year, "/%.4s/", agenda->from);
	return b < agenda->body_count && strstr(symbol, year);
}

static void check_symbols(const struct prose *prose, const char *text)
{
	struct agenda_build *build = prose->build;
	size_t start, length, document;
	struct str symbol;

	str_init(&symbol);
	for (; symbol_find(text, &start, &length); text += start + length) {
		str_reset(&symbol);
		symbol_normal(text + start, length, &symbol);
		const char *own = build->agenda->symbols;
		if (lookup_get(&build->symbols, symbol.text, &document) ||
			!is_of_session(build->agenda, symbol.text) ||
			(own && strstr(own, symbol.text)) || !is_new(prose, symbol.text))
			continue;
		reader_note(&build->reader, prose->at,
			"%s names %s, which is not under 'documents'", prose->where, symbol.text);
	}
	str_clear(&symbol);
}

/* --- all --- */

static void read_prose(const struct prose *prose, const char *text)
{
	static const char *const item_words[] = {"agenda items ", "agenda item "};
	int weekday;

	for (const char *before = text; text && *text;) {
		const char *next = text + 1;
		bool begins = text == before || !isalpha((unsigned char)text[-1]);
		for (size_t i = 0; begins && i < 2; i++)
			if (strncasecmp(text, item_words[i], strlen(item_words[i])) == 0)
				next = check_references(prose, text + strlen(item_words[i]));
		size_t length = begins ? one_of(text, weekdays, 7, &weekday) : 0;
		if (length)
			check_weekday(prose, text + length, weekday);
		text = next > text ? next : text + 1;
	}
}

static void read_items(struct agenda_build *build, struct lookup *said)
{
	for (size_t i = 0; i < build->agenda->item_count; i++) {
		const struct agenda_item *item = &build->agenda->items[i];
		struct prose prose = {.build = build,
			.said = said,
			.at = fields_place(build->item_nodes[i], "annotation"),
			.where = arena_printf(
				build->reader.arena, "the annotation of item %s", item->printed)};
		if (item->annotation)
			read_prose(&prose, item->annotation);
		if (item->annotation)
			check_symbols(&prose, item->annotation);
		prose.at = fields_place(build->item_nodes[i], "title");
		prose.where =
			arena_printf(build->reader.arena, "the title of item %s", item->printed);
		read_prose(&prose, item->title);
	}
}

static void read_slots(struct agenda_build *build, struct lookup *said)
{
	const char *date = "";

	for (size_t i = 0; i < build->agenda->slot_count; i++) {
		const struct agenda_slot *slot = &build->agenda->slots[i];
		struct prose prose = {.build = build,
			.said = said,
			.at = fields_place(build->slot_nodes[i], "label"),
			.where = "the label of the slot"};
		struct civil day;
		if (slot->label)
			read_prose(&prose, slot->label);
		if (strcmp(date, slot->date) != 0 && civil_parse_date(slot->date, &day) &&
			civil_weekday(&day) % 6 == 0)
			reader_note(&build->reader, build->slot_nodes[i], "%s is a %s", slot->date,
				weekdays[civil_weekday(&day)]);
		date = slot->date;
	}
}

void review_prose(struct agenda_build *build)
{
	struct lookup said;

	lookup_init(&said);
	read_items(build, &said);
	read_slots(build, &said);
	lookup_clear(&said);
}
