/* SPDX-License-Identifier: MIT */
/* rapporteur agenda import: a published agenda as an agenda file. What was guessed is
 * said with its line in the document; what was not understood is in the file. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "verbs.h"

#include "base/file.h"
#include "exchange/agenda_import.h"
#include "exchange/agenda_write.h"

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

enum { FILE_MOST = 4 * 1024 * 1024 }; /* bytes: as much as is read of an agenda file */

/* A review writes as the program does: what it corrected is known by its other words. */
static bool may_write(const struct agenda *agenda, const char *file, struct err *err)
{
	struct str there, here;
	bool good;

	if (!file || strcmp(file, "-") == 0 || (access(file, F_OK) != 0 && errno == ENOENT))
		return true;
	str_init(&there);
	str_init(&here);
	agenda_write(agenda, &here);
	good = file_read(file, FILE_MOST, &there, err);
	if (good && agenda_is_written(there.text, there.length) &&
		strcmp(there.text, here.text) != 0)
		good = err_set(err, ERR_CANNOT_CREATE,
			"%s is there already, with corrections or of another document; name another file with --output, "
			"or go on with it: rapporteur agenda import --review",
			file);
	str_clear(&here);
	str_clear(&there);
	return good;
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
	       may_write(&agenda, file, err) &&
	       verb_put_agenda(cli, &agenda, false, "yaml", &(struct target){file, false}, err);
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

	if (verb_operands(cli, own, argc, argv, 1, 1, usage, &err) < 0 ||
		!cli_file_alone(cli, argv[0], &err))
		return cli_fail(&err);
	if (review && file && strcmp(file, "-") == 0) {
		err_set(&err, ERR_USAGE, "a review needs a file that keeps the agenda, not '-'");
		return cli_fail(&err);
	}
	if (review)
		return screen_review(cli, argv[0], file);
	return import(cli, argv[0], file, &err) ? 0 : cli_fail(&err);
}
