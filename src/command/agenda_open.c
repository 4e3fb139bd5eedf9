/* SPDX-License-Identifier: MIT */
/*
 * Opening an agenda file again: what it says otherwise than its session is shown,
 * and the session follows it only if that is wanted. All of it is one step.
 */
#include <string.h>

#include "agenda_open.h"

#include "base/civil.h"
#include "exchange/rules_file.h"
#include "store/agenda_change.h"
#include "store/agenda_held.h"
#include "store/rule.h"

bool agenda_write_rules(
	struct call *call, const struct agenda *agenda, int64_t session, struct err *err)
{
	struct messages messages;
	struct rules rules;
	bool good;

	messages_init(&messages, "rules.yaml");
	good = rules_file_read(agenda->rules ? agenda->rules : RULES_DEFAULT, &rules, &messages) ||
	       messages_err(&messages, err);
	messages_clear(&messages);
	return good && store_rules_write(call->desk->store, session, &rules, err);
}

static void print_differences(struct call *call, const struct agenda_comparison *found)
{
	for (size_t i = 0; i < found->count; i++)
		str_addf(&call->output, "%s\n", found->lines[i]);
	if (found->clash)
		str_addf(&call->output, "cannot be taken: %s\n", found->clash);
}

static bool ask(
	struct call *call, const char *key, const struct agenda_comparison *found, struct err *err)
{
	print_differences(call, found);
	return call_ask(call, err, "take",
		"The file differs from session %s in %zu place%s: take the file's into the "
		"session? --keep opens it as it is",
		key, found->changes, found->changes == 1 ? "" : "s");
}

static bool other_rules(const struct agenda_held *held, const struct agenda *file)
{
	const char *rules = held->agenda.rules;

	return file->rules && (!rules || strcmp(file->rules, rules) != 0);
}

static bool take(struct call *call, const struct agenda_held *held, const struct agenda *file,
	const struct agenda_comparison *found, struct err *err)
{
	size_t stay = found->count - found->changes;

	if (found->clash)
		return err_set(err, ERR_USAGE, "%s", found->clash);
	/* One that there is not would shut the session out. */
	if (file->timezone && !zone_set(file->timezone, err))
		return false;
	str_addf(&call->reply, "%zu difference%s taken from the file", found->changes,
		found->changes == 1 ? "" : "s");
	if (stay > 0)
		str_addf(&call->reply, ", %zu that only the session has stay%s", stay,
			stay == 1 ? "s" : "");
	return store_agenda_take(call->desk->store, held, file, found, err) &&
	       (!other_rules(held, file) || agenda_write_rules(call, file, held->session, err));
}

static bool settle(struct call *call, const struct agenda_held *held, const struct agenda *file,
	const struct agenda_comparison *found, struct err *err)
{
	if (found->changes == 0) {
		str_addf(&call->reply, "session %s opened", held->agenda.id);
		return true;
	}
	if (call_given(call, "take"))
		return take(call, held, file, found, err);
	if (!call_given(call, "keep"))
		return ask(call, held->agenda.id, found, err);
	str_addf(&call->reply, "session %s opened as it is; the file differs in %zu place%s",
		held->agenda.id, found->changes, found->changes == 1 ? "" : "s");
	return true;
}

/* The file is as it was, and the session differs because its agenda was amended in it:
 * there is nothing to ask. */
static bool is_settled(
	struct call *call, const struct agenda_comparison *found, int64_t sum, int64_t session)
{
	struct store *store = call->desk->store;

	return found->changes > 0 && !call_given(call, "take") && !call_given(call, "keep") &&
	       store_agenda_amended(store, session) &&
	       store_session_knows_file(store, session, sum);
}

static bool open_amended(struct call *call, const struct agenda_held *held)
{
	str_addf(&call->reply, "session %s opened, as it was amended since the file",
		held->agenda.id);
	return true;
}

bool agenda_open(
	struct call *call, const struct agenda *file, int64_t sum, int64_t session, struct err *err)
{
	struct agenda_comparison found;
	struct agenda_held held;
	bool good;

	if (call_given(call, "take") && call_given(call, "keep"))
		return err_set(err, ERR_USAGE, "--take or --keep, not both");
	store_agenda_held(call->desk->store, session, &held);
	agenda_compare(&held.agenda, &held.use, file, &found);
	call->desk->session = session;
	good = is_settled(call, &found, sum, session)
		       ? open_amended(call, &held)
		       : settle(call, &held, file, &found, err) &&
				 store_session_keep_file(call->desk->store, session, sum, err);
	agenda_comparison_clear(&found);
	agenda_held_clear(&held);
	return good;
}
