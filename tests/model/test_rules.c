/* SPDX-License-Identifier: MIT */
/* Rules of procedure: their values as text, and what follows from them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/rules.h"

static void check_value(const struct rules *rules, const char *name, const char *expected)
{
	struct str out = STR_EMPTY;

	rules_value(rules, name, &out);
	assert_string_equal(out.text, expected);
	str_clear(&out);
}

static void every_value_is_written_as_it_is_read(void **state)
{
	static const char *const rows[][2] = {{"quorum.debate", "1/3"}, {"quorum.decision", ">1/2"},
		{"quorum.all", "yes"}, {"decision.majority", "two-thirds"}, {"list.once", "yes"},
		{"list.order", "secretariat group party signatory=observer "
			       "un=intergovernmental=nongovernmental=other"},
		{"reply.count", "2"}, {"reply.first", "10:00"}, {"reply.second", "5:05"},
		{"order.limit", "none"}, {"limit.group", "7:00"}, {"limit.other", "0:45"}};
	struct rules rules;
	struct err err;

	(void)state;
	rules_init(&rules);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_true(rules_set(&rules, rows[i][0], rows[i][1], &err));
		check_value(&rules, rows[i][0], rows[i][1]);
	}
}

static void every_name_has_a_value_that_can_be_set_again(void **state)
{
	struct rules rules, again;
	struct str out = STR_EMPTY;
	struct err err;

	(void)state;
	rules_init(&rules);
	rules_init(&again);
	for (const char *const *name = rules_names; *name; name++) {
		str_reset(&out);
		rules_value(&rules, *name, &out);
		assert_true(rules_set(&again, *name, out.text, &err));
	}
	assert_memory_equal(&rules, &again, sizeof rules);
	str_clear(&out);
}

static void a_wrong_value_is_refused_with_what_it_may_be(void **state)
{
	static const char *const rows[][2] = {{"quorum.debate", "third"}, {"quorum.debate", "1/0"},
		{"quorum.debate", "3/2"}, {"quorum.decision", ">1/1"}, {"quorum.decision", "1/2 "},
		{"decision.majority", "half"}, {"quorum.decision", "99999999999/3"},
		{"list.once", "maybe"}, {"reply.count", "-1"}, {"reply.count", "two"},
		{"reply.first", "10"}, {"reply.first", "1:60"}, {"reply.first", "1:5"},
		{"limit.party", ""}, {"list.order", "party groups"}, {"list.order", "party party"},
		{"list.order", "party="}, {"list.order", "party "}};
	struct rules rules, before;
	struct err err;

	(void)state;
	rules_init(&rules);
	before = rules;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_false(rules_set(&rules, rows[i][0], rows[i][1], &err));
		assert_int_equal(err.code, ERR_DATA);
		assert_non_null(strstr(err.text, rows[i][0]));
		assert_non_null(strstr(err.text, " must be "));
		assert_memory_equal(&rules, &before, sizeof rules);
	}
	assert_false(rules_set(&rules, "quorum", "1/3", &err));
	assert_string_equal(err.text, "there is no rule 'quorum'");
}

static void classes_that_are_not_named_come_last_together(void **state)
{
	struct rules rules;
	struct err err;

	(void)state;
	rules_init(&rules);
	assert_true(rules_set(&rules, "list.order", "group party=observer", &err));
	assert_int_equal(rules.order[CLASS_GROUP], 0);
	assert_int_equal(rules.order[CLASS_PARTY], 1);
	assert_int_equal(rules.order[CLASS_OBSERVER], 1);
	assert_int_equal(rules.order[CLASS_SIGNATORY], 2);
	assert_int_equal(rules.order[CLASS_OTHER], 2);
}

static void without_an_order_all_classes_mix(void **state)
{
	struct rules rules;
	struct err err;

	(void)state;
	rules_init(&rules);
	for (int i = 1; i < CLASS_COUNT; i++)
		assert_int_equal(rules.order[i], rules.order[0]);
	assert_true(rules_set(&rules, "list.order", "party observer", &err));
	assert_true(rules_set(&rules, "list.order", "", &err));
	for (int i = 1; i < CLASS_COUNT; i++)
		assert_int_equal(rules.order[i], rules.order[0]);
}

static void the_class_is_that_of_kind_and_status(void **state)
{
	(void)state;
	assert_int_equal(rules_class_of("state", "party", false), CLASS_PARTY);
	assert_int_equal(rules_class_of("state", "party", true), CLASS_GROUP);
	assert_int_equal(rules_class_of("state", "signatory", false), CLASS_SIGNATORY);
	assert_int_equal(rules_class_of("state", "nonparty", false), CLASS_OBSERVER);
	assert_int_equal(rules_class_of("state", "unknown", false), CLASS_OBSERVER);
	assert_int_equal(rules_class_of("observer_state", "party", false), CLASS_PARTY);
	assert_int_equal(rules_class_of("organization", "party", false), CLASS_PARTY);
	assert_int_equal(rules_class_of("group", "unknown", false), CLASS_GROUP);
	assert_int_equal(rules_class_of("secretariat", "unknown", false), CLASS_SECRETARIAT);
	assert_int_equal(rules_class_of("institute", "unknown", false), CLASS_UN);
	assert_int_equal(
		rules_class_of("intergovernmental", "unknown", false), CLASS_INTERGOVERNMENTAL);
	assert_int_equal(
		rules_class_of("nongovernmental", "unknown", false), CLASS_NONGOVERNMENTAL);
	assert_int_equal(rules_class_of("guest", "unknown", false), CLASS_OTHER);
}

static void the_limit_follows_kind_class_and_how_often(void **state)
{
	struct rules rules;
	struct err err;

	(void)state;
	rules_init(&rules);
	assert_true(rules_set(&rules, "limit.party", "5:00", &err));
	assert_true(rules_set(&rules, "reply.first", "10:00", &err));
	assert_true(rules_set(&rules, "reply.second", "5:00", &err));
	assert_true(rules_set(&rules, "order.limit", "3:00", &err));
	assert_int_equal(rules_limit(&rules, CLASS_PARTY, "general", 4), 300);
	assert_int_equal(rules_limit(&rules, CLASS_PARTY, "explanation_after", 0), 300);
	assert_int_equal(rules_limit(&rules, CLASS_OBSERVER, "general", 0), 0);
	assert_int_equal(rules_limit(&rules, CLASS_PARTY, "reply", 0), 600);
	assert_int_equal(rules_limit(&rules, CLASS_PARTY, "reply", 1), 300);
	assert_int_equal(rules_limit(&rules, CLASS_PARTY, "reply", 2), 300);
	assert_int_equal(rules_limit(&rules, CLASS_PARTY, "point_of_order", 0), 180);
	assert_int_equal(rules_limit(&rules, CLASS_PARTY, "presentation", 0), 0);
}

static void the_turn_is_by_queue_then_lateness_then_class(void **state)
{
	struct rules rules;
	struct err err;
	int before = -1;

	(void)state;
	rules_init(&rules);
	assert_true(rules_set(&rules, "list.order", "group=secretariat party observer", &err));
	const int turns[] = {rules_turn(&rules, "point_of_order", CLASS_PARTY, false, false),
		rules_turn(&rules, "presentation", CLASS_OTHER, false, false),
		rules_turn(&rules, "general", CLASS_PARTY, false, false),
		rules_turn(&rules, "general", CLASS_OBSERVER, false, false),
		rules_turn(&rules, "general", CLASS_PARTY, true, false),
		rules_turn(&rules, "general", CLASS_GROUP, false, true),
		rules_turn(&rules, "general", CLASS_PARTY, true, true),
		rules_turn(&rules, "explanation_before", CLASS_PARTY, false, false),
		rules_turn(&rules, "explanation_after", CLASS_OBSERVER, false, false),
		rules_turn(&rules, "reply", CLASS_OBSERVER, false, false),
		rules_turn(&rules, "reply", CLASS_PARTY, true, false)};
	for (size_t i = 0; i < sizeof turns / sizeof turns[0]; i++) {
		assert_true(turns[i] > before);
		before = turns[i];
	}
	assert_int_equal(rules_turn(&rules, "chair", CLASS_OTHER, false, false),
		rules_turn(&rules, "general", CLASS_GROUP, false, false));
	assert_int_equal(rules_turn(&rules, "reply", CLASS_GROUP, false, false),
		rules_turn(&rules, "reply", CLASS_OBSERVER, false, false));
}

static void a_part_is_rounded_up_and_a_majority_is_one_more(void **state)
{
	static const struct rules_part third = {1, 3, false}, majority = {1, 2, true};

	(void)state;
	assert_int_equal(rules_quorum(&third, 192), 64);
	assert_int_equal(rules_quorum(&third, 193), 65);
	assert_int_equal(rules_quorum(&third, 1), 1);
	assert_int_equal(rules_quorum(&third, 0), 0);
	assert_int_equal(rules_quorum(&majority, 193), 97);
	assert_int_equal(rules_quorum(&majority, 192), 97);
	assert_int_equal(rules_quorum(&majority, 1), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_value_is_written_as_it_is_read),
		cmocka_unit_test(every_name_has_a_value_that_can_be_set_again),
		cmocka_unit_test(a_wrong_value_is_refused_with_what_it_may_be),
		cmocka_unit_test(classes_that_are_not_named_come_last_together),
		cmocka_unit_test(without_an_order_all_classes_mix),
		cmocka_unit_test(the_class_is_that_of_kind_and_status),
		cmocka_unit_test(the_limit_follows_kind_class_and_how_often),
		cmocka_unit_test(the_turn_is_by_queue_then_lateness_then_class),
		cmocka_unit_test(a_part_is_rounded_up_and_a_majority_is_one_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
