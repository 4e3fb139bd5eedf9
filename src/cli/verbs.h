/* SPDX-License-Identifier: MIT */
/* The functions of the verbs, for their table; and how a command is run as one. */
#ifndef VERBS_H
#define VERBS_H

#include "cli.h"
#include "model/agenda.h"

int do_verb(struct cli *cli, int argc, char **argv);
int report_verb(struct cli *cli, int argc, char **argv);
int agenda_check_verb(struct cli *cli, int argc, char **argv);
int agenda_next_verb(struct cli *cli, int argc, char **argv);
int agenda_show_verb(struct cli *cli, int argc, char **argv);
int agenda_import_verb(struct cli *cli, int argc, char **argv);
int agenda_export_verb(struct cli *cli, int argc, char **argv);
int session_list_verb(struct cli *cli, int argc, char **argv);
int session_show_verb(struct cli *cli, int argc, char **argv);
int session_archive_verb(struct cli *cli, int argc, char **argv);
int session_delete_verb(struct cli *cli, int argc, char **argv);
int session_copy_verb(struct cli *cli, int argc, char **argv);
int session_export_verb(struct cli *cli, int argc, char **argv);
int session_import_verb(struct cli *cli, int argc, char **argv);
int search_verb(struct cli *cli, int argc, char **argv);
int check_style_verb(struct cli *cli, int argc, char **argv);
int check_verb(struct cli *cli, int argc, char **argv);
int backup_verb(struct cli *cli, int argc, char **argv);
int restore_verb(struct cli *cli, int argc, char **argv);
int sheet_verb(struct cli *cli, int argc, char **argv);
int sheet_speakers_verb(struct cli *cli, int argc, char **argv);
int sheet_order_verb(struct cli *cli, int argc, char **argv);
int recommendation_export_verb(struct cli *cli, int argc, char **argv);
int recommendation_import_verb(struct cli *cli, int argc, char **argv);
int contributions_verb(struct cli *cli, int argc, char **argv);
int display_verb(struct cli *cli, int argc, char **argv);
int help_verb(struct cli *cli, int argc, char **argv);
int manual_verb(struct cli *cli, int argc, char **argv);
int completion_verb(struct cli *cli, int argc, char **argv);

/* `rapporteur do NAME ARGS…` under a name of its own (do.c). */
int do_command(struct cli *cli, const char *name, int argc, char **argv);

/* The terminal, taken over, with colours as --color says; NULL with err (screen.c). */
struct term *cli_terminal(const struct cli *cli, struct err *err);

/* Takes the options that are common to all, of a verb that has none of its own, and
 * checks that there are from..to operands: their number, or -1 with err (verbs.c). */
int verb_operands(struct cli *cli, const struct cli_option *own, int argc, char **argv, int from,
	int to, const char *usage, struct err *err);

/* Where what a verb makes goes: NULL or "-" is standard output; a file that is there is
 * written over as command/overwrite.h says. */
struct target {
	const char *file;
	bool anyway;
};
/* Prints the text, or writes it to the file; never over the database (verbs.c). */
bool verb_put(
	struct cli *cli, const struct str *text, const struct target *target, struct err *err);
/* The same of the agenda in a format (command/agenda_export.h). */
bool verb_put_agenda(struct cli *cli, const struct agenda *agenda, bool adopted, const char *format,
	const struct target *target, struct err *err);

#endif
