/* SPDX-License-Identifier: MIT */
/*
 * The world's and the user's failures: one sentence that says what went wrong,
 * where, and what to do, with the exit code that belongs to it (design,
 * "Command line"). Bugs and a lack of memory are not errors but die(), mem.h.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

/* The exit codes of the program. */
enum err_code {
	ERR_NONE = 0,
	ERR_USAGE = 64,       /* a command or argument that is none */
	ERR_DATA = 65,        /* a file's content is wrong */
	ERR_NO_INPUT = 66,    /* a file cannot be read */
	ERR_UNAVAILABLE = 69, /* no terminal */
	ERR_INTERNAL = 70,
	ERR_SYSTEM = 71,
	ERR_CANNOT_CREATE = 73,
	ERR_IO = 74,
	ERR_TRY_AGAIN = 75, /* the database is locked */
	ERR_CONFIG = 78
};

struct err {
	enum err_code code;
	char text[1000]; /* "" while there is no error */
};

/* Sets code and sentence, cut at a character when too long, and returns false,
 * so that `return err_set(...)` is how a function fails. err may be NULL. */
bool err_set(struct err *err, enum err_code code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Puts "PREFIX: " before the sentence (a file's name, a line of a script).
 * Returns false. */
bool err_prefix(struct err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
