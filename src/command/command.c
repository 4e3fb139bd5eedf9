/* SPDX-License-Identifier: MIT */
/*
 * Running a command: needs, arguments, one transaction, one journal row, one
 * reply. A command that fails leaves no trace, in the database or on the desk.
 */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "groups.h"
#include "resolve.h"

#include "base/civil.h"
#include "command/command.h"
#include "store/agenda.h"
#include "store/floor.h"
#include "store/journal.h"
#include "store/meeting.h"

/* --- the table --- */

/* A group that is listed twice would be walked for ever. */
static bool is_new(const struct command *group, size_t n)
{
	while (n-- > 0)
		if (groups_at(n) == group)
			return false;
	return true;
}

const struct command *command_next(const struct command *before)
{
	const struct command *group;

	if (before && before[1].name)
		return before + 1;
	/* The last of its group, or none: the first of the group after. */
	for (size_t i = 0; (group = groups_at(i)); i++) {
		const struct command *row = group;
		if (!before && row->name) {
			assert(is_new(group, i));
			return row;
		}
		while (row->name && row != before)
			row++;
		if (before && row == before)
			before = NULL;
	}
	return NULL;
}

/* Asked for many times a key: most rows are told by their first letter. */
const struct command *command_find(const char *name)
{
	const struct command *row;

	for (size_t i = 0; (row = groups_at(i)); i++)
		for (; row->name; row++)
			if (row->name[0] == name[0] && strcmp(row->name, name) == 0)
				return row;
	return NULL;
}

/* --- the desk's time --- */

int64_t desk_now(const struct desk *desk)
{
	return desk->at ? desk->at : clock_now(&desk->clock);
}

/* An instant on the day that a bare clock time belongs to. */
static int64_t day_meant(struct desk *desk, struct arena *arena)
{
	int64_t now = clock_now(&desk->clock);
	struct civil today = civil_at(now), first;
	struct session_row session;
	struct meeting_row *meetings;
	char date[11];
	size_t count;

	if (desk->at)
		return desk->at;
	if (!desk->session || !store_session(desk->store, desk->session, arena, &session))
		return now;
	civil_format_date(&today, date);
	if (strcmp(date, session.from) >= 0 && strcmp(date, session.to) <= 0)
		return now;
	meetings = store_meetings(desk->store, desk->session, arena, &count);
	if (count > 0)
		return meetings[count - 1].opened;
	return civil_parse_date(session.from, &first) ? civil_ms(&first) : now;
}

bool desk_time(struct desk *desk, const char *text, int64_t *ms, struct err *err)
{
	struct arena arena;
	bool parsed;

	arena_init(&arena);
	parsed = civil_parse_time(text, day_meant(desk, &arena), ms, err);
	arena_clear(&arena);
	return parsed;
}

bool desk_take_session(struct desk *desk, int64_t session, struct err *err)
{
	struct session_row row = {0};
	struct arena arena;
	bool taken;

	arena_init(&arena);
	if (session && !store_session(desk->store, session, &arena, &row))
		taken = err_set(err, ERR_DATA, "the session is not there any more");
	else
		taken = zone_set(row.timezone, err);
	arena_clear(&arena);
	if (taken)
		desk->session = session;
	return taken;
}

void desk_follow_zone(const struct desk *desk)
{
	const char *set = getenv("TZ"), *zone;
	struct arena arena;

	arena_init(&arena);
	zone = desk->session ? store_session_zone(desk->store, desk->session, &arena) : NULL;
	if (zone && !(set && strcmp(set, zone) == 0))
		zone_set(zone, NULL);
	arena_clear(&arena);
}

/* --- a call --- */

void call_init(struct call *call, struct desk *desk)
{
	*call = (struct call){.desk = desk};
	arena_init(&call->arena);
	str_init(&call->reply);
	str_init(&call->aside);
	str_init(&call->output);
}

void call_clear(struct call *call)
{
	arena_clear(&call->arena);
	str_clear(&call->reply);
	str_clear(&call->aside);
	str_clear(&call->output);
	*call = (struct call){
		.desk = call->desk, .reply = STR_EMPTY, .aside = STR_EMPTY, .output = STR_EMPTY};
}

static const struct arg *find_arg(const struct call *call, const char *name)
{
	for (size_t i = 0; i < COMMAND_PARAMS && call->command->params[i].name; i++) {
		if (strcmp(call->command->params[i].name, name) == 0)
			return &call->args[i];
	}
	return NULL;
}

const struct arg *call_arg(const struct call *call, const char *name)
{
	const struct arg *arg = find_arg(call, name);

	assert(arg);
	return arg;
}

bool call_given(const struct call *call, const char *name)
{
	const struct arg *arg = find_arg(call, name);

	return arg && arg->given;
}

const char *call_text(const struct call *call, const char *name)
{
	const struct arg *arg = call_arg(call, name);

	return arg->given ? arg->text : NULL;
}

int64_t call_id(const struct call *call, const char *name)
{
	const struct arg *arg = call_arg(call, name);

	return arg->given ? arg->id : 0;
}

bool call_ask(struct call *call, struct err *err, const char *flag, const char *format, ...)
{
	char text[1000];
	va_list args;

	assert(!call_given(call, flag));
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	call->asked = flag;
	return err_set(err, ERR_USAGE, "%s", text);
}

static bool answers(const struct call *call, const char *flag, const char *question)
{
	const struct question *to = call->agreed;

	return !to || !to->flag || strcmp(to->flag, flag) != 0 ||
	       strncmp(to->text, question, sizeof to->text - 1) == 0;
}

bool call_agreed(struct call *call, struct err *err, const char *flag, const char *question)
{
	if (call_given(call, flag) && answers(call, flag, question))
		return true;
	call->asked = flag;
	return err_set(err, ERR_USAGE, "%s", question);
}

/* --- needs --- */

/* When it happened was said: by --from, or by --at, at which a meeting was held that
 * is not suspended since before. */
static bool time_is_given(
	const struct call *call, const struct words *words, const struct meeting_row *suspended)
{
	const struct desk *desk = call->desk;

	for (size_t i = 0; i < COMMAND_PARAMS && call->command->params[i].name; i++) {
		if (strcmp(call->command->params[i].name, "from") == 0 && words->values[i])
			return true;
	}
	return desk->at && !(suspended && desk->at >= suspended->suspended) &&
	       store_meeting_at(desk->store, desk->session, desk->at);
}

static bool meeting_met(const struct call *call, const struct words *words, struct err *err)
{
	const struct desk *desk = call->desk;
	struct meeting_row row;
	struct arena arena;
	bool sits, suspended;

	arena_init(&arena);
	sits = store_meeting_open_now(desk->store, desk->session, &arena, &row);
	suspended = sits && row.suspended;
	arena_clear(&arena);
	if ((sits && !suspended) || time_is_given(call, words, suspended ? &row : NULL))
		return true;
	return err_set(err, ERR_USAGE,
		suspended ? "The meeting is suspended: meeting resume"
			  : "No meeting is open: meeting open");
}

static bool somebody_speaks(const struct desk *desk)
{
	struct statement_row row;
	struct arena arena;
	bool speaks;

	arena_init(&arena);
	speaks = store_statement_running(desk->store, desk->session, &arena, &row) ||
		 store_statement_paused(desk->store, desk->session, &arena, &row);
	arena_clear(&arena);
	return speaks;
}

/* Does an argument name the session that the command is about? One of another name is
 * another session, which something is taken from. */
static bool names_session(const struct words *words)
{
	for (size_t i = 0; i < COMMAND_PARAMS && words->command->params[i].name; i++) {
		const struct param *param = &words->command->params[i];
		if (param->type == ARG_SESSION && strcmp(param->name, "session") == 0 &&
			words->values[i])
			return true;
	}
	return false;
}

bool command_needs_session(const struct words *words)
{
	return (words->command->needs & NEED_SESSION) && !names_session(words);
}

/* Loading an agenda may have been undone. Only what writes steps of its own, redo,
 * may still go back to it. */
static bool session_is_gone(const struct call *call)
{
	const struct desk *desk = call->desk;

	if (!desk->session ||
		(call->command->effect == EFFECT_KEEPS && (call->command->needs & NEED_WRITING)))
		return false;
	return !store_session_there(desk->store, desk->session);
}

static bool needs_met(const struct call *call, const struct words *words, struct err *err)
{
	const struct desk *desk = call->desk;
	unsigned needs = call->command->needs;

	if (call->command->effect == EFFECT_SCREEN && !desk->screen)
		return err_set(err, ERR_USAGE, "'%s' is a command of the full screen",
			call->command->name);
	if (((needs & NEED_WRITING) ||
		    (call->command->effect == EFFECT_CHANGES && !call->command->opens)) &&
		store_read_only(desk->store))
		return err_set(err, ERR_IO,
			"%s can only be read: look at its permissions and those of "
			"its folder",
			store_path(desk->store));
	if (command_needs_session(words) && !desk->session)
		return err_set(
			err, ERR_USAGE, "There is no session yet: agenda load FILE makes one");
	if (command_needs_session(words) && session_is_gone(call))
		return err_set(err, ERR_USAGE,
			"The session is gone, its making was undone: redo brings it back");
	if ((needs & NEED_MEETING) && !meeting_met(call, words, err))
		return false;
	if ((needs & NEED_SPEAKER) && !somebody_speaks(desk))
		return err_set(err, ERR_USAGE, "Nobody has the floor: floor give");
	return true;
}

/* --- running --- */

/* The arguments for the journal: as typed, with what the context added. */
static void describe(const struct call *call, struct str *out)
{
	struct words words = {.command = call->command};
	size_t name = strlen(call->command->name);

	for (size_t i = 0; i < COMMAND_PARAMS && call->command->params[i].name; i++) {
		if (call->args[i].given)
			words.values[i] = call->args[i].text;
	}
	command_format(&words, out);
	str_remove(out, 0, out->text[name] == ' ' ? name + 1 : name);
}

static bool commit(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	struct str arguments;
	bool done;

	str_init(&arguments);
	describe(call, &arguments);
	struct step step = {.session = desk->session,
		.origin = desk->origin,
		.person = desk->person,
		.at = desk_now(desk),
		.command = call->command->name,
		.arguments = arguments.text};
	done = store_commit(desk->store, &step,
		call->reply.length ? call->reply.text : call->command->name, &call->sequence, err);
	str_clear(&arguments);
	return done;
}

static bool run_change(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	bool done;

	if (!store_begin(desk->store, err))
		return false;
	call->change = true;
	done = resolve_guests(call, err) && call->command->run(call, err) &&
	       (call->shows_only || commit(call, err));
	if (!done || call->shows_only)
		store_rollback(desk->store);
	call->change = false;
	return done;
}

static void back_to(struct call *call, int64_t session)
{
	call->desk->session = session;
	desk_clear(call->desk);
	call->made = 0;
	str_reset(&call->reply);
	str_reset(&call->aside);
	/* What a question is about is read before it is answered. */
	if (!call->asked && !call->says_all)
		str_reset(&call->output);
}

/* Runs it; the desk is as it was if it fails. */
static bool run(struct call *call, struct err *err)
{
	struct desk *desk = call->desk;
	int64_t session = desk->session;
	bool writes = call->command->effect == EFFECT_CHANGES ||
		      (call->command->needs & NEED_WRITING) != 0;
	bool looks = call->command->opens && store_read_only(desk->store);
	bool done = call->command->effect == EFFECT_CHANGES && !looks
			    ? run_change(call, err)
			    : call->command->run(call, err);

	if (done && desk->session != session)
		return desk_take_session(desk, desk->session, err);
	if (!done)
		back_to(call, session);
	if (writes)
		desk_follow_zone(desk);
	return done;
}

/* What was asked is a question for who can answer, a sentence for who cannot. */
static enum outcome ask(const struct call *call, struct question *question, struct err *err)
{
	if (!question->missing) {
		*question = (struct question){.flag = call->asked};
		memcpy(question->text, err->text, sizeof question->text);
		err_set(err, ERR_USAGE, "%s (yes: --%s)", question->text, call->asked);
	}
	return OUTCOME_ASKS;
}

enum outcome command_run(
	struct call *call, const struct words *words, struct question *question, struct err *err)
{
	enum outcome outcome = OUTCOME_FAILED;

	*question = (struct question){0};
	call->command = words->command;
	store_read_begin(call->desk->store);
	if (needs_met(call, words, err))
		outcome = resolve_arguments(call, words, question, err);
	store_read_end(call->desk->store);
	if (outcome != OUTCOME_DONE)
		return outcome == OUTCOME_ASKS ? ask(call, question, err) : outcome;
	if (run(call, err))
		return OUTCOME_DONE;
	assert(err->code != ERR_NONE);
	return call->asked ? ask(call, question, err) : OUTCOME_FAILED;
}
