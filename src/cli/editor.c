/* SPDX-License-Identifier: MIT */
/*
 * $VISUAL on a text. Whatever the editor does (fails, is killed, deletes the
 * file, fills it with rubbish), the text that was handed over is not lost: what
 * comes back is only taken if it is a text, and what is not taken stays a file.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "editor.h"

enum { ARGUMENTS = 32, MOST_BYTES = 1 << 20 };

static const char *editor_command(void)
{
	static const char *const names[] = {"VISUAL", "EDITOR"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);
		if (value && value[strspn(value, " \t")])
			return value;
	}
	return "vi";
}

/* Opens a new file and writes the text, with a line feed at its end as editors
 * expect it; *path is yours. */
static int write_file(const char *text, char **path, struct err *err)
{
	const char *folder = getenv("XDG_RUNTIME_DIR");
	char *lines = mem_printf("%s%s", text, *text ? "\n" : "");
	size_t length = strlen(lines), done = 0;

	*path = mem_printf("%s/rapporteur-XXXXXX", folder && folder[0] == '/' ? folder : "/tmp");
	int fd = mkstemp(*path);
	while (fd >= 0 && done < length) {
		ssize_t written = write(fd, lines + done, length - done);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			break;
		done += (size_t)written;
	}
	free(lines);
	if (fd < 0)
		return err_set(err, ERR_CANNOT_CREATE, "no file for the editor, %s: %s", *path,
			       strerror(errno)),
		       -1;
	if (close(fd) == 0 && done == length)
		return 0;
	err_set(err, ERR_IO, "the text cannot be written for the editor: %s", strerror(errno));
	unlink(*path);
	return -1;
}

static void split(struct arena *arena, const char *command, char *path, char *argv[])
{
	int count = 0;

	while (*command && count < ARGUMENTS) {
		size_t length = strcspn(command, " \t");
		if (length > 0)
			argv[count++] = arena_strndup(arena, command, length);
		command += length;
		command += strspn(command, " \t");
	}
	argv[count++] = path;
	argv[count] = NULL;
}

static bool run(struct term *term, char *path, struct err *err)
{
	char *argv[ARGUMENTS + 2];
	struct arena arena;
	int status = 0;

	arena_init(&arena);
	split(&arena, editor_command(), path, argv);
	bool ran = term_run(term, argv, &status, err);
	if (ran && WIFSIGNALED(status))
		ran = err_set(err, ERR_UNAVAILABLE,
			"%s was ended by signal %d; your text is as before", argv[0],
			WTERMSIG(status));
	else if (ran && WEXITSTATUS(status) != 0)
		ran = err_set(err, ERR_UNAVAILABLE, "%s failed (%d); your text is as before",
			argv[0], WEXITSTATUS(status));
	arena_clear(&arena);
	return ran;
}

static bool read_back(const char *path, struct str *out, struct err *err)
{
	size_t begin = out->length, bad;

	if (!file_read(path, MOST_BYTES, out, err)) {
		str_cut(out, begin);
		err->code = ERR_DATA;
		return err_prefix(err, "what the editor left is not taken");
	}
	if (utf8_valid(out->text + begin, out->length - begin, &bad))
		return true;
	str_cut(out, begin);
	return err_set(err, ERR_DATA,
		"what the editor left is no UTF-8 text (byte %zu); your text is "
		"as before",
		bad);
}

/* --- what an editor wrote before it failed --- */

static bool is_handed_over(const struct str *left, const char *text)
{
	size_t length = strlen(text);

	return left->length == 0 ||
	       (left->length == length + 1 && strncmp(left->text, text, length) == 0 &&
		       left->text[length] == '\n');
}

/* Into the state folder: the folder of the run is emptied when its person leaves. */
static void move_away(const char *path, const struct str *left, struct str *kept)
{
	if (file_home("state", kept, NULL) && file_make_folders(kept->text, NULL)) {
		str_add(kept, strrchr(path, '/'));
		if (rename(path, kept->text) == 0)
			return;
		if (left->length > 0 && file_write(kept->text, left->text, left->length, NULL)) {
			unlink(path);
			return;
		}
	}
	str_reset(kept);
	str_add(kept, path);
}

/* Somebody may have written in it for an hour: only what he has not touched goes. */
static void leave_file(const char *path, const char *text, struct err *err)
{
	struct str left = STR_EMPTY, kept = STR_EMPTY;

	if (file_read(path, MOST_BYTES, &left, NULL) && is_handed_over(&left, text)) {
		unlink(path);
	} else if (access(path, F_OK) == 0) {
		move_away(path, &left, &kept);
		err_prefix(err, "what the editor left is in %s", kept.text);
	}
	str_clear(&left);
	str_clear(&kept);
}

bool editor_run(struct term *term, const char *text, struct str *out, struct err *err)
{
	char *path = NULL;
	bool done = write_file(text, &path, err) == 0;

	if (done) {
		done = run(term, path, err) && read_back(path, out, err);
		if (done)
			unlink(path);
		else
			leave_file(path, text, err);
	}
	free(path);
	return done;
}
