/* SPDX-License-Identifier: MIT */
/*
 * Room for the write-ahead log before it is needed. Where the log grows with every
 * commit, the machine has to keep its new length too before a command is durable; a
 * log that is long already is only written over, as SQLite itself does from its first
 * checkpoint on. So behind the first screen the log is made that long.
 *
 * SQLite finds the end of its log by checksums and by its index, never by the length
 * of the file. The zeros are written through its own file, behind what is there, and
 * under the lock of a writer: nobody appends meanwhile.
 */
#include <string.h>

#include "internal.h"

enum {
	FRAME = 24 + 4096,
	WANTED = 1050 * FRAME, /* bytes: SQLite's 1,000 pages, and a change of some more */
	BLOCK = 64 * 1024,
	BLOCKS = 4 /* in a slice: a millisecond or two */
};

/* NULL where the log is another: in memory, on a network. */
static sqlite3_file *log_file(struct store *store)
{
	struct sql *q = sql_query(store, "PRAGMA journal_mode", "");
	sqlite3_file *file = NULL;
	bool is_wal = sql_row(q) && strcmp(sql_text(q, 0), "wal") == 0;

	sql_done(q);
	if (!is_wal || sqlite3_file_control(
			       store->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) != SQLITE_OK)
		return NULL;
	return file && file->pMethods ? file : NULL;
}

/* True if there is more to do. Where the disk is full the log is as long as it was. */
static bool lengthen(sqlite3_file *file)
{
	static const char zeros[BLOCK];
	sqlite3_int64 before, size;
	bool good = file->pMethods->xFileSize(file, &before) == SQLITE_OK;

	if (!good || before >= WANTED)
		return false;
	for (size = before; good && size < before + BLOCKS * BLOCK; size += BLOCK)
		good = file->pMethods->xWrite(file, zeros, BLOCK, size) == SQLITE_OK;
	good = good &&
	       file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY) == SQLITE_OK;
	if (!good)
		file->pMethods->xTruncate(file, before);
	return good && size < WANTED;
}

bool store_log_slice(struct store *store)
{
	sqlite3_file *file;
	bool more = false;

	if (store->read_only || store->in_change || !sqlite3_get_autocommit(store->db))
		return false;
	sqlite3_busy_timeout(store->db, 0); /* who is writing has no need of this */
	if (sql_script(store, "BEGIN IMMEDIATE", NULL)) {
		file = log_file(store);
		more = file && lengthen(file);
		sql_script(store, "ROLLBACK", NULL);
	}
	sqlite3_busy_timeout(store->db, STORE_BUSY_MS);
	return more;
}
