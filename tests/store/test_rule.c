/* SPDX-License-Identifier: MIT */
/* The rules of procedure of a session as rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "store/rule.h"
#include "support/store/fixture.h"

static void a_session_without_rows_has_no_rules_of_its_own(void **state)
{
	struct store *store = fixture_store();
	int64_t session = fixture_session(store);
	struct rules rules = {.replies = 7};

	(void)state;
	assert_false(store_rules(store, session, &rules));
	assert_int_equal(rules.replies, 7);
	store_free(store);
}

static void what_was_written_is_read_back_and_undone(void **state)
{
	struct store *store = fixture_store();
	int64_t session = fixture_session(store);
	struct rules rules, read;
	struct err err;

	(void)state;
	rules_init(&rules);
	memcpy(rules.key, "mine", 5);
	assert_true(rules_set(&rules, "list.order", "party observer=group", &err));
	assert_true(rules_set(&rules, "limit.party", "4:30", &err));
	fixture_begin(store);
	assert_true(store_rules_write(store, session, &rules, &err));
	fixture_commit(store, session, "rule use");
	rules.replies = 3;
	fixture_begin(store);
	assert_true(store_rules_write(store, session, &rules, &err));
	fixture_commit(store, session, "rule set");
	assert_true(store_rules(store, session, &read));
	assert_int_equal(read.replies, 3);
	assert_string_equal(read.key, "mine");
	assert_int_equal(read.limit_seconds[CLASS_PARTY], 270);
	assert_int_equal(read.order[CLASS_GROUP], 1);
	assert_true(fixture_undo(store, session, false));
	assert_true(store_rules(store, session, &read));
	assert_int_equal(read.replies, 0);
	store_free(store);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_session_without_rows_has_no_rules_of_its_own),
		cmocka_unit_test(what_was_written_is_read_back_and_undone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
