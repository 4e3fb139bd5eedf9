/* SPDX-License-Identifier: MIT */
/*
 * Corrections of an agenda that was read out of a document, as plain changes of the
 * values: what a person says of an item, a slot, a document, a piece that was not
 * understood. Nothing is dropped: what is taken out of its place is a piece of
 * `unread` from then on. What makes an agenda good is not said here but by who
 * reads the agenda file (exchange/agenda_file.h): the changed agenda is written and
 * read again.
 *
 * Items are in printed order, each behind its parent (as a file gives them), and stay
 * so. Texts are copied into the agenda's arena. After a refusal the agenda may be
 * half changed and is to be thrown away.
 */
#ifndef MODEL_AGENDA_EDIT_H
#define MODEL_AGENDA_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "model/agenda.h"

/* Where the text of something stood in the document; 0 where that is not known. */
struct agenda_lines {
	int first, last;
};

/* --- items --- */

/* Its own number ("3", "b", "(b)") and title. Who says them is sure of them. */
bool agenda_edit_item(
	struct agenda *agenda, size_t item, const char *number, const char *title, struct err *err);
void agenda_edit_annotation(struct agenda *agenda, size_t item, const char *text); /* "": none */
void agenda_edit_sure(struct agenda *agenda, size_t item);
/* A new item behind `after` (AGENDA_NONE: the last one). Its number says the level: "4", "(b)",
 * "(ii)", or the whole of it, "3 (b)". The new one, or AGENDA_NONE with a sentence. */
size_t agenda_edit_add(struct agenda *agenda, size_t after, const char *number, const char *title,
	struct err *err);
/* The number that comes next behind an item, on its level. */
void agenda_edit_next_number(const struct agenda *agenda, size_t after, struct str *out);
/* One level up: what followed below the same item is below this one then, so that the
 * printed order stays. One level down: below the item above it. Numbers of the level that
 * are free are taken. */
bool agenda_edit_raise(struct agenda *agenda, size_t item, struct err *err);
bool agenda_edit_lower(struct agenda *agenda, size_t item, struct err *err);
/* With its sub-items; all of it is one piece of `unread`. A slot that held nothing else
 * keeps the title as its label. */
void agenda_edit_remove(struct agenda *agenda, size_t item, struct agenda_lines lines);

/* --- with whom --- */

/* The bodies with which an item is joint, as a person types them: "wg3, wg4:2", by key,
 * symbol or name and with the number that it has there; "" for none. A name of several words
 * that no body has is a new one. */
bool agenda_edit_joint(struct agenda *agenda, size_t item, const char *with, struct err *err);
/* As they are typed. */
void agenda_edit_joint_words(const struct agenda *agenda, size_t item, struct str *out);
/* A body that has no item, no officer, and is not the only one; its name is unread then. */
bool agenda_edit_body_remove(
	struct agenda *agenda, size_t body, struct agenda_lines lines, struct err *err);

/* --- slots --- */

/* A slot as a person types it; an empty text is nothing. */
struct agenda_slot_words {
	const char *day;   /* "17 October 2012", "17 Oct" of the session's days, "2012-10-17" */
	const char *hours; /* "10 a.m.-1 p.m.", "morning" */
	const char *items; /* "1 (a), 1 (b), 2" */
	const char *label, *room;
};

/* slot AGENDA_NONE: a new one, in the order of days and hours. */
bool agenda_edit_slot(
	struct agenda *agenda, size_t slot, const struct agenda_slot_words *words, struct err *err);
void agenda_edit_slot_remove(struct agenda *agenda, size_t slot, struct agenda_lines lines);
/* As a person types them: "1 (a), 1 (b), 2"; "10 a.m.-1 p.m.". */
void agenda_edit_slot_items(const struct agenda *agenda, size_t slot, struct str *out);
void agenda_edit_slot_hours(const struct agenda_slot *slot, struct str *out);

/* --- documents --- */

/* document AGENDA_NONE: a new one. symbols is joined by "-" as printed, items are those
 * that it is under. */
bool agenda_edit_document(struct agenda *agenda, size_t document, const char *kind,
	const char *title, const char *symbols, const char *items, struct err *err);
void agenda_edit_document_remove(struct agenda *agenda, size_t document, struct agenda_lines lines);
void agenda_edit_document_items(const struct agenda *agenda, size_t document, struct str *out);

/* --- what was not understood --- */

/* The piece is the title of an item; what of its text is not in the title stays unread. */
size_t agenda_edit_piece_item(struct agenda *agenda, size_t piece, size_t after, const char *number,
	const char *title, struct err *err);
/* A last paragraph of the annotation of an item. */
void agenda_edit_piece_annotate(struct agenda *agenda, size_t piece, size_t item);
void agenda_edit_piece_drop(struct agenda *agenda, size_t piece);

/* --- the session and its agenda --- */

enum agenda_field {
	AGENDA_FIELD_TITLE,
	AGENDA_FIELD_ORGAN,
	AGENDA_FIELD_PLACE,
	AGENDA_FIELD_FROM,
	AGENDA_FIELD_TO,
	AGENDA_FIELD_TIMEZONE,
	AGENDA_FIELD_SYMBOLS,
	AGENDA_FIELD_DATE,
	AGENDA_FIELD_DISTRIBUTION,
	AGENDA_FIELD_LANGUAGE,
	AGENDA_FIELD_STATUS,
	AGENDA_FIELD_HEADING,
	AGENDA_FIELD_ID,
	AGENDA_FIELDS
};

const char *agenda_field_name(enum agenda_field field);                               /* "Place" */
const char *agenda_field_value(const struct agenda *agenda, enum agenda_field field); /* or "" */
/* A date may be typed in words. */
void agenda_edit_field(struct agenda *agenda, enum agenda_field field, const char *value);
void agenda_edit_body(struct agenda *agenda, size_t body, const char *name, const char *short_name,
	const char *symbol, const char *session);

#endif
