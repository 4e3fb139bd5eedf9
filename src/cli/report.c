/* SPDX-License-Identifier: MIT */
/* rapporteur report: the draft report of a session, printed or into a file. */
#include "verbs.h"

#include "document/document.h"
#include "report/report.h"

static const char *const usage =
	"rapporteur report [--format F] [--statistics] [-o FILE [--anyway]]";

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

static bool print_report(struct cli *cli, const struct writer *writer, const struct target *target,
	bool statistics, struct err *err)
{
	store_reads_begin(cli->store);
	struct report *report =
		report_new(cli->store, cli->desk.session, desk_template(&cli->desk));
	struct str out;
	bool done;

	if (statistics)
		report_want_statistics(report);
	while (!report_step(report))
		continue;
	str_init(&out);
	writer->write(report_document(report), &out);
	done = store_reads_good(cli->store, err) && verb_put(cli, &out, target, err);
	if (done)
		say_gaps(report);
	str_clear(&out);
	report_free(report);
	return done;
}

int report_verb(struct cli *cli, int argc, char **argv)
{
	const char *format = NULL;
	struct target target = {0};
	bool statistics = false;
	const struct cli_option own[] = {{.name = "format", .letter = 'F', .value = &format},
		{.name = "output", .letter = 'o', .value = &target.file},
		{.name = "anyway", .flag = &target.anyway},
		{.name = "statistics", .flag = &statistics}, {0}};
	const struct writer *writer;
	struct err err = {0};

	if (verb_operands(cli, own, argc, argv, 0, 0, usage, &err) < 0)
		return cli_fail(&err);
	writer = document_writer_for(format, target.file, &err);
	if (!writer || !cli_open(cli, STORE_OPEN_EXISTING, &err) || !cli_desk(cli, &err) ||
		!cli_need_session(cli, &err) ||
		!print_report(cli, writer, &target, statistics, &err))
		return cli_fail(&err);
	return 0;
}
