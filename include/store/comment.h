/* SPDX-License-Identifier: MIT */
/* Comments from the floor on a text: what was said of it that is no amendment. Open
 * until they are settled. */
#ifndef STORE_COMMENT_H
#define STORE_COMMENT_H

#include <stddef.h>

#include "store/store.h"

struct comment_row {
	int64_t id, recommendation, amendment;               /* amendment 0: on the text itself */
	int number, recommendation_number, amendment_number; /* k4, r3, a9; 0 */
	int version;                                         /* of the text that it is on */
	const char *words;                                   /* of that text; NULL: the whole */
	const char *text;
	int64_t participant, on_behalf, statement;
	const char *name, *on_behalf_name; /* as in lists; NULL */
	int statement_number;              /* s12; 0 */
	int meeting;                       /* its number; 0 = none */
	int64_t at, settled;               /* settled 0: open */
};
/* Of a recommendation (0: of the session), by number. */
struct comment_row *store_comments(struct store *store, int64_t session, int64_t recommendation,
	struct arena *arena, size_t *count);
bool store_comment(struct store *store, int64_t id, struct arena *arena, struct comment_row *row);
int64_t store_comment_find(struct store *store, int64_t session, int number); /* 0 = none */

struct comment_new {
	int64_t session, recommendation, amendment;
	int version;
	const char *words, *text;
	int64_t participant, on_behalf, statement, meeting, at;
};
/* Its id, and its number; 0 on failure. */
int64_t store_comment_add(
	struct store *store, const struct comment_new *new, int *number, struct err *err);
/* at 0: it is open again. */
bool store_comment_settle(struct store *store, int64_t id, int64_t at, struct err *err);

/* How many are not settled, of a recommendation or (0) of the session. */
int64_t store_comments_open(struct store *store, int64_t session, int64_t recommendation);

#endif
