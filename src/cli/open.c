/* SPDX-License-Identifier: MIT */
/*
 * The database, the person and the session that a verb works on. A session is
 * chosen without asking only where there is no doubt; what it is for then says
 * whether it can do without.
 */
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "cli.h"

#include "base/civil.h"
#include "base/file.h"
#include "base/utf8.h"
#include "store/agenda.h"
#include "store/draft.h"

/* --- the database --- */

bool cli_database(const struct cli *cli, struct str *path, struct err *err)
{
	if (cli->database) {
		if (*cli->database == '\0')
			return err_set(err, ERR_USAGE, "--db wants the name of a file");
		str_add(path, cli->database);
		return true;
	}
	if (!file_home("data", path, err))
		return false;
	str_add(path, "/proceedings.db");
	return true;
}

bool cli_make_folder(const struct cli *cli, const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	struct str folder;
	bool made;

	if (cli->database || !slash)
		return true;
	str_init(&folder);
	str_addn(&folder, path, (size_t)(slash - path));
	made = file_make_folders(folder.text, err);
	str_clear(&folder);
	return made;
}

bool cli_open(struct cli *cli, enum store_open how, struct err *err)
{
	struct str path;

	if (!cli->second)
		cli->second = getenv("RAPPORTEUR_BACKUPS");
	str_init(&path);
	if (cli_database(cli, &path, err) &&
		(how != STORE_OPEN_CREATE || cli_make_folder(cli, path.text, err)))
		cli->store = store_new(path.text, how, err);
	str_clear(&path);
	return cli->store != NULL;
}

/* --- the person --- */

static bool take_person(struct cli *cli, struct err *err)
{
	const struct passwd *who = cli->person ? NULL : getpwuid(geteuid());
	const char *name = cli->person ? cli->person : who ? who->pw_name : "somebody";
	char host[256] = "", *entered = utf8_enter(name, true);

	cli->desk.person = arena_strdup(&cli->arena, entered);
	free(entered);
	if (*cli->desk.person == '\0')
		return err_set(err, ERR_USAGE, "--as wants a name");
	if (gethostname(host, sizeof host - 1) != 0 || *host == '\0')
		snprintf(host, sizeof host, "localhost");
	cli->desk.origin = arena_printf(&cli->arena, "%s@%s", cli->desk.person, host);
	return true;
}

/* --- the session --- */

static bool holds_day(const struct session_row *row, const char *day)
{
	return strcmp(row->from, day) <= 0 && strcmp(day, row->to) <= 0;
}

/* The only one of those that are wanted; 0 if there is none or several. */
static int64_t only_one(const struct session_row *rows, size_t count, const char *day, bool live)
{
	int64_t found = 0;

	for (size_t i = 0; i < count; i++) {
		if (rows[i].archived || (day && !holds_day(&rows[i], day)) ||
			(live && rows[i].rehearsal))
			continue;
		if (found)
			return 0;
		found = rows[i].id;
	}
	return found;
}

static int64_t choose_session(struct cli *cli)
{
	struct civil now = civil_at(clock_now(&cli->desk.clock));
	char day[11];
	size_t count;
	const struct session_row *rows = store_sessions(cli->store, false, &cli->arena, &count);
	int64_t found = only_one(rows, count, NULL, false);

	civil_format_date(&now, day);
	if (!found)
		found = only_one(rows, count, day, false);
	return found ? found : only_one(rows, count, day, true);
}

static bool add_sessions(const struct cli *cli, struct str *out)
{
	struct arena arena;
	size_t count;
	const struct session_row *rows;

	arena_init(&arena);
	rows = store_sessions(cli->store, false, &arena, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(out, "%s%s", i ? ", " : "", rows[i].key);
	arena_clear(&arena);
	return count > 0;
}

bool cli_need_session(const struct cli *cli, struct err *err)
{
	struct str keys;

	if (cli->desk.session)
		return true;
	str_init(&keys);
	if (add_sessions(cli, &keys))
		err_set(err, ERR_USAGE, "which session? name one with --session: %s", keys.text);
	else
		err_set(err, ERR_USAGE,
			"there is no session yet: rapporteur do agenda load FILE makes one");
	str_clear(&keys);
	return false;
}

static bool named_session(struct cli *cli, int64_t *session, struct err *err)
{
	struct str keys;
	bool others;

	*session = store_session_find(cli->store, cli->session);
	if (*session)
		return true;
	str_init(&keys);
	others = add_sessions(cli, &keys);
	err_set(err, ERR_USAGE, "there is no session '%s'%s%s", cli->session,
		others ? "; there are: " : " and no other", keys.text);
	str_clear(&keys);
	return false;
}

bool cli_desk(struct cli *cli, struct err *err)
{
	int64_t session;

	cli->desk.store = cli->store;
	if (!take_person(cli, err))
		return false;
	store_drafts_of(cli->store, cli->desk.origin);
	if (!cli->session)
		session = choose_session(cli);
	else if (!named_session(cli, &session, err))
		return false;
	return desk_take_session(&cli->desk, session, err) &&
	       (!cli->at || desk_time(&cli->desk, cli->at, &cli->desk.at, err));
}
