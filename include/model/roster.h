/* SPDX-License-Identifier: MIT */
/* A roster of possible participants as read from a file, with names that are
 * valid between dates (conventions 4.1). Strings are in the roster's arena. */
#ifndef MODEL_ROSTER_H
#define MODEL_ROSTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct roster_name {
	const char *list;    /* "Iran (Islamic Republic of)" */
	const char *running; /* "the Islamic Republic of Iran" */
	const char *formal;
	const char *from, *until; /* 'YYYY-MM-DD' inclusive, or NULL */
};

/* Of a group, while it was one. */
struct roster_member {
	const char *code;
	const char *from, *until; /* 'YYYY-MM-DD' inclusive, or NULL */
};

struct roster_entry {
	const char *code, *code3; /* or NULL */
	const char *kind;         /* state, observer_state, organization, un_body, … */
	const char *group;        /* AF AP EE LA WE, or NULL */
	const char *member;       /* since when it is there at all, or NULL */
	struct roster_name *names;
	size_t name_count;
	const char **aliases;
	size_t alias_count;
	/* Of a group: all States of a regional group, and those named. */
	const char *region;
	struct roster_member *members;
	size_t member_count;
};

struct roster {
	struct arena arena;
	struct roster_entry *entries;
	size_t entry_count;
};

void roster_init(struct roster *roster);
void roster_clear(struct roster *roster);
/* The name valid on a date (NULL: the one still valid); NULL if the entry was not
 * there yet (South Sudan in 2010) or no name is given for the date. */
const struct roster_name *roster_name_on(const struct roster_entry *entry, const char *date);

/* Is it the name on a date (NULL: still)? */
bool roster_is_name_on(const struct roster_name *name, const char *date);

/* Does the group have a State of that code and regional group (or NULL) among its
 * members on a date (NULL: now)? */
bool roster_is_member_on(
	const struct roster_entry *group, const char *code, const char *region, const char *date);

#endif
