/* SPDX-License-Identifier: MIT */
/* What the files of the editor widget share: edit.c (the keys), edit_text.c (the
 * changes and their undo), edit_rows.c (wrapping), edit_draw.c. */
#ifndef UI_EDIT_PARTS_H
#define UI_EDIT_PARTS_H

#include "ui/edit.h"

struct edit_scroll {
	size_t top; /* offset of the first row, or of the first cluster of one line */
	int rows;   /* shown last */
};

/* --- edit_text.c --- */

enum edit_change {
	EDIT_TYPED,     /* grows while a word is typed */
	EDIT_BACKSPACE, /* grow while they follow one another */
	EDIT_DELETE,
	EDIT_OTHER
};

/* The one way in which the text changes: `removed` bytes at `at` give way to
 * `length` bytes. Cursor behind them, at a cluster's beginning. Text beyond
 * EDIT_MOST is left out, a cluster at a time. */
void edit_replace(struct edit *edit, enum edit_change change, size_t at, size_t removed,
	const char *bytes, size_t length);
void edit_undo(struct edit *edit);
void edit_forget_steps(struct edit *edit);
/* The first cluster's beginning at or behind `at`. */
size_t edit_boundary(const struct str *text, size_t at);

/* --- edit_rows.c --- */

/* A row of the wrapped text: [start, end) is seen; the blank or line feed that it
 * was broken at lies between end and next. The text's last row has end == next,
 * both the text's end. */
struct edit_row {
	size_t start, end, next;
};

/* Columns that text is wrapped to, in an area that has so many. */
int edit_wrap(int columns);
/* The row that begins at start. */
struct edit_row edit_row_at(const struct str *text, size_t start, int wrap);
bool edit_row_is_last(const struct str *text, const struct edit_row *row);
/* The row that the cursor is in when it is at `at`. */
struct edit_row edit_row_of(const struct str *text, size_t at, int wrap);
/* The row so many rows before the one that begins at start, or the first. */
struct edit_row edit_row_before(const struct str *text, size_t start, size_t rows, int wrap);
/* Bytes of the cluster at `at`, which is not the text's end; *columns as drawn. */
size_t edit_cluster(const struct str *text, size_t at, int *columns);
int edit_columns(const struct str *text, size_t start, size_t end);
/* The place in the row that is nearest to the column from the left. */
size_t edit_at_column(const struct str *text, const struct edit_row *row, int column);
size_t edit_line_start(const struct str *text, size_t at);
size_t edit_line_end(const struct str *text, size_t at);

#endif
