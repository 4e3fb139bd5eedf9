/* SPDX-License-Identifier: MIT */
/* rapporteur report: the draft report of a session, printed or into a file. */
#include "verbs.h"

#include <string.h>

#include "command/part.h"
#include "document/document.h"
#include "exchange/template_file.h"
#include "model/template_style.h"
#include "report/report.h"

static const char *const usage =
	"rapporteur report [--format F] [--language L] [--style S] [--part P] [--statistics] "
	"[-o FILE [--anyway]]";

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

/* What of the report is wanted. */
struct wanted {
	const char *part;     /* NULL: the whole; "next": what is new */
	const char *language; /* its tag; NULL: that of the session */
	const char *style;    /* NULL: that of the session */
	bool statistics;
};

/* In the words of another language, or in another form, for this once. NULL: there is no
 * such style. */
static struct report *begin(struct cli *cli, const struct wanted *wanted, struct err *err)
{
	struct report *report = NULL;
	struct template template;

	template_init(&template);
	if (wanted->language)
		desk_template_in(&cli->desk, wanted->language, &template);
	else
		template_copy(&template, desk_template(&cli->desk));
	if (!wanted->style || template_only_style(&template, wanted->style, err))
		report = report_new(cli->store, cli->desk.session, &template);
	template_clear(&template);
	return report;
}

static bool put_document(struct cli *cli, const struct document *document,
	const struct writer *writer, const struct target *target, struct err *err)
{
	struct str out;

	str_init(&out);
	writer->write(document, &out);
	bool done = store_reads_good(cli->store, err) && verb_put(cli, &out, target, err);
	str_clear(&out);
	return done;
}

static bool print_report(struct cli *cli, const struct writer *writer, const struct target *target,
	const struct wanted *wanted, struct err *err)
{
	struct arena arena;

	arena_init(&arena);
	store_reads_begin(cli->store);
	struct report *report = begin(cli, wanted, err);
	if (!report) {
		store_reads_good(cli->store, NULL);
		arena_clear(&arena);
		return false;
	}
	if (wanted->part) {
		const char *symbol = part_next_symbol(&cli->desk, &arena);
		report_want_next_part(report, symbol);
		report_want_date(report, part_next_date(&cli->desk, symbol, &arena));
	}
	if (wanted->statistics)
		report_want_statistics(report);
	while (!report_step(report))
		continue;
	bool done = put_document(cli, report_document(report), writer, target, err);
	if (done)
		say_gaps(report);
	report_free(report);
	arena_clear(&arena);
	return done;
}

/* As it was issued. */
static bool print_part(struct cli *cli, const struct writer *writer, const struct target *target,
	const char *part, struct err *err)
{
	struct document document;

	document_init(&document);
	store_reads_begin(cli->store);
	bool done = part_read(&cli->desk, part, &document, err) &&
		    put_document(cli, &document, writer, target, err);
	document_clear(&document);
	return done;
}

static bool print(struct cli *cli, const struct writer *writer, const struct target *target,
	const struct wanted *wanted, struct err *err)
{
	if (wanted->part && strcmp(wanted->part, "next") != 0)
		return print_part(cli, writer, target, wanted->part, err);
	return print_report(cli, writer, target, wanted, err);
}

int report_verb(struct cli *cli, int argc, char **argv)
{
	const char *format = NULL;
	struct target target = {0};
	struct wanted wanted = {0};
	const struct cli_option own[] = {{.name = "format", .letter = 'F', .value = &format},
		{.name = "output", .letter = 'o', .value = &target.file},
		{.name = "anyway", .flag = &target.anyway}, {.name = "part", .value = &wanted.part},
		{.name = "language", .value = &wanted.language},
		{.name = "style", .value = &wanted.style},
		{.name = "statistics", .flag = &wanted.statistics}, {0}};
	const struct writer *writer;
	struct err err = {0};

	if (verb_operands(cli, own, argc, argv, 0, 0, usage, &err) < 0)
		return cli_fail(&err);
	if (wanted.language) {
		wanted.language = template_file_find(wanted.language, &err);
		if (!wanted.language)
			return cli_fail(&err);
	}
	writer = document_writer_for(format, target.file, &err);
	if (!writer || !cli_open(cli, STORE_OPEN_EXISTING, &err) || !cli_desk(cli, &err) ||
		!cli_need_session(cli, &err) || !print(cli, writer, &target, &wanted, &err))
		return cli_fail(&err);
	return 0;
}
