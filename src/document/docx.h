/* SPDX-License-Identifier: MIT */
/*
 * DOCX: what its files know of each other. The body is written as the tree is walked,
 * and on the way it is noted what the other parts must hold: the notes, the lists that
 * begin anew, the styles that are used. (ECMA-376 part 1, transitional.)
 */
#ifndef DOCX_H
#define DOCX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "document/document.h"
#include "docx_style.h"
#include "pack/xml_write.h"
#include "runs.h"

#define DOCX_MAIN "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define DOCX_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006"
#define DOCX_LINKS DOCX_OFFICE "/relationships"

enum { DOCX_LEVELS = 9 }; /* of a list, as Word has them */
enum {
	DOCX_TEXT_LEFT = 1134, /* twips: where text begins in the margins ... */
	DOCX_TEXT_WIDTH = 7370,
	DOCX_PAGE_WIDTH = 9638, /* between the margins */
	DOCX_STEP = 567
}; /* ... and each level of a list further */

/* A list of Word's that begins anew: of which definition, at which level, with what. */
struct docx_num {
	int definition, level, start;
};

struct docx_lists {
	bool half; /* letters are a), not (a) */
	struct docx_num *nums;
	size_t count, room;
	bool defined[16];                 /* definitions that are used */
	int headings[HEADING_LEVELS + 1]; /* what Word has counted so far, by level */
	int paragraphs;
};

struct docx_document {
	const struct document *document;
	const char *date; /* "2018-05-31T00:00:00Z", or NULL */
	struct xml_writer body, notes;
	struct docx_styles_used used;
	struct docx_lists lists;
	struct arena scratch; /* of some nodes' runs */
	unsigned printed;
	struct note_marks marks;
	int note_count, changes;
};

/* <w:NAME w:val="VALUE"/> */
void docx_value_of(struct xml_writer *xml, const char *name, const char *value);
/* Begins a paragraph with that style; docx_paragraph_end ends it. */
void docx_paragraph(struct docx_document *docx, struct xml_writer *xml, enum docx_style style);
void docx_paragraph_end(struct xml_writer *xml);

/* --- docx_runs.c --- */

/* A run in that style (DOCX_NO_STYLE: none). */
void docx_run(struct docx_document *docx, struct xml_writer *xml, enum docx_style style,
	const char *text);
/* The text of a node in the body, in inline form. A note is marked by a figure, in what
 * stands above the text (masthead, title) by asterisks. */
void docx_inline(struct docx_document *docx, const struct node *node);

/* What became of words, and whose change it is (or NULL). RUN_NEW, RUN_GONE; RUN_TEXT:
 * nothing. */
struct docx_change {
	enum run_kind kind;
	const char *by;
};
/* Is all of the text new, or all gone? Signs at its end are nobody's. */
struct docx_change docx_whole_change(struct docx_document *docx, const struct node *node);
/* A run in the body with its change; with a tab behind the text. */
void docx_changed_run(struct docx_document *docx, struct docx_change change, enum docx_style style,
	const char *text, bool tab);
/* In the properties of a paragraph: its end is that change too. */
void docx_change_mark(struct docx_document *docx, struct docx_change change);

/* --- docx_changes.c --- */

/* Gives each blank around changes to the words that it comes and goes with; a run may be
 * "" then. */
void docx_space_changes(struct arena *arena, struct run *runs, size_t count);

/* --- docx_lists.c: numbers as Word itself makes them --- */

/* May Word count this heading or numbered paragraph by its style? Only where it comes to
 * the node's label; then it has counted it. */
bool docx_counts_heading(struct docx_lists *lists, const struct node *heading);
bool docx_counts_paragraph(struct docx_lists *lists, const struct node *paragraph);

/* A place in a list of Word's. */
struct docx_place {
	int num;   /* 0: none yet */
	int level; /* from 0 */
	int next;  /* what Word would count there */
};
/* The same for the entry that is the n-th of its list: the place is made to have it,
 * where need be by a list that begins with n. False: its label is text. */
bool docx_counts_entry(
	struct docx_lists *lists, struct docx_place *place, const struct node *entry, int n);
/* The place of a list that stands in an entry at `place`, which Word counted or not. */
struct docx_place docx_place_inside(const struct docx_place *place, bool counted);
/* word/numbering.xml */
void docx_lists_write(const struct docx_lists *lists, struct xml_writer *xml);

/* --- docx_masthead.c --- */

void docx_masthead(struct docx_document *docx, const struct node *masthead);
/* The symbol, in inline form, or NULL. */
const char *docx_symbol(const struct document *document);

/* --- docx_table.c --- */

/* Begins a table of so many columns, and a cell of it. */
void docx_table_begin(
	struct docx_document *docx, enum docx_style style, int columns, const int widths[]);
void docx_cell_begin(struct docx_document *docx, int width);
void docx_table(struct docx_document *docx, const struct node *table);

/* --- docx_body.c --- */

/* One child of the root. */
void docx_block(struct docx_document *docx, const struct node *node);

#endif
