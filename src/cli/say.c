/* SPDX-License-Identifier: MIT */
/*
 * All that the verbs print: through the output filter, and written at once, so
 * that what was said is out before the next thing is done.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

#include "base/utf8.h"

static bool write_all(int fd, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(fd, bytes, length);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		bytes += written;
		length -= (size_t)written;
	}
	return true;
}

static int fail(const char *program, const struct err *err)
{
	struct str out;

	str_init(&out);
	str_add(&out, program);
	utf8_visible(&out, err->text, strlen(err->text), false);
	str_addc(&out, '\n');
	/* Where not even this can be said there is nobody to say it to. */
	(void)write_all(STDERR_FILENO, out.text, out.length);
	str_clear(&out);
	return (int)err->code;
}

int cli_fail(const struct err *err)
{
	return fail("rapporteur: ", err);
}

int cli_fail_at(const struct err *err)
{
	return fail("", err);
}

bool cli_is_text(const char *bytes, size_t length)
{
	return !memchr(bytes, '\0', length);
}

enum { AT_ONCE = 64 * 1024 };

/* Bytes up to the line feed behind the first so many: the filter begins anew there, so that
 * a long report is never in memory twice. */
static size_t piece_length(const char *text, size_t length)
{
	const char *end = length > AT_ONCE ? memchr(text + AT_ONCE, '\n', length - AT_ONCE) : NULL;

	return end ? (size_t)(end - text) + 1 : length;
}

static bool print_text(const char *text, size_t length)
{
	struct str out;
	bool printed = true;

	str_init(&out);
	while (printed && length > 0) {
		size_t piece = piece_length(text, length);
		str_reset(&out);
		utf8_visible(&out, text, piece, true);
		printed = write_all(STDOUT_FILENO, out.text, out.length);
		text += piece;
		length -= piece;
	}
	str_clear(&out);
	return printed;
}

bool cli_print(const char *text, size_t length, struct err *err)
{
	bool plain = cli_is_text(text, length);

	if (!plain && isatty(STDOUT_FILENO))
		return err_set(err, ERR_USAGE,
			"a document in this format cannot be shown on a terminal: name a file for it");
	return (plain ? print_text(text, length) : write_all(STDOUT_FILENO, text, length)) ||
	       err_set(err, ERR_IO, "standard output cannot be written: %s", strerror(errno));
}

void cli_warn(const char *text, size_t length)
{
	struct str out;

	str_init(&out);
	utf8_visible(&out, text, length, true);
	(void)write_all(STDERR_FILENO, out.text, out.length);
	str_clear(&out);
}
