/* SPDX-License-Identifier: MIT */
/* The number that a line begins with: "1.", "1", "Item 1", "Agenda item 1:", "(a)",
 * "a)", "a.", "(i)", "i)", "1.1", "1 (a)". */
#ifndef IMPORT_NUMBER_H
#define IMPORT_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

enum { LABEL_PARTS = 4, LABEL_BYTES = 8 };

struct import_label {
	char part[LABEL_PARTS][LABEL_BYTES]; /* "12", "a", "iv": small letters */
	int count;
	bool worded;   /* "Item 3" */
	bool capital;  /* "A.", "IV." */
	char mark;     /* '.', ')', '(' for both brackets, ':', '-', ' ' for nothing */
	size_t length; /* bytes, with the blanks behind it */
};

/* False if text begins with no number. A figure with nothing behind it ("18 ") is one;
 * that of a time ("10 a.m.", "10.30–11.00"), a date ("17th", "5 June") or an ordinal is
 * none. */
bool import_label_at(const char *text, struct import_label *label);

/* What a part counts as: figures, letters (a 1, z 26, aa 27), roman; 0 if it is none. */
int import_figure(const char *part);
int import_letter(const char *part);
int import_roman(const char *part);

#endif
