/* SPDX-License-Identifier: MIT */
/* The lines of a plain text, each cut into its pieces: what reading_text joins. */
#ifndef READING_LINES_H
#define READING_LINES_H

#include <stdbool.h>
#include <stddef.h>

struct text_piece {
	const char *text; /* in its line's */
	size_t length;    /* without blanks at the end */
	size_t number;    /* bytes of it that are its number; 0 without */
	size_t start;     /* where its words begin */
	int column;       /* from 0 */
	int words_column; /* of its words, behind the number */
	int cell;         /* from 1, empty ones counted where the form shows them */
};

struct text_line {
	char *text;
	size_t first, count; /* of the pieces */
	bool of_page;        /* running head, page number, catchword */
	bool ornament;       /* a rule, dots, nothing that could be read */
};

struct text_lines {
	struct text_line *lines;
	size_t line_count, line_room;
	struct text_piece *pieces;
	size_t piece_count, piece_room;
};

void text_lines_cut(struct text_lines *lines, const char *bytes, size_t length);
void text_lines_clear(struct text_lines *lines);
/* Marks what is of the page: reading_mark_pages, and what a text has without form feeds:
 * page numbers alone on a line that count up, heads that come again behind them, the
 * first words of the next page at the end of the one before. */
void text_lines_mark(struct text_lines *lines);

#endif
