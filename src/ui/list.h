/* SPDX-License-Identifier: MIT */
/*
 * A scrolling list, without its rows: which one has the cursor and which one is
 * on top of what is seen. The view keeps the rows and draws them.
 */
#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/canvas.h"
#include "ui/key.h"

struct list {
	size_t count;    /* rows there are */
	size_t selected; /* under count, or 0 */
	size_t top;      /* the first one seen */
	int rows;        /* that fit on the screen, at least 1 */
};

/* Takes new numbers of rows and moves as little as possible so that the selected
 * row is one of them and is seen. */
void list_fit(struct list *list, size_t count, int rows);
void list_select(struct list *list, size_t row);

/* Up Down j k PageUp PageDown Home End; true if it was one of them. */
bool list_key(struct list *list, const struct key *key);

/* Rows were added or removed before the selected one, which is now at `row`: it
 * stays where it was on the screen. */
void list_carry(struct list *list, size_t count, size_t row);
/* The same for rows that were read again, of which the selected one may be gone (`row` is
 * not under count): then as list_fit. */
void list_again(struct list *list, size_t count, size_t row, int rows);

/* The row of the area where `index` is drawn, or -1 if it is not seen. */
int list_row(const struct list *list, size_t index);

/* Shows the selected row as such over what was drawn in it, and places the
 * cursor there if the list has the focus. */
void list_mark(const struct list *list, const struct area *area, bool focus);

/* How many rows are above and below, at the right of a title row: "12 of 340". */
void list_place(const struct list *list, const struct area *area, int row);

#endif
