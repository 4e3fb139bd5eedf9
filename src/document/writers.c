/* SPDX-License-Identifier: MIT */
/* The formats there are: a new one is its file and its row here. */
#include <string.h>
#include <strings.h>

#include "document/document.h"
#include "writers.h"

const struct writer *const document_writers[] = {
	&text_writer,
	&markdown_writer,
	&html_writer,
	&docx_writer,
	&akn_writer,
	&json_writer,
	NULL,
};

const struct writer *document_writer(const char *name)
{
	for (size_t i = 0; document_writers[i]; i++)
		if (strcmp(document_writers[i]->name, name) == 0)
			return document_writers[i];
	return NULL;
}

static void list_formats(struct str *out)
{
	for (size_t i = 0; document_writers[i]; i++)
		str_addf(out, "%s%s", i ? ", " : "", document_writers[i]->name);
}

/* A document of another program must not get a text under its name. */
static bool foreign(const char *suffix)
{
	static const char *const known[] = {"doc", "odt", "rtf", "pdf", "htm"};

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (strcasecmp(suffix, known[i]) == 0)
			return true;
	return false;
}

static bool has_suffix(const struct writer *writer, const char *suffix)
{
	return strcasecmp(writer->suffix, suffix) == 0 ||
	       (writer->other_suffix && strcasecmp(writer->other_suffix, suffix) == 0);
}

static const struct writer *writer_of_suffix(const char *suffix)
{
	for (size_t i = 0; document_writers[i]; i++)
		if (has_suffix(document_writers[i], suffix))
			return document_writers[i];
	return NULL;
}

const struct writer *document_writer_for(const char *format, const char *file, struct err *err)
{
	const struct writer *writer = format ? document_writer(format) : NULL;
	const char *dot = file ? strrchr(file, '.') : NULL;
	struct str formats;

	if (!writer && (format || dot))
		writer = writer_of_suffix(format ? format : dot + 1);
	if (!writer && !format && dot && foreign(dot + 1))
		format = dot + 1;
	if (!writer && !format)
		writer = document_writer("text");
	if (writer)
		return writer;
	str_init(&formats);
	list_formats(&formats);
	err_set(err, ERR_USAGE, "there is no format '%s'; there are: %s", format, formats.text);
	str_clear(&formats);
	return NULL;
}
