/* SPDX-License-Identifier: MIT */
/* rapporteur agenda import: a published agenda as an agenda file. What was guessed is
 * said with its line in the document; what was not understood is in the file. */
#include <string.h>

#include "verbs.h"

#include "exchange/agenda_import.h"

static const char *const usage = "rapporteur agenda import [--review] DOCUMENT [-o FILE]";

static void say(const char *path, const struct agenda *agenda, const struct messages *messages)
{
	struct str out;

	str_init(&out);
	messages_format(messages, &out);
	str_addf(&out, "%s: ", path);
	agenda_import_summary(agenda, &out);
	str_addc(&out, '\n');
	cli_warn(out.text, out.length);
	str_clear(&out);
}

static bool import(struct cli *cli, const char *path, const char *file, struct err *err)
{
	struct reading reading;
	struct agenda agenda;
	struct messages messages;
	bool done;

	reading_init(&reading);
	agenda_init(&agenda);
	messages_init(&messages, path);
	done = reading_file(&reading, path, err) &&
	       agenda_import(&reading, path, &agenda, &messages, err) &&
	       verb_put_agenda(cli, &agenda, false, "yaml", file, err);
	if (done)
		say(path, &agenda, &messages);
	messages_clear(&messages);
	agenda_clear(&agenda);
	reading_clear(&reading);
	return done;
}

int agenda_import_verb(struct cli *cli, int argc, char **argv)
{
	const char *file = NULL;
	bool review = false;
	const struct cli_option own[] = {{.name = "output", .letter = 'o', .value = &file},
		{.name = "review", .flag = &review}, {0}};
	struct err err = {0};

	if (verb_operands(cli, own, argc, argv, 1, 1, usage, &err) < 0)
		return cli_fail(&err);
	if (review && file && strcmp(file, "-") == 0) {
		err_set(&err, ERR_USAGE, "a review needs a file that keeps the agenda, not '-'");
		return cli_fail(&err);
	}
	if (review)
		return screen_review(cli, argv[0], file);
	return import(cli, argv[0], file, &err) ? 0 : cli_fail(&err);
}
