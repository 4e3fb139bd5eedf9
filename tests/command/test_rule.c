/* SPDX-License-Identifier: MIT */
/* Rules of procedure from the agenda to the commands that show and correct them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/journal.h"
#include "store/sql.h"
#include "support/command/one_desk.h"

static void a_session_has_the_rules_of_its_agenda_or_the_usual_ones(void **state)
{
	static const char text[] = "rapporteur: agenda/1\n"
				   "session: {id: ga, title: T, from: 2012-10-17, "
				   "to: 2012-10-17, rules: ga_committee}\n"
				   "bodies: [{id: c1, name: C, short: the Committee}]\n"
				   "items: [{number: 1, title: One}]\n";
	char path[] = "/tmp/rapporteur-tests.XXXXXX";
	int file = mkstemp(path);

	(void)state;
	assert_string_equal(desk_rules(&fixture.desk)->key, "untoc");
	assert_true(write(file, text, sizeof text - 1) == (ssize_t)(sizeof text - 1));
	close(file);
	fixture_do(&fixture, arena_printf(&fixture.arena, "agenda load %s", path));
	unlink(path);
	assert_string_equal(desk_rules(&fixture.desk)->key, "ga_committee");
	assert_int_equal(desk_rules(&fixture.desk)->reply_seconds[0], 600);
}

static void a_rule_is_corrected_and_shown_and_undone(void **state)
{
	(void)state;
	assert_string_equal(fixture_do(&fixture, "rule set reply.first 4:00"), "reply.first: 4:00");
	assert_int_equal(desk_rules(&fixture.desk)->reply_seconds[0], 240);
	fixture_do(&fixture, "undo");
	assert_int_equal(desk_rules(&fixture.desk)->reply_seconds[0], 180);
	assert_string_equal(fixture_refused(&fixture, "rule set reply.first long"),
		"reply.first must be minutes and seconds like 5:00, or none");
	assert_string_equal(fixture_do(&fixture, "rule show"), "rules: untoc");
}

static void another_set_takes_the_place_of_the_rules(void **state)
{
	(void)state;
	fixture_do(&fixture, "rule use ga_committee");
	assert_string_equal(desk_rules(&fixture.desk)->key, "ga_committee");
	assert_non_null(strstr(fixture_refused(&fixture, "rule use nothing"),
		"there is no set of rules 'nothing', only untoc, ecosoc_fc and ga_committee"));
}

static void every_rule_can_be_set(void **state)
{
	(void)state;
	for (const char *const *name = rules_names; *name; name++) {
		struct str value = STR_EMPTY;
		rules_value(desk_rules(&fixture.desk), *name, &value);
		fixture_do(&fixture,
			arena_printf(&fixture.arena, "rule set %s '%s'", *name, value.text));
		str_clear(&value);
	}
}

static void a_session_made_before_there_were_rules_has_those_of_the_program(void **state)
{
	int64_t session;

	(void)state;
	fixture_do(&fixture, "session copy other");
	session = fixture.desk.session;
	assert_string_equal(desk_rules(&fixture.desk)->key, "untoc");
	fixture.desk.session = session + 1000;
	assert_string_equal(desk_rules(&fixture.desk)->key, "untoc");
	fixture.desk.session = session;
}

static void forget(const char *key)
{
	assert_true(store_begin(fixture.store, &fixture.err));
	assert_true(sql_run(fixture.store, &fixture.err,
		"DELETE FROM rule WHERE session = ?1 AND key = ?2", "it", fixture.desk.session,
		key));
	struct step step = {.session = fixture.desk.session,
		.origin = "test",
		.person = "test",
		.at = 1,
		.command = "rule set",
		.arguments = ""};
	int64_t sequence;
	assert_true(store_commit(fixture.store, &step, "forgotten", &sequence, &fixture.err));
}

static void what_an_old_session_lacks_is_as_its_set_has_it(void **state)
{
	(void)state;
	does("rule use untoc");
	does("rule set reply.count 7");
	forget("decision.majority");
	assert_true(desk_rules(&fixture.desk)->two_thirds);
	assert_int_equal(desk_rules(&fixture.desk)->replies, 7);
	does("rule use ga_committee");
	forget("decision.majority");
	assert_false(desk_rules(&fixture.desk)->two_thirds);
	does("rule set reply.count 3");
	assert_int_equal(desk_rules(&fixture.desk)->replies, 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_session_has_the_rules_of_its_agenda_or_the_usual_ones),
		TEST(a_rule_is_corrected_and_shown_and_undone),
		TEST(another_set_takes_the_place_of_the_rules),
		TEST(every_rule_can_be_set),
		TEST(a_session_made_before_there_were_rules_has_those_of_the_program),
		TEST(what_an_old_session_lacks_is_as_its_set_has_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
