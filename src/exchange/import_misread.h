/* SPDX-License-Identifier: MIT */
/* Numbers whose figures were read as letters: "l1.", "1O." */
#ifndef IMPORT_MISREAD_H
#define IMPORT_MISREAD_H

#include <stddef.h>

/* The number that the text begins with, if it has a letter for a figure, a stop and a
 * capital behind it; *length gets its bytes with the blanks behind. 0 without. */
int import_misread_number(const char *text, size_t *length);

#endif
