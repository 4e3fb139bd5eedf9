/* SPDX-License-Identifier: MIT */
/*
 * A document as one stream of paragraphs, whatever its format: plain text,
 * Markdown, HTML, DOCX, PDF. A paragraph is what its author would call one: lines
 * that were only wrapped are joined, words divided at the end of a line are whole
 * again, and what belongs to the page and not to the text (running heads, page
 * numbers, catchwords) is marked and kept. Imports (of an agenda, of a report)
 * read this stream and know nothing of formats.
 *
 * Everything of a reading is in its own arena. Texts are as utf8_enter makes them,
 * with single blanks, without markup.
 */
#ifndef EXCHANGE_READING_H
#define EXCHANGE_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

enum reading_style {
	READING_BODY,    /* running text, a list's item, a line that stands alone */
	READING_HEADING, /* the format says so; `level` from 1 */
	READING_NOTE,    /* a footnote */
	READING_PAGE     /* of the page: running head, page number, catchword, contents */
};

struct reading_paragraph {
	const char *text;   /* without its number */
	const char *number; /* as printed or made by the format's numbering: "1.", "(a)",
			     * "Item 3", "1 (a)"; NULL if none */
	const char *marks;  /* of the notes that it refers to, where the format knows them as
			      * such: "1 2", as the notes' numbers are; NULL if none */
	enum reading_style style;
	int level;           /* of a heading from 1, else 0 */
	int indent;          /* columns or list depth times 2: only to be compared */
	bool bold;           /* all of it, and no heading: what stands for one in many documents */
	bool centred;        /* in its page, or the format says so */
	int gap;             /* empty lines before it; where a format has none, 1 */
	int table;           /* the table it is a cell of, from 1; 0 outside */
	int row, cell;       /* from 1 in its table; an empty cell has no paragraph */
	int line, last_line; /* of `lines` below, from 1 */
};

/* What somebody put in or took out, where the format keeps that beside the text (a DOCX
 * does). The texts are as if all of it were accepted. */
struct reading_change {
	bool gone;                 /* else put in */
	const char *text;          /* its words */
	const char *author, *date; /* as the document says: "2012-10-17T21:04:00Z"; "" if not */
	size_t paragraph;          /* index of the one in which it stands */
};

struct reading {
	struct arena arena;
	bool before; /* set before a document is read: its text is wanted as if none of the changes
		      * that it keeps had been made, and they are not listed */
	const char *format; /* "text", "Markdown", "HTML", "DOCX", "PDF" */
	struct reading_paragraph *paragraphs;
	size_t count;
	/* The document as people see it, for messages and to be shown beside what was understood:
	 * the lines of a text, else a line for each paragraph. */
	const char **lines;
	size_t line_count;
	size_t bytes; /* of all texts */
	size_t lined; /* paragraphs that were given their lines; those behind may have none */
	struct reading_change *changes; /* in the order of the text */
	size_t change_count;
	int tables; /* so far */
	int tabbed; /* the one made of paragraphs with tabs, while they follow each other */
	bool full;  /* more was wanted than a reading holds: the document is refused */
};

void reading_init(struct reading *reading);
void reading_clear(struct reading *reading);

/* Reads a file; its format is found from its first bytes and its name. Refuses, with the
 * reason and what to do, what it cannot read: ERR_NO_INPUT if it cannot be opened, ERR_DATA
 * for a broken, encrypted or too large document, ERR_UNAVAILABLE for a PDF without pdftotext. */
bool reading_file(struct reading *reading, const char *path, struct err *err);
/* The same of bytes in memory; name stands in the messages for the path, and its ending
 * decides between text and Markdown. */
bool reading_parse(struct reading *reading, const char *name, const char *bytes, size_t length,
	struct err *err);

#endif
