/* SPDX-License-Identifier: MIT */
/*
 * What a DOCX says outside of its text: which parts it has, the styles and the numbering
 * that its paragraphs refer to. (ECMA-376 part 1: 17.7 styles, 17.9 numbering.)
 */
#ifndef DOCX_PART_H
#define DOCX_PART_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "lookup.h"
#include "pack/xml.h"
#include "pack/zip.h"

enum {
	DOCX_LEVELS = 9,
	DOCX_ENTRIES_MAX = 20000,        /* styles, lists, notes */
	DOCX_PARTS_MAX = 64,             /* headers, footers */
	DOCX_SIDE_MAX = 4 * 1024 * 1024, /* unpacked bytes of what is no text: it is all kept */
};

/* An attribute val="..." of the element: "on" if it is there without one. */
const char *docx_value(struct xml_attributes attributes);
/* The value of a switch (<w:b/>, <w:b w:val="0"/>). */
bool docx_switch(struct xml_attributes attributes);
/* A figure, held within 0 and `most`. */
int docx_figure(const char *text, int most);

/* Reads a part that is no text; one that is not there (or NULL) is empty. ERR_DATA if it is
 * too large. */
bool docx_read_side(struct zip_reader *zip, const char *part, const struct xml_events *events,
	void *context, struct err *err);

/* --- the parts (OPC relationships) --- */

struct docx_parts {
	struct arena arena;
	const char *document, *styles, *numbering, *footnotes, *endnotes;
	const char *headers[DOCX_PARTS_MAX], *footers[DOCX_PARTS_MAX];
	size_t header_count, footer_count;
};

void docx_parts_init(struct docx_parts *parts);
void docx_parts_clear(struct docx_parts *parts);
/* False with ERR_DATA if it has no text part: it is no DOCX. */
bool docx_parts_find(struct docx_parts *parts, struct zip_reader *zip, struct err *err);

/* --- styles --- */

struct docx_style {
	const char *id, *name, *based_on;
	bool contents;     /* of a table of contents */
	int level;         /* of a heading, from 1; 0 none; -1 not said */
	int bold, centred; /* 1 yes, 0 no, -1 not said */
	int num, ilvl;     /* numbering, -1 not said (num 0: none) */
	int left;          /* indent in twips, -1 not said */
	bool ready;        /* what it is based on has been looked up */
};

struct docx_styles {
	struct arena arena;
	struct docx_style *all;
	size_t count, room;
	struct lookup by_id;
	size_t usual; /* of a paragraph that names none */
};

void docx_styles_init(struct docx_styles *styles);
void docx_styles_clear(struct docx_styles *styles);
bool docx_styles_read(
	struct docx_styles *styles, struct zip_reader *zip, const char *part, struct err *err);
/* Of a paragraph (id NULL: the usual one) or run; with everything it is based on, -1 nowhere.
 * Borrowed; never NULL. */
const struct docx_style *docx_styles_find(struct docx_styles *styles, const char *id);

/* --- numbering --- */

struct docx_level {
	int start;
	char format[24];   /* "decimal", "lowerLetter", "bullet" ... */
	const char *text;  /* "%1.%2" */
	int restart;       /* after this level, from 1; -1 after each higher one; 0 never */
	bool legal;        /* all figures decimal */
	const char *style; /* paragraphs of this style have this level */
};

struct docx_list { /* what Word calls an abstract numbering */
	struct docx_level levels[DOCX_LEVELS];
	int counts[DOCX_LEVELS]; /* as of now; -1 not begun */
	const char *link;        /* its levels are those of the list that defines this style */
	const char *defines;
};

struct docx_num {
	size_t list;
	int starts[DOCX_LEVELS]; /* where it begins anew, -1 where it goes on */
	bool used[DOCX_LEVELS];
	struct docx_level *levels[DOCX_LEVELS]; /* its own, or NULL */
};

struct docx_numbering {
	struct arena arena;
	struct docx_list *lists;
	size_t list_count, list_room;
	struct docx_num *nums;
	size_t num_count, num_room;
	struct lookup list_by_id, num_by_id;
};

void docx_numbering_init(struct docx_numbering *numbering);
void docx_numbering_clear(struct docx_numbering *numbering);
bool docx_numbering_read(struct docx_numbering *numbering, struct zip_reader *zip, const char *part,
	struct err *err);
/* Counts one paragraph of the list `num` at the level and adds its number as Word
 * prints it; nothing for a bullet or a list that is not there. */
void docx_numbering_next(struct docx_numbering *numbering, int num, int level, struct str *out);
/* The level of the list that belongs to the style, -1 if none does. */
int docx_numbering_level_of(const struct docx_numbering *numbering, int num, const char *style);

#endif
