/* SPDX-License-Identifier: MIT */
/* The styles of a DOCX. All form is in them: no paragraph or run has a form of its own. */
#ifndef DOCX_STYLE_H
#define DOCX_STYLE_H

#include <stdbool.h>

#include "document/document.h"
#include "pack/xml_write.h"

enum { DOCX_STEPS = 11 }; /* how far lists are moved in: each depth has its style */

enum docx_style {
	DOCX_NO_STYLE,
	DOCX_NORMAL,
	DOCX_TITLE,
	DOCX_SUBTITLE,
	DOCX_HEADING,                                          /* of level 1; the others follow */
	DOCX_HEADING_OWN = DOCX_HEADING + HEADING_LEVELS,      /* its number is text */
	DOCX_HEADING_BARE = DOCX_HEADING_OWN + HEADING_LEVELS, /* it has none */
	DOCX_ANNEX = DOCX_HEADING_BARE + HEADING_LEVELS,       /* on a page of its own */
	DOCX_NUMBERED,                                         /* a paragraph with a number */
	DOCX_BODY,
	DOCX_ENTRY,                                /* with a label, at step 0 */
	DOCX_ENTRY_BARE = DOCX_ENTRY + DOCX_STEPS, /* without one */
	DOCX_FOOTNOTE_TEXT = DOCX_ENTRY_BARE + DOCX_STEPS,
	DOCX_HEADER,
	DOCX_FOOTER,
	DOCX_NATIONS, /* "United Nations" */
	DOCX_SYMBOL,
	DOCX_ORGAN,
	DOCX_DISTRIBUTION,
	DOCX_CORNER_NAME, /* body */
	DOCX_CORNER_BOLD, /* its session, the title of the item */
	DOCX_CORNER,
	DOCX_CELL_HEAD,
	DOCX_CELL,
	DOCX_BEHIND_TABLE,
	/* of runs */
	DOCX_EMPHASIS,
	DOCX_MISSING,
	DOCX_FOOTNOTE_MARK,
	/* of tables */
	DOCX_TABLE,
	DOCX_TABLE_WIDE,
	DOCX_TABLE_MASTHEAD,
	DOCX_STYLES
};

struct docx_styles_used {
	bool is[DOCX_STYLES];
};

/* Its id; marks it, and what it is based on, as used (used NULL: nothing is marked). */
const char *docx_style_id(struct docx_styles_used *used, enum docx_style style);
/* word/styles.xml: those that every document has, and those that are used. */
void docx_style_sheet(
	const struct docx_styles_used *used, const char *language, struct xml_writer *xml);

#endif
