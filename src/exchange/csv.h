/* SPDX-License-Identifier: MIT */
/*
 * A table of comma-separated values as the nodes of a YAML list: a row is a
 * mapping whose keys are the cells of the first row, and every cell knows its
 * line and column, so that what reads the one reads the other.
 */
#ifndef CSV_H
#define CSV_H

#include <stddef.h>

#include "fields.h"
#include "yaml_tree.h"

/* Cells are parted by commas, semicolons or tabs, whichever the first row has; a cell
 * in double quotation marks may hold those, line feeds and, doubled, the marks. Empty
 * cells and rows are left out. What is wrong goes to the reader's messages; NULL if
 * there is no first row to go by. Nodes are in the reader's arena. */
const struct node *csv_read(struct reader *reader, const char *text, size_t length);

#endif
