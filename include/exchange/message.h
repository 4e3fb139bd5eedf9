/* SPDX-License-Identifier: MIT */
/* What a reader has to say about a file: "file:line:column: sentence". User's
 * text in it goes through utf8_visible; whoever quotes it cuts it before. */
#ifndef EXCHANGE_MESSAGE_H
#define EXCHANGE_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

struct message {
	bool warning;       /* else an error */
	bool note;          /* a warning that a careful reader would only mention */
	enum err_code code; /* of an error: ERR_DATA, ERR_NO_INPUT */
	int line, column;   /* from 1; 0 = of the whole file */
	char *text;         /* a sentence that says what is wrong and what to do */
};

struct messages {
	const char *file;    /* a copy; change it with messages_set_file */
	struct message *all; /* in order of line after messages_sort */
	size_t count, capacity;
	size_t errors;   /* all of them, with those left out */
	size_t warnings; /* those that are kept */
	size_t left_out; /* past the first MESSAGES_KEPT, half of them for errors */
};

enum { MESSAGES_KEPT = 1000 };

void messages_init(struct messages *messages, const char *file);
void messages_clear(struct messages *messages);
void messages_set_file(struct messages *messages, const char *file);
void messages_add(struct messages *messages, bool warning, int line, int column, const char *format,
	...) __attribute__((format(printf, 5, 6)));
/* The same of a note: "note: sentence". */
void messages_note(struct messages *messages, int line, int column, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* By line and column; what has the same place stays in the order of its coming. */
void messages_sort(struct messages *messages);
/* All of them, a line each, "file:line:column: [warning: |note: ]sentence"; without
 * ":line:column" where the line is 0. */
void messages_format(const struct messages *messages, struct str *out);
/* The first error as err (with its place), and how many more there are. False
 * if there is an error, so that `return messages_err(...)` is how a reader ends. */
bool messages_err(const struct messages *messages, struct err *err);

#endif
