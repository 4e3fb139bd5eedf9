/* SPDX-License-Identifier: MIT */
/*
 * The table in which the responses of States to a survey come and go: comma-separated
 * values with the columns state, received, anew, language, focal point, office, contact,
 * document, file, covers, panel and remark. State alone must be there.
 */
#ifndef EXCHANGE_RESPONSE_FILE_H
#define EXCHANGE_RESPONSE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"
#include "exchange/message.h"

struct response_line {
	const char *state;
	const char *received, *updated; /* YYYY-MM-DD; or NULL, as all that follows */
	const char *language, *focal, *office, *contact, *document, *file, *covers, *panel, *remark;
	int line, column; /* of the state */
};

struct response_file {
	struct arena arena;
	struct response_line *lines;
	size_t count;
};

void response_file_init(struct response_file *file);
void response_file_clear(struct response_file *file);

/* Reads the table; false if any message is an error. Lines that could be read are there
 * all the same. */
bool response_file_read(const char *path, struct response_file *file, struct messages *messages);
bool response_file_parse(const char *name, const char *text, size_t length,
	struct response_file *file, struct messages *messages);

/* Adds the table of these lines; contacts: with the columns of the focal point. What a
 * spreadsheet would take for a formula has a "'" before it, which reading takes away. */
void response_file_write(
	const struct response_line *lines, size_t count, bool contacts, struct str *out);

#endif
