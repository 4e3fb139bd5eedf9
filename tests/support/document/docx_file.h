/* SPDX-License-Identifier: MIT */
/* A DOCX for tests: a document, the file that is written of it, and what must hold for each. */
#ifndef SUPPORT_DOCUMENT_DOCX_FILE_H
#define SUPPORT_DOCUMENT_DOCX_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "document/document.h"
#include "pack/zip.h"

/* The one of the test at hand: docx_begin and docx_end stand around it. */
struct docx_file {
	struct document document;
	struct str bytes; /* of the file that was written last */
	struct zip_reader *zip;
	struct str text; /* of the part that was read last */
};
extern struct docx_file docx_file;

int docx_begin(void **state);
int docx_end(void **state);

struct node *docx_add(struct node *parent, enum node_kind kind, const char *words);
struct node *docx_add_heading(int level, const char *words);
struct node *docx_add_list(struct node *parent, enum list_style style);

/* Numbers and writes the document. */
void docx_write(void);
void docx_write_as_it_is(void); /* with the labels that it has */
/* Another document in its place, as it is. */
void docx_write_this(const struct document *document);
/* A part of what was written; fails the test if it is not there. */
const char *docx_part(const char *name);
void docx_expect(const char *name, const char *words);
void docx_expect_none(const char *name, const char *words);
/* In the body, of which the elements around each text are left out. */
void docx_expect_body(const char *words);

/* The values that an attribute has in a part, in all elements of a name ("": in all). */
struct docx_values {
	const char *element, *attribute;
	char **all;
	size_t count, room;
};
struct docx_values docx_values_of(const char *name, const char *element, const char *attribute);
void docx_values_free(struct docx_values *values);

/* All parts are well-formed, what is referred to is there (styles, lists, notes, parts),
 * ids are given once, each part has its type, and all form is in styles. */
void docx_check(void);

#endif
