/* SPDX-License-Identifier: MIT */
/* rapporteur agenda check, show, export: agenda files without a database, and the agenda
 * of a session or file as a document. */
#include <string.h>

#include "verbs.h"

#include "command/agenda_export.h"
#include "exchange/agenda_file.h"
#include "exchange/template_file.h"
#include "exchange/workplan_file.h"
#include "store/agenda_held.h"

static const char *const usage_check = "rapporteur agenda check FILE...";
static const char *const usage_show = "rapporteur agenda show FILE";
static const char *const usage_export =
	"rapporteur agenda export [--format F] [-o FILE [--anyway]] [FILE.yaml]";

static int first_error(const struct messages *messages)
{
	for (size_t i = 0; i < messages->count; i++) {
		if (!messages->all[i].warning)
			return messages->all[i].code ? (int)messages->all[i].code : ERR_DATA;
	}
	return 0;
}

static void say_messages(const struct messages *messages)
{
	struct str out;

	str_init(&out);
	messages_format(messages, &out);
	cli_warn(out.text, out.length);
	str_clear(&out);
}

/* Reads a file and says what there is to say about it; 0 or the exit code. */
static int read_agenda(const char *path, bool careful, struct agenda *agenda)
{
	struct messages messages;
	int code = 0;

	messages_init(&messages, path);
	if (!(careful ? agenda_file_check : agenda_file_read)(path, agenda, &messages))
		code = first_error(&messages);
	say_messages(&messages);
	messages_clear(&messages);
	return code;
}

/* The same of a workplan. */
static int read_workplan(const char *path, struct workplan *plan)
{
	struct messages messages;
	int code = 0;

	messages_init(&messages, path);
	if (!workplan_file_read(path, plan, &messages))
		code = first_error(&messages);
	say_messages(&messages);
	messages_clear(&messages);
	return code;
}

/* Checks it, and with `show` prints it as lines of fields. */
static int put_workplan(const char *path, bool show, struct err *err)
{
	struct workplan plan;
	struct str out;
	int code;

	workplan_init(&plan);
	str_init(&out);
	code = read_workplan(path, &plan);
	if (show)
		workplan_show(&plan, &out);
	else
		str_addf(&out, "%s: good: a workplan of %zu session%s\n", path, plan.session_count,
			plan.session_count == 1 ? "" : "s");
	if (code == 0 && !cli_print(out.text, out.length, err))
		code = (int)err->code;
	str_clear(&out);
	workplan_clear(&plan);
	return code;
}

static int check_file(const char *path, struct err *err)
{
	struct agenda agenda;
	struct str out;
	int code;

	if (workplan_file_is(path))
		return put_workplan(path, false, err);

	agenda_init(&agenda);
	str_init(&out);
	code = read_agenda(path, true, &agenda);
	str_addf(&out, "%s: good: %zu items, %zu slots, %zu documents\n", path, agenda.item_count,
		agenda.slot_count, agenda.document_count);
	if (code == 0 && !cli_print(out.text, out.length, err))
		code = (int)err->code;
	str_clear(&out);
	agenda_clear(&agenda);
	return code;
}

int agenda_check_verb(struct cli *cli, int argc, char **argv)
{
	struct err err = {0};
	int code = 0, count = verb_operands(cli, NULL, argc, argv, 1, argc, usage_check, &err);

	if (count < 0 || !cli_file_alone(cli, argv[0], &err))
		return cli_fail(&err);
	for (int i = 0; i < count; i++) {
		int one = check_file(argv[i], &err);
		if (err.code)
			return cli_fail(&err);
		code = code ? code : one;
	}
	return code;
}

int agenda_show_verb(struct cli *cli, int argc, char **argv)
{
	struct agenda agenda;
	struct err err = {0};
	struct str out;
	int code;

	if (verb_operands(cli, NULL, argc, argv, 1, 1, usage_show, &err) < 0 ||
		!cli_file_alone(cli, argv[0], &err))
		return cli_fail(&err);
	if (workplan_file_is(argv[0])) {
		code = put_workplan(argv[0], true, &err);
		return err.code ? cli_fail(&err) : code;
	}
	agenda_init(&agenda);
	str_init(&out);
	code = read_agenda(argv[0], false, &agenda);
	if (code == 0) {
		agenda_file_show(&agenda, &out);
		if (!cli_print(out.text, out.length, &err))
			code = cli_fail(&err);
	}
	str_clear(&out);
	agenda_clear(&agenda);
	return code;
}

/* --- export --- */

bool verb_put_agenda(struct cli *cli, const struct agenda *agenda, bool adopted, const char *format,
	const struct target *target, struct err *err)
{
	struct template words;
	struct str out;
	bool done;

	str_init(&out);
	template_init(&words);
	if (cli->store)
		template_copy(&words, desk_template(&cli->desk));
	else
		template_file_any(TEMPLATE_LANGUAGE, &words);
	done = agenda_export(agenda, &words, adopted, format, target->file, &out, err) &&
	       verb_put(cli, &out, target, err);
	template_clear(&words);
	str_clear(&out);
	return done;
}

static int export_file(
	struct cli *cli, const char *format, const struct target *target, const char *path)
{
	struct err err = {0};
	struct agenda agenda;
	int code;

	agenda_init(&agenda);
	code = read_agenda(path, false, &agenda);
	if (code == 0 && !verb_put_agenda(cli, &agenda, false, format, target, &err))
		code = cli_fail(&err);
	agenda_clear(&agenda);
	return code;
}

static int export_session(struct cli *cli, const char *format, const struct target *target)
{
	struct agenda_held held;
	struct err err = {0};

	if (!cli_open(cli, STORE_OPEN_EXISTING, &err) || !cli_desk(cli, &err) ||
		!cli_need_session(cli, &err))
		return cli_fail(&err);
	store_reads_begin(cli->store);
	store_agenda_held(cli->store, cli->desk.session, &held);
	bool done = store_reads_good(cli->store, &err) &&
		    verb_put_agenda(cli, &held.agenda, held.use.adopted, format, target, &err);
	agenda_held_clear(&held);
	return done ? 0 : cli_fail(&err);
}

int agenda_export_verb(struct cli *cli, int argc, char **argv)
{
	const char *format = NULL;
	struct target target = {0};
	const struct cli_option own[] = {{.name = "format", .letter = 'F', .value = &format},
		{.name = "output", .letter = 'o', .value = &target.file},
		{.name = "anyway", .flag = &target.anyway}, {0}};
	struct err err = {0};
	int count = verb_operands(cli, own, argc, argv, 0, 1, usage_export, &err);

	if (count < 0 || !cli_file_alone(cli, count ? argv[0] : NULL, &err))
		return cli_fail(&err);
	return count ? export_file(cli, format, &target, argv[0])
		     : export_session(cli, format, &target);
}
