/* SPDX-License-Identifier: MIT */
/* The real program, run from the shell's side: words in, output and exit code out.
 * Each program has a home of its own, so that it begins with nothing. */
#ifndef SUPPORT_CLI_PROGRAM_H
#define SUPPORT_CLI_PROGRAM_H

#include <stdbool.h>

#include "base/arena.h"

struct program {
	struct arena arena;
	const char *home;      /* a fresh folder */
	const char *input;     /* text for standard input; NULL: nothing */
	const char *output_to; /* a file in place of what is caught, "/dev/full"; NULL */
	unsigned closed;       /* descriptors closed before it begins: 1 << n */
	bool ordinary;         /* runs as nobody, if the tests run as root */
	int status;            /* of the last run: exit code, or 128 + signal */
	long peak;             /* of the last run: KiB of memory at most, and no less than this
				* process had when it began it */
	const char *out, *err; /* what it printed, in the arena */
};

void program_begin(struct program *program);
void program_end(struct program *program); /* removes the home */

/* From here on it runs as an ordinary user, who owns what is in the home: root may
 * write everything, and a test of permissions would test nothing. */
void program_drop(struct program *program);

/* Runs it with these words, ended by NULL, and waits. */
void program_run(struct program *program, ...) __attribute__((sentinel));
/* The same, and fails the test unless it exits with 0 and says nothing on stderr;
 * returns what it printed. */
const char *program_does(struct program *program, ...) __attribute__((sentinel));

/* A file in the home with that text; its path. */
const char *program_file(struct program *program, const char *name, const char *text);
const char *program_path(struct program *program, const char *name);
/* The text of a file, or NULL. */
const char *program_read(struct program *program, const char *path);

void assert_contains(const char *text, const char *part);
/* The last run ended with that code, said just `err`, and printed nothing. */
void assert_failed(const struct program *program, int status, const char *err);

#define EXAMPLE_AGENDA "agendas/2012-10-17-wg-technical-assistance.yaml"
#define EXAMPLE_SESSION "2012-10-17-wg-technical-assistance"

/* The text of the smallest agenda file, of a session "toys". */
#define GOOD_AGENDA                                                                          \
	"rapporteur: agenda/1\n"                                                             \
	"session: {id: toys, title: Toys, place: Vienna, from: 2012-10-17, to: 2012-10-17, " \
	"timezone: Europe/Vienna}\n"                                                         \
	"bodies:\n  - {id: wg, name: Working Group on Toys}\n"                               \
	"items:\n  - {number: \"1\", title: Opening}\n"

#endif
