/* SPDX-License-Identifier: MIT */
/*
 * The list of items. The one idea: a list is recognized by its numbers, which go on
 * where they left off, level by level; every "1." of the document is tried as its
 * beginning, and the best of the lists found is the agenda. The list that has
 * nothing between its items but their titles is better than one with annotations.
 *
 * What a number means depends on what was expected: "i" behind "h" is a letter, "i"
 * behind "(a)" the first of the romans; a list that begins to count anew behind
 * its sub-items was numbered by a word processor and goes on.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import_walk.h"

enum { GAP_MOST = 3, ASIDES_MOST = 6, TITLE_MOST = 8, BETWEEN_MOST = 1000 };

static void clear_walk(struct import_walk *walk)
{
	for (size_t i = 0; i < walk->count; i++)
		str_clear(&walk->entries[i].title);
	free(walk->entries);
	*walk = (struct import_walk){0};
}

/* --- one number more --- */

static int value_in(enum series series, const char *part)
{
	switch (series) {
	case SERIES_FIGURES:
		return import_figure(part);
	case SERIES_LETTERS:
		return import_letter(part);
	case SERIES_ROMANS:
		return import_roman(part);
	default:
		return 0;
	}
}

static enum series series_of(const char *part, int level)
{
	if (isdigit((unsigned char)*part))
		return SERIES_FIGURES;
	if (level == 2 && import_roman(part) > 0)
		return SERIES_ROMANS;
	if (import_letter(part) > 0)
		return SERIES_LETTERS;
	return import_roman(part) > 0 ? SERIES_ROMANS : SERIES_NONE;
}

/* The next of a series that has begun, or the first of one that begins. */
static bool is_next(const struct import_walk *walk, int level, const char *part)
{
	const struct import_level *at = &walk->levels[level];

	if (at->series != SERIES_NONE)
		return value_in(at->series, part) == at->last + 1;
	return strcmp(part, "a") == 0 || strcmp(part, "i") == 0 || strcmp(part, "1") == 0;
}

static bool has_style(const struct import_walk *walk, const struct import_label *label)
{
	const struct import_label *style = &walk->style;

	if (style->capital != label->capital || style->worded != label->worded)
		return false;
	if (label->mark == style->mark || style->worded)
		return true;
	/* "18     The exchange" among "17." */
	return (label->mark == ' ' || label->mark == '.' || label->mark == ':') &&
	       (style->mark == ' ' || style->mark == '.' || style->mark == ':');
}

/* The level that a part which is no top number continues; -1 if it fits nowhere. The
 * deepest series that goes on wins, except that a letter may also end a roman one. */
static int sub_level(
	const struct import_walk *walk, const struct import_line *line, const char *part)
{
	bool deeper =
		walk->count > 0 &&
		line->paragraph->indent >
			walk->import->lines[walk->entries[walk->count - 1].line].paragraph->indent;

	/* "1." below "1." is no sub-item, unless it stands further in. */
	if (isdigit((unsigned char)*part) && has_style(walk, &line->label) &&
		line->paragraph->indent < walk->top_indent + 3)
		return -1;
	if (walk->depth == 2 && is_next(walk, 2, part))
		return 2;
	if (walk->depth >= 1 && is_next(walk, 1, part)) {
		/* "(i)" behind "(h)": the letter, unless it stands further in. */
		if (strcmp(part, "i") == 0 && walk->depth == 1 && deeper)
			return 2;
		return 1;
	}
	if (walk->depth == 1 && walk->levels[1].series != SERIES_ROMANS && is_next(walk, 2, part) &&
		!(walk->levels[1].series == SERIES_LETTERS && strcmp(part, "a") == 0))
		return 2;
	if (walk->depth == 0 && is_next(walk, 1, part))
		return 1;
	return -1;
}

/* One left out: it was read badly, or deleted. */
static int sub_level_with_gap(const struct import_walk *walk, const char *part)
{
	for (int level = walk->depth; level >= 1; level--) {
		const struct import_level *at = &walk->levels[level];
		if (at->series != SERIES_NONE && value_in(at->series, part) == at->last + 2)
			return level;
	}
	return -1;
}

static struct import_found *add_entry(
	struct import_walk *walk, size_t line, int level, const char *part)
{
	struct import_found *entry;
	enum series series = walk->levels[level].series;

	if (walk->count >= IMPORT_ITEMS_MAX)
		return NULL;
	walk->entries = mem_grow(walk->entries, &walk->room, walk->count + 1, sizeof(*entry));
	entry = &walk->entries[walk->count++];
	*entry = (struct import_found){.line = line, .level = level, .last = line};
	entry->guessed = walk->moved != 0; /* its number is not the printed one */
	memcpy(entry->before.levels, walk->levels, sizeof(walk->levels));
	entry->before.depth = walk->depth;
	entry->before.counted = walk->counted;
	entry->before.moved = walk->moved;
	str_init(&entry->title);
	memcpy(entry->label, part, strlen(part) + 1);
	if (series == SERIES_NONE)
		series = series_of(part, level);
	walk->levels[level] = (struct import_level){series, value_in(series, part)};
	for (int i = level + 1; i < LEVELS; i++)
		walk->levels[i] = (struct import_level){SERIES_NONE, 0};
	walk->depth = level;
	if (level == 0) {
		walk->counted = walk->levels[0].last + walk->moved;
		entry->figure = walk->counted;
	}
	return entry;
}

/* A figure alone that no title followed: a page's. */
static void drop_untitled(struct import_walk *walk)
{
	struct import_found *last = walk->count > 1 ? &walk->entries[walk->count - 1] : NULL;

	if (!last || last->title.length > 0 || walk->import->lines[last->line].label.mark != ' ')
		return;
	memcpy(walk->levels, last->before.levels, sizeof(walk->levels));
	walk->depth = last->before.depth;
	walk->counted = last->before.counted;
	walk->moved = last->before.moved;
	str_clear(&last->title);
	walk->count--;
}

/* --- what is a top number here --- */

static const char *title_of(const struct import_walk *walk, int figure)
{
	for (size_t i = 0; i < walk->count; i++)
		if (walk->entries[i].level == 0 && walk->entries[i].figure == figure)
			return walk->entries[i].title.text;
	return "";
}

/* "2." behind the sub-items of 4, where 5 is meant. */
static bool counts_anew(const struct import_walk *walk, const struct import_line *line, int value)
{
	int indent = line->paragraph->indent - walk->top_indent;

	return walk->depth > 0 && value <= 2 && value < walk->levels[0].last && walk->asides == 0 &&
	       walk->notes == 0 && indent > -2 && indent < 2 && line->paragraph->gap <= 1 &&
	       import_likeness(line->text, title_of(walk, value)) < 50;
}

/* True if the line is the next top item. */
static bool add_top(struct import_walk *walk, size_t at, const char *part)
{
	const struct import_line *line = &walk->import->lines[at];
	int value =
		walk->levels[0].series == SERIES_ROMANS ? import_roman(part) : import_figure(part);
	int last = walk->levels[0].last;
	struct import_found *entry;

	if (value == 0 || !has_style(walk, &line->label))
		return false;
	if (counts_anew(walk, line, value)) {
		walk->moved = walk->counted + 1 - value;
	} else if (value <= last || value > last + GAP_MOST) {
		return false;
	} else if (value > last + 1 && (!isupper((unsigned char)*line->text) ||
					       line->label.mark == ' ' || line->prose)) {
		return false;
	}
	entry = add_entry(walk, at, 0, part);
	if (entry)
		entry->guessed = value != last + 1 || line->guessed || walk->moved != 0;
	return entry != NULL;
}

/* Among annotations a numbered paragraph is a title only if it states nothing. */
static bool is_statement(const char *text)
{
	static const char *const verbs[] = {"is", "are", "was", "were", "will", "has", "have",
		"may", "should", "would", "agreed", "noted", "requested", NULL};
	size_t length = strlen(text);

	for (size_t i = 0; length > 40 && verbs[i]; i++)
		if (import_has_words(text, verbs[i]))
			return true;
	return length > 100 && text[length - 1] == '.';
}

/* Notes of the margin can have numbers too; sub-items of an annotated agenda are titles. */
static bool can_be_sub(
	const struct import_walk *walk, const struct import_line *line, const char *part)
{
	size_t length = strlen(line->text);

	if (line->label.capital || line->label.mark == ' ')
		return false;
	if (!walk->annotated)
		return true;
	if (line->prose || is_statement(line->text))
		return false;
	if (walk->notes == 0 && walk->asides == 0)
		return true;
	/* Behind the annotation of "(a)" comes "(b)", unless the annotation has an "(a)" too. */
	return walk->depth >= 1 && is_next(walk, 1, part) && !walk->stray && length > 0 &&
	       length < 150 && line->text[length - 1] != ';';
}

static bool add_sub(struct import_walk *walk, size_t at, const char *part)
{
	const struct import_line *line = &walk->import->lines[at];
	int level = sub_level(walk, line, part);
	bool guessed = false;
	struct import_found *entry;

	if (!can_be_sub(walk, line, part))
		return false;
	if (level < 0 && !walk->annotated) {
		level = sub_level_with_gap(walk, part);
		guessed = true;
	}
	if (level < 0)
		return false;
	entry = add_entry(walk, at, level, part);
	if (entry && guessed)
		entry->guessed = true;
	return entry != NULL;
}

/* "12.1", "1 (a)", "3 (b) (ii)": all its levels are said. */
static bool add_whole(struct import_walk *walk, size_t at)
{
	const struct import_label *label = &walk->import->lines[at].label;
	int level = label->count - 1;

	if (level >= LEVELS || value_in(SERIES_FIGURES, label->part[0]) != walk->levels[0].last ||
		walk->levels[0].series != SERIES_FIGURES ||
		!is_next(walk, level, label->part[level]) || walk->depth < level - 1)
		return false;
	return add_entry(walk, at, level, label->part[level]) != NULL;
}

static bool add_numbered(struct import_walk *walk, size_t at)
{
	const struct import_line *line = &walk->import->lines[at];
	const char *part = line->label.part[0];

	if (line->label.count > 1)
		return add_whole(walk, at);
	return add_top(walk, at, part) || add_sub(walk, at, part);
}

/* --- titles --- */

static void add_words(struct import_found *entry, const char *text)
{
	struct str *title = &entry->title;
	size_t end = title->length;

	if (*text == '\0')
		return;
	if (end > 1 && title->text[end - 1] == '-' && islower((unsigned char)*text))
		str_cut(title, end - 1);
	else if (end > 0)
		str_addc(title, ' ');
	str_add(title, text);
}

/* All titles end with a stop, only this one does not, and the line does: its end. */
static bool lacks_its_stop(const struct import_walk *walk, const struct import_line *line)
{
	const struct str *title = &walk->entries[walk->count - 1].title;
	size_t stopped = 0, length = strlen(line->whole);

	if (length == 0 || length > 120 || !strchr(".;:", line->whole[length - 1]) ||
		strchr(".;:", title->text[title->length - 1]) || line->prose ||
		line->heading != IMPORT_NO_HEADING)
		return false;
	for (size_t i = 0; i + 1 < walk->count; i++) {
		const struct str *other = &walk->entries[i].title;
		stopped += other->length > 0 && strchr(".;:", other->text[other->length - 1]);
	}
	return stopped >= 3 && stopped + 1 >= walk->count;
}

/* Whether the line goes on with the title of the last entry. */
static bool goes_on(const struct import_walk *walk, size_t at)
{
	const struct import_line *line = &walk->import->lines[at];
	const struct import_found *entry = &walk->entries[walk->count - 1];
	const struct reading_paragraph *before = walk->import->lines[entry->last].paragraph;
	const struct reading_paragraph *paragraph = line->paragraph;
	size_t end = entry->title.length;

	if (entry->last + 1 != at || at - entry->line > TITLE_MOST)
		return false;
	if (end == 0) /* its number alone on the line, or in a cell of its own */
		return paragraph->gap <= 1 && !line->labelled;
	if (paragraph->table && paragraph->table == before->table && paragraph->row == before->row)
		return false;
	if (line->labelled && line->label.mark != ' ')
		return false;
	if (paragraph->gap == 1 && !line->labelled && lacks_its_stop(walk, line))
		return true;
	if (paragraph->gap > 0)
		return false;
	/* A format without lines has whole paragraphs. */
	if (strcmp(walk->import->reading->format, "text") != 0 &&
		strcmp(walk->import->reading->format, "PDF") != 0)
		return false;
	if (line->prose || strchr(".;", entry->title.text[end - 1]))
		return false;
	return line->heading == IMPORT_NO_HEADING && before->bold == paragraph->bold &&
	       before->style == paragraph->style;
}

/* --- the walk --- */

static bool ends_list(const struct import_walk *walk, size_t at)
{
	const struct import_line *line = &walk->import->lines[at];
	enum import_heading heading = line->heading;

	if (heading == IMPORT_ANNOTATIONS || heading == IMPORT_SCHEDULE ||
		heading == IMPORT_ANNEX || (heading == IMPORT_AGENDA && walk->count > 2))
		return !(line->labelled && has_style(walk, &line->label));
	return false;
}

/* The list begins again: "1." or "Item 1." of the annotations. */
static bool begins_again(const struct import_walk *walk, size_t at)
{
	const struct import_line *line = &walk->import->lines[at];

	return line->labelled && strcmp(line->label.part[0], "1") == 0 && line->label.mark != '(' &&
	       line->label.mark != ')' &&
	       (walk->counted >= 2 || (line->label.count == 1 && has_style(walk, &line->label))) &&
	       (line->label.count > 1 || line->paragraph->indent <= walk->top_indent + 2 ||
		       line->label.worded);
}

/* A line that is no item. False if the list ends before it. */
static bool pass(struct import_walk *walk, size_t at, bool numbered)
{
	struct import_line *line = &walk->import->lines[at];

	walk->stray = walk->stray || (numbered && line->label.mark != ' ');

	if (line->paragraph->style == READING_NOTE)
		return true;
	if (goes_on(walk, at)) {
		struct import_found *entry = &walk->entries[walk->count - 1];
		add_words(entry, line->whole);
		entry->last = at;
		return true;
	}
	if (line->paragraph->cell > 1)
		return true;
	if (line->prose || line->heading == IMPORT_DOCUMENTATION ||
		(walk->annotated && walk->notes > 0)) {
		walk->notes++;
		return walk->annotated;
	}
	return ++walk->asides <= ASIDES_MOST || walk->annotated;
}

static void begin_walk(struct import_walk *walk, size_t at)
{
	const struct import_line *line = &walk->import->lines[at];

	walk->style = line->label;
	walk->from = at;
	walk->top_indent = line->paragraph->indent;
	walk->levels[0].series =
		isdigit((unsigned char)line->label.part[0][0]) ? SERIES_FIGURES : SERIES_ROMANS;
	add_entry(walk, at, 0, line->label.part[0]);
	add_words(&walk->entries[0], line->text);
	walk->entries[0].guessed = line->guessed;
}

/* The list that begins in line `at`. */
static void walk_list(struct import_walk *walk, size_t at)
{
	begin_walk(walk, at);
	walk->to = at + 1;
	for (size_t i = at + 1; i < walk->import->count; i++) {
		const struct import_line *line = &walk->import->lines[i];
		if (line->labelled)
			drop_untitled(walk);
		size_t before = walk->count;
		if (i - walk->to > BETWEEN_MOST)
			break;
		if (line->paragraph->style == READING_NOTE || ends_list(walk, i) ||
			begins_again(walk, i)) {
			if (line->paragraph->style == READING_NOTE)
				continue;
			break;
		}
		if (line->labelled && add_numbered(walk, i)) {
			add_words(&walk->entries[before], line->text);
			walk->asides = walk->notes = 0;
			walk->stray = false;
			walk->proses += line->prose;
			walk->to = i + 1;
		} else if (!pass(walk, i, line->labelled)) {
			break;
		} else if (walk->entries[walk->count - 1].last == i) {
			walk->to = i + 1;
		}
	}
}

/* A sentence that goes on counting behind the titles is none of them. */
static void drop_sentences(struct import_walk *walk)
{
	drop_untitled(walk);
	while (walk->count > 3 && !walk->annotated) {
		struct import_found *last = &walk->entries[walk->count - 1];
		const struct import_line *line = &walk->import->lines[last->line];
		if (!line->prose || last->level > 0 || last->title.length < 60 ||
			last->title.text[last->title.length - 1] != '.')
			return;
		walk->to = last->line;
		walk->proses--;
		walk->counted--;
		str_clear(&last->title);
		walk->count--;
	}
}

/* --- the best one --- */

static bool is_beginning(const struct import_line *line)
{
	return line->labelled && line->label.count == 1 &&
	       (strcmp(line->label.part[0], "1") == 0 ||
		       (line->label.capital && strcmp(line->label.part[0], "i") == 0)) &&
	       line->paragraph->style != READING_NOTE;
}

/* The line above that says agenda, a few lines up; count if there is none. */
static size_t heading_above(const struct import *import, size_t at)
{
	size_t lines = 0;

	for (size_t i = at; i-- > 0 && lines < 10; lines++) {
		enum import_heading heading = import->lines[i].heading;
		if (heading == IMPORT_AGENDA)
			return i;
		if (heading == IMPORT_ANNOTATIONS || heading == IMPORT_DOCUMENTATION)
			break;
	}
	return import->count;
}

static bool is_better(struct import_walk *walk, size_t at, int *best)
{
	size_t heading = heading_above(walk->import, at);

	walk_list(walk, at);
	drop_sentences(walk);
	int points = import_score(walk, heading, at);
	if (points <= *best)
		return false;
	*best = points;
	walk->import->heading = heading;
	return true;
}

static void find_best(struct import *import, struct import_walk *best)
{
	int points = 0;
	size_t tried = 0;

	for (size_t i = 0; i < import->count && tried < 400; i++) {
		if (!is_beginning(&import->lines[i]))
			continue;
		for (int annotated = 0; annotated < 2; annotated++) {
			struct import_walk walk = {.import = import, .annotated = annotated};
			tried++;
			if (is_better(&walk, i, &points)) {
				clear_walk(best);
				*best = walk;
			} else {
				clear_walk(&walk);
			}
		}
	}
}

/* --- into the agenda --- */

static size_t parent_of(const struct agenda *agenda, const int *levels, size_t count, int level)
{
	(void)agenda;
	for (size_t i = count; level > 0 && i-- > 0;)
		if (levels[i] == level - 1)
			return i;
	return AGENDA_NONE;
}

static void put_entry(struct import *import, const struct import_found *entry, int *levels)
{
	struct agenda *agenda = import->agenda;
	size_t index = agenda->item_count;
	struct agenda_item *item = &agenda->items[index];

	*item = (struct agenda_item){.parent = parent_of(agenda, levels, index, entry->level)};
	item->title = import_title(import, entry->title.text, entry->title.length);
	if (*item->title == '\0')
		item->title = "(untitled)";
	if (item->parent == AGENDA_NONE) {
		item->number = arena_printf(&agenda->arena, "%d", entry->figure);
		item->printed = item->number;
	} else {
		item->number = arena_printf(&agenda->arena, "(%s)", entry->label);
		item->printed = arena_printf(
			&agenda->arena, "%s %s", agenda->items[item->parent].printed, item->number);
	}
	item->confidence = entry->guessed || *item->title == '(' ? AGENDA_LIKELY : AGENDA_SURE;
	item->line = import->lines[entry->line].paragraph->line;
	levels[index] = entry->level;
	import->item_lines[index] = entry->line;
	for (size_t i = entry->line; i <= entry->last; i++)
		import_own(&import->lines[i], index);
	agenda->item_count++;
}

bool import_list_read(struct import *import)
{
	struct import_walk best = {0};
	int *levels;

	find_best(import, &best);
	if (best.count == 0)
		return false;
	import->list_from = best.from;
	import->list_to = best.to;
	import->annotated = best.annotated;
	import->agenda->items = arena_alloc(
		&import->agenda->arena, (best.count + 1) * sizeof(*import->agenda->items));
	import->item_lines =
		arena_alloc(&import->agenda->arena, (best.count + 1) * sizeof(*import->item_lines));
	levels = mem_alloc((best.count + 1) * sizeof(*levels));
	for (size_t i = 0; i < best.count; i++)
		put_entry(import, &best.entries[i], levels);
	free(levels);
	clear_walk(&best);
	return true;
}
