/* SPDX-License-Identifier: MIT */
/* Who is meant by the names of a list that was pasted or read from a file. */
#ifndef COMMAND_NAMED_H
#define COMMAND_NAMED_H

#include "base/err.h"
#include "command/command.h"
#include "model/speakers.h"

enum named_kind {
	NAMED_KNOWN,   /* a whole name, former name, alias or code of three letters */
	NAMED_GUESSED, /* what fits clearly best */
	NAMED_UNKNOWN  /* nobody, or several fit alike */
};

/* One name and who it is. */
struct named {
	enum named_kind kind;
	int64_t participant; /* 0 if unknown */
	const char *name;    /* as in lists; if unknown as typed */
	const char *near;    /* of one unknown: "Niger or Nigeria", or "" */
	const char *key;     /* the fold key of what was typed */
};

/* Always one of the three; strings in the arena. exact: nothing is guessed. */
void named_find(
	struct desk *desk, const char *typed, bool exact, struct arena *arena, struct named *named);

enum { NAMED_MOST = 1000 }; /* entries of a list */

struct named_entry {
	struct speaker_entry written;
	struct named who, group; /* group.name NULL: speaks for itself */
	bool there;              /* waits on the item's list already */
	bool twice;              /* stands further up in this list */
};

struct named_list {
	struct arena arena;
	struct named_entry *entries;
	size_t count;
};

void named_list_init(struct named_list *list);
void named_list_clear(struct named_list *list);
/* Reads a list (model/speakers.h) and finds everybody on it. ERR_DATA if it names
 * nobody or more than NAMED_MOST. */
bool named_list_read(struct named_list *list, struct desk *desk, const char *text, struct err *err);
/* Says of each whether it is there or twice; after each change of an entry. */
void named_list_check(struct named_list *list, struct desk *desk, int64_t item);
/* How many are to be added that are of a kind; those there or twice are not counted. */
size_t named_list_count(const struct named_list *list, enum named_kind kind);
/* Does a part of it, who speaks or for whom, have to be looked at? The worse of both. */
enum named_kind named_entry_kind(const struct named_entry *entry);

#endif
