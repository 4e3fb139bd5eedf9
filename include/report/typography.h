/* SPDX-License-Identifier: MIT */
#ifndef REPORT_TYPOGRAPHY_H
#define REPORT_TYPOGRAPHY_H

#include "base/str.h"

/* Adds the text with typed quotation marks and apostrophes as the curly ones of the
 * house style (conventions 1.8); those that are curly stay as they are, and so does
 * the sign of inches behind a figure. The text in the database keeps what was typed. */
void typography(const char *text, struct str *out);
/* The same with the quotation marks of a language: "«", "»". */
void typography_with(const char *text, const char *opening, const char *closing, struct str *out);

#endif
