/* SPDX-License-Identifier: MIT */
/*
 * The look at a file before it is written over. Whether the program wrote it is known of
 * agenda files alone, by the sum in their first line; of anything else a person is asked.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/file.h"
#include "command/overwrite.h"
#include "document/document.h"
#include "exchange/agenda_write.h"
#include "exchange/session_file.h"

enum { FILE_MOST = 16 << 20 };

static bool is_there(const char *file)
{
	struct stat status;

	return lstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

static bool has_name_of_agenda(const char *file)
{
	static const char *const endings[] = {".yaml", ".yml", ".json"};
	const char *dot = strrchr(file, '.');

	for (size_t i = 0; dot && i < sizeof endings / sizeof endings[0]; i++)
		if (strcasecmp(dot, endings[i]) == 0)
			return true;
	return false;
}

static bool refuse_changed(const char *file, struct err *err)
{
	return err_set(err, ERR_CANNOT_CREATE,
		"%s is not as rapporteur wrote it: name another file, so that nobody's work is "
		"lost",
		file);
}

bool overwrite_may_own(const char *file, struct err *err)
{
	struct str there;
	bool good = true;

	str_init(&there);
	if (is_there(file))
		good = file_read(file, FILE_MOST, &there, err) &&
		       (agenda_is_written(there.text, there.length) || refuse_changed(file, err));
	str_clear(&there);
	return good;
}

/* A report or other paper as JSON, and a session, is no agenda, whatever its name. */
static bool is_paper(const char *file)
{
	char beginning[64];
	size_t length = 0;
	FILE *stream = is_there(file) ? fopen(file, "r") : NULL;

	if (stream) {
		length = fread(beginning, 1, sizeof beginning, stream);
		fclose(stream);
	}
	return document_is_json(beginning, length) || session_file_is(beginning, length);
}

bool overwrite_spares_agenda(const char *file, struct err *err)
{
	return !has_name_of_agenda(file) || is_paper(file) || overwrite_may_own(file, err);
}

/* A piece at a time: a report may be as large as half the memory that there is. */
static bool is_same(const char *file, const char *bytes, size_t length)
{
	char piece[4096];
	FILE *stream = is_there(file) ? fopen(file, "r") : NULL;
	size_t at = 0, got = 0;

	while (stream && (got = fread(piece, 1, sizeof piece, stream)) > 0 && got <= length - at &&
		memcmp(piece, bytes + at, got) == 0)
		at += got;
	bool same = stream && got == 0 && at == length && !ferror(stream);
	if (stream)
		fclose(stream);
	return same;
}

static bool loses_nothing(const char *file, const char *bytes, size_t length)
{
	struct str there;

	if (is_same(file, bytes, length))
		return true;
	if (!agenda_is_written(bytes, length))
		return false;
	str_init(&there);
	bool good = file_read(file, FILE_MOST, &there, NULL) &&
		    agenda_is_written(there.text, there.length);
	str_clear(&there);
	return good;
}

bool overwrite_may(const char *file, bool anyway, const char *bytes, size_t length, struct err *err)
{
	if (!is_there(file) || loses_nothing(file, bytes, length))
		return true;
	if (!overwrite_spares_agenda(file, err))
		return false;
	return anyway || err_set(err, ERR_CANNOT_CREATE,
				 "%s is there already: --anyway writes over it", file);
}
