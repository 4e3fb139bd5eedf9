/* SPDX-License-Identifier: MIT */
/* A comparison under way and how its lines are worded. Private to the comparison. */
#ifndef MODEL_AGENDA_LINES_H
#define MODEL_AGENDA_LINES_H

#include "agenda_match.h"
#include "base/str.h"

struct comparing {
	const struct agenda *held, *file;
	const struct agenda_use *use;
	struct agenda_match match;
	struct agenda_comparison *to;
	struct str name; /* of what is compared now: "item 3" */
};

/* What the lines after it are about: "item", "3". Either may be "". */
void line_name(struct comparing *c, const char *what, const char *name);
/* "item 3 title: old → new", unless they are the same. */
void line_field(struct comparing *c, const char *what, const char *held, const char *file);
/* The same of a long text: what is gone and what is new, without what surrounds it. */
void line_long_field(struct comparing *c, const char *what, const char *held, const char *file);
/* "item 9 Technical tools: only in the file" */
void line_only_file(struct comparing *c, const char *title);
/* "item 2 (b) Other tools: only in the session, stays: 7 statements"; why may be NULL */
void line_only_session(struct comparing *c, const char *title, bool stays, const char *why);
/* With the key of the body where it is not the first: "wg3:2". */
const char *line_with_body(
	struct comparing *c, const struct agenda *agenda, size_t body, const char *text);

/* agenda_compare_items.c */
void compare_items(struct comparing *c);
void compare_slots(struct comparing *c);

#endif
