/* SPDX-License-Identifier: MIT */
/* A document as it is cited among those before a meeting. */
#ifndef REPORT_CITED_H
#define REPORT_CITED_H

#include "base/str.h"
#include "model/template.h"

/* Adds plain text: "Report of the Secretariat on the state of springs (RIV/2012/1)"; a
 * title that begins with a capital is a whole one and stands in quotation marks, and so does
 * a foreign one; without kind the title is all there is. kind and title may be NULL or "". */
void cited_document(const struct template *template, bool foreign, const char *kind,
	const char *title, const char *symbols, struct str *out);

#endif
