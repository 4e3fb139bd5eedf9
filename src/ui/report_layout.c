/* SPDX-License-Identifier: MIT */
/*
 * A document tree as lines on a screen. The tree is walked depth first, each
 * node adds its lines, and a slice ends after so many nodes. Labels hang in the
 * margin, with "!" before the label of what says that something is missing.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "model/inline.h"
#include "model/negotiation.h"
#include "report_layout.h"

enum {
	SLICE = 150, /* nodes laid out at a time: well under a millisecond */
	MARGIN = 7,  /* of text beside its label: "! 123. " */
	STEP = 5,    /* a list is indented by */
	TRIES = 50   /* paragraphs looked for when the text has changed */
};

struct layout *layout_new(const struct document *document, const struct report *report, int columns)
{
	struct layout *layout = mem_alloc(sizeof *layout);

	flow_init(&layout->flow);
	layout->columns = columns;
	layout->document = document;
	layout->report = report;
	if (report)
		layout->gaps = report_gaps(report, &layout->gap_count);
	layout->next = document->root->first;
	return layout;
}

void layout_free(struct layout *layout)
{
	if (!layout)
		return;
	flow_clear(&layout->flow);
	free(layout->nodes);
	free(layout->first_lines);
	free(layout->headings);
	free(layout->stops);
	free(layout->paragraph_lines);
	free(layout);
}

/* --- texts --- */

static size_t count_words(const char *text)
{
	size_t words = 0;

	for (; *text; words++) {
		text += strspn(text, " \n\t");
		if (*text == '\0')
			break;
		text += strcspn(text, " \n\t");
	}
	return words;
}

static void add_reference(
	struct layout *layout, enum style style, const char *words, const char *number)
{
	struct str text;

	str_init(&text);
	document_refer(words, number, &text);
	flow_add(&layout->flow, style, text.text);
	str_clear(&text);
}

static bool ends_in_blank(const struct str *text)
{
	return text->length > 0 && text->text[text->length - 1] == ' ';
}

static void add_run(struct layout *layout, enum style style, const struct inline_run *run)
{
	const char *colon;

	switch (run->kind) {
	case INLINE_NOTE:
		flow_addf(&layout->flow, STYLE_FAINT, "%s[note: %s]",
			ends_in_blank(&layout->flow.text) ? "" : " ", run->text);
		break;
	case INLINE_PARAGRAPH:
		add_reference(layout, style, layout->document->words.paragraph, run->text);
		break;
	case INLINE_ITEM:
		colon = strchr(run->text, ':');
		add_reference(
			layout, style, layout->document->words.item, colon ? colon + 1 : run->text);
		break;
	case INLINE_NEW:
		flow_addf(&layout->flow, style, NEGOTIATION_NEW "%s%s%s" NEGOTIATION_NEW_END,
			run->by ? run->by : "", run->by ? ": " : "", run->text);
		break;
	case INLINE_GONE:
		flow_addf(&layout->flow, style, NEGOTIATION_GONE "%s%s%s" NEGOTIATION_GONE_END,
			run->by ? run->by : "", run->by ? ": " : "", run->text);
		break;
	case INLINE_TEXT:
	case INLINE_ITALIC:
	case INLINE_DOCUMENT:
		flow_add(&layout->flow, style, run->text);
		break;
	}
}

static void add_inline(struct layout *layout, enum style style, const char *text)
{
	struct arena arena;
	size_t count;

	if (!text)
		return;
	arena_init(&arena);
	struct inline_run *runs = inline_parse(&arena, text, &count);
	for (size_t i = 0; i < count; i++)
		add_run(layout, style, &runs[i]);
	arena_clear(&arena);
}

/* --- lines --- */

static const struct report_touch *touch_of(const struct layout *layout, const struct node *node)
{
	return layout->report && node->kind == NODE_PARAGRAPH
		       ? report_touch_of(layout->report, node)
		       : NULL;
}

static bool is_missing(const struct layout *layout, const struct node *node)
{
	if (node->missing)
		return true;
	if (node->kind != NODE_PARAGRAPH || !node->label)
		return false;
	size_t number = strtoul(node->label, NULL, 10);
	for (size_t i = 0; i < layout->gap_count; i++)
		if (layout->gaps[i].line == number)
			return true;
	return false;
}

/* Ends the paragraph put together for a node: its label hangs before it, behind a sign. */
static void end_node(
	struct layout *layout, const struct node *node, int indent, int label_column, bool centred)
{
	bool missing = is_missing(layout, node);
	const struct report_touch *touch = touch_of(layout, node);
	struct str label;

	str_init(&label);
	document_label(node, &label);
	str_insert(&label, 0, missing ? "! " : touch && touch->text ? "* " : "  ", 2);
	layout->words += count_words(layout->flow.text.text);
	flow_end(&layout->flow, &(struct shape){.columns = layout->columns,
					.indent = indent,
					.centred = centred,
					.label = label.text,
					.label_column = label_column - 2,
					.label_style = missing ? STYLE_WARN : STYLE_TEXT,
					.tag = layout->node_count - 1});
	str_clear(&label);
}

static void begin_node(struct layout *layout, const struct node *node, bool blank)
{
	layout->nodes = mem_grow(layout->nodes, &layout->node_capacity, layout->node_count + 1,
		sizeof(const struct node *));
	layout->first_lines = mem_grow(layout->first_lines, &layout->first_capacity,
		layout->node_count + 1, sizeof *layout->first_lines);
	layout->nodes[layout->node_count] = node;
	if (blank && layout->flow.count > 0)
		flow_blank(&layout->flow, layout->node_count);
	layout->first_lines[layout->node_count++] = layout->flow.count;
}

static void put_field(struct layout *layout, const struct node *node)
{
	const struct document_words *words = &layout->document->words;
	bool first = node->parent->first == node;

	begin_node(layout, node, first);
	if (node->name && strcmp(node->name, "distribution") == 0)
		flow_addf(&layout->flow, STYLE_FAINT, "%s ", words->distribution);
	else if (node->name && strcmp(node->name, "language") == 0)
		flow_addf(&layout->flow, STYLE_FAINT, "%s ", words->original);
	add_inline(layout, STYLE_FAINT, node->text);
	end_node(layout, node, 2, 2, false);
}

static void put_heading(struct layout *layout, const struct node *node)
{
	struct str label;
	int indent = node->level > 0 ? MARGIN : 2;

	begin_node(layout, node, true);
	add_inline(layout, STYLE_STRONG, node->text);
	if (node->continued)
		flow_addf(&layout->flow, STYLE_STRONG, " (%s)", layout->document->words.continued);
	layout->headings = mem_grow(layout->headings, &layout->heading_capacity,
		layout->heading_count + 1, sizeof *layout->headings);
	str_init(&label);
	document_label(node, &label);
	layout->headings[layout->heading_count++] =
		(struct layout_heading){.line = layout->flow.count,
			.level = node->level,
			.label = arena_strdup(&layout->flow.arena, label.text),
			.text = arena_strdup(&layout->flow.arena, layout->flow.text.text)};
	str_clear(&label);
	end_node(layout, node, indent, 2, false);
}

/* The cursor stops at what the lines from `from` on are of. */
static struct layout_stop *add_stop(struct layout *layout, const struct node *node, size_t from)
{
	const struct report_touch *touch = touch_of(layout, node);

	layout->stops = mem_grow(layout->stops, &layout->stop_capacity, layout->stop_count + 1,
		sizeof *layout->stops);
	struct layout_stop *stop = &layout->stops[layout->stop_count++];
	*stop = (struct layout_stop){.from = from,
		.line = layout->first_lines[layout->node_count - 1],
		.end = layout->flow.count,
		.node = node,
		.touch = touch,
		.printed = !layout->report,
		.missing = is_missing(layout, node)};
	if (touch)
		stop->paragraph = arena_printf(&layout->flow.arena, "g%d", touch->number);
	else if (node->kind == NODE_PARAGRAPH)
		stop->paragraph = node->key;
	return stop;
}

static void put_paragraph(struct layout *layout, const struct node *node)
{
	size_t from = layout->flow.count;

	begin_node(layout, node, true);
	if (node->kind == NODE_PARAGRAPH) {
		layout->paragraph_lines =
			mem_grow(layout->paragraph_lines, &layout->paragraph_capacity,
				layout->paragraph_count + 1, sizeof *layout->paragraph_lines);
		layout->paragraph_lines[layout->paragraph_count++] = layout->flow.count;
	}
	add_inline(layout, STYLE_TEXT, node->text);
	end_node(layout, node, MARGIN, 2, false);
	add_stop(layout, node, from);
}

/* What is not printed, where it would stand: it is left out, or came back and waits. */
static void put_unprinted(struct layout *layout, const struct report_touch *touch)
{
	struct arena *arena = &layout->flow.arena;
	struct node *node = arena_alloc(arena, sizeof *node);
	size_t words = layout->words, from = layout->flow.count;
	bool waits = !touch->dropped;

	*node = (struct node){.kind = NODE_PARAGRAPH,
		.key = *touch->key ? touch->key : arena_printf(arena, "g%d", touch->number),
		.text = waits         ? "[A new paragraph came back: c shows it.]"
			: touch->text ? touch->text
				      : touch->generated,
		.missing = waits};
	begin_node(layout, node, true);
	add_inline(layout, STYLE_FAINT, node->text);
	flow_end(&layout->flow, &(struct shape){.columns = layout->columns,
					.indent = MARGIN,
					.label = waits ? "!" : "-",
					.label_style = waits ? STYLE_WARN : STYLE_FAINT,
					.tag = layout->node_count - 1});
	layout->words = words;
	struct layout_stop *stop = add_stop(layout, node, from);
	stop->touch = touch;
	stop->paragraph = arena_printf(arena, "g%d", touch->number);
	stop->left_out = touch->dropped;
}

static bool is_unprinted(const struct report_touch *touch)
{
	bool waits = touch->proposals && !touch->text && !touch->generated;

	return !touch->node && (touch->dropped || waits);
}

/* Those that would stand behind the child of the root that was laid out last. */
static void put_all_unprinted(struct layout *layout)
{
	size_t count = 0;
	const struct report_touch *touches =
		layout->report ? report_touches(layout->report, &count) : NULL;

	for (size_t i = 0; i < count; i++)
		if (is_unprinted(&touches[i]) && touches[i].behind == layout->passed)
			put_unprinted(layout, &touches[i]);
}

static void put_entry(struct layout *layout, const struct node *node)
{
	size_t from = layout->flow.count;
	int depth = 0;

	for (const struct node *above = node->parent; above; above = above->parent)
		depth += above->kind == NODE_LIST;
	begin_node(layout, node, depth == 1 && node->parent->first == node);
	add_inline(layout, STYLE_TEXT, node->text);
	end_node(layout, node, MARGIN + depth * STEP, MARGIN + (depth - 1) * STEP, false);
	add_stop(layout, node, from);
}

/* --- tables --- */

static int cell_columns(struct layout *layout, const struct node *cell)
{
	add_inline(layout, STYLE_TEXT, cell->text);
	int columns = utf8_columns(layout->flow.text.text);
	str_reset(&layout->flow.text);
	str_reset(&layout->flow.styles);
	return columns;
}

static void measure_table(struct layout *layout, const struct node *table)
{
	const int most = sizeof layout->widths / sizeof layout->widths[0];

	memset(layout->widths, 0, sizeof layout->widths);
	for (const struct node *row = table->first; row; row = row->next) {
		int i = 0;
		for (const struct node *cell = row->first; cell && i < most;
			cell = cell->next, i++) {
			int columns = cell_columns(layout, cell);
			if (columns > layout->widths[i])
				layout->widths[i] = columns;
		}
	}
}

static void put_row(struct layout *layout, const struct node *row)
{
	const int most = sizeof layout->widths / sizeof layout->widths[0];
	int i = 0, end = 0;

	begin_node(layout, row, row->parent->first == row);
	for (const struct node *cell = row->first; cell && i < most; cell = cell->next, i++) {
		add_inline(
			layout, row->parent->first == row ? STYLE_STRONG : STYLE_TEXT, cell->text);
		end += layout->widths[i] + 2;
		int gap = end - utf8_columns(layout->flow.text.text);
		if (cell->next && gap > 0)
			flow_addf(&layout->flow, STYLE_TEXT, "%*s", gap, "");
	}
	end_node(layout, row, MARGIN, 2, false);
}

/* --- the walk --- */

static void put(struct layout *layout, const struct node *node)
{
	switch (node->kind) {
	case NODE_FIELD:
		put_field(layout, node);
		break;
	case NODE_TITLE:
	case NODE_SUBTITLE:
		begin_node(layout, node, true);
		add_inline(layout, STYLE_STRONG, node->text);
		end_node(layout, node, 2, 2, true);
		break;
	case NODE_HEADING:
		put_heading(layout, node);
		break;
	case NODE_PARAGRAPH:
	case NODE_PLAIN:
		put_paragraph(layout, node);
		break;
	case NODE_ENTRY:
		put_entry(layout, node);
		break;
	case NODE_TABLE:
		measure_table(layout, node);
		break;
	case NODE_ROW:
		put_row(layout, node);
		break;
	case NODE_DOCUMENT:
	case NODE_MASTHEAD:
	case NODE_LIST:
	case NODE_CELL:
		break;
	}
}

bool layout_step(struct layout *layout)
{
	for (int i = 0; i < SLICE && layout->next; i++) {
		if (!layout->next->parent->parent) {
			put_all_unprinted(layout);
			layout->passed = layout->next;
		}
		put(layout, layout->next);
		layout->next = document_next(layout->next);
		if (!layout->next)
			put_all_unprinted(layout);
	}
	return !layout->next;
}

/* --- finding one's way --- */

#define SHOWN "paragraph show "

size_t layout_gap_stop(const struct layout *layout, size_t gap)
{
	const char *command = layout->gaps[gap].command;

	if (!command || strncmp(command, SHOWN, strlen(SHOWN)) != 0)
		return layout->stop_count;
	return layout_stop_of(layout, command + strlen(SHOWN));
}

size_t layout_gap_line(const struct layout *layout, size_t gap)
{
	size_t number = layout->gaps[gap].line;

	size_t stop = layout_gap_stop(layout, gap);

	if (stop < layout->stop_count)
		return layout->stops[stop].line;
	if (number == 0 || number > layout->paragraph_count)
		return 0;
	return layout->paragraph_lines[number - 1];
}

size_t layout_heading_at(const struct layout *layout, size_t line)
{
	size_t found = layout->heading_count;

	for (size_t low = 0, high = layout->heading_count; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (layout->headings[middle].line <= line) {
			found = middle;
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return found;
}

static bool is_same(const struct node *a, const struct node *b)
{
	if (a == b)
		return true;
	if (a->kind != b->kind)
		return false;
	if (a->key && b->key)
		return strcmp(a->key, b->key) == 0;
	return a->text && b->text && strcmp(a->text, b->text) == 0;
}

/* The place of the same node, looked for from where it was; node_count if gone. */
static size_t find_node(const struct layout *layout, const struct node *node, size_t near)
{
	size_t count = layout->node_count;

	for (size_t away = 0; away <= count; away++) {
		if (near >= away && near - away < count &&
			is_same(layout->nodes[near - away], node))
			return near - away;
		if (near + away < count && is_same(layout->nodes[near + away], node))
			return near + away;
	}
	return count;
}

/* The line of the node `place` that shows the byte that `line` of the other one
 * begins with. */
static size_t line_with(const struct layout *layout, size_t place, const struct layout *other,
	size_t other_place, size_t line)
{
	size_t first = layout->first_lines[place];
	size_t other_first = other->first_lines[other_place];

	if (line <= other_first)
		return first - (other_first - line < first ? other_first - line : first);
	size_t bytes = (size_t)(other->flow.lines[line].text - other->flow.lines[other_first].text);
	size_t found = first;
	for (size_t i = first; i < layout->flow.count && layout->flow.lines[i].tag == place; i++)
		if ((size_t)(layout->flow.lines[i].text - layout->flow.lines[first].text) <= bytes)
			found = i;
	return found;
}

size_t layout_carry(const struct layout *layout, const struct layout *other, size_t line)
{
	if (line >= other->flow.count || layout->node_count == 0)
		return 0;
	size_t place = other->flow.lines[line].tag, wanted = place;
	for (int i = 0; i < TRIES; i++, wanted--) {
		size_t found = find_node(layout, other->nodes[wanted], wanted);
		if (found < layout->node_count && wanted == place)
			return line_with(layout, found, other, place, line);
		if (found < layout->node_count)
			return layout->first_lines[found];
		if (wanted == 0)
			break;
	}
	return line < layout->flow.count ? line : layout->flow.count - 1;
}

/* --- the stops of the cursor --- */

size_t layout_stop_at(const struct layout *layout, size_t line)
{
	size_t low = 0, high = layout->stop_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (layout->stops[middle].end <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t layout_stop_carry(const struct layout *layout, const struct layout *other, size_t stop)
{
	if (stop >= other->stop_count || layout->stop_count == 0)
		return layout->stop_count ? 0 : layout->stop_count;
	const struct layout_stop *was = &other->stops[stop];
	size_t place = find_node(layout, was->node, other->flow.lines[was->line].tag);
	size_t line = place < layout->node_count ? layout->first_lines[place]
						 : layout_carry(layout, other, was->line);
	size_t found = layout_stop_at(layout, line);
	return found < layout->stop_count ? found : layout->stop_count - 1;
}

size_t layout_stop_of(const struct layout *layout, const char *paragraph)
{
	for (size_t i = 0; i < layout->stop_count; i++) {
		const struct layout_stop *stop = &layout->stops[i];
		if (stop->paragraph &&
			(strcmp(stop->paragraph, paragraph) == 0 ||
				(stop->node->key && strcmp(stop->node->key, paragraph) == 0)))
			return i;
	}
	return layout->stop_count;
}
