/* SPDX-License-Identifier: MIT */
/*
 * The body of an Akoma Ntoso document. Open headings are levels, the innermost last; each
 * counts what has no number of its own. A list is one of points where it has numbers or
 * letters, and a list of blocks inside the content of its paragraph where it has not: the
 * schema lets nothing of the first kind stand in the second, so that what is below a
 * list of blocks is one too.
 */
#include <string.h>

#include "akn.h"

/* Siblings, from one up to another or the last. */
struct range {
	const struct node *first, *end;
};

/* --- pieces --- */

static void end(struct akn *akn, const char *element)
{
	akn_line(akn);
	xml_write_end(&akn->xml, element);
}

/* What stays when numbers change: an identifier of the work, not of this text of it. */
static void put_key(struct akn *akn, const char *key)
{
	struct str id;

	str_init(&id);
	for (; *key; key++)
		str_addc(&id, strchr(" \t\n", *key) ? '_' : *key);
	if (id.length)
		xml_write_attribute(&akn->xml, "wId", id.text);
	str_clear(&id);
}

/* Begins an element with its identifier and its number; the identifier is good as long as
 * the document. */
static const char *begin(struct akn *akn, const char *element, const char *name, const char *parent,
	const char *what, const struct node *node, unsigned n)
{
	struct str label;

	str_init(&label);
	document_label(node, &label);
	const char *id = akn_id(akn, parent, what, label.text, n);
	akn_begin(akn, element, id);
	if (node->key)
		put_key(akn, node->key);
	if (name)
		xml_write_attribute(&akn->xml, "name", name);
	if (node->missing)
		xml_write_attribute(&akn->xml, "class", "missing");
	if (label.length) {
		akn_line(akn);
		xml_write_element(&akn->xml, "num", NULL, NULL, label.text);
	}
	str_clear(&label);
	return id;
}

static void put_heading(struct akn *akn, const struct node *node)
{
	akn_begin(akn, "heading", NULL);
	akn_inline(akn, node->text);
	if (node->continued) {
		xml_write_text(&akn->xml, " (");
		xml_write_element(&akn->xml, "i", NULL, NULL, akn->document->words.continued);
		xml_write_text(&akn->xml, ")");
	}
	xml_write_end(&akn->xml, "heading");
}

/* --- lists --- */

/* The next list with an entry in it; NULL: there is none any more. */
static const struct node *next_list(struct range range)
{
	const struct node *node = range.first;

	while (node && node != range.end && (node->kind != NODE_LIST || !node->first))
		node = node->next;
	return node == range.end ? NULL : node;
}

static const struct node *list_after(const struct node *list, struct range range)
{
	return next_list((struct range){list->next, range.end});
}

static void put_blocks(struct akn *akn, struct range lists, const char *parent)
{
	unsigned number = 0;

	for (const struct node *list = next_list(lists); list; list = list_after(list, lists)) {
		const char *id = akn_id(akn, parent, "list", NULL, ++number);
		unsigned n = 0;
		akn_begin(akn, "blockList", id);
		for (const struct node *entry = list->first; entry; entry = entry->next) {
			const char *item = begin(akn, "item", NULL, id, "item", entry, ++n);
			akn_block(akn, entry->text);
			put_blocks(akn, (struct range){entry->first, NULL}, item);
			end(akn, "item");
		}
		end(akn, "blockList");
	}
}

/* Have all of them numbers or letters? */
static bool are_points(struct range lists)
{
	for (const struct node *list = next_list(lists); list; list = list_after(list, lists))
		if (list->style != LIST_LETTERED && list->style != LIST_NUMBERED)
			return false;
	return next_list(lists) != NULL;
}

static void put_matter(struct akn *akn, const char *text, struct range lists, const char *id);

static void put_points(struct akn *akn, const char *intro, struct range lists, const char *parent)
{
	unsigned number = 0;

	for (const struct node *list = next_list(lists); list; list = list_after(list, lists)) {
		const char *id = akn_id(akn, parent, "list", NULL, ++number);
		unsigned n = 0;
		akn_begin(akn, "list", id);
		if (intro && number == 1) {
			akn_begin(akn, "intro", NULL);
			akn_block(akn, intro);
			end(akn, "intro");
		}
		for (const struct node *entry = list->first; entry; entry = entry->next) {
			const char *point = begin(akn, "point", NULL, id, "point", entry, ++n);
			put_matter(akn, entry->text, (struct range){entry->first, NULL}, point);
			end(akn, "point");
		}
		end(akn, "list");
	}
}

/* What stands in a paragraph or point: its text and its lists. */
static void put_matter(struct akn *akn, const char *text, struct range lists, const char *id)
{
	if (are_points(lists)) {
		put_points(akn, text, lists, id);
		return;
	}
	akn_begin(akn, "content", NULL);
	if (text || !next_list(lists))
		akn_block(akn, text);
	put_blocks(akn, lists, id);
	end(akn, "content");
}

/* --- the agenda --- */

static void put_agenda_items(
	struct akn *akn, const struct node *list, const char *parent, bool inner)
{
	unsigned n = 0;

	for (const struct node *entry = list->first; entry; entry = entry->next) {
		const char *id = begin(akn, "hcontainer", inner ? "agendaSubItem" : "agendaItem",
			parent, "item", entry, ++n);
		put_heading(akn, entry);
		for (const struct node *below = entry->first; below; below = below->next)
			put_agenda_items(akn, below, id, true);
		end(akn, "hcontainer");
	}
}

static bool is_agenda(const struct document *document, const struct node *list)
{
	return (document->class == DOCUMENT_AGENDA ||
		       document->class == DOCUMENT_ANNOTATED_AGENDA) &&
	       (list->style == LIST_NUMBERED || list->style == LIST_LETTERED);
}

/* --- levels --- */

static struct akn_level *innermost(struct akn *akn)
{
	return &akn->levels[akn->depth];
}

static void close_levels(struct akn *akn, int rank)
{
	while (akn->depth > 0 && innermost(akn)->rank >= rank) {
		end(akn, innermost(akn)->element);
		akn->depth--;
	}
}

/* Sections, subsections, and what is below; a heading without a level stands below the
 * first one, as in the documents. */
static void open_level(struct akn *akn, const struct node *heading)
{
	static const char *const elements[] = {"section", "subsection", "hcontainer"};
	static const char *const words[] = {"sec", "subsec", "hcontainer"};
	int rank = heading->level > 0 ? heading->level : 2;
	int kind = heading->level == 0 || rank > 2 ? 2 : rank - 1;

	close_levels(akn, rank);
	struct akn_level *above = innermost(akn);
	const char *id = begin(akn, elements[kind], kind == 2 ? "heading" : NULL, above->id,
		words[kind], heading, ++above->containers);
	put_heading(akn, heading);
	akn->levels[++akn->depth] =
		(struct akn_level){.element = elements[kind], .id = id, .rank = rank};
}

/* --- what stands in a level --- */

/* A paragraph with its lists; returns what follows. Those with a number are counted
 * through the document and named so; the others by their place in the section. */
static const struct node *put_paragraph(
	struct akn *akn, const struct node *node, const struct node *last)
{
	struct akn_level *level = innermost(akn);
	const char *parent = node->label ? akn->levels[0].id : level->id;
	struct range lists = {node->next, node->next};

	while (lists.end && lists.end != last && lists.end->kind == NODE_LIST)
		lists.end = lists.end->next;
	const char *id = begin(akn, "paragraph", NULL, parent, "para", node,
		node->label ? 0 : ++level->paragraphs);
	put_matter(akn, node->text, lists, id);
	end(akn, "paragraph");
	return lists.end;
}

/* A list that belongs to no paragraph. */
static void put_list(struct akn *akn, const struct node *list)
{
	struct akn_level *level = innermost(akn);
	struct range alone = {list, list->next};

	if (!list->first)
		return;
	if (is_agenda(akn->document, list)) {
		put_agenda_items(akn, list, level->id, false);
		return;
	}
	const char *id = akn_id(akn, level->id, "hcontainer", "", ++level->containers);
	akn_begin(akn, "hcontainer", id);
	xml_write_attribute(&akn->xml, "name", "list");
	put_matter(akn, NULL, alone, id);
	end(akn, "hcontainer");
}

static void put_row(struct akn *akn, const struct node *row, bool head)
{
	const char *element = head ? "th" : "td";

	akn_begin(akn, "tr", NULL);
	for (const struct node *cell = row->first; cell; cell = cell->next) {
		akn_line(akn);
		xml_write_begin(&akn->xml, element);
		xml_write_begin(&akn->xml, "p");
		akn_inline(akn, cell->text);
		xml_write_end(&akn->xml, "p");
		xml_write_end(&akn->xml, element);
	}
	end(akn, "tr");
}

static bool has_cells(const struct node *table)
{
	for (const struct node *row = table->first; row; row = row->next)
		if (row->first)
			return true;
	return false;
}

static void put_table(struct akn *akn, const struct node *table)
{
	struct akn_level *level = innermost(akn);

	if (!has_cells(table))
		return;
	const char *id = akn_id(akn, level->id, "hcontainer", "", ++level->containers);
	akn_begin(akn, "hcontainer", id);
	xml_write_attribute(&akn->xml, "name", "table");
	akn_begin(akn, "content", NULL);
	akn_begin(akn, "table", akn_id(akn, id, "table", NULL, 1));
	for (const struct node *row = table->first; row; row = row->next)
		if (row->first)
			put_row(akn, row, row == table->first);
	end(akn, "table");
	end(akn, "content");
	end(akn, "hcontainer");
}

/* Returns what follows. Masthead and titles stand before the body. */
static const struct node *put_node(
	struct akn *akn, const struct node *node, const struct node *last)
{
	switch (node->kind) {
	case NODE_MASTHEAD:
	case NODE_TITLE:
	case NODE_SUBTITLE:
		break;
	case NODE_HEADING:
		open_level(akn, node);
		break;
	case NODE_LIST:
		put_list(akn, node);
		break;
	case NODE_TABLE:
		put_table(akn, node);
		break;
	default:
		return put_paragraph(akn, node, last);
	}
	return node->next;
}

void akn_body(struct akn *akn, const struct node *first, const struct node *last, const char *id)
{
	akn_begin(akn, "mainBody", NULL);
	akn->depth = 0;
	akn->levels[0] = (struct akn_level){.element = "mainBody", .id = id};
	size_t empty = akn->xml.out->length;
	for (const struct node *node = first; node && node != last;)
		node = put_node(akn, node, last);
	close_levels(akn, 1);
	if (akn->xml.out->length == empty)
		akn_block(akn, NULL); /* a body has something in it */
	end(akn, "mainBody");
}
