/* SPDX-License-Identifier: MIT */
/* The language of a page: its tag, and the words of the template that writers add. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "document/document.h"
#include "model/template.h"

/* Of a document that is initialised and empty; keeps nothing of the template. */
void page_begin(const struct template *template, struct document *document);

#endif
