/* SPDX-License-Identifier: MIT */
/*
 * rapporteur do: commands of the table, one from the shell or many from a
 * script. One at a time: a command is read, done, durable and reported before
 * the next one is looked at, and nothing is done after what failed or could not
 * be reported.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "backups.h"
#include "verbs.h"

#include "base/utf8.h"
#include "command/rehearsal.h"

enum { COMMAND_BYTES_MAX = 1 << 20 };

/* --- one command --- */

static bool report(const struct call *call, struct err *err)
{
	struct str line;
	bool printed;

	if (!cli_is_text(call->output.text, call->output.length))
		return cli_print(call->output.text, call->output.length, err);
	str_init(&line);
	if (call->reply.length > 0 || call->output.length == 0)
		utf8_visible(&line, call->reply.length ? call->reply.text : call->command->name,
			call->reply.length ? call->reply.length : strlen(call->command->name),
			false);
	if (line.length > 0)
		str_addc(&line, '\n');
	str_addn(&line, call->output.text, call->output.length);
	if (line.text[line.length - 1] != '\n')
		str_addc(&line, '\n');
	printed = cli_print(line.text, line.length, err);
	str_clear(&line);
	return printed;
}

/* The command is done whatever becomes of the backup. */
static void back_up(struct cli *cli)
{
	struct err err = {0};

	if (!backups_all(cli, &err))
		cli_fail(&err);
}

/* The clock is that of the session that is worked on. */
static void follow_rehearsal(struct cli *cli)
{
	if (cli->timed == cli->desk.session)
		return;
	cli->timed = cli->desk.session;
	cli->desk.clock.shift = 0;
	rehearsal_go_on(&cli->desk);
}

static bool run(struct cli *cli, const struct words *words, const char *at, struct err *err)
{
	struct question question;
	struct call call;
	enum outcome outcome;
	bool done;

	if (at && !desk_time(&cli->desk, at, &cli->desk.at, err))
		return false;
	if (command_needs_session(words) && !cli_need_session(cli, err))
		return false;
	follow_rehearsal(cli);
	call_init(&call, &cli->desk);
	outcome = command_run(&call, words, &question, err);
	if (outcome != OUTCOME_DONE)
		cli_warn(call.output.text, call.output.length);
	done = outcome == OUTCOME_DONE && report(&call, err);
	if (done && call.milestone)
		back_up(cli);
	call_clear(&call);
	return done;
}

static bool run_line(struct cli *cli, const char *line, struct err *err)
{
	struct words words;
	struct arena arena;
	const char *at;
	bool done;

	arena_init(&arena);
	done = command_parse(line, &arena, &words, &at, err) && run(cli, &words, at, err);
	arena_clear(&arena);
	return done;
}

static bool run_words(struct cli *cli, int argc, char **argv, struct err *err)
{
	struct words words;
	struct arena arena;
	const char *at;
	bool done;

	/* One word with blanks is a whole command in quotation marks. */
	if (argc == 1 && strpbrk(argv[0], " \t\n"))
		return run_line(cli, argv[0], err);
	arena_init(&arena);
	done = command_parse_words(argv, (size_t)argc, &arena, &words, &at, err) &&
	       run(cli, &words, at, err);
	arena_clear(&arena);
	return done;
}

/* --- a script --- */

struct script {
	FILE *file;
	const char *name;
	int line; /* of what was read last */
	int from; /* where the command begins */
	struct str command;
};

static bool open_script(struct script *script, const char *path, struct err *err)
{
	struct stat about;

	script->name = strcmp(path, "-") == 0 ? "standard input" : path;
	script->file = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
	if (!script->file)
		return err_set(err, ERR_NO_INPUT, "%s cannot be read: %s", path, strerror(errno));
	if (fstat(fileno(script->file), &about) == 0 && S_ISDIR(about.st_mode))
		return err_set(err, ERR_NO_INPUT, "%s is a folder and no script", path);
	return true;
}

static bool check_line(
	const struct script *script, const char *line, size_t length, struct err *err)
{
	size_t bad;

	if (script->command.length + length > COMMAND_BYTES_MAX)
		return err_set(err, ERR_DATA,
			"the command is longer than 1 MiB; is a quotation never "
			"closed?");
	if (!utf8_valid(line, length, &bad))
		return err_set(err, ERR_DATA, "this is not UTF-8 (byte %zu)", bad + 1);
	return true;
}

static bool is_comment(const char *line)
{
	line += strspn(line, " \t\r\n");
	return *line == '\0' || *line == '#';
}

/* Adds lines to the command until it is whole; nothing at the end of the file. */
static bool read_command(struct script *script, struct err *err)
{
	struct script_scan scan = {0};
	char *line = NULL;
	size_t room = 0;
	ssize_t length;
	bool good = true;

	str_reset(&script->command);
	errno = 0;
	while (good && (length = getline(&line, &room, script->file)) >= 0) {
		const char *text = line;
		script->line++;
		if (script->line == 1 && strncmp(line, "\xef\xbb\xbf", 3) == 0)
			text += 3;
		if (!scan.open)
			script->from = script->line;
		good = check_line(script, text, (size_t)(line + length - text), err);
		if (!good || (!scan.open && is_comment(text)))
			continue;
		str_add(&script->command, text);
		script_scan(&scan, text, strlen(text));
		if (!scan.open)
			break;
	}
	free(line);
	if (good && ferror(script->file))
		return err_set(err, ERR_IO, "reading failed: %s", strerror(errno));
	return good;
}

static bool run_script(struct cli *cli, struct script *script, struct err *err)
{
	do {
		if (!read_command(script, err))
			return false;
		if (script->command.length > 0 && !run_line(cli, script->command.text, err))
			return false;
	} while (script->command.length > 0);
	return true;
}

static bool run_file(struct cli *cli, const char *path, struct err *err)
{
	struct script script = {0};
	bool done;

	str_init(&script.command);
	done = open_script(&script, path, err);
	if (done && !run_script(cli, &script, err)) {
		err_prefix(err, "%s:%d", script.name, script.from);
		done = false;
	}
	if (script.file && script.file != stdin)
		fclose(script.file);
	str_clear(&script.command);
	return done;
}

/* --- the verb --- */

static bool ready(struct cli *cli, struct err *err)
{
	return cli_open(cli, STORE_OPEN_CREATE, err) && cli_desk(cli, err);
}

int do_verb(struct cli *cli, int argc, char **argv)
{
	const char *file = NULL;
	const struct cli_option own[] = {{.name = "file", .letter = 'f', .value = &file}, {0}};
	struct err err = {0};
	int count = options_read(cli, own, false, argc, argv, &err);

	if (count < 0)
		return cli_fail(&err);
	if (count == 1 && !file && strcmp(argv[0], "-") == 0) {
		file = "-";
		count = 0;
	}
	if (file ? count > 0 : count == 0) {
		err_set(&err, ERR_USAGE,
			"%s; usage: rapporteur do [-f FILE] [COMMAND ...]; rapporteur "
			"help commands lists them",
			file ? "a file of commands and a command: one of them"
			     : "a command is wanted");
		return cli_fail(&err);
	}
	if (!ready(cli, &err))
		return cli_fail(&err);
	if (file)
		return run_file(cli, file, &err) ? 0 : cli_fail_at(&err);
	return run_words(cli, count, argv, &err) ? 0 : cli_fail(&err);
}

/* The options of a command, where it is a verb of its own: they may stand before and
 * among those of the program. */
struct verb_options {
	const struct command *command;
	struct cli_option own[COMMAND_PARAMS + 1]; /* ended by {0} */
	const char *values[COMMAND_PARAMS];
	bool flags[COMMAND_PARAMS];
};

static void options_of(struct verb_options *options)
{
	const struct param *params = options->command->params;

	for (size_t i = 0; i < COMMAND_PARAMS && params[i].name; i++) {
		options->own[i].name = params[i].name;
		if (params[i].type == ARG_FLAG)
			options->own[i].flag = &options->flags[i];
		else
			options->own[i].value = &options->values[i];
	}
}

/* Those given as words of the command line; the number of all words. */
static int add_options(struct cli *cli, const struct verb_options *options, char **all, int count)
{
	for (size_t i = 0; i < COMMAND_PARAMS; i++) {
		const char *name = options->own[i].name, *word = NULL;
		if (options->flags[i])
			word = arena_printf(&cli->arena, "--%s", name);
		else if (options->values[i])
			word = arena_printf(&cli->arena, "--%s=%s", name, options->values[i]);
		if (word)
			all[count++] = (char *)(uintptr_t)word;
	}
	return count;
}

/* The name's words, then the options, then the arguments. */
int do_command(struct cli *cli, const char *name, int argc, char **argv)
{
	char *copy = arena_strdup(&cli->arena, name), *word;
	char **all = arena_alloc(
		&cli->arena, ((size_t)argc + strlen(name) + COMMAND_PARAMS + 2) * sizeof *all);
	struct verb_options options = {.command = command_find(name)};
	struct err err = {0};
	int count = 0, given = argc;
	bool ended;

	memcpy(all, argv, (size_t)argc * sizeof *all);
	options_of(&options);
	argc = options_read(cli, options.own, false, argc, argv, &err);
	if (argc < 0)
		return cli_fail(&err);
	/* What ends the program's options ends those of the command too. */
	ended = given > argc && strcmp(all[given - argc - 1], "--") == 0;
	for (word = strtok(copy, " "); word; word = strtok(NULL, " "))
		all[count++] = word;
	count = add_options(cli, &options, all, count);
	if (ended)
		all[count++] = (char *)(uintptr_t) "--";
	for (int i = 0; i < argc; i++)
		all[count++] = argv[i];
	return ready(cli, &err) && run_words(cli, count, all, &err) ? 0 : cli_fail(&err);
}
