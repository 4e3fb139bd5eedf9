/* SPDX-License-Identifier: MIT */
/*
 * What words say to the import: whether two titles are the same, whether a line is
 * a heading and of what. Titles are compared by their pairs of letters, which bad
 * recognition, hyphens and wraps disturb least.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fold.h"
#include "import.h"
#include "model/symbol.h"

/* --- likeness --- */

enum { PAIRS_MOST = 400, COMPARISONS_MOST = 200 * 1000 };

struct pairs {
	unsigned short pair[PAIRS_MOST];
	size_t count;
};

static int compare_pairs(const void *left, const void *right)
{
	return *(const unsigned short *)left - *(const unsigned short *)right;
}

static void find_pairs(const char *text, struct pairs *pairs)
{
	char *key = fold_key(text);
	unsigned char before = 0;

	pairs->count = 0;
	for (const char *c = key; *c && pairs->count < PAIRS_MOST; c++) {
		if (*c == ' ')
			continue;
		if (before)
			pairs->pair[pairs->count++] =
				(unsigned short)(before << 8 | (unsigned char)*c);
		before = (unsigned char)*c;
	}
	qsort(pairs->pair, pairs->count, sizeof(*pairs->pair), compare_pairs);
	free(key);
}

static size_t common_pairs(const struct pairs *left, const struct pairs *right)
{
	size_t common = 0;

	for (size_t i = 0, k = 0; i < left->count && k < right->count;) {
		if (left->pair[i] == right->pair[k]) {
			common++;
			i++;
			k++;
		} else if (left->pair[i] < right->pair[k]) {
			i++;
		} else {
			k++;
		}
	}
	return common;
}

int import_likeness(const char *left, const char *right)
{
	struct pairs a, b;

	find_pairs(left, &a);
	find_pairs(right, &b);
	if (a.count + b.count == 0)
		return 0;
	return (int)(200 * common_pairs(&a, &b) / (a.count + b.count));
}

int import_containment(const char *title, const char *text)
{
	struct pairs a, b;

	find_pairs(title, &a);
	find_pairs(text, &b);
	return a.count ? (int)(100 * common_pairs(&a, &b) / a.count) : 0;
}

bool import_may_compare(struct import *import)
{
	return import->comparisons++ < COMPARISONS_MOST;
}

static bool key_has(const char *key, const char *words)
{
	size_t length = strlen(words);

	for (const char *at = key; (at = strstr(at, words)); at++)
		if ((at == key || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

bool import_has_words(const char *text, const char *words)
{
	char *key = fold_key(text);
	bool found = key_has(key, words);

	free(key);
	return found;
}

const char *import_find(const char *text, const char *words)
{
	size_t length = strlen(words);

	for (; *text; text++)
		if (strncasecmp(text, words, length) == 0)
			return text;
	return NULL;
}

size_t import_word_count(const char *text)
{
	size_t count = 0;

	for (const char *c = text; *c; c++)
		count += *c != ' ' && (c == text || c[-1] == ' ');
	return count;
}

bool import_begins_any(const char *text, const char *const words[])
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

/* --- titles --- */

/* Bytes of the mark of a footnote that the text ends with: "*", "¹", "1/". */
static size_t mark_at_end(const char *text, size_t length)
{
	static const char *const marks[] = {"\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2020"};

	if (length > 0 && text[length - 1] == '*')
		return 1;
	if (length > 3 && isdigit((unsigned char)text[length - 1]) &&
		strchr(";.,", text[length - 2]) && isalpha((unsigned char)text[length - 3]))
		return 1; /* "sixth reports;1" */
	if (length > 3 && text[length - 1] == '/' && isdigit((unsigned char)text[length - 2]) &&
		text[length - 3] == ' ')
		return 3;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t bytes = strlen(marks[i]);
		if (length > bytes && memcmp(text + length - bytes, marks[i], bytes) == 0)
			return bytes;
	}
	return 0;
}

/* A table of contents: "Opening ........ 3". */
static size_t before_leaders(const char *text, size_t length)
{
	const char *leader = strstr(text, "....");

	if (!leader)
		leader = strstr(text, ". . . .");
	return leader && leader > text && (size_t)(leader - text) < length ? (size_t)(leader - text)
									   : length;
}

const char *import_title(struct import *import, const char *text, size_t length)
{
	size_t before, mark;

	length = before_leaders(text, length);
	do {
		before = length;
		while (length > 0 && strchr(" .,;:", text[length - 1]))
			length--;
		mark = mark_at_end(text, length);
		if (length > mark)
			length -= mark;
	} while (length != before);
	return arena_strndup(&import->agenda->arena, text, length);
}

bool import_is_continued(const char *text)
{
	char *key = fold_key(text);
	bool is = strcmp(key, "continued") == 0 || strcmp(key, "contd") == 0 ||
		  strcmp(key, "cont") == 0 || strcmp(key, "cont d") == 0 ||
		  strcmp(key, "continuation") == 0;

	free(key);
	return is;
}

static bool has_any(const char *key, const char *const words[])
{
	for (size_t i = 0; words[i]; i++)
		if (key_has(key, words[i]))
			return true;
	return false;
}

static bool is_sentence(const char *text)
{
	static const char *const verbs[] = {"will be", "will have", "will present", "will consider",
		"is expected to", "are expected to", "was held", "were held", "may wish to",
		"shall be", "shall have", "has been", "have been", "is invited", "are invited",
		"will elect", "will adopt", "should be", "is recommended", "noted that",
		"considered the", "agreed that", "requested the", "welcomed the", "decided to",
		"stated that", "informed the", "took note", "shall", NULL};
	char *key = fold_key(text);
	bool found = has_any(key, verbs);

	free(key);
	return found;
}

bool import_is_prose(const char *text)
{
	size_t length = strlen(text);

	if (length < 25)
		return false;
	if (is_sentence(text))
		return true;
	if (length > 300)
		return true;
	for (const char *stop = text; length > 120 && (stop = strstr(stop, ". ")); stop++)
		if (stop - text > 40 && isupper((unsigned char)stop[2]) &&
			islower((unsigned char)stop[-1]) && strlen(stop) > 40)
			return true;
	return false;
}

/* --- headings --- */

static bool begins_word(const char *key, const char *word)
{
	size_t length = strlen(word);

	return strncmp(key, word, length) == 0 && (key[length] == ' ' || key[length] == '\0');
}

static bool is_schedule(const char *key)
{
	static const char *const words[] = {"organization of work", "organisation of work",
		"work schedule", "timetable", "time table", "schedule of meetings",
		"programme of meetings", "schedule of work", "proposed schedule",
		"provisional schedule", "tentative schedule", "schedule", "draft programme",
		"provisional programme", "tentative programme", "organization of the session",
		"organization of the meeting", "programme of the meeting",
		"programme of the session", NULL};

	return has_any(key, words);
}

/* "Provisional agenda and annotations", "Agenda for the …", "XII Meeting: agenda". */
static bool is_agenda(const char *key)
{
	static const char *const words[] = {"draft", "provisional", "annotated", "preliminary",
		"revised", "proposed", "adopted", "tentative", "final", "the", "conference",
		"meeting", "session", "workshop", NULL};
	static const char *const others[] = {"agenda item", "agenda items", "adoption of agenda",
		"adoption of the agenda", "of the provisional agenda", "preparation of the agenda",
		"of the agenda", "this agenda", "annotations to the provisional agenda", NULL};
	const char *at = key;
	size_t words_of = import_word_count(key);

	if (has_any(key, others))
		return false;
	for (size_t i = 0; words[i]; i++)
		if (begins_word(at, words[i])) {
			at += strlen(words[i]);
			at += *at == ' ';
			i = (size_t)-1;
		}
	if (begins_word(at, "agenda") || begins_word(at, "order of business") ||
		begins_word(at, "order of the day"))
		return words_of <= 18;
	if (key_has(key, "provisional agenda") || key_has(key, "annotated agenda"))
		return words_of <= 16;
	size_t length = strlen(key);
	return words_of <= 10 && length > 7 && strcmp(key + length - 7, " agenda") == 0;
}

static enum import_heading heading_of(const char *key)
{
	if (begins_word(key, "adoption") || begins_word(key, "opening") || begins_word(key, "item"))
		return IMPORT_NO_HEADING;
	if (begins_word(key, "annotations") || begins_word(key, "annotation") ||
		begins_word(key, "explanatory notes") || begins_word(key, "notes on the agenda"))
		return IMPORT_ANNOTATIONS;
	if (strcmp(key, "documentation") == 0 || strcmp(key, "documents") == 0 ||
		begins_word(key, "documents before") || strcmp(key, "working document") == 0 ||
		strcmp(key, "working documents") == 0 || begins_word(key, "reference document") ||
		strcmp(key, "reference documents") == 0 ||
		begins_word(key, "background documents") ||
		begins_word(key, "relevant documents") || strcmp(key, "document") == 0 ||
		strcmp(key, "background documentation") == 0 ||
		begins_word(key, "pre session documents"))
		return IMPORT_DOCUMENTATION;
	if (is_agenda(key))
		return IMPORT_AGENDA;
	if (is_schedule(key))
		return IMPORT_SCHEDULE;
	if (begins_word(key, "annex") || begins_word(key, "appendix") ||
		begins_word(key, "attachment"))
		return IMPORT_ANNEX;
	return IMPORT_NO_HEADING;
}

/* Short, no sentence, no cell of a table behind the first. */
enum import_heading import_heading_of(const struct import_line *line)
{
	const struct reading_paragraph *paragraph = line->paragraph;
	size_t length = strlen(line->text), start, symbol;
	enum import_heading heading;
	char *key;

	/* "I. Provisional agenda" is a heading, "(b) Adoption of the agenda" an item. */
	if (line->labelled && !line->label.capital)
		return IMPORT_NO_HEADING;
	if (symbol_find(line->text, &start, &symbol))
		return IMPORT_NO_HEADING; /* "- Provisional agenda (A/1)" is a document */
	if (length == 0 || length > 160 || import_word_count(line->text) > 22 ||
		paragraph->style == READING_NOTE || paragraph->cell > 1)
		return IMPORT_NO_HEADING;
	key = fold_key(line->text);
	heading = heading_of(key);
	/* In small letters it is the end of a title that wraps. */
	if (heading == IMPORT_NO_HEADING && strcmp(key, "programme of work") == 0 &&
		isupper((unsigned char)*line->text))
		heading = IMPORT_SCHEDULE;
	free(key);
	if (heading != IMPORT_DOCUMENTATION && heading != IMPORT_NO_HEADING &&
		(line->prose || (length > 60 && line->text[length - 1] == '.')))
		return IMPORT_NO_HEADING;
	return heading;
}
