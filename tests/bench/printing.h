/* SPDX-License-Identifier: MIT */
/* The report of many statements, beside a plain query that reads the same rows, and what
 * memory a program needs that prints it. */
#ifndef PRINTING_H
#define PRINTING_H

#include "command/command.h"

/* Prints a line: the report as text beside the query, in process. */
void printing_compare(struct desk *desk, const char *name);
/* Prints a line for each format: the peak of `program report` on the database. */
void printing_peak(const char *program, const char *database, const char *name);

#endif
