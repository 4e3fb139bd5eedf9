/* SPDX-License-Identifier: MIT */
/* The beginning: options, then a verb of the command line or the full screen. */
#include <string.h>

#include "cli/cli.h"
#include "cli/verbs.h"
#include "ui/app.h"

static int print(const char *text)
{
	struct err err = {0};

	return cli_print(text, strlen(text), &err) ? 0 : cli_fail(&err);
}

static int print_help(void)
{
	struct str out;
	int code;

	str_init(&out);
	cli_help(&out);
	code = print(out.text);
	str_clear(&out);
	return code;
}

/* "rapporteur report --help": the words before it, "do" aside, say of what. */
static int help_asked_behind(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0)
			return i;
	return 0;
}

static int run(struct cli *cli, int argc, char **argv)
{
	struct err err = {0};
	int help, code;

	argc = options_read(cli, NULL, false, argc, argv, &err);
	if (argc < 0)
		return cli_fail(&err);
	if (cli->version)
		return print("rapporteur " CLI_VERSION "\n");
	if (cli->help)
		return print_help();
	help = help_asked_behind(argc, argv);
	if (help > 1 && strcmp(argv[0], "do") == 0)
		return help_verb(cli, help - 1, argv + 1);
	if (help > 0)
		return help_verb(cli, help, argv);
	code = cli_verb(cli, argc, argv);
	return code >= 0 ? code : screen_run(cli, argc, argv);
}

int main(int argc, char **argv)
{
	struct cli cli = {0};
	int code;

	cli.program = argc > 0 ? argv[0] : NULL;
	cli_start();
	arena_init(&cli.arena);
	command_add_group(screen_commands);
	command_add_group(review_commands);
	code = run(&cli, argc > 0 ? argc - 1 : 0, argv + 1);
	cli_close(&cli);
	return code;
}
