/* SPDX-License-Identifier: MIT */
/* rapporteur report: the draft report of a session, printed or into a file. */
#include <string.h>

#include "verbs.h"

#include "base/file.h"
#include "document/document.h"
#include "report/report.h"

static const char *const usage = "rapporteur report [--format F] [-o FILE]";

static void list_formats(struct str *out)
{
	for (size_t i = 0; document_writers[i]; i++)
		str_addf(out, "%s%s", i ? ", " : "", document_writers[i]->name);
}

/* A document of another program must not get a text under its name. */
static bool foreign(const char *suffix)
{
	static const char *const known[] = {
		"docx", "doc", "odt", "rtf", "pdf", "html", "htm", "xml", "json"};

	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (strcmp(suffix, known[i]) == 0)
			return true;
	return false;
}

/* By its name, else by the file's suffix, else text. */
static const struct writer *find_writer(const char *format, const char *file, struct err *err)
{
	const struct writer *writer = format ? document_writer(format) : NULL;
	const char *dot = file ? strrchr(file, '.') : NULL;
	struct str formats;

	for (size_t i = 0; !format && dot && document_writers[i]; i++) {
		if (strcmp(document_writers[i]->suffix, dot + 1) == 0)
			writer = document_writers[i];
	}
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

/* What the report still lacks, for who prints it. */
static void say_gaps(const struct report *report)
{
	size_t count;
	const struct report_gap *gaps = report_gaps(report, &count);
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < count; i++)
		str_addf(&out, "missing: %s\n", gaps[i].text);
	cli_warn(out.text, out.length);
	str_clear(&out);
}

static bool print_report(
	struct cli *cli, const struct writer *writer, const char *file, struct err *err)
{
	store_reads_begin(cli->store);
	struct report *report = report_build(cli->store, cli->desk.session);
	struct str out;
	bool done;

	str_init(&out);
	writer->write(report_document(report), &out);
	if (!store_reads_good(cli->store, err))
		done = false;
	else
		done = file && strcmp(file, "-") != 0 ? file_write(file, out.text, out.length, err)
						      : cli_print(out.text, out.length, err);
	if (done)
		say_gaps(report);
	str_clear(&out);
	report_free(report);
	return done;
}

int report_verb(struct cli *cli, int argc, char **argv)
{
	const char *format = NULL, *file = NULL;
	const struct cli_option own[] = {{.name = "format", .letter = 'F', .value = &format},
		{.name = "output", .letter = 'o', .value = &file}, {0}};
	const struct writer *writer;
	struct err err = {0};

	if (verb_operands(cli, own, argc, argv, 0, 0, usage, &err) < 0)
		return cli_fail(&err);
	writer = find_writer(format, file, &err);
	if (!writer || !cli_open(cli, STORE_OPEN_EXISTING, &err) || !cli_desk(cli, &err) ||
		!cli_need_session(cli, &err) || !print_report(cli, writer, file, &err))
		return cli_fail(&err);
	return 0;
}
