/* SPDX-License-Identifier: MIT */
/*
 * DOCX, as Word, LibreOffice and others write it: the order in which its parts are
 * read. What they mean is docx_*.c's: where everything is (docx_parts), styles,
 * numbering, and the text itself (docx_text).
 */
#include <stdlib.h>

#include "docx_text.h"
#include "reading_build.h"

static bool read_parts(struct docx *docx, struct err *err)
{
	struct docx_parts *parts = &docx->parts;
	bool good = docx_parts_find(parts, docx->zip, err) &&
		    docx_styles_read(&docx->styles, docx->zip, parts->styles, err) &&
		    docx_numbering_read(&docx->numbering, docx->zip, parts->numbering, err) &&
		    docx_text_read(docx, parts->footnotes, DOCX_FOOTNOTES, err) &&
		    docx_text_read(docx, parts->endnotes, DOCX_ENDNOTES, err);

	for (size_t i = 0; good && i < parts->header_count; i++)
		good = docx_text_read(docx, parts->headers[i], DOCX_PAGE, err);
	good = good && docx_text_read(docx, parts->document, DOCX_BODY, err);
	for (size_t i = 0; good && i < parts->footer_count; i++)
		good = docx_text_read(docx, parts->footers[i], DOCX_PAGE, err);
	return good;
}

bool reading_docx(struct reading *reading, const char *bytes, size_t length, struct err *err)
{
	struct docx docx = {.reading = reading};
	bool good = false;

	docx.zip = zip_reader_new(bytes, length, err);
	if (!docx.zip)
		return false;
	arena_init(&docx.arena);
	lookup_init(&docx.note_by_id);
	docx_parts_init(&docx.parts);
	docx_styles_init(&docx.styles);
	docx_numbering_init(&docx.numbering);
	good = read_parts(&docx, err);
	lookup_clear(&docx.note_by_id);
	free(docx.notes);
	docx_numbering_clear(&docx.numbering);
	docx_styles_clear(&docx.styles);
	docx_parts_clear(&docx.parts);
	arena_clear(&docx.arena);
	zip_reader_free(docx.zip);
	return good;
}
