/* SPDX-License-Identifier: MIT */
/*
 * What the readers of the formats share to build a reading: each reads bytes of
 * one format and appends paragraphs in the order of the document.
 */
#ifndef READING_BUILD_H
#define READING_BUILD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "exchange/reading.h"

enum {
	READING_FILE_MAX = 32 * 1024 * 1024, /* bytes of any file */
	READING_TEXT_MAX = 8 * 1024 * 1024,  /* bytes of all paragraphs and lines together */
	READING_PARAGRAPHS_MAX = 100 * 1000, /* and of lines */
};

/* --- paragraphs and lines --- */

/* Stands on both sides of the mark of a note in the text that a reader of a format appends:
 * the mark is the paragraph's, and no part of its text. */
#define READING_MARK '\x1F'
enum { READING_MARK_MAX = 12 }; /* bytes of one; a longer one is text */

/* Adds a mark as it stands in a text: blanks, brackets and the like around it are none of it. */
void reading_add_mark(struct str *out, const char *mark, size_t length);

/* Appends a paragraph: text and number (NULL or "" for none) come in through
 * utf8_enter, each run of blanks, line feeds and no-break spaces is one blank, soft
 * hyphens and zero-width spaces are dropped. Style BODY, gap 1, everything else 0;
 * the caller sets what he knows. NULL if nothing is left of text and number, or when
 * the limits are reached (reading->full: reading_file says so). Borrowed until the
 * next append. */
struct reading_paragraph *reading_append(
	struct reading *reading, const char *text, size_t length, const char *number);
/* The same for a text that ends in NUL. */
struct reading_paragraph *reading_add(
	struct reading *reading, const char *text, const char *number);
/* Appends what the format calls one paragraph, with its style, number and place as in
 * `like` and with "\n" for a break of the line and "\t" for a tab in it. Lines become
 * one, but for an empty line and one that begins with a number of its own ("2.", "(b)").
 * Behind a number a tab is a blank; else, outside of tables, it divides cells, and
 * paragraphs with tabs that follow each other are the rows of a table. */
void reading_compose(struct reading *reading, const struct reading_paragraph *like,
	const char *text, size_t length);
/* Appends a line as people see it: tabs become blanks to the next column of eight,
 * blanks at its end go. Returns its number, from 1; 0 when the limits are reached. */
int reading_add_line(struct reading *reading, const char *line, size_t length);
/* For a format without lines: a line for each paragraph that has none yet, one for
 * all cells of a row. Called by reading_parse after the reader. */
void reading_line_up(struct reading *reading);

/* False, with the sentence that says which limits were reached. */
bool reading_refuse_long(struct err *err);

/* --- text --- */

/* The folding that reading_append does. Yours to free. */
char *reading_fold(const char *text, size_t length);
/* Adds the bytes to out as UTF-8 without a mark: UTF-16 by its mark, UTF-8 if they
 * are, else Windows-1252. False with ERR_DATA if they are no text (a NUL). */
bool reading_decode(const char *bytes, size_t length, struct str *out, struct err *err);
/* Which lines belong to the page and not to the text: running heads and feet that come
 * again from page to page, page numbers. A form feed (also inside a line) begins a
 * page; without any, only lines (ending in NUL) that are nothing but a page number with dashes
 * ("- 2 -") are marked. of_page has room for `count`, and is written whole. */
void reading_mark_pages(const char *const *lines, size_t count, bool *of_page);

/* --- the formats; each fails with a sentence without the file's name --- */

/* A text, decoded. */
bool reading_text(struct reading *reading, const char *bytes, size_t length, struct err *err);
/* The same for lines inside a document of another format (<pre>, a fence): they come
 * behind what is there. */
void reading_embed_text(struct reading *reading, const char *text, size_t length);
/* True for a text whose lines have the markup of Markdown: "#" headings, "**". */
bool reading_is_markdown(const char *text, size_t length);
bool reading_markdown(struct reading *reading, const char *bytes, size_t length, struct err *err);
/* HTML, decoded. */
bool reading_html(struct reading *reading, const char *bytes, size_t length, struct err *err);
/* A DOCX; the bytes of the archive. */
bool reading_docx(struct reading *reading, const char *bytes, size_t length, struct err *err);
/* A PDF, where pdftotext is installed; else ERR_UNAVAILABLE. */
bool reading_pdf(struct reading *reading, const char *bytes, size_t length, struct err *err);

#endif
