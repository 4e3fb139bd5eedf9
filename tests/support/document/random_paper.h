/* SPDX-License-Identifier: MIT */
/* Papers as they might be written, for property tests: all that a document has, in any order. */
#ifndef SUPPORT_DOCUMENT_RANDOM_PAPER_H
#define SUPPORT_DOCUMENT_RANDOM_PAPER_H

#include "document/document.h"

/* Fills a document that is initialised and empty, and numbers it; the same seed makes
 * the same one. Texts have italics, notes and changes, markup of other formats, and
 * characters of several scripts; no paragraph is blank, and none is gone as a whole. */
void random_paper(struct document *document, unsigned seed);

#endif
