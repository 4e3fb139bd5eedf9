/* SPDX-License-Identifier: MIT */
/*
 * Options, by hand and not by getopt_long: a verb's own stand beside the common
 * ones in one table, an unknown one is refused with the nearest known, and what
 * is no option stays in its order for the verb.
 */
#include <string.h>

#include "cli.h"

#include "model/nearest.h"

enum { COMMON = 9, MOST = 32 };

/* All that may stand on the line: the verb's own options, then the common ones. One of its
 * own hides a common one of that name (--as), which then stands before the verb. */
struct known {
	struct cli_option all[MOST];
	size_t count;
};

static void know(struct known *known, struct cli *cli, const struct cli_option *own)
{
	const struct cli_option common[COMMON] = {
		{.name = "db", .value = &cli->database},
		{.name = "session", .value = &cli->session},
		{.name = "as", .value = &cli->person},
		{.name = "at", .value = &cli->at},
		{.name = "rehearse", .value = &cli->rehearse},
		{.name = "color", .value = &cli->colour},
		{.name = "backups", .value = &cli->second},
		{.name = "help", .letter = 'h', .flag = &cli->help},
		{.name = "version", .letter = 'V', .flag = &cli->version},
	};

	known->count = 0;
	while (own && own->name && known->count < MOST - COMMON)
		known->all[known->count++] = *own++;
	memcpy(known->all + known->count, common, sizeof common);
	known->count += COMMON;
}

static const struct cli_option *by_name(const struct known *known, const char *name, size_t length)
{
	for (size_t i = 0; i < known->count; i++)
		if (strlen(known->all[i].name) == length &&
			strncmp(known->all[i].name, name, length) == 0)
			return &known->all[i];
	return NULL;
}

static const struct cli_option *by_letter(const struct known *known, char letter)
{
	for (size_t i = 0; i < known->count; i++)
		if (known->all[i].letter == letter)
			return &known->all[i];
	return NULL;
}

static bool refuse(const struct known *known, const char *word, struct err *err)
{
	const char *names[MOST], *near;

	for (size_t i = 0; i < known->count; i++)
		names[i] = known->all[i].name;
	near = nearest_find(word + strspn(word, "-"), names, known->count);
	if (near)
		return err_set(
			err, ERR_USAGE, "unknown option '%s'; did you mean --%s?", word, near);
	return err_set(err, ERR_USAGE, "unknown option '%s'; try rapporteur --help", word);
}

/* Gives the option its value, which stands behind it or in the next word; *at is
 * moved past what was taken. */
static bool take(const struct cli_option *option, const char *word, const char *value, int argc,
	char **argv, int *at, struct err *err)
{
	if (option->flag && value)
		return err_set(err, ERR_USAGE, "--%s takes no value", option->name);
	if (option->flag) {
		*option->flag = true;
		return true;
	}
	if (!value && *at + 1 >= argc)
		return err_set(err, ERR_USAGE, "%s wants a value", word);
	*option->value = value ? value : argv[++*at];
	return true;
}

static bool take_long(const struct known *known, int argc, char **argv, int *at, struct err *err)
{
	const char *word = argv[*at], *name = word + 2, *equals = strchr(name, '=');
	size_t length = equals ? (size_t)(equals - name) : strlen(name);
	const struct cli_option *option = by_name(known, name, length);

	if (!option)
		return refuse(known, word, err);
	return take(option, word, equals ? equals + 1 : NULL, argc, argv, at, err);
}

static bool take_short(const struct known *known, int argc, char **argv, int *at, struct err *err)
{
	const char *word = argv[*at];
	const struct cli_option *option = by_letter(known, word[1]);

	if (!option || (option->flag && word[2]))
		return refuse(known, word, err);
	return take(option, word, word[2] ? word + 2 : NULL, argc, argv, at, err);
}

bool cli_file_alone(const struct cli *cli, const char *file, struct err *err)
{
	return !cli->session || !file ||
	       err_set(err, ERR_USAGE,
		       "--session %s is a session of the database, and %s is of its own: leave one "
		       "of them out",
		       cli->session, file);
}

int options_read(struct cli *cli, const struct cli_option *own, bool all, int argc, char **argv,
	struct err *err)
{
	struct known known;
	int count = 0, i;

	know(&known, cli, own);
	for (i = 0; i < argc; i++) {
		bool option = argv[i][0] == '-' && argv[i][1];
		if (strcmp(argv[i], "--") == 0) {
			i++;
			break;
		}
		if (!option && !all)
			break;
		if (!option)
			argv[count++] = argv[i];
		else if (!(argv[i][1] == '-' ? take_long : take_short)(&known, argc, argv, &i, err))
			return -1;
	}
	while (i < argc)
		argv[count++] = argv[i++];
	return count;
}
