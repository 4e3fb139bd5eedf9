/* SPDX-License-Identifier: MIT */
/*
 * Points that are told together: equal points of several speakers have one lead, whose
 * words tell all of them (conventions 3.2). Who said it, and who supported it without
 * saying so in a statement, is kept and is never printed.
 *
 * What stands under a lead never leads itself. Where a lead is deleted the next one in the
 * log leads, and has the supporters.
 */
#ifndef STORE_POINT_H
#define STORE_POINT_H

#include <stddef.h>

#include "store/store.h"

struct point_row {
	int64_t id, statement, item, participant, on_behalf;
	int64_t lead;         /* 0: it leads, or stands alone */
	int number;           /* p7 */
	int statement_number; /* s12 */
	int lead_number;      /* 0 */
	const char *text;
	const char *name, *group; /* as in lists; group NULL: for itself */
	const char *kind;         /* of the statement */
	const char *item_printed;
	int64_t meeting;
};
/* Of an item, as they were said. */
struct point_row *store_points(
	struct store *store, int64_t item, struct arena *arena, size_t *count);
bool store_point(struct store *store, int64_t id, struct arena *arena, struct point_row *row);

/* A text of one line; the note has a new version. */
bool store_point_set(struct store *store, int64_t point, const char *text, struct err *err);

/* Puts a point, and all that it leads, under a lead (or under the lead of that). */
bool store_point_group(
	struct store *store, int64_t session, int64_t lead, int64_t point, struct err *err);
/* Takes it out of its group: of a lead the others stay together. */
bool store_point_ungroup(struct store *store, int64_t point, struct err *err);
/* Takes those points of a statement apart that are told with points of another item: it has
 * been moved, or they have. */
bool store_points_regroup(struct store *store, int64_t statement, struct err *err);
bool store_point_grouped(struct store *store, int64_t point);
/* Deletes it, with all that is said of it; its group stays. */
bool store_point_delete(struct store *store, int64_t point, struct err *err);

/* The newest statement of a participant, or for it, under an item (participant 0: of
 * anybody); 0 = none. */
int64_t store_point_statement(struct store *store, int64_t item, int64_t participant);
/* The point of a statement that came last; 0 = none. */
int64_t store_point_newest(struct store *store, int64_t statement);

/* --- who said it --- */

struct point_voice {
	int64_t participant, on_behalf;
	int statement_number;     /* s12; 0: it supported it */
	int point_number;         /* that it said, or supported */
	const char *name, *group; /* as in lists; group NULL: for itself */
	int64_t members;          /* that it spoke for, beside itself */
};
/* Of a point and those under it: as it was said, then who supported it. */
struct point_voice *store_point_voices(
	struct store *store, int64_t lead, struct arena *arena, size_t *count);

bool store_point_supported(struct store *store, int64_t point, int64_t participant);
bool store_point_support(struct store *store, int64_t session, int64_t point, int64_t participant,
	int64_t on_behalf, int64_t at, struct err *err);
bool store_point_unsupport(
	struct store *store, int64_t point, int64_t participant, struct err *err);

/* How many said or supported what a lead tells, each once: voices, and with those that
 * they spoke for. */
struct point_count {
	int64_t voices, with_members;
};
struct point_count store_point_count(struct store *store, int64_t lead);
/* The same of those who spoke under an item: in a statement that is neither a reply, nor a
 * point of order, nor the Chair's, a panellist's or the Secretariat's; with_members counts
 * those too who supported what was said. */
struct point_count store_item_count(struct store *store, int64_t item);

/* --- for the report --- */

/* Every point of a session that stands under a lead, or that is supported: by number. */
struct point_told {
	int64_t point, lead;     /* ids; a lead that is supported has itself */
	int number, lead_number; /* p7, p3 */
	int statement_number;    /* in which it was said: s12 */
};
struct point_told *store_points_told(
	struct store *store, int64_t session, struct arena *arena, size_t *count);

#endif
