/* SPDX-License-Identifier: MIT */
/* rapporteur recommendation export: the command of that name, with the options that the
 * other verbs that print have, wherever they stand. */
#include "verbs.h"

static const char *const usage =
	"rapporteur recommendation export [R] [--as VIEW] [--non-paper N] [--lines]"
	" [--format F] [-o FILE [--anyway]]";

/* Options of the command, as it has them. */
enum { WORDS = 8 };
struct given {
	char *all[WORDS];
	int count;
};

static void add(struct cli *cli, struct given *words, const char *name, const char *value)
{
	if (value)
		words->all[words->count++] = arena_printf(&cli->arena, "--%s=%s", name, value);
}

static void add_flag(struct cli *cli, struct given *words, const char *name, bool given)
{
	if (given)
		words->all[words->count++] = arena_printf(&cli->arena, "--%s", name);
}

int recommendation_export_verb(struct cli *cli, int argc, char **argv)
{
	const char *view = NULL, *non_paper = NULL, *format = NULL, *file = NULL;
	bool lines = false, anyway = false;
	const struct cli_option own[] = {{.name = "as", .value = &view},
		{.name = "non-paper", .value = &non_paper}, {.name = "lines", .flag = &lines},
		{.name = "format", .letter = 'F', .value = &format},
		{.name = "output", .letter = 'o', .value = &file},
		{.name = "anyway", .flag = &anyway}, {0}};
	struct given words = {.count = 0};
	struct err err = {0};
	int count = verb_operands(cli, own, argc, argv, 0, 1, usage, &err);

	if (count < 0)
		return cli_fail(&err);
	add(cli, &words, "as", view);
	add(cli, &words, "non-paper", non_paper);
	add(cli, &words, "format", format);
	add(cli, &words, "file", file);
	add_flag(cli, &words, "lines", lines);
	add_flag(cli, &words, "anyway", anyway);
	if (count == 1)
		words.all[words.count++] = argv[0];
	return do_command(cli, "recommendation export", words.count, words.all);
}
