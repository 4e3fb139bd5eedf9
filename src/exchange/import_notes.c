/* SPDX-License-Identifier: MIT */
/*
 * The annotations: under the heading of each item its text, and under
 * "Documentation" its documents. A heading repeats the item's number and its title,
 * in the words of the list or in others; a number alone makes no heading, for
 * annotations number their own paragraphs and lists too.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "import.h"
#include "import_cited.h"
#include "model/symbol.h"

enum { ALIKE = 55, THE_SAME = 88, NEXT_ALIKE = 30, CUT_ALIKE = 92 };

struct notes {
	struct import *import;
	size_t item; /* whose annotation this is; AGENDA_NONE at first */
	int indent;  /* of the headings of top items */
	bool documents;
	bool documented;   /* somewhere there is a heading "Documentation" */
	struct str *texts; /* of each item, so far: it may have many pieces */
};

/* --- headings --- */

static bool looks_like_heading(const struct import_line *line)
{
	const struct reading_paragraph *paragraph = line->paragraph;

	return paragraph->style == READING_HEADING || paragraph->bold || line->label.worded;
}

static size_t top_of(const struct agenda *agenda, size_t item)
{
	while (item != AGENDA_NONE && agenda->items[item].parent != AGENDA_NONE)
		item = agenda->items[item].parent;
	return item;
}

static size_t next_top(const struct agenda *agenda, size_t top)
{
	for (size_t i = top + 1; i < agenda->item_count; i++)
		if (agenda->items[i].parent == AGENDA_NONE)
			return i;
	return AGENDA_NONE;
}

/* The item that the number means here: letters belong to the item above. */
static size_t numbered(const struct notes *notes, const struct import_label *label)
{
	const struct import *import = notes->import;

	if (isdigit((unsigned char)label->part[0][0]) && label->mark != '(')
		return import_item_labelled(import, label);
	for (size_t at = notes->item; at != AGENDA_NONE; at = import->agenda->items[at].parent) {
		size_t item = import_item_find(import, at, label->part[0]);
		if (item != AGENDA_NONE)
			return item;
	}
	return AGENDA_NONE;
}

static int alike(const struct agenda *agenda, size_t item, const char *text)
{
	const char *title = agenda->items[item].title;
	int likeness = import_likeness(title, text);
	int within = import_containment(title, text) - 10;

	return strlen(text) < strlen(title) * 2 && within > likeness ? within : likeness;
}

/* So near in length that they can be the same title. */
static bool are_near(const char *left, const char *right)
{
	size_t a = strlen(left), b = strlen(right);

	return a * 3 <= b * 4 + 12 && b * 3 <= a * 4 + 12;
}

/* The item whose annotation begins with this line; AGENDA_NONE if none does. */
static size_t heading_item(const struct notes *notes, const struct import_line *line)
{
	const struct agenda *agenda = notes->import->agenda;
	size_t item, top = top_of(agenda, notes->item);

	if (line->paragraph->style == READING_NOTE || strlen(line->text) > 600)
		return AGENDA_NONE;
	if (!line->labelled || line->label.capital) {
		if (line->prose || strlen(line->text) < 8 ||
			line->text[strlen(line->text) - 1] == ';')
			return AGENDA_NONE;
		for (item = 0; item < agenda->item_count; item++)
			if (are_near(line->text, agenda->items[item].title) &&
				import_may_compare(notes->import) &&
				import_likeness(agenda->items[item].title, line->text) >= THE_SAME)
				return item;
		return AGENDA_NONE;
	}
	item = numbered(notes, &line->label);
	if (item == AGENDA_NONE || *line->text == '\0')
		return AGENDA_NONE;
	if (alike(agenda, item, line->text) >= ALIKE)
		return item;
	if (!line->prose && strlen(line->text) > 12 &&
		import_containment(line->text, agenda->items[item].title) >= CUT_ALIKE)
		return item; /* the beginning of its title */
	/* In other words, but in its turn, where headings stand. */
	if (top != AGENDA_NONE && agenda->items[item].parent == AGENDA_NONE && item > top &&
		next_top(agenda, top) == item && line->paragraph->indent == notes->indent &&
		!line->prose && strlen(line->text) < 160 &&
		alike(agenda, item, line->text) >= NEXT_ALIKE)
		return item;
	if (!looks_like_heading(line) || line->prose || import_word_count(line->text) > 30)
		return AGENDA_NONE;
	return top == AGENDA_NONE || item >= top ? item : AGENDA_NONE;
}

/* --- texts --- */

static void begin_texts(struct notes *notes)
{
	size_t count = notes->import->agenda->item_count;

	notes->texts = mem_alloc((count + 1) * sizeof(*notes->texts));
	for (size_t i = 0; i < count; i++)
		str_init(&notes->texts[i]);
}

static void finish_texts(struct notes *notes)
{
	struct agenda *agenda = notes->import->agenda;

	for (size_t i = 0; i < agenda->item_count; i++) {
		if (notes->texts[i].length > 0)
			agenda->items[i].annotation =
				arena_strdup(&agenda->arena, notes->texts[i].text);
		str_clear(&notes->texts[i]);
	}
	free(notes->texts);
}

static void begin_item(struct notes *notes, size_t item, struct import_line *line)
{
	struct agenda *agenda = notes->import->agenda;
	const char *said;

	notes->item = item;
	notes->documents = false;
	if (agenda->items[item].parent == AGENDA_NONE)
		notes->indent = line->paragraph->indent;
	import_own(line, item);
	said = import_title(notes->import, line->text, strlen(line->text));
	if (import_likeness(said, agenda->items[item].title) < 100 && *said)
		agenda->items[item].heading = said;
}

static void add_text(struct notes *notes, struct import_line *line)
{
	struct str *text = &notes->texts[notes->item];

	if (text->length > 0)
		str_add(text, "\n\n");
	str_add(text, line->whole);
	import_own(line, notes->item);
	import_cited_mandates(notes->import, notes->item, line->whole);
	if (!notes->documented)
		import_cited_symbols(
			notes->import, notes->item, line->whole, line->paragraph->line);
}

/* A paragraph below "Documentation". False if it is none of it. */
static bool add_document(struct notes *notes, struct import_line *line)
{
	if (!import_cited_document(notes->import, notes->item, line->whole, line->paragraph->line))
		return false;
	import_own(line, notes->item);
	return true;
}

/* A row of a table: its symbol, and in the next cell its title. */
static bool read_document_row(struct notes *notes, size_t at)
{
	struct import *import = notes->import;
	struct import_line *line = &import->lines[at], *next = line + 1;
	size_t length = symbol_at(line->whole);

	if (notes->item == AGENDA_NONE || length == 0 || line->whole[length] ||
		at + 1 >= import->count || line->paragraph->table == 0 ||
		next->paragraph->table != line->paragraph->table ||
		next->paragraph->row != line->paragraph->row)
		return false;
	import_cited_document(import, notes->item,
		arena_printf(&import->agenda->arena, "%s %s", line->whole, next->whole),
		line->paragraph->line);
	line->understood = next->understood = true;
	return true;
}

static void read_line(struct notes *notes, size_t at)
{
	struct import_line *line = &notes->import->lines[at];
	size_t item;

	if (line->understood || line->paragraph->style == READING_NOTE)
		return;
	item = heading_item(notes, line);
	if (read_document_row(notes, at)) {
		return;
	} else if (item != AGENDA_NONE) {
		begin_item(notes, item, line);
	} else if (line->heading == IMPORT_ANNOTATIONS || line->heading == IMPORT_AGENDA) {
		line->understood = true;
	} else if (line->heading == IMPORT_DOCUMENTATION && notes->item != AGENDA_NONE) {
		notes->documents = true;
		line->understood = true;
	} else if (notes->item == AGENDA_NONE || line->heading == IMPORT_ANNEX) {
		return;
	} else if (notes->documents && add_document(notes, line)) {
		return;
	} else if (notes->documents && !line->prose) {
		return; /* a document without a symbol: to be looked at */
	} else {
		notes->documents = false;
		add_text(notes, line);
	}
}

/* Documents on the line of their heading: "Documentation: A/67/1". */
static bool has_documentation(const struct import *import)
{
	for (size_t i = 0; i < import->count; i++)
		if (import->lines[i].heading == IMPORT_DOCUMENTATION)
			return true;
	return false;
}

/* In a list with annotations between its items the item is where its line is. */
static void note_item_lines(struct notes *notes, size_t at)
{
	const struct import *import = notes->import;

	for (size_t i = 0; i < import->agenda->item_count; i++)
		if (import->item_lines[i] == at && import->annotated) {
			notes->item = i;
			notes->documents = false;
		}
}

/* A footnote is a paragraph of the annotation whose words, or whose title, have its mark; so
 * are the paragraphs that it goes on in. */
static void read_footnotes(struct notes *notes)
{
	struct import *import = notes->import;
	bool goes_on = false;

	for (size_t i = 0; i < import->count; i++) {
		struct import_line *line = &import->lines[i];
		if (line->paragraph->style != READING_NOTE) {
			goes_on = false;
			continue;
		}
		/* A sign behind a timetable is its own; notes with numbers stand at the end. */
		if (line->understood || (i >= import->schedule_from && i < import->schedule_to &&
						!line->paragraph->number))
			continue;
		if (!goes_on || import_footnote_begins(line))
			notes->item = import_footnote_item(import, i);
		goes_on = notes->item != AGENDA_NONE;
		if (goes_on)
			add_text(notes, line);
	}
}

void import_notes_read(struct import *import)
{
	struct notes notes = {
		.import = import, .item = AGENDA_NONE, .documented = has_documentation(import)};
	size_t from = import->annotated ? import->list_from : import->list_to;

	begin_texts(&notes);
	for (size_t i = from; i < import->count; i++) {
		if (i >= import->schedule_from && i < import->schedule_to)
			continue;
		note_item_lines(&notes, i);
		read_line(&notes, i);
	}
	read_footnotes(&notes);
	finish_texts(&notes);
	import_cited_titles(import);
}
