/* SPDX-License-Identifier: MIT */
/*
 * rapporteur session: the sessions of the database as tab-separated lines, one
 * word that says what the line is, or the session's key, first. What changes
 * sessions are commands of the table under a shorter name.
 */
#include "verbs.h"

#include "base/civil.h"
#include "model/number.h"
#include "store/agenda.h"
#include "store/meeting.h"

static const char *const usage_list = "rapporteur session list";
static const char *const usage_show = "rapporteur session show [ID]";

static const char *state_of(const struct session_row *row)
{
	return row->deleted     ? "deleted"
	       : row->archived  ? "archived"
	       : row->rehearsal ? "rehearsal"
				: "live";
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static bool list_sessions(struct cli *cli, struct err *err)
{
	size_t count;
	const struct session_row *rows = store_sessions(cli->store, true, &cli->arena, &count);
	struct str out;
	bool printed;

	str_init(&out);
	for (size_t i = 0; i < count; i++)
		str_addf(&out, "%s\t%s\t%s\t%s\t%lld\t%s\n", rows[i].key, rows[i].from, rows[i].to,
			state_of(&rows[i]), (long long)rows[i].statements, rows[i].title);
	printed = cli_print(out.text, out.length, err);
	str_clear(&out);
	return printed;
}

int session_list_verb(struct cli *cli, int argc, char **argv)
{
	struct err err = {0};

	if (verb_operands(cli, NULL, argc, argv, 0, 0, usage_list, &err) < 0 ||
		!cli_open(cli, STORE_OPEN_EXISTING, &err) || !list_sessions(cli, &err))
		return cli_fail(&err);
	return 0;
}

/* --- one session --- */

static void add_about(struct str *out, const struct session_row *row)
{
	const struct {
		const char *name, *value;
	} lines[] = {
		{"id", row->key},
		{"title", row->title},
		{"organ", row->organ},
		{"place", row->place},
		{"from", row->from},
		{"to", row->to},
		{"timezone", row->timezone},
		{"state", state_of(row)},
		{"agenda-status", row->agenda_status},
		{"agenda-symbols", row->agenda_symbols},
		{"agenda-date", row->agenda_date},
	};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		str_addf(out, "%s\t%s\n", lines[i].name, or_empty(lines[i].value));
	str_addf(out, "statements\t%lld\n", (long long)row->statements);
}

static void add_bodies(struct cli *cli, struct str *out)
{
	size_t count;
	const struct body_row *bodies =
		store_bodies(cli->store, cli->desk.session, &cli->arena, &count);
	const struct officer_row *officers;

	for (size_t i = 0; i < count; i++)
		str_addf(out, "body\t%s\t%s\n", bodies[i].key, bodies[i].name);
	officers = store_officers(cli->store, cli->desk.session, &cli->arena, &count);
	for (size_t i = 0; i < count; i++)
		str_addf(out, "officer\t%s\t%s\t%s\n", officers[i].role, officers[i].name,
			or_empty(officers[i].country));
}

static void add_items(struct cli *cli, struct str *out)
{
	size_t count;
	const struct item_row *rows =
		store_items(cli->store, cli->desk.session, &cli->arena, &count);

	for (size_t i = 0; i < count; i++) {
		str_add(out, "item\t");
		number_item_dotted(rows[i].printed, out);
		str_addf(out, "\t%s\t%lld\t%lld\t%s\n", rows[i].state,
			(long long)rows[i].statements, (long long)rows[i].recommendations,
			rows[i].title);
	}
}

static void add_time(struct str *out, int64_t ms)
{
	struct civil civil = civil_at(ms);
	char date[11];

	civil_format_date(&civil, date);
	str_addf(out, "\t%s", ms ? date : "");
	if (ms)
		str_addf(out, "T%02d:%02d", civil.hour, civil.minute);
}

static void add_meetings(struct cli *cli, struct str *out)
{
	size_t count;
	const struct meeting_row *rows =
		store_meetings(cli->store, cli->desk.session, &cli->arena, &count);

	for (size_t i = 0; i < count; i++) {
		str_addf(out, "meeting\t%d\t%s", rows[i].number, rows[i].state);
		add_time(out, rows[i].opened);
		add_time(out, rows[i].closed);
		str_addc(out, '\n');
	}
}

static bool show_session(struct cli *cli, struct err *err)
{
	struct session_row row;
	struct str out;
	bool printed;

	if (!store_session(cli->store, cli->desk.session, &cli->arena, &row))
		return err_set(err, ERR_DATA, "the session is not there any more");
	str_init(&out);
	add_about(&out, &row);
	add_bodies(cli, &out);
	add_items(cli, &out);
	add_meetings(cli, &out);
	printed = cli_print(out.text, out.length, err);
	str_clear(&out);
	return printed;
}

int session_show_verb(struct cli *cli, int argc, char **argv)
{
	struct err err = {0};
	int count = verb_operands(cli, NULL, argc, argv, 0, 1, usage_show, &err);

	if (count == 1)
		cli->session = argv[0];
	if (count < 0 || !cli_open(cli, STORE_OPEN_EXISTING, &err) || !cli_desk(cli, &err) ||
		!cli_need_session(cli, &err) || !show_session(cli, &err))
		return cli_fail(&err);
	return 0;
}

int session_archive_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "session archive", argc, argv);
}

int session_delete_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "session delete", argc, argv);
}

int session_copy_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "session copy", argc, argv);
}

int session_export_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "session export", argc, argv);
}

int session_import_verb(struct cli *cli, int argc, char **argv)
{
	return do_command(cli, "session import", argc, argv);
}
