/* SPDX-License-Identifier: MIT */
/*
 * DOCX: the parts in their order. The body is written first and goes into the archive
 * piece by piece; then come the parts of which it is known only then what they must
 * hold. Nothing depends on the day or the machine: the same tree makes the same bytes.
 *
 * Numbers, styles, runs, tables and the masthead are docx_*.c's.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "docx.h"
#include "docx_package.h"
#include "writers.h"

enum { PIECE = 64 * 1024 };

/* --- what the other files use --- */

void docx_value_of(struct xml_writer *xml, const char *name, const char *value)
{
	xml_write_element(xml, name, "w:val", value, NULL);
}

void docx_paragraph(struct docx_document *docx, struct xml_writer *xml, enum docx_style style)
{
	xml_write_begin(xml, "w:p");
	xml_write_begin(xml, "w:pPr");
	docx_value_of(xml, "w:pStyle", docx_style_id(&docx->used, style));
	xml_write_end(xml, "w:pPr");
}

void docx_paragraph_end(struct xml_writer *xml)
{
	xml_write_end(xml, "w:p");
}

/* --- facts --- */

static const char *language_of(const struct document *document)
{
	static const char *const tags[] = {"en-GB", "fr-FR", "es-ES", "ru-RU", "zh-CN", "ar-SA"};
	const char *language = document->language;

	if (!language || !*language)
		return tags[0];
	for (size_t i = 0; strlen(language) == 2 && i < sizeof tags / sizeof tags[0]; i++)
		if (strncmp(tags[i], language, 2) == 0)
			return tags[i];
	return language;
}

/* Its midnight, or NULL. Yours to free. */
static char *date_of(const struct document *document)
{
	const char *date = document->date;

	return date && strlen(date) == 10 && strspn(date, "0123456789-") == 10
		       ? mem_printf("%sT00:00:00Z", date)
		       : NULL;
}

static const struct node *find(const struct document *document, enum node_kind kind)
{
	const struct node *node = document->root->first;

	while (node && node->kind != kind)
		node = node->next;
	return node;
}

/* A text in inline form as it stands: without its notes and what is taken away. */
static void put_plain(struct docx_document *docx, struct xml_writer *xml, const char *text)
{
	size_t count;
	struct run *runs = runs_of(&docx->scratch, &docx->document->words, text, &count);

	for (size_t i = 0; i < count; i++)
		if (runs[i].kind != RUN_NOTE && runs[i].kind != RUN_GONE)
			xml_write_text(xml, runs[i].text);
}

/* --- the body --- */

/* A4; the first page has the masthead and neither head nor foot. */
static void put_section(struct xml_writer *xml, bool header, bool masthead)
{
	xml_write_begin(xml, "w:sectPr");
	if (header)
		xml_write_literal(xml,
			"<w:headerReference w:type=\"default\" r:id=\"" DOCX_HEADER_LINK "\"/>");
	xml_write_literal(xml,
		"<w:footerReference w:type=\"default\" r:id=\"" DOCX_FOOTER_LINK "\"/>"
		"<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
		"<w:pgMar w:top=\"1701\" w:right=\"1134\" w:bottom=\"1417\" w:left=\"1134\" "
		"w:header=\"850\" w:footer=\"709\" w:gutter=\"0\"/>");
	if (masthead)
		xml_write_literal(xml, "<w:titlePg/>");
	xml_write_end(xml, "w:sectPr");
}

static void put_body(struct docx_document *docx, struct zip_writer *zip, bool header)
{
	struct xml_writer *xml = &docx->body;
	struct str out;

	str_init(&out);
	zip_writer_begin(zip, "word/document.xml");
	xml_write_init(xml, &out);
	xml_write_begin(xml, "w:document");
	xml_write_attribute(xml, "xmlns:w", DOCX_MAIN);
	xml_write_attribute(xml, "xmlns:r", DOCX_LINKS);
	xml_write_begin(xml, "w:body");
	for (const struct node *node = docx->document->root->first; node; node = node->next) {
		docx_block(docx, node);
		if (out.length < PIECE)
			continue;
		zip_writer_add(zip, out.text, out.length);
		str_reset(&out);
	}
	put_section(xml, header, find(docx->document, NODE_MASTHEAD));
	xml_write_end(xml, "w:body");
	xml_write_end(xml, "w:document");
	xml_write_done(xml);
	zip_writer_add(zip, out.text, out.length);
	zip_writer_end(zip);
	str_clear(&out);
}

/* --- what stands around it --- */

static void begin_notes(struct docx_document *docx)
{
	xml_write_begin(&docx->notes, "w:footnotes");
	xml_write_attribute(&docx->notes, "xmlns:w", DOCX_MAIN);
	xml_write_literal(&docx->notes,
		"<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p>"
		"</w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>"
		"<w:continuationSeparator/></w:r></w:p></w:footnote>");
}

static void put_header(struct docx_document *docx, struct zip_writer *zip, const char *symbol)
{
	struct docx_part part;

	docx_part_begin(&part);
	xml_write_begin(&part.xml, "w:hdr");
	xml_write_attribute(&part.xml, "xmlns:w", DOCX_MAIN);
	docx_paragraph(docx, &part.xml, DOCX_HEADER);
	xml_write_begin(&part.xml, "w:r");
	xml_write_begin(&part.xml, "w:t");
	put_plain(docx, &part.xml, symbol);
	xml_write_end(&part.xml, "w:t");
	xml_write_end(&part.xml, "w:r");
	docx_paragraph_end(&part.xml);
	xml_write_end(&part.xml, "w:hdr");
	docx_part_end(&part, zip, "word/header1.xml");
}

/* "2/7" */
static void put_footer(struct docx_document *docx, struct zip_writer *zip)
{
	struct docx_part part;

	docx_part_begin(&part);
	xml_write_begin(&part.xml, "w:ftr");
	xml_write_attribute(&part.xml, "xmlns:w", DOCX_MAIN);
	docx_paragraph(docx, &part.xml, DOCX_FOOTER);
	xml_write_literal(&part.xml,
		"<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
		"<w:r><w:t>/</w:t></w:r>"
		"<w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
	docx_paragraph_end(&part.xml);
	xml_write_end(&part.xml, "w:ftr");
	docx_part_end(&part, zip, "word/footer1.xml");
}

static void put_settings(struct zip_writer *zip)
{
	static const char setting[] = "<w:compatSetting w:name=\"%s\" "
				      "w:uri=\"http://schemas.microsoft.com/office/word\" "
				      "w:val=\"%s\"/>";
	static const char *const settings[][2] = {{"compatibilityMode", "15"},
		{"overrideTableStyleFontSizeAndJustification", "1"},
		{"enableOpenTypeFeatures", "1"}, {"doNotFlipMirrorIndents", "1"},
		{"differentiateMultirowTableHeaders", "1"}};
	struct docx_part part;

	docx_part_begin(&part);
	xml_write_begin(&part.xml, "w:settings");
	xml_write_attribute(&part.xml, "xmlns:w", DOCX_MAIN);
	xml_write_literal(&part.xml, "<w:defaultTabStop w:val=\"567\"/>"
				     "<w:footnotePr><w:footnote w:id=\"-1\"/>"
				     "<w:footnote w:id=\"0\"/></w:footnotePr>");
	xml_write_begin(&part.xml, "w:compat");
	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
		struct str one;
		str_init(&one);
		str_addf(&one, setting, settings[i][0], settings[i][1]);
		xml_write_literal(&part.xml, one.text);
		str_clear(&one);
	}
	xml_write_end(&part.xml, "w:compat");
	xml_write_end(&part.xml, "w:settings");
	docx_part_end(&part, zip, "word/settings.xml");
}

static void put_properties(struct docx_document *docx, struct zip_writer *zip)
{
	const struct node *title = find(docx->document, NODE_TITLE);
	struct docx_part part;

	docx_part_begin(&part);
	xml_write_begin(&part.xml, "cp:coreProperties");
	xml_write_attribute(&part.xml, "xmlns:cp",
		"http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
	xml_write_attribute(&part.xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
	xml_write_attribute(&part.xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
	xml_write_attribute(&part.xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
	if (title) {
		xml_write_begin(&part.xml, "dc:title");
		put_plain(docx, &part.xml, title->text);
		xml_write_end(&part.xml, "dc:title");
	}
	if (docx->date) {
		xml_write_element(
			&part.xml, "dcterms:created", "xsi:type", "dcterms:W3CDTF", docx->date);
		xml_write_element(
			&part.xml, "dcterms:modified", "xsi:type", "dcterms:W3CDTF", docx->date);
	}
	xml_write_element(&part.xml, "dc:language", NULL, NULL, language_of(docx->document));
	xml_write_end(&part.xml, "cp:coreProperties");
	docx_part_end(&part, zip, "docProps/core.xml");
	docx_part_begin(&part);
	xml_write_begin(&part.xml, "Properties");
	xml_write_attribute(&part.xml, "xmlns", DOCX_OFFICE "/extended-properties");
	xml_write_element(&part.xml, "Application", NULL, NULL, "rapporteur");
	xml_write_end(&part.xml, "Properties");
	docx_part_end(&part, zip, "docProps/app.xml");
}

/* The parts that the body has filled. */
static void put_rest(struct docx_document *docx, struct zip_writer *zip)
{
	struct docx_part part;

	docx_part_begin(&part);
	docx_lists_write(&docx->lists, &part.xml);
	docx_part_end(&part, zip, "word/numbering.xml");
	docx_part_begin(&part);
	docx_style_sheet(&docx->used, language_of(docx->document), &part.xml);
	docx_part_end(&part, zip, "word/styles.xml");
}

static void write_docx(const struct document *document, struct str *out)
{
	struct docx_document docx = {.document = document, .lists = {.half = document->root->half}};
	struct docx_part notes;
	const char *symbol = docx_symbol(document);

	if (!document->root->first)
		return;
	struct zip_writer *zip = zip_writer_new(out);
	char *date = date_of(document);
	docx.date = date;
	arena_init(&docx.scratch);
	docx_part_begin(&notes);
	docx.notes = notes.xml;
	begin_notes(&docx);
	docx_package_begin(zip, symbol);
	put_body(&docx, zip, symbol);
	xml_write_end(&docx.notes, "w:footnotes");
	notes.xml = docx.notes;
	docx_part_end(&notes, zip, "word/footnotes.xml");
	if (symbol)
		put_header(&docx, zip, symbol);
	put_footer(&docx, zip);
	put_settings(zip);
	put_properties(&docx, zip);
	put_rest(&docx, zip);
	zip_writer_free(zip);
	free(docx.lists.nums);
	free(date);
	arena_clear(&docx.scratch);
}

const struct writer docx_writer = {
	.name = "docx",
	.suffix = "docx",
	.write = write_docx,
};
