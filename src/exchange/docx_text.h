/* SPDX-License-Identifier: MIT */
/* The text of a DOCX's parts: its body, its notes, its running heads and feet. */
#ifndef DOCX_TEXT_H
#define DOCX_TEXT_H

#include "docx_part.h"
#include "exchange/reading.h"

struct docx_note {
	const char *text;
	const char *mark; /* of its own, as "*": it is not counted; NULL: its number */
	bool end;         /* an endnote */
};

/* What is known of the document while its parts are read. */
struct docx {
	struct arena arena;
	struct zip_reader *zip;
	struct reading *reading;
	struct docx_parts parts;
	struct docx_styles styles;
	struct docx_numbering numbering;
	struct docx_note *notes;
	size_t note_count, note_room;
	struct lookup note_by_id;    /* "f1" a footnote, "e1" an endnote */
	size_t bytes;                /* of text so far, also what is not in the reading yet */
	unsigned long long unpacked; /* bytes of the parts with text, however often one is read */
};

enum docx_target {
	DOCX_BODY,
	DOCX_PAGE,      /* running heads and feet: READING_PAGE, each once */
	DOCX_FOOTNOTES, /* into docx->notes */
	DOCX_ENDNOTES
};

/* Reads one part; a part that is not there (or NULL) is empty. */
bool docx_text_read(struct docx *docx, const char *part, enum docx_target target, struct err *err);

#endif
