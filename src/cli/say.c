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

bool cli_print(const char *text, size_t length, struct err *err)
{
	struct str out;
	bool printed;

	str_init(&out);
	if (cli_is_text(text, length))
		utf8_visible(&out, text, length, true);
	else if (isatty(STDOUT_FILENO))
		return err_set(err, ERR_USAGE,
			"a document in this format cannot be shown on a terminal: name a file for it");
	else
		str_addn(&out, text, length);
	printed = write_all(STDOUT_FILENO, out.text, out.length);
	if (!printed)
		err_set(err, ERR_IO, "standard output cannot be written: %s", strerror(errno));
	str_clear(&out);
	return printed;
}

void cli_warn(const char *text, size_t length)
{
	struct str out;

	str_init(&out);
	utf8_visible(&out, text, length, true);
	(void)write_all(STDERR_FILENO, out.text, out.length);
	str_clear(&out);
}
