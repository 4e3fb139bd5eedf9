/* SPDX-License-Identifier: MIT */
/* The answers that the store keeps, beside what the database says now. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "answers.h"
#include "store/internal.h"

static bool is_row(struct kept *kept, size_t row, sqlite3_stmt *stmt)
{
	bool same = true;

	for (size_t i = 0; same && i < kept->columns; i++) {
		const struct kept_value *value = &kept->values[row * kept->columns + i];
		const char *text = (const char *)sqlite3_column_text(stmt, (int)i);
		same = value->type == sqlite3_column_type(stmt, (int)i) &&
		       (value->type != SQLITE_INTEGER ||
			       value->number == sqlite3_column_int64(stmt, (int)i)) &&
		       (value->type != SQLITE_TEXT ||
			       strcmp(text, kept->texts.text + value->at) == 0);
	}
	return same;
}

static bool is_true(struct store *store, const struct sql *q)
{
	sqlite3_stmt *stmt = NULL;
	size_t rows = 0;
	bool same = true;

	sqlite3_prepare_v2(store->db, q->text, -1, &stmt, NULL);
	for (int i = 0; i < sqlite3_bind_parameter_count(stmt); i++)
		sqlite3_bind_int64(stmt, i + 1, q->kept->arguments[i]);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		same = same && (rows + 1) * q->kept->columns <= q->kept->count &&
		       is_row(q->kept, rows++, stmt);
	sqlite3_finalize(stmt);
	return same && rows * q->kept->columns == q->kept->count;
}

void answers_check(struct store *store)
{
	store_read_begin(store);
	for (const struct sql *q = store->cache; q < store->cache + SQL_CACHE; q++)
		if (q->kept && kept_holds(&store->watch, q->kept, q->kept->arguments) &&
			!is_true(store, q))
			fail_msg("the answer that is kept is another one: %s", q->text);
	store_read_end(store);
}
