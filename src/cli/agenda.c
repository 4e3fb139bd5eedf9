/* SPDX-License-Identifier: MIT */
/* rapporteur agenda check, show: agenda files without a database. */
#include <stdlib.h>

#include "verbs.h"

#include "exchange/agenda_file.h"

static const char *const usage_check = "rapporteur agenda check FILE...";
static const char *const usage_show = "rapporteur agenda show FILE";

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
static int read_agenda(const char *path, struct agenda *agenda)
{
	struct messages messages;
	int code = 0;

	messages_init(&messages, path);
	if (!agenda_file_read(path, agenda, &messages))
		code = first_error(&messages);
	say_messages(&messages);
	messages_clear(&messages);
	return code;
}

static int check_file(const char *path, struct err *err)
{
	struct agenda agenda;
	struct str out;
	int code;

	agenda_init(&agenda);
	str_init(&out);
	code = read_agenda(path, &agenda);
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

	if (count < 0)
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

	if (verb_operands(cli, NULL, argc, argv, 1, 1, usage_show, &err) < 0)
		return cli_fail(&err);
	agenda_init(&agenda);
	str_init(&out);
	code = read_agenda(argv[0], &agenda);
	if (code == 0) {
		agenda_file_show(&agenda, &out);
		if (!cli_print(out.text, out.length, &err))
			code = cli_fail(&err);
	}
	str_clear(&out);
	agenda_clear(&agenda);
	return code;
}
