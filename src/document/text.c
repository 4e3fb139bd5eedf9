/* SPDX-License-Identifier: MIT */
/*
 * Plain text in the form of the documents service: a paragraph is one line, an
 * empty line stands between paragraphs. Italics are plain words, but for the
 * "(*continued*)" of headings, which keeps its asterisks; notes are numbered in
 * square brackets, those to masthead and title have asterisks, and stand at the end. Lists without letters are tight.
 */
#include <string.h>

#include "base/utf8.h"
#include "document/document.h"
#include "runs.h"
#include "writers.h"

struct text {
	struct str *out;
	const struct document_words *words;
	struct str notes;
	struct note_marks marks;
	struct arena scratch; /* of some nodes' runs */
	unsigned printed;
};

enum { SCRATCH_TEXTS = 32 }; /* so many share the scratch before it is cleared */

/* An empty line before everything but the first. */
static void new_block(struct text *text)
{
	if (text->out->length)
		str_addc(text->out, '\n');
}

static void put_note(struct text *text, bool starred, const char *note)
{
	const char *open = starred ? "" : "[", *close = starred ? "" : "]";
	struct str mark;

	str_init(&mark);
	note_mark(&text->marks, starred, &mark);
	str_addf(text->out, "%s%s%s", open, mark.text, close);
	str_addf(&text->notes, "\n%s%s%s %s\n", open, mark.text, close, note);
	str_clear(&mark);
}

static void put_inline(struct text *text, const struct node *node)
{
	size_t count;
	struct run *runs = runs_of(&text->scratch, text->words, node->text, &count);

	for (size_t i = 0; i < count; i++) {
		if (runs[i].kind == RUN_NOTE)
			put_note(text, note_is_starred(node), runs[i].text);
		else
			str_addf(text->out, "%s%s%s", run_open(runs[i].kind), runs[i].text,
				run_close(runs[i].kind));
	}
	if (++text->printed % SCRATCH_TEXTS == 0)
		arena_clear(&text->scratch);
}

static void put_line(struct text *text, const struct node *node)
{
	size_t start = text->out->length;

	document_label(node, text->out);
	if (text->out->length > start && node->text)
		str_addc(text->out, ' ');
	put_inline(text, node);
	if (node->continued)
		str_addf(text->out, " (*%s*)", text->words->continued);
	str_addc(text->out, '\n');
}

static void put_masthead(struct text *text, const struct node *masthead)
{
	const struct node *before = NULL;

	for (const struct node *field = masthead->first; field;
		before = field, field = field->next) {
		if (!before || !masthead_is_under(field, before))
			new_block(text);
		const char *word = masthead_word(text->words, field);
		str_addf(text->out, "%s%s", word, *word ? " " : "");
		put_inline(text, field);
		str_addc(text->out, '\n');
	}
}

static void put_list(struct text *text, const struct node *list)
{
	bool tight = list->style == LIST_BULLETED || list->style == LIST_PLAIN;

	for (const struct node *entry = list->first; entry; entry = entry->next) {
		if (!tight || entry == list->first)
			new_block(text);
		put_line(text, entry);
		for (const struct node *inner = entry->first; inner; inner = inner->next)
			if (inner->kind == NODE_LIST)
				put_list(text, inner);
	}
}

enum { COLUMNS_MAX = 16, GAP = 3 };

/* Prints a cell, or only measures it. */
static int put_cell(struct text *text, const struct node *cell)
{
	size_t start = text->out->length;

	put_inline(text, cell);
	return utf8_columns(text->out->text + start);
}

static void measure(const struct node *table, int widths[COLUMNS_MAX])
{
	struct str measured;
	struct text probe = {.out = &measured};

	str_init(&measured);
	str_init(&probe.notes);
	arena_init(&probe.scratch);
	for (const struct node *row = table->first; row; row = row->next) {
		int column = 0;
		for (const struct node *cell = row->first; cell && column < COLUMNS_MAX;
			cell = cell->next, column++) {
			int width = put_cell(&probe, cell);
			if (width > widths[column])
				widths[column] = width;
		}
	}
	str_clear(&measured);
	str_clear(&probe.notes);
	arena_clear(&probe.scratch);
}

/* Cells in columns, as far apart as a reader of plain text wants to tell them (reading_lines). */
static void put_table(struct text *text, const struct node *table)
{
	int widths[COLUMNS_MAX] = {0};

	measure(table, widths);
	new_block(text);
	for (const struct node *row = table->first; row; row = row->next) {
		int column = 0, gap = 0;
		for (const struct node *cell = row->first; cell && column < COLUMNS_MAX;
			cell = cell->next, column++) {
			bool empty = !cell->text || !*cell->text;
			str_addf(text->out, "%*s", empty ? 0 : gap, "");
			gap = widths[column] + GAP + (empty ? gap : -put_cell(text, cell));
		}
		str_addc(text->out, '\n');
	}
}

static void put_node(struct text *text, const struct node *node)
{
	if (node->kind == NODE_MASTHEAD) {
		put_masthead(text, node);
	} else if (node->kind == NODE_LIST) {
		put_list(text, node);
	} else if (node->kind == NODE_TABLE) {
		put_table(text, node);
	} else {
		new_block(text);
		put_line(text, node);
	}
}

static void write_text(const struct document *document, struct str *out)
{
	struct text text = {.out = out, .words = &document->words};

	str_init(&text.notes);
	arena_init(&text.scratch);
	for (const struct node *node = document->root->first; node; node = node->next)
		put_node(&text, node);
	str_add(out, text.notes.text);
	str_clear(&text.notes);
	arena_clear(&text.scratch);
}

const struct writer text_writer = {
	.name = "text",
	.suffix = "txt",
	.write = write_text,
};
