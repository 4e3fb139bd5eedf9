/* SPDX-License-Identifier: MIT */
/* What the Chair concluded under an item, and asked for: the action points. */
#ifndef STORE_CONCLUSION_H
#define STORE_CONCLUSION_H

#include <stddef.h>

#include "store/store.h"

struct conclusion_row {
	int64_t id, item, statement, meeting; /* statement in which the Chair said it; 0 */
	int number;                           /* n3 */
	int version;
	bool request; /* something is to be done */
	const char *text;
	const char *who; /* is to do it; NULL: the Secretariat */
	const char *due; /* by when, as it was said; NULL */
	int64_t done;    /* when; 0: it is open */
	int64_t at;
	const char *item_printed, *item_title;
	int meeting_number;   /* 0 = none */
	int statement_number; /* s12; 0 */
};
/* Of an item (0: of the session), by item and number. */
struct conclusion_row *store_conclusions(
	struct store *store, int64_t session, int64_t item, struct arena *arena, size_t *count);
bool store_conclusion(
	struct store *store, int64_t id, struct arena *arena, struct conclusion_row *row);
int64_t store_conclusion_find(struct store *store, int64_t session, int number); /* 0 = none */

struct conclusion_new {
	int64_t session, item, statement, meeting, at;
	bool request;
	const char *text, *who, *due; /* who, due: NULL = none */
};
/* Its id, and its number; 0 on failure. */
int64_t store_conclusion_add(
	struct store *store, const struct conclusion_new *new, int *number, struct err *err);
/* As `row` has it: item, request, text, who, due. A new version. */
bool store_conclusion_set(struct store *store, const struct conclusion_row *row, struct err *err);
bool store_conclusion_done(
	struct store *store, int64_t id, int64_t at, struct err *err); /* 0: open */
bool store_conclusion_delete(struct store *store, int64_t id, struct err *err);

#endif
