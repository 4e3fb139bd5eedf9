/* SPDX-License-Identifier: MIT */
/*
 * Inline form to Word's runs: italics by a character style, notes as footnotes, words
 * that were put in or taken away as changes that Word can accept or reject. Whose a
 * change is stands with it, else it has a neutral name; its day is the document's.
 */
#include <string.h>

#include "docx.h"

enum { SCRATCH_TEXTS = 32 }; /* so many share the scratch before it is cleared */

static const char nobody[] = "Amendment"; /* whose is a change that is nobody's */

/* --- runs --- */

static void begin_run(struct docx_document *docx, struct xml_writer *xml, enum docx_style style)
{
	xml_write_begin(xml, "w:r");
	if (style) {
		xml_write_begin(xml, "w:rPr");
		docx_value_of(xml, "w:rStyle", docx_style_id(&docx->used, style));
		xml_write_end(xml, "w:rPr");
	}
}

static void put_text(struct xml_writer *xml, const char *name, const char *text)
{
	xml_write_element(xml, name, "xml:space", "preserve", text);
}

void docx_run(
	struct docx_document *docx, struct xml_writer *xml, enum docx_style style, const char *text)
{
	begin_run(docx, xml, style);
	put_text(xml, "w:t", text);
	xml_write_end(xml, "w:r");
}

/* --- changes --- */

static const char *change_name(enum run_kind kind)
{
	return kind == RUN_NEW ? "w:ins" : "w:del";
}

static void open_change(struct docx_document *docx, struct docx_change change)
{
	xml_write_begin(&docx->body, change_name(change.kind));
	xml_write_number(&docx->body, "w:id", ++docx->changes);
	xml_write_attribute(&docx->body, "w:author", change.by ? change.by : nobody);
	if (docx->date)
		xml_write_attribute(&docx->body, "w:date", docx->date);
}

void docx_change_mark(struct docx_document *docx, struct docx_change change)
{
	if (change.kind == RUN_TEXT)
		return;
	xml_write_begin(&docx->body, "w:rPr");
	open_change(docx, change);
	xml_write_end(&docx->body, change_name(change.kind));
	xml_write_end(&docx->body, "w:rPr");
}

void docx_changed_run(struct docx_document *docx, struct docx_change change, enum docx_style style,
	const char *text, bool tab)
{
	if (change.kind != RUN_TEXT)
		open_change(docx, change);
	begin_run(docx, &docx->body, style);
	put_text(&docx->body, change.kind == RUN_GONE ? "w:delText" : "w:t", text);
	if (tab)
		xml_write_literal(&docx->body, "<w:tab/>");
	xml_write_end(&docx->body, "w:r");
	if (change.kind != RUN_TEXT)
		xml_write_end(&docx->body, change_name(change.kind));
}

static bool is_change(const struct run *run)
{
	return run->kind == RUN_NEW || run->kind == RUN_GONE;
}

static bool is_signs(const char *text)
{
	return text[strspn(text, " ;,.:")] == '\0';
}

struct docx_change docx_whole_change(struct docx_document *docx, const struct node *node)
{
	struct docx_change whole = {RUN_TEXT, NULL};
	size_t count;
	struct run *runs = runs_of(&docx->scratch, &docx->document->words, node->text, &count);

	for (size_t i = 0; i < count; i++) {
		if (runs[i].kind == RUN_TEXT && is_signs(runs[i].text))
			continue;
		if (!is_change(&runs[i]) || (whole.kind != RUN_TEXT && runs[i].kind != whole.kind))
			return (struct docx_change){RUN_TEXT, NULL};
		whole = (struct docx_change){runs[i].kind, runs[i].by};
	}
	return whole;
}

/* --- notes --- */

/* Each in an element of its own: LibreOffice prints twice what stands in one. */
static void put_stars(struct xml_writer *xml, const char *stars)
{
	for (; *stars; stars++)
		xml_write_literal(xml, "<w:t>*</w:t>");
}

static void put_note_text(struct docx_document *docx, const char *stars, const char *text)
{
	struct xml_writer *xml = &docx->notes;

	xml_write_begin(xml, "w:footnote");
	xml_write_number(xml, "w:id", docx->note_count);
	docx_paragraph(docx, xml, DOCX_FOOTNOTE_TEXT);
	begin_run(docx, xml, DOCX_FOOTNOTE_MARK);
	if (stars)
		put_stars(xml, stars);
	else
		xml_write_literal(xml, "<w:footnoteRef/>");
	xml_write_end(xml, "w:r");
	xml_write_literal(xml, "<w:r><w:tab/></w:r>");
	docx_run(docx, xml, DOCX_NO_STYLE, text);
	docx_paragraph_end(xml);
	xml_write_end(xml, "w:footnote");
}

static void put_note(struct docx_document *docx, const struct node *node, const char *text)
{
	bool starred = note_is_starred(node);
	struct str mark;

	str_init(&mark);
	note_mark(&docx->marks, starred, &mark);
	docx->note_count++;
	begin_run(docx, &docx->body, DOCX_FOOTNOTE_MARK);
	xml_write_begin(&docx->body, "w:footnoteReference");
	if (starred)
		xml_write_attribute(&docx->body, "w:customMarkFollows", "1");
	xml_write_number(&docx->body, "w:id", docx->note_count);
	xml_write_end(&docx->body, "w:footnoteReference");
	if (starred)
		put_stars(&docx->body, mark.text);
	xml_write_end(&docx->body, "w:r");
	put_note_text(docx, starred ? mark.text : NULL, text);
	str_clear(&mark);
}

/* --- a text --- */

static enum docx_style style_of(const struct run *run, const struct node *node)
{
	if (run->kind == RUN_ITALIC)
		return DOCX_EMPHASIS;
	return node->missing ? DOCX_MISSING : DOCX_NO_STYLE;
}

void docx_inline(struct docx_document *docx, const struct node *node)
{
	struct docx_change whole = docx_whole_change(docx, node);
	size_t count;
	struct run *runs = runs_of(&docx->scratch, &docx->document->words, node->text, &count);

	for (size_t i = 0; i < count; i++)
		runs[i].text = runs[i].words ? runs[i].words : runs[i].text;
	docx_space_changes(&docx->scratch, runs, count);
	for (size_t i = 0; i < count; i++) {
		struct docx_change change = whole;
		if (is_change(&runs[i]))
			change = (struct docx_change){runs[i].kind, runs[i].by};
		if (runs[i].kind == RUN_NOTE)
			put_note(docx, node, runs[i].text);
		else if (*runs[i].text)
			docx_changed_run(
				docx, change, style_of(&runs[i], node), runs[i].text, false);
	}
	if (++docx->printed % SCRATCH_TEXTS == 0)
		arena_clear(&docx->scratch);
}
