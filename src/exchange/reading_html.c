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
#include <strings.h>

#include "base/mem.h"
#include "html_tree.h"
#include "model/number.h"
#include "reading_build.h"
#include "reading_label.h"

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

/* --- style properties and classes --- */

/* True if the style attribute has the property with a value that begins so. */
static bool has_style(const GumboNode *node, const char *property, const char *value)
{
	const char *style = html_attribute(node, "style");
	size_t length = strlen(property);

	for (; *style; style += strcspn(style, ";"), style += *style == ';') {
		const char *at = style + strspn(style, " \t\n\r");
		if (strncasecmp(at, property, length) != 0)
			continue;
		at += length + strspn(at + length, " \t");
		if (*at++ != ':')
			continue;
		at += strspn(at, " \t");
		if (strncasecmp(at, value, strlen(value)) == 0)
			return true;
	}
	return false;
}

static bool has_class(const GumboNode *node, const char *name)
{
	const char *all = html_attribute(node, "class");
	size_t length = strlen(name);

	for (const char *at = all; (at = strstr(at, name)); at += length)
		if ((at == all || isspace((unsigned char)at[-1])) &&
			(at[length] == '\0' || isspace((unsigned char)at[length])))
			return true;
	return false;
}

static bool begins(const char *text, const char *start)
{
	return strncasecmp(text, start, strlen(start)) == 0;
}

static bool is_hidden(const GumboNode *node)
{
	return gumbo_get_attribute(&node->v.element.attributes, "hidden") ||
	       has_style(node, "display", "none") || has_style(node, "visibility", "hidden") ||
	       has_style(node, "mso-hide", "all");
}

static bool is_left_out(GumboTag tag)
{
	static const GumboTag tags[] = {GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,
		GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_IFRAME, GUMBO_TAG_SVG,
		GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_BUTTON, GUMBO_TAG_DEL,
		GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS, GUMBO_TAG_RT, GUMBO_TAG_RP,
		GUMBO_TAG_DATALIST};

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (tags[i] == tag)
			return true;
	return false;
}

static bool is_block(GumboTag tag)
{
	static const GumboTag tags[] = {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,
		GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY, GUMBO_TAG_CENTER, GUMBO_TAG_DD,
		GUMBO_TAG_DETAILS, GUMBO_TAG_DIR, GUMBO_TAG_DIV, GUMBO_TAG_DL, GUMBO_TAG_DT,
		GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_FOOTER,
		GUMBO_TAG_FORM, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,
		GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_HEADER, GUMBO_TAG_HR, GUMBO_TAG_HTML,
		GUMBO_TAG_LEGEND, GUMBO_TAG_LI, GUMBO_TAG_MAIN, GUMBO_TAG_MENU, GUMBO_TAG_NAV,
		GUMBO_TAG_OL, GUMBO_TAG_P, GUMBO_TAG_PRE, GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,
		GUMBO_TAG_TABLE, GUMBO_TAG_CAPTION, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_TH,
		GUMBO_TAG_UL};

	for (size_t i = 0; i < sizeof(tags) / sizeof(*tags); i++)
		if (tags[i] == tag)
			return true;
	return false;
}

/* --- notes --- */

static bool holds_notes(const GumboNode *node)
{
	const char *id = html_attribute(node, "id");

	return strcmp(html_attribute(node, "role"), "doc-endnotes") == 0 ||
	       strcmp(html_attribute(node, "role"), "doc-footnote") == 0 ||
	       has_class(node, "footnotes") || has_style(node, "mso-element", "footnote") ||
	       (begins(id, "ftn") && isdigit((unsigned char)id[3])) ||
	       (begins(id, "sdfootnote") && isdigit((unsigned char)id[10]));
}

/* The mark in the text that leads to a note. */
static bool is_reference(const GumboNode *node)
{
	const char *to = html_attribute(node, "href");
	size_t length = strlen(to);

	return has_class(node, "footnote-ref") || has_class(node, "sdfootnoteanc") ||
	       strcmp(html_attribute(node, "role"), "doc-noteref") == 0 ||
	       (begins(to, "#_ftn") && isdigit((unsigned char)to[5])) ||
	       (begins(to, "#fn") && isdigit((unsigned char)to[3])) ||
	       (begins(to, "#sdfootnote") && length > 3 && strcmp(to + length - 3, "sym") == 0);
}

/* The mark of the note that leads back into the text. */
static bool is_way_back(const GumboNode *node)
{
	const char *to = html_attribute(node, "href");

	return has_class(node, "footnote-back") || has_class(node, "sdfootnotesym") ||
	       strcmp(html_attribute(node, "role"), "doc-backlink") == 0 ||
	       begins(to, "#_ftnref") || begins(to, "#fnref");
}

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

/* --- lists --- */

static int figure(const char *text, int otherwise)
{
	char *end;
	long value = strtol(text, &end, 10);

	return end == text || value < -NUMBER_MAX || value > NUMBER_MAX ? otherwise : (int)value;
}

static char type_by_style(const GumboNode *node, char otherwise)
{
	static const struct {
		const char *name;
		char type;
	} types[] = {{"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'},
		{"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'}, {"decimal", '1'},
		{"none", 0}, {"disc", 0}};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (has_style(node, "list-style-type", types[i].name) ||
			has_style(node, "list-style", types[i].name))
			return types[i].type;
	return otherwise;
}

static struct list begin_list(const GumboNode *node, bool numbered)
{
	struct list list = {.step = 1};
	const char *type = html_attribute(node, "type");
	bool backwards = gumbo_get_attribute(&node->v.element.attributes, "reversed") != NULL;

	list.type = numbered ? '1' : 0;
	if (numbered && *type && strchr("1aAiI", *type))
		list.type = *type;
	list.type = type_by_style(node, list.type);
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

static bool is_bold(const GumboNode *node, bool otherwise)
{
	switch (node->v.element.tag) {
	case GUMBO_TAG_B:
	case GUMBO_TAG_STRONG:
	case GUMBO_TAG_TH:
		otherwise = true;
		break;
	default:
		break;
	}
	if (has_style(node, "font-weight", "normal") || has_style(node, "font-weight", "400"))
		return false;
	return otherwise || has_style(node, "font-weight", "bold") ||
	       has_style(node, "font-weight", "600") || has_style(node, "font-weight", "700");
}

static bool is_centred(const GumboNode *node, bool otherwise)
{
	const char *align = html_attribute(node, "align");

	if (has_style(node, "text-align", "center") || strcasecmp(align, "center") == 0)
		return true;
	if (has_style(node, "text-align", "") || *align)
		return false;
	return otherwise || node->v.element.tag == GUMBO_TAG_CENTER;
}

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

	inside.bold = is_bold(node, inside.bold);
	inside.centred = is_centred(node, inside.centred);
	if (holds_notes(node))
		inside.style = READING_NOTE;
	if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 && inside.style == READING_BODY) {
		inside.style = READING_HEADING;
		inside.level = (int)(tag - GUMBO_TAG_H1) + 1;
	}
	if (tag == GUMBO_TAG_NAV || has_class(node, "MsoToc1") || has_class(node, "MsoToc2") ||
		has_class(node, "MsoToc3"))
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
	} else if (is_way_back(node)) {
		if (walk->text.text[strspn(walk->text.text, " \n")] == '\0')
			take_number(walk, node);
	} else if (has_style(node, "mso-list", "ignore")) {
		take_number(walk, node);
	} else if (!is_reference(node) && !(tag == GUMBO_TAG_SUP && is_mark(node))) {
		walk_children(walk, node, enter(walk, node, *inside));
	}
}

static void walk_element(struct walk *walk, const GumboNode *node, const struct inside *outside)
{
	GumboTag tag = node->v.element.tag;
	struct inside inside;

	if (is_left_out(tag) || is_hidden(node))
		return;
	if (!is_block(tag)) {
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
