/* SPDX-License-Identifier: MIT */
/*
 * The headings around recommendations: which of them opens their chapter, which ends it,
 * and what the masthead of the report says. A heading is told by its form (short, no
 * sentence); what it is, by its words, its number and, where the format has them, levels.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fold.h"
#include "import.h"
#include "model/recommendation.h"
#include "model/symbol.h"
#include "recommendation_find.h"

/* --- the chapter --- */

/* Bytes of the word at key, with the blank behind it. */
static size_t word_length(const char *key)
{
	size_t length = strcspn(key, " ");

	return length + (key[length] == ' ');
}

static bool is_one_of(const char *key, const char *const words[])
{
	size_t length = strcspn(key, " ");

	for (size_t i = 0; words[i]; i++)
		if (strlen(words[i]) == length && strncmp(key, words[i], length) == 0)
			return true;
	return false;
}

bool recommendation_is_chapter(const struct finding_line *line)
{
	static const char *const before[] = {"conclusions", "decisions", "agreed", "draft",
		"observations", "findings", "summary", "outcome", "outcomes", "and", "of", "the",
		"main", "key", "general", "set", "other", "resolutions", "proposals", NULL};
	static const char *const named[] = {"recommendations", "recommendation", NULL};
	char *key;
	bool is;

	if (!line->head || (line->labelled && !line->label.capital &&
				   !isdigit((unsigned char)line->label.part[0][0])))
		return false;
	key = fold_key(line->text);
	const char *at = key;
	while (*at && is_one_of(at, before))
		at += word_length(at);
	is = is_one_of(at, named);
	free(key);
	return is;
}

/* What every report has behind its recommendations, and is no part of them. */
static bool is_other_chapter(const struct finding_line *head)
{
	static const char *const words[] = {"summary of", "organization of the", "organization of",
		"organizational matters", "adoption of the report", "attendance", "annex",
		"annexes", "introduction", "deliberations", "action taken", "closure of",
		"opening of the", "list of participants", "summary by the", NULL};

	return import_begins_any(head->text, words);
}

/* 'I' for roman, 'A' for a letter, '1' for figures, 0 for none; its value. */
static char kind_of(const struct finding_line *line, int *value)
{
	const char *part = line->label.part[0];

	*value = 0;
	if (!line->labelled || (!line->label.capital && !isdigit((unsigned char)*part)))
		return 0;
	if ((*value = import_figure(part)) > 0)
		return '1';
	if ((*value = import_roman(part)) > 0)
		return 'I';
	*value = import_letter(part);
	return *value ? 'A' : 0;
}

static bool ends_by_number(const struct finding_line *chapter, const struct finding_line *head)
{
	int here, there;
	char own = kind_of(chapter, &here), other = kind_of(head, &there);

	if (own == 'I')
		return other == 'I' && there > here;
	if (own == 'A') /* "C." may be a letter or roman */
		return import_letter(head->label.part[0]) == here + 1 || other == 'I';
	if (own == '1')
		return other == '1' ? there == here + 1 : other != 0;
	return other == 'I';
}

bool recommendation_ends_chapter(
	const struct finding_line *chapter, const struct finding_line *head)
{
	const struct reading_paragraph *own = chapter->paragraph, *other = head->paragraph;

	if (is_other_chapter(head))
		return true;
	if (own->style == READING_HEADING && other->style == READING_HEADING)
		return other->level <= own->level;
	return head->labelled && ends_by_number(chapter, head);
}

/* --- words --- */

bool recommendation_is_asking(const char *text)
{
	static const char *const modal[] = {"should", "shall", "may wish to", "might wish to",
		"must", "encouraged to", "invited to", "urged to", "requested to", "are encouraged",
		"is encouraged", "are invited", "is invited", "are urged", "is urged",
		"are requested", "is requested", "called upon", "recommended", "recommends",
		"could consider", "are reminded", "need to", NULL};

	if (recommendation_verb(text) > 0)
		return true;
	for (size_t i = 0; modal[i]; i++)
		if (import_has_words(text, modal[i]))
			return true;
	return false;
}

/* --- masthead --- */

static bool names_body(const char *text)
{
	static const char *const words[] = {"working group", "conference", "commission",
		"committee", "group", "meeting", "assembly", "council", "board", "body", "forum",
		"workshop", "task force", "subcommission", NULL};

	for (size_t i = 0; words[i]; i++)
		if (import_has_words(text, words[i]))
			return true;
	return false;
}

static const char *kept(struct finding *finding, const char *text, size_t length)
{
	while (length > 0 && strchr(" ,:;", text[length - 1]))
		length--;
	return length ? arena_strndup(&finding->report->arena, text, length) : NULL;
}

/* "The Working Group recommends that States:" is by the Working Group. */
static const char *body_of_chapeau(struct finding *finding, const char *chapeau)
{
	static const char *const verbs[] = {" recommend", " adopted", " agreed", " made",
		" decided", " requested", " also", " further", " submitted", " formulated",
		" endorsed", ", ", NULL};
	const char *start = chapeau, *body;

	if (strncmp(start, "At its ", 7) == 0 && strstr(start, ", the "))
		start = strstr(start, ", the ") + 2;
	if (strncasecmp(start, "the ", 4) == 0)
		start += 4;
	size_t length = strlen(start);

	for (size_t i = 0; verbs[i]; i++) {
		const char *verb = strstr(start, verbs[i]);
		if (verb && (size_t)(verb - start) < length)
			length = (size_t)(verb - start);
	}
	body = kept(finding, start, length);
	return body && isupper((unsigned char)*body) && names_body(body) &&
			       import_word_count(body) <= 20
		       ? body
		       : NULL;
}

static bool is_title(const char *text)
{
	static const char *const words[] = {"report of", "report on", "draft report",
		"final report", "interim report", "recommendations adopted", "recommendations of",
		"summary report", NULL};

	return import_begins_any(text, words);
}

static const char *body_of_front(struct finding *finding, size_t end)
{
	struct import_days days;
	const char *body = NULL;

	for (size_t i = 0; i < end; i++) {
		const struct finding_line *line = &finding->lines[i];
		if (line->labelled || is_title(line->text))
			break;
		if (names_body(line->text) && !import_is_prose(line->text) &&
			!import_days_find(line->text, false, &days))
			body = line->text;
	}
	return body ? kept(finding, body, strlen(body)) : NULL;
}

/* "Report on the meeting of the Working Group on Lights held in …" */
static const char *body_of_title(struct finding *finding)
{
	static const char *const behind[] = {
		" held ", " on its ", " at its ", " on the work of its ", ", ", NULL};
	const char *title = finding->report->title, *body;

	if (!title || !(body = import_find(title, " of the ")))
		return NULL;
	body += strlen(" of the ");
	size_t length = strlen(body);
	for (size_t i = 0; behind[i]; i++) {
		const char *at = import_find(body, behind[i]);
		if (at && (size_t)(at - body) < length)
			length = (size_t)(at - body);
	}
	body = kept(finding, body, length);
	return body && names_body(body) ? body : NULL;
}

const char *recommendation_body(
	struct finding *finding, const char *subhead, const char *chapeau, size_t end)
{
	const char *body = NULL, *front;

	if (subhead && names_body(subhead))
		return subhead;
	if (chapeau)
		body = body_of_chapeau(finding, chapeau);
	if (body && import_word_count(body) > 2)
		return body;
	if (!finding->front_read) { /* "the Committee" has a longer name there */
		finding->front_read = true;
		front = body_of_front(finding, end);
		finding->front_body = front ? front : body_of_title(finding);
	}
	return finding->front_body ? finding->front_body : body;
}

/* The last of the days that the meeting was held, which the masthead says with the place:
 * "Vienna, 19-20 October 2010". The day alone is that of the document. */
static void front_days(struct finding *finding, const char *text)
{
	struct import_days days;
	char day[11];

	if (finding->report->held || !import_days_find(text, false, &days) || days.start == 0 ||
		text[days.start - 1] != ' ' || !import_date_print(&days.to, day))
		return;
	if (days.count > 1 || strchr(text, ','))
		finding->report->held = arena_strdup(&finding->report->arena, day);
}

static void front_symbol(struct finding *finding, const struct finding_line *line)
{
	size_t start, length;

	if (!finding->report->symbol && line->paragraph->style != READING_NOTE &&
		line->text[0] != '*' && symbol_find(line->text, &start, &length) &&
		start + length + 2 > strlen(line->text))
		finding->report->symbol =
			arena_strndup(&finding->report->arena, line->text + start, length);
}

/* A title may stand in two lines. */
static const char *whole_title(struct finding *finding, size_t at, size_t end)
{
	const struct finding_line *line = &finding->lines[at], *next = line + 1;
	struct import_days days;
	const char *title = kept(finding, line->text, strlen(line->text));

	if (at + 1 >= end || next->labelled || next->paragraph->gap > 0 ||
		next->paragraph->line == line->paragraph->line ||
		import_days_find(next->text, false, &days))
		return title;
	return arena_printf(&finding->report->arena, "%s %s", title, next->text);
}

void recommendation_front(struct finding *finding, size_t end)
{
	struct imported_report *report = finding->report;

	for (size_t i = 0; i < end; i++) {
		const struct finding_line *line = &finding->lines[i];
		if (line->paragraph->table) /* of contents */
			continue;
		if (line->labelled)
			break;
		if (import_begins_any(line->text, (const char *const[]){"distr", NULL}))
			continue;
		if (!report->title && is_title(line->text))
			report->title = whole_title(finding, i, end);
		else
			front_symbol(finding, line);
		front_days(finding, line->text);
	}
}
