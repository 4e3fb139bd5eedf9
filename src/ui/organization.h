/* SPDX-License-Identifier: MIT */
/* The organization of work, as its files share it: all of it in lines, made anew when the
 * journal has moved, in the view's own arena. */
#ifndef UI_ORGANIZATION_H
#define UI_ORGANIZATION_H

#include "store/agenda_change.h"
#include "store/meeting.h"
#include "ui/app.h"
#include "ui/key.h"
#include "ui/view.h"
#include "course.h"
#include "flow.h"
#include "list.h"

struct line {
	int64_t slot, item; /* 0 = none; both 0: a heading */
	int part;           /* 1, 2 … of what more there is to say of the slot's meeting */
	int64_t change;     /* that the line tells of; below 0 an adoption */
	const char *number; /* of the item */
	const char *planned;
	const char *happened; /* "" = nothing yet */
	enum style style, happened_style;
};

struct organization {
	struct app *app;
	int64_t session, before; /* the item that was selected when the view was opened */
	struct arena arena;
	struct slot_row *slots;
	struct item_row *items;
	struct meeting_row *meetings;
	struct course course; /* of the meetings */
	struct agenda_change *changes;
	size_t slot_count, item_count, meeting_count, change_count;
	bool *planned; /* by item: it or one above or below it is in a slot */
	struct line *lines;
	size_t count; /* in the arena */

	bool loaded, hidden;
	int64_t added; /* the item that was added here last: the cursor went to it */
	int64_t sequence;
	struct list list;
	struct flow text; /* of the selected line, whole */
};

/* --- organization_lines.c --- */
/* Reads all of it and makes the lines. */
void organization_load(struct organization *state, struct app *app);
struct line *organization_line(struct organization *state);              /* one more, empty */
void organization_heading(struct organization *state, struct str *text); /* clears it */
/* The text in the arena; clears it. */
const char *organization_kept(struct organization *state, struct str *text);
/* The place of an item in the agenda, or item_count. */
size_t organization_item(const struct organization *state, int64_t item);

/* --- organization_amend.c --- */
/* Marks what was amended, and lists it at the end. */
void organization_add_changes(struct organization *state, struct app *app);
/* The keys that amend; true if it was one of them. */
bool organization_amend_key(struct organization *state, struct app *app, const struct key *key);

#endif
