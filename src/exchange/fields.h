/* SPDX-License-Identifier: MIT */
/*
 * Mappings read by a table: which keys there are, of what kind, where a text
 * goes. From the table come the messages about what is unknown, missing or of
 * the wrong kind; what depends on more than one key is the caller's to check.
 */
#ifndef FIELDS_H
#define FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "exchange/message.h"
#include "yaml_tree.h"

enum field_kind {
	FIELD_LINE, /* a text of one line */
	FIELD_TEXT, /* a text that may have several */
	FIELD_WORD, /* [a-z0-9][a-z0-9.-]*, fit for a file's name and so long */
	FIELD_KEY,  /* [a-z][a-z0-9-]*, what stands before ":" in wg3:2 */
	FIELD_DATE, /* YYYY-MM-DD, a day of the calendar */
	FIELD_LIST,
	FIELD_MAP,
	FIELD_OTHER /* the caller looks at it */
};

enum { FIELD_NOWHERE = -1 }; /* as offset: only checked */

struct field {
	const char *name;
	enum field_kind kind;
	bool required;
	int offset; /* of the const char * that a text goes to */
};

struct reader {
	struct messages *messages;
	struct arena *arena; /* of what is read */
};

/* A message at the node's value (at its key where it has no value). */
void reader_error(struct reader *reader, const struct node *at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void reader_warn(struct reader *reader, const struct node *at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

void reader_note(struct reader *reader, const struct node *at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* User's text for a message: visible, cut to a sensible length; in the arena. */
const char *reader_shown(struct reader *reader, const char *text);

/* "did you mean 'title'?" or, where nothing is near, NULL; in the arena. */
const char *reader_guess(
	struct reader *reader, const char *word, const char *const known[], size_t count);

/* Reads map, which is "a slot" or "the session", by the fields (the last one has
 * name NULL) into the struct at `into`. Texts are in the reader's arena; what is
 * absent, empty or wrong leaves its place as it was. False if map is none. */
bool fields_read(struct reader *reader, const struct node *map, const char *what,
	const struct field *fields, void *into);

/* The child of that name and kind with something in it, or NULL. After
 * fields_read, which has said what is wrong. */
const struct node *fields_list(const struct node *map, const char *name);
const struct node *fields_map(const struct node *map, const char *name);
/* The child of that name whatever it is, or NULL; fields_place: or map, for a
 * message about what is or should be there. */
const struct node *fields_child(const struct node *map, const char *name);
const struct node *fields_place(const struct node *map, const char *name);

/* The node as a text of one line, or NULL and a message that says what it is
 * instead of what it should be ("a symbol"). */
const char *fields_line(struct reader *reader, const struct node *node, const char *what);

#endif
