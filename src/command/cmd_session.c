/* SPDX-License-Identifier: MIT */
/* Sessions as a whole. */
#include <string.h>

#include "base/civil.h"
#include "groups.h"
#include "rows.h"
#include "shown.h"

static const char *key_of(struct call *call, int64_t session)
{
	struct session_row row;

	return store_session(call->desk->store, session, &call->arena, &row) ? row.key : "?";
}

static int64_t which(struct call *call)
{
	return call_given(call, "session") ? call_id(call, "session") : call->desk->session;
}

static bool session_open(struct call *call, struct err *err)
{
	(void)err;
	call->desk->session = call_id(call, "session");
	str_addf(&call->reply, "session %s opened", key_of(call, call->desk->session));
	return true;
}

/* What everything else is reckoned with has to be what it says. */
static bool may_be(struct call *call, const char *key, const char *value, struct err *err)
{
	struct civil day;

	if (strcmp(key, "timezone") == 0)
		return zone_set(value, err);
	return (strcmp(key, "from") != 0 && strcmp(key, "to") != 0) ||
	       civil_parse_date(value, &day) ||
	       err_set(err, ERR_USAGE, "%s is no date: write 2012-10-17",
		       shown_text(&call->arena, value));
}

static bool session_set(struct call *call, struct err *err)
{
	if (!may_be(call, call_text(call, "key"), call_text(call, "value"), err))
		return false;
	str_addf(&call->reply, "%s: %s", call_text(call, "key"), call_text(call, "value"));
	return store_session_set(call->desk->store, call->desk->session, call_text(call, "key"),
		call_text(call, "value"), err);
}

static bool mark(struct call *call, const char *field, const char *done, struct err *err)
{
	call->desk->session = which(call);
	str_addf(&call->reply, "session %s %s", key_of(call, call->desk->session), done);
	return store_session_set(call->desk->store, call->desk->session, field, "1", err);
}

static bool session_archive(struct call *call, struct err *err)
{
	return mark(call, "archived", "archived", err);
}

static bool session_delete(struct call *call, struct err *err)
{
	return mark(call, "deleted", "deleted; undo brings it back", err);
}

static bool session_copy(struct call *call, struct err *err)
{
	int64_t from = which(call), id;
	const char *key = call_text(call, "id");

	if (store_session_find(call->desk->store, key))
		return err_set(
			err, ERR_USAGE, "there is a session %s already: choose another name", key);
	id = store_session_copy(call->desk->store, from, key,
		call_given(call, "record")     ? COPY_RECORD
		: call_given(call, "rehearse") ? COPY_REHEARSAL
					       : COPY_AGENDA,
		err);
	if (id == 0)
		return false;
	if (call_given(call, "rehearse"))
		str_add(&call->reply, "rehearsal made: nothing here reaches the session itself");
	else
		str_addf(&call->reply, "session %s copied to %s", key_of(call, from), key);
	call->desk->session = id;
	call->made = id;
	return !call_given(call, "rehearse") ||
	       store_session_set(call->desk->store, id, "mode", "rehearsal", err);
}

const struct command session_commands[] = {
	{.name = "session open",
		.help = "Work on another session",
		.effect = EFFECT_LOOKS,
		.params = {{"session", ARG_SESSION, .required = true, .prompt = "Session"}},
		.run = session_open},
	{.name = "session set",
		.help = "Correct what is known of the session",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"key", ARG_CHOICE, .required = true, .prompt = "What",
					.choices =
						"title place organ from to timezone distribution language agenda-date "
						"agenda-status agenda-symbols agenda-heading agenda-annex"},
				{"value", ARG_LINE, .required = true, .prompt = "Value"},
			},
		.run = session_set},
	{.name = "session archive",
		.help = "Put a session away: it is listed last and not opened by itself",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"session", ARG_SESSION, .prompt = "Session"}},
		.run = session_archive},
	{.name = "session delete",
		.help = "Delete a session; undo brings it back",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params = {{"session", ARG_SESSION, .prompt = "Session"}},
		.run = session_delete},
	{.name = "session copy",
		.help = "Copy a session: its agenda and participants, and what was logged if wanted",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"id", ARG_WORD, .required = true, .prompt = "Name of the copy"},
				{"session", ARG_SESSION, .option = true,
					.prompt = "Session to copy"},
				{"record", ARG_FLAG, .option = true,
					.prompt = "With what was logged"},
				{"rehearse", ARG_FLAG, .option = true, .prompt = "As a rehearsal"},
			},
		.run = session_copy},
	{0}};
