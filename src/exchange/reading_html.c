/* SPDX-License-Identifier: MIT */
/*
 * HTML to paragraphs. The tree is walked once; text is gathered until a block begins
 * or ends, and what was gathered is a paragraph. What an element means for the text
 * in it (bold, in a list, in a cell, a note) goes down with the walk as a value, so
 * that nothing has to be put back on the way up.
 *
 * Looks at the elements, and at the few style properties and classes by which
 * word processors say what they have no element for; not at style sheets.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "html_style.h"
#include "html_tree.h"
#include "model/number.h"
#include "reading_build.h"

enum { COLUMNS_MAX = 200, NUMBER_MAX = 100000 };

struct list {
	char type; /* as of <ol type>: 1 a A i I; 0 for a list without numbers */
	int next, step;
};

struct grid {
	int number, row, column; /* the next free column, from 0 */
	int taken[COLUMNS_MAX];  /* rows that a cell of an earlier row still takes */
};

/* What holds for the text inside an element. */
struct inside {
	struct list *list;
	struct grid *grid;
	int depth, lists, cell, level, indent;
	enum reading_style style;
	bool bold, centred, pre;
};

struct walk {
	struct reading *reading;
	struct str text;   /* gathered since the last paragraph */
	struct str number; /* of the item that begins */
	bool any_bold, any_plain;
	bool too_deep;
};

static void walk_children(struct walk *walk, const GumboNode *node, struct inside inside);

/* --- paragraphs --- */

static void flush(struct walk *walk, const struct inside *inside)
{
	struct reading_paragraph like = {
		.style = inside->style,
		.level = inside->level,
		.number = walk->number.length > 0 ? walk->number.text : NULL,
		.indent = inside->indent + (inside->lists > 1 ? (inside->lists - 1) * 2 : 0),
		.bold = walk->any_bold && !walk->any_plain,
		.centred = inside->centred,
		.gap = 1,
	};

	if (inside->style == READING_NOTE && walk->number.length > 1 &&
		walk->number.text[walk->number.length - 1] == '.')
		str_cut(&walk->number, walk->number.length - 1);
	if (walk->text.text[strspn(walk->text.text, " \t\n")] != '\0') {
		if (inside->grid) {
			like.table = inside->grid->number;
			like.row = inside->grid->row;
			like.cell = inside->cell;
		}
		reading_compose(walk->reading, &like, walk->text.text, walk->text.length);
		str_reset(&walk->number);
	}
	str_reset(&walk->text);
	walk->any_bold = walk->any_plain = false;
}

/* Text as it is in lines: lines are read as those of a text file. */
static void flush_pre(struct walk *walk, const struct inside *inside)
{
	struct str text = walk->text;

	if (inside->grid || inside->style != READING_BODY) {
		flush(walk, inside);
		return;
	}
	str_init(&walk->text);
	reading_embed_text(walk->reading, text.text, text.length);
	str_clear(&text);
	flush(walk, inside);
}

static void add_text(struct walk *walk, const char *text, const struct inside *inside)
{
	bool blank = true;

	for (const char *c = text; *c; c++) {
		bool is_space = strchr(" \t\n\r\f", *c) != NULL;
		blank = blank && is_space;
		if (inside->pre || !is_space)
			str_addc(&walk->text, *c);
		else if (walk->text.length > 0 && walk->text.text[walk->text.length - 1] != ' ')
			str_addc(&walk->text, ' ');
	}
	if (!blank && inside->bold)
		walk->any_bold = true;
	else if (!blank)
		walk->any_plain = true;
}

/* --- notes --- */

/* The text inside, at most so much of it as a number has. */
static void gather(const GumboNode *node, struct str *out, int depth)
{
	const GumboVector *children = &node->v.element.children;

	if (node->type == GUMBO_NODE_TEXT)
		str_add(out, node->v.text.text);
	if (node->type != GUMBO_NODE_ELEMENT || depth == 0)
		return;
	for (unsigned i = 0; i < children->length && out->length < 32; i++)
		gather(children->data[i], out, depth - 1);
}

/* A number that is text: of a note ("[1]"), of a list ("1." before no-break spaces). */
static void take_number(struct walk *walk, const GumboNode *node)
{
	struct str text;
	char *folded;

	str_init(&text);
	gather(node, &text, 8);
	folded = reading_fold(text.text, text.length);
	if (walk->number.length == 0 && strlen(folded) < 16 &&
		(isalnum((unsigned char)folded[0]) || strchr("[(*", folded[0]))) {
		size_t length = strlen(folded);
		bool brackets = folded[0] == '[' && length > 2 && folded[length - 1] == ']';
		str_addn(&walk->number, folded + brackets, length - (brackets ? 2 : 0));
	}
	free(folded);
	str_clear(&text);
}

/* "1" or "*" set high is the mark of a note; "st" and the like are not. */
static bool is_mark(const GumboNode *node)
{
	struct str text;
	bool mark;

	str_init(&text);
	gather(node, &text, 8);
	mark = text.length > 0 && text.text[strspn(text.text, "0123456789*,[] \n")] == '\0';
	str_clear(&text);
	return mark;
}

static void take_mark(struct walk *walk, const GumboNode *node)
{
	struct str text;

	str_init(&text);
	gather(node, &text, 8);
	reading_add_mark(&walk->text, text.text, text.length);
	str_clear(&text);
}

/* --- lists --- */

static int figure(const char *text, int otherwise)
{
	char *end;
	long value = strtol(text, &end, 10);

	return end == text || value < -NUMBER_MAX || value > NUMBER_MAX ? otherwise : (int)value;
}

static struct list begin_list(const GumboNode *node, bool numbered)
{
	struct list list = {.step = 1};
	const char *type = html_attribute(node, "type");
	bool backwards = gumbo_get_attribute(&node->v.element.attributes, "reversed") != NULL;

	list.type = numbered ? '1' : 0;
	if (numbered && *type && strchr("1aAiI", *type))
		list.type = *type;
	list.type = html_list_type(node, list.type);
	list.next = figure(html_attribute(node, "start"), 1);
	if (numbered && backwards)
		list.step = -1;
	return list;
}

static void number_item(struct walk *walk, struct list *list, const GumboNode *node)
{
	struct str number;
	size_t begin = walk->number.length;
	int value = figure(html_attribute(node, "value"), list->next);

	list->next = value + list->step;
	if (list->type == 0)
		return;
	str_init(&number);
	if ((list->type == 'a' || list->type == 'A') && value > 0 && value <= 780)
		number_letter(value, &number);
	else if ((list->type == 'i' || list->type == 'I') && value > 0 && value < 4000)
		number_roman(value, list->type == 'I', &number);
	else
		str_addf(&number, "%d", value);
	str_addf(&walk->number, "%s%s.", begin > 0 ? " " : "", number.text);
	for (size_t i = begin; list->type == 'A' && i < walk->number.length; i++)
		walk->number.text[i] = (char)toupper((unsigned char)walk->number.text[i]);
	str_clear(&number);
}

/* --- tables --- */

static void begin_row(struct grid *grid)
{
	grid->row++;
	grid->column = 0;
	for (int i = 0; i < COLUMNS_MAX; i++)
		grid->taken[i] -= grid->taken[i] > 0;
}

/* The column of the cell, from 1; it takes its columns in this and the next rows. */
static int place_cell(struct grid *grid, const GumboNode *node)
{
	int columns = figure(html_attribute(node, "colspan"), 1);
	int rows = figure(html_attribute(node, "rowspan"), 1);
	int cell;

	while (grid->column < COLUMNS_MAX - 1 && grid->taken[grid->column] > 0)
		grid->column++;
	cell = grid->column + 1;
	for (int i = 0; i < (columns > 0 ? columns : 1) && grid->column < COLUMNS_MAX - 1; i++)
		grid->taken[grid->column++] = rows == 0 ? NUMBER_MAX : rows > 0 ? rows : 1;
	return cell;
}

/* --- elements --- */

static void walk_list(struct walk *walk, const GumboNode *node, struct inside inside)
{
	struct list list = begin_list(node, node->v.element.tag == GUMBO_TAG_OL);

	inside.list = &list;
	inside.lists++;
	walk_children(walk, node, inside);
}

static void walk_table(struct walk *walk, const GumboNode *node, struct inside inside)
{
	struct grid grid = {.number = ++walk->reading->tables};

	inside.grid = &grid;
	inside.lists = 0;
	inside.indent = 0;
	inside.centred = false;
	walk_children(walk, node, inside);
}

/* What the element changes for the text inside it. */
static struct inside enter(struct walk *walk, const GumboNode *node, struct inside inside)
{
	GumboTag tag = node->v.element.tag;

	inside.bold = html_is_bold(node, inside.bold);
	inside.centred = html_is_centred(node, inside.centred);
	if (html_holds_notes(node))
		inside.style = READING_NOTE;
	if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 && inside.style == READING_BODY) {
		inside.style = READING_HEADING;
		inside.level = (int)(tag - GUMBO_TAG_H1) + 1;
	}
	if (tag == GUMBO_TAG_NAV || html_has_class(node, "MsoToc1") ||
		html_has_class(node, "MsoToc2") || html_has_class(node, "MsoToc3"))
		inside.style = READING_PAGE;
	if (inside.style != READING_HEADING)
		inside.level = 0;
	inside.pre = inside.pre || tag == GUMBO_TAG_PRE;
	if (tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_DD)
		inside.indent += 2;
	if (tag == GUMBO_TAG_CAPTION)
		inside.grid = NULL;
	if (tag == GUMBO_TAG_TR && inside.grid)
		begin_row(inside.grid);
	if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && inside.grid)
		inside.cell = place_cell(inside.grid, node);
	if (tag == GUMBO_TAG_LI && inside.list)
		number_item(walk, inside.list, node);
	return inside;
}

static void walk_inline(struct walk *walk, const GumboNode *node, const struct inside *inside)
{
	GumboTag tag = node->v.element.tag;

	if (tag == GUMBO_TAG_BR) {
		str_addc(&walk->text, '\n');
	} else if (html_is_way_back(node)) {
		if (walk->text.text[strspn(walk->text.text, " \n")] == '\0')
			take_number(walk, node);
	} else if (html_has_style(node, "mso-tab-count", "")) {
		str_addc(&walk->text, '\t');
	} else if (html_has_style(node, "mso-list", "ignore")) {
		take_number(walk, node);
	} else if (html_is_reference(node) || (tag == GUMBO_TAG_SUP && is_mark(node))) {
		take_mark(walk, node);
	} else {
		walk_children(walk, node, enter(walk, node, *inside));
	}
}

static void walk_element(struct walk *walk, const GumboNode *node, const struct inside *outside)
{
	GumboTag tag = node->v.element.tag;
	struct inside inside;

	if (html_is_left_out(tag) || html_is_hidden(node))
		return;
	if (!html_is_block(tag)) {
		walk_inline(walk, node, outside);
		return;
	}
	flush(walk, outside);
	inside = enter(walk, node, *outside);
	if (tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL)
		walk_list(walk, node, inside);
	else if (tag == GUMBO_TAG_TABLE)
		walk_table(walk, node, inside);
	else
		walk_children(walk, node, inside);
	if (tag == GUMBO_TAG_PRE)
		flush_pre(walk, &inside);
	else
		flush(walk, &inside);
	if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_P)
		str_reset(&walk->number); /* of an item without text */
}

static void walk_children(struct walk *walk, const GumboNode *node, struct inside inside)
{
	const GumboVector *children = &node->v.element.children;

	if (++inside.depth > HTML_DEPTH_MAX)
		walk->too_deep = true;
	for (unsigned i = 0; i < children->length && !walk->too_deep && !walk->reading->full; i++) {
		const GumboNode *child = children->data[i];
		if (child->type == GUMBO_NODE_ELEMENT)
			walk_element(walk, child, &inside);
		else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA ||
			 child->type == GUMBO_NODE_WHITESPACE)
			add_text(walk, child->v.text.text, &inside);
	}
}

bool reading_html(struct reading *reading, const char *bytes, size_t length, struct err *err)
{
	struct walk walk = {.reading = reading};
	struct inside inside = {.style = READING_BODY};
	struct html_tree tree;
	bool good = html_tree_parse(&tree, bytes, length, err);

	str_init(&walk.text);
	str_init(&walk.number);
	if (good) {
		walk_children(&walk, tree.output->root, inside);
		flush(&walk, &inside);
	}
	if (walk.too_deep)
		good = err_set(err, ERR_DATA, "it has more than %d elements inside one another",
			HTML_DEPTH_MAX);
	str_clear(&walk.number);
	str_clear(&walk.text);
	html_tree_clear(&tree);
	return good;
}
