/* SPDX-License-Identifier: MIT */
/*
 * A part with text, element by element. The one idea: every element is looked
 * through unless it is known not to hold words of the document, so that content
 * controls, links, smart tags, insertions and whatever Word invents next lose
 * nothing. What is left out by name: what was deleted or moved away, former properties, the
 * second copy of a drawing (mc:Fallback), field codes (they are no w:t).
 *
 * Paragraphs are a stack, because a text box is inside a run of another paragraph;
 * so are tables. A paragraph goes into the reading where it ends.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "docx_text.h"
#include "docx_tracked.h"
#include "model/number.h"
#include "reading_build.h"

enum { TWIPS_PER_INDENT = 360 };

struct para {
	struct str text;
	char *style;
	int num, ilvl, level, left, centred; /* -1 where it does not say */
	bool in_properties, in_mark;         /* inside pPr; inside its rPr */
	bool mark_deleted;                   /* it goes on in the next paragraph */
	int run_bold;                        /* of the run at hand, -1 as the style */
	bool run_hidden, any_bold, any_plain;
};

struct table {
	int number, row, cell, next;
	size_t paras; /* open where it began: more are a text box in it */
	bool in_row_properties, row_deleted;
};

struct text_reader {
	struct docx *docx;
	enum docx_target target;
	struct para *paras;
	size_t para_count, para_room;
	struct table *tables;
	size_t table_count, table_room;
	struct str carried;             /* text of paragraphs whose end was deleted */
	int skipped, depth;             /* elements inside one that is left out; open in all */
	bool chosen[XML_DEPTH_MAX + 1]; /* an AlternateContent at that depth had its Choice */
	bool in_text;
	struct docx_tracked tracked;
	size_t *pending, pending_count, pending_room; /* notes to come behind the paragraph */
	int footnotes, endnotes;                      /* counted so far */
	const char *note_id;                          /* "f1": in docx->note_by_id */
	struct str note;
	size_t marked; /* the note, from 1, that the text of this run marks; 0: none */
};

static struct para *top(struct text_reader *reader)
{
	return reader->para_count > 0 ? &reader->paras[reader->para_count - 1] : NULL;
}

static struct table *top_table(struct text_reader *reader)
{
	return reader->table_count > 0 ? &reader->tables[reader->table_count - 1] : NULL;
}

static bool is(struct xml_name name, const char *local)
{
	return strcmp(name.local, local) == 0;
}

/* --- text --- */

/* Two asterisks may be a text each; what follows a mark is text again. */
static bool goes_on_marking(const struct text_reader *reader, const char *text, size_t length)
{
	return !reader->docx->notes[reader->marked - 1].mark || strspn(text, "*") >= length;
}

static void add_mark(struct text_reader *reader, struct str *out, const char *text, size_t length)
{
	struct docx_note *note = &reader->docx->notes[reader->marked - 1];
	const char *before = note->mark;

	note->mark = arena_printf(
		&reader->docx->arena, "%s%.*s", before ? before : "", (int)length, text);
	if (before && out->length && out->text[out->length - 1] == READING_MARK) {
		str_cut(out, out->length - 1);
		str_addn(out, text, length);
		str_addc(out, READING_MARK);
	} else {
		reading_add_mark(out, text, length);
	}
}

static bool add_text(struct text_reader *reader, const char *text, size_t length, struct err *err)
{
	struct para *para = top(reader);
	int bold;

	if (!para || para->run_hidden || length == 0)
		return true;
	if (reader->marked && goes_on_marking(reader, text, length)) {
		add_mark(reader, &para->text, text, length);
		return true;
	}
	reader->marked = 0;
	reader->docx->bytes += length;
	if (reader->docx->bytes > READING_TEXT_MAX || reader->docx->reading->full)
		return reading_refuse_long(err);
	str_addn(&para->text, text, length);
	docx_tracked_add(&reader->tracked, text, length);
	for (size_t i = 0; i < length; i++) {
		if (strchr(" \t\n", text[i]))
			continue;
		bold = para->run_bold >= 0
			       ? para->run_bold
			       : docx_styles_find(&reader->docx->styles, para->style)->bold;
		para->any_bold = para->any_bold || bold == 1;
		para->any_plain = para->any_plain || bold != 1;
		break;
	}
	return true;
}

static bool on_text(void *context, const char *text, size_t length, struct err *err)
{
	struct text_reader *reader = context;

	if (reader->tracked.in_gone) {
		reader->docx->bytes += length;
		docx_tracked_add(&reader->tracked, text, length);
		return reader->docx->bytes <= READING_TEXT_MAX || reading_refuse_long(err);
	}
	return !reader->in_text || reader->skipped > 0 || add_text(reader, text, length, err);
}

/* --- notes --- */

static void begin_note(struct text_reader *reader, struct xml_attributes attributes)
{
	const char *id = xml_attribute(attributes, "id"), *type = xml_attribute(attributes, "type");

	reader->note_id = NULL;
	str_reset(&reader->note);
	if (id && (!type || strcmp(type, "normal") == 0))
		reader->note_id = arena_printf(&reader->docx->arena, "%c%s",
			reader->target == DOCX_ENDNOTES ? 'e' : 'f', id);
}

static void end_note(struct text_reader *reader)
{
	struct docx *docx = reader->docx;

	if (!reader->note_id || docx->note_count == DOCX_ENTRIES_MAX)
		return;
	docx->notes =
		mem_grow(docx->notes, &docx->note_room, docx->note_count + 1, sizeof(*docx->notes));
	docx->notes[docx->note_count] = (struct docx_note){
		.text = arena_strdup(&docx->arena, reader->note.text),
		.end = reader->target == DOCX_ENDNOTES,
	};
	lookup_add(&docx->note_by_id, reader->note_id, docx->note_count++);
	reader->note_id = NULL;
}

/* The mark in the text, as the note will be numbered. */
static void mark_note(struct text_reader *reader, bool end)
{
	struct para *para = top(reader);
	int number = 1 + (end ? reader->endnotes : reader->footnotes);
	struct str mark;

	for (size_t i = 0; i < reader->pending_count; i++) {
		const struct docx_note *note = &reader->docx->notes[reader->pending[i]];
		number += note->end == end && !note->mark;
	}
	if (!para || para->run_hidden)
		return;
	str_init(&mark);
	if (end)
		number_roman(number % 3999, false, &mark);
	else
		str_addf(&mark, "%d", number);
	reading_add_mark(&para->text, mark.text, mark.length);
	str_clear(&mark);
}

/* What was read of it where it was referred to before is no part of the new one. */
static void begin_mark(struct text_reader *reader, size_t note)
{
	reader->docx->notes[note].mark = NULL;
	reader->marked = note + 1;
}

static void refer_to_note(struct text_reader *reader, bool end, struct xml_attributes attributes)
{
	const char *id = xml_attribute(attributes, "id");
	char *key = mem_printf("%c%s", end ? 'e' : 'f', id ? id : "");
	size_t found;

	if (lookup_get(&reader->docx->note_by_id, key, &found)) {
		const char *own = xml_attribute(attributes, "customMarkFollows");
		if (own && strcmp(own, "0") != 0 && strcmp(own, "false") != 0)
			begin_mark(reader, found);
		else
			mark_note(reader, end);
		reader->pending = mem_grow(reader->pending, &reader->pending_room,
			reader->pending_count + 1, sizeof(*reader->pending));
		reader->pending[reader->pending_count++] = found;
	}
	free(key);
}

static void flush_notes(struct text_reader *reader)
{
	struct reading_paragraph like = {.style = READING_NOTE, .gap = 1};
	struct str number;

	str_init(&number);
	for (size_t i = 0; i < reader->pending_count; i++) {
		const struct docx_note *note = &reader->docx->notes[reader->pending[i]];
		const char *text = note->text;
		str_reset(&number);
		if (note->mark) {
			str_add(&number, note->mark);
			text += strncmp(text, note->mark, number.length) == 0 ? number.length : 0;
		} else if (note->end)
			number_roman(++reader->endnotes % 3999, false, &number);
		else
			str_addf(&number, "%d", ++reader->footnotes);
		like.number = number.text;
		reading_compose(reader->docx->reading, &like, text, strlen(text));
	}
	reader->pending_count = 0;
	str_clear(&number);
}

/* --- paragraphs --- */

static void begin_para(struct text_reader *reader)
{
	struct para *para;

	reader->paras = mem_grow(
		reader->paras, &reader->para_room, reader->para_count + 1, sizeof(*reader->paras));
	para = &reader->paras[reader->para_count++];
	*para = (struct para){
		.num = -1, .ilvl = -1, .level = -1, .left = -1, .centred = -1, .run_bold = -1};
	para->text = reader->carried;
	str_init(&reader->carried);
}

static int said(int own, int style, int otherwise)
{
	return own >= 0 ? own : style >= 0 ? style : otherwise;
}

/* Counts the paragraph in its list and adds its number. */
static int number_para(struct text_reader *reader, const struct para *para,
	const struct docx_style *style, struct str *number)
{
	struct docx_numbering *numbering = &reader->docx->numbering;
	int num = said(para->num, style->num, 0), level = para->ilvl;

	if (num <= 0)
		return -1;
	if (level < 0)
		level = docx_numbering_level_of(numbering, num, para->style);
	if (level < 0)
		level = said(-1, style->ilvl, 0);
	docx_numbering_next(numbering, num, level, number);
	return level;
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\n")] == '\0';
}

static bool was_on_page(const struct reading *reading, const char *text)
{
	char *folded = reading_fold(text, strlen(text));
	bool found = false;

	for (size_t i = 0; !found && i < reading->count && i < 1000; i++)
		found = reading->paragraphs[i].style == READING_PAGE &&
			strcmp(reading->paragraphs[i].text, folded) == 0;
	free(folded);
	return found;
}

static void emit_body(struct text_reader *reader, const struct para *para)
{
	const struct docx_style *style = docx_styles_find(&reader->docx->styles, para->style);
	const struct table *table = top_table(reader);
	struct reading_paragraph like = {.gap = 1};
	struct str number;
	int level, ilvl;

	str_init(&number);
	level = said(para->level, style->level, 0);
	ilvl = number_para(reader, para, style, &number);
	like.level = level > DOCX_LEVELS ? 0 : level;
	like.style = style->contents  ? READING_PAGE
		     : like.level > 0 ? READING_HEADING
				      : READING_BODY;
	like.level = like.style == READING_HEADING ? like.level : 0;
	like.number = *number.text ? number.text : NULL;
	like.bold = para->any_bold && !para->any_plain;
	like.centred = said(para->centred, style->centred, 0);
	like.indent = ilvl >= 0 ? ilvl * 2 : said(para->left, style->left, 0) / TWIPS_PER_INDENT;
	if (table) {
		like.table = table->number;
		like.row = table->row;
		like.cell = table->cell;
	}
	docx_tracked_place(&reader->tracked);
	if (!is_blank(para->text.text))
		reading_compose(reader->docx->reading, &like, para->text.text, para->text.length);
	str_clear(&number);
}

static void emit(struct text_reader *reader, const struct para *para)
{
	static const struct reading_paragraph page = {.style = READING_PAGE, .gap = 1};

	switch (reader->target) {
	case DOCX_BODY:
		emit_body(reader, para);
		break;
	case DOCX_PAGE:
		if (!is_blank(para->text.text) &&
			!was_on_page(reader->docx->reading, para->text.text))
			reading_compose(
				reader->docx->reading, &page, para->text.text, para->text.length);
		break;
	default:
		str_addf(&reader->note, "%s%s", reader->note.length > 0 ? "\n" : "",
			para->text.text);
	}
}

static void end_para(struct text_reader *reader)
{
	struct para para = *top(reader);

	reader->para_count--;
	if (para.mark_deleted) {
		str_clear(&reader->carried);
		reader->carried = para.text;
	} else {
		emit(reader, &para);
		str_clear(&para.text);
	}
	free(para.style);
	if (reader->para_count == 0 && reader->table_count == 0)
		flush_notes(reader);
}

/* --- properties --- */

/* Holds, or marks, what is not in the text that is wanted. */
static bool is_gone(const struct text_reader *reader, struct xml_name name)
{
	return reader->docx->reading->before ? is(name, "ins") || is(name, "moveTo")
					     : is(name, "del") || is(name, "moveFrom");
}

static void read_paragraph_property(const struct text_reader *reader, struct para *para,
	struct xml_name name, struct xml_attributes attributes)
{
	const char *left = xml_attribute(attributes, "left");

	if (is(name, "rPr")) {
		para->in_mark = true;
	} else if (is(name, "pStyle")) {
		free(para->style);
		para->style = mem_strdup(docx_value(attributes));
	} else if (is(name, "numId")) {
		para->num = docx_figure(docx_value(attributes), 1000000);
	} else if (is(name, "ilvl")) {
		para->ilvl = docx_figure(docx_value(attributes), DOCX_LEVELS - 1);
	} else if (is(name, "outlineLvl")) {
		para->level = docx_figure(docx_value(attributes), 9) + 1;
	} else if (is(name, "jc")) {
		para->centred = strcmp(docx_value(attributes), "center") == 0;
	} else if (is(name, "ind")) {
		left = left ? left : xml_attribute(attributes, "start");
		para->left = left ? docx_figure(left, 100000) : para->left;
	} else if (para->in_mark && is_gone(reader, name)) {
		para->mark_deleted = true;
	}
}

static void read_run_property(struct text_reader *reader, struct para *para, struct xml_name name,
	struct xml_attributes attributes)
{
	if (is(name, "b"))
		para->run_bold = docx_switch(attributes);
	else if (is(name, "vanish"))
		para->run_hidden = docx_switch(attributes);
	else if (is(name, "rStyle") && para->run_bold < 0)
		para->run_bold =
			docx_styles_find(&reader->docx->styles, docx_value(attributes))->bold;
}

/* --- tables --- */

static void begin_table(struct text_reader *reader)
{
	reader->tables = mem_grow(reader->tables, &reader->table_room, reader->table_count + 1,
		sizeof(*reader->tables));
	reader->tables[reader->table_count++] = (struct table){
		.number = ++reader->docx->reading->tables, .paras = reader->para_count};
}

/* False if the cell is in a row that was deleted. */
static bool read_table_element(const struct text_reader *reader, struct table *table,
	struct xml_name name, struct xml_attributes attributes)
{
	if (is(name, "tr")) {
		table->row++;
		table->cell = 0;
		table->next = 1;
		table->row_deleted = false;
	} else if (is(name, "trPr")) {
		table->in_row_properties = true;
	} else if (is(name, "tc")) {
		table->cell = table->next++;
		return !table->row_deleted;
	} else if (is(name, "gridSpan")) {
		int columns = docx_figure(docx_value(attributes), 100);
		table->next = table->cell + (columns > 0 ? columns : 1);
	} else if (is(name, "gridBefore")) {
		table->next = 1 + docx_figure(docx_value(attributes), 100);
	} else if (table->in_row_properties && is_gone(reader, name)) {
		table->row_deleted = true;
	}
	return true;
}

/* --- elements --- */

static bool is_left_out(struct xml_name name)
{
	static const char *const names[] = {"pPrChange", "rPrChange", "tblPrChange", "trPrChange",
		"tcPrChange", "sectPrChange", "tblGridChange", "tblPrExChange", "numberingChange",
		"sdtPr", "sdtEndPr", "rt"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (is(name, names[i]))
			return true;
	return false;
}

static bool is_words(struct xml_name name)
{
	size_t length = strlen(name.space);

	return (length >= 4 && strcmp(name.space + length - 4, "main") == 0 &&
		       strstr(name.space, "wordprocessingml")) ||
	       (length >= 4 && strcmp(name.space + length - 4, "math") == 0);
}

/* What stands in a run. */
static bool read_run_element(struct text_reader *reader, struct para *para, struct xml_name name,
	struct xml_attributes attributes, struct err *err)
{
	const char *type = xml_attribute(attributes, "type");

	if (is(name, "r")) {
		para->run_bold = -1;
		para->run_hidden = false;
	} else if (is(name, "t") || (is(name, "delText") && reader->docx->reading->before)) {
		reader->in_text = true;
	} else if (is(name, "tab") || is(name, "ptab")) {
		return add_text(reader, "\t", 1, err);
	} else if (is(name, "cr") ||
		   (is(name, "br") && (!type || strcmp(type, "textWrapping") == 0))) {
		return add_text(reader, "\n", 1, err);
	} else if (is(name, "br")) { /* of a page or column */
		return add_text(reader, "\n\n", 2, err);
	} else if (is(name, "noBreakHyphen")) {
		return add_text(reader, "-", 1, err);
	} else if (is(name, "footnoteReference") || is(name, "endnoteReference")) {
		refer_to_note(reader, is(name, "endnoteReference"), attributes);
	} else {
		read_run_property(reader, para, name, attributes);
	}
	return true;
}

static bool read_element(struct text_reader *reader, struct xml_name name,
	struct xml_attributes attributes, struct err *err)
{
	struct para *para = top(reader);
	struct table *table = top_table(reader);

	if (is(name, "p")) {
		begin_para(reader);
	} else if (para && is(name, "pPr")) {
		para->in_properties = true;
	} else if (para && para->in_properties) {
		read_paragraph_property(reader, para, name, attributes);
	} else if (is(name, "tbl")) {
		begin_table(reader);
	} else if (is(name, "footnote") || is(name, "endnote")) {
		begin_note(reader, attributes);
	} else if (table && table->paras == reader->para_count) {
		if (!read_table_element(reader, table, name, attributes))
			reader->skipped = 1;
	} else if (para) {
		return read_run_element(reader, para, name, attributes, err);
	}
	return true;
}

/* A deletion marks a row or the end of a paragraph where it stands in properties;
 * elsewhere it holds what was deleted. */
static bool skips(struct text_reader *reader, struct xml_name name)
{
	const struct para *para = top(reader);
	const struct table *table = top_table(reader);

	if (is(name, "AlternateContent"))
		reader->chosen[reader->depth] = false;
	else if (is(name, "Choice")) { /* the first of several */
		bool chosen = reader->chosen[reader->depth - 1];
		reader->chosen[reader->depth - 1] = true;
		return chosen;
	} else if (is(name, "Fallback"))
		return reader->chosen[reader->depth - 1];
	if (is_gone(reader, name))
		return !(para && para->in_mark) && !(table && table->in_row_properties);
	return is_left_out(name);
}

/* Changes of the words of the body; those of marks and properties are none. */
static void begin_change(
	struct text_reader *reader, struct xml_name name, struct xml_attributes attributes)
{
	const struct para *para = top(reader);
	bool gone = is(name, "del") || is(name, "moveFrom");

	if (reader->target == DOCX_BODY && para && !para->in_properties &&
		!reader->docx->reading->before && (gone || is(name, "ins") || is(name, "moveTo")))
		docx_tracked_begin(&reader->tracked, reader->depth, gone, attributes);
}

static bool on_start(
	void *context, struct xml_name name, struct xml_attributes attributes, struct err *err)
{
	struct text_reader *reader = context;

	reader->depth++;
	if (reader->skipped == 0 && is_words(name))
		begin_change(reader, name, attributes);
	if (reader->skipped > 0) {
		reader->skipped++;
		reader->tracked.in_gone = reader->tracked.depth && reader->tracked.gone &&
					  (is(name, "delText") || is(name, "t"));
	} else if (skips(reader, name)) {
		reader->skipped = 1;
	} else if (is_words(name)) {
		return read_element(reader, name, attributes, err);
	}
	return true;
}

static bool on_end(void *context, struct xml_name name, struct err *err)
{
	struct text_reader *reader = context;
	struct para *para = top(reader);

	(void)err;
	reader->tracked.in_gone = false;
	if (reader->depth == reader->tracked.depth)
		docx_tracked_end(&reader->tracked);
	reader->depth--;
	if (reader->skipped > 0) {
		reader->skipped--;
	} else if (!is_words(name)) {
		return true;
	} else if (is(name, "t") || is(name, "delText")) {
		reader->in_text = false;
	} else if (is(name, "r")) {
		reader->marked = 0;
	} else if (is(name, "p") && para) {
		end_para(reader);
	} else if (is(name, "rPr") && para && para->in_properties) {
		para->in_mark = false;
	} else if (is(name, "pPr") && para) {
		para->in_properties = false;
	} else if (is(name, "trPr") && top_table(reader)) {
		top_table(reader)->in_row_properties = false;
	} else if (is(name, "tbl") && reader->table_count > 0) {
		reader->table_count--;
		if (reader->table_count == 0 && !para)
			flush_notes(reader);
	} else if (is(name, "footnote") || is(name, "endnote")) {
		end_note(reader);
	}
	return true;
}

static void end_part(struct text_reader *reader)
{
	if (reader->carried.length > 0) {
		begin_para(reader);
		end_para(reader);
	}
	flush_notes(reader);
}

bool docx_text_read(struct docx *docx, const char *part, enum docx_target target, struct err *err)
{
	static const struct xml_events events = {on_start, on_end, on_text};
	struct text_reader reader = {.docx = docx, .target = target};
	bool good;

	if (!part || !zip_has(docx->zip, part))
		return true;
	docx->unpacked += zip_size(docx->zip, part);
	if (docx->unpacked > ZIP_PART_MAX)
		return err_set(
			err, ERR_DATA, "it is too large when unpacked: %llu bytes", docx->unpacked);
	str_init(&reader.carried);
	str_init(&reader.note);
	docx_tracked_init(&reader.tracked, docx->reading);
	good = xml_read_part(docx->zip, part, &events, &reader, err);
	if (good)
		end_part(&reader);
	while (reader.para_count > 0) {
		struct para *para = &reader.paras[--reader.para_count];
		str_clear(&para->text);
		free(para->style);
	}
	free(reader.paras);
	free(reader.tables);
	free(reader.pending);
	docx_tracked_clear(&reader.tracked);
	str_clear(&reader.note);
	str_clear(&reader.carried);
	return good;
}
