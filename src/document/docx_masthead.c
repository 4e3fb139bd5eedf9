/* SPDX-License-Identifier: MIT */
/*
 * The masthead (conventions 1.1): a table of two rows, above "United Nations" and the
 * symbol, below the organ and how it is distributed; under it the corner, a block for
 * each body. It stands in the body and not in the head of the page, because notes may
 * be bound to it.
 */
#include <string.h>

#include "docx.h"

enum { SIDES = 2 };
static const int widths[SIDES] = {6520, DOCX_PAGE_WIDTH - 6520};

static bool is_field(const struct node *field, const char *name)
{
	return field->name && strcmp(field->name, name) == 0;
}

static bool is_distribution(const struct node *field)
{
	return is_field(field, "distribution") || is_field(field, "date") ||
	       is_field(field, "language") || is_field(field, "only");
}

static bool is_above(const struct node *field)
{
	return is_field(field, "symbol") || is_field(field, "organ") || is_distribution(field);
}

static const struct node *find(const struct node *masthead, const char *name)
{
	for (const struct node *field = masthead->first; field; field = field->next)
		if (is_field(field, name))
			return field;
	return NULL;
}

const char *docx_symbol(const struct document *document)
{
	const struct node *node = document->root->first;

	while (node && node->kind != NODE_MASTHEAD)
		node = node->next;
	node = node ? find(node, "symbol") : NULL;
	return node ? node->text : NULL;
}

static void put_line(struct docx_document *docx, enum docx_style style, const char *before,
	const struct node *field)
{
	docx_paragraph(docx, &docx->body, style);
	if (*before)
		docx_run(docx, &docx->body, DOCX_NO_STYLE, before);
	if (field)
		docx_inline(docx, field);
	docx_paragraph_end(&docx->body);
}

static void put_distribution(struct docx_document *docx, const struct node *masthead)
{
	bool any = false;

	for (const struct node *field = masthead->first; field; field = field->next) {
		if (!is_distribution(field))
			continue;
		const char *word = masthead_word(&docx->document->words, field);
		struct str before = STR_EMPTY;
		str_addf(&before, "%s%s", word, *word ? " " : "");
		put_line(docx, DOCX_DISTRIBUTION, before.text, field);
		str_clear(&before);
		any = true;
	}
	if (!any)
		put_line(docx, DOCX_DISTRIBUTION, "", NULL);
}

static void put_rows(struct docx_document *docx, const struct node *masthead)
{
	struct xml_writer *xml = &docx->body;

	docx_table_begin(docx, DOCX_TABLE_MASTHEAD, SIDES, widths);
	xml_write_begin(xml, "w:tr");
	docx_cell_begin(docx, widths[0]);
	put_line(docx, DOCX_NATIONS, docx->document->words.nations, NULL);
	xml_write_end(xml, "w:tc");
	docx_cell_begin(docx, widths[1]);
	put_line(docx, DOCX_SYMBOL, "", find(masthead, "symbol"));
	xml_write_end(xml, "w:tc");
	xml_write_end(xml, "w:tr");
	xml_write_begin(xml, "w:tr");
	docx_cell_begin(docx, widths[0]);
	put_line(docx, DOCX_ORGAN, "", find(masthead, "organ"));
	xml_write_end(xml, "w:tc");
	docx_cell_begin(docx, widths[1]);
	put_distribution(docx, masthead);
	xml_write_end(xml, "w:tc");
	xml_write_end(xml, "w:tr");
	xml_write_end(xml, "w:tbl");
}

static enum docx_style corner_style(const struct node *field)
{
	if (!masthead_is_bold(field))
		return DOCX_CORNER;
	return is_field(field, "body") ? DOCX_CORNER_NAME : DOCX_CORNER_BOLD;
}

void docx_masthead(struct docx_document *docx, const struct node *masthead)
{
	bool behind = true;

	put_rows(docx, masthead);
	for (const struct node *field = masthead->first; field; field = field->next) {
		if (is_above(field))
			continue;
		put_line(docx, corner_style(field), "", field);
		behind = false;
	}
	if (behind)
		put_line(docx, DOCX_BEHIND_TABLE, "", NULL);
}
