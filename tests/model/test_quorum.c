/* SPDX-License-Identifier: MIT */
/* Is there a quorum? */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/quorum.h"

static struct rules rules_of(bool all)
{
	struct rules rules;
	struct err err;

	rules_init(&rules);
	assert_true(rules_set(&rules, "quorum.debate", "1/3", &err));
	assert_true(rules_set(&rules, "quorum.decision", ">1/2", &err));
	assert_true(rules_set(&rules, "quorum.all", all ? "yes" : "no", &err));
	return rules;
}

static void add(struct quorum_count *count, int how_many, const char *kind, const char *status,
	bool seen, bool here)
{
	for (int i = 0; i < how_many; i++)
		quorum_add(count, kind, status, seen, here);
}

static void assert_said(const struct quorum *quorum, const char *text, const char *word)
{
	struct str out;

	str_init(&out);
	quorum_phrase(quorum, &out);
	assert_string_equal(out.text, text);
	str_clear(&out);
	if (word)
		assert_string_equal(quorum_word(quorum), word);
	else
		assert_null(quorum_word(quorum));
}

static void parties_are_counted_that_take_part(void **state)
{
	struct rules rules = rules_of(false);
	struct quorum_count count;
	struct quorum quorum;

	(void)state;
	quorum_begin(&count, &rules);
	add(&count, 100, "state", "party", false, false);
	add(&count, 41, "state", "party", true, false);
	add(&count, 18, "state", "party", true, true);
	add(&count, 1, "observer_state", "party", true, true);
	add(&count, 9, "state", "signatory", true, true);
	add(&count, 9, "organization", "party", true, true);
	add(&count, 9, "nongovernmental", "unknown", true, true);
	quorum_end(&count, &quorum);
	assert_said(&quorum, "19 of 60 parties here · debate 20: 1 short · decision 31: 12 short",
		"no quorum");
	add(&count, 1, "state", "party", true, true);
	quorum_end(&count, &quorum);
	assert_said(&quorum, "20 of 61 parties here · debate 21: 1 short · decision 31: 11 short",
		"no quorum");
	add(&count, 2, "state", "party", true, true);
	quorum_end(&count, &quorum);
	assert_said(&quorum, "22 of 63 parties here · debate 21 ✓ · decision 32: 10 short",
		"no decision");
	add(&count, 30, "state", "party", false, true);
	quorum_end(&count, &quorum);
	assert_said(&quorum, "52 of 93 parties here · debate 31 ✓ · decision 47 ✓", NULL);
}

static void a_body_of_members_counts_all_of_them(void **state)
{
	struct rules rules = rules_of(true);
	struct quorum_count count;
	struct quorum quorum;

	(void)state;
	quorum_begin(&count, &rules);
	add(&count, 141, "state", "unknown", false, false);
	add(&count, 52, "state", "unknown", true, true);
	add(&count, 2, "observer_state", "unknown", true, true);
	quorum_end(&count, &quorum);
	assert_said(&quorum, "52 of 193 States here · debate 65: 13 short · decision 97: 45 short",
		"no quorum");
}

static void of_nobody_there_is_nothing_to_say(void **state)
{
	struct rules rules = rules_of(false);
	struct quorum_count count;
	struct quorum quorum;

	(void)state;
	quorum_begin(&count, &rules);
	add(&count, 193, "state", "unknown", false, false);
	quorum_end(&count, &quorum);
	assert_said(&quorum, "nobody here counts for a quorum yet", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parties_are_counted_that_take_part),
		cmocka_unit_test(a_body_of_members_counts_all_of_them),
		cmocka_unit_test(of_nobody_there_is_nothing_to_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
