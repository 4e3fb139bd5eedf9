/* SPDX-License-Identifier: MIT */
/*
 * An agenda as read from a file: plain values, no database. All strings and
 * arrays are in the agenda's own arena; an absent optional string is NULL, an
 * absent number -1. Lines are those of the file, for messages (0 = none).
 */
#ifndef MODEL_AGENDA_H
#define MODEL_AGENDA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct agenda_body {
	const char *key;        /* "wg2" */
	const char *name;       /* without article */
	const char *short_name; /* "the Working Group" */
	const char *symbol;
	int line;
	const char *session; /* which of its sessions: "Seventh session" */
};

struct agenda_officer {
	size_t body;      /* index into bodies */
	const char *role; /* "Chair" */
	const char *name, *country;
};

struct agenda_mandate {
	const char *kind; /* resolution, decision */
	const char *number, *title;
};

struct agenda_document {
	const char *kind, *title;
	const char *symbols; /* joined by "-" as printed: one document */
	int line;
	bool withdrawn; /* in session: it stays in the register and is printed no more */
};

struct agenda_joint {
	size_t body;
	const char *number; /* its own number in that body, or NULL for the same */
};

/* How sure an import is of an item that it read out of a document. */
enum agenda_confidence {
	AGENDA_SURE, /* also what a person wrote */
	AGENDA_LIKELY,
	AGENDA_DOUBTFUL
};

/* What an import could not understand, by the lines of the document it was read from. */
struct agenda_piece {
	int first_line, last_line;
	const char *text;
};

struct agenda_item {
	size_t parent;       /* index into items, or AGENDA_NONE */
	size_t body;         /* the first one it belongs to */
	const char *number;  /* own label: "1", "(a)" */
	const char *printed; /* whole: "1 (a)" */
	const char *title;
	const char *heading;    /* of the annotation, where it words the title differently */
	const char *annotation; /* or NULL */
	struct agenda_joint *joint;
	size_t joint_count;
	struct agenda_mandate *mandates;
	size_t mandate_count;
	size_t *documents; /* indexes into documents */
	size_t document_count;
	enum agenda_confidence confidence;
	int line;
};

struct agenda_slot_item {
	size_t item;
	const char *title; /* as the schedule words it, or NULL */
};

struct agenda_slot {
	const char *date; /* 'YYYY-MM-DD' */
	int from, to;     /* minutes after midnight, or -1 */
	const char *half; /* "am", "pm" or NULL */
	const char *room, *label;
	struct agenda_slot_item *items;
	size_t item_count;
	int line;
};

#define AGENDA_NONE ((size_t)-1)

struct agenda {
	struct arena arena;
	const char *id, *title, *place, *from, *to, *timezone, *organ;
	const char *rules; /* key of the rules of procedure */
	const char *status, *symbols, *date, *distribution, *language;
	const char *heading; /* "Provisional agenda and annotations" */
	const char *annex;   /* of the organization of work: "Proposed organization of work" */
	struct agenda_body *bodies;
	size_t body_count;
	struct agenda_officer *officers;
	size_t officer_count;
	struct agenda_document *documents;
	size_t document_count;
	struct agenda_item *items; /* parents before their sub-items, in printed order */
	size_t item_count;
	struct agenda_slot *slots; /* in the file's order */
	size_t slot_count;
	struct agenda_piece *unread;
	size_t unread_count;
};

void agenda_init(struct agenda *agenda);
void agenda_clear(struct agenda *agenda);
/* The item that a reference names ("1 (a)", "1a", "wg3:2"); AGENDA_NONE if there is
 * none, or if two bodies have it and no body is given. The number a joint item has in
 * another body finds it with that body ("wg3:2"), and without where no item has it
 * as its own. */
size_t agenda_find(const struct agenda *agenda, const char *reference);

#endif
