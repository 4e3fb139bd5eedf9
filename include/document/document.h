/* SPDX-License-Identifier: MIT */
/*
 * A neutral document tree: masthead, headings, paragraphs, lists, tables and
 * notes, with numbers still to be computed. Builders make it, writers print it;
 * neither knows the other. All of it lives in the document's arena.
 *
 * The children of the root stand in reading order: a heading is not the parent
 * of what follows it, and a list belongs to the paragraph before it.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum node_kind {
	NODE_DOCUMENT,
	NODE_MASTHEAD, /* its children: NODE_FIELD */
	NODE_FIELD, /* name and text: organ, symbol, distribution, date, language (or only), body, session,
			  place, item, item-title */
	NODE_TITLE,
	NODE_SUBTITLE,
	NODE_HEADING,   /* level 1 I., 2 A., 3 1. (conventions 1.4); 0 unnumbered */
	NODE_PARAGRAPH, /* numbered through the whole document (1.5) */
	NODE_PLAIN,     /* a paragraph without number */
	NODE_LIST,      /* its children: NODE_ENTRY; belongs to the paragraph before it */
	NODE_ENTRY,     /* (a), (i) by depth; may hold a NODE_LIST */
	NODE_TABLE,     /* rows of cells; the first row is its head */
	NODE_ROW,
	NODE_CELL
};

enum list_style { LIST_LETTERED, LIST_NUMBERED, LIST_BULLETED, LIST_PLAIN };

enum {
	HEADING_LEVELS = 6,
	DOCUMENT_DEPTH_MAX = 64 /* nodes inside one another, in a document that is read */
};

/* What a paper is, for formats that name it. */
enum document_class {
	DOCUMENT_PAPER, /* a sheet, a list, statistics */
	DOCUMENT_REPORT,
	DOCUMENT_AGENDA,
	DOCUMENT_ANNOTATED_AGENDA,
	DOCUMENT_TEXTS /* of recommendations */
};

/* A new member is also one of the stored form: json.c and json_read.c. */
struct node {
	enum node_kind kind;
	const char *text;      /* inline form (model/inline.h); NULL = none */
	const char *name;      /* of a field; of an entry or heading its own label ("1", "(a)",
				 * "3 bis"), printed instead of the computed one; "": a heading
				 * without one, whatever its level; something that
				 * stands among the entries and is none */
	int level;             /* of a heading */
	enum list_style style; /* of a list */
	const char *label;     /* "I", "4", "a", or the entry's own: set by document_number */
	bool continued;        /* a heading's "(continued)" */
	bool missing;          /* says that something is still to be supplied */
	bool half;             /* of the root: letters are printed a), not (a) */
	bool annex;            /* a heading with which an annex begins */
	const char *key;       /* of a generated paragraph or heading: formula/body/item/class */
	const char *sources;   /* what it was made from, by number: "s1-57 p3 r2"; NULL: not said */
	struct node *parent, *first, *last, *next;
};

/* The words that the writers add themselves, in the language of the document. */
struct document_words {
	const char *nations;      /* United Nations */
	const char *distribution; /* Distr.: */
	const char *original;     /* Original: */
	const char *continued;    /* continued */
	const char *before;       /* a semicolon or colon that ends an entry: "" */
	const char *paragraph;    /* a reference to one, {} where its number stands: para. {} */
	const char *item;         /* … to an item of the agenda: agenda item {} */
};
extern const struct document_words document_english;

struct document {
	struct arena arena;
	struct node *root;
	const char *language;        /* "en" */
	struct document_words words; /* English until others are set */
	enum document_class class;
	const char *date; /* that of the masthead, else the day it is of: "2018-05-31"; or NULL */
};

void document_init(struct document *document);
void document_clear(struct document *document);
/* Copies the words. */
void document_set_words(struct document *document, const struct document_words *words);
/* Adds a reference: one of those words with the number in it. */
void document_refer(const char *words, const char *number, struct str *out);
/* The date of a paper that has none yet: the day of an instant, where the session is. */
void document_date_at(struct document *document, int64_t at);

/* Adds a child at the end. text is copied (NULL stays NULL). */
struct node *document_add(
	struct document *document, struct node *parent, enum node_kind kind, const char *text);
/* Adds a sibling directly after `before`. */
struct node *document_insert(
	struct document *document, struct node *before, enum node_kind kind, const char *text);

/* Takes the child of the root behind `before` (NULL: its first) out of the tree. */
void document_drop(struct document *document, struct node *before);

/* Computes all labels: headings by level, paragraphs through the document,
 * entries by depth; final punctuation of list entries (; and .) is set here too
 * for LIST_LETTERED (conventions 1.5). In a LIST_NUMBERED, the form of agendas,
 * an entry ends with a full stop; an entry that holds a list ends with a colon.
 * Idempotent. */
void document_number(struct document *document);

/* The same in slices, for documents of any length: true when the end is
 * reached. Nothing may be inserted before what has been numbered. */
struct document_numbering {
	struct node *at; /* the child of the root numbered last; NULL = none yet */
	int headings[HEADING_LEVELS + 1];
	int paragraphs;
};
bool document_number_some(
	struct document *document, struct document_numbering *numbering, size_t nodes);

/* The label as it is printed, with its stop or brackets: "II.", "4.", "(a)",
 * "•"; nothing for what has none. */
void document_label(const struct node *node, struct str *out);

/* Is it a list, a table or plain text, which belongs to the paragraph before it? */
bool document_belongs(const struct node *node);

/* Depth-first order; NULL at the end. */
struct node *document_next(const struct node *node);

/* --- writers: each is one file and one row of document_writers --- */

struct writer {
	const char *name;         /* "text", "markdown" */
	const char *suffix;       /* "txt", "md" */
	const char *other_suffix; /* that a file may have as well, "xml"; or NULL */
	/* Adds to out; what holds a NUL is no text, and goes into a file. */
	void (*write)(const struct document *document, struct str *out);
};

extern const struct writer *const document_writers[];   /* ended by NULL */
const struct writer *document_writer(const char *name); /* NULL if there is none */
/* By its name or its suffix, else (format NULL) by the file's, else text. NULL with ERR_USAGE
 * for a format that there is not, and for the suffix of another program's documents. */
const struct writer *document_writer_for(const char *format, const char *file, struct err *err);

/* --- the stored form --- */

enum {
	DOCUMENT_JSON_MAX = 64 * 1024 * 1024, /* bytes */
	DOCUMENT_NODES_MAX = 1 << 20
};

/* Reads what the writer "json" wrote into a document that is initialised and empty: the
 * same tree, labels and all, so that nothing is to be numbered again. Strict: ERR_DATA with
 * "line:column: sentence" for whatever that writer cannot have written (a member that is
 * not known or is there twice, a row outside a table, a document deeper or larger than
 * the limits above), and the document is empty again. */
bool document_read_json(
	const char *text, size_t length, struct document *document, struct err *err);
/* Does a file begin as that writer begins? */
bool document_is_json(const char *text, size_t length);

#endif
