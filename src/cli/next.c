/* SPDX-License-Identifier: MIT */
/* rapporteur agenda next: the agenda file of a body's next session, out of a session or
 * an agenda file. What was carried over is said beside it. */
#include "verbs.h"

#include "command/next_agenda.h"
#include "exchange/agenda_file.h"
#include "store/agenda_held.h"

static const char *const usage =
	"rapporteur agenda next --id ID --from DATE [--to DATE] [--place P] [--carry open|all|none|ITEMS]"
	" [--with FILE [--take ITEMS]] [--annotations] [-o FILE] [FILE.yaml]";

static bool put(struct cli *cli, const struct next_request *request, const struct next_from *from,
	const char *file, struct err *err)
{
	struct agenda next;
	struct str said, review;
	bool done;

	agenda_init(&next);
	str_init(&said);
	str_init(&review);
	done = next_agenda(request, from, &next, &said, &review, err) &&
	       verb_put_agenda(cli, &next, false, "yaml", &(struct target){file, false}, err);
	if (review.length)
		str_addf(&said, "; to be looked at: %s", review.text);
	str_addc(&said, '\n');
	if (done)
		cli_warn(said.text, said.length);
	str_clear(&review);
	str_clear(&said);
	agenda_clear(&next);
	return done;
}

static bool next_of_file(struct cli *cli, const struct next_request *request, const char *path,
	const char *file, struct err *err)
{
	struct messages messages;
	struct agenda old;
	bool done;

	agenda_init(&old);
	messages_init(&messages, path);
	done = (agenda_file_read(path, &old, &messages) || messages_err(&messages, err)) &&
	       put(cli, request, &(struct next_from){.agenda = &old}, file, err);
	messages_clear(&messages);
	agenda_clear(&old);
	return done;
}

static bool next_of_session(
	struct cli *cli, const struct next_request *request, const char *file, struct err *err)
{
	struct agenda_held held;
	bool done;

	if (!cli_open(cli, STORE_OPEN_EXISTING, err) || !cli_desk(cli, err) ||
		!cli_need_session(cli, err))
		return false;
	store_reads_begin(cli->store);
	store_agenda_held(cli->store, cli->desk.session, &held);
	struct next_from from = next_agenda_from(cli->store, &held, &held.agenda.arena);
	done = store_reads_good(cli->store, err) && put(cli, request, &from, file, err);
	agenda_held_clear(&held);
	return done;
}

int agenda_next_verb(struct cli *cli, int argc, char **argv)
{
	struct next_request request = {0};
	const char *file = NULL;
	const struct cli_option own[] = {{.name = "id", .value = &request.id},
		{.name = "from", .value = &request.from}, {.name = "to", .value = &request.to},
		{.name = "place", .value = &request.place},
		{.name = "carry", .value = &request.carry},
		{.name = "with", .value = &request.with}, {.name = "take", .value = &request.take},
		{.name = "annotations", .flag = &request.annotations},
		{.name = "output", .letter = 'o', .value = &file}, {0}};
	struct err err = {0};
	int count = verb_operands(cli, own, argc, argv, 0, 1, usage, &err);

	if (count < 0 || !cli_file_alone(cli, count ? argv[0] : NULL, &err) ||
		!(count ? next_of_file(cli, &request, argv[0], file, &err)
			: next_of_session(cli, &request, file, &err)))
		return cli_fail(&err);
	return 0;
}
