/* SPDX-License-Identifier: MIT */
/*
 * A chapter of recommendations, walked once. What each paragraph is follows from its number
 * and from what came before: a chapeau, an entry, a sub-level, the rest of one that a page
 * has divided, a subhead. What opens something and is followed by nothing is a piece, like
 * all else that is not understood: no line of a chapter is lost.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "import.h"
#include "model/recommendation.h"
#include "recommendation_find.h"

/* More than any report has. */
enum { IMPORTED_MAX = 2000, ENDING_BYTES = 60 };

enum { NO_ENTRY = -1 };

/* Where a walk through a chapter stands. */
struct walk {
	struct finding *finding;
	size_t front; /* the lines before the first chapter */
	size_t end;   /* of the chapter */
	const char *chapter, *subhead;
	const char *paragraph, *chapeau; /* the newest; NULL: none since the subhead */
	/* Lines that say what follows, as long as nothing has followed; NULL. */
	const struct finding_line *head, *opener, *figured;
	const char *figure; /* of a heading "Recommendation 3" just read; NULL */
	bool whole;         /* the entry has no sign and needs none: the last of a list */
	bool fresh;         /* the chapeau has no entries yet */
	int set;            /* index of the set that is open; NO_ENTRY */
	int last;           /* what its label counts as */
	struct str text;    /* of the entry so far */
	int first_line, last_line;
	const char *label;
	int sub;      /* last sub-level of it: (i) is 1; 0 = none yet */
	int deep;     /* last level below that: a. is 1; 0 = none in this one … */
	int indent;   /* … and how far in it stands */
	char mark;    /* … and the mark of its label */
	bool is_open; /* an entry is being read */
};

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

/* Nothing followed what was to open something: then it is no more than a line. */
static void give_up_openers(struct walk *walk, bool all)
{
	if (walk->head && all)
		add_piece(walk, walk->head, "a heading without a recommendation below it");
	if (walk->opener)
		add_piece(walk, walk->opener, "opens a list that does not follow");
	if (walk->figured)
		add_piece(walk, walk->figured, "a heading without a recommendation below it");
	walk->opener = walk->figured = NULL;
	if (all)
		walk->head = NULL;
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
	walk->head = walk->opener = walk->figured = NULL;
	str_reset(&walk->text);
	str_add(&walk->text, line->text);
	walk->label = label;
	walk->first_line = line->paragraph->line;
	walk->last_line = line->paragraph->last_line;
	walk->sub = walk->deep = 0;
	walk->whole = false;
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

	return walk->whole || (sign && strchr(".;", sign)) ||
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
	give_up_openers(walk, false);
	walk->opener = line;
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

/* Under a sub-level of a lettered entry: a., b. Where the format has no signs of its own
 * (HTML), what stands as far in. */
static bool is_deeper(const struct walk *walk, const struct finding_line *line)
{
	int letter = import_letter(line->label.part[0]);

	if (!walk->is_open || !walk->sub || walk->finding->report->sets[walk->set].numbered)
		return false;
	if (walk->deep)
		return letter == walk->deep + 1 && line->label.mark == walk->mark &&
		       line->paragraph->indent == walk->indent;
	return letter == 1 && last_sign(&walk->text) == ':';
}

static void take_deeper(struct walk *walk, const struct finding_line *line)
{
	walk->deep++;
	walk->mark = line->label.mark;
	walk->indent = line->paragraph->indent;
	str_addf(&walk->text, "\n%s. %s", line->label.part[0], line->text);
	if (line->paragraph->last_line > walk->last_line)
		walk->last_line = line->paragraph->last_line;
}

static void take_letter(struct walk *walk, const struct finding_line *line)
{
	int letter = import_letter(line->label.part[0]);

	if (is_deeper(walk, line)) {
		take_deeper(walk, line);
		return;
	}
	if (is_sub_level(walk, line)) {
		walk->sub = walk->sub ? walk->sub + 1 : 1;
		walk->deep = 0;
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

/* "Recommendation 3", a heading of its own above each: its figure, or NULL. */
static const char *figure_heading(const struct finding_line *line)
{
	static const char word[] = "recommendation ";
	const char *figure = line->text + strlen(word);

	if (strncasecmp(line->text, word, strlen(word)) != 0)
		return NULL;
	if (strncasecmp(figure, "no. ", 4) == 0)
		figure += 4;
	size_t length = strspn(figure, "0123456789");
	return length > 0 && length < 4 && figure[length] == '\0' ? figure : NULL;
}

/* What is promised by the semicolon before it, and has lost its own sign. */
static bool is_last_of_list(const struct walk *walk, const struct finding_line *line)
{
	return walk->is_open && *walk->label == '\0' && last_sign(&walk->text) == ';' &&
	       line->paragraph->style == READING_BODY && !line->paragraph->bold &&
	       !line->paragraph->centred && !line->labelled;
}

/* One of a list that has no numbers: it begins with a verb, or the sign of the one before
 * promises another, or its own. */
static bool is_unnumbered(const struct walk *walk, const struct finding_line *line)
{
	char sign = last_sign_of(line->text);
	bool verb = recommendation_verb(line->text) > 0;

	if (walk->is_open && last_sign(&walk->text) == ';' &&
		((sign && strchr(".;", sign)) || is_last_of_list(walk, line)))
		return true;
	if (walk->fresh || walk->set != NO_ENTRY)
		return verb || (walk->fresh && sign == ';');
	return (line->number || sign == ';') && (verb || recommendation_is_asking(line->text));
}

static void take_plain(struct walk *walk, const struct finding_line *line)
{
	if (walk->figure) {
		close_entry(walk);
		if (walk->set == NO_ENTRY || walk->fresh)
			open_set(walk, true);
		open_entry(walk, line, walk->figure);
		walk->figure = NULL;
	} else if (walk->is_open && walk->text.length > 0 && !line->number &&
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
	} else if (is_unnumbered(walk, line)) {
		bool last = is_last_of_list(walk, line);
		close_entry(walk);
		if (walk->set == NO_ENTRY || walk->fresh)
			open_set(walk, false);
		open_entry(walk, line, "");
		walk->whole = last;
	} else {
		add_piece(walk, line, "is no part of a list and no numbered paragraph");
	}
}

static void take_subhead(struct walk *walk, const struct finding_line *line)
{
	struct arena *arena = &walk->finding->report->arena;

	close_entry(walk);
	give_up_openers(walk, true);
	walk->head = line;
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
	else if (figure_heading(line)) {
		close_entry(walk);
		give_up_openers(walk, false);
		walk->figured = line;
		walk->figure = arena_strdup(&walk->finding->report->arena, figure_heading(line));
	} else if (line->head && !(divided && !line->labelled) && !is_last_of_list(walk, line))
		take_subhead(walk, line);
	else if (line->labelled && isdigit((unsigned char)line->label.part[0][0]))
		take_figure(walk, at);
	else if (line->labelled && !line->label.capital)
		take_letter(walk, line);
	else
		take_plain(walk, line);
}

/* --- the whole --- */

void recommendation_walk(
	struct finding *finding, const char *chapter, size_t front, size_t from, size_t end)
{
	struct walk walk = {.finding = finding,
		.chapter = chapter,
		.front = front,
		.end = end,
		.set = NO_ENTRY};

	str_init(&walk.text);
	for (size_t at = from; at < end; at++)
		take(&walk, at);
	close_entry(&walk);
	give_up_openers(&walk, true);
	str_clear(&walk.text);
}
