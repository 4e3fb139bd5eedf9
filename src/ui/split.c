/* SPDX-License-Identifier: MIT */
/* Where the list ends and the text begins. Plain arithmetic on the area's size;
 * what is in the panes is the view's business. */
#include "split.h"

enum {
	WIDEST_LIST = 96, /* a row of a list is read at a glance */
	STACKED = 9       /* rows from which both panes fit above each other */
};

struct split split_make(int rows, int columns, int head, bool text)
{
	struct split split = {.row = head, .columns = columns};
	int left = rows > head ? rows - head : 0;

	split.rows = split.text_rows = left;
	split.text_row = head;
	split.text_columns = columns;
	if (columns >= SPLIT_BESIDE) {
		split.beside = true;
		split.columns = columns / 2 < WIDEST_LIST ? columns / 2 : WIDEST_LIST;
		split.text_column = split.columns + 2;
		split.text_columns = columns - split.text_column;
	} else if (left >= STACKED) {
		split.rows = left * 2 / 5;
		split.text_row = head + split.rows + 1;
		split.text_rows = left - split.rows - 1;
	} else if (text) {
		split.rows = 0;
	} else {
		split.text_rows = 0;
	}
	return split;
}

struct area split_list(const struct split *split, const struct area *area)
{
	return area_part(area, split->row, 0, split->rows, split->columns);
}

struct area split_text(const struct split *split, const struct area *area)
{
	return area_part(
		area, split->text_row, split->text_column, split->text_rows, split->text_columns);
}

void split_line(const struct split *split, const struct area *area)
{
	if (split->beside)
		area_bar(area, split->row, split->columns, split->rows);
	else if (split->rows > 0 && split->text_rows > 0)
		area_rule(area, split->text_row - 1, 0, area->columns);
}
