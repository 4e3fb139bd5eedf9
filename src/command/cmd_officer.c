/* SPDX-License-Identifier: MIT */
/* The bodies that meet, and their officers. */
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "groups.h"
#include "rows.h"

static bool body_add(struct call *call, struct err *err)
{
	call->made = store_body_add(call->desk->store, call->desk->session, call_text(call, "key"),
		call_text(call, "name"), call_text(call, "short"), call_text(call, "symbol"), err);
	str_addf(&call->reply, "body %s: %s", call_text(call, "key"), call_text(call, "name"));
	return call->made != 0;
}

static bool same(const char *a, const char *b)
{
	char *one = fold_key(a), *other = fold_key(b);
	bool equal = strcmp(one, other) == 0;

	free(one);
	free(other);
	return equal;
}

/* How many officers bear the name, in that role if one is given; *one is the last. */
static size_t find_officers(struct call *call, struct officer_row *one)
{
	const char *role = call_text(call, "role");
	size_t count, found = 0;
	struct officer_row *rows =
		store_officers(call->desk->store, call->desk->session, &call->arena, &count);

	for (size_t i = 0; i < count; i++)
		if (same(rows[i].name, call_text(call, "name")) &&
			(!role || same(rows[i].role, role)) &&
			(!call_given(call, "body") || rows[i].body == call_id(call, "body"))) {
			*one = rows[i];
			found++;
		}
	return found;
}

static bool officer_remove(struct call *call, struct err *err)
{
	struct officer_row officer;
	size_t found = find_officers(call, &officer);

	if (found == 0)
		return err_set(err, ERR_USAGE, "no officer is called '%s'%s%s",
			call_text(call, "name"), call_given(call, "role") ? " as " : "",
			call_given(call, "role") ? call_text(call, "role") : "");
	if (found > 1)
		return err_set(
			err, ERR_USAGE, "%s holds several offices: --role or --body", officer.name);
	str_addf(&call->reply, "%s: %s removed", officer.role, officer.name);
	return store_officer_remove(call->desk->store, officer.id, err);
}

static bool officer_add(struct call *call, struct err *err)
{
	struct officer_row there;
	const char *country = rows_country(call, call_text(call, "country"));

	if (find_officers(call, &there) > 0)
		return err_set(err, ERR_USAGE,
			"%s is %s already: officer remove first, to correct it", there.name,
			there.role);
	call->made =
		store_officer_add(call->desk->store, call->desk->session, call_id(call, "body"),
			call_text(call, "role"), call_text(call, "name"), country, err);
	str_addf(&call->reply, "%s: %s", call_text(call, "role"), call_text(call, "name"));
	if (country)
		str_addf(&call->reply, " (%s)", country);
	return call->made != 0;
}

const struct command officer_commands[] = {
	{.name = "body add",
		.help = "Add a body that meets in this session",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.params =
			{
				{"key", ARG_WORD, .required = true, .prompt = "Short key, as wg2"},
				{"name", ARG_LINE, .required = true,
					.prompt = "Name without article"},
				{"short", ARG_LINE, .option = true,
					.prompt = "Short name, as the Working Group"},
				{"symbol", ARG_SYMBOL, .option = true,
					.prompt = "Symbol of its documents"},
			},
		.run = body_add},
	{.name = "officer add",
		.help = "Add an officer of a body",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"role", ARG_WORD, .required = true, .prompt = "Role, as Chair"},
				{"name", ARG_LINE, .required = true,
					.prompt = "Name of the person"},
				{"country", ARG_LINE, .option = true, .prompt = "Country"},
				{"body", ARG_BODY, .option = true, .prompt = "Body"},
			},
		.run = officer_add},
	{.name = "officer remove",
		.help = "Take an officer off the list of officers",
		.needs = NEED_SESSION,
		.effect = EFFECT_CHANGES,
		.form = true,
		.params =
			{
				{"name", ARG_LINE, .required = true,
					.prompt = "Name of the person"},
				{"role", ARG_WORD, .option = true,
					.prompt = "Role, where there are several"},
				{"body", ARG_BODY, .option = true, .prompt = "Body"},
			},
		.run = officer_remove},
	{0}};
