/* SPDX-License-Identifier: MIT */
/*
 * The understanding of a document as an agenda, in the order of its files: the list
 * of items (import_list), the masthead before it (import_front), the annotations
 * (import_notes) and the organization of work (import_slots) behind it. Each marks
 * the lines that it has understood; what nobody marked is `unread`.
 */
#ifndef IMPORT_H
#define IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "exchange/message.h"
#include "exchange/reading.h"
#include "import_date.h"
#include "import_number.h"
#include "model/agenda.h"

/* More than any agenda has: what a hostile document can make of the limits is small. */
enum { IMPORT_ITEMS_MAX = 1000, IMPORT_SLOTS_MAX = 2000, IMPORT_DOCUMENTS_MAX = 1000 };

/* What a heading announces. */
enum import_heading {
	IMPORT_NO_HEADING,
	IMPORT_AGENDA,
	IMPORT_ANNOTATIONS,
	IMPORT_SCHEDULE,
	IMPORT_DOCUMENTATION,
	IMPORT_ANNEX
};

/* A paragraph of the text (not of the page), and what its beginning may number. */
struct import_line {
	const struct reading_paragraph *paragraph;
	struct import_label label;
	bool labelled;
	const char *text;  /* behind the number */
	const char *whole; /* with it */
	enum import_heading heading;
	size_t item; /* whose title or annotation it is; set where `owned` */
	bool owned;
	bool prose;   /* reads like a sentence of running text */
	bool guessed; /* its number was read badly */
	bool understood;
};

/* The line is understood, and belongs to the item. */
static inline void import_own(struct import_line *line, size_t item)
{
	line->understood = line->owned = true;
	line->item = item;
}

struct import {
	const struct reading *reading;
	const char *name;
	struct agenda *agenda;
	struct messages *messages;
	struct import_line *lines;
	size_t count;
	size_t list_from, list_to;         /* the list of items; to is behind its end */
	size_t heading;                    /* the line above it that says agenda; count if none */
	bool annotated;                    /* annotations stand between the items of the list */
	size_t schedule_from, schedule_to; /* the organization of work; equal if there is none */
	size_t *item_lines;                /* of each item its line in the list */
	struct import_date first, last;    /* of the session, as far as the document says */
	const char *other_symbol;          /* a second one of the masthead */
	size_t comparisons;                /* of titles, so far: see import_may_compare */
	const char *refusal;               /* why there is no agenda, with what is found instead */
};

/* --- import_list.c --- */

/* Finds the list of items and puts them into the agenda. False if there is none. */
bool import_list_read(struct import *import);

/* --- import_runon.c --- */

/* Divides the paragraph that holds a list of items inside its running text, at least three
 * of them below the word agenda. False if there is none; else the lines are others. */
bool import_runon_divide(struct import *import);

/* --- agenda_import.c --- */

/* A line as its paragraph has it, with the number that it begins with. */
void import_line_read(
	struct import *import, struct import_line *line, const struct reading_paragraph *paragraph);

/* --- import_misread.c --- */

/* Numbers the lines whose figures were read as letters. */
void import_misread(struct import *import);

/* --- import_refuse.c --- */

/* True if the document says that it is something else; import->refusal says what. */
bool import_refuses(struct import *import);

/* --- import_front.c --- */

void import_front_read(struct import *import);
/* Text of the document in the agenda's arena, without blanks and commas at its ends. */
const char *import_kept(struct import *import, const char *text, size_t length);
const char *import_kept_all(struct import *import, const char *text);

/* --- import_body.c --- */

/* "Seventh session", "Fourth regular session" */
bool import_body_is_session(const char *text);
/* The bodies that the lines before `end` name, and the organ above them or NULL. */
struct import_names;
void import_body_find(
	struct import *import, size_t end, const char **organ, struct import_names *names);
/* What the heading of the agenda calls it; "Meeting" if it says nothing. */
const char *import_body_named(struct import *import, size_t end);
/* The bodies of these names, with symbols and keys; whose session is not said has `session`. */
void import_bodies_make(
	struct import *import, const struct import_names *names, const char *session);
/* One more body, with its symbol if it is known; its index, AGENDA_NONE if there are too many. */
size_t import_body_add(struct import *import, const char *name, const char *symbol);
/* Gives a body the symbol that was found for it, and the key that follows from that. */
void import_body_set_symbol(struct import *import, size_t body, const char *symbol);
/* Bytes of the body's own part of a document's symbol: "CTOC/COP/WG.2" of
 * "CTOC/COP/WG.2/2012/1". */
size_t import_body_symbol(const char *symbol);

/* --- import_joint.c --- */

/* Which items the document says, or lets guess, are taken up with another body. */
void import_joint_read(struct import *import);
/* Makes a top item joint with a body, once. */
void import_joint_add(struct import *import, size_t item, size_t body);

/* --- import_notes.c --- */

void import_notes_read(struct import *import);

/* --- import_footnotes.c --- */

/* The item in whose title or annotation the mark of the note in line `at` stands; AGENDA_NONE
 * if it is nowhere, or elsewhere. */
size_t import_footnote_item(const struct import *import, size_t at);
/* Whether the paragraph has a mark, and does not go on with the note before it. */
bool import_footnote_begins(const struct import_line *note);

/* --- import_session.c --- */

/* The days, the id and the zone of the session, from what the others have found. */
void import_session_finish(struct import *import);

/* --- import_slots.c --- */

/* Where the organization of work stands, by its heading or its days and times. */
void import_slots_find(struct import *import);
void import_slots_read(struct import *import);

/* --- import_refs.c --- */

enum { IMPORT_REFS_MAX = 40 };

/* The items that a text names: "(1, 2, 3)", "items 3 to 5", "1 (a) and (b)", "3 (cont'd)". */
struct import_refs {
	size_t items[IMPORT_REFS_MAX];
	size_t count;
};

/* A text that is nothing but numbers of items. */
bool import_refs_only(const struct import *import, const char *text, struct import_refs *refs);
/* Those in brackets, or behind "item(s)", anywhere in the text. */
bool import_refs_within(const struct import *import, const char *text, struct import_refs *refs);
void import_refs_add(struct import_refs *refs, size_t item);
/* The item with a label below a parent (AGENDA_NONE on top); AGENDA_NONE if there is none. */
size_t import_item_find(const struct import *import, size_t parent, const char *part);
/* The item of a number with all its parts. */
size_t import_item_labelled(const struct import *import, const struct import_label *label);

/* --- import_words.c --- */

/* How alike two titles are in their letters, 0 to 100; blanks and signs do not count, so
 * that neither wraps nor bad recognition part what is the same. */
int import_likeness(const char *left, const char *right);
/* How much of `title` is in `text`, 0 to 100. */
int import_containment(const char *title, const char *text);
/* True if the text begins with one of the folded words, as whole words; NULL ends them. */
bool import_begins_any(const char *text, const char *const words[]);
/* Whether one more comparison of a line with a title may be made: no real document needs
 * as many as there are, and a hostile one gets no more. */
bool import_may_compare(struct import *import);
/* True if the folded text has the folded words, as whole words. */
bool import_has_words(const char *text, const char *words);
/* The text without marks of footnotes and the stop, colon or semicolon at its end. */
const char *import_title(struct import *import, const char *text, size_t length);
/* "(continued)", "(cont'd)" and nothing else. */
bool import_is_continued(const char *text);
/* Where the words begin, capitals or not; NULL if they are not there. */
const char *import_find(const char *text, const char *words);
size_t import_word_count(const char *text);
/* Whether it reads like a sentence of running text and not like a title. */
bool import_is_prose(const char *text);
struct import_line;
enum import_heading import_heading_of(const struct import_line *line);

#endif
