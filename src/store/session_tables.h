/* SPDX-License-Identifier: MIT */
/* What a session is made of. Private. */
#ifndef STORE_SESSION_TABLES_H
#define STORE_SESSION_TABLES_H

#include <stddef.h>

/* Of what a row is: the session as it was called, what is made ready for it, or what was
 * logged and decided. */
enum session_part { SESSION_AGENDA, SESSION_PREPARED, SESSION_RECORD };

/* How the rows of a session are found in each table, parents before children. */
struct session_table {
	const char *table, *where; /* ?1: the session */
	enum session_part part;
};
extern const struct session_table session_tables[];
extern const size_t session_table_count;
enum { SESSION_TABLES_MAX = 100 };

/* The columns of a table ?1, and the table that each declares to refer to (NULL). */
#define SESSION_COLUMNS                                                         \
	"SELECT c.name, (SELECT f.\"table\" FROM pragma_foreign_key_list(?1) f" \
	" WHERE f.\"from\" = c.name) FROM pragma_table_info(?1) c ORDER BY c.cid"

/* The table whose id a column holds; NULL: it holds none. Beside what is declared these are
 * the id itself, and rows that may be deleted since. */
const char *session_target(const char *table, const char *column, const char *declared);

#endif
