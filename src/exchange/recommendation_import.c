/* SPDX-License-Identifier: MIT */
/*
 * The recommendations in a published report: its lines, the chapters among them, what is
 * refused, and one text found again among those of a file. What stands in a chapter is read
 * in recommendation_walk.c. Nothing is mended: what is printed there can be printed again
 * from what is kept.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import.h"
#include "recommendation_find.h"

/* Of a heading, at most. */
enum { HEAD_BYTES = 220, HEAD_WORDS = 30 };

/* --- lines --- */

static void read_label(struct finding *finding, struct finding_line *line)
{
	const struct reading_paragraph *paragraph = line->paragraph;

	line->text = paragraph->text;
	line->number = paragraph->number;
	if (paragraph->number) {
		line->labelled = import_label_at(paragraph->number, &line->label);
		return;
	}
	line->labelled = import_label_at(paragraph->text, &line->label);
	if (!line->labelled)
		return;
	line->text = paragraph->text + line->label.length;
	line->number = arena_strndup(&finding->report->arena, paragraph->text, line->label.length);
	for (char *end = (char *)line->number + strlen(line->number);
		end > line->number && end[-1] == ' ';)
		*--end = '\0';
}

/* Short and no sentence; a small letter in brackets numbers no heading. */
static bool is_head(const struct finding_line *line)
{
	size_t length = strlen(line->text);

	if (length == 0 || length > HEAD_BYTES || line->paragraph->style == READING_NOTE ||
		line->paragraph->table || strchr(".;:,", line->text[length - 1]))
		return false;
	if (line->paragraph->style == READING_HEADING)
		return true;
	if (line->number && !line->labelled)
		return false;
	if (line->labelled && !line->label.capital &&
		(!isdigit((unsigned char)line->label.part[0][0]) ||
			recommendation_is_asking(line->text)))
		return false;
	return !islower((unsigned char)line->text[0]) &&
	       import_word_count(line->text) <= HEAD_WORDS && !import_is_prose(line->text) &&
	       !recommendation_is_asking(line->text);
}

static void prepare(struct finding *finding, const struct reading *reading)
{
	finding->lines = mem_alloc((reading->count + 1) * sizeof *finding->lines);
	for (size_t i = 0; i < reading->count; i++) {
		if (reading->paragraphs[i].style == READING_PAGE)
			continue;
		struct finding_line *line = &finding->lines[finding->count++];
		line->paragraph = &reading->paragraphs[i];
		read_label(finding, line);
		line->head = is_head(line);
	}
}

/* --- chapters --- */

static size_t chapter_end(const struct finding *finding, size_t chapter)
{
	size_t at = chapter + 1;

	while (at < finding->count &&
		!(finding->lines[at].head &&
			recommendation_ends_chapter(&finding->lines[chapter], &finding->lines[at])))
		at++;
	return at;
}

static const char *heading_text(struct finding *finding, const struct finding_line *line)
{
	struct arena *arena = &finding->report->arena;

	return line->number ? arena_printf(arena, "%s %s", line->number, line->text)
			    : arena_strdup(arena, line->text);
}

/* The last one that was found is the line in `chapter`; count if there is none. */
static void read_chapters(struct finding *finding, size_t front, size_t *chapter)
{
	*chapter = finding->count;
	for (size_t at = 0; at < finding->count; at++) {
		if (!recommendation_is_chapter(&finding->lines[at]))
			continue;
		*chapter = at;
		const char *heading = heading_text(finding, &finding->lines[at]);
		size_t end = chapter_end(finding, at);
		recommendation_walk(finding, heading, front, at + 1, end);
		at = end - 1;
	}
}

static bool find(struct finding *finding, const char *name, bool any, struct err *err)
{
	size_t chapter, front = 0;

	while (front < finding->count && !recommendation_is_chapter(&finding->lines[front]))
		front++;
	recommendation_front(finding, front);
	read_chapters(finding, front, &chapter);
	if (finding->report->count > 0)
		return true;
	if (any) {
		finding->report->piece_count = 0;
		recommendation_walk(finding, NULL, 0, 0, finding->count);
		return true;
	}
	if (chapter == finding->count)
		return err_set(err, ERR_DATA,
			"“%s” has no chapter of recommendations: no heading in it says “Recommendations” "
			"or “Conclusions and recommendations”",
			name);
	return err_set(err, ERR_DATA,
		"“%s” has no recommendations: its chapter at line %d, “%.80s”, has neither lettered entries "
		"nor numbered paragraphs that say who should do what",
		name, finding->lines[chapter].paragraph->line, finding->lines[chapter].text);
}

static bool import(const struct reading *reading, const char *name, bool any,
	struct imported_report *report, struct err *err)
{
	struct finding finding = {.report = report};
	bool done;

	finding.unsigned_numbers = strcmp(reading->format, "HTML") == 0;
	prepare(&finding, reading);
	done = find(&finding, name, any, err);
	free(finding.lines);
	return done;
}

bool recommendation_import(const struct reading *reading, const char *name,
	struct imported_report *report, struct err *err)
{
	return import(reading, name, false, report, err);
}

bool recommendation_import_any(const struct reading *reading, const char *name,
	struct imported_report *report, struct err *err)
{
	return import(reading, name, true, report, err);
}

/* --- one of them --- */

enum { SOMEWHAT_ALIKE = 35, ALIKE = 55, MUCH_ALIKE = 75 };

size_t recommendation_import_find(
	const struct imported_report *report, const char *label, const char *text, bool *labelled)
{
	size_t by_label = report->count, best = report->count;
	int like_label = 0, most = 0;

	for (size_t i = 0; i < report->count; i++) {
		int like = import_likeness(report->all[i].text, text);
		if (label && *label && strcmp(report->all[i].label, label) == 0 &&
			(by_label == report->count || like > like_label)) {
			by_label = i;
			like_label = like;
		}
		if (like > most) {
			best = i;
			most = like;
		}
	}
	bool other = most >= MUCH_ALIKE && like_label < ALIKE; /* its letter has changed */
	bool found = by_label < report->count && like_label >= SOMEWHAT_ALIKE && !other;
	if (labelled)
		*labelled = found;
	return found ? by_label : most >= ALIKE ? best : report->count;
}

/* --- a report of it --- */

void imported_report_init(struct imported_report *report)
{
	*report = (struct imported_report){0};
	arena_init(&report->arena);
}

void imported_report_clear(struct imported_report *report)
{
	arena_clear(&report->arena);
	free(report->sets);
	free(report->all);
	free(report->pieces);
	*report = (struct imported_report){0};
}

/* The number that a label is; 0 of a letter. */
static int figure(const char *label)
{
	return label[strspn(label, "0123456789")] == '\0' ? atoi(label) : 0;
}

/* Do they stand in one list? Figures go on from one body's to the next one's. */
static bool goes_on(const struct imported_recommendation *before)
{
	int number = figure(before->label);

	return before[1].set == before->set || (number && figure(before[1].label) == number + 1);
}

void imported_report_summary(const struct imported_report *report, struct str *out)
{
	str_addf(out, "%zu recommendation%s", report->count, report->count == 1 ? "" : "s");
	for (size_t first = 0, last; first < report->count; first = last + 1) {
		for (last = first; last + 1 < report->count && goes_on(&report->all[last]);)
			last++;
		if (*report->all[first].label)
			str_addf(out, last > first ? ", %s to %s" : ", %s",
				report->all[first].label, report->all[last].label);
	}
	size_t taken = 0;
	for (size_t i = 0; i < report->piece_count; i++)
		taken += report->pieces[i].taken;
	size_t left = report->piece_count - taken;
	if (left > 0)
		str_addf(out, ", %zu piece%s not understood", left, left == 1 ? "" : "s");
	if (taken > 0)
		str_addf(out, ", %zu doubtful", taken);
}
