/* SPDX-License-Identifier: MIT */
/*
 * Labels and list punctuation (conventions 1.4 and 1.5), computed over the
 * finished tree and never stored anywhere else. One walk over the children of
 * the root: a heading counts on its level and starts the deeper levels again, a
 * paragraph counts through the whole document, letters start again in each list.
 */
#include <assert.h>
#include <string.h>

#include "document/document.h"
#include "model/number.h"

/* Level 1 to 6: I. A. 1. (a) (i) a. */
static const char *heading_label(struct document *document, int level, int n)
{
	struct str label;

	str_init(&label);
	switch (level) {
	case 1:
		number_roman(n, true, &label);
		break;
	case 2:
		number_letter(n, &label);
		for (char *c = label.text; *c; c++)
			*c = (char)(*c - 'a' + 'A');
		break;
	case 3:
		str_addf(&label, "%d", n);
		break;
	case 5:
		number_roman(n, false, &label);
		break;
	default:
		number_letter(n, &label);
	}
	const char *kept = arena_strdup(&document->arena, label.text);
	str_clear(&label);
	return kept;
}

static void number_heading(
	struct document *document, struct document_numbering *numbering, struct node *node)
{
	int level = node->level;

	assert(level >= 0 && level <= HEADING_LEVELS);
	if (level == 0 || node->name) {
		node->label = node->name && *node->name ? node->name : NULL;
		return;
	}
	for (int deeper = level + 1; deeper <= HEADING_LEVELS; deeper++)
		numbering->headings[deeper] = 0;
	node->label = heading_label(document, level, ++numbering->headings[level]);
}

/* (a), then (i), a., i. (conventions 1.5); a numbered list counts 1, 2. */
static const char *entry_label(struct document *document, const struct node *list, int depth, int n)
{
	struct str label;

	str_init(&label);
	if (list->style == LIST_NUMBERED)
		str_addf(&label, "%d", n);
	else if (depth % 2 == 0)
		number_letter(n, &label);
	else
		number_roman(n, false, &label);
	const char *kept = arena_strdup(&document->arena, label.text);
	str_clear(&label);
	return kept;
}

/* Bytes of the text without final punctuation; "etc." keeps its stop. */
static size_t bare_length(const char *text)
{
	static const char no_break[] = "\u00A0";
	const size_t blank = sizeof no_break - 1;
	size_t length = strlen(text);

	for (;;) {
		if (length >= 4 && memcmp(text + length - 4, "etc.", 4) == 0)
			return length;
		if (length && strchr(" ;,.:", text[length - 1]))
			length--;
		else if (length >= blank && memcmp(text + length - blank, no_break, blank) == 0)
			length -= blank;
		else
			return length;
	}
}

static void end_with(struct document *document, struct node *entry, char mark)
{
	const char *text = entry->text ? entry->text : "";
	size_t length = bare_length(text);
	bool stopped = length && mark == '.' && text[length - 1] == '.';
	const char *before = mark == '.' ? "" : document->words.before;

	entry->text = stopped ? arena_strndup(&document->arena, text, length)
			      : arena_printf(&document->arena, "%.*s%s%c", (int)length, text,
					before, mark);
}

/* One that is no entry of the list, but stands among them: it has an empty name. */
static bool is_unlabelled(const struct node *entry)
{
	return entry->name && !*entry->name;
}

static bool has_labelled(const struct node *entry)
{
	while (entry && is_unlabelled(entry))
		entry = entry->next;
	return entry != NULL;
}

/* `close` ends the last entry of a lettered list: the mark that the entry
 * around the list would have had. */
static void number_list(struct document *document, struct node *list, int depth, char close)
{
	int n = 0;

	for (struct node *entry = list->first; entry; entry = entry->next) {
		bool labelled = list->style == LIST_LETTERED || list->style == LIST_NUMBERED;
		char mark = 0;

		n++;
		if (is_unlabelled(entry))
			continue;
		if (labelled)
			entry->label =
				entry->name ? entry->name : entry_label(document, list, depth, n);
		if (list->style == LIST_LETTERED)
			mark = has_labelled(entry->next) ? ';' : close;
		else if (list->style == LIST_NUMBERED)
			mark = '.';
		if (mark)
			end_with(document, entry, entry->first ? ':' : mark);
		for (struct node *inner = entry->first; inner; inner = inner->next)
			if (inner->kind == NODE_LIST)
				number_list(document, inner,
					list->style == LIST_LETTERED ? depth + 1 : depth,
					mark ? mark : '.');
	}
}

static void number_node(
	struct document *document, struct document_numbering *numbering, struct node *node)
{
	switch (node->kind) {
	case NODE_HEADING:
		number_heading(document, numbering, node);
		break;
	case NODE_PARAGRAPH:
		node->label = arena_printf(&document->arena, "%d", ++numbering->paragraphs);
		break;
	case NODE_LIST:
		number_list(document, node, 0, '.');
		break;
	default:
		break;
	}
}

bool document_number_some(
	struct document *document, struct document_numbering *numbering, size_t nodes)
{
	struct node *next = numbering->at ? numbering->at->next : document->root->first;

	for (; next && nodes; next = next->next, nodes--) {
		number_node(document, numbering, next);
		numbering->at = next;
	}
	return !next;
}

void document_number(struct document *document)
{
	struct document_numbering numbering = {0};

	document_number_some(document, &numbering, (size_t)-1);
}

/* Are letters a), not (a)? */
static bool is_half(const struct node *node)
{
	while (node->parent)
		node = node->parent;
	return node->half;
}

static void printed(const struct node *node, bool bracketed, struct str *out)
{
	const char *label = node->label;
	bool own = label[0] == '(' || strchr(label, ')');

	str_addf(out, own ? "%s" : !bracketed ? "%s." : is_half(node) ? "%s)" : "(%s)", label);
}

/* (a), (i), and from there on a., i. */
static bool is_bracketed(const struct node *entry)
{
	int depth = 0;

	for (const struct node *above = entry->parent; above; above = above->parent)
		depth += above->kind == NODE_LIST;
	return entry->parent->style == LIST_LETTERED && depth <= 2;
}

static void entry_printed(const struct node *node, struct str *out)
{
	if (node->parent->style == LIST_BULLETED)
		str_add(out, "•");
	else if (node->label)
		printed(node, is_bracketed(node), out);
}

void document_label(const struct node *node, struct str *out)
{
	if (node->kind == NODE_ENTRY)
		entry_printed(node, out);
	else if (node->kind == NODE_HEADING && node->label)
		printed(node, node->level == 4 || node->level == 5, out);
	else if (node->kind == NODE_PARAGRAPH && node->label)
		str_addf(out, "%s.", node->label);
}
