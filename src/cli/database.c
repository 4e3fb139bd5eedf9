/* SPDX-License-Identifier: MIT */
/* rapporteur check, backup, restore, sheet: the database as a whole, and paper
 * to go on with when there is none. */
#include "verbs.h"

#include "base/clock.h"
#include "store/backup.h"

static const char *const usage_check = "rapporteur check [--repair]";
static const char *const usage_restore = "rapporteur restore FILE";

static bool check(struct cli *cli, bool repair, struct err *err)
{
	struct str out;
	bool good;

	if (!cli_open(cli, STORE_OPEN_EXISTING, err) || !store_check(cli->store, repair, err))
		return false;
	str_init(&out);
	str_addf(&out, "%s is whole%s\n", store_path(cli->store),
		repair ? "; what is derived was made anew" : "");
	good = cli_print(out.text, out.length, err);
	str_clear(&out);
	return good;
}

int check_verb(struct cli *cli, int argc, char **argv)
{
	bool repair = false;
	const struct cli_option own[] = {{.name = "repair", .flag = &repair}, {0}};
	struct err err = {0};

	if (verb_operands(cli, own, argc, argv, 0, 0, usage_check, &err) < 0 ||
		!check(cli, repair, &err))
		return cli_fail(&err);
	return 0;
}

int backup_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "backup", argc, argv);
}

int sheet_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "sheet", argc, argv);
}

int sheet_speakers_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "sheet speakers", argc, argv);
}

int sheet_order_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "sheet order", argc, argv);
}

int recommendation_import_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "recommendation import", argc, argv);
}

int contributions_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "contribution list", argc, argv);
}

/* Not by the command of that name: it must work when the database cannot be opened
 * any more, which is when it is wanted most. */
static bool restore(struct cli *cli, const char *backup, struct err *err)
{
	struct str path, kept, out;
	bool done;

	str_init(&path);
	str_init(&kept);
	str_init(&out);
	done = cli_database(cli, &path, err) && cli_make_folder(cli, path.text, err) &&
	       backup_restore(backup, path.text, clock_now(&(struct clock){0}), &kept, err);
	if (done) {
		str_addf(&out, "%s is restored from %s", path.text, backup);
		if (kept.length)
			str_addf(&out, "; what was there is kept as %s", kept.text);
		str_addc(&out, '\n');
		done = cli_print(out.text, out.length, err);
	}
	str_clear(&path);
	str_clear(&kept);
	str_clear(&out);
	return done;
}

int restore_verb(struct cli *cli, int argc, char **argv)
{
	struct err err = {0};

	if (verb_operands(cli, NULL, argc, argv, 1, 1, usage_restore, &err) < 0 ||
		!restore(cli, argv[0], &err))
		return cli_fail(&err);
	return 0;
}
