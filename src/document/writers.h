/* SPDX-License-Identifier: MIT */
/* The writers, each at the end of its one file. */
#ifndef DOCUMENT_WRITERS_H
#define DOCUMENT_WRITERS_H

#include "document/document.h"

extern const struct writer text_writer;
extern const struct writer markdown_writer;
extern const struct writer html_writer;
extern const struct writer docx_writer;
extern const struct writer json_writer;
extern const struct writer akn_writer;

#endif
