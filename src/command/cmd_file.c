/* SPDX-License-Identifier: MIT */
/* What touches files: backups, the report, the sheet to go on with on paper. They change
 * nothing recorded, so that there is nothing to undo. */
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "command/part.h"
#include "document/document.h"
#include "exchange/template_file.h"
#include "groups.h"
#include "model/template_style.h"
#include "report/report.h"
#include "rows.h"
#include "store/backup.h"

static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool backup_into(struct call *call, const char *folder, struct err *err)
{
	struct backup *backup =
		backup_new(call->desk->store, folder, clock_now(&(struct clock){0}), err);
	bool done = false, good = backup != NULL;

	while (good && !done)
		good = backup_step(backup, -1, &done, err);
	if (good)
		str_addf(&call->reply, "backup written to %s", backup_path(backup));
	backup_free(backup);
	return good;
}

static bool backup(struct call *call, struct err *err)
{
	struct str folder;
	const char *to = call_text(call, "file");
	bool good;

	str_init(&folder);
	if (!to)
		backup_folder(call->desk->store, &folder);
	else if (is_folder(to))
		str_add(&folder, to);
	if (folder.length) {
		good = backup_into(call, folder.text, err);
	} else {
		good = backup_to(call->desk->store, to, err);
		str_addf(&call->reply, "backup written to %s", to);
	}
	str_clear(&folder);
	return good;
}

static bool restore(struct call *call, struct err *err)
{
	struct str kept;
	bool good;

	if (!call_given(call, "anyway"))
		return call_ask(call, err, "anyway",
			"Put %s in the place of the whole database? "
			"What is there now is kept beside it",
			call_text(call, "file"));
	str_init(&kept);
	good = store_restore(call->desk->store, call_text(call, "file"),
		clock_now(&(struct clock){0}), &kept, err);
	str_addf(&call->reply, "restored from %s; the database before is kept as %s",
		call_text(call, "file"), kept.text);
	str_clear(&kept);
	if (good && !store_session(call->desk->store, call->desk->session, &call->arena,
			    &(struct session_row){0}))
		call->desk->session = 0;
	return good;
}

/* A text over the database would be the end of it. */
static bool put(struct call *call, const char *file, const struct str *text, struct err *err)
{
	return store_spares(call->desk->store, file, err) &&
	       file_write(file, text->text, text->length, err);
}

static bool sheet(struct call *call, struct err *err)
{
	const struct writer *writer =
		document_writer_for(call_text(call, "format"), call_text(call, "file"), err);
	struct document document;
	bool good = true;

	if (!writer)
		return false;
	document_init(&document);
	store_reads_begin(call->desk->store);
	report_sheet(call->desk->store, call->desk->session, desk_template(call->desk), &document);
	document_date_at(&document, desk_now(call->desk));
	writer->write(&document, &call->output);
	document_clear(&document);
	if (!store_reads_good(call->desk->store, err))
		return false;
	if (call_given(call, "file")) {
		const char *file = call_text(call, "file");
		good = store_spares(call->desk->store, file, err) &&
		       rows_may_write(call, file, "the sheet", err) &&
		       put(call, call_text(call, "file"), &call->output, err);
		str_reset(&call->output);
		str_addf(&call->reply, "sheet written to %s", call_text(call, "file"));
	}
	return good;
}

/* What the screen has built need not be built again: NULL if it has none, or the session has
 * moved on since. */
static const struct report *built_already(const struct call *call)
{
	const struct desk *desk = call->desk;

	bool other = call_given(call, "next") || call_given(call, "style") ||
		     call_given(call, "language");

	return !other && desk->report_sequence == store_sequence(desk->store, desk->session)
		       ? desk->report
		       : NULL;
}

/* In the form and language that are wanted this once; false if there is none such. */
static bool take_template(struct call *call, struct template *template, struct err *err)
{
	const char *language = NULL;

	if (call_given(call, "language")) {
		language = template_file_find(call_text(call, "language"), err);
		if (!language)
			return false;
		desk_template_in(call->desk, language, template);
	} else {
		template_copy(template, desk_template(call->desk));
	}
	return !call_given(call, "style") ||
	       template_only_style(template, call_text(call, "style"), err);
}

static struct report *build(struct call *call, const struct template *template)
{
	struct report *report = report_new(call->desk->store, call->desk->session, template);

	if (call_given(call, "next")) {
		const char *symbol = part_next_symbol(call->desk, &call->arena);
		report_want_next_part(report, symbol);
		report_want_date(report, part_next_date(call->desk, symbol, &call->arena));
	}
	while (!report_step(report))
		continue;
	return report;
}

static bool report_write(struct call *call, struct err *err)
{
	const char *file = call_text(call, "file");
	const struct writer *writer = document_writer_for(call_text(call, "format"), file, err);
	struct template template;
	size_t gaps;

	template_init(&template);
	if (!writer || !rows_may_write(call, file, "the report", err) ||
		!take_template(call, &template, err)) {
		template_clear(&template);
		return false;
	}
	store_reads_begin(call->desk->store);
	struct report *own = built_already(call) ? NULL : build(call, &template);
	const struct report *report = own ? own : built_already(call);
	struct str out;
	str_init(&out);
	writer->write(report_document(report), &out);
	report_gaps(report, &gaps);
	bool good = store_reads_good(call->desk->store, err) && put(call, file, &out, err);
	str_addf(&call->reply, "report written to %s", file);
	if (gaps)
		str_addf(&call->reply, "; %zu missing", gaps);
	str_clear(&out);
	report_free(own);
	template_clear(&template);
	return good;
}

const struct command file_commands[] = {
	{.name = "report write",
		.keys = "w",
		.help = "Write the draft report to a file",
		.hint = "write file",
		.where = IN_REPORT,
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.form = true,
		.params =
			{
				{"file", ARG_FILE, .required = true, .prompt = "File"},
				{"format", ARG_WORD, .option = true, .prompt = "Format, as docx"},
				PARAM_ANYWAY_FILE,
				{"next", ARG_FLAG, .option = true, .more = true,
					.prompt = "The next part to be issued alone"},
				{"style", ARG_WORD, .option = true, .more = true,
					.prompt =
						"Form, as short; documents and attendance are lists"},
				{"language", ARG_LINE, .option = true, .more = true,
					.prompt = "Language, as fr"},
			},
		.run = report_write},
	{.name = "backup",
		.help = "Copy the whole database to a file or folder",
		.effect = EFFECT_KEEPS,
		.params = {{"file", ARG_FILE,
			.prompt = "File or folder; without one, the usual folder"}},
		.run = backup},
	{.name = "restore",
		.help = "Put a backup in the place of the database, which is kept beside it",
		.needs = NEED_WRITING,
		.effect = EFFECT_KEEPS,
		.params =
			{
				{"file", ARG_FILE, .required = true, .prompt = "Backup"},
				{"anyway", ARG_FLAG, .option = true, .prompt = "Without asking"},
			},
		.run = restore},
	{.name = "sheet",
		.help = "Print the list, the agenda and blank lines, to go on with on paper",
		.needs = NEED_SESSION,
		.effect = EFFECT_KEEPS,
		.params = {PARAM_PAGE_FILE, PARAM_PAGE_FORMAT, PARAM_ANYWAY_FILE},
		.run = sheet},
	{0}};
