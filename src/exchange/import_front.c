/* SPDX-License-Identifier: MIT */
/*
 * The masthead and the corner notation (conventions 1.1): symbol, distribution, date
 * and language, the organ and the body, place and days. Also what says here that
 * the document is no agenda at all.
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
#include "import.h"
#include "model/symbol.h"

enum { FRONT_MOST = 90 };

static const char *keep(struct import *import, const char *text, size_t length)
{
	while (length > 0 && isspace((unsigned char)*text)) {
		text++;
		length--;
	}
	while (length > 0 && strchr(" ,;:", text[length - 1]))
		length--;
	return arena_strndup(&import->agenda->arena, text, length);
}

static const char *keep_all(struct import *import, const char *text)
{
	return keep(import, text, strlen(text));
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

/* --- what the document is instead --- */

static bool begins_any(const char *text, const char *const words[])
{
	char *key = fold_key(text);
	bool found = false;

	for (size_t i = 0; !found && words[i]; i++) {
		size_t length = strlen(words[i]);
		found = strncmp(key, words[i], length) == 0 &&
			(key[length] == ' ' || key[length] == '\0');
	}
	free(key);
	return found;
}

/* Most of its numbers say what to change and where. */
static bool lists_corrections(const struct import *import, size_t from)
{
	static const char *const orders[] = {"rephrase", "replace", "delete", "insert", "for",
		"amend", "after", "before", "add the following", "add", "page", "paragraph", "line",
		"in paragraph", "in item", "in line", "in the", "item", "annex", "the", "change",
		"substitute", "read", "under", NULL};
	size_t numbered = 0, corrections = 0;

	for (size_t i = from; i < import->count && numbered < 40; i++) {
		if (!import->lines[i].labelled || import->lines[i].label.mark == ' ')
			continue;
		numbered++;
		corrections += begins_any(import->lines[i].text, orders);
	}
	return corrections * 2 >= numbered;
}

/* The line without "Draft", "Provisional" and the like says what kind of paper it is. */
static const char *other_kind(const struct import_line *line)
{
	static const struct {
		const char *const words[8];
		const char *kind;
	} kinds[] = {
		{{"report of", "report on", "draft report", "final report", "interim report",
			 "summary report", NULL},
			"a report"},
		{{"summary record", "verbatim record", "minutes of", NULL}, "a record"},
		{{"rules of procedure", "draft rules of procedure", NULL}, "rules of procedure"},
		{{"list of participants", "provisional list of participants", NULL},
			"a list of participants"},
	};

	if (line->labelled || strlen(line->whole) > 240)
		return NULL;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (begins_any(line->whole, kinds[i].words))
			return kinds[i].kind;
	return NULL;
}

bool import_front_refuses(struct import *import)
{
	static const char *const corrigenda[] = {"corrigendum", "corrigenda", "erratum", NULL};

	for (size_t i = 0; i < import->count && i < FRONT_MOST; i++) {
		const struct import_line *line = &import->lines[i];
		const char *kind = NULL;
		if (line->labelled && !line->label.capital && line->label.mark != ' ')
			return false; /* here its numbers begin */
		if (line->paragraph->style == READING_NOTE)
			continue;
		if (begins_any(line->whole, corrigenda) && strlen(line->whole) < 40 &&
			lists_corrections(import, i))
			kind = "a corrigendum; what it numbers are corrections";
		else if (line->heading == IMPORT_AGENDA)
			continue;
		else
			kind = other_kind(line);
		if (!kind)
			continue;
		import->refusal = arena_printf(&import->agenda->arena, "line %d says that it is %s",
			line->paragraph->line, kind);
		return true;
	}
	return false;
}

/* --- one line each --- */

/* "Distr." alone on its line, and what it is on the next. */
static bool read_distribution_below(struct import *import, size_t at)
{
	struct import_line *next = &import->lines[at + 1];

	if (strcasecmp(import->lines[at].whole, "distr.") != 0 || at + 1 >= import->count ||
		import_word_count(next->whole) > 2)
		return false;
	import->agenda->distribution = keep_all(import, next->whole);
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

	while (value && *value == ' ')
		value++;
	if (!value || !*value || import->agenda->distribution)
		return value != NULL;
	/* The date and the language may stand on the same line, as the format had it. */
	import->agenda->distribution = keep(import, value, strcspn(value, " "));
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
			import->agenda->symbols = keep(import, text, length);
		return true;
	}
	length = strlen(text);
	for (const char *c = text; *c; c++) {
		slashes += *c == '/';
		small += islower((unsigned char)*c) != 0;
	}
	if (slashes == 0 || length > 32 || small > 10 || !isupper((unsigned char)*text) ||
		!strpbrk(text, "0123456789") || import_word_count(text) > 5)
		return false;
	if (!import->agenda->symbols)
		import->agenda->symbols = keep_all(import, text);
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
		import->agenda->date = keep_all(import, date);
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
		place = keep_all(import, held);
	free(copy);
	return place;
}

static void set_days(struct import *import, const struct import_days *days)
{
	import->first = days->from;
	import->last = days->to;
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
			import->agenda->place = keep_all(import, venue);
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
			import->agenda->place = keep_all(import, line->whole);
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

/* --- bodies --- */

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
static const char *part_session(struct import *import, const char *text, const char **session)
{
	const char *of = import_find(text, " session of the ");

	if (!of || of - text > 24)
		return text;
	*session = keep(import, text, (size_t)(of - text) + 8);
	return of + 16;
}

static bool is_session(const char *text)
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
static const char *find_body(struct import *import, size_t end, const char **organ)
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
			named = keep(import, line->whole, length - 7);
		if (named && is_body(named)) {
			body = keep_all(import, named);
			line->understood = true;
			continue;
		}
		if (line->prose || line->labelled || line->heading == IMPORT_AGENDA ||
			strlen(line->whole) > 200 || !is_body(line->whole) ||
			import_word_count(line->whole) > 20 ||
			islower((unsigned char)*line->whole) ||
			line->whole[strlen(line->whole) - 1] == '.' ||
			import_has_words(line->whole, "confidential") ||
			begins_any(line->whole, others) ||
			import_has_words(line->whole, "unclassified") || *line->whole == '(' ||
			*line->whole == '*' || import_has_words(line->whole, "item"))
			continue;
		line->understood = true;
		if (is_organ(line->whole)) {
			if (!*organ)
				*organ = keep_all(import, line->whole);
			continue;
		}
		if (body && !*organ && import_likeness(body, line->whole) < 70)
			*organ = body;
		body = keep_all(import, line->whole);
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

static void make_body(struct import *import, const char *name)
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

	if (is_session(line->whole) && agenda->body_count == 0 && !agenda->title) {
		agenda->title = keep_all(import, line->whole); /* until the body is known */
		line->understood = true;
		return;
	}
	read_masthead(import, at);
	line->understood = line->understood || read_days(import, at) ||
			   strcasecmp(line->whole, "United Nations") == 0;
}

/* "Agenda for ATCM XXVIII", where no line says more of the body. */
static const char *named_in_heading(struct import *import, size_t end)
{
	for (size_t i = 0; i < end; i++) {
		const char *named = import->lines[i].heading == IMPORT_AGENDA
					    ? body_of_heading(import->lines[i].whole)
					    : NULL;
		if (named && *named && import_word_count(named) <= 8)
			return keep_all(import, named);
	}
	return "Meeting";
}

void import_front_read(struct import *import)
{
	struct agenda *agenda = import->agenda;
	size_t end = import->list_from < FRONT_MOST ? import->list_from : FRONT_MOST;
	const char *organ, *body, *session;

	for (size_t i = 0; i < end; i++)
		if (import->lines[i].paragraph->style != READING_NOTE)
			read_line(import, i);
	for (size_t i = import->list_from; i < import->list_to; i++) /* set between the items */
		if (!import->lines[i].understood && !import->lines[i].labelled)
			read_masthead(import, i);
	session = agenda->title;
	body = find_body(import, end, &organ);
	find_place(import, end);
	for (size_t i = 0; i < import->count; i++) /* heads of pages */
		if (agenda->symbols && !import->lines[i].understood &&
			strcmp(import->lines[i].whole, agenda->symbols) == 0)
			import->lines[i].understood = true;
	for (size_t i = 0; i < end; i++) /* where it stands again, and the status behind */
		if (agenda->place && strcasecmp(import->lines[i].whole, agenda->place) == 0)
			import->lines[i].understood = true;
	find_days(import, end);
	if (!body)
		body = organ ? organ : named_in_heading(import, end);
	if (strncasecmp(body, "the ", 4) == 0)
		body += 4;
	body = part_session(import, body, &session);
	agenda->title = body;
	agenda->organ = organ && organ != body ? organ : NULL;
	make_body(import, body);
	agenda->bodies[0].session = session;
	read_status(import);
}
