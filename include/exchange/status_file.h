/* SPDX-License-Identifier: MIT */
/*
 * The file in which a user says who is what: which States are parties to a
 * treaty and since when, which organizations take part. YAML or comma-separated
 * values with the columns name, status, date, kind and treaty.
 */
#ifndef EXCHANGE_STATUS_FILE_H
#define EXCHANGE_STATUS_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "exchange/message.h"

struct status_line {
	const char *name;
	const char *status; /* party signatory nonparty, or NULL: the line does not say */
	const char *date;   /* since when, or NULL */
	const char *kind;   /* as in the roster ("un_body"), or NULL */
	const char *treaty; /* or NULL */
	int line, column;   /* of the name */
};

struct status_file {
	struct arena arena;
	struct status_line *lines;
	size_t count;
};

void status_file_init(struct status_file *file);
void status_file_clear(struct status_file *file);

/* Reads the file; false if any message is an error. Lines that could be read are there
 * all the same, so that the caller can say at once what else is wrong with them. A file
 * that begins with "rapporteur:" (behind comments) is YAML, any other is a table. */
bool status_file_read(const char *path, struct status_file *file, struct messages *messages);
bool status_file_parse(const char *name, const char *text, size_t length, struct status_file *file,
	struct messages *messages);

#endif
