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
	bool text;   /* decoded before it is read */
	size_t most; /* bytes */
};

enum { MIB = 1024 * 1024 };

static const struct format text_format = {"text", reading_text, true, 4 * MIB};
static const struct format markdown_format = {"Markdown", reading_markdown, true, 4 * MIB};
static const struct format html_format = {"HTML", reading_html, true, 8 * MIB};
static const struct format docx_format = {"DOCX", reading_docx, false, 32 * MIB};
static const struct format pdf_format = {"PDF", reading_pdf, false, 32 * MIB};

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

static bool ends_in(const char *name, const char *const *endings)
{
	const char *dot = strrchr(name, '.');

	for (; dot && *endings; endings++)
		if (strcasecmp(dot + 1, *endings) == 0)
			return true;
	return false;
}

/* Behind a mark, blanks, an XML declaration and comments a tag stands that only HTML has. */
static bool begins_as_html(const char *bytes, size_t length)
{
	static const char *const starts[] = {"<!doctype html", "<html", "<head", "<body", "<meta"};
	size_t at = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (at < length && strchr(" \t\r\n", bytes[at]) && bytes[at])
		at++;
	while (length - at > 4 &&
		(strncmp(bytes + at, "<!--", 4) == 0 || strncmp(bytes + at, "<?xml", 5) == 0)) {
		const char *end = memchr(bytes + at, '>', length - at);
		if (!end)
			return false;
		at = (size_t)(end - bytes) + 1;
		while (at < length && strchr(" \t\r\n", bytes[at]) && bytes[at])
			at++;
	}
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (length - at >= strlen(starts[i]) &&
			strncasecmp(bytes + at, starts[i], strlen(starts[i])) == 0)
			return true;
	return false;
}

/* Its mark may stand behind other bytes: a mail's head, a mark of a printer. */
static bool is_pdf(const char *bytes, size_t length)
{
	for (size_t at = 0; at + 5 <= length && at < 1024; at++)
		if (memcmp(bytes + at, "%PDF-", 5) == 0)
			return true;
	return false;
}

static const struct format *find_format(const char *name, const char *bytes, size_t length)
{
	static const char *const html[] = {"html", "htm", "xhtml", NULL};
	static const char *const markdown[] = {"md", "markdown", "mkd", NULL};

	if (length >= 4 && memcmp(bytes, "PK\3\4", 4) == 0)
		return &docx_format;
	if (is_pdf(bytes, length))
		return &pdf_format;
	if (begins_as_html(bytes, length) || ends_in(name, html))
		return &html_format;
	if (ends_in(name, markdown) || reading_is_markdown(bytes, length))
		return &markdown_format;
	return &text_format;
}

/* --- reading it --- */

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

static bool read_format(struct reading *reading, const struct format *format, const char *bytes,
	size_t length, struct err *err)
{
	if (!refuse_strangers(bytes, length, err))
		return false;
	if (length > format->most)
		return err_set(err, ERR_DATA, "it is too large: %zu MiB are the limit of %s",
			format->most / MIB, format->name);
	reading->format = format->name;
	return format->text ? read_text(reading, format, bytes, length, err)
			    : format->read(reading, bytes, length, err);
}

bool reading_parse(struct reading *reading, const char *name, const char *bytes, size_t length,
	struct err *err)
{
	const struct format *format = find_format(name, bytes, length);

	if (!read_format(reading, format, bytes, length, err))
		return err_prefix(err, "“%s”", name);
	reading_line_up(reading);
	if (reading->full) {
		reading_refuse_long(err);
		return err_prefix(err, "“%s”", name);
	}
	return reading->count > 0 || err_set(err, ERR_DATA, "“%s” has no text", name);
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
