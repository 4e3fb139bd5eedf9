/* SPDX-License-Identifier: MIT */
/*
 * Any document becomes one stream of paragraphs: here its format is found, and
 * the reader of that format does the rest. The first bytes decide; a name only
 * where they say nothing (text and Markdown look alike). What cannot be read is
 * refused with the one thing that helps: in which form to save it.
 *
 * Knows no format from inside: reading_*.c, and reading_build.c what they share.
 */
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "reading_build.h"

void reading_init(struct reading *reading)
{
	*reading = (struct reading){0};
	arena_init(&reading->arena);
}

void reading_clear(struct reading *reading)
{
	arena_clear(&reading->arena);
	reading_init(reading);
}

/* --- what it is --- */

struct format {
	const char *name;
	bool (*read)(struct reading *, const char *bytes, size_t length, struct err *);
};

static const struct format text_format = {"text", reading_text}; /* decoded first */

/* What people have and no reader is for, by its first bytes. */
static const struct stranger {
	const char *bytes;
	size_t length;
	const char *sentence;
} strangers[] = {
	{"\xD0\xCF\x11\xE0", 4,
		"is a document of old Word, or locked with a password; save it as DOCX without one"},
	{"{\\rtf", 5, "is in Rich Text Format; save it as DOCX"},
	{"SQLite format 3", 15, "is a database and no document"},
	{"\x89PNG", 4, "is a picture; the text of a scanned page must be recognized first"},
	{"\xFF\xD8\xFF", 3, "is a picture; the text of a scanned page must be recognized first"},
	{"\x1F\x8B", 2, "is compressed; unpack it first"},
};

static bool refuse_strangers(const char *bytes, size_t length, struct err *err)
{
	for (size_t i = 0; i < sizeof(strangers) / sizeof(*strangers); i++)
		if (length >= strangers[i].length &&
			memcmp(bytes, strangers[i].bytes, strangers[i].length) == 0)
			return err_set(err, ERR_DATA, "it %s", strangers[i].sentence);
	return true;
}

static const struct format *find_format(const char *name, const char *bytes, size_t length)
{
	(void)name;
	(void)bytes;
	(void)length;
	return &text_format;
}

static bool read_text(struct reading *reading, const struct format *format, const char *bytes,
	size_t length, struct err *err)
{
	struct str text;
	bool done;

	str_init(&text);
	done = reading_decode(bytes, length, &text, err) &&
	       format->read(reading, text.text, text.length, err);
	str_clear(&text);
	return done;
}

bool reading_parse(struct reading *reading, const char *name, const char *bytes, size_t length,
	struct err *err)
{
	const struct format *format = find_format(name, bytes, length);

	reading->format = format->name;
	if (!refuse_strangers(bytes, length, err) ||
		!read_text(reading, format, bytes, length, err))
		return err_prefix(err, "“%s”", name);
	reading_line_up(reading);
	if (reading->full)
		return err_set(err, ERR_DATA, "“%s” is too long: more than %d paragraphs or %d MiB",
			name, READING_PARAGRAPHS_MAX, READING_TEXT_MAX / (1024 * 1024));
	if (reading->count == 0)
		return err_set(err, ERR_DATA, "“%s” has no text", name);
	return true;
}

bool reading_file(struct reading *reading, const char *path, struct err *err)
{
	struct str bytes;
	bool done;

	str_init(&bytes);
	done = file_read(path, READING_FILE_MAX, &bytes, err) &&
	       reading_parse(reading, path, bytes.text, bytes.length, err);
	str_clear(&bytes);
	return done;
}
