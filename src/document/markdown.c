/* SPDX-License-Identifier: MIT */
/*
 * Markdown that reads the same in CommonMark and in pandoc. Numbered paragraphs
 * are items of an ordered list that starts with their number, so what belongs
 * to them is indented by their label. Letters are text, because Markdown has no
 * lettered lists.
 *
 * Nothing typed may become markup: a character that means something anywhere is
 * escaped anywhere, one that means something at the beginning of a block only
 * there, and every block is one line.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "base/utf8.h"
#include "document/document.h"
#include "runs.h"
#include "writers.h"

struct markdown {
	struct str *out;
	const struct document_words *words;
	struct str notes;
	struct note_marks marks;
	int level;            /* of the last numbered heading */
	int indent;           /* of what belongs to the last paragraph */
	struct arena scratch; /* of some nodes' runs */
	unsigned printed;
};

enum { SCRATCH_TEXTS = 32 }; /* so many share the scratch before it is cleared */

/* --- escaping --- */

/* "&amp;", "&#38;": what would be read as an entity. */
static bool is_entity(const char *text)
{
	size_t length = 1 + strspn(text + 1, "#");

	while (isalnum((unsigned char)text[length]))
		length++;
	return length > 1 && text[length] == ';';
}

static bool is_markup(const char *text, char before)
{
	switch (*text) {
	case '@':
		return !isalnum((unsigned char)before);
	case '&':
		return is_entity(text);
	case '!':
		return !text[1] || text[1] == '[';
	case '-':
	case '.':
		return before == *text; /* pandoc makes a dash, an ellipsis of them */
	default:
		return strchr("\\`*_{}[]<|~^$#", *text) != NULL;
	}
}

static void put_escaped(struct str *out, const char *text)
{
	for (char before = 0; *text; before = *text++) {
		if (is_markup(text, before))
			str_addc(out, '\\');
		str_addc(out, *text);
	}
}

/* The beginning of a block: no blanks, no bullet, no number of a list. */
static void put_escaped_first(struct str *out, const char *text)
{
	text += strspn(text, " ");
	size_t digits = strspn(text, "0123456789");

	if (digits && (text[digits] == '.' || text[digits] == ')')) {
		str_addn(out, text, digits);
		str_addf(out, "\\%c", text[digits]);
		text += digits + 1;
	} else if (*text && strchr(">+-=:%", *text)) {
		str_addf(out, "\\%c", *text++);
	}
	put_escaped(out, text);
}

/* Asterisks mark only what begins and ends with a letter or digit: there the
 * emphasis is certain whatever stands beside it. */
static bool can_mark(const char *text)
{
	size_t length = strlen(text);
	uint32_t first, last;

	if (!length)
		return false;
	utf8_decode(text, length, &first);
	size_t begin = length - 1;
	while (begin && ((unsigned char)text[begin] & 0xC0) == 0x80)
		begin--;
	utf8_decode(text + begin, length - begin, &last);
	return iswalnum((wint_t)first) && iswalnum((wint_t)last);
}

/* There are only numbered ones: one with asterisks is a paragraph at the end. */
static void put_note(struct markdown *markdown, bool starred, const char *note)
{
	struct str mark, shown;

	str_init(&mark);
	str_init(&shown);
	note_mark(&markdown->marks, starred, &mark);
	if (starred)
		put_escaped(&shown, mark.text);
	else
		str_addf(&shown, "[^%s]", mark.text);
	str_add(markdown->out, shown.text);
	str_addf(&markdown->notes, "\n%s%s ", shown.text, starred ? "" : ":");
	put_escaped(&markdown->notes, note);
	str_addc(&markdown->notes, '\n');
	str_clear(&mark);
	str_clear(&shown);
}

/* There is nothing for struck out that all readers of Markdown know. */
static void put_change(struct markdown *markdown, const struct run *run)
{
	put_escaped(markdown->out, run_open(run->kind));
	put_escaped(markdown->out, run->text);
	put_escaped(markdown->out, run_close(run->kind));
}

/* `marks` stand around text that is all in one weight ("**"), "" for none. */
static void put_inline(
	struct markdown *markdown, const struct node *node, bool first, const char *marks)
{
	size_t count;
	struct run *runs = runs_of(&markdown->scratch, markdown->words, node->text, &count);

	for (size_t i = 0; i < count; i++) {
		const char *text = runs[i].text;
		const char *mark = runs[i].kind == RUN_ITALIC ? "*" : marks;
		if (runs[i].kind == RUN_NOTE) {
			put_note(markdown, note_is_starred(node), text);
			continue;
		}
		if (*run_open(runs[i].kind)) {
			put_change(markdown, &runs[i]);
			first = false;
			continue;
		}
		if (!can_mark(text))
			mark = "";
		str_add(markdown->out, mark);
		if (first && !*mark)
			put_escaped_first(markdown->out, text);
		else
			put_escaped(markdown->out, text);
		str_add(markdown->out, mark);
		first = first && !*text;
	}
	if (++markdown->printed % SCRATCH_TEXTS == 0)
		arena_clear(&markdown->scratch);
}

/* --- blocks --- */

static void new_block(struct markdown *markdown, int indent)
{
	if (markdown->out->length)
		str_addc(markdown->out, '\n');
	str_addf(markdown->out, "%*s", indent, "");
}

/* A label that is text, not a list's number. */
static void put_label(struct markdown *markdown, const struct node *node)
{
	struct str label, visible;

	str_init(&label);
	str_init(&visible);
	document_label(node, &label);
	utf8_visible(&visible, label.text, label.length, false);
	put_escaped_first(markdown->out, visible.text);
	if (visible.length)
		str_addc(markdown->out, ' ');
	str_clear(&label);
	str_clear(&visible);
}

static void put_heading(struct markdown *markdown, const struct node *node)
{
	int level = node->level;

	if (node->level)
		markdown->level = node->level;
	else
		level = markdown->level + 1;
	new_block(markdown, 0);
	for (int i = 0; i <= level && i < 6; i++)
		str_addc(markdown->out, '#');
	str_addc(markdown->out, ' ');
	/* Inside a heading a number begins no list. */
	document_label(node, markdown->out);
	if (node->label)
		str_addc(markdown->out, ' ');
	put_inline(markdown, node, false, "");
	if (node->continued)
		str_addf(markdown->out, " (*%s*)", markdown->words->continued);
	str_addc(markdown->out, '\n');
	markdown->indent = 0;
}

static void put_paragraph(struct markdown *markdown, const struct node *node)
{
	size_t start;

	new_block(markdown, 0);
	start = markdown->out->length;
	document_label(node, markdown->out);
	if (node->label)
		str_addc(markdown->out, ' ');
	markdown->indent = (int)(markdown->out->length - start);
	put_inline(markdown, node, true, "");
	str_addc(markdown->out, '\n');
}

static void put_masthead(struct markdown *markdown, const struct node *masthead)
{
	bool same_block = false;

	for (const struct node *field = masthead->first; field; field = field->next) {
		const char *word = masthead_word(markdown->words, field);
		if (!same_block)
			new_block(markdown, 0);
		str_addf(markdown->out, "%s%s", word, *word ? " " : "");
		put_inline(markdown, field, true, masthead_is_bold(field) ? "**" : "");
		same_block = field->next && masthead_is_under(field->next, field);
		str_add(markdown->out, same_block ? "\\\n" : "\n");
	}
}

/* True if the numbers are what Markdown itself would count. */
static bool counts_by_itself(const struct node *list)
{
	struct str expected;
	bool same = list->style == LIST_NUMBERED && list->first && list->first->label;
	int n = same && strlen(list->first->label) < 6 ? atoi(list->first->label) : -1;

	str_init(&expected);
	for (const struct node *entry = list->first; same && entry; entry = entry->next) {
		str_reset(&expected);
		str_addf(&expected, "%d", n++);
		same = entry->label && strcmp(entry->label, expected.text) == 0;
	}
	str_clear(&expected);
	return same;
}

static void put_list(struct markdown *markdown, const struct node *list, int indent)
{
	bool counts = counts_by_itself(list);

	for (const struct node *entry = list->first; entry; entry = entry->next) {
		bool broken = list->style == LIST_PLAIN && entry->next;
		int inner = indent;
		if (list->style != LIST_PLAIN || entry == list->first)
			new_block(markdown, indent);
		size_t start = markdown->out->length;
		if (list->style == LIST_BULLETED) {
			str_add(markdown->out, "- ");
		} else if (counts) {
			document_label(entry, markdown->out);
			str_addc(markdown->out, ' ');
		} else {
			put_label(markdown, entry);
		}
		if (counts || list->style == LIST_BULLETED)
			inner += (int)(markdown->out->length - start);
		put_inline(markdown, entry, counts || list->style != LIST_LETTERED, "");
		str_add(markdown->out, broken ? "\\\n" : "\n");
		for (const struct node *child = entry->first; child; child = child->next)
			if (child->kind == NODE_LIST)
				put_list(markdown, child, inner);
	}
}

static void put_table(struct markdown *markdown, const struct node *table)
{
	new_block(markdown, 0);
	for (const struct node *row = table->first; row; row = row->next) {
		str_addc(markdown->out, '|');
		for (const struct node *cell = row->first; cell; cell = cell->next) {
			str_addc(markdown->out, ' ');
			put_inline(markdown, cell, false, "");
			str_add(markdown->out, " |");
		}
		str_addc(markdown->out, '\n');
		if (row != table->first)
			continue;
		str_addc(markdown->out, '|');
		for (const struct node *cell = row->first; cell; cell = cell->next)
			str_add(markdown->out, "---|");
		str_addc(markdown->out, '\n');
	}
}

static void put_node(struct markdown *markdown, const struct node *node)
{
	switch (node->kind) {
	case NODE_MASTHEAD:
		put_masthead(markdown, node);
		break;
	case NODE_TITLE:
		new_block(markdown, 0);
		str_add(markdown->out, "# ");
		put_inline(markdown, node, false, "");
		str_addc(markdown->out, '\n');
		break;
	case NODE_SUBTITLE:
		new_block(markdown, 0);
		put_inline(markdown, node, true, "**");
		str_addc(markdown->out, '\n');
		break;
	case NODE_HEADING:
		put_heading(markdown, node);
		break;
	case NODE_LIST:
		put_list(markdown, node, markdown->indent);
		break;
	case NODE_TABLE:
		put_table(markdown, node);
		break;
	default:
		put_paragraph(markdown, node);
	}
}

static void write_markdown(const struct document *document, struct str *out)
{
	struct markdown markdown = {.out = out, .words = &document->words};

	str_init(&markdown.notes);
	arena_init(&markdown.scratch);
	for (const struct node *node = document->root->first; node; node = node->next)
		put_node(&markdown, node);
	str_add(out, markdown.notes.text);
	str_clear(&markdown.notes);
	arena_clear(&markdown.scratch);
}

const struct writer markdown_writer = {
	.name = "markdown",
	.suffix = "md",
	.write = write_markdown,
};
