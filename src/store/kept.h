/* SPDX-License-Identifier: MIT */
/*
 * Answers that are kept: a query of which no table has changed since has the same
 * answer, and is not run again. Which tables it reads SQLite tells when it is prepared,
 * which are changed, before each row is; what other programs change is asked at the
 * beginning of each transaction. Outside of one nothing is kept: others may change
 * anything between two reads. Private to the store; queries ask by sql_kept.
 */
#ifndef STORE_KEPT_H
#define STORE_KEPT_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { KEPT_TABLES = 64, KEPT_ARGUMENTS = 4 };

/* What is known of the tables that kept answers are of. */
struct watch {
	const char *names[KEPT_TABLES]; /* ours to free */
	int64_t changed[KEPT_TABLES];   /* when each last was, by `now` */
	int count;
	int64_t now;       /* counts the changes */
	int64_t forgotten; /* what was kept before does not hold */
	int64_t outside;   /* SQLite's data_version */
	bool holds;        /* a transaction is under way, and `outside` is of it */
	uint64_t *reads;   /* the tables of the query that is being prepared go there, or NULL */
};

struct kept_value {
	int type; /* SQLite's */
	int64_t number;
	size_t at; /* where its text begins, in `texts` */
};

struct kept {
	uint64_t tables; /* a bit for each that it reads */
	int64_t arguments[KEPT_ARGUMENTS];
	int64_t since; /* when it was read, by the watch; 0 = there is none */
	struct kept_value *values;
	size_t count, room; /* of values */
	size_t columns;
	struct str texts;
};

struct store;

/* Watches the open database of the store: from now on every change is seen. */
void kept_watch(struct store *store);
void kept_watch_end(struct store *store);

/* At the beginning of a transaction, and at its end. */
void kept_begin(struct store *store);
void kept_end(struct store *store);
/* What SQLite calls data_version: another number when another program has committed. */
int64_t kept_outside(struct store *store);
/* What was read in a change that was taken back. (SQLite says so of a transaction, not of a
 * savepoint: who goes back to one calls this.) */
void kept_forget(struct store *store);

/* The answer to the query with these arguments still holds. */
bool kept_holds(const struct watch *watch, const struct kept *kept,
	const int64_t arguments[KEPT_ARGUMENTS]);
/* A new answer to these arguments: rows are added to it, then it is said to be whole. */
void kept_start(struct kept *kept, const int64_t arguments[KEPT_ARGUMENTS], sqlite3_stmt *stmt);
void kept_add(struct kept *kept, sqlite3_stmt *stmt);
void kept_whole(const struct watch *watch, struct kept *kept);
void kept_free(struct kept *kept); /* NULL passes */

#endif
