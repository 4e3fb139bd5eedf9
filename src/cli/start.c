/* SPDX-License-Identifier: MIT */
/*
 * Before anything else, and after everything. The descriptors 0 to 2 must be
 * somebody's before the first file is opened: SQLite would happily take a closed
 * standard output for the database, and a message would be written into it.
 */
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

/* The wrong way round, so that reading or writing there fails as it did before. */
static void hold_descriptor(int fd)
{
	if (fcntl(fd, F_GETFD) != -1)
		return;
	if (open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
		_exit(ERR_SYSTEM);
}

static bool is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* Text is UTF-8 whatever the machine thinks: names and widths depend on it. */
static void take_locale(void)
{
	static const char *const others[] = {"C.UTF-8", "en_US.UTF-8", "C.utf8"};

	setlocale(LC_CTYPE, "");
	for (size_t i = 0; i < sizeof others / sizeof others[0] && !is_utf8(); i++)
		setlocale(LC_CTYPE, others[i]);
	/* Plain ASCII is better than another encoding. */
	if (!is_utf8())
		setlocale(LC_CTYPE, "C");
}

/* What a frame needs the next one needs too: given back to the system in between it
 * would come page by page, each with a fault. */
static void keep_memory(void)
{
#ifdef __GLIBC__
	mallopt(M_TRIM_THRESHOLD, 4 << 20);
	mallopt(M_TOP_PAD, 256 << 10);
	mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

void cli_start(void)
{
	keep_memory();
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		hold_descriptor(fd);
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	umask(077);
	take_locale();
}

void cli_close(struct cli *cli)
{
	desk_clear(&cli->desk);
	store_free(cli->store);
	cli->store = cli->desk.store = NULL;
	arena_clear(&cli->arena);
}
