/* SPDX-License-Identifier: MIT */
/*
 * The masthead and the corner notation (conventions 1.1): symbol, distribution, date
 * and language, place and days. Whose agenda it is, import_body finds in the same lines.
 *
 * The lines of a masthead come in any order and any number of columns, so each is
 * asked what it is; what two lines can be only together (a city above the days) is
 * looked at last.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fold.h"
#include "base/mem.h"
#include "import_names.h"
#include "model/symbol.h"

enum { FRONT_MOST = 90 };

const char *import_kept(struct import *import, const char *text, size_t length)
{
	while (length > 0 && isspace((unsigned char)*text)) {
		text++;
		length--;
	}
	while (length > 0 && strchr(" ,;:", text[length - 1]))
		length--;
	return arena_strndup(&import->agenda->arena, text, length);
}

const char *import_kept_all(struct import *import, const char *text)
{
	return import_kept(import, text, strlen(text));
}

/* Behind "Label:" or "Label"; NULL if the text does not begin with it. */
static const char *behind(const char *text, const char *label)
{
	size_t length = strlen(label);

	if (strncasecmp(text, label, length) != 0 || isalnum((unsigned char)text[length]))
		return NULL;
	text += length;
	while (*text == ' ' || *text == ':' || *text == '.')
		text++;
	return text;
}

/* --- one line each --- */

/* "Distr." alone on its line, and what it is on the next. */
static bool read_distribution_below(struct import *import, size_t at)
{
	struct import_line *next = &import->lines[at + 1];

	if (strcasecmp(import->lines[at].whole, "distr.") != 0 || at + 1 >= import->count ||
		import_word_count(next->whole) > 2)
		return false;
	import->agenda->distribution = import_kept_all(import, next->whole);
	next->understood = true;
	return true;
}

static bool read_distribution(struct import *import, const char *text)
{
	const char *value = import_find(text, "Distr.:") == text ||
					    import_find(text, "Distr:") == text ||
					    import_find(text, "Distribution:") == text
				    ? strchr(text, ':') + 1
				    : NULL;

	/* "Distr. LIMITED" */
	if (!value && strncasecmp(text, "distr. ", 7) == 0 && import_word_count(text) == 2)
		value = text + 7;
	while (value && *value == ' ')
		value++;
	if (!value || !*value || import->agenda->distribution)
		return value != NULL;
	/* The date and the language may stand on the same line, as the format had it. */
	import->agenda->distribution = import_kept(import, value, strcspn(value, " "));
	return true;
}

static bool read_language(struct import *import, const char *text)
{
	static const char *const languages[] = {
		"English", "French", "Spanish", "Russian", "Arabic", "Chinese"};
	const char *value = behind(text, *text == '(' ? "(Original" : "Original");

	if (!value && import_word_count(text) == 2 && import_find(text, " only"))
		value = text;
	if (!value)
		return false;
	if (strncasecmp(value, "in ", 3) == 0)
		value += 3;
	for (size_t i = 0; i < sizeof(languages) / sizeof(languages[0]); i++)
		if (strncasecmp(value, languages[i], strlen(languages[i])) == 0) {
			import->agenda->language = languages[i];
			return true;
		}
	return false;
}

/* "CTOC/COP/WG.2/2012/1", "Symbol: ANT/2", "XVII ATCM/INFO 8" */
static bool read_symbol(struct import *import, const char *text)
{
	static const char *const labels[] = {"Symbol", "Cote", "Document", "Doc", "Ref"};
	size_t length, slashes = 0, small = 0;

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (behind(text, labels[i]) && strchr(behind(text, labels[i]), '/'))
			text = behind(text, labels[i]);
	if (behind(text, "United Nations") && strchr(text, '/'))
		text = behind(text, "United Nations");
	length = symbol_at(text);
	if (length > 0 && strspn(text + length, " *\u2020") == strlen(text + length)) {
		if (!import->agenda->symbols)
			import->agenda->symbols = import_kept(import, text, length);
		else if (!import->other_symbol &&
			 strncmp(import->agenda->symbols, text, length) != 0)
			import->other_symbol = import_kept(import, text, length);
		return true;
	}
	length = strlen(text);
	for (const char *c = text; *c; c++) {
		slashes += *c == '/';
		small += islower((unsigned char)*c) != 0;
	}
	if (slashes == 0 || length > 32 || small > 10 || !isupper((unsigned char)*text) ||
		strchr(text, ':') || !strpbrk(text, "0123456789") || import_word_count(text) > 5)
		return false;
	if (!import->agenda->symbols)
		import->agenda->symbols = import_kept_all(import, text);
	return true;
}

/* The whole line is one day, with or without "Date:". */
static bool read_date(struct import *import, const char *text)
{
	const char *value = behind(text, "Date");
	struct import_days days;
	char date[11];

	if (!value)
		value = text;
	if (!import_days_find(value, false, &days) || days.count != 1 || days.start > 0 ||
		days.length + 1 < strlen(value) || !import_date_print(&days.from, date))
		return false;
	if (!import->agenda->date)
		import->agenda->date = import_kept_all(import, date);
	return true;
}

/* --- place and days --- */

/* What can be a place: a few words that begin with capitals, no figures. */
static bool is_place(const char *text, size_t length)
{
	size_t words = 0;

	if (length < 3 || length > 40)
		return false;
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];
		if (isdigit(c) || strchr("/:;\"!?", (char)c))
			return false;
		if (i == 0 || text[i - 1] == ' ') {
			words++;
			if (islower(c) && strncmp(text + i, "de ", 3) != 0)
				return false;
		}
	}
	return words <= 5;
}

static bool is_no_place(const char *text)
{
	static const char *const words[] = {"agenda", "meeting", "session", "original", "english",
		"treaty", "nations", "general", "committee", "commission", "conference", "group",
		"reunion", "day", "date", "submitted", "secretariat", "council", "item", "document",
		"annex", "adopted", "confidential", "restricted", "unclassified", NULL};
	char *key = fold_key(text);
	bool found = false;

	for (size_t i = 0; !found && words[i]; i++)
		found = strstr(key, words[i]) != NULL;
	free(key);
	return found;
}

/* "Vienna, 17 and 18 October 2012": the words before the days. */
static const char *place_before(struct import *import, const char *text, size_t length)
{
	char *copy, *held, *end;
	const char *place = NULL, *in;

	while (length > 0 && strchr(" ,(:/-", text[length - 1]))
		length--;
	copy = mem_strndup(text, length);
	in = import_find(copy, "held in ");
	held = in ? copy + (in - copy) + 8 : copy + (*copy == '(');
	for (int i = 0; i < 2; i++) /* "Third meeting Lisbon", where lines were joined */
		if ((in = import_find(held, i ? " session " : " meeting ")))
			held += in + 9 - held;
	while ((end = strrchr(held, ' ')) &&
		(strcasecmp(end + 1, "from") == 0 || strcasecmp(end + 1, "on") == 0))
		*end = '\0';
	length = strlen(held);
	while (length > 0 && strchr(" ,:", held[length - 1]))
		held[--length] = '\0';
	if (is_place(held, length) && !is_no_place(held))
		place = import_kept_all(import, held);
	free(copy);
	return place;
}

static void set_days(struct import *import, const struct import_days *days)
{
	import->first = days->from;
	import->last = days->to;
}

/* "Second session Geneva, 5 May 2014", where lines were joined. */
static void take_session_before(struct import *import, const char *text, size_t length)
{
	const char *session = import_find(text, " session ");

	if (session && session < text + length && session - text < 30 && !import->agenda->title &&
		import_word_count(text) > 2)
		import->agenda->title = import_kept(import, text, (size_t)(session - text) + 8);
}

/* A line with days of a year, which are no document's date. */
static bool read_days(struct import *import, size_t at)
{
	struct import_line *line = &import->lines[at];
	struct import_days days;
	const char *place;

	if (!import_days_find(line->whole, false, &days) || days.from.year == 0 ||
		strlen(line->whole) > 140 || line->prose)
		return false;
	place = place_before(import, line->whole, days.start);
	take_session_before(import, line->whole, days.start);
	if (days.count == 1 && !place)
		return false;
	if (import->first.year == 0 || (!import->agenda->place && place))
		set_days(import, &days);
	if (!import->agenda->place)
		import->agenda->place = place;
	return true;
}

/* A line that is only a place, above or below the days or alone. */
static void find_place(struct import *import, size_t end)
{
	for (size_t i = 0; i < end && !import->agenda->place; i++) {
		struct import_line *line = &import->lines[i];
		const char *venue = behind(line->whole, "Venue");
		if (!venue)
			venue = behind(line->whole, "Place");
		if (venue && *venue) {
			import->agenda->place = import_kept_all(import, venue);
			line->understood = true;
		}
	}
	for (size_t i = 0; i < end && !import->agenda->place; i++) {
		struct import_line *line = &import->lines[i];
		size_t length = strlen(line->whole);
		bool beside = false;
		struct import_days days;
		for (size_t k = i > 0 ? i - 1 : 0; k <= i + 1 && k < end; k++)
			beside =
				beside ||
				(k != i && import_days_find(import->lines[k].whole, false, &days) &&
					days.count > 1);
		if (line->understood || line->labelled || !is_place(line->whole, length) ||
			is_no_place(line->whole) || import_word_count(line->whole) > 4)
			continue;
		if (beside || (import->first.year == 0 && line->paragraph->gap > 0 &&
				      import_word_count(line->whole) == 1 &&
				      (unsigned char)*line->whole < 0x80)) {
			import->agenda->place = import_kept_all(import, line->whole);
			line->understood = true;
		}
	}
}

/* Without days of the masthead: those that a sentence says, or the document's date. */
static void find_days(struct import *import, size_t end)
{
	struct import_days days;

	for (size_t i = 0; i < end && import->first.year == 0; i++)
		if (import_days_find(import->lines[i].whole, false, &days) && days.from.year > 0 &&
			days.count > 1)
			set_days(import, &days);
}

/* --- the whole --- */

/* "PROVISIONAL AGENDA OF", broken off before the name of the meeting. */
static const char *heading_of(struct import *import, const char *text)
{
	size_t length = strlen(text);

	if (length > 3 && strcasecmp(text + length - 3, " of") == 0)
		length -= 3;
	else if (length > 4 && strcasecmp(text + length - 4, " for") == 0)
		length -= 4;
	return import_title(import, text, length);
}

static void read_status(struct import *import)
{
	const char *text =
		import->heading < import->count ? import->lines[import->heading].text : "";
	struct agenda *agenda = import->agenda;

	agenda->status = "provisional";
	for (size_t i = 0; i < import->list_from && i < FRONT_MOST; i++)
		if (import->lines[i].heading == IMPORT_AGENDA) {
			import->lines[i].understood = true;
			if (!agenda->heading && import_word_count(import->lines[i].text) <= 12)
				agenda->heading = heading_of(import, import->lines[i].text);
		}
	if (import_has_words(text, "adopted"))
		agenda->status = "adopted";
}

static void read_masthead(struct import *import, size_t at)
{
	struct import_line *line = &import->lines[at];

	line->understood = line->understood || read_distribution(import, line->whole) ||
			   read_distribution_below(import, at) ||
			   read_language(import, line->whole) || read_date(import, line->whole) ||
			   read_symbol(import, line->whole);
}

static void read_line(struct import *import, size_t at)
{
	struct import_line *line = &import->lines[at];
	struct agenda *agenda = import->agenda;

	if (import_body_is_session(line->whole) && agenda->body_count == 0 && !agenda->title) {
		agenda->title = import_kept_all(import, line->whole); /* until the body is known */
		line->understood = true;
		return;
	}
	read_masthead(import, at);
	line->understood = line->understood || read_days(import, at) ||
			   strcasecmp(line->whole, "United Nations") == 0;
}

/* "Item 1 of the provisional agenda", and below it the title of that item. */
static void read_corner(struct import *import, size_t end)
{
	const struct agenda *agenda = import->agenda;
	bool below = false;

	for (size_t i = 0; i < end; i++) {
		struct import_line *line = &import->lines[i];
		bool known = false;
		for (size_t k = 0; below && k < agenda->item_count && !known; k++)
			known = import_may_compare(import) &&
				import_likeness(agenda->items[k].title, line->whole) >= 90;
		below = known || (strncasecmp(line->whole, "item ", 5) == 0 &&
					 import_has_words(line->whole, "provisional agenda"));
		line->understood = line->understood || below;
	}
}

void import_front_read(struct import *import)
{
	struct agenda *agenda = import->agenda;
	size_t end = import->list_from < FRONT_MOST ? import->list_from : FRONT_MOST;
	struct import_names names;
	const char *organ, *session;

	for (size_t i = 0; i < end; i++)
		if (import->lines[i].paragraph->style != READING_NOTE)
			read_line(import, i);
	for (size_t i = import->list_from; !import->annotated && i < import->list_to; i++)
		/* set between the items */
		if (!import->lines[i].understood && !import->lines[i].labelled)
			read_masthead(import, i);
	read_corner(import, end);
	session = agenda->title;
	import_body_find(import, end, &organ, &names);
	find_place(import, end);
	for (size_t i = 0; i < import->count; i++) /* heads of pages */
		if (agenda->symbols && !import->lines[i].understood &&
			strcmp(import->lines[i].whole, agenda->symbols) == 0)
			import->lines[i].understood = true;
	for (size_t i = 0; i < end; i++) /* where it stands again, and the status behind */
		if (agenda->place && strcasecmp(import->lines[i].whole, agenda->place) == 0)
			import->lines[i].understood = true;
	find_days(import, end);
	if (names.count == 0)
		names.name[names.count++] = import_body_named(import, end);
	for (size_t i = 0; i < names.count; i++)
		if (strncasecmp(names.name[i], "the ", 4) == 0)
			names.name[i] += 4;
	agenda->title = NULL;
	agenda->organ = organ && organ != names.name[0] ? organ : NULL;
	import_bodies_make(import, &names, session);
	read_status(import);
}
