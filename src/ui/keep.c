/* SPDX-License-Identifier: MIT */
/*
 * Text being typed is never lost. The one idea: there are two places for it,
 * the draft table, written about once a second while somebody types, and a
 * rescue file where the database cannot be written. A rescue file is a last
 * resort, so it is made with O_EXCL and never replaces anything, and the wall
 * clock names it, whatever the session's clock shows.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/civil.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "store/draft.h"
#include "app_inside.h"
#include "keep.h"

enum { RESCUES = 100 }; /* in one second and one folder */

bool keep_draft(struct app *app, const char *key, const char *text, int version)
{
	struct err err = {0};

	if (store_draft_save(app_store(app), app_session(app), key, text, version,
		    clock_now(&app_desk(app)->clock), &err))
		return true;
	/* What the last key was answered with is still being read. */
	if (app->message.length == 0)
		app_say(app, TONE_BAD, "What you type is not being kept: %s", err.text);
	return false;
}

void keep_drop(struct app *app, const char *key)
{
	struct err err = {0};

	if (!store_draft_drop(app_store(app), app_session(app), key, &err))
		app_say(app, TONE_BAD, "The draft is still there: %s", err.text);
}

static bool write_whole(int fd, const char *text, size_t length)
{
	while (length > 0) {
		ssize_t count = write(fd, text, length);
		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		text += count;
		length -= (size_t)count;
	}
	return true;
}

/* A new file in the folder with a name nobody has; -1 if it takes none. */
static int open_rescue(const char *folder, struct str *path)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;
	const struct clock wall = {0};
	struct civil now = civil_at(clock_now(&wall));

	for (int n = 1; n <= RESCUES; n++) {
		str_reset(path);
		str_addf(path, "%s/rescue-%04d%02d%02d-%02d%02d%02d-%d.txt", folder, now.year,
			now.month, now.day, now.hour, now.minute, now.second, n);
		int fd = open(path->text, flags, 0600);
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
	return -1;
}

static bool rescue_in(const char *folder, const char *text, struct str *path)
{
	int fd = open_rescue(folder, path);

	if (fd < 0)
		return false;
	bool done = write_whole(fd, text, strlen(text)) && fsync(fd) == 0;
	if (close(fd) != 0)
		done = false;
	if (!done)
		unlink(path->text);
	return done;
}

bool keep_rescue(const char *text, struct str *path)
{
	struct str home;
	const char *runtime = getenv("XDG_RUNTIME_DIR");

	str_init(&home);
	bool done = file_home("state", &home, NULL) && file_make_folders(home.text, NULL) &&
		    rescue_in(home.text, text, path);
	str_clear(&home);
	if (!done && runtime && runtime[0] == '/')
		done = rescue_in(runtime, text, path);
	if (!done)
		done = rescue_in("/tmp", text, path);
	if (!done)
		str_reset(path);
	return done;
}

bool keep_rescue_on(struct rescue *rescue, const char *text)
{
	struct str path;

	if (rescue->text && strcmp(rescue->text, text) == 0)
		return true;
	str_init(&path);
	str_add(&path, rescue->path ? rescue->path : "");
	bool done = (rescue->path && file_write(rescue->path, text, strlen(text), NULL)) ||
		    keep_rescue(text, &path);
	if (done) {
		free(rescue->path);
		free(rescue->text);
		*rescue = (struct rescue){mem_strdup(path.text), mem_strdup(text)};
	}
	str_clear(&path);
	return done;
}

/* As one writes it: a row of 80 columns has to have it whole. */
static char *short_path(const char *path)
{
	const char *home = getenv("HOME");
	size_t length = home ? strlen(home) : 0;

	if (length > 1 && strncmp(path, home, length) == 0 && path[length] == '/')
		return mem_printf("~%s", path + length);
	return mem_strdup(path);
}

void keep_rescue_typed(struct app *app, struct rescue *rescue, const char *text)
{
	char *banner, *path;

	if (keep_rescue_on(rescue, text)) {
		path = short_path(rescue->path);
		banner = mem_printf("Your text is only in %s: the database cannot keep it", path);
		free(path);
	} else {
		banner =
			mem_printf("What you type cannot be kept anywhere: leave it on the screen");
	}
	app_banner(app, banner);
	free(banner);
}

void keep_rescue_over(struct app *app, struct rescue *rescue)
{
	if (app && rescue->path)
		app_banner(app, NULL);
	free(rescue->path);
	free(rescue->text);
	*rescue = (struct rescue){0};
}

static void say_rescued(struct app *app, const char *path, const char *problem)
{
	/* Where the text is comes first: a long message may be cut. */
	if (path)
		app_say(app, TONE_BAD, "Not saved; your text is in %s (%s)", path, problem);
	else
		app_say(app, TONE_BAD,
			"Not saved, and no file can be written: leave the text here (%s)", problem);
}

void keep_rescue_saved(
	struct app *app, struct rescue *rescue, const char *text, const char *problem)
{
	say_rescued(app, keep_rescue_on(rescue, text) ? rescue->path : NULL, problem);
}

bool keep_rescue_and_say(struct app *app, const char *text, const char *problem)
{
	struct str path;

	str_init(&path);
	bool done = keep_rescue(text, &path);
	say_rescued(app, done ? path.text : NULL, problem);
	str_clear(&path);
	return done;
}
