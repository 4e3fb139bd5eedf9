/* SPDX-License-Identifier: MIT */
/*
 * JSON (RFC 8259), written and read. The writer has one function, for what is not plain
 * formatting: texts. The reader is a cursor that is asked for what its caller expects next;
 * it takes nothing that the grammar has not, and it builds nothing.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* Adds the text as a JSON string, with its quotation marks. What could steer a terminal or
 * hide (controls, bidirectional overrides, blanks without width, private use) is escaped
 * ("\u202e") and is itself again for whoever reads it; bad bytes become U+FFFD. */
void json_put(struct str *out, const char *text);

enum { JSON_DEPTH_MAX = 256 }; /* arrays and objects inside one another */

/* A cursor. After the first failure every function returns false and changes nothing. */
struct json {
	const char *text;
	size_t length, at;
	int depth;
	bool failed;
	struct err *err; /* gets "line:column: sentence", ERR_DATA */
};

/* The text is borrowed; fails at once if it is no UTF-8 or has NUL in it. */
bool json_begin(struct json *json, const char *text, size_t length, struct err *err);
/* Fails with a sentence of the caller's, at the place where the cursor is. */
bool json_fail(struct json *json, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Takes the beginning of an object or array. */
bool json_object(struct json *json);
bool json_array(struct json *json);
/* Goes to the next member or element: `count` is how many there were, 0 before the first,
 * and is counted up. False behind the last, whose end is taken, and on a failure. */
bool json_member(struct json *json, size_t *count, struct str *key);
bool json_element(struct json *json, size_t *count);
/* Takes a value of that kind. A string gets the place of what was in out; one with
 * "\u0000" or half a surrogate pair is refused. A number has neither fraction nor
 * exponent and is from `least` to `most`. */
bool json_string(struct json *json, struct str *out);
bool json_number(struct json *json, int least, int most, int *out);
bool json_integer(struct json *json, int64_t *out); /* any that fits */
/* The sign that the next value begins with, '"' of a string; nothing is taken. 0 at the end
 * and behind a failure. */
char json_next(struct json *json);
bool json_truth(struct json *json, bool *out);
/* True if nothing is left but blanks. */
bool json_end(struct json *json);

#endif
