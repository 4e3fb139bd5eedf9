/* SPDX-License-Identifier: MIT */
/*
 * The recommendations in a published report. A chapter is walked once, and what each
 * paragraph is follows from its number and from what came before: a chapeau, an entry,
 * a sub-level, the rest of one that a page has divided, a subhead. Nothing is mended:
 * what is printed there can be printed again from what is kept.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import.h"
#include "model/recommendation.h"
#include "recommendation_find.h"

/* More than any report has. */
enum { IMPORTED_MAX = 2000, HEAD_BYTES = 220, HEAD_WORDS = 30, ENDING_BYTES = 60 };

enum { NO_ENTRY = -1 };

/* Where a walk through a chapter stands. */
struct walk {
	struct finding *finding;
	size_t front;     /* the lines before the first chapter */
	size_t from, end; /* of the chapter */
	const char *chapter, *subhead;
	const char *paragraph, *chapeau; /* the newest; NULL: none since the subhead */
	bool fresh;                      /* the chapeau has no entries yet */
	int set;                         /* index of the set that is open; NO_ENTRY */
	int last;                        /* what its label counts as */
	struct str text;                 /* of the entry so far */
	int first_line, last_line;
	const char *label;
	int sub;      /* last sub-level of it: (i) is 1; 0 = none yet */
	bool is_open; /* an entry is being read */
};

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

/* --- what is kept --- */

static void add_piece(struct walk *walk, const struct finding_line *line, const char *why)
{
	struct imported_report *report = walk->finding->report;

	if (report->piece_count >= IMPORTED_MAX)
		return;
	report->pieces = mem_grow(report->pieces, &report->piece_room, report->piece_count + 1,
		sizeof *report->pieces);
	report->pieces[report->piece_count++] = (struct imported_piece){
		.text = line->number
				? arena_printf(&report->arena, "%s %s", line->number, line->text)
				: arena_strdup(&report->arena, line->text),
		.why = why,
		.line = line->paragraph->line,
		.last_line = line->paragraph->last_line};
}

/* It is taken over all the same. */
static void add_doubt(struct walk *walk, const struct finding_line *line, const char *why)
{
	struct imported_report *report = walk->finding->report;

	add_piece(walk, line, why);
	if (report->piece_count > 0)
		report->pieces[report->piece_count - 1].taken = true;
}

static void open_set(struct walk *walk, bool numbered)
{
	struct imported_report *report = walk->finding->report;

	report->sets = mem_grow(
		report->sets, &report->set_room, report->set_count + 1, sizeof *report->sets);
	walk->set = (int)report->set_count;
	report->sets[report->set_count++] = (struct imported_set){.chapter = walk->chapter,
		.subhead = walk->subhead,
		.body = recommendation_body(
			walk->finding, walk->subhead, walk->chapeau, walk->front),
		.paragraph = walk->paragraph,
		.chapeau = walk->chapeau,
		.numbered = numbered};
	walk->fresh = false;
	walk->last = 0;
}

/* Bytes of the text without the mark of a footnote behind its sign: ";1/", ".2". */
static size_t without_mark(const char *text)
{
	size_t length = strlen(text), at = length;

	if (at > 0 && text[at - 1] == '/')
		at--;
	while (at > 0 && length - at < 4 && isdigit((unsigned char)text[at - 1]))
		at--;
	bool marked = at < length && isdigit((unsigned char)text[at]) && at > 1 &&
		      strchr(".;,", text[at - 1]) && isalpha((unsigned char)text[at - 2]);
	return marked ? at : length;
}

/* Bytes of the text without the sign, and the "and", behind it. */
static size_t without_ending(const char *text)
{
	size_t all = strlen(text), skipped = all > ENDING_BYTES ? all - ENDING_BYTES : 0;
	struct str whole, bare;

	str_init(&whole);
	str_init(&bare);
	str_addc(&whole, 'X'); /* so that its beginning stays as it is */
	str_addn(&whole, text + skipped, without_mark(text + skipped));
	recommendation_entry(whole.text, &bare);
	size_t length = skipped + (bare.length ? bare.length - 1 : 0);
	str_clear(&whole);
	str_clear(&bare);
	return length;
}

static void close_entry(struct walk *walk)
{
	struct imported_report *report = walk->finding->report;
	struct imported_recommendation *entry;

	if (!walk->is_open)
		return;
	walk->is_open = false;
	size_t length = without_ending(walk->text.text);
	report->all = mem_grow(report->all, &report->room, report->count + 1, sizeof *report->all);
	entry = &report->all[report->count++];
	*entry = (struct imported_recommendation){.set = (size_t)walk->set,
		.label = walk->label,
		.text = arena_strndup(&report->arena, walk->text.text, length),
		.ending = arena_strdup(&report->arena, walk->text.text + length),
		.line = walk->first_line,
		.last_line = walk->last_line};
	entry->verb = arena_strndup(&report->arena, entry->text, recommendation_verb(entry->text));
}

static void open_entry(struct walk *walk, const struct finding_line *line, const char *label)
{
	close_entry(walk);
	if (walk->finding->report->count >= IMPORTED_MAX) {
		add_piece(walk, line, "more than a report has");
		return;
	}
	str_reset(&walk->text);
	str_add(&walk->text, line->text);
	walk->label = label;
	walk->first_line = line->paragraph->line;
	walk->last_line = line->paragraph->last_line;
	walk->sub = 0;
	walk->is_open = true;
}

/* "(c)" as printed. */
static const char *letter_label(struct walk *walk, const struct finding_line *line)
{
	struct arena *arena = &walk->finding->report->arena;

	if (line->labelled && walk->finding->unsigned_numbers)
		return arena_printf(arena, "(%s)", line->label.part[0]);
	return arena_strdup(arena, line->number);
}

static void add_to_entry(struct walk *walk, const struct finding_line *line, bool sub_level)
{
	if (sub_level)
		str_addf(&walk->text, "\n%s ", letter_label(walk, line));
	else if (walk->text.length && walk->text.text[walk->text.length - 1] != ' ')
		str_addc(&walk->text, ' ');
	str_add(&walk->text, line->text);
	if (line->paragraph->last_line > walk->last_line)
		walk->last_line = line->paragraph->last_line;
}

/* --- what a paragraph is --- */

static char last_sign_of(const char *text)
{
	size_t length = strlen(text);

	while (length && text[length - 1] == ' ')
		length--;
	return length ? text[length - 1] : '\0';
}

static char last_sign(const struct str *text)
{
	return last_sign_of(text->text);
}

/* "; and" ends an entry as ";" does. */
static bool has_ended(const struct walk *walk)
{
	char sign = last_sign(&walk->text);

	return (sign && strchr(".;", sign)) ||
	       strlen(walk->text.text) - without_ending(walk->text.text) > 1;
}

/* The next line of the chapter that has a label: its first sign, or 0. */
static char next_label(const struct walk *walk, size_t at)
{
	for (size_t i = at + 1; i < walk->end; i++) {
		const struct finding_line *line = &walk->finding->lines[i];
		if (line->labelled && !line->label.capital)
			return line->label.part[0][0];
		if (line->head)
			return 0;
	}
	return 0;
}

static void set_chapeau(struct walk *walk, const struct finding_line *line)
{
	struct arena *arena = &walk->finding->report->arena;

	close_entry(walk);
	walk->chapeau = arena_strdup(arena, line->text);
	walk->paragraph = line->number ? arena_strdup(arena, line->number) : NULL;
	walk->fresh = true;
	walk->set = NO_ENTRY;
}

/* A paragraph before a list: "The Working Group:" opens it; behind "States should:" stand
 * sub-levels. */
static bool is_chapeau(const struct finding_line *line)
{
	return !recommendation_is_asking(line->text) ||
	       import_has_words(line->text, "recommends") ||
	       import_has_words(line->text, "recommended") ||
	       import_has_words(line->text, "recommendations");
}

static void take_figure(struct walk *walk, size_t at)
{
	const struct finding_line *line = &walk->finding->lines[at];
	struct arena *arena = &walk->finding->report->arena;
	char next = next_label(walk, at);
	const char *figure = line->label.part[0];

	if (is_chapeau(line) && (last_sign_of(line->text) == ':' || next == 'a')) {
		set_chapeau(walk, line);
		return;
	}
	if (!recommendation_is_asking(line->text) && !walk->fresh) {
		close_entry(walk);
		add_piece(walk, line, "does not say that anybody should do anything");
		return;
	}
	close_entry(walk);
	if (walk->set == NO_ENTRY || !walk->finding->report->sets[walk->set].numbered ||
		walk->fresh)
		open_set(walk, true);
	open_entry(walk, line, arena_strdup(arena, figure));
}

/* Under an entry: (i), or of a numbered one (a), as its number goes on. */
static bool is_sub_level(const struct walk *walk, const struct finding_line *line)
{
	const char *part = line->label.part[0];
	int letter = import_letter(part), roman = import_roman(part);

	if (!walk->is_open)
		return false;
	if (walk->finding->report->sets[walk->set].numbered)
		return !walk->fresh;
	if (last_sign(&walk->text) == ':')
		return true;
	if (roman == walk->sub + 1 && walk->sub > 0)
		return letter != walk->last + 1 || roman > 1;
	return letter != walk->last + 1 && roman == walk->sub + 1;
}

static void take_letter(struct walk *walk, const struct finding_line *line)
{
	int letter = import_letter(line->label.part[0]);

	if (is_sub_level(walk, line)) {
		walk->sub = walk->sub ? walk->sub + 1 : 1;
		add_to_entry(walk, line, true);
		return;
	}
	close_entry(walk);
	if (walk->set == NO_ENTRY || walk->fresh ||
		walk->finding->report->sets[walk->set].numbered || letter <= walk->last)
		open_set(walk, false);
	if (letter > walk->last + 1)
		add_doubt(walk, line, "its letter does not follow the one before it");
	walk->last = letter;
	open_entry(walk, line, letter_label(walk, line));
}

static void take_plain(struct walk *walk, const struct finding_line *line)
{
	if (walk->is_open && walk->text.length > 0 && !line->number &&
		(islower((unsigned char)line->text[0]) || !has_ended(walk)) &&
		last_sign(&walk->text) != ':') {
		add_to_entry(walk, line, false);
	} else if (walk->is_open && line->number && last_sign(&walk->text) == ':') {
		walk->sub = 1;
		add_to_entry(walk, line, true);
	} else if (walk->is_open && line->number && walk->sub) {
		add_to_entry(walk, line, true);
	} else if (last_sign_of(line->text) == ':' && is_chapeau(line)) {
		set_chapeau(walk, line);
	} else if ((walk->fresh || walk->set != NO_ENTRY || line->number ||
			   last_sign_of(line->text) == ';') &&
		   recommendation_verb(line->text) > 0) {
		close_entry(walk);
		if (walk->set == NO_ENTRY || walk->fresh)
			open_set(walk, false);
		open_entry(walk, line, "");
	} else {
		add_piece(walk, line, "is no part of a list and no numbered paragraph");
	}
}

static void take_subhead(struct walk *walk, const struct finding_line *line)
{
	struct arena *arena = &walk->finding->report->arena;

	close_entry(walk);
	walk->subhead = line->number ? arena_printf(arena, "%s %s", line->number, line->text)
				     : arena_strdup(arena, line->text);
	walk->chapeau = walk->paragraph = NULL;
	walk->fresh = false;
	walk->set = NO_ENTRY;
}

static void take(struct walk *walk, size_t at)
{
	const struct finding_line *line = &walk->finding->lines[at];
	bool divided = walk->is_open && !has_ended(walk) && last_sign(&walk->text) != ':' &&
		       line->paragraph->style == READING_BODY && !line->paragraph->bold;

	if (line->paragraph->style == READING_NOTE)
		add_piece(walk, line, "a footnote");
	else if (line->paragraph->table)
		add_piece(walk, line, "a cell of a table");
	else if (line->head && !(divided && !line->labelled))
		take_subhead(walk, line);
	else if (line->labelled && isdigit((unsigned char)line->label.part[0][0]))
		take_figure(walk, at);
	else if (line->labelled && !line->label.capital)
		take_letter(walk, line);
	else
		take_plain(walk, line);
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

static void read_chapter(struct walk *walk, size_t from, size_t end)
{
	walk->from = from;
	walk->end = end;
	walk->subhead = walk->chapeau = walk->paragraph = NULL;
	walk->fresh = walk->is_open = false;
	walk->set = NO_ENTRY;
	for (size_t at = from; at < end; at++)
		take(walk, at);
	close_entry(walk);
}

static const char *heading_text(struct finding *finding, const struct finding_line *line)
{
	struct arena *arena = &finding->report->arena;

	return line->number ? arena_printf(arena, "%s %s", line->number, line->text)
			    : arena_strdup(arena, line->text);
}

/* The last one that was found is the line in `chapter`; count if there is none. */
static void read_chapters(struct walk *walk, size_t *chapter)
{
	struct finding *finding = walk->finding;

	*chapter = finding->count;
	for (size_t at = 0; at < finding->count; at++) {
		if (!recommendation_is_chapter(&finding->lines[at]))
			continue;
		*chapter = at;
		walk->chapter = heading_text(finding, &finding->lines[at]);
		size_t end = chapter_end(finding, at);
		read_chapter(walk, at + 1, end);
		at = end - 1;
	}
}

static bool find(struct walk *walk, const char *name, bool any, struct err *err)
{
	struct finding *finding = walk->finding;
	size_t chapter;

	while (walk->front < finding->count &&
		!recommendation_is_chapter(&finding->lines[walk->front]))
		walk->front++;
	recommendation_front(finding, walk->front);
	read_chapters(walk, &chapter);
	if (finding->report->count > 0)
		return true;
	if (any) {
		walk->chapter = NULL;
		walk->front = 0;
		finding->report->piece_count = 0;
		read_chapter(walk, 0, finding->count);
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
	struct walk walk = {.finding = &finding};
	bool done;

	finding.unsigned_numbers = strcmp(reading->format, "HTML") == 0;
	prepare(&finding, reading);
	str_init(&walk.text);
	done = find(&walk, name, any, err);
	str_clear(&walk.text);
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

void imported_report_summary(const struct imported_report *report, struct str *out)
{
	str_addf(out, "%zu recommendation%s", report->count, report->count == 1 ? "" : "s");
	for (size_t s = 0; s < report->set_count; s++) {
		size_t first = 0, last;
		while (first < report->count && report->all[first].set != s)
			first++;
		for (last = first; last + 1 < report->count && report->all[last + 1].set == s;)
			last++;
		if (first < report->count && *report->all[first].label)
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
