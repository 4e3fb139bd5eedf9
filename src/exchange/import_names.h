/* SPDX-License-Identifier: MIT */
/* The names of the bodies that a masthead gives: one, or several that meet together. */
#ifndef IMPORT_NAMES_H
#define IMPORT_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#include "import.h"

enum { NAMES_MAX = 6 };

struct import_names {
	const char *name[NAMES_MAX];
	const char *session[NAMES_MAX]; /* that stands right below the name, or NULL */
	size_t count;
	bool joint; /* the masthead says that they hold one joint meeting */
};

/* Takes the name of a line, or the names where it has several. Those of bodies of one kind
 * stand beside each other; of different kinds the last one meets, and the one before it is
 * its organ. */
void import_names_take(
	struct import *import, struct import_names *names, const char *text, const char **organ);
/* One more organ below those that there are: "Economic and Social Council, Economic
 * Commission for Europe". */
void import_names_organ(struct import *import, const char *name, const char **organ);
/* The session of the name taken last. */
void import_names_session(struct import_names *names, const char *session);
/* The same body in other words or with more of them. */
bool import_names_alike(const char *left, const char *right);
/* Bytes of the name of a body that the text begins with ("Working Group on Weirs" of
 * "Working Group on Weirs to consider"); 0 if it begins with none. */
size_t import_name_at(const char *text);

#endif
