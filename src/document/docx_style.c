/* SPDX-License-Identifier: MIT */
/*
 * The style sheet: a table, and a walk over it. Sizes are those of the documents service
 * (conventions 1.4): text of 10 points, headings of 14, 12 and 10; numbers of headings
 * stand in the margin. What Word has a name for has that name, so that its own
 * commands (contents, outline, footnotes) find it.
 */
#include <assert.h>
#include <string.h>

#include "docx.h"

enum kind { PARAGRAPH, RUN, TABLE };
enum when { IF_USED, ALWAYS };

struct row {
	const char *id, *name; /* a name of Word's is written as Word has it */
	enum docx_style based, next;
	enum kind kind;
	enum when when;
	bool own; /* no style of Word's */
	const char *paragraph, *run, *rest;
};

#define LEFT(left) "<w:ind w:left=\"" #left "\" w:right=\"1134\"/>"
#define HANGING(left, by) "<w:ind w:left=\"" #left "\" w:right=\"1134\" w:hanging=\"" #by "\"/>"
#define SPACE(before, after) "<w:spacing w:before=\"" #before "\" w:after=\"" #after "\"/>"
#define SIZE(size) "<w:sz w:val=\"" #size "\"/><w:szCs w:val=\"" #size "\"/>"
#define BOLD "<w:b/><w:bCs/>"
#define ITALIC "<w:i/><w:iCs/>"
#define START "<w:jc w:val=\"left\"/>"
#define KEEP "<w:keepNext/><w:keepLines/>"
#define NUMBER(level) "<w:numPr><w:ilvl w:val=\"" #level "\"/><w:numId w:val=\"1\"/></w:numPr>"
#define NO_NUMBER "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"
#define OUTLINE(level) "<w:outlineLvl w:val=\"" #level "\"/>"
#define RULE(where, size) \
	"<w:" where " w:val=\"single\" w:sz=\"" #size "\" w:space=\"4\" w:color=\"auto\"/>"

#define HEADING(level, ilvl, before, size)                                                        \
	[DOCX_HEADING + ilvl] = {"Heading" #level, "heading " #level, DOCX_NORMAL, DOCX_BODY,     \
		PARAGRAPH, ALWAYS, false,                                                         \
		KEEP NUMBER(ilvl) SPACE(before, 120) HANGING(1134, 283) OUTLINE(ilvl), size, ""}, \
			[DOCX_HEADING_OWN + ilvl] = {"Heading" #level "Own",                      \
				"Heading " #level " own number", DOCX_HEADING + ilvl, DOCX_BODY,  \
				PARAGRAPH, IF_USED, true, NO_NUMBER HANGING(1134, 567), "", ""},  \
			[DOCX_HEADING_BARE + ilvl] = {"Heading" #level "Bare",                    \
				"Heading " #level " no number", DOCX_HEADING + ilvl, DOCX_BODY,   \
				PARAGRAPH, IF_USED, true, NO_NUMBER HANGING(1134, 0), "", ""}

#define STEP(step, left, bare)                                                                     \
	[DOCX_ENTRY + step] = {"ListEntry" #step, "List Entry " #step, DOCX_BODY,                  \
		DOCX_ENTRY + step, PARAGRAPH, IF_USED, true, HANGING(left, 567), "", ""},          \
		      [DOCX_ENTRY_BARE + step] = {"ListBare" #step, "List Bare " #step, DOCX_BODY, \
			      DOCX_ENTRY_BARE + step, PARAGRAPH, IF_USED, true,                    \
			      SPACE(0, 40) LEFT(bare) START, "", ""}

/* Both are whole: LibreOffice does not take the form of the first row from another style. */
#define TABLE_FORM(left)                                                                           \
	"<w:tblPr><w:tblInd w:w=\"" #left "\" w:type=\"dxa\"/><w:tblBorders>" RULE("top", 4) RULE( \
		"bottom", 12) "</w:tblBorders><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/>"   \
			      "<w:right w:w=\"113\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"     \
			      "<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders>" RULE(      \
				      "bottom", 12) "</w:tcBorders></w:tcPr></w:tblStylePr>"

static const struct row rows[DOCX_STYLES] = {
	[DOCX_NORMAL] = {"Normal", "Normal", 0, 0, PARAGRAPH, ALWAYS, false,
		"<w:spacing w:line=\"240\" w:lineRule=\"atLeast\"/>", "", ""},
	[DOCX_TITLE] = {"Title", "Title", DOCX_NORMAL, DOCX_BODY, PARAGRAPH, ALWAYS, false,
		KEEP SPACE(360, 240) HANGING(1134, 0), BOLD SIZE(34), ""},
	[DOCX_SUBTITLE] = {"Subtitle", "Subtitle", DOCX_NORMAL, DOCX_BODY, PARAGRAPH, IF_USED,
		false, KEEP SPACE(0, 240) HANGING(1134, 0), BOLD SIZE(24), ""},
	HEADING(1, 0, 360, BOLD SIZE(28)),
	HEADING(2, 1, 360, BOLD SIZE(24)),
	HEADING(3, 2, 240, BOLD SIZE(20)),
	HEADING(4, 3, 240, BOLD SIZE(20)),
	HEADING(5, 4, 240, ITALIC SIZE(20)),
	HEADING(6, 5, 240, SIZE(20)),
	[DOCX_ANNEX] = {"AnnexHeading", "Annex Heading", DOCX_HEADING_BARE, DOCX_BODY, PARAGRAPH,
		IF_USED, true, "<w:pageBreakBefore/>" SPACE(0, 120), "", ""},
	[DOCX_NUMBERED] = {"NumberedParagraph", "Numbered Paragraph", DOCX_BODY, DOCX_NUMBERED,
		PARAGRAPH, ALWAYS, true,
		"<w:numPr><w:numId w:val=\"2\"/></w:numPr>"
		"<w:tabs><w:tab w:val=\"left\" w:pos=\"1701\"/></w:tabs>" HANGING(1134, 0),
		"", ""},
	[DOCX_BODY] = {"BodyText", "Body Text", DOCX_NORMAL, DOCX_BODY, PARAGRAPH, ALWAYS, false,
		SPACE(0, 120) LEFT(1134) "<w:jc w:val=\"both\"/>", "", ""},
	STEP(0, 1701, 1134),
	STEP(1, 2268, 1701),
	STEP(2, 2835, 2268),
	STEP(3, 3402, 2835),
	STEP(4, 3969, 3402),
	STEP(5, 4536, 3969),
	STEP(6, 5103, 4536),
	STEP(7, 5670, 5103),
	STEP(8, 6237, 5670),
	STEP(9, 6804, 6237),
	STEP(10, 7371, 6804),
	[DOCX_FOOTNOTE_TEXT] = {"FootnoteText", "footnote text", DOCX_NORMAL, DOCX_FOOTNOTE_TEXT,
		PARAGRAPH, ALWAYS, false,
		"<w:spacing w:line=\"220\" w:lineRule=\"atLeast\"/>" HANGING(1134, 283), SIZE(18),
		""},
	[DOCX_HEADER] = {"Header", "header", DOCX_NORMAL, DOCX_HEADER, PARAGRAPH, ALWAYS, false,
		"<w:pBdr>" RULE("bottom", 4) "</w:pBdr><w:jc w:val=\"right\"/>", BOLD SIZE(18), ""},
	[DOCX_FOOTER] = {"Footer", "footer", DOCX_NORMAL, DOCX_FOOTER, PARAGRAPH, ALWAYS, false,
		"<w:jc w:val=\"right\"/>", BOLD SIZE(18), ""},
	[DOCX_NATIONS] = {"MastheadNations", "Masthead Nations", DOCX_NORMAL, DOCX_NATIONS,
		PARAGRAPH, IF_USED, true, SPACE(0, 80), SIZE(28), ""},
	[DOCX_SYMBOL] = {"MastheadSymbol", "Masthead Symbol", DOCX_NORMAL, DOCX_SYMBOL, PARAGRAPH,
		IF_USED, true, SPACE(80, 80) "<w:jc w:val=\"right\"/>", SIZE(20), ""},
	[DOCX_ORGAN] = {"MastheadOrgan", "Masthead Organ", DOCX_NORMAL, DOCX_ORGAN, PARAGRAPH,
		IF_USED, true, SPACE(120, 120), BOLD SIZE(28), ""},
	[DOCX_DISTRIBUTION] = {"MastheadLine", "Masthead Line", DOCX_NORMAL, DOCX_DISTRIBUTION,
		PARAGRAPH, IF_USED, true, SPACE(80, 60), "", ""},
	[DOCX_CORNER_NAME] = {"CornerName", "Corner Name", DOCX_NORMAL, DOCX_CORNER, PARAGRAPH,
		IF_USED, true, KEEP SPACE(120, 0) "<w:ind w:right=\"3402\"/>", BOLD, ""},
	[DOCX_CORNER_BOLD] = {"CornerBold", "Corner Bold", DOCX_CORNER, DOCX_CORNER, PARAGRAPH,
		IF_USED, true, "", BOLD, ""},
	[DOCX_CORNER] = {"Corner", "Corner", DOCX_NORMAL, DOCX_CORNER, PARAGRAPH, IF_USED, true,
		"<w:ind w:right=\"3402\"/>", "", ""},
	[DOCX_CELL_HEAD] = {"TableHeading", "Table Heading", DOCX_CELL, DOCX_CELL, PARAGRAPH,
		IF_USED, true, "<w:keepNext/>", ITALIC SIZE(16), ""},
	[DOCX_CELL] = {"TableText", "Table Text", DOCX_NORMAL, DOCX_CELL, PARAGRAPH, IF_USED, true,
		SPACE(40, 40), SIZE(18), ""},
	[DOCX_BEHIND_TABLE] = {"BehindTable", "Behind Table", DOCX_NORMAL, DOCX_BODY, PARAGRAPH,
		IF_USED, true, "<w:spacing w:line=\"120\" w:lineRule=\"exact\"/>", SIZE(8), ""},
	[DOCX_EMPHASIS] = {"Emphasis", "Emphasis", 0, 0, RUN, ALWAYS, false, "", ITALIC, ""},
	[DOCX_MISSING] = {"ToBeSupplied", "To Be Supplied", 0, 0, RUN, IF_USED, true, "",
		ITALIC "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFF2CC\"/>", ""},
	[DOCX_FOOTNOTE_MARK] = {"FootnoteReference", "footnote reference", 0, 0, RUN, ALWAYS, false,
		"", "<w:vertAlign w:val=\"superscript\"/>", ""},
	[DOCX_TABLE] = {"ReportTable", "Report Table", 0, 0, TABLE, ALWAYS, true, "", "",
		TABLE_FORM(1134)},
	[DOCX_TABLE_WIDE] = {"ReportTableWide", "Report Table Wide", 0, 0, TABLE, IF_USED, true, "",
		"", TABLE_FORM(0)},
	[DOCX_TABLE_MASTHEAD] = {"Masthead", "Masthead", 0, 0, TABLE, IF_USED, true, "", "",
		"<w:tblPr><w:tblBorders>" RULE("bottom",
			12) "</w:tblBorders><w:tblCellMar>"
			    "<w:left w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"0\" w:type=\"dxa\"/>"
			    "</w:tblCellMar></w:tblPr>"
			    "<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders>" RULE(
				    "bottom", 4) "</w:tcBorders></w:tcPr></w:tblStylePr>"},
};

const char *docx_style_id(struct docx_styles_used *used, enum docx_style style)
{
	assert(style > DOCX_NO_STYLE && style < DOCX_STYLES && rows[style].id);

	for (enum docx_style at = style; used && at && !used->is[at]; at = rows[at].based)
		used->is[at] = used->is[rows[at].next] = true;
	return rows[style].id;
}

static void write_links(struct xml_writer *xml, const struct row *row)
{
	static const char *const roots[] = {
		[PARAGRAPH] = NULL, [RUN] = "DefaultParagraphFont", [TABLE] = "TableNormal"};
	const char *based = row->based ? rows[row->based].id : roots[row->kind];

	if (based)
		docx_value_of(xml, "w:basedOn", based);
	if (row->next)
		docx_value_of(xml, "w:next", rows[row->next].id);
	if (row->kind == PARAGRAPH)
		xml_write_literal(xml, "<w:qFormat/>");
}

static void write_properties(struct xml_writer *xml, const char *name, const char *properties)
{
	if (!*properties)
		return;
	xml_write_begin(xml, name);
	xml_write_literal(xml, properties);
	xml_write_end(xml, name);
}

static void write_style(struct xml_writer *xml, const struct row *row)
{
	static const char *const types[] = {
		[PARAGRAPH] = "paragraph", [RUN] = "character", [TABLE] = "table"};

	xml_write_begin(xml, "w:style");
	xml_write_attribute(xml, "w:type", types[row->kind]);
	if (row == &rows[DOCX_NORMAL])
		xml_write_attribute(xml, "w:default", "1");
	if (row->own)
		xml_write_attribute(xml, "w:customStyle", "1");
	xml_write_attribute(xml, "w:styleId", row->id);
	docx_value_of(xml, "w:name", row->name);
	write_links(xml, row);
	write_properties(xml, "w:pPr", row->paragraph);
	write_properties(xml, "w:rPr", row->run);
	xml_write_literal(xml, row->rest);
	xml_write_end(xml, "w:style");
}

/* What is there when no style says otherwise; the language is that of all text. */
static void write_defaults(struct xml_writer *xml, const char *language)
{
	xml_write_literal(xml,
		"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
		"w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
		"w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>" SIZE(20));
	xml_write_begin(xml, "w:lang");
	xml_write_attribute(xml, "w:val", language);
	xml_write_attribute(
		xml, "w:eastAsia", strncmp(language, "zh", 2) == 0 ? language : "zh-CN");
	xml_write_attribute(xml, "w:bidi", strncmp(language, "ar", 2) == 0 ? language : "ar-SA");
	xml_write_end(xml, "w:lang");
	xml_write_literal(xml, "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>");
}

void docx_style_sheet(
	const struct docx_styles_used *used, const char *language, struct xml_writer *xml)
{
	xml_write_begin(xml, "w:styles");
	xml_write_attribute(xml, "xmlns:w", DOCX_MAIN);
	write_defaults(xml, language);
	xml_write_literal(xml,
		"<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
		"<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/>"
		"<w:semiHidden/></w:style>"
		"<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
		"<w:name w:val=\"Normal Table\"/><w:semiHidden/><w:tblPr><w:tblCellMar>"
		"<w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/>"
		"</w:tblCellMar></w:tblPr></w:style>"
		"<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\">"
		"<w:name w:val=\"No List\"/><w:semiHidden/></w:style>");
	for (int i = DOCX_NORMAL; i < DOCX_STYLES; i++)
		if (rows[i].when == ALWAYS || used->is[i])
			write_style(xml, &rows[i]);
	xml_write_end(xml, "w:styles");
}
