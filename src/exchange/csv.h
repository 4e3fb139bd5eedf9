/* SPDX-License-Identifier: MIT */
/*
 * A table of comma-separated values as the nodes of a YAML list: a row is a
 * mapping whose keys are the cells of the first row, and every cell knows its
 * line and column, so that what reads the one reads the other.
 */
#ifndef CSV_H
#define CSV_H

#include <stddef.h>

#include "base/str.h"
#include "fields.h"
#include "yaml_tree.h"

/* Cells are parted by commas, semicolons or tabs, whichever the first row has; a cell
 * in double quotation marks may hold those, line feeds and, doubled, the marks. Empty
 * cells and rows are left out. What is wrong goes to the reader's messages; NULL if
 * there is no first row to go by. Nodes are in the reader's arena. */
const struct node *csv_read(struct reader *reader, const char *text, size_t length);

/* The same, for a table whose columns are these fields (the last one has name NULL; those
 * that are required must be there): the first of its *count rows, or NULL. Case and
 * blanks of the first row do not matter; an unknown column is said once and left out. */
const struct node *csv_read_table(struct reader *reader, const char *text, size_t length,
	const struct field *fields, size_t *count);

/* Would a spreadsheet take the cell for a formula, but for the "'" before it? */
bool csv_is_formula(const char *text);
/* Adds a cell, in quotation marks where it needs them; NULL is an empty one. Before what
 * would be a formula stands a "'". */
void csv_add_cell(struct str *out, const char *text);

#endif
