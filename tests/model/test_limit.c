/* SPDX-License-Identifier: MIT */
/* Which limit holds, how one is typed, and how a speech stands against it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/limit.h"

enum { ITEM = 7, ABOVE = 3, OTHER = 9, ALL = -1 };

static const int64_t items[] = {ITEM, ABOVE, 0};

/* The seconds of the limit that holds; -1 = none does. */
static int holding(
	const struct limit *limits, size_t count, const char *kind, enum rules_class class)
{
	struct limit_speech speech = {.items = items, .kind = kind, .class = class};
	const struct limit *limit = limit_holding(limits, count, &speech);

	return limit ? limit->seconds : -1;
}

#define HOLDING(limits, kind, class) \
	holding(limits, sizeof(limits) / sizeof(limits)[0], kind, class)

static void the_newest_of_equals_holds(void **state)
{
	const struct limit limits[] = {{0, NULL, ALL, 300}, {0, NULL, ALL, 180}};

	(void)state;
	assert_int_equal(HOLDING(limits, "general", CLASS_PARTY), 180);
	assert_int_equal(HOLDING(limits, NULL, CLASS_PARTY), 180);
	assert_int_equal(holding(limits, 0, "general", CLASS_PARTY), -1);
}

static void a_class_has_its_own_also_when_that_is_older(void **state)
{
	const struct limit limits[] = {
		{0, NULL, CLASS_PARTY, 300}, {0, NULL, ALL, 180}, {0, NULL, CLASS_GROUP, 420}};

	(void)state;
	assert_int_equal(HOLDING(limits, "general", CLASS_PARTY), 300);
	assert_int_equal(HOLDING(limits, "general", CLASS_GROUP), 420);
	assert_int_equal(HOLDING(limits, "general", CLASS_OBSERVER), 180);
}

static void an_item_comes_before_a_class_and_the_nearer_item_first(void **state)
{
	const struct limit limits[] = {{ITEM, NULL, ALL, 60}, {ABOVE, NULL, ALL, 120},
		{0, NULL, CLASS_PARTY, 300}, {OTHER, NULL, ALL, 600}};

	(void)state;
	assert_int_equal(HOLDING(limits, "general", CLASS_PARTY), 60);
	assert_int_equal(holding(limits + 1, 3, "general", CLASS_PARTY), 120);
	assert_int_equal(holding(limits + 2, 2, "general", CLASS_PARTY), 300);
	assert_int_equal(holding(limits + 3, 1, "general", CLASS_PARTY), -1);
}

static void a_kind_comes_first_of_all(void **state)
{
	const struct limit limits[] = {
		{0, "reply", ALL, 600}, {ITEM, NULL, CLASS_PARTY, 60}, {ITEM, NULL, ALL, 90}};

	(void)state;
	assert_int_equal(HOLDING(limits, "reply", CLASS_PARTY), 600);
	assert_int_equal(HOLDING(limits, "general", CLASS_PARTY), 60);
	assert_int_equal(HOLDING(limits, "explanation_after", CLASS_OTHER), 90);
}

static void a_limit_for_all_is_for_those_who_asked_for_the_floor(void **state)
{
	const struct limit limits[] = {{0, NULL, ALL, 300}};

	(void)state;
	assert_int_equal(HOLDING(limits, "explanation_before", CLASS_PARTY), 300);
	assert_int_equal(HOLDING(limits, "reply", CLASS_PARTY), -1);
	assert_int_equal(HOLDING(limits, "point_of_order", CLASS_PARTY), -1);
	assert_int_equal(HOLDING(limits, "presentation", CLASS_SECRETARIAT), -1);
	assert_int_equal(HOLDING(limits, "panellist", CLASS_OTHER), -1);
	assert_int_equal(HOLDING(limits, "chair", CLASS_OTHER), -1);
}

static void lifting_is_a_limit_of_its_own(void **state)
{
	const struct limit limits[] = {{0, NULL, ALL, 300}, {0, NULL, CLASS_GROUP, 0}};

	(void)state;
	assert_int_equal(HOLDING(limits, "general", CLASS_GROUP), 0);
	assert_int_equal(HOLDING(limits, "general", CLASS_PARTY), 300);
}

static int parsed(const char *text)
{
	struct err err = {0};
	int seconds = -2;

	if (limit_parse(text, &seconds, &err))
		return seconds;
	assert_int_equal(err.code, ERR_USAGE);
	assert_true(strlen(err.text) > 10);
	return -1;
}

static void a_limit_is_minutes_or_minutes_and_seconds(void **state)
{
	(void)state;
	assert_int_equal(parsed("5"), 300);
	assert_int_equal(parsed("5 min"), 300);
	assert_int_equal(parsed("90"), 5400);
	assert_int_equal(parsed("2:30"), 150);
	assert_int_equal(parsed("0:45"), 45);
	assert_int_equal(parsed("1:00:00"), 3600);
	assert_int_equal(parsed("720"), 43200);
	assert_int_equal(parsed("0"), 0);
	assert_int_equal(parsed("0:00"), 0);
	assert_int_equal(parsed("none"), 0);
}

static void what_is_no_time_is_refused(void **state)
{
	static const char *const bad[] = {"", "-5", "five", "5:", "5:6", "5:60", "5:123", ":30",
		"5 m:30", "2:30:00:00", "721", "999999", "5x", "1e3", "5:-1", "12:00:01"};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (parsed(bad[i]) != -1)
			fail_msg("'%s' is taken for a limit", bad[i]);
}

static void check(long spoken, int limit, enum limit_state state, const char *words)
{
	struct str out;

	str_init(&out);
	limit_phrase(spoken, limit, &out);
	assert_int_equal(limit_state(spoken, limit), state);
	assert_string_equal(out.text, words);
	str_clear(&out);
}

static void each_state_has_words_of_its_own(void **state)
{
	(void)state;
	check(134, 0, LIMIT_NONE, "2:14");
	check(0, 300, LIMIT_RUNNING, "0:00 of 5:00");
	check(269, 300, LIMIT_RUNNING, "4:29 of 5:00");
	check(270, 300, LIMIT_SOON, "0:30 left");
	check(300, 300, LIMIT_SOON, "0:00 left");
	check(301, 300, LIMIT_OVER, "OVER by 0:01");
	check(4000, 300, LIMIT_OVER, "OVER by 1:01:40");
}

static void a_long_speech_is_warned_of_in_its_last_tenth(void **state)
{
	(void)state;
	check(1079, 1200, LIMIT_RUNNING, "17:59 of 20:00");
	check(1080, 1200, LIMIT_SOON, "2:00 left");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_newest_of_equals_holds),
		cmocka_unit_test(a_class_has_its_own_also_when_that_is_older),
		cmocka_unit_test(an_item_comes_before_a_class_and_the_nearer_item_first),
		cmocka_unit_test(a_kind_comes_first_of_all),
		cmocka_unit_test(a_limit_for_all_is_for_those_who_asked_for_the_floor),
		cmocka_unit_test(lifting_is_a_limit_of_its_own),
		cmocka_unit_test(a_limit_is_minutes_or_minutes_and_seconds),
		cmocka_unit_test(what_is_no_time_is_refused),
		cmocka_unit_test(each_state_has_words_of_its_own),
		cmocka_unit_test(a_long_speech_is_warned_of_in_its_last_tenth),
	};

	return cmocka_run_group_tests_name("limit", tests, NULL, NULL);
}
