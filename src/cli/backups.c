/* SPDX-License-Identifier: MIT */
/* Backups go to one folder after the other, a few pages at a time. A second folder
 * that is not there is passed over in silence here: the top line says so. */
#include <string.h>
#include <unistd.h>

#include "backups.h"

enum { PAGES = 64, FOLDERS = 2 };

static bool worth(const struct cli *cli)
{
	return cli->store && !store_read_only(cli->store) &&
	       strcmp(store_path(cli->store), ":memory:") != 0;
}

bool backups_missing(const struct cli *cli)
{
	return cli->second && access(cli->second, W_OK | X_OK) != 0;
}

void backups_due(struct backups *backups)
{
	if (worth(backups->cli))
		backups->folder = 0;
}

bool backups_wanted(const struct backups *backups)
{
	return backups->running || backups->folder < FOLDERS;
}

static bool begin(struct backups *backups, struct err *err)
{
	const struct clock wall = {0};
	struct cli *cli = backups->cli;
	struct str folder;

	str_init(&folder);
	if (backups->folder == 0)
		backup_folder(cli->store, &folder);
	else if (cli->second && !backups_missing(cli))
		str_add(&folder, cli->second);
	if (folder.length > 0)
		backups->running = backup_new(cli->store, folder.text, clock_now(&wall), err);
	bool begun = folder.length == 0 || backups->running;
	if (!backups->running)
		backups->folder++;
	str_clear(&folder);
	return begun;
}

bool backups_slice(struct backups *backups, struct err *err)
{
	bool done = false;

	if (!worth(backups->cli))
		backups->folder = FOLDERS;
	if (!backups_wanted(backups))
		return true;
	if (!backups->running)
		return begin(backups, err);
	bool good = backup_step(backups->running, PAGES, &done, err);
	if (good && !done)
		return true;
	backups_clear(backups);
	backups->folder++;
	return good;
}

void backups_clear(struct backups *backups)
{
	backup_free(backups->running);
	backups->running = NULL;
}

bool backups_all(struct cli *cli, struct err *err)
{
	struct backups backups = {.cli = cli};
	bool good = true;

	while (backups_wanted(&backups))
		good = backups_slice(&backups, good ? err : NULL) && good;
	return good;
}
