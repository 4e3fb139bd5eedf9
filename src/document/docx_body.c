/* SPDX-License-Identifier: MIT */
/*
 * The blocks of the body: headings, paragraphs, lists. A block is a paragraph of Word's
 * with a style, which says all of its form, and a list's paragraph says which list of
 * Word's it is of. A label that Word does not count is text, with a tab behind it.
 */
#include <string.h>

#include "docx.h"

/* The marks of a paragraph that is new, or gone, as a whole. */
static struct docx_change begin(struct docx_document *docx, enum docx_style style,
	const struct node *node, const struct docx_place *place)
{
	struct docx_change whole = docx_whole_change(docx, node);

	xml_write_begin(&docx->body, "w:p");
	xml_write_begin(&docx->body, "w:pPr");
	docx_value_of(&docx->body, "w:pStyle", docx_style_id(&docx->used, style));
	if (place) {
		xml_write_begin(&docx->body, "w:numPr");
		xml_write_begin(&docx->body, "w:ilvl");
		xml_write_number(&docx->body, "w:val", place->level);
		xml_write_end(&docx->body, "w:ilvl");
		xml_write_begin(&docx->body, "w:numId");
		xml_write_number(&docx->body, "w:val", place->num);
		xml_write_end(&docx->body, "w:numId");
		xml_write_end(&docx->body, "w:numPr");
	}
	docx_change_mark(docx, whole);
	xml_write_end(&docx->body, "w:pPr");
	return whole;
}

static void put_label(struct docx_document *docx, struct docx_change whole, const struct node *node)
{
	struct str label;

	str_init(&label);
	document_label(node, &label);
	if (label.length)
		docx_changed_run(docx, whole, DOCX_NO_STYLE, label.text, node->text && *node->text);
	str_clear(&label);
}

/* --- what stands alone --- */

static void put_plain(struct docx_document *docx, enum docx_style style, const struct node *node)
{
	begin(docx, style, node, NULL);
	docx_inline(docx, node);
	xml_write_end(&docx->body, "w:p");
}

static void put_paragraph(struct docx_document *docx, const struct node *node)
{
	bool counted = docx_counts_paragraph(&docx->lists, node);
	struct docx_change whole = begin(docx, counted ? DOCX_NUMBERED : DOCX_BODY, node, NULL);

	if (!counted)
		put_label(docx, whole, node);
	docx_inline(docx, node);
	xml_write_end(&docx->body, "w:p");
}

/* An unnumbered heading stands below the first level, as in the documents. */
static enum docx_style heading_style(const struct node *node, bool counted)
{
	int below = node->level > 0 ? node->level - 1 : 1;

	if (counted)
		return DOCX_HEADING + below;
	if (node->annex && !node->label)
		return DOCX_ANNEX;
	return (node->label ? DOCX_HEADING_OWN : DOCX_HEADING_BARE) + below;
}

static void put_heading(struct docx_document *docx, const struct node *node)
{
	bool counted = docx_counts_heading(&docx->lists, node);
	struct docx_change whole = begin(docx, heading_style(node, counted), node, NULL);

	if (!counted)
		put_label(docx, whole, node);
	docx_inline(docx, node);
	if (node->continued) {
		docx_run(docx, &docx->body, DOCX_NO_STYLE, " (");
		docx_run(docx, &docx->body, DOCX_EMPHASIS, docx->document->words.continued);
		docx_run(docx, &docx->body, DOCX_NO_STYLE, ")");
	}
	xml_write_end(&docx->body, "w:p");
}

/* --- lists --- */

struct depth {
	struct docx_place place;
	int step; /* how far it is moved in */
};

static enum docx_style entry_style(const struct node *list, int step)
{
	step = step < DOCX_STEPS ? step : DOCX_STEPS - 1;
	return (list->style == LIST_PLAIN ? DOCX_ENTRY_BARE : DOCX_ENTRY) + step;
}

static void put_list(struct docx_document *docx, const struct node *list, struct depth depth);

static void put_entry(
	struct docx_document *docx, const struct node *entry, struct depth *depth, int n)
{
	bool counted = entry->parent->style != LIST_PLAIN &&
		       docx_counts_entry(&docx->lists, &depth->place, entry, n);
	bool first = true;
	struct docx_change whole = begin(docx, entry_style(entry->parent, depth->step), entry,
		counted ? &depth->place : NULL);

	if (!counted)
		put_label(docx, whole, entry);
	docx_inline(docx, entry);
	xml_write_end(&docx->body, "w:p");
	for (const struct node *inner = entry->first; inner; inner = inner->next) {
		if (inner->kind != NODE_LIST)
			continue;
		put_list(docx, inner,
			(struct depth){docx_place_inside(&depth->place, counted && first),
				depth->step + 1});
		first = false;
	}
}

static void put_list(struct docx_document *docx, const struct node *list, struct depth depth)
{
	int n = 0;

	for (const struct node *entry = list->first; entry; entry = entry->next)
		put_entry(docx, entry, &depth, ++n);
}

/* Letters and bullets are moved in below their paragraph; figures are an agenda's. */
static void put_root_list(struct docx_document *docx, const struct node *list)
{
	bool inside = list->style == LIST_LETTERED || list->style == LIST_BULLETED;

	put_list(docx, list, (struct depth){{0, 0, 1}, inside});
}

/* --- all --- */

void docx_block(struct docx_document *docx, const struct node *node)
{
	switch (node->kind) {
	case NODE_MASTHEAD:
		docx_masthead(docx, node);
		break;
	case NODE_TITLE:
		put_plain(docx, DOCX_TITLE, node);
		break;
	case NODE_SUBTITLE:
		put_plain(docx, DOCX_SUBTITLE, node);
		break;
	case NODE_HEADING:
		put_heading(docx, node);
		break;
	case NODE_PARAGRAPH:
		put_paragraph(docx, node);
		break;
	case NODE_LIST:
		put_root_list(docx, node);
		break;
	case NODE_TABLE:
		docx_table(docx, node);
		break;
	default:
		put_plain(docx, DOCX_BODY, node);
	}
}
