/* SPDX-License-Identifier: MIT */
/* What the parts of the Akoma Ntoso writer share: where it stands, and the pieces that
 * every part writes. */
#ifndef DOCUMENT_AKN_H
#define DOCUMENT_AKN_H

#include "document/document.h"
#include "pack/xml_write.h"
#include "runs.h"

/* The identifiers that were given, so that none is given twice. */
struct akn_ids {
	struct akn_id {
		const char *text; /* NULL = free */
		unsigned again;   /* how often it was wanted once more */
	} * slots;                /* open addressing */
	size_t size, count;       /* size is a power of two, or 0 */
};

/* An element of the hierarchy that is open. */
struct akn_level {
	const char *element, *id;
	int rank;                        /* 0 the body, 1 section, 2 subsection … */
	unsigned containers, paragraphs; /* in it so far; of paragraphs those without number */
};

enum { AKN_LEVELS = HEADING_LEVELS + 2 };

struct akn {
	struct xml_writer xml;
	const struct document *document;
	struct arena kept;    /* identifiers */
	struct arena scratch; /* of some texts' runs */
	unsigned printed;
	struct akn_ids ids;
	struct note_marks marks;
	bool front; /* in the masthead or the title */
	unsigned notes, annexes;
	struct akn_level levels[AKN_LEVELS];
	int depth; /* of the innermost level */
};

/* A new line before an element, where blanks mean nothing. */
void akn_line(struct akn *akn);
/* Begins an element on a new line, with an identifier unless that is NULL. */
void akn_begin(struct akn *akn, const char *element, const char *id);
/* A text in inline form: italics, notes, changes, documents that it cites. */
void akn_inline(struct akn *akn, const char *text);
/* <p>text</p> on a new line. */
void akn_block(struct akn *akn, const char *text);
/* Plain text in which the symbols of documents are references. */
void akn_cited(struct akn *akn, const char *plain);

/* "sec_II__para_4": what stands in `parent` ("" or an identifier) as `what`, by its number as
 * printed; what has none (NULL) is the n-th, "list_1", and what could have one "para_n1".
 * Never given before. */
const char *akn_id(
	struct akn *akn, const char *parent, const char *what, const char *number, unsigned n);

/* akn_meta.c: what the document is, in a library's terms; `annex` 0 is the document, 1 its
 * first annex. The element of its class, and how that names it. */
const char *akn_element(const struct document *document);
const char *akn_class_name(const struct document *document);
void akn_meta(struct akn *akn, unsigned annex);
/* "organ_1", "body_2": a name among the organizations by its place in the masthead, whose
 * fields are counted as they come; NULL for a field that names none. Until the next text. */
const char *akn_organization(
	struct akn *akn, const struct node *field, unsigned *organs, unsigned *bodies);
const char *akn_date(const struct document *document); /* "2018-05-31", 0001-01-01 if unknown */
/* Adds the words of a text in inline form, without its notes. */
void akn_plain(struct akn *akn, const char *text, struct str *out);

/* akn_cover.c: the masthead as the cover page, if there is one. */
void akn_cover(struct akn *akn);

/* akn_body.c: <mainBody> with the children of the root from `first` up to `last`, which is
 * not in it; what stands in it has `id` ("" for the document itself) before its own. */
void akn_body(struct akn *akn, const struct node *first, const struct node *last, const char *id);

/* Adds a text as a part of an address: "CTOC-COP-2010-9". */
void akn_put_uri(struct str *out, const char *text);

#endif
