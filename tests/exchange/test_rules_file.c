/* SPDX-License-Identifier: MIT */
/* Rules of procedure as files: the embedded sets, a copy, and what is wrong with one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "exchange/rules_file.h"

static bool read_set(const char *key, struct rules *rules, struct str *said)
{
	struct messages messages;
	bool done;

	messages_init(&messages, "");
	done = rules_file_read(key, rules, &messages);
	messages_format(&messages, said);
	messages_clear(&messages);
	return done;
}

static void the_embedded_sets_are_read_without_a_word(void **state)
{
	static const char *const keys[] = {"untoc", "ecosoc_fc", "ga_committee"};
	struct str said = STR_EMPTY;
	struct rules rules;

	(void)state;
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	for (size_t i = 0; i < 3; i++) {
		assert_true(read_set(keys[i], &rules, &said));
		assert_string_equal(said.text, "");
		assert_string_equal(rules.key, keys[i]);
		assert_true(rules.once);
		assert_true(rules.decision.more);
		assert_int_equal(rules.replies, 2);
		assert_true(rules.order[CLASS_GROUP] < rules.order[CLASS_PARTY]);
		assert_true(rules.order[CLASS_PARTY] < rules.order[CLASS_OBSERVER]);
		assert_true(rules.order[CLASS_OBSERVER] < rules.order[CLASS_NONGOVERNMENTAL]);
	}
	str_clear(&said);
}

static void the_quorum_is_that_of_the_rules(void **state)
{
	struct str said = STR_EMPTY;
	struct rules rules;

	(void)state;
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	assert_true(read_set("untoc", &rules, &said));
	assert_int_equal(rules_quorum(&rules.debate, 192), 64);
	assert_int_equal(rules_quorum(&rules.decision, 192), 97);
	assert_true(read_set("ga_committee", &rules, &said));
	assert_int_equal(rules_quorum(&rules.debate, 193), 49);
	assert_int_equal(rules_limit(&rules, CLASS_PARTY, "reply", 0), 600);
	assert_int_equal(rules_limit(&rules, CLASS_PARTY, "reply", 1), 300);
	str_clear(&said);
}

static void the_default_is_there_without_any_file(void **state)
{
	struct rules rules;

	(void)state;
	rules_file_default(&rules);
	assert_string_equal(rules.key, RULES_DEFAULT);
}

static void a_set_that_is_not_there_is_answered_with_those_that_are(void **state)
{
	struct str said = STR_EMPTY;
	struct rules rules;

	(void)state;
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	assert_false(read_set("untok", &rules, &said));
	assert_string_equal(said.text, "rules.yaml: there is no set of rules 'untok', only untoc, "
				       "ecosoc_fc and ga_committee\n");
	str_clear(&said);
}

static void the_copy_in_the_config_folder_wins(void **state)
{
	static const char mine[] = "rapporteur: rules/1\n"
				   "sets:\n"
				   "  - {key: mine, list.once: no, limit.party: 4:00}\n";
	char folder[] = "/tmp/rapporteur-tests.XXXXXX";
	struct str path = STR_EMPTY, said = STR_EMPTY;
	struct rules rules;
	struct err err;

	(void)state;
	assert_non_null(mkdtemp(folder));
	setenv("XDG_CONFIG_HOME", folder, 1);
	str_addf(&path, "%s/rapporteur", folder);
	assert_true(file_make_folders(path.text, &err));
	str_add(&path, "/rules.yaml");
	assert_true(file_write(path.text, mine, sizeof mine - 1, &err));
	assert_true(read_set("mine", &rules, &said));
	assert_false(rules.once);
	assert_int_equal(rules.limit_seconds[CLASS_PARTY], 240);
	assert_false(read_set("untoc", &rules, &said));
	unlink(path.text);
	*strrchr(path.text, '/') = '\0';
	rmdir(path.text);
	rmdir(folder);
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	str_clear(&path);
	str_clear(&said);
}

static const char bad[] = "rapporteur: rules/1\n"
			  "set: x\n"
			  "sets:\n"
			  "  - key: one\n"
			  "    list.once: maybe\n"
			  "    limit.partys: 5:00\n"
			  "    quorum.debate: [1/3]\n"
			  "  - key: one\n"
			  "    reply.first: 10\n"
			  "  - limit.party: 5:00\n"
			  "  - {key: a-key-that-is-much-too-long}\n"
			  "  - five\n";

static const char bad_messages[] =
	"f:2:1: unknown key 'set'; did you mean 'sets'?\n"
	"f:5:16: list.once must be yes or no\n"
	"f:6:5: unknown key 'limit.partys'; did you mean 'limit.party'?\n"
	"f:7:20: 'quorum.debate' must be a text, not a list\n"
	"f:8:10: set 'one' is there twice\n"
	"f:9:18: reply.first must be minutes and seconds like 5:00, or none\n"
	"f:10:5: a set of rules has no 'key'\n"
	"f:11:11: a key has 23 characters at most\n"
	"f:12:5: a set of rules must be a mapping ('key: value'), not a text\n";

static void a_bad_file_gets_all_its_messages(void **state)
{
	struct messages messages;
	struct str said = STR_EMPTY;
	struct rules rules;

	(void)state;
	messages_init(&messages, "");
	assert_false(rules_file_parse("f", bad, sizeof bad - 1, "one", &rules, &messages));
	messages_format(&messages, &said);
	assert_string_equal(said.text, bad_messages);
	messages_clear(&messages);
	str_clear(&said);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_embedded_sets_are_read_without_a_word),
		cmocka_unit_test(the_quorum_is_that_of_the_rules),
		cmocka_unit_test(the_default_is_there_without_any_file),
		cmocka_unit_test(a_set_that_is_not_there_is_answered_with_those_that_are),
		cmocka_unit_test(the_copy_in_the_config_folder_wins),
		cmocka_unit_test(a_bad_file_gets_all_its_messages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
