/* SPDX-License-Identifier: MIT */
/* The store's own inside: shared by sql.c, store.c, journal.c, derive.c,
 * search_index.c, draft.c, journal_find.c, kept.c and ledger.c only, and by what tests
 * ask of kept answers. */
#ifndef STORE_INTERNAL_H
#define STORE_INTERNAL_H

#include <sys/stat.h>

#include "kept.h"
#include "sql.h"

#define SQL_CACHE 1024     /* several times the queries there are */
#define STORE_BUSY_MS 2000 /* how long a command waits for another program */

struct sql {
	const char *text; /* the literal it was asked with */
	sqlite3_stmt *stmt;
	struct store *store;
	bool busy;
	int failed;          /* to be prepared or bound: SQLite's code, or 0 */
	struct kept *kept;   /* its last answer, or NULL */
	bool replays;        /* its rows come from there: */
	size_t value, after; /* the first value of this row, and of the next */
};

struct record;
struct entered_rows;
void entered_rows_free(struct entered_rows *rows); /* NULL passes */
struct journal_items;
void journal_items_free(struct journal_items *items); /* NULL passes */

struct store {
	sqlite3 *db;
	char *path;
	bool read_only;
	struct sql cache[SQL_CACHE]; /* hashed by the literal's address */
	struct watch watch;          /* over the tables of kept answers */
	struct record *record;       /* of the change under way, or NULL */
	bool in_change;
	int64_t data_version;             /* as last seen */
	int64_t versions[STORE_FAMILIES]; /* each moves when its rows change */
	int64_t versions_seen;            /* data_version when they were last looked at */
	struct err broken;                /* the last read that failed */
	char *drafter;                    /* whose drafts are meant; NULL = anybody's */
	struct entered_rows *entered;     /* entered.c; NULL = not asked for yet */
	struct journal_items *items;      /* journal_find.c; NULL = not asked for yet */
	char *log_path;                   /* SQLite writes there first */
	struct stat log_seen;             /* as it was when last looked at */
	struct ledger *ledger;            /* ledger.c, of speaking time; NULL = not asked for yet */
};

#endif
