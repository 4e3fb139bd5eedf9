/* SPDX-License-Identifier: MIT */
/* The package of a DOCX: parts of XML in an archive, and what says what each is. */
#ifndef DOCX_PACKAGE_H
#define DOCX_PACKAGE_H

#include <stdbool.h>

#include "pack/xml_write.h"
#include "pack/zip_writer.h"

/* A part that is made whole before it goes into the archive. */
struct docx_part {
	struct xml_writer xml;
	struct str out;
};
void docx_part_begin(struct docx_part *part);
void docx_part_end(struct docx_part *part, struct zip_writer *zip, const char *name);

/* What kinds of parts there are, and which is the first; to be put in before all others. A
 * header is the one part that not every document has. */
void docx_package_begin(struct zip_writer *zip, bool header);

/* The links of the text part, by which it refers to these. */
#define DOCX_FOOTER_LINK "rId5"
#define DOCX_HEADER_LINK "rId6"

#endif
