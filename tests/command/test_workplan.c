/* SPDX-License-Identifier: MIT */
/* A workplan seeds the agenda of the session that it names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "command/next_agenda.h"
#include "exchange/agenda_file.h"

static const char plan[] = "agendas/2013-10-28-workplan-technical-assistance.yaml";

static struct agenda old, next;
static struct str said, review;
static struct err err;

static int set_up(void **state)
{
	struct messages messages;

	(void)state;
	agenda_init(&old);
	agenda_init(&next);
	str_init(&said);
	str_init(&review);
	err = (struct err){0};
	messages_init(&messages, "");
	bool good = agenda_file_read(
		"agendas/2012-10-17-wg-technical-assistance.yaml", &old, &messages);
	messages_clear(&messages);
	return good ? 0 : -1;
}

static int tear_down(void **state)
{
	(void)state;
	agenda_clear(&old);
	agenda_clear(&next);
	str_clear(&said);
	str_clear(&review);
	return 0;
}

static bool make(const char *from, const char *take)
{
	const struct next_request request = {
		.id = "n", .from = from, .carry = "2", .with = plan, .take = take};
	const struct next_from of = {.agenda = &old};

	return next_agenda(&request, &of, &next, &said, &review, &err);
}

static void the_session_of_the_year_has_its_cluster(void **state)
{
	(void)state;
	assert_true(make("2014-10-28", NULL));
	size_t cluster = agenda_find(&next, "3"), article = agenda_find(&next, "3 (d)");
	assert_string_equal(next.items[cluster].title, "Criminalization");
	assert_string_equal(next.items[article].title,
		"Criminalization of obstruction of justice (article 23 of the Convention)");
	assert_int_equal(agenda_find(&next, "3 (e)"), AGENDA_NONE);
	assert_string_equal(
		next.items[agenda_find(&next, "1 (a)")].title, "Opening of the meeting");
	assert_string_equal(next.items[agenda_find(&next, "4")].title, "Other matters");
}

static void a_session_is_named_by_its_number(void **state)
{
	(void)state;
	assert_true(make("2016-05-02", "10"));
	assert_string_equal(
		next.items[agenda_find(&next, "3")].title, "Assistance and protection measures");
}

static void a_year_that_is_not_planned_asks_for_the_session(void **state)
{
	(void)state;
	assert_false(make("2016-05-02", NULL));
	assert_non_null(strstr(err.text, "8 of 2014, 9, 10 and 11"));
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_session_of_the_year_has_its_cluster),
		TEST(a_session_is_named_by_its_number),
		TEST(a_year_that_is_not_planned_asks_for_the_session),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
