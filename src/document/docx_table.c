/* SPDX-License-Identifier: MIT */
/*
 * Tables: all form is that of the table's style, only the widths of the columns are its
 * own. They follow the words and texts of each, so that Word and others lay it out alike.
 */
#include <string.h>

#include "base/utf8.h"
#include "docx.h"

enum { COLUMNS_MAX = 63 };                 /* of Word */
enum { FEW = 4 };                          /* stand under the text; more have the whole page */
enum { NARROW = 4, WORD = 24, LONG = 70 }; /* letters: of a column, a word, a text */
enum { LETTER = 105, PADDING = 200 };      /* twips: for one of 9 points, and around a text */

static int columns_of(const struct node *table)
{
	int most = 1;

	for (const struct node *row = table->first; row; row = row->next) {
		int count = 0;
		for (const struct node *cell = row->first; cell; cell = cell->next)
			count++;
		most = count > most ? count : most;
	}
	return most < COLUMNS_MAX ? most : COLUMNS_MAX;
}

/* Letters of the longest word. */
static int longest_word(const char *text)
{
	int longest = 0;

	for (size_t length; *text; text += length + (text[length] == ' ')) {
		length = strcspn(text, " ");
		int letters = (int)length; /* bytes: rather too wide than broken */
		longest = letters > longest ? letters : longest;
	}
	return longest;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* What a column must have for its words, and what it would like for its texts. */
static void measure(const struct node *table, int columns, int words[], int texts[])
{
	for (int i = 0; i < columns; i++)
		words[i] = texts[i] = NARROW;
	for (const struct node *row = table->first; row; row = row->next) {
		const struct node *cell = row->first;
		for (int i = 0; cell && i < columns; cell = cell->next, i++) {
			const char *text = cell->text ? cell->text : "";
			int word = least(longest_word(text), WORD),
			    all = least(utf8_columns(text), LONG);
			words[i] = word > words[i] ? word : words[i];
			texts[i] = all > texts[i] ? all : texts[i];
		}
	}
}

/* Each has its words, while there is room for all; the rest goes by the texts. */
static void share(int columns, int total, int words[], const int texts[])
{
	int sum = 0, wished = 0, rest;

	for (int i = 0; i < columns; i++)
		sum += words[i] = words[i] * LETTER + PADDING;
	for (int i = 0; sum > total && i < columns; i++)
		words[i] = (int)((long long)words[i] * total / sum);
	rest = total;
	for (int i = 0; i < columns; i++) {
		rest -= words[i];
		wished += texts[i];
	}
	for (int i = 0, left = rest; i < columns; i++) {
		int more = i == columns - 1 ? left : rest * texts[i] / wished;
		words[i] += more;
		left -= more;
	}
}

static void put_width(struct xml_writer *xml, const char *name, int twips)
{
	xml_write_begin(xml, name);
	xml_write_number(xml, "w:w", twips);
	xml_write_attribute(xml, "w:type", "dxa");
	xml_write_end(xml, name);
}

void docx_table_begin(
	struct docx_document *docx, enum docx_style style, int columns, const int widths[])
{
	struct xml_writer *xml = &docx->body;
	int total = 0;

	for (int i = 0; i < columns; i++)
		total += widths[i];
	xml_write_begin(xml, "w:tbl");
	xml_write_begin(xml, "w:tblPr");
	docx_value_of(xml, "w:tblStyle", docx_style_id(&docx->used, style));
	put_width(xml, "w:tblW", total);
	xml_write_literal(xml, "<w:tblLayout w:type=\"fixed\"/>"
			       "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" "
			       "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" "
			       "w:noVBand=\"1\"/>");
	xml_write_end(xml, "w:tblPr");
	xml_write_begin(xml, "w:tblGrid");
	for (int i = 0; i < columns; i++) {
		xml_write_begin(xml, "w:gridCol");
		xml_write_number(xml, "w:w", widths[i]);
		xml_write_end(xml, "w:gridCol");
	}
	xml_write_end(xml, "w:tblGrid");
}

void docx_cell_begin(struct docx_document *docx, int width)
{
	xml_write_begin(&docx->body, "w:tc");
	xml_write_begin(&docx->body, "w:tcPr");
	put_width(&docx->body, "w:tcW", width);
	xml_write_end(&docx->body, "w:tcPr");
}

static void put_row(struct docx_document *docx, const struct node *row, int columns,
	const int widths[COLUMNS_MAX])
{
	struct xml_writer *xml = &docx->body;
	bool head = row == row->parent->first && row->next;
	const struct node *cell = row->first;

	xml_write_begin(xml, "w:tr");
	xml_write_literal(xml, head ? "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
				    : "<w:trPr><w:cantSplit/></w:trPr>");
	for (int i = 0; i < columns; i++) {
		docx_cell_begin(docx, widths[i]);
		docx_paragraph(docx, xml, head ? DOCX_CELL_HEAD : DOCX_CELL);
		if (cell)
			docx_inline(docx, cell);
		docx_paragraph_end(xml);
		xml_write_end(xml, "w:tc");
		cell = cell ? cell->next : NULL;
	}
	xml_write_end(xml, "w:tr");
}

void docx_table(struct docx_document *docx, const struct node *table)
{
	int columns = columns_of(table), widths[COLUMNS_MAX], texts[COLUMNS_MAX];
	bool wide = columns > FEW;

	if (!table->first)
		return;
	measure(table, columns, widths, texts);
	share(columns, wide ? DOCX_PAGE_WIDTH : DOCX_TEXT_WIDTH, widths, texts);
	docx_table_begin(docx, wide ? DOCX_TABLE_WIDE : DOCX_TABLE, columns, widths);
	for (const struct node *row = table->first; row; row = row->next)
		put_row(docx, row, columns, widths);
	xml_write_end(&docx->body, "w:tbl");
	/* Word makes one table of two that touch, and wants a paragraph behind the last. */
	docx_paragraph(docx, &docx->body, DOCX_BEHIND_TABLE);
	docx_paragraph_end(&docx->body);
}
