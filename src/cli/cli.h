/* SPDX-License-Identifier: MIT */
/*
 * The command line: common options, one table of verbs, and what the verbs
 * share. A verb returns the exit code of the program (base/err.h); what it has
 * to say about a failure goes through cli_fail.
 *
 *	main.c: cli_start, options_read, then cli_verb or screen_run, then cli_close.
 */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "command/command.h"
#include "store/store.h"

#define CLI_VERSION "0.1"

/* One run of the program: what the common options said, and what was opened. */
struct cli {
	const char *program;  /* as it was called, or NULL */
	const char *database; /* --db FILE; NULL: proceedings.db in the data home */
	const char *session;  /* --session ID, or NULL */
	const char *person;   /* --as NAME; NULL: the login */
	const char *at;       /* --at TIME, or NULL */
	const char *rehearse; /* --rehearse TIME, of the full screen; or NULL */
	const char *second;   /* --backups FOLDER, RAPPORTEUR_BACKUPS: a second one; or NULL */
	const char *colour;   /* --color auto, always or never; or NULL */
	bool help, version;   /* --help, --version were given */
	struct store *store;  /* NULL until cli_open */
	struct desk desk;     /* whole after cli_desk */
	int64_t timed;        /* of do: the session that its clock is of; 0 = none yet */
	struct arena arena;   /* for what lives as long as the run */
};

/* --- start and end (start.c) --- */

/* First of all in main: descriptors 0 to 2 that are closed are taken by /dev/null,
 * the wrong way round, so that the database never gets one of them and using one
 * fails; SIGPIPE and SIGXFSZ ignored; the locale's characters; new files 0600. */
void cli_start(void);
void cli_close(struct cli *cli); /* frees the desk, the store and the arena */

/* --- options (options.c) --- */

/* Refuses a --session beside a file (NULL: none), which is of a session of its own. */
bool cli_file_alone(const struct cli *cli, const char *file, struct err *err);

/* An option that a verb has beside the common ones. Exactly one of value and flag. */
struct cli_option {
	const char *name;   /* "output": --output FILE, --output=FILE */
	char letter;        /* 'o': -o FILE; 0 = none */
	const char **value; /* gets the value, borrowed from argv */
	bool *flag;         /* set to true */
};

/*
 * Takes common options into cli and a verb's own (a table ended by name NULL, or
 * NULL) to their places, and moves the operands to argv[0...]; returns how many
 * there are, or -1 with ERR_USAGE and a sentence that names the nearest option.
 * With `all`, options may stand anywhere before "--"; without it the first operand
 * ends them (main, before the verb; do, before the command). argv[0] is already
 * the first thing to look at, never the program's name.
 */
int options_read(struct cli *cli, const struct cli_option *own, bool all, int argc, char **argv,
	struct err *err);

/* --- opening (open.c) --- */

/* Opens cli->store. Folders of the default place are made with STORE_OPEN_CREATE. */
bool cli_open(struct cli *cli, enum store_open how, struct err *err);
/* The path that cli_open opens. */
bool cli_database(const struct cli *cli, struct str *path, struct err *err);
/* Makes the folder of that path, if it is the default one. */
bool cli_make_folder(const struct cli *cli, const char *path, struct err *err);
/* Fills cli->desk from the open store: person, origin, clock, the session, its time
 * zone, --at. Without --session the session is the only one that is neither archived
 * nor deleted, else the one whose days hold today; else none (desk.session 0), which
 * is no error here. A --session that does not exist is. */
bool cli_desk(struct cli *cli, struct err *err);
/* For what cannot do without: ERR_USAGE with the list of sessions, if there is none. */
bool cli_need_session(const struct cli *cli, struct err *err);

/* --- saying (say.c) --- */

/* "rapporteur: SENTENCE" on standard error, through the output filter; its code. */
int cli_fail(const struct err *err);
/* The same of a sentence that begins with its place, "FILE:LINE: ". */
int cli_fail_at(const struct err *err);
/* Lines on standard error that are no failure of the verb: messages about a file. */
void cli_warn(const char *text, size_t length);
/* The text on standard output, at once; control characters made visible, LF and TAB
 * pass. What has a NUL is no text (a DOCX): it goes out as it is, and is refused with
 * ERR_USAGE where standard output is a terminal. False with ERR_IO if it could not all be
 * written. */
bool cli_print(const char *text, size_t length, struct err *err);
bool cli_is_text(const char *bytes, size_t length);

/* --- verbs (verbs.c) --- */

struct verb {
	const char *name;  /* "agenda check": the longest that argv begins with wins */
	const char *usage; /* what follows the name: "FILE..." */
	const char *help;  /* imperative, a capital, no full stop */
	int (*run)(struct cli *cli, int argc, char **argv); /* argv without the name */
};

extern const struct verb verbs[]; /* ended by name NULL */

/* Runs the verb that argv begins with and returns the exit code; -1 if argv is empty
 * or its first word is a file (it has a "/", ends in .yaml or .yml, or is a document): the screen's
 * affair. What is neither is refused with 64 and a hint. */
int cli_verb(struct cli *cli, int argc, char **argv);
/* Has the name one of the endings of published documents: .txt .md .html .docx .pdf? */
bool cli_is_document(const char *word);
void cli_help(struct str *out); /* what --help prints */

/* --- the full screen (screen.c) --- */

/* Opens the database and, if given, the agenda file, and runs until the person
 * leaves. argv holds at most one operand, the file. */
int screen_run(struct cli *cli, int argc, char **argv);
/* The same on the review of a published agenda, kept in file (NULL: beside it). */
int screen_review(struct cli *cli, const char *document, const char *file);

#endif
