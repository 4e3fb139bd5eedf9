/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "toys.h"

#include "base/civil.h"
#include "store/journal.h"
#include "support/store/answers.h"

void fixture_open(struct fixture *fixture)
{
	struct civil morning = {2012, 10, 17, 10, 0, 0};

	*fixture = (struct fixture){0};
	arena_init(&fixture->arena);
	command_add_group(toy_commands);
	fixture->store = store_new(":memory:", STORE_OPEN_CREATE, &fixture->err);
	if (!fixture->store)
		fail_msg("%s", fixture->err.text);
	fixture->desk.store = fixture->store;
	fixture->desk.person = "Test";
	fixture->desk.origin = "test@here";
	assert_true(zone_set("Europe/Vienna", &fixture->err));
	clock_stand_at(&fixture->desk.clock, civil_ms(&morning));
	fixture_do(fixture, "agenda load agendas/2012-10-17-wg-technical-assistance.yaml");
}

void fixture_close(struct fixture *fixture)
{
	desk_clear(&fixture->desk);
	store_free(fixture->store);
	arena_clear(&fixture->arena);
}

static enum outcome run(struct fixture *fixture, const struct words *words, const char **reply)
{
	struct call call;
	enum outcome outcome;

	call_init(&call, &fixture->desk);
	outcome = command_run(&call, words, &fixture->question, &fixture->err);
	*reply = arena_strdup(&fixture->arena, call.reply.text);
	fixture->output = arena_strdup(&fixture->arena, call.output.text);
	fixture->made = call.made;
	call_clear(&call);
	return outcome;
}

enum outcome fixture_try(struct fixture *fixture, const char *line, const char **reply)
{
	struct words words;
	const char *at;

	*reply = fixture->output = "";
	fixture->err = (struct err){0};
	fixture->question = (struct question){0};
	if (!command_parse(line, &fixture->arena, &words, &at, &fixture->err))
		return OUTCOME_FAILED;
	if (at && !desk_time(&fixture->desk, at, &fixture->desk.at, &fixture->err))
		return OUTCOME_FAILED;
	enum outcome outcome = run(fixture, &words, reply);
	answers_check(fixture->store);
	return outcome;
}

const char *fixture_do(struct fixture *fixture, const char *line)
{
	const char *reply;

	if (fixture_try(fixture, line, &reply) != OUTCOME_DONE)
		fail_msg("%s: %s", line, fixture->err.text);
	return reply;
}

const char *fixture_refused(struct fixture *fixture, const char *line)
{
	const char *reply;

	if (fixture_try(fixture, line, &reply) == OUTCOME_DONE)
		fail_msg("%s: was done: %s", line, reply);
	assert_string_equal(reply, "");
	return fixture->err.text;
}

const char *fixture_dump(struct fixture *fixture)
{
	struct str out;
	const char *dump;

	str_init(&out);
	store_dump(fixture->store, &out);
	dump = arena_strdup(&fixture->arena, out.text);
	str_clear(&out);
	return dump;
}
