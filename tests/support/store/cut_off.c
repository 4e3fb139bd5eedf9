/* SPDX-License-Identifier: MIT */
/* Opened in a child, so that its memory is lost with it. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "cut_off.h"

bool cut_off(const char *path, enum store_open how, int n, enum failing_way way)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		failing_arm(n, SQLITE_IOERR_WRITE, way);
		struct store *store = store_new(path, how, NULL);
		store_free(store);
		_exit(store ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 0);
	return WIFSIGNALED(status);
}
