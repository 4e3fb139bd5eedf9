/* SPDX-License-Identifier: MIT */
/* PDF through pdftotext, for the tests of its patience. */
#ifndef READING_PDF_H
#define READING_PDF_H

#include "exchange/reading.h"

enum { PDF_PATIENCE = 10000 /* milliseconds */ };

/* What reading_pdf does, with another patience. */
bool reading_pdf_within(
	struct reading *reading, const char *bytes, size_t length, int patience, struct err *err);

#endif
