/* SPDX-License-Identifier: MIT */
/*
 * A session in a file that carries it to another machine: JSON, a row a line. What is read
 * back is the session that was written, row by row; a copy for the rapporteur has neither
 * requests nor proposers.
 */
#ifndef EXCHANGE_SESSION_FILE_H
#define EXCHANGE_SESSION_FILE_H

#include "store/session_rows.h"
#include "base/str.h"

/* Adds the file of a session. */
bool session_file_write(struct store *store, int64_t session, bool for_rapporteur, struct str *out,
	struct err *err);

/* Does it begin as one, of whatever version? */
bool session_file_is(const char *text, size_t length);

/* Takes a session out of a file, within a change, under the key (NULL: its own); its id, or 0
 * with "file:line:column: sentence". ERR_DATA for what is none, or is of a newer version. */
int64_t session_file_take(struct store *store, const char *name, const char *text, size_t length,
	const char *key, struct err *err);

/* Only looks: each row, without taking any. */
bool session_file_read(const char *name, const char *text, size_t length, session_row_taker *take,
	void *data, struct err *err);

#endif
